"""Forms of verbs of saying, and what each form tells of the speaker."""

from __future__ import annotations

import pytest

from tahqiq.extract.ar.attribution.cues import Form, Number, cue_words
from tahqiq.model.folding import fold

FORMS = [
    # written     act         form              feminine  number
    ("قال", "say", Form.VERB, False, Number.SINGULAR),
    ("قالت", "say", Form.VERB, True, Number.SINGULAR),
    ("قالوا", "say", Form.VERB, False, Number.PLURAL),
    ("يقولون", "say", Form.VERB, False, Number.PLURAL),
    ("نفت", "deny", Form.VERB, True, Number.SINGULAR),
    ("دعوا", "call_for", Form.VERB, False, Number.PLURAL),
    ("نفاه", "deny", Form.VERB, False, Number.SINGULAR),
    ("تعتبرها", "believe", Form.VERB, True, Number.SINGULAR),
    ("مضيفا", "continue", Form.PARTICIPLE, False, Number.SINGULAR),
    ("مشيرة", "explain", Form.PARTICIPLE, True, Number.SINGULAR),
    ("مشددين", "confirm", Form.PARTICIPLE, False, Number.PLURAL),
    ("قولها", "say", Form.NOUN, True, Number.SINGULAR),
    ("تأكيده", "confirm", Form.NOUN, False, Number.SINGULAR),
]


@pytest.mark.parametrize(("written", "act", "form", "feminine", "number"), FORMS)
def test_a_form_tells_act_gender_and_number(written: str, act: str, form: Form, feminine: bool, number: Number) -> None:
    readings = [(c.act, c.form, c.feminine, c.number) for c in cue_words()[fold(written)]]
    assert (act, form, feminine, number) in readings


@pytest.mark.parametrize("written", ["نقول", "أقول", "سيعلن", "اقرأ", "طالبا"])
def test_first_persons_futures_and_readers_are_no_cues(written: str) -> None:
    assert fold(written) not in cue_words()
