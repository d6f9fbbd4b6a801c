import pytest

from tahqiq.model.source import Source, SourceKind
from tahqiq.reconcile.voices import name_key, voices
from tests.reconcile.builders import MINISTRY, Said, count, report

NAME = Source("ماهر التلال", SourceKind.PERSON)

INTRODUCED = [
    # words, source, stems of the body
    ("وقال المتحدث باسم وزارة الصحة ماهر التلال إن {n} قضوا", NAME, {"زار", "صحه"}),
    ("وقال مدير المرصد، الدكتور ماهر التلال، إن {n} قضوا", NAME, {"مرصد"}),
    ("وقالت الوزارة. وقال ماهر التلال إن {n} قضوا", NAME, set()),
    ("وزار مدير المرصد المدينة. وقال ماهر التلال إن {n} قضوا", NAME, set()),
    ("وقال متحدث باسم الشرطة إن {n} قضوا", Source("متحدث باسم الشرطة", SourceKind.GOVERNMENT), {"شرط"}),
    ("spokesman for the Ministry ماهر التلال said {n} died", NAME, {"ministry"}),
]


@pytest.mark.parametrize(("words", "source", "body"), INTRODUCED)
def test_bodies_are_read_where_a_name_is_introduced(words, source, body):
    found = voices([report("a", "نهر", "2026-03-10", Said(count(31), source, words=words))])
    assert body == set(found.get(name_key(source.name), ()))


def test_its_spokesman_speaks_for_the_body_cited_last():
    told = report(
        "a", "نهر", "2026-03-10",
        Said(count(31), MINISTRY, words="وقالت وزارة الصحة إن {n} قضوا"),
        Said(count(40), NAME, words="وأضاف المتحدث باسمها العقيد ماهر التلال أن {n} أصيبوا", predicate="wounded"),
    )  # fmt: skip
    assert {"زار", "صحه"} == set(voices([told])[name_key(NAME.name)])


def test_titles_are_no_part_of_a_name():
    assert name_key("ماهر التلال") == name_key("العقيد ماهر التلال")
    assert name_key("الوزارة") == name_key("وزارة")
