"""A small performance pot of 1 000 kr to three regions, every fate of what they do not earn, and the table that comes out."""

from __future__ import annotations

from textwrap import dedent

from overens.allocation.model import PotAllocation, State
from overens.figures.model import Series
from tests.builders import divide, series

W = series("w", {"01": 50, "03": 30, "04": 20})
ALIKE = series("f", {"01": 10, "03": 10, "04": 10})
KEY = "fördelning: {andel av: w}\n"
LAPSES, BONUS, SHARED, UNKNOWN = "förfaller", "bonuspott", "delas av dem som uppfyller villkoren", "ej funnet"
BEST = "{blir: de bästa, antal: 1, per invånare enligt: {underlag: w}}"
FATES = [LAPSES, BONUS, SHARED, BEST, UNKNOWN]

Table = tuple[tuple[int, int, int], int, int]
"""What 01, 03 and 04 get, what lapses, what is left."""


def outcomes(name: str, unit: str = "antal", **of: tuple[int, int, int]) -> list[Series]:
    """Return the outcomes of the regions 01, 03 and 04 in each period, written y2023 or m2023_01."""
    return [
        series(name, dict(zip(("01", "03", "04"), row, strict=True)), on=on[1:].replace("_", "-"), unit=unit)
        for on, row in of.items()
    ]


def performed(
    performance: str, fate: str, *figures: Series, key: str = KEY, amount: str = "1 000 kr", more: str = ""
) -> PotAllocation:
    """Return the pot, divided; that no krona is lost is asserted for each."""
    lines = "".join(f"  {line}\n" for line in dedent(performance).strip().splitlines())
    rule = f"belopp: {amount}\ntill: regioner\n{key}prestation:\n{lines}ej intjänat: {fate}\n{more}"
    pot = divide(rule, W, ALIKE, *figures)
    if pot.amount is not None:
        assert pot.awarded_kr + pot.lapsed_kr + pot.undistributed_kr == pot.amount.kr
    return pot


def table(pot: PotAllocation) -> Table:
    """Return what came of the pot."""
    assert pot.state is State.COMPUTED, pot.reason
    got = {award.recipient.code: award.amount.kr for award in pot.awards}
    return (got.get("01", 0), got.get("03", 0), got.get("04", 0)), pot.lapsed_kr, pot.undistributed_kr


def nothing(fate: str) -> Table:
    """Return the table when nobody earned anything."""
    return ((0, 0, 0), 1000, 0) if fate == LAPSES else ((0, 0, 0), 0, 1000)
