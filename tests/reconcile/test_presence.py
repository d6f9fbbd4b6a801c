import pytest

from tahqiq.reconcile.presence import presence
from tests.reconcile.builders import Said, count, report

PRESENT = [
    # words, label, predicate as read, predicate as told
    ("وكان على متن القارب {n} مهاجرا", "migrants", "present", "other:aboard"),
    ("وكانت الحافلة تقل {n} طالبا", "students", "present", "other:aboard"),
    ("وقال إن {n} شخصا كانوا على متنها", "people", "present", "other:aboard"),
    ("ووصلت {n} شاحنة تقل معونات", "trucks", "present", "present"),
    ("وجمع شمل {n} طفل تقل أعمارهم عن خمسة أعوام", "children", "present", "present"),
    ("ويعمل {n} من الشرطة والإطفاء ليل نهار", "police", "present", "other:responding"),
    ("وشارك {n} شخص في عمليات البحث", "people", "present", "other:responding"),
    ("وانتشر {n} من الشرطة في الأحياء", "police", "present", "present"),
    ("وقالت إن {n} أشخاص فجروا أنفسهم", "people", "present", "other:detonated"),
    ("وقتل {n} انتحاريين", "suicide bombers", "killed", "other:detonated"),
    ("وقتل {n} على متن القارب", "people", "killed", "killed"),
]


@pytest.mark.parametrize(("words", "label", "read", "told"), PRESENT)
def test_what_those_present_are_there_for(words, label, read, told):
    (figure,) = report(
        "a", "نهر", "2026-03-10", Said(count(31), predicate=read, counted=label, words=words)
    ).claims.figures
    assert told == presence(figure)
