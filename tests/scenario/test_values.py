"""Months from one to another, and how much a figure moves: read, refused and written back."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.scenario.values import Shift, Span, parse_shift, parse_span
from overens.vocabulary.problems import Fault
from tests.builders import when


@pytest.mark.parametrize(
    ("words", "by", "relative"),
    [
        ("+5", Fraction(5), False),
        ("-2,5", Fraction("-2.5"), False),
        ("−2,5", Fraction("-2.5"), False),
        ("+1 procent", Fraction(1), True),
        ("-1 000", Fraction(-1000), False),
    ],
)
def test_a_move_is_read_and_written_back(words: str, by: Fraction, relative: bool) -> None:
    shift = parse_shift(words)
    assert shift == Shift(by, relative)
    assert parse_shift(str(shift)) == shift


@pytest.mark.parametrize("words", ["5", "+", "+5 %", "+-5", "+fem", "", "+5 promille", "+5.5", "+٥"])
def test_what_is_no_move_is_refused(words: str) -> None:
    assert isinstance(parse_shift(words), Fault)


def test_a_move_of_a_value() -> None:
    assert Shift(Fraction(5)).of(Fraction(70)) == 75
    assert Shift(Fraction(-10), relative=True).of(Fraction(70)) == 63


@pytest.mark.parametrize(
    ("words", "held", "outside"),
    [
        ("2024-03", ["2024-03"], ["2024-04", "2024", "2024-03-01"]),
        ("2024-03/2024-05", ["2024-03", "2024-05", "2024-05-31"], ["2024-06", "2024", "2024-02"]),
        ("2024/2025", ["2024", "2025", "2024-07"], ["2023", "2026-01"]),
    ],
)
def test_a_span_holds_what_lies_within(words: str, held: list[str], outside: list[str]) -> None:
    span = parse_span(words)
    assert isinstance(span, Span)
    assert str(span) == words
    assert [one for one in [*held, *outside] if span.holds(when(one))] == held


@pytest.mark.parametrize(
    "words", ["2024-13", "2024-05/2024-03", "/2024", "2024-03/", "mars", "2024-03/2024-04/2024-05"]
)
def test_what_is_no_span_is_refused(words: str) -> None:
    assert isinstance(parse_span(words), Fault)
