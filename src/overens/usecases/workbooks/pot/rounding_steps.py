"""Exact shares as whole kronor and rests -> awards in whole kronor, by the rounding rule, as a step of formulas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from overens.agreement.rules import Method, Rounding
from overens.allocation.explain import StepKind
from overens.export.workbook.model import Look, Tone
from overens.usecases.wording.why import step_heading
from overens.usecases.workbooks.pot.exact_steps import ExactStep
from overens.usecases.workbooks.pot.steps import PotFact, PotField, PotStep
from overens.usecases.workbooks.pot.whole import MOST, quotient
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

_HEADING = step_heading(StepKind.ROUNDING)
_NOTES = {
    Method.LARGEST_REMAINDER: Text(
        "Alla får sina hela kronor; de som blir över går en och en till de största resterna, vid lika rest till lägst kod.",
        "All get their whole kronor; those left go one by one to the largest rests, between equal rests to the lowest code.",
    ),
    Method.NEAREST: Text("Till närmaste, halva uppåt.", "To the nearest, halves up."),
    Method.DOWN: Text("Nedåt: det som inte blir helt blir över.", "Down: what does not make a whole is left."),
}


@dataclass(frozen=True)
class RoundingStep:
    """The step, and each one's kronor, which formulas call 'rounded' (avrundning)."""

    step: PotStep
    kronor: tuple[int, ...]


@dataclass(frozen=True)
class _Units:
    """Whole units and what is left of each, in parts of `parts`; what formulas call them."""

    whole: tuple[int, ...]
    rest: tuple[int, ...]
    parts: int
    names: tuple[str, str, str]
    fields: tuple[PotField, ...]
    facts: tuple[PotFact, ...]


def rounding_step(exact: ExactStep, rounding: Rounding, recipients: Sequence[Recipient]) -> RoundingStep | None:
    """Return the step for the rule; None where a unit leaves no room for exact formulas."""
    unit = rounding.unit.kr if rounding.unit else 1
    if 2 * unit * exact.divisor > MOST:
        return None
    units = _units(exact, unit)
    match rounding.method:
        case Method.LARGEST_REMAINDER:
            facts, fields, kronor = _largest(exact, unit, units)
        case Method.NEAREST:
            more = tuple(int(2 * rest >= units.parts) for rest in units.rest)
            kronor = tuple((k + m) * unit for k, m in zip(units.whole, more, strict=True))
            rounded = f"({{{units.names[0]}}}+IF(2*{{{units.names[1]}}}>={units.names[2]},1,0))"
            facts, fields = (), (_rounded(kronor, rounded, unit),)
        case Method.DOWN:
            kronor = tuple(k * unit for k in units.whole)
            facts, fields = (), (_rounded(kronor, f"{{{units.names[0]}}}", unit),)
        case _:
            assert_never(rounding.method)
    facts, fields = (*units.facts, *facts), (*units.fields, *fields)
    if rounding.rest_to in {who.code for who in recipients}:
        facts, fields, kronor = _with_rest(rounding.rest_to or "", recipients, exact, kronor, facts, fields)
    return RoundingStep(PotStep(_HEADING, facts, fields, (_NOTES[rounding.method],)), kronor)


def _units(exact: ExactStep, unit: int) -> _Units:
    """Return whole units and rests: kronor as they are, or counted in the unit."""
    if unit == 1:
        return _Units(exact.whole, exact.rest, exact.divisor, ("whole", "rest", "{divisor}"), (), ())
    whole = tuple(kr // unit for kr in exact.whole)
    rest = tuple(kr % unit * exact.divisor + left for kr, left in zip(exact.whole, exact.rest, strict=True))
    fields = (
        PotField("units", Text("Hela enheter", "Whole units"), whole, quotient("{whole}", "{unit}"), Look.COUNT),
        PotField(
            "unit_rest",
            Text("Rest, i delar", "Rest, in parts"),
            rest,
            "({whole}-{units}*{unit})*{divisor}+{rest}",
            Look.COUNT,
        ),
    )
    facts = (PotFact("unit", Text("Avrundas till", "Rounded to"), unit, "", tone=Tone.INPUT),)
    return _Units(whole, rest, unit * exact.divisor, ("units", "unit_rest", "({unit}*{divisor})"), fields, facts)


def _rounded(kronor: tuple[int, ...], formula: str, unit: int) -> PotField:
    times = "*{unit}" if unit != 1 else ""
    return PotField("rounded", Text("Avrundat", "Rounded"), kronor, f"{formula}{times}", summed=True)


def _largest(
    exact: ExactStep, unit: int, units: _Units
) -> tuple[tuple[PotFact, ...], tuple[PotField, ...], tuple[int, ...]]:
    """Return rank by rest, ties by the order of the rows, and one more to as many as are left."""
    whole, rest, _ = units.names
    left = exact.total // unit - sum(units.whole)
    order = sorted(range(len(units.rest)), key=lambda n: (-units.rest[n], n))
    rank = [0] * len(order)
    for at, n in enumerate(order, 1):
        rank[n] = at
    more = tuple(int(at <= left) for at in rank)
    kronor = tuple((k + m) * unit for k, m in zip(units.whole, more, strict=True))
    of_total = quotient("{total}", "{unit}") if unit != 1 else "{total}"
    label = Text("Kronor som blir över", "Kronor left") if unit == 1 else Text("Enheter som blir över", "Units left")
    facts = (PotFact("left", label, left, f"{of_total}-SUM({{{whole}:all}})", Look.COUNT),)
    place = f"RANK({{{rest}}},{{{rest}:all}},0)+COUNTIF({{{rest}:above}},{{{rest}}})-1"
    fields = (
        PotField("rank", Text("Restens plats", "Place of the rest"), tuple(rank), place, Look.COUNT),
        PotField("more", Text("En till", "One more"), more, "IF({rank}<={left},1,0)", Look.COUNT, summed=True),
        _rounded(kronor, f"({{{whole}}}+{{more}})" if unit != 1 else f"{{{whole}}}+{{more}}", unit),
    )
    return facts, fields, kronor


def _with_rest(
    code: str,
    recipients: Sequence[Recipient],
    exact: ExactStep,
    kronor: tuple[int, ...],
    facts: tuple[PotFact, ...],
    fields: tuple[PotField, ...],
) -> tuple[tuple[PotFact, ...], tuple[PotField, ...], tuple[int, ...]]:
    """Return the same with what rounding left (or gave out too much) put on one recipient."""
    rest = exact.total - sum(kronor)
    flags = tuple(int(who.code == code) for who in recipients)
    given = tuple(kr + flag * max(rest, -kr) for kr, flag in zip(kronor, flags, strict=True))
    before = next(one for one in fields if one.name == "rounded")
    nearest = PotField("nearest", before.heading, before.values, before.formula, summed=True)
    label = Text("Avrundningen lämnar", "Rounding leaves")
    return (
        (*facts, PotFact("leaves", label, rest, "{total}-SUM({nearest:all})")),
        (
            *(one for one in fields if one.name != "rounded"),
            nearest,
            PotField("takes", Text("Tar resten (1)", "Takes the rest (1)"), flags, "", Look.COUNT, Tone.INPUT),
            PotField(
                "rounded",
                Text("Med resten", "With the rest"),
                given,
                "{nearest}+{takes}*MAX({leaves},-{nearest})",
                summed=True,
            ),
        ),
        given,
    )
