"""Who said it: phrase tables over cue families, order, gender, number, chains and traps."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tahqiq.extract.ar.statements import speaker_at, statements
from tahqiq.extract.tokens import tokenize
from tahqiq.model.claim import Statement
from tahqiq.model.source import NARRATED
from tahqiq.model.text import Span, Text

EXAMPLES = Path(__file__).parents[2] / "examples" / "statements"
CONTENT = "المعبر سيبقى مغلقا"


def table(name: str) -> dict:
    return tomllib.loads((EXAMPLES / f"{name}.toml").read_text("utf-8"))


def read(words: str) -> tuple[Statement, ...]:
    return statements(tokenize(Text(words)))


def said(words: str) -> list[list[str]]:
    return [[s.attribution.source.name, s.content.quote] for s in read(words)]


VERBS = table("verbs")["verbs"]["rows"]
SOURCES = table("sources")["sources"]


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row[1])
def test_a_verb_is_read_in_every_order_gender_and_tense(row: list[str]) -> None:
    act, masculine, feminine, present, that, _ = row
    for sentence, source in (
        (f"{masculine} الوزير سامر الحلبي {that} {CONTENT}.", "سامر الحلبي"),
        (f"و{masculine} الوزير سامر الحلبي، الأحد، {that} {CONTENT}.", "سامر الحلبي"),
        (f"{feminine} وزارة النقل {that} {CONTENT}.", "وزارة النقل"),
        (f"و{present} الوزير سامر الحلبي {that} {CONTENT}.", "سامر الحلبي"),
        (f"لكن وزارة النقل {feminine} {that} {CONTENT}.", "وزارة النقل"),
    ):
        assert [[source, CONTENT, act]] == [
            [*pair, s.act] for pair, s in zip(said(sentence), read(sentence), strict=True)
        ]


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row[1])
def test_a_verb_without_subject_and_a_participle_have_the_speaker_before(row: list[str]) -> None:
    _, masculine, _, _, that, participle = row
    follow_ups = [f". و{masculine} {that} {CONTENT}."] + ([f"، {participle} {CONTENT}."] if participle else [])
    for follow_up in follow_ups:
        expected = [["سامر الحلبي", "السد جاهز"], ["سامر الحلبي", CONTENT]]
        assert expected == said(f"قال الوزير سامر الحلبي إن السد جاهز{follow_up}")


@pytest.mark.parametrize("row", [*SOURCES["masculine"], *SOURCES["feminine"]], ids=lambda row: row[0])
def test_a_source_is_read_whole_with_its_kind(row: list[str]) -> None:
    phrase, name, kind = row
    verb = "قال" if row in SOURCES["masculine"] else "قالت"
    for sentence in (f"{verb} {phrase} إن {CONTENT}.", f"أغلق الطريق، بحسب {phrase}."):
        (statement,) = read(sentence)
        assert (name, kind) == (statement.attribution.source.name, statement.attribution.source.kind.value)


FAMILIES = [(f["name"], *case) for f in table("sentences")["family"] for case in f["cases"]]


@pytest.mark.parametrize(("family", "sentence", "expected"), FAMILIES)
def test_sentences(family: str, sentence: str, expected: list[list[str]]) -> None:
    assert expected == [[s.attribution.source.name, s.content.quote, s.mode.value] for s in read(sentence)]


@pytest.mark.parametrize(("sentence", "expected"), table("chains")["chains"]["cases"])
def test_chains(sentence: str, expected: list[list[object]]) -> None:
    found = [[s.attribution.source.name, s.content.quote, [v.name for v in s.attribution.via]] for s in read(sentence)]
    assert expected == found


@pytest.mark.parametrize("sentence", table("nothing")["nothing"]["texts"])
def test_nobody_is_quoted(sentence: str) -> None:
    assert [] == said(sentence)


def test_the_speaker_of_a_place_is_the_innermost_and_a_gloss_is_the_narrators() -> None:
    text = Text("قالت وزارة النقل إن الشركة أكدت أن 20 حافلة (من أصل 40) عادت. وبقيت 9 حافلات.")
    found = statements(tokenize(text))
    where = {number: text.raw.index(number) for number in ("20", "40", "9")}
    speakers = {n: speaker_at(found, Span(text, at, at + len(n))).source.name for n, at in where.items()}
    assert {"20": "الشركة", "40": "narrator", "9": "narrator"} == speakers
    assert NARRATED == speaker_at((), Span(text, 0, 4))


@pytest.mark.parametrize(
    "hostile", ["«" * 3000, '"' * 3000, "قال " * 2000, "بحسب " * 2000, "قال «" * 1500, ": " * 2000]
)
def test_hostile_runs_end(hostile: str) -> None:
    assert all(s.content.quote for s in read(hostile))
