"""Figures say what is counted, what happened to it, of what it is part, and how the words stand to it."""

from __future__ import annotations

import datetime as dt

import pytest

from tahqiq.library import extract
from tahqiq.model.claim import Figure, Stance


def only(words: str) -> Figure:
    (figure,) = extract(words).figures
    return figure


COUNTED = [
    # sentence                                                        value  counted                  predicate
    ("قُتل 12 شخصا في انهيار المبنى.", 12, "people", "killed"),
    ("أسفر الانفجار عن مقتل 14 عاملا.", 14, "workers", "killed"),
    ("لقي سبعة جنود حتفهم في الكمين.", 7, "soldiers", "killed"),
    ("سقط 30 قتيلا في القصف.", 30, "dead", "killed"),
    ("سقط نحو عشرة مدنيين برصاص قناصة.", 10, "civilians", "killed"),
    ("سقطت 3 ممرضات في القصف.", 3, "nurses", "killed"),
    ("أدى الهجوم إلى سقوط 20 جنديا.", 20, "soldiers", "killed"),
    ("وُجد خمسة سجناء سقطوا بنيران مجهولة.", 5, "prisoners", "killed"),
    ("الاشتباك الذي سقط فيه 30 مقاتلا.", 30, "fighters", "killed"),
    ("سقط 5 جرحى في القصف.", 5, "wounded", "wounded"),
    ("سقط 40 عاملا من سطح المصنع.", 40, "workers", "present"),
    ("سقط 8 طلاب في الامتحان.", 8, "students", "present"),
    ("سقطت طائرة كانت تقل 200 جندي.", 200, "soldiers", "present"),
    ("انتُشلت جثث 9 بحارة من القارب، وبلغ عدد القتلى 9.", 9, None, "killed"),
    ("أصيبت 5 ممرضات بجروح.", 5, "nurses", "wounded"),
    ("أُدخل 40 جريحا إلى المستشفى.", 40, "wounded", "wounded"),
    ("فُقد 16 صيادا في العاصفة.", 16, None, "missing"),
    ("لا يزال 8 عمال في عداد المفقودين.", 8, "workers", "missing"),
    ("نزحت 300 عائلة من البلدة.", 300, "families", "displaced"),
    ("أُجبر 2000 شخص على ترك منازلهم.", 2000, "people", "displaced"),
    ("أجلت السلطات 150 سائحا من الفندق.", 150, "tourists", "evacuated"),
    ("عاد 600 لاجئ إلى قراهم.", 600, "refugees", "returned"),
    ("اعتقلت الشرطة 22 مشتبها به.", 22, "suspects", "detained"),
    ("يقبع في السجن 90 معتقلا.", 90, "detainees", "detained"),
    ("أفرجت الإدارة عن 180 سجينا.", 180, "prisoners", "released"),
    ("أُطلق سراح 35 رهينة.", 35, "hostages", "released"),
    ("شمل العفو إطلاق سراح 60 موقوفا.", 60, "detainees", "released"),
    ("فر 23 نزيلا من السجن المركزي.", 23, "prisoners", "escaped"),
    ("هرب 11 سجينا عبر نفق.", 11, "prisoners", "escaped"),
    ("نُقل 150 معتقلا إلى سجن آخر.", 150, "detainees", "transferred"),
    ("تسلم العراق 85 عنصرا من داعش.", 85, "ISIS members", "transferred"),
    ("أنقذ خفر السواحل 70 مهاجرا.", 70, "migrants", "rescued"),
    ("شارك في التمرين 500 جندي تركي.", 500, "Turkish soldiers", "present"),
    ("دُمر 420 منزلا في الفيضان.", 420, "houses", "destroyed"),
    ("تضررت 12 مدرسة.", 12, "schools", "damaged"),
    ("خُطف 4 صحفيين شمال المدينة.", 4, "journalists", "other:kidnapped"),
    ("وزعت الجمعية 800 سلة غذائية.", 800, "parcels", "provided"),
    ("بلغت قيمة المساعدات 5 ملايين دولار.", 5_000_000, None, "provided"),
    ("بلغت كلفة السد 40 مليون دولار.", 40_000_000, None, "cost"),
    ("يمتد الخندق 560 كيلومترا.", 560, None, "measure"),
    ("هطل 163 ملم من الأمطار.", 163, None, "measure"),
    ("ينتمي المحتجزون إلى 20 دولة.", 20, "countries", "measure"),
    ('قتلت القوات 3 عناصر من تنظيم "الدولة".', 3, "ISIS members", "killed"),
    ("قُتل جنديان سوريان في الهجوم.", 2, "Syrian soldiers", "killed"),
    ("قتل وجرح 50 شخصا.", 50, "people", "affected"),
    ("أوقعت الغارة 100 قتيل وجريح.", 100, "dead", "affected"),
    ("اعتقلت الشرطة 14 متشددا.", 14, "militants", "detained"),
    ("اعتقلت الشرطة 15 جهاديا.", 15, "jihadists", "detained"),
    ("اعتقلت الشرطة 16 إرهابيا.", 16, "terrorists", "detained"),
    ("أُطلق سراح 5 أسرى.", 5, "prisoners", "released"),
    ("تضررت 20 بلدة.", 20, "villages", "damaged"),
    ("تضررت 6 كنائس.", 6, "churches", "damaged"),
    ("أصيبت 4 مدرسات.", 4, "teachers", "wounded"),
    ("حذف الموقع حسابات 900 مستخدم.", 900, "users", "present"),
    ("أُنقذت 3 نساء حوامل.", 3, "pregnant women", "rescued"),
    ("قبضت الشرطة على 12 شخصا.", 12, "people", "detained"),
    ("قدمت السلطات 30 متهما إلى المحاكمة.", 30, "suspects", "other:tried"),
    ("وجهت النيابة الاتهام إلى 10 أشخاص.", 10, "people", "other:accused"),
    ("طردت الحكومة 23 دبلوماسيا.", 23, "diplomats", "other:expelled"),
    ("تظاهر 700 شخص بعد إعلان النتائج.", 700, "people", "present"),
    ("هاجم رجل 3 أشخاص بسكين.", 3, "people", "attacked"),
    ("أصيب 5 أشخاص طعنا.", 5, "people", "wounded"),
    ("طعن 30 نائبا في القرار.", 30, "members of parliament", "present"),
    ("بلغت إيرادات الميناء 20 مليون دولار.", 20_000_000, None, "other:earned"),
    ("بلغ حجم التجارة 3 مليارات دولار.", 3_000_000_000, None, "other:traded"),
    ("بلغت ديون المصنع 30 مليون دولار.", 30_000_000, None, "other:owed"),
    ("عُثر على 30 مهاجرا هلكوا عطشا.", 30, "migrants", "killed"),
    ("صلب المسلحون 3 رجال في الساحة.", 3, "men", "killed"),
    ("خلف الهجوم 9 قتلى وإصابات عدة.", 9, "dead", "killed"),
    ("صعدت أسعار القمح 2%.", 2, None, "other:rose"),
    ("هبط الخام إلى 71 دولارا للبرميل.", 71, None, "cost"),
    ("اندلعت مواجهات أصيب فيها 7 منهم على الأقل.", 7, "", "wounded"),
    ("نما الناتج المحلي 5%.", 5, "", "other:rose"),
    ("يعاني 16 يواجهون الموت.", 16, "", "other:count"),
    ("بلغ عدد الوفيات في الوادي 19 شخصا.", 19, "people", "killed"),
    ("ارتفع إلى 17 عدد العناصر الذين قتلهم القصف.", 17, "members", "killed"),
    ("أحرق المهاجمون 50 منزلا.", 50, "houses", "destroyed"),
    ("عمد الكاهن 80 شخصا بعد حريق قتل فيه عامل.", 80, "people", "present"),
    ("نعت القرية معلما قُتل أثناء تدريس العشرات.", 20, None, "other:count"),
    ("أحالت النيابة 44 مشتبها إلى المحاكم العسكرية.", 44, "suspects", "other:tried"),
    ("قضت المحكمة بالإعدام على 21 متهما.", 21, "suspects", "other:sentenced"),
    ("وجهت تهم إلى 26 شخصا.", 26, "people", "other:accused"),
    ("يواجه المدير التهم الثلاث الموجهة إليه.", 3, "charges", "other:count"),
    ("اشتكت تسع عاملات من الأجور.", 9, "workers", "other:complained"),
    ("قبلت المحكمة طلبات 310 ضحايا للتعذيب.", 310, "victims of abuse", "affected"),
    ("أجبرت المعارك 7000 منهم على النزوح.", 7000, None, "displaced"),
    ("نقل التلفزيون عن ثلاثة مصادر أن الجيش سيطر على التل.", 3, None, "other:count"),
    ("حظي الاقتراح بتأييد 61 صوتا.", 61, "votes", "other:voted"),
    ("فقد النحاس 0.7%.", 0.7, None, "other:fell"),
    ("تراجعت واردات القمح 12 بالمئة.", 12, None, "other:fell"),
    ("خسر النادي 6 ملايين دولار.", 6_000_000, None, "other:lost"),
    ("تلقى المصرف قرضا قدره 4 ملايين يورو.", 4_000_000, None, "provided"),
    ("فُرضت رسوم على 900 منتج.", 900, "products", "other:taxed"),
    ("ازدادت الضرائب على 8 مصارف.", 8, "banks", "other:taxed"),
    ("تحدث وزراء الدول الأربع في الختام.", 4, "countries", "measure"),
    ("أُغلقت الجلسات الثلاث السابقة سريعا.", 3, "sessions", "other:closed"),
    ("سيُبث عدد من المباريات الـ64 لكأس العالم.", 64, "matches", "other:count"),
    ("يحمل الصاروخ 6 رؤوس نووية.", 6, "warheads", "present"),
    ("يشكل الماء 60 في المئة من كتلة الجسم.", 60, "body mass", "measure"),
    ("أوقف القاضي 37 فقط من المشتبه بهم.", 37, "suspects", "detained"),
    ("وصل كثيرون، و5000 غرقوا في البحر.", 5000, "", "killed"),
    ("ربط 900 شخص أيديهم في سلسلة طولها ميلان.", 900, "people", "present"),
    ("استعاد الجيش 14 قرية.", 14, "villages", "other:controlled"),
    ("استعادت الدولة 35 امرأة من المخيم.", 35, "women", "other:repatriated"),
    ("استعادت القوات 12 فارا.", 12, "fugitives", "other:recaptured"),
    ("لا يزال 31 فارا طلقاء.", 31, "fugitives", "escaped"),
    ("منحت الانتخابات الحزب 21 مقعدا.", 21, "seats", "other:won"),
    ("صرفت البلدية مستحقات 300 عامل.", 300, "workers", "present"),
]


def test_bearers_of_papers_are_not_pregnant() -> None:
    assert "pregnant" not in only("اعتقلت الشرطة 5 حاملي جوازات مزورة.").counted


@pytest.mark.parametrize(("words", "value", "counted", "predicate"), COUNTED)
def test_a_figure_says_what_is_counted_and_what_happened(
    words: str, value: float, counted: str | None, predicate: str
) -> None:
    figure = next(f for f in extract(words).figures if f.quantity.low == value)
    assert predicate == figure.predicate
    if counted is not None:
        assert counted == figure.counted


TRIGGERS_THAT_SAY_NOTHING = [
    ("نقلت وكالة النهر عن مسؤول أن 40 عائلة تسكن المخيم.", "transferred"),
    ("قالت فرق الإنقاذ إن 40 متطوعا في الموقع.", "rescued"),
    ("قال عضو في جبهة التحرير إن 40 نائبا في القاعة.", "released"),
    ("يوجد 40 موظفا في وزارة النقل.", "transferred"),
    ("تحطمت طائرة نقل كان على متنها 40 راكبا.", "transferred"),
]


@pytest.mark.parametrize(("words", "predicate"), TRIGGERS_THAT_SAY_NOTHING)
def test_names_and_relays_are_no_events(words: str, predicate: str) -> None:
    assert predicate != only(words).predicate


PARTS = [
    # sentence                                                              part → whole
    ("قُتل 50 شخصا بينهم 22 طفلا و8 نساء.", {"22": "50", "8": "50"}),
    ("أُفرج عن 1200 معتقل، من بينهم 470 عراقيا.", {"470": "1200"}),
    ("أصيب 16 مجندا، نُقل 9 منهم إلى المستشفى.", {"9": "16"}),
    ("قُتل 257 راكبا. وقال الوزير إن من بين الضحايا 26 مدنيا.", {"26": "257"}),
    ("قُتل 12 شخصا. وأصيب 30 آخرون.", {}),
    ("بلغ عدد الجرحى 10 منهم 8 في حالة خطرة.", {"8": "10"}),
    ("قُتل 40 جنديا في المعركة، فيما اعتقل 60 مسلحا.", {}),
]


@pytest.mark.parametrize(("words", "expected"), PARTS)
def test_a_part_knows_its_whole(words: str, expected: dict[str, str]) -> None:
    figures = extract(words).figures
    assert expected == {f.span.quote: f.part_of.quote for f in figures if f.part_of is not None}


def test_a_part_shares_what_happened_to_the_whole() -> None:
    killed, children = extract("قُتل 50 شخصا في القصف، بينهم 22 طفلا.").figures
    assert ("killed", "children") == (children.predicate, children.counted)
    assert killed.place == children.place


STANCES = [
    ("من المتوقع أن يصل عدد المعتقلين الذين سيتم نقلهم من المخيم الكبير في الشمال إلى 7 آلاف.", Stance.EXPECTED),
    ("تعتزم الحكومة نقل 350 سجينا.", Stance.EXPECTED),
    ("سينقل التحالف 90 معتقلا غدا.", Stance.EXPECTED),
    ("تستوعب القاعة 120 شخصا.", Stance.EXPECTED),
    ("توقعات بوصول 3000 لاجئ.", Stance.EXPECTED),
    ("تشير التوقعات إلى نزوح 4000 شخص.", Stance.EXPECTED),
    ("قالت البلدية إنها وافقت على استقبال 40 لاجئا.", Stance.EXPECTED),
    ("ستُبنى قاعة في الحي، واعتصم 70 عاملا.", Stance.ASSERTED),
    ("دخلت سيارتان تحملان 9 جرحى.", Stance.ASSERTED),
    ("لم يصب العمال الثمانية بأذى.", Stance.DENIED),
    ("فاقت النتائج التوقعات، فقد شارك 500 شخص.", Stance.ASSERTED),
    ("نقل التحالف 150 معتقلا.", Stance.ASSERTED),
    ("سيطر الجيش على 12 قرية.", Stance.ASSERTED),
    ("احترقت سيارة و3 شاحنات.", Stance.ASSERTED),
    ("لا صحة لمقتل 150 شخصا.", Stance.DENIED),
    ("المتحدث: الفارون 98 لا 23", Stance.DENIED),
    ("أعلن المتحدث أن عدد الفارين 98 وليس 23.", Stance.DENIED),
    ("لا يقل عدد القتلى عن 12.", Stance.ASSERTED),
]


@pytest.mark.parametrize(("words", "expected"), STANCES)
def test_plans_and_denials_are_told_from_deeds(words: str, expected: Stance) -> None:
    assert expected == extract(words).figures[-1].stance


def test_a_superseded_toll_counts_what_the_new_one_counts() -> None:
    new, old = extract("ارتفع عدد القتلى إلى 66 قتيلا في الفيضانات بعد أن كان 49 في الليل.").figures
    assert (Stance.EARLIER, new.predicate, new.counted) == (old.stance, old.predicate, old.counted)


CHANGES = [
    # sentence                                               from   to      predicate      counted
    ("ارتفع عدد القتلى من أربعة إلى أحد عشر.", 4, 11, "killed", "dead"),
    ("ارتفعت الحصيلة من 12 قتيلا إلى 19 قتيلا.", 12, 19, "killed", "dead"),
    ("زاد عدد المصابين من 20 إلى 35 مصابا.", 20, 35, "wounded", "wounded"),
    ("انخفض عدد الوظائف من ألفين إلى نحو ألف وخمسمئة.", 2000, 1500, "other:fell", "jobs"),
]


@pytest.mark.parametrize(("words", "before", "now", "predicate", "counted"), CHANGES)
def test_what_rises_or_falls_leaves_an_earlier_count_behind(
    words: str, before: int, now: int, predicate: str, counted: str
) -> None:
    told = [
        (f.quantity.low, f.stance, f.predicate, f.counted)
        for f in extract(words, published=dt.date(2026, 1, 22)).figures
    ]
    expected = [(before, Stance.EARLIER, predicate, counted), (now, Stance.ASSERTED, predicate, counted)]
    assert expected == told


def test_and_more_than_hedges_the_number_behind_it() -> None:
    dead, wounded = extract("راح ضحيتها 16 قتيلا وأكثر من 30 جريحا.").figures
    told = (dead.span.quote, dead.quantity.high, wounded.span.quote, wounded.quantity.high)
    assert ("16", 16, "أكثر من 30", None) == told


def test_a_feast_is_named_by_its_year() -> None:
    assert "15 %" == only("أسعار عيد 2015 انخفضت بنسبة 15 %.").span.quote


@pytest.mark.parametrize(
    "words",
    [
        "وهو عدد يتجاوز الرقم الرسمي، وهو 98، بأكثر من أربعين.",
        "تجاوزت الحصيلة العدد الرسمي، وهو 98 قتيلا، بأربعين قتيلا.",
        "يزيد العدد على الرقم الرسمي، وهو 98، بأربعين.",
    ],
)
def test_by_how_much_a_count_exceeds_another_counts_nobody(words: str) -> None:
    official, margin = extract(words).figures
    assert (98, 40, "measure") == (official.quantity.low, margin.quantity.low, margin.predicate)


PLACES = [
    ("قُتل 12 شخصا في دير الزور.", "دير الزور", "SY"),
    ("نُقل 150 معتقلا من الحسكة.", "الحسكة", "SY"),
    ("في بغداد، تظاهر 300 طالب.", "بغداد", "IQ"),
    ("غرقت 20 قرية في محافظة وادي السنديان.", "محافظة وادي السنديان", None),
    ("قتل 4 جنود في بلدة تل حميران.", "بلدة تل حميران", None),
    ("قتل 4 جنود في محافظة وادي أمس.", "محافظة وادي", None),
    ("قُتل 12 شخصا في سيول جارفة.", None, None),
    ("هبطت 50 طائرة في مطار الملك سالم الدولي.", "مطار الملك سالم الدولي", None),
    ("هبطت 50 طائرة في مطار الأمير عبد الكريم بن سالم.", "مطار الأمير عبد الكريم بن سالم", None),
    ("قُتل 20 شخصا في هجوم على قرية قرب كركوك.", "كركوك", "IQ"),
    ("قُتل 20 شخصا في هجوم على بلدة جنوب كركوك.", "كركوك", "IQ"),
    ("وصل 200 لاجئ من سوريا إلى ألمانيا.", "ألمانيا", "DE"),
    ("أصيب 20 جنديا في الحسكة ونقلوا إلى بغداد.", "الحسكة", "SY"),
    ("كان سعيدا بردود أفعال 15 شابا.", None, None),
    ("قُتل 30 شخصا بينهم زوار من مصر في حادث بالكويت.", "الكويت", "KW"),
    ("استهدف القصف مدينة الرقة في شمال سوريا، وقُتل 5 جنود.", "مدينة الرقة", "SY"),
    ("قُتل 5 جنود في مدينة الرقة شمال سوريا.", "مدينة الرقة", "SY"),
    ("قال المرصد، ومقره لندن، إن 14 شخصا قتلوا.", None, None),
    ("ذكرت تركيا أن 300 شخص قتلوا.", None, None),
    ("أعلنت وزارة الصحة في غزة مقتل 20 شخصا.", "غزة", "PS"),
    ("كرمت الكلية 23 طالبا سوريا.", None, None),
    ("قُتل 5 أشخاص في حلب، فيما زار الوزير مدينة الرقة.", "حلب", "SY"),
    ("في حلب أُنقذ 5 أشخاص، فيما زار الوزير مدينة الرقة.", "حلب", "SY"),
    ("كرمت هالة 5 طلاب.", None, None),
    ("كرم ريال مدريد 5 طلاب.", None, None),
    ("قدم المصرف دعما ماليا إلى 5 طلاب، وهو دعم مالي كبير.", None, None),
    ("زلزال يهز طهران\n\nدبي (الشبكة) – قتل 5 أشخاص.", "طهران", "IR"),
    ("دبي (الشبكة) – قتل 5 أشخاص في طهران.", "طهران", "IR"),
    ("أطلقت الشرطة الغازات المسيلة للدموع على 5 طلاب.", None, None),
    ("بقي 40 شخصا في منطقة محددة.", None, None),
]


@pytest.mark.parametrize(("words", "name", "country"), PLACES)
def test_a_figure_has_the_place_that_its_sentence_names(words: str, name: str | None, country: str | None) -> None:
    place = extract(words).figures[0].place
    assert (name, country) == ((place.name, place.country) if place else (None, None))


BARE = [
    ("سُجلت ثلاثة أعداد من الفارين: 23 في البيان، و137 في التقرير.", "23", "escaped"),
    ("سُجلت ثلاثة أعداد من الفارين: 23 في البيان، و137 في التقرير.", "137", "escaped"),
    ("أعلن المتحدث أن عدد الفارين 98 وليس 23.", "23", "escaped"),
    ("قُتل أربعة حراس وأصيب سبعة آخرون.", "أربعة", "killed"),
    ("قُتل أربعة حراس وأصيب سبعة آخرون.", "سبعة", "wounded"),
    ("تحدثت الإدارة عن 23 فارا ومقتل أربعة حراس.", "23", "escaped"),
    ("أعادت القوات 40 فارا إلى السجن.", "40", "other:recaptured"),
    ("فر 20 سجينا من السجن، وأعيد اعتقال 9 منهم.", "20", "escaped"),
    ("فر 20 سجينا من السجن، وأعيد اعتقال 9 منهم.", "9", "other:recaptured"),
    ("تلاحق الشرطة 23 فارا أعيد القبض على 12 منهم.", "23", "escaped"),
    ("تلاحق الشرطة 23 فارا أعيد القبض على 12 منهم.", "12", "other:recaptured"),
    ("هبطت أسهم 67 شركة وصعدت أسهم 70 شركة.", "70", "other:rose"),
    ("قضت المحكمة بأكثرية 6 أصوات مقابل 5 بسجن الوزير.", "5", "other:voted"),
    ("بنت البلدية مدرسة، فقد سجل في الحي 40 طفلا.", "40", "present"),
]


@pytest.mark.parametrize(("words", "quote", "predicate"), BARE)
def test_each_number_of_a_sentence_has_its_own_event(words: str, quote: str, predicate: str) -> None:
    figure = next(f for f in extract(words).figures if f.span.quote == quote)
    assert predicate == figure.predicate


def test_each_number_of_a_pair_has_its_own_place() -> None:
    first, second = extract("أغلقت الوزارة 30 محلا في القاهرة و20 في الجيزة.").figures
    assert ("القاهرة", "الجيزة") == (first.place and first.place.name, second.place and second.place.name)


DAYS = [
    ("اعتقلت الشرطة 4 رجال بعد الحريق الكبير الذي اندلع الأحد.", None),
    ("اعتقلت الشرطة 4 رجال الأحد.", "2026-03-01"),
    ("في عام 2017، عندما أفلس المصنع، طُرد 4 عمال.", "2017"),
]


@pytest.mark.parametrize(("words", "when"), DAYS)
def test_a_figure_has_the_day_of_its_own_clause(words: str, when: str | None) -> None:
    figure = extract(words, published=dt.datetime(2026, 3, 2)).figures[0]
    assert when == (figure.when.value if figure.when is not None else None)


def test_a_figure_inside_attributed_words_has_their_source() -> None:
    figure = only("قال محافظ المدينة خالد العمر إن 12 منزلا تضررت.")
    assert "خالد العمر" in figure.attribution.source.name


def test_a_figure_of_the_outlet_has_no_other_source() -> None:
    assert "narrator" == only("تضرر 12 منزلا في الحي.").attribution.source.name


@pytest.mark.parametrize(
    ("words", "counted", "predicate"),
    [
        ("يستضيف البلد 300 ألف من اللاجئين السوريين.", "Syrian refugees", "present"),
        ("وصل 40 لاجئا إلى المخيم.", "refugees", "present"),
        ("وافق الصندوق على شريحة من القرض قيمتها ملياري دولار.", "", "provided"),
        ("بلغت قيمة البضائع ملياري دولار.", "goods", "cost"),
        ("تمكن الخبراء من تفجير 20 لغما تركها المسلحون.", "mines", "destroyed"),
    ],
)
def test_refugees_loans_and_mines_made_safe(words: str, counted: str, predicate: str) -> None:
    figure = only(words)
    assert (counted, predicate) == (figure.counted or "", figure.predicate)


@pytest.mark.parametrize(
    ("sentence", "stances"),
    [
        ("وهناك مئات آخرون بانتظار الإفراج عنهم.", ["expected"]),
        ("أطلق سراح 400 سجين، و50 سجينا ينتظرون ترحيلهم.", ["asserted", "expected"]),
        ("أفرج عن 30 معتقلا بانتظار ترحيلهم.", ["asserted"]),
        ("قتل 12 جنديا في انتظار القرار.", ["asserted"]),
    ],
)
def test_what_is_awaited_is_yet_to_come(sentence: str, stances: list[str]) -> None:
    assert stances == [figure.stance.value for figure in extract(sentence).figures]
