"""Who said it: phrase tables over cue families, order, gender, number, chains and traps."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tahqiq import extract
from tahqiq.extract.ar.statements import statements
from tahqiq.extract.tokens import tokenize
from tahqiq.model.claim import Statement
from tahqiq.model.source import SourceKind
from tahqiq.model.text import Text

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


@pytest.mark.parametrize(("sentence", "expected"), [case for act in table("acts")["act"] for case in act["cases"]])
def test_sentences_by_act(sentence: str, expected: list[list[str]]) -> None:
    assert expected == [[s.attribution.source.name, s.content.quote, s.act] for s in read(sentence)]


@pytest.mark.parametrize(("sentence", "expected"), table("chains")["chains"]["cases"])
def test_chains(sentence: str, expected: list[list[object]]) -> None:
    found = [[s.attribution.source.name, s.content.quote, [v.name for v in s.attribution.via]] for s in read(sentence)]
    assert expected == found


@pytest.mark.parametrize("sentence", table("nothing")["nothing"]["texts"])
def test_nobody_is_quoted(sentence: str) -> None:
    assert [] == said(sentence)


def test_the_speaker_of_a_place_is_the_innermost_and_a_gloss_is_the_narrators() -> None:
    found = extract("قالت وزارة النقل إن الشركة أكدت أن 20 حافلة (من أصل 40) عادت. وبقيت 9 حافلات.").figures
    speakers = {figure.span.quote: figure.attribution.source.name for figure in found}
    assert {"20": "الشركة", "40": "narrator", "9": "narrator"} == speakers


@pytest.mark.parametrize(
    "hostile", ["«" * 3000, '"' * 3000, "قال " * 2000, "بحسب " * 2000, "قال «" * 1500, ": " * 2000]
)
def test_hostile_runs_end(hostile: str) -> None:
    assert all(s.content.quote for s in read(hostile))


SILENT = [
    "، طلب عدم ذكر اسمه،",
    " طلب عدم الكشف عن هويته",
    "، الذي رفض نشر اسمه خوفا على سلامته،",
    "، تحدث شريطة التكتم على هويته،",
    " اشترط ألا يُذكر اسمه لأنه غير مخول بالحديث إلى الصحافة،",
    "، مفضلا عدم الإفصاح عن اسمه،",
]


@pytest.mark.parametrize("clause", SILENT)
def test_the_clause_about_a_withheld_name_is_no_statement_and_no_source(clause: str) -> None:
    assert [["ضابط متقاعد", CONTENT]] == said(f"وقال ضابط متقاعد{clause} إن {CONTENT}.")


@pytest.mark.parametrize("words", ["قال الوزير إنه رفض ذكر اسمه في التقرير.", "ذُكر اسمه في المحضر."])
def test_a_name_that_the_words_are_about_is_kept(words: str) -> None:
    assert all("ذكر اسمه" in content for _, content in said(words))


NAMES = [
    ("المتحدث باسم البلدية، مروان الخطيب،", "مروان الخطيب"),
    ("المتحدث باسمها العقيد سامر الحلبي", "سامر الحلبي"),
    ("وزير الأشغال عبد الأمير الراوي", "عبد الأمير الراوي"),
    ("رئيس اللجنة أنور السيد", "أنور السيد"),
    ("مديرها سامر الحلبي", "سامر الحلبي"),
    ("إمام الجامع الكبير", "إمام الجامع الكبير"),
    ("المصدران", "المصدران"),
]


@pytest.mark.parametrize(("source", "name"), NAMES)
def test_titles_that_are_surnames_and_titles_with_pronouns(source: str, name: str) -> None:
    assert [[name, CONTENT]] == said(f"قال {source} إن {CONTENT}.")


def test_mother_of_is_no_or() -> None:
    assert [["أم سعيد", CONTENT]] == said(f"وقالت أم سعيد إن {CONTENT}.")
    assert [["البلدية", "الطريق أو الجسر مغلق"]] == said("قالت البلدية إن الطريق أو الجسر مغلق.")


ADDRESSED = [
    ("دعا محافظ المدينة السكان إلى الحذر.", "محافظ المدينة"),
    ("حذر الدفاع المدني سكان الضفة من الاقتراب.", "الدفاع المدني"),
    ("أعلن الجيش حظر التجول، ودعا الأهالي إلى الحذر.", "الجيش"),
    ("ناشدت الشرطة المواطنين عدم الاقتراب.", "الشرطة"),
]


@pytest.mark.parametrize(("words", "source"), ADDRESSED)
def test_those_called_on_are_no_source(words: str, source: str) -> None:
    assert {source} == {name for name, _ in said(words)}


def test_a_feminine_participle_is_not_put_on_a_man() -> None:
    words = "قال المحافظ سامر الحلبي إن الكلفة كبيرة، فيما رفعت النقابة تقديرها، قائلة إن الطرق دُمرت."
    assert [["سامر الحلبي"], ["unknown"]] == [[name] for name, _ in said(words)]


OWNERS = [
    ("ارتفع العدد إلى 50، وفق بيان صدر عن وزارة النقل.", "وزارة النقل"),
    ("وبحسب معلومات حصلت عليها الصحيفة، كان المعبر مغلقا.", "معلومات"),
    ("لكن «لجنة الأهالي» قالت إن المعبر مغلق.", "لجنة الأهالي"),
]


@pytest.mark.parametrize(("words", "source"), OWNERS)
def test_whose_document_it_is(words: str, source: str) -> None:
    assert source == said(words)[0][0]


def test_a_minister_to_an_agency_is_the_minister() -> None:
    words = "قال وزير النقل سامر الحلبي إن المعبر مغلق. وأضاف الوزير لوكالة مرسى: «سيفتح غدا»."
    assert ["سامر الحلبي", "سامر الحلبي"] == [name for name, _ in said(words)]


NO_PART_OF_A_NAME = [
    ("وصف الأمير خالد بن سامر الهجوم بأنه «عمل جبان».", "خالد بن سامر"),
    ("وقال سامر الحلبي، رئيس اللجنة، إن المعبر مغلق.", "سامر الحلبي"),
    ("لكن معارضيه يقولون إن المعبر مغلق.", None),
    ("وقال السناتور نبيل الراوي إن المعبر مغلق.", "نبيل الراوي"),
]


@pytest.mark.parametrize(("words", "name"), NO_PART_OF_A_NAME)
def test_what_stands_beside_a_name_is_no_part_of_it(words: str, name: str | None) -> None:
    ((source, _),) = said(words)
    kind = read(words)[0].attribution.source.kind
    assert (source == name) if name else kind is not SourceKind.PERSON
