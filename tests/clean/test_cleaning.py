"""What was received becomes a report: its words unchanged, what is not its own marked."""

from __future__ import annotations

import datetime as dt

import pytest

from tahqiq.clean import clean
from tahqiq.errors import UnreadableInput
from tahqiq.extract.reading import parse_dates
from tahqiq.model.report import MediaType, Metadata, Received, Report

BODY = "قالت البلدية إن 12 منزلا تضررت بالأمطار، وإن فرقها تعمل منذ الفجر على فتح الطرق المقطوعة في الحي القديم."


def received(raw: bytes, media: MediaType = MediaType.TEXT, **known: object) -> Received:
    return Received("r", "r.txt", media, raw, metadata=Metadata(**known))  # type: ignore[arg-type]


def cleaned(words: str) -> Report:
    return clean(received(words.encode()), parse_dates)


def row(body: str, **known: object) -> Report:
    item = Received("r", "rows.jsonl:1", MediaType.ROW, b"{}", body=body, metadata=Metadata(**known))  # type: ignore[arg-type]
    return clean(item, parse_dates)


def excluded(report: Report) -> list[tuple[str, str]]:
    return [(e.reason, report.text.raw[e.start : e.end]) for e in report.text.excluded]


def test_plain_text_is_unchanged_but_for_a_byte_order_mark() -> None:
    words = f"  عنوان من ثلاث كلمات\n\n{BODY}\r\n"
    assert words == clean(received(b"\xef\xbb\xbf" + words.encode()), parse_dates).text.raw


def test_a_title_given_apart_stands_before_a_blank_line() -> None:
    report = row(BODY, title="أمطار تضر 12 منزلا")
    assert f"أمطار تضر 12 منزلا\n\n{BODY}" == report.text.raw
    assert len("أمطار تضر 12 منزلا") == report.text.title_end


HEADLINES = [
    (f"أمطار تضر منازل الحي القديم\n\n{BODY}", "أمطار تضر منازل الحي القديم"),
    (f"أمطار تضر منازل الحي القديم\n{BODY}", "أمطار تضر منازل الحي القديم"),
    (f"{BODY}\n\n{BODY}", ""),
    ("قالت البلدية إن الطرق مفتوحة.\n\nوأضافت أن العمل مستمر.", ""),
    ("سطر واحد من غير متن", ""),
]


@pytest.mark.parametrize(("words", "headline"), HEADLINES)
def test_a_headline_is_a_short_line_without_a_stop_before_the_body(words: str, headline: str) -> None:
    text = cleaned(words).text
    assert headline == text.raw[: text.title_end]


DATELINES = [
    ("03 شعبان 1447 20:40", dt.date(2026, 1, 22), None),
    ("الخميس 12 آذار/مارس 2026", dt.date(2026, 3, 12), None),
    ("26 يناير 2026", dt.date(2026, 1, 26), None),
    ("وكالة الجسر للأنباء – الجمعة 26 تموز 2024", dt.date(2024, 7, 26), "وكالة الجسر للأنباء"),
    ("نشر في: 2026-01-22 14:30", dt.date(2026, 1, 22), None),
    ("آخر تحديث: 2026-01-23 09:15 - تاريخ النشر: 2026-01-22", dt.date(2026, 1, 22), None),
    ("آخر تحديث: 23 يناير 2026\nنشر في: 22 يناير 2026", dt.date(2026, 1, 22), None),
    ("آخر تحديث: 23 يناير 2026", dt.date(2026, 1, 23), None),
    ("21 كانون الثاني/يناير 2026 - الساعة 14:30 بتوقيت غرينتش", dt.date(2026, 1, 21), None),
    ("22 يناير 2026 - 08:30 بتوقيت مكة المكرمة", dt.date(2026, 1, 22), None),
    ("نشرت في 22 يناير 2026 بواسطة المحرر", dt.date(2026, 1, 22), None),
    ("نشر: 14:20-22 يناير 2026", dt.date(2026, 1, 22), None),
    ("12 آذار 2026 - عمّان", dt.date(2026, 3, 12), None),
]


@pytest.mark.parametrize(("line", "day", "outlet"), DATELINES)
def test_a_dateline_gives_the_day_and_the_outlet_it_names(line: str, day: dt.date, outlet: str | None) -> None:
    metadata = cleaned(f"عنوان من أربع كلمات\n\n{line}\n\n{BODY}").metadata
    assert (day, outlet) == (metadata.published, metadata.outlet)


NO_DATELINES = [
    "4 آب 2020.. مساء هزّ المرفأ وأهله",
    "الثلاثاء 4 أغسطس 2020 كان يوما ثقيلا على سكان المرفأ",
    "نشر صور انفجار 4 أغسطس 2020",
    "تاريخ المدينة منذ 4 أغسطس 2020",
    "شتاء 2018",
]


@pytest.mark.parametrize("line", NO_DATELINES)
def test_a_line_that_says_more_than_a_date_does_not_date_the_report(line: str) -> None:
    for words in (f"{line}\n\n{BODY}", f"عنوان من أربع كلمات\n\n{line}\n{BODY}"):
        assert cleaned(words).metadata.published is None


def test_a_headline_may_open_with_a_date() -> None:
    text = cleaned(f"{NO_DATELINES[0]}\n\n{BODY}").text
    assert NO_DATELINES[0] == text.raw[: text.title_end]


def test_a_day_that_came_with_the_report_is_kept() -> None:
    assert dt.date(2020, 5, 5) == row(f"26 يناير 2026\n{BODY}", published=dt.date(2020, 5, 5)).metadata.published


FURNITURE = [
    ("اقرأ أيضاً: خبر آخر", "link to another report"),
    ("إقرأ ايضا : خبر آخر", "link to another report"),
    ("شاهد أيضا", "link to another report"),
    ("مواضيع ذات صلة", "link to another report"),
    ("تابعونا على تويتر", "request to share or follow"),
    ("رابط الخبر: https://example.org/1", "address or tags"),
    ("#أمطار #فيضانات #الحي_القديم", "address or tags"),
    ("https://example.org/a/b", "bare address"),
    ("جميع الحقوق محفوظة 2026", "rights"),
    ("aXA6IDE5Mi4wLjIuMSA9", "code"),
    ("aXA6IDE5Mi4wLjIuMSA9 موقع ما", "code"),
    ("اقرأ.. مقتل 20 شخصا في حادث آخر", "link to another report"),
    ("شاهد: مقتل 20 شخصا في حادث آخر", "link to another report"),
    ("المزيد...", "link to another report"),
    ("شارك", "request to share or follow"),
    ("شارك:", "request to share or follow"),
    (
        "لمتابعة آخر الأخبار انضموا إلى 12 ألف مشترك في قناة صحيفة الجسر على تطبيق المراسلة الذي تفضلون.",
        "request to share or follow",
    ),
    ("lail@example.org للتواصل مع الكاتب أرسل رسالة إلى 55501", "request to share or follow"),
    ("الكلمات الدلالية: أمطار، 12 منزلا", "address or tags"),
    ("رابط الخبر بصحيفة الجسر: مقتل 20 شخصا في حادث آخر", "address or tags"),
    ("© 2026 صحيفة الجسر", "rights"),
    ("صحيفة الجسر - كل الحقوق محفوظة لعام 2026", "rights"),
    ("تصوير: سامي الحداد", "credit"),
    ("(تصوير : سامي الحداد)", "credit"),
    ("تحرير: ليلى الناصر - بيروت", "credit"),
]


@pytest.mark.parametrize(("line", "reason"), FURNITURE)
def test_site_furniture_is_marked_with_its_reason(line: str, reason: str) -> None:
    assert [(reason, line)] == excluded(cleaned(f"عنوان من أربع كلمات\n\n{BODY}\n{line}"))


@pytest.mark.parametrize(
    "line",
    [
        "المزيد من الأمطار متوقع غدا",
        "شارك مئة متطوع في العمل",
        "طالع الوزير التقرير",
        "وكالات",
        "(أ ف ب)",
        "COVID-19",
        "انضم إلى التنظيم 300 مقاتل من أبناء الوادي",
        "اشترك في الهجوم على السجن 20 مسلحا",
        "مشاركة 500 متطوع في حملة التنظيف",
        "للمزيد من الضمانات طلب الأهالي لقاء المحافظ، وقالوا إن 40 منزلا تضررت.",
        "شاركوا في الإنقاذ",
        "كتب: لن نترك منازلنا",
        "تصوير: 12 دقيقة من البث",
        "تحرير: «عاد 20 رهينة»",
        "سمات المنازل القديمة أنها من طين. سمات أخرى نجدها في 12 منزلا قرب السوق.",
    ],
)
def test_words_of_the_report_are_not_furniture(line: str) -> None:
    assert [] == excluded(cleaned(f"عنوان من أربع كلمات\n\n{BODY}\n{line}"))


def marked(body: str) -> list[str]:
    return [words for _, words in excluded(cleaned(f"عنوان من أربع كلمات\n\n{BODY}\n{body}"))]


@pytest.mark.parametrize("heading", ["اقرأ أيضاً", "إقرأ أيضا:", "مواضيع ذات صلة", "الكلمات الدلالية"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headlines_below_a_heading_of_links_are_marked_until_the_report_goes_on(heading: str, gap: str) -> None:
    links = ["مقتل 20 شخصا في حادث آخر", "غرق 7 مهاجرين قرب الجزيرة"]
    assert [heading, *links] == marked(gap.join([heading, *links, BODY, "عاد 3 عمال إلى الموقع"]))


@pytest.mark.parametrize("sentence", ["وقال المجلس إن 7 جسور أغلقت", "عاد 3 عمال إلى الموقع.", BODY + " " + BODY[:-1]])
def test_a_sentence_below_a_heading_of_links_is_the_reports(sentence: str) -> None:
    assert ["اقرأ أيضا"] == marked(f"اقرأ أيضا\n{sentence}")


def test_how_to_write_to_an_author_may_run_over_lines() -> None:
    lines = ["للتواصل أرسل رسالة إلى 55501", "شبكة الجسر 55502", "تبدأ بالرمز 12 ثم الرسالة"]
    assert lines == marked("\n".join(lines))


def test_a_byline_is_at_the_head() -> None:
    assert [("credit", "كتب: سامي الحداد")] == excluded(cleaned(f"عنوان من أربع كلمات\n\nكتب: سامي الحداد\n{BODY}"))


BEHIND = [
    ("رابط الخبر بصحيفة الجسر: مقتل 20 شخصا في حادث آخر", "address or tags"),
    ("سمات أمطار 12 منزلا", "address or tags"),
    ("اقرأ أيضًا: مقتل 20 شخصا في حادث آخر", "link to another report"),
    ("تابعونا على قناة الجسر", "request to share or follow"),
]


@pytest.mark.parametrize(("words", "reason"), BEHIND)
@pytest.mark.parametrize("end", ["", " ", "\n\n"])
def test_what_a_site_wrote_behind_the_last_sentence_is_marked(words: str, reason: str, end: str) -> None:
    assert [(reason, words)] == excluded(cleaned(f"{BODY} {words}{end}"))


@pytest.mark.parametrize(
    "words", ["رابط الخبر بصحيفة الجسر: مقتل 20 شخصا", "للتواصل مع الكاتب أرسل الرمز 12 إلى 55501"]
)
def test_some_phrases_need_no_sentence_before_them(words: str) -> None:
    assert [words] == [found for _, found in excluded(cleaned(f"{BODY[:-1]} lail@example.org{words}"))]


def test_a_sentence_that_mentions_an_address_is_the_reports() -> None:
    assert [] == excluded(cleaned(f"{BODY[:-1]}، ونشرت رابط الخبر بصفحتها."))


def test_the_number_alone_in_a_cell_is_marked_and_the_words_stay() -> None:
    rows = "المدينة | المنازل | الجرحى\nالوادي | 12 منزلا | 3\nالسهل\t٤٥٫٥ %\t7 جرحى"
    assert ["3", "٤٥٫٥ %"] == marked(rows)


def test_a_repeated_headline_is_marked() -> None:
    report = cleaned(f"أمطار تضر منازل الحي\n\n26 يناير 2026\nأمطار تضر منازل الحيّ!\n\n{BODY}")
    assert [("repeated headline", "أمطار تضر منازل الحيّ!")] == excluded(report)


PAGE = f"""<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>أمطار | موقع</title>
<meta property="og:title" content="أمطار تضر منازل الحي القديم"><meta property="og:site_name" content="صحيفة الجسر">
<meta property="og:url" content="https://example.org/rain"></head><body><nav><a href="/">الرئيسية</a></nav>
<article><h1>أمطار تضر منازل الحي القديم</h1><p class="date">الاثنين 26 يناير 2026</p>
<p>{BODY}</p><p>وأضافت البلدية أن 300 شخص غادروا منازلهم، وأن المدارس ستبقى مغلقة حتى نهاية الأسبوع في كل المدينة.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    report = clean(received(PAGE.encode(), MediaType.HTML), parse_dates)
    known = report.metadata
    assert ("صحيفة الجسر", "https://example.org/rain") == (known.outlet, known.url)
    assert dt.date(2026, 1, 26) == known.published
    assert report.text.raw.startswith("أمطار تضر منازل الحي القديم\n\n")
    assert BODY in report.text.raw
    assert "الرئيسية" not in report.text.raw


def test_machine_readable_times_come_before_visible_ones() -> None:
    page = PAGE.replace(
        "</head>", '<meta property="article:published_time" content="2026-01-25T23:10:00+03:00"></head>'
    )
    published = clean(received(page.encode(), MediaType.HTML), parse_dates).metadata.published
    assert "2026-01-25T23:10:00+03:00" == (published.isoformat() if published else None)


DATED = '<p class="date">الاثنين 26 يناير 2026</p>'
SITE = '<body><header>الأحد 29 مارس 2026</header><nav><time datetime="2026-03-29">اليوم</time></nav>'
OTHERS = '<aside><time datetime="2026-03-28">خبر آخر</time></aside><footer>30 مارس 2026</footer></body>'
TABLE = """<table><tr><th>الحي</th><th>المنازل</th></tr><tr><td>القديم | الشرقي</td><td>12 منزلا</td></tr>
<tr><td>الجديد</td><td>30</td></tr></table>"""


def test_a_table_of_an_article_keeps_its_words() -> None:
    report = clean(
        received(PAGE.replace(f"<p>{BODY}</p>", f"<p>{BODY}</p>{TABLE}").encode(), MediaType.HTML), parse_dates
    )
    assert f"{BODY}\nالحي | المنازل\nالقديم | الشرقي | 12 منزلا\nالجديد | 30\n" in report.text.raw
    assert [("number of a table", "30")] == excluded(report)


PLACES = [
    DATED,
    '<time datetime="2026-01-26">قبل شهرين</time>',
    '<time itemprop="dateModified" datetime="2026-02-02">ح</time><time datetime="2026-01-26T08:00">ن</time>',
    "<header><p>26 يناير 2026</p></header>",
    "<p>آخر تحديث: 2 فبراير 2026</p><p>نشر: 26 يناير 2026</p>",
    "<!-- -->26 يناير 2026",
]


@pytest.mark.parametrize("place", PLACES)
def test_the_day_of_a_page_is_that_of_its_article(place: str) -> None:
    page = PAGE.replace("<body>", SITE).replace("</body>", OTHERS).replace(DATED, place)
    published = clean(received(page.encode(), MediaType.HTML), parse_dates).metadata.published
    assert "2026-01-26" == str(published)[:10]


def test_menus_asides_and_footers_do_not_date_a_page() -> None:
    page = PAGE.replace("<body>", SITE).replace("</body>", OTHERS).replace(DATED, "")
    assert clean(received(page.encode(), MediaType.HTML), parse_dates).metadata.published is None


def test_a_page_in_an_old_encoding_is_read_by_its_declaration() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1256"').encode("windows-1256")
    assert BODY in clean(received(page, MediaType.HTML), parse_dates).text.raw


UNREADABLE = [
    (b"", MediaType.TEXT),
    (b" \n\n", MediaType.TEXT),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00", MediaType.TEXT),
    (b"<html><body></body></html>", MediaType.HTML),
    (b"", MediaType.HTML),
    (b" \n<!-- nothing -->\n", MediaType.HTML),
    (b"<div>" * 100_000 + "نص".encode(), MediaType.HTML),
    ("نص فيه \ufffd حرف ضائع".encode(), MediaType.TEXT),
]


@pytest.mark.parametrize(("raw", "media"), UNREADABLE)
def test_what_holds_no_words_is_refused_with_its_place(raw: bytes, media: MediaType) -> None:
    with pytest.raises(UnreadableInput, match=r"^r\.txt: "):
        clean(received(raw, media), parse_dates)


def test_a_garbled_row_is_refused_with_its_place() -> None:
    row = Received("r", "r.jsonl:1", MediaType.ROW, b"{}", body=BODY.encode().decode("latin-1"))
    with pytest.raises(UnreadableInput, match=r"^r\.jsonl:1: garbled"):
        clean(row, parse_dates)


LANGUAGES = [
    (BODY, "ar"),
    ("وتەبێژی وەزارەتی ناوخۆ ڕایگەیاند کە دوو کەس لە ڕووداوەکەدا بریندار بوون و گەیەنراونەتە نەخۆشخانە", "ckb"),
    ("پلیس گفت که سه نفر در این حادثه زخمی شده‌اند و به بیمارستان منتقل شدند", "fa"),
    ("The council said that twelve houses were damaged by the rain on Monday morning.", "en"),
    ("12", "und"),
]


@pytest.mark.parametrize(("words", "language"), LANGUAGES)
def test_the_language_is_told(words: str, language: str) -> None:
    assert language == cleaned(words).text.language
