"""The phrases by which sites speak of themselves."""

from __future__ import annotations

import re

from tahqiq.clean.lines import key
from tahqiq.model.folding import fold

LINK = "link to another report"
REQUEST = "request to share or follow"
TAGS = "address or tags"
RIGHTS = "rights"
CREDIT = "credit"

# A line that opens with one of these is the site's, with or without a colon behind.
_OPENINGS = {
    LINK: (
        "اقرأ أيضا|اقرأ المزيد|اقرأ كذلك|اقرؤوا أيضا|قراءة المزيد|للمزيد|المزيد من الأخبار|شاهد أيضا|شاهدوا أيضا"
        "|تابع أيضا|طالع أيضا|مواضيع ذات صلة|أخبار ذات صلة|موضوعات ذات صلة|مقالات ذات صلة|مواضيع متعلقة|أخبار متعلقة"
        "|موضوعات متعلقة|مقالات متعلقة|مواضيع مشابهة|أخبار مشابهة|قد يهمك|قد يعجبك|الأكثر قراءة|الأكثر مشاهدة|اخترنا لك"
        "|المقال السابق|المقال التالي|الخبر السابق|الخبر التالي|مقالات أخرى للكاتب"
    ),
    REQUEST: (
        "تابعونا|تابعنا على|شارك هذا|شارك الخبر|شارك المقال|شاركها|مشاركة الخبر|مشاركة المقال|مشاركة عبر"
        "|انشر على|طباعة الخبر|طباعة المقال|اطبع|أرسل إلى صديق|اشترك في قناتنا|اشترك في نشرتنا|اشترك في النشرة"
        "|اشترك الآن|انضم إلينا|انضم إلى قناتنا|حمل تطبيق|حمّل التطبيق|لمتابعة آخر|أضف تعليق|حجم الخط|نسخ الرابط"
        "|تم نسخ الرابط|للتواصل مع الكاتب|لمراسلة الكاتب"
    ),
    TAGS: (
        "رابط الخبر|رابط مختصر|الرابط المختصر|رابط المقال|الوسوم|كلمات دلالية|الكلمات الدلالية|كلمات مفتاحية"
        "|الكلمات المفتاحية|وسوم|هاشتاغ|تصنيفات"
    ),
    RIGHTS: "جميع الحقوق محفوظة|حقوق النشر محفوظة|كافة الحقوق محفوظة|كل الحقوق محفوظة|حقوق الصورة",
}
# A request that no reporter makes in a sentence, however long it is.
_REQUESTS = (
    "لمتابعة آخر الأخبار|لمتابعة أهم الأخبار|تابعوا آخر الأخبار|تابع آخر الأخبار|تابعونا على|تابعونا عبر|تابعنا على"
    "|تابعنا عبر|اشترك في قناتنا|اشتركوا في قناتنا|انضم إلى قناتنا|انضموا إلى قناتنا|حملوا تطبيق|يمكنكم استلام إشعارات"
    "|يمكنكم تسلم إشعارات|يمكنكم متابعتنا|يمكنكم الاشتراك في|للاشتراك في نشرتنا|للتواصل أرسل"
)
_ALONE = {
    LINK: "اقرأ|شاهد|المزيد|ذات صلة|مقالات أخرى",
    REQUEST: "شارك|شاركنا|مشاركة|طباعة|إرسال|التعليقات|لا توجد تعليقات|Share|Print|Next Previous",
    TAGS: "سمات|تاغات|Tags",
}
_BEHIND_THE_LAST_SENTENCE = {
    LINK: "اقرأ أيضا|اقرأ المزيد|شاهد أيضا|مواضيع ذات صلة|أخبار ذات صلة|مقالات أخرى للكاتب|للمزيد من المعلومات",
    REQUEST: f"{_REQUESTS}|شارك الخبر|شارك المقال|للتواصل مع الكاتب",
    TAGS: f"{_OPENINGS[TAGS]}|سمات",
    RIGHTS: _OPENINGS[RIGHTS],
}

_LONGEST_ALONE = 40
_FAR_ENOUGH = 120  # to see how a line opens
_MARKS = "#*-–—•>»«|.… \xa0"
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,64}\.[A-Za-z]{2,10}")
_DOTTED = re.compile(r"(?:اقرا|شاهد)\s?(?:\.\.|…|:)")  # folded
_RESERVED = re.compile(r"©|\(c\) ?\d{4}|copyright (?:©|\d{4})|(?:جميع|كل|كافه) ال?حقوق (?:\w+ ){0,3}محفوظه")  # folded
_NAME = r"[^\W\d_]++(?:[ .]++[^\W\d_]++){0,4}+[ .]*+"
_CREDIT = re.compile(  # folded
    r"\(?(?:تصوير|تحرير|(?:اعداد|ترجمه)(?: وتحرير)?|بقلم|عدسه|مونتاج)\s?[:/]\s?"
    rf"{_NAME}(?:[،/–-]\s?{_NAME})?\)?"
)
_BYLINE = re.compile(  # folded
    rf"(?:كتب|كتبت)\s?[:/]\s?(?!(?:لن|لم|لا|ان|ما|هذا|هذه|نحن|انا)\s){_NAME}(?:[–-]\s?{_NAME})?"
)


def _any(phrases: str) -> str:
    return "|".join(re.escape(fold(phrase)) for phrase in sorted(phrases.split("|")))


_OPENING = {reason: re.compile(rf"(?:{_any(phrases)})(?!\w)") for reason, phrases in _OPENINGS.items()}
_CONTACT = re.compile(_any("للتواصل أرسل|للتواصل مع الكاتب"))
_REQUEST = re.compile(rf"(?:{_any(_REQUESTS)})(?!\w)")
_BEHIND = {reason: re.compile(rf"(?:{_any(phrases)})(?!\w)") for reason, phrases in _BEHIND_THE_LAST_SENTENCE.items()}
_WHOLE = {key(phrase): reason for reason, phrases in _ALONE.items() for phrase in phrases.split("|")}
_HEADING = {
    key(phrase): reason for reason in (LINK, TAGS) for phrase in f"{_OPENINGS[reason]}|{_ALONE[reason]}".split("|")
}


def is_request(line: str) -> bool:
    """Whether a line asks its readers to follow, to subscribe or to write, in words that no report has."""
    return _REQUEST.match(_opening(line[:_FAR_ENOUGH])) is not None


def opened_by(line: str) -> str | None:
    """Why a line is the site's own, by the words it opens with or consists of; None where it may be the report's."""
    folded = _opening(line)
    for reason, openings in _OPENING.items():
        if openings.match(folded):
            return reason
    if _DOTTED.match(folded):
        return LINK
    if _RESERVED.search(folded):
        return RIGHTS
    if _CREDIT.fullmatch(folded):
        return CREDIT
    return _WHOLE.get(key(line)) if len(line) <= _LONGEST_ALONE else None


def is_byline(line: str) -> bool:
    """Whether a line says who wrote the report: "كتب: NAME"; further down, the same words introduce a post."""
    return _BYLINE.fullmatch(_opening(line)) is not None


def heads_list(line: str) -> str | None:
    """Why the lines below this one are the site's: it only heads links or tags, or says how to write to an author."""
    return REQUEST if _CONTACT.match(_opening(line)) else _HEADING.get(key(line))


def opened_behind_a_sentence(words: str) -> str | None:
    """Why words that follow the end of a sentence are the site's, by their opening; None where they are not."""
    folded = fold(words)
    return next((reason for reason, each in _BEHIND.items() if each.match(folded)), None)


def _opening(line: str) -> str:
    """The line, folded, without the marks and the author's address that may stand before its words."""
    return fold(_EMAIL.sub("", line, count=1) if "@" in line else line).lstrip(_MARKS)
