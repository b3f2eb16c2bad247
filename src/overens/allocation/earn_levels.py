"""Named levels + who reached them -> what each recipient earned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from overens.agreement.performance import Level, NamedLevels
from overens.allocation.earnings import Cell, Earnings, How
from overens.allocation.eligibility import is_met
from overens.vocabulary.recipients import Recipient


def earn_by_levels(performance: NamedLevels, own: Mapping[str, Fraction], recipients: Sequence[Recipient]) -> Earnings:
    """Return what the highest level that each reached gives: a share of its own, or a sum.

    Raises:
        NotComputed: If it is not known who reached a level.
    """
    cells = tuple(_cell(performance.levels, own.get(r.code), r) for r in recipients)
    return Earnings(
        tuple(level.name for level in performance.levels),
        tuple("" for _ in performance.levels),
        ("",),
        cells,
        {cell.code: cell.earned for cell in cells},
        {r.code: own[r.code] for r in recipients if r.code in own},
    )


def _cell(levels: tuple[Level, ...], own: Fraction | None, who: Recipient) -> Cell:
    reached = [n for n, level in enumerate(levels) if level.reached_by and is_met(level.reached_by, who, level.name)]
    top = max(reached, default=None)
    earned = Fraction(0) if top is None else _gives(levels[top], own)
    how = How.MISSED if top is None else How.LEVEL
    return Cell(top or 0, "", who.code, Fraction(-1 if top is None else top), None, None, how, own, earned)


def _gives(level: Level, own: Fraction | None) -> Fraction:
    if level.amount is not None:
        return Fraction(level.amount.kr)
    assert own is not None
    assert isinstance(level.share, Fraction)
    return own * level.share
