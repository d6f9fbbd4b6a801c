"""Whatever reports say, every document stays data: it parses, holds no markup and starts no formula."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tahqiq.documents import FORMATS, Scope
from tahqiq.errors import UnknownName
from tahqiq.ledger import Ledger
from tahqiq.model.judgement import Credibility, Draft, JudgementKind, Target, TargetKind
from tests.export.page.test_hostile import NAUGHTY
from tests.export.test_tables import HARMFUL
from tests.staying_data import faults
from tests.web.conftest import filled

DOCUMENTS = [(name, one) for name, several in FORMATS.items() if name != "pdf" for one in several]


def rows() -> Iterator[dict[str, str]]:
    """One report of a flood for each hostile string, which fills all its fields and names its place and speaker."""
    for n, words in enumerate([*NAUGHTY, *HARMFUL]):
        said = f"{words}\nقال المتحدث باسم {words} إن {n + 100} شخصا قتلوا في سيول مدينة {words} يوم الثلاثاء."
        yield {"id": f"{words[:50]} {n}", "outlet": words, "published": "2026-03-13", "title": words,
               "author": words, "url": words, "text": said}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with filled(tmp_path_factory.mktemp("documents"), rows()) as made:
        yield made


def written(ledger: Ledger, document, to: Path, scope: Scope = Scope()) -> bytes:  # noqa: B008
    document.write(ledger, scope, to / document.file)
    return (to / document.file).read_bytes()


@pytest.mark.parametrize(("name", "document"), DOCUMENTS)
def test_hostile_words_stay_data(hostile: Ledger, name: str, document, tmp_path: Path) -> None:
    written(hostile, document, tmp_path)
    assert [] == list(faults(tmp_path / document.file, document.media_type))


@pytest.mark.parametrize(("name", "document"), DOCUMENTS)
def test_a_story_that_there_is_not_is_refused_with_those_that_there_are(
    hostile: Ledger, name: str, document, tmp_path: Path
) -> None:
    with pytest.raises(UnknownName) as error:
        written(hostile, document, tmp_path, Scope(story="nope"))
    assert hostile.stories()[0].id in str(error.value)
    assert not (tmp_path / document.file).exists()


@pytest.mark.parametrize(("name", "document"), DOCUMENTS)
def test_a_document_of_a_story_holds_no_more_than_that_of_all(
    hostile: Ledger, name: str, document, tmp_path: Path
) -> None:
    whole = written(hostile, document, tmp_path)
    part = written(hostile, document, tmp_path, Scope(story=hostile.stories()[-1].id))
    assert len(part) <= len(whole)


def test_a_rejected_claim_is_in_no_document_and_a_graded_one_is_reviewed(tmp_path: Path) -> None:
    words = "قال الدفاع المدني إن 12 شخصا قتلوا في حلب، وأصيب 30 شخصا في دمشق."
    with filled(tmp_path, iter([{"id": "a", "text": words}])) as kept:
        first, second = kept.figures()
        kept.judge(Draft("سارة", JudgementKind.REJECT, Target(TargetKind.FIGURE, first.id)), 0)
        grade = Draft("سارة", JudgementKind.GRADE, Target(TargetKind.FIGURE, second.id), after=Credibility.CONFIRMED)
        kept.judge(grade, 0)
        for name, document in DOCUMENTS:
            if name in ("geojson", "web-annotation", "schema-org"):
                content = written(kept, document, tmp_path).decode()
                assert first.id not in content, document.file
                assert second.id in content or document.file == "measures.geojson"
                assert ("ClaimReview" in content) == (name == "schema-org")
