"""Actors by name: what each is, in any spelling; a user's rows win, and a row with a fault is named."""

from __future__ import annotations

import pytest

from tahqiq.errors import UnreadableInput
from tahqiq.extract.actors import PACKAGED, Actors, packaged, parse_actors
from tahqiq.extract.reading import extract
from tahqiq.model.folding import fold
from tahqiq.model.source import SourceKind
from tahqiq.model.text import Text

OWN = (
    "name\tkind\tenglish\tvariants\n"
    "# ours\n"
    "قلم المتابعة\tgovernment\tFollow-up Office\tمكتب المتابعة|المتابعة\n"
    "الأمم المتحدة\toutlet\n"
)

KNOWN = [
    ("الأمم المتحدة", SourceKind.ORGANIZATION, "United Nations"),
    ("وكالة الأناضول", SourceKind.AGENCY, "Anadolu Agency"),
    ("قوات سوريا الديمقراطية", SourceKind.ORGANIZATION, "Syrian Democratic Forces"),
    ("الجيش العِراقىّ", SourceKind.GOVERNMENT, "Iraqi army"),
    ("العربية", SourceKind.OUTLET, "Al Arabiya"),
    ("مصر", SourceKind.GOVERNMENT, "Egypt"),
]


@pytest.mark.parametrize(("name", "kind", "english"), KNOWN)
def test_an_actor_is_known_in_any_spelling(name: str, kind: SourceKind, english: str) -> None:
    actor = PACKAGED.named(name)
    assert actor is not None
    assert (kind, english) == (actor.kind, actor.english)


def test_a_capital_speaks_for_a_government_and_is_no_name_of_it() -> None:
    seated = PACKAGED.seated(fold("أنقرة"))
    assert seated is not None
    assert "تركيا" == seated.name
    assert PACKAGED.named("أنقرة") is None


def test_no_two_packaged_actors_share_a_name_or_an_id() -> None:
    actors = set(packaged().values())
    for key, actor in packaged().items():
        assert [actor] == [a for a in actors if key in {fold(name) for name in (*a.names, *a.seats)}]
    ids = [actor.wikidata for actor in actors if actor.wikidata]
    assert len(ids) == len(set(ids))


def test_every_packaged_actor_has_an_english_name() -> None:
    assert [] == [actor.name for actor in packaged().values() if not actor.english]


def test_a_users_rows_win_and_the_others_stay() -> None:
    actors = Actors.with_own(parse_actors(OWN, "own.tsv"))
    found = {name: actors.named(name) for name in ("الأمم المتحدة", "المتابعة", "حزب الله")}
    kinds = {name: actor.kind for name, actor in found.items() if actor is not None}
    assert kinds == {
        "الأمم المتحدة": SourceKind.OUTLET,
        "المتابعة": SourceKind.GOVERNMENT,
        "حزب الله": SourceKind.ORGANIZATION,
    }


def test_a_users_actor_is_a_source_of_its_kind() -> None:
    text = Text("قال قلم المتابعة إن 12 شخصا قتلوا.")
    actors = Actors.with_own(parse_actors(OWN, "own.tsv"))
    kinds = [extract(text, None, known).statements[0].attribution.source.kind for known in (PACKAGED, actors)]
    assert [SourceKind.ANONYMOUS, SourceKind.GOVERNMENT] == kinds


def test_a_short_name_grows_only_to_another_name_of_the_same_actor() -> None:
    told = extract(
        Text(
            "قال المرصد السوري إن 12 شخصا قتلوا. ويوثق المرصد السوري لحقوق الإنسان ما يجري هناك."
            " وقال الجيش التركي إن قواته وصلت. وقاتل الجيش التركي وفصائل محلية في البلدة."
        )
    )
    assert ["المرصد السوري لحقوق الإنسان", "الجيش التركي"] == [s.attribution.source.name for s in told.statements]


FAULTS = [
    ("", "own.tsv", "it holds no rows"),
    ("# only a note\n", "own.tsv", "it holds no rows"),
    ("who\tkind\nس\tagency\n", "own.tsv:1", "its first line names no columns"),
    ("name\tenglish\nس\tX\n", "own.tsv:1", "its first line names no columns"),
    ("name\tkind\n\nسين\tgang\n", "own.tsv:3", "'gang' is no kind"),
    ("name\tkind\nسين\tnarrator\n", "own.tsv:2", "'narrator' is no kind"),
    ("name\tkind\n\tagency\n", "own.tsv:2", "an actor needs a name"),
    ("name\tkind\nسين\tagency\tSeen\n", "own.tsv:2", "3 cells under 2 columns"),
    ("name\tkind\twikidata\nسين\tagency\tP12\n", "own.tsv:2", "'P12' is not an id of Wikidata"),
]


@pytest.mark.parametrize(("written", "locator", "reason"), FAULTS)
def test_a_fault_is_named_with_its_line(written: str, locator: str, reason: str) -> None:
    with pytest.raises(UnreadableInput) as raised:
        parse_actors(written, "own.tsv")
    assert locator == raised.value.locator
    assert reason in raised.value.reason
