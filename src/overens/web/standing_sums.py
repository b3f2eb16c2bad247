"""The parts of pots -> sums by certainty and by recipient, as cells that say which column of the download they sum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from overens.usecases.pot_sums import PARTS, PotSum, ToWhom, to_whom_words
from overens.vocabulary.wording import Text, counted
from overens.web.grid import CellView, Column, Grid, SumOf, grid, mkr, money, words

_TOPS = (
    ("certain", "certain_kr", Text("Säkert", "Certain")),
    ("inferred", "inferred_kr", Text("Härlett", "Inferred")),
    ("to-earn", "to_earn_kr", Text("Att tjäna in, högst", "To earn, at most")),
    ("not-computed", "not_computed_kr", Text("Ej beräknat", "Not computed")),
)


def tops(sums: Sequence[PotSum], *, in_full: bool = False) -> list[dict[str, Any]]:
    """Return the sums by certainty, each kept apart, as they stand first on a page.

    Args:
        in_full: Whether to show whole kronor instead of millions.
    """
    return [
        {
            "standing": standing,
            "name": name,
            "shown": sum_in_full(sums, column) if in_full else sum_cell(sums, column, unit=True),
            "pots": _pots_behind(sums, column),
        }
        for standing, column, name in _TOPS
        if any(getattr(one, column) for one in sums)
    ]


def sum_cell(sums: Sequence[PotSum], column: str, whom: ToWhom | None = None, *, unit: bool = False) -> CellView:
    """Return the sum of a column of the pots, as a cell that says which column of the download it sums."""
    mine = [one for one in sums if whom is None or one.whom is whom]
    where = (("to", whom.name.lower()),) if whom else ()
    return mkr(_sum(mine, column), SumOf(column, where, "pots"), rough=_is_rough(mine, column), unit=unit)


def sum_in_full(sums: Sequence[PotSum], column: str) -> CellView:
    """Return the sum of a column of the pots in whole kronor."""
    return money(_sum(sums, column), SumOf(column, table="pots"), rough=_is_rough(sums, column))


def _sum(sums: Sequence[PotSum], column: str) -> int:
    return sum(getattr(one, column) or 0 for one in sums)


def _is_rough(sums: Sequence[PotSum], column: str) -> bool:
    return any(getattr(one, column) and not one.exact for one in sums)


def _pots_behind(sums: Sequence[PotSum], column: str) -> Text:
    n = sum(bool(getattr(one, column)) for one in sums)
    return counted(n, ("pott", "potter"), ("pot", "pots"))


def to_whom_grid(sums: Sequence[PotSum]) -> Grid:
    """Return the sums by whom the money goes to and how sure it is, which add up both ways."""
    columns = [(name, heading) for name, heading in PARTS if any(getattr(one, name) for one in sums)]
    columns.append(("amount_kr", Text("Summa", "Total")))
    there = [whom for whom in ToWhom if any(one.whom is whom for one in sums)]
    rows = [[words(to_whom_words(whom)), *(sum_cell(sums, name, whom) for name, _ in columns)] for whom in there]
    return grid(
        Text("Miljoner kronor, efter mottagare och säkerhet.", "Millions of kronor, by recipient and certainty."),
        (Column(Text("Till", "To")), *(Column(heading, number=True) for _, heading in columns)),
        rows,
        [words(Text("Summa", "Total")), *(sum_cell(sums, name) for name, _ in columns)],
    )
