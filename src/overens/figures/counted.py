"""A numerator and a denominator -> the share in percent that they make, exactly, or what is wrong with them."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import whole_number

Counted = tuple[Fraction, Fraction]
"""Numerator (täljare) and denominator (nämnare) of a share."""

NUMERATOR, DENOMINATOR, VALUE = range(3)
"""Which of the three that is wrong."""

Wrong = tuple[int, Fault]


def share_of(
    numerator: Fraction | None, denominator: Fraction | None, written: str | None, value: Fraction | None
) -> Fraction | Wrong | None:
    """Return 100 · numerator / denominator, the value where neither is known, or what is wrong and in which.

    Args:
        numerator: The numerator; None where it is not published.
        denominator: The denominator; None where it is not published.
        written: The share as it is written beside them, which may be rounded; None where there is none.
        value: What the share as written says; None where it is not published.

    >>> share_of(Fraction(1), Fraction(3), "33,3", Fraction("33.3"))
    Fraction(100, 3)
    """
    if numerator is None and denominator is None:
        return value
    if numerator is None or denominator is None:
        return (NUMERATOR if numerator is None else DENOMINATOR), _only_one()
    wrong = _wrong_pair(numerator, denominator)
    if wrong is not None:
        return wrong
    share = 100 * numerator / denominator
    if written is not None and (value is None or abs(value - share) > _half_a_digit(written)):
        return VALUE, _other_share(written, numerator, denominator, share)
    return share


class Unfit(StrEnum):
    """Why two numbers are no share."""

    NO_DENOMINATOR = "no_denominator"
    BELOW = "below"
    ABOVE = "above"


def why_unfit(numerator: Fraction, denominator: Fraction) -> Unfit | None:
    """Return what keeps two numbers from being a share of at most 100 per cent, or None.

    >>> why_unfit(Fraction(5), Fraction(4)), why_unfit(Fraction(0), Fraction(4))
    (<Unfit.ABOVE: 'above'>, None)
    """
    if denominator <= 0:
        return Unfit.NO_DENOMINATOR
    if numerator < 0:
        return Unfit.BELOW
    return Unfit.ABOVE if numerator > denominator else None


def _wrong_pair(numerator: Fraction, denominator: Fraction) -> Wrong | None:
    match why_unfit(numerator, denominator):
        case Unfit.NO_DENOMINATOR:
            return DENOMINATOR, _no_denominator(numerator, denominator)
        case Unfit.BELOW:
            return NUMERATOR, _below_nothing(numerator)
        case Unfit.ABOVE:
            return NUMERATOR, _above_all(numerator, denominator)
        case None:
            return None


def _half_a_digit(written: str) -> Fraction:
    """Return half of what the last written digit is worth."""
    decimals = len(written.strip().replace(",", ".").partition(".")[2])
    return Fraction(1, 2 * 10**decimals)


def _shown(number: Fraction) -> str | Fraction:
    return whole_number(int(number)) if number.denominator == 1 else number


def _only_one() -> Fault:
    return Fault.of(
        "Bara den ena av täljare och nämnare är publicerad.",
        "Skriv båda, eller '..' för båda.",
        "Only one of numerator and denominator is published.",
        "Write both, or '..' for both.",
    )


def _no_denominator(numerator: Fraction, denominator: Fraction) -> Fault:
    return Fault.of(
        "Nämnaren är {denominator} (täljaren {numerator}); en andel av inget går inte att räkna.",
        "Skriv hur många det gäller, eller '..' för båda om ingen fanns att räkna.",
        "The denominator is {denominator} (the numerator {numerator}); a share of nothing cannot be computed.",
        "Write how many there were, or '..' for both if there was nobody to count.",
        numerator=_shown(numerator),
        denominator=_shown(denominator),
    )


def _below_nothing(numerator: Fraction) -> Fault:
    return Fault.of(
        "Täljaren är {numerator}, mindre än 0.",
        "Skriv hur många som räknades.",
        "The numerator is {numerator}, below 0.",
        "Write how many were counted.",
        numerator=_shown(numerator),
    )


def _above_all(numerator: Fraction, denominator: Fraction) -> Fault:
    return Fault.of(
        "Andelen är över 100 %: {numerator} av {denominator}.",
        "Kontrollera att täljare och nämnare inte har bytt plats.",
        "The share is above 100%: {numerator} of {denominator}.",
        "Check that numerator and denominator have not changed places.",
        numerator=_shown(numerator),
        denominator=_shown(denominator),
    )


def _other_share(written: str, numerator: Fraction, denominator: Fraction, share: Fraction) -> Fault:
    return Fault.of(
        "Värdet '{written}' är inte {numerator} av {denominator}, som är {share} procent.",
        "Rätta det ena, eller ta bort kolumnen 'värde'.",
        "The value '{written}' is not {numerator} of {denominator}, which is {share} per cent.",
        "Mend either, or remove the column 'värde'.",
        written=written.strip()[:60],
        numerator=_shown(numerator),
        denominator=_shown(denominator),
        share=share,
    )
