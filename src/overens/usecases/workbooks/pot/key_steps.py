"""A pot's key -> whole weights that its amount can be divided by, as a step of figures, sums and shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm, prod

from overens.agreement.rules import BaseKey, EqualKey, Key, MixKey, ShareKey
from overens.allocation.explain import StepKind
from overens.allocation.model import Part, Weights
from overens.export.workbook.model import Look, Tone
from overens.usecases.wording.why import step_heading
from overens.usecases.workbooks.pot.steps import PotFact, PotField, PotStep
from overens.usecases.workbooks.pot.whole import MOST
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain

_FINEST = 10**6
"""Figures with a greater common denominator are not made whole."""


@dataclass(frozen=True)
class WeightColumn:
    """One figure that a pot is divided by, and its share of the pot (viktkolumn)."""

    share: Fraction
    heading: Text
    values: tuple[Fraction, ...]


@dataclass(frozen=True)
class KeyForm:
    """A key as a base amount to each and weights for the rest (nyckelns form).

    Attributes:
        base_kr: To each before the rest is divided.
    """

    base_kr: int
    columns: tuple[WeightColumn, ...]


@dataclass(frozen=True)
class KeyStep:
    """The step, and the whole weights that the amount is divided by; their sum is the divisor."""

    step: PotStep
    weights: tuple[int, ...]

    @property
    def divisor(self) -> int:
        """The sum of the weights; one where it is nought, so that nothing is divided by nought."""
        return max(1, sum(self.weights))


def form_of(key: Key | None, part: Part, recipients: Sequence[Recipient]) -> KeyForm | None:
    """Return the key as base and weights; None for one that is not of that form."""
    base, rest = (key.base.kr, key.rest) if isinstance(key, BaseKey) else (0, key)
    columns = _columns(rest, Fraction(1), iter(part.shares.weights), recipients)
    return KeyForm(base, tuple(columns)) if columns else None


def _columns(
    key: Key | None, share: Fraction, weights: Iterator[Weights], recipients: Sequence[Recipient]
) -> list[WeightColumn]:
    """Return the columns of a key; none where a part of it has another form."""
    match key:
        case EqualKey():
            return [
                WeightColumn(share, Text("Lika till var och en", "The same to each"), (Fraction(1),) * len(recipients))
            ]
        case ShareKey():
            one = next(weights, None)
            return [] if one is None else [_column(key, share, one, recipients)]
        case MixKey():
            found = [_columns(part.key, share * part.weight, weights, recipients) for part in key.parts]
            return [column for columns in found for column in columns] if all(found) else []
        case _:
            return []


def _column(key: ShareKey, share: Fraction, weights: Weights, recipients: Sequence[Recipient]) -> WeightColumn:
    series = weights.series
    as_printed = not key.class_weights and key.divided_by is None
    printed = series.values if as_printed else {}
    values = [weights.of.get(who.code) or printed.get(who.code) or Fraction(0) for who in recipients]
    name = plain(f"{series.name}, {series.key.measured_on}")
    if not as_printed:
        name = Text("{figure}, vägt", "{figure}, weighted", {"figure": name})
    return WeightColumn(share, name, tuple(values))


def key_step(form: KeyForm, met: Sequence[int] | None) -> KeyStep | None:
    """Return the step that makes whole weights of the figures; None where they have too many digits.

    Args:
        met: Who shares the pot, 1 or 0, where only those do who meet the conditions.
    """
    if len(form.columns) == 1:
        return _one_figure(form.columns[0], met)
    return _several_figures(form.columns, met)


def _one_figure(column: WeightColumn, met: Sequence[int] | None) -> KeyStep | None:
    scale = lcm(*(value.denominator for value in column.values))
    whole = tuple(int(value * scale) for value in column.values)
    if scale > _FINEST or sum(whole) > MOST or min(whole, default=0) < 0:
        return None
    if scale == 1:
        return _step(
            (), (PotField("figure", column.heading, whole, "", Look.COUNT, Tone.INPUT, True),), "{figure}", whole, met
        )
    facts = (
        PotFact(
            "scale", Text("Underlaget görs helt med", "The figure is made whole by"), scale, "", Look.COUNT, Tone.FIXED
        ),
    )
    fields = (PotField("figure", column.heading, column.values, "", Look.FACTOR, Tone.INPUT),)
    return _step(facts, fields, "ROUND({figure}*{scale},0)", whole, met)


def _several_figures(columns: Sequence[WeightColumn], met: Sequence[int] | None) -> KeyStep | None:
    """Return weights in which each figure has its share of the pot: its part × the sums of all other figures."""
    if any(value.denominator != 1 for one in columns for value in one.values):
        return None
    of = met or (1,) * len(columns[0].values)
    values = [tuple(int(value) for value in one.values) for one in columns]
    sums = [sum(v * m for v, m in zip(one, of, strict=True)) for one in values]
    unit = lcm(*(one.share.denominator for one in columns))
    parts = [int(one.share * unit) for one in columns]
    if unit * prod(sums) > MOST or not all(sums):
        return None
    factor = [part * prod(sums[:n] + sums[n + 1 :]) for n, part in enumerate(parts)]
    whole = tuple(sum(f * one[i] for f, one in zip(factor, values, strict=True)) for i in range(len(of)))
    return _step(
        tuple(_mix_facts(parts, factor, sums, met)),
        tuple(
            PotField(f"figure{n}", one.heading, values[n], "", Look.COUNT, Tone.INPUT, True)
            for n, one in enumerate(columns)
        ),
        "+".join(f"{{figure{n}}}*{{factor{n}}}" for n in range(len(columns))),
        whole,
        met,
    )


def _mix_facts(
    parts: Sequence[int], factors: Sequence[int], sums: Sequence[int], met: Sequence[int] | None
) -> Iterator[PotFact]:
    for n, part in enumerate(parts):
        number: dict[str, object] = {"n": str(n + 1)}
        label = Text("Underlag {n}: delar av potten", "Figure {n}: parts of the pot", number)
        yield PotFact(f"part{n}", label, part, "", Look.COUNT, Tone.INPUT)
        every = f"SUMPRODUCT({{figure{n}:all}},{{met:all}})" if met else f"SUM({{figure{n}:all}})"
        yield PotFact(f"sum{n}", Text("Underlag {n}: summa", "Figure {n}: sum", number), sums[n], every, Look.COUNT)
        others = "".join(f"*{{sum{m}}}" for m in range(len(parts)) if m != n)
        label = Text("Underlag {n}: faktor", "Figure {n}: factor", number)
        yield PotFact(f"factor{n}", label, factors[n], f"{{part{n}}}{others}", Look.COUNT)


def _step(
    facts: tuple[PotFact, ...],
    fields: tuple[PotField, ...],
    formula: str,
    whole: tuple[int, ...],
    met: Sequence[int] | None,
) -> KeyStep:
    of = tuple(w * m for w, m in zip(whole, met, strict=True)) if met else whole
    formula = f"({formula})*{{met}}" if met else formula
    name = Text("Vikt", "Weight")
    total, divisor = sum(of), max(1, sum(of))
    own = formula != "{figure}"
    weight = "weight" if own else "figure"
    if own:
        fields = (*fields, PotField("weight", name, of, formula, Look.COUNT, summed=True))
    label = Text("Vikternas summa", "The sum of the weights")
    share = tuple(Fraction(w, divisor) for w in of)
    facts = (
        *facts,
        PotFact("weights", label, total, f"SUM({{{weight}:all}})", Look.COUNT),
        PotFact("divisor", Text("Att dela med", "To divide by"), divisor, "MAX(1,{weights})", Look.COUNT),
    )
    share_field = PotField("share", Text("Andel", "Share"), share, f"{{{weight}}}/{{divisor}}", Look.SHARE, summed=True)
    return KeyStep(PotStep(step_heading(StepKind.KEY), facts, (*fields, share_field), (_NOTE,)), of)


_NOTE = Text(
    "Andelen är vikten delad med vikternas summa. Ändra ett underlag, så följer kronorna.",
    "The share is the weight divided by the sum of the weights. Change a figure, and the kronor follow.",
)


def weight_name(step: KeyStep) -> str:
    """Return what formulas call the whole weight."""
    return "weight" if any(one.name == "weight" for one in step.step.fields) else "figure"
