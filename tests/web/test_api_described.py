"""Whatever the description allows, and much that it does not, is answered as it says: no fault, nothing undescribed."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode

from tahqiq.ledger import Ledger
from tahqiq.web.access import Link, Site
from tahqiq.web.api.description import description
from tahqiq.web.app import application
from tahqiq.web.desk import Desk
from tests.web.conftest import TOKEN

LETTING_IN = {"Authorization": f"Bearer {TOKEN}"}
FEW = settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def described(ledger: Ledger) -> schemathesis.BaseSchema:
    """The API as it describes itself, asked without a network."""
    program = application(Desk(ledger), Link(Site(80, hosts=None), TOKEN))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", program, headers=LETTING_IN)


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("path", sorted(description()["paths"]))
def test_answers_are_as_described(described: schemathesis.BaseSchema, path: str, mode: GenerationMode) -> None:
    @FEW
    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    def answers(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=LETTING_IN)

    answers()
