"""Received → Report: characters from bytes, the article's words, what is not the report's own, language and date."""

from tahqiq.clean.cleaning import clean
from tahqiq.clean.dateline import DateReader

__all__ = ["DateReader", "clean"]
