"""A small pot with two requirements, and outcomes that are not known, for tests of draws."""

from __future__ import annotations

from overens.agreement.read_agreement import Written
from overens.allocation.allocate import allocate
from overens.figures.model import Series, Snapshot
from overens.scenario.drawn import DrawnPot, drawn_pot
from overens.scenario.read_scenario import read_scenario
from overens.scenario.uncertain import Uncertain
from overens.scenario.variables import Variable, variables_of, with_values
from tests.builders import ABC, one_pot, read, series

CODES = ("01", "03", "04")
W = series("w", {"01": 50, "03": 30, "04": 20})


def months(name: str, values: dict[str, tuple[int | str, int | str, int | str]]) -> list[Series]:
    """Return one series a month for the regions 01, 03 and 04, in percent."""
    return [series(name, dict(zip(CODES, row, strict=True)), on=m, unit="procent") for m, row in values.items()]


KNOWN = [
    *months("x", {"2023-01": (60, 61, 62), "2023-02": (60, 60, 60), "2024-01": (70, 50, 62)}),
    *months("y", {"2023-01": (20, 20, 20), "2023-02": (20, 20, 20), "2024-01": (10, 30, 20), "2024-02": (21, 19, 20)}),
]
RULE = """\
belopp: 1 000 000 kr
till: regioner
fördelning: {{andel av: w}}
prestation:
  mäts: {{från: 2024-01, till: 2024-02, varje: månad}}
  krav:
    - {{nyckeltal: X, utfall: x, bättre än: samma månad 2023, {x} andel av potten: 2/3}}
    - {{nyckeltal: Y, utfall: y, bättre än: samma månad året före, andel av potten: 1/3}}
ej intjänat: {fate}
"""


def agreement(fate: str = "bonuspott", x: str = "eller minst: 80,") -> Written:
    """Return the agreement of one pot with two requirements over two months."""
    return read(one_pot(RULE.format(fate=fate, x=x)))


def uncertain(rows: str) -> tuple[Uncertain, ...]:
    """Return what the rows under 'osäkert' say."""
    written, problems = read_scenario(f"namn: S\ngäller: prov-2024\nosäkert:\n{rows}", file="s.yaml")
    assert written is not None, [one.say() for one in problems]
    return written.scenario.uncertain


def drawn(rows: str, fate: str = "bonuspott", x: str = "eller minst: 80,") -> tuple[DrawnPot, tuple[Variable, ...]]:
    """Return the pot, ready to be drawn, with what decides it."""
    figures = Snapshot.of(ABC, [W, *KNOWN])
    variables, faults = variables_of(uncertain(rows), figures, {"x": CODES, "y": CODES})
    assert faults == []
    middle = with_values(figures, variables, [one.middle for one in variables])
    (pot,) = allocate(agreement(fate, x).agreement, middle).pots
    return drawn_pot("prov-2024", pot, middle, variables), tuple(variables)
