"""Settings as the environment gives them."""

from __future__ import annotations

import pytest

from tahqiq.config import Settings

LOCALES = [
    ({}, "en"),
    ({"LANG": "ar_SY.UTF-8"}, "ar"),
    ({"LANG": "ar"}, "ar"),
    ({"LANG": "ar_SY.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
    ({"LC_ALL": "", "LC_MESSAGES": "ar.UTF-8", "LANG": "fr_FR"}, "ar"),
    ({"LANG": "arn_CL"}, "en"),
]


@pytest.mark.parametrize(("environment", "language"), LOCALES)
def test_tables_are_in_the_language_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert language == Settings.read(environment).language
