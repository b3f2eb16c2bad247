"""Shares, numbers and counts written as a Swede would."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.writing.numbers import count_words, number_words, share_words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(1, 2), "50 %"),
        (Fraction(3, 8), "37,5 %"),
        (Fraction(1, 9), "1/9"),
        (Fraction(1, 3), "1/3"),
        (Fraction(1), "100 %"),
        (Fraction(0), "0 %"),
        (Fraction(10), "1000 %"),
        (Fraction("0.1234567"), "12,34567 %"),
    ],
)
def test_a_share(share: Fraction, words: str) -> None:
    assert share_words(share) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Fraction(70), "70"),
        (Fraction("37.5"), "37,5"),
        (Fraction("-0.25"), "-0,25"),
        (Fraction(2500), "2500"),
        (Fraction(10_000), "10 000"),
        (Fraction("1234567.000000000001"), "1 234 567,000000000001"),
    ],
)
def test_a_number(number: Fraction, words: str) -> None:
    assert number_words(number) == words


def test_a_count() -> None:
    assert (count_words(5), count_words(700_000)) == ("5", "700 000")
