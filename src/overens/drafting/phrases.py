"""Phrases as a Swede writes them in the lexicon -> one pattern that finds any of them in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_GAP = r"(?:\S{1,40}\s{1,3}){0,4}?"
_ENDING = r"[a-zåäöéü]{0,24}"


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    r"""Return a pattern that finds any of the phrases as whole words, whatever the case.

    In a phrase '*' stands for any ending of a word (or, first in a word, any beginning), '…' for up to four words between, and
    '(a|b)' for either. A space is any white space; what is longer is tried first.

    >>> compile_phrases(["öronmärk*", "av dessa … medel"]).search("Av dessa  riktade medel")[0]
    'Av dessa  riktade medel'
    """
    return _compile(tuple(phrases), re.IGNORECASE)


def compile_lowered(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the same pattern for text in lower case (Page.lower), which is looked through three times as fast.

    >>> compile_lowered(["SKR"]).search("till skr")[0]
    'skr'
    """
    return _compile(tuple(phrase.lower() for phrase in phrases), re.NOFLAG)


@cache
def _compile(phrases: tuple[str, ...], flags: re.RegexFlag) -> re.Pattern[str]:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    found = "|".join(phrase_pattern(phrase) for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{found})(?![\w])" if found else r"(?!)", flags)


def phrase_pattern(phrase: str) -> str:
    """Return the phrase as a pattern without groups that count."""
    words = " ".join(phrase.split()).replace("… ", "…").replace(" …", "…")
    escaped = re.sub(r"[^\w\s*…()|]", lambda sign: re.escape(sign[0]), words)
    grouped = escaped.replace("(", "(?:").replace("*", _ENDING)
    return grouped.replace(" ", r"\s{1,3}").replace("…", rf"\s{{1,3}}{_GAP}")
