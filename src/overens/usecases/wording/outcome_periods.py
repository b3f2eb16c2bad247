"""A period of an outcome as a file writes it -> its name in a table or under a line: feb, Q1, 2024."""

from __future__ import annotations

from overens.vocabulary.periods import month_words
from overens.vocabulary.wording import Text, plain


def short_period(words: str) -> Text:
    """Return what a month, some months or a year is called where there is little room.

    >>> short_period("2024-02").say(), short_period("2024-02/2024-04").say(), short_period("2024").say()
    ('feb', 'feb–apr', '2024')
    """
    first, _, last = words.partition("/")
    if not last:
        return _month(first)
    return Text("{a}–{b}", "{a}–{b}", {"a": _month(first), "b": _month(last)})


def _month(words: str) -> Text:
    year, _, month = words.partition("-")
    if not (month.isascii() and month.isdigit() and 1 <= int(month) <= 12):
        return plain(year)
    name = month_words(int(month))
    return Text(name.sv[:3], name.en[:3])
