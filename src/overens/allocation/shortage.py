"""What was earned + what there is -> the earnings, lessened in proportion where the file says so, or why they cannot be paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from overens.agreement.performance import GivenEarned, Performance, Shortage
from overens.allocation.earn_volumes import area_sums, by_act
from overens.allocation.earnings import Earnings
from overens.allocation.model import NotComputed
from overens.allocation.parameters import SHORTAGE
from overens.vocabulary.wording import Text, kronor, plain

Exact = Mapping[str, Fraction]


def within_the_pot(earnings: Earnings, whole: Fraction, performance: Performance) -> Earnings:
    """Return earnings that the pot holds, and that each kind of act holds where it has a part of the pot of its own.

    Args:
        whole: What is to be given out, if all is earned.

    Raises:
        NotComputed: If more is earned, and the file does not say that all are lessened alike.
    """
    over = _over(earnings, whole)
    if over is None:
        return earnings
    if getattr(performance, "shortage", None) is Shortage.SCALED:
        return replace(earnings, earned=_lessened(earnings, whole))
    given = isinstance(performance, GivenEarned)
    raise NotComputed(over, impossible=given, missing=() if given else (SHORTAGE,))


def _over(earnings: Earnings, whole: Fraction) -> Text | None:
    """Return that more is earned than there is, of the pot or of one kind of act; None where there is enough."""
    if earnings.has_areas:
        for name, share, kr in zip(earnings.names, earnings.shares, area_sums(earnings), strict=True):
            if share is not None and kr > whole * share:
                return _more(plain(name), kr, whole * share)
    if earnings.whole > whole:
        return _more(None, earnings.whole, whole)
    return None


def _more(area: Text | None, earned: Fraction, there_is: Fraction) -> Text:
    values: dict[str, object] = {"earned": kronor(int(earned)), "pot": kronor(int(there_is))}
    if area is None:
        return Text(
            "intjänat är {earned}, mer än potten {pot}", "what is earned is {earned}, more than the pot {pot}", values
        )
    return Text(
        "för {area} är {earned} intjänat, mer än dess del av potten, {pot}",
        "for {area} {earned} is earned, more than its part of the pot, {pot}",
        {**values, "area": area},
    )


def _lessened(earnings: Earnings, whole: Fraction) -> Exact:
    """Return what is paid of each one's earnings: the same part for all, of each kind of act by itself."""
    earned: Exact = earnings.earned
    if earnings.has_areas:
        sums = area_sums(earnings)
        parts = [
            min(Fraction(1), whole * (share or 0) / kr) if kr else Fraction(1)
            for share, kr in zip(earnings.shares, sums, strict=True)
        ]
        earned = {
            code: sum((kr * part for kr, part in zip(by_act(earnings, code), parts, strict=True)), Fraction(0))
            for code in earnings.earned
        }
    total = sum(earned.values(), Fraction(0))
    return {code: kr * whole / total for code, kr in earned.items()} if total > whole else earned
