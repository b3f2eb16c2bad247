"""Phrases of the lexicon -> patterns that look just before or just after a place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from overens.drafting.phrases import compile_phrases


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first; a space is any white space."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s{1,2}".join(map(re.escape, word.split())) for word in longest_first) + ")"


def ends_with(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases (see phrases.py) at the end of what is searched."""
    return re.compile(compile_phrases(phrases).pattern + r"\s{0,2}\Z", re.IGNORECASE)


def plain_key(words: str) -> str:
    """Return words as they are looked up: small letters, one space between."""
    return " ".join(words.casefold().split())
