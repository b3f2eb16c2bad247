"""A pot whose rule no formulas follow -> its steps as values, with a sentence that says so and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from overens.allocation.explain import StepKind
from overens.allocation.model import Part, PotAllocation
from overens.export.workbook.model import Look, Tone
from overens.usecases.wording.why import step_heading
from overens.usecases.workbooks.pot.result_steps import approximate, conditions_step, kronor_field
from overens.usecases.workbooks.pot.steps import PotField, PotStep
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain


def value_steps(pot: PotAllocation, recipients: Sequence[Recipient], kronor: Sequence[int]) -> tuple[PotStep, ...]:
    """Return every step's numbers as values."""
    part = pot.base
    found = list(_of_part(pot, part, recipients)) if part is not None else []
    last = PotStep(step_heading(StepKind.ROUNDING), (), (kronor_field(kronor, "", Tone.FIXED),))
    first, *others = (*found, last)
    return (replace(first, notes=(*first.notes, _why(pot))), *others)


def _why(pot: PotAllocation) -> Text:
    part = pot.base
    reason = Text("regeln har en form som inte ryms i formler", "the rule has a form that formulas cannot hold")
    if pot.payments:
        reason = Text("utbetalningarna har villkor för sig", "the payments have conditions of their own")
    elif part is not None and (part.floors or part.caps):
        reason = Text(
            "golv och tak fylls om och om igen tills summan går ihop",
            "floors and caps are filled again and again until the sum agrees",
        )
    elif pot.pot.performance is not None:
        reason = Text(
            "utfall och fördelning av det ej intjänade prövas steg för steg", "outcomes are settled step by step"
        )
    return Text(
        "Kronorna här är värden, inte formler: {reason}. De ändras inte när du ändrar något annat.",
        "The kronor here are values, not formulas: {reason}. They do not change when you change something else.",
        {"reason": reason},
    )


def _of_part(pot: PotAllocation, part: Part, recipients: Sequence[Recipient]) -> Iterator[PotStep]:
    weights = tuple(
        _column(
            f"figure{n}", plain(f"{one.series.name}, {one.series.key.measured_on}"), one.of, recipients, Look.FACTOR
        )
        for n, one in enumerate(part.shares.weights)
    )
    if weights:
        yield PotStep(step_heading(StepKind.KEY), (), weights)
    if part.shares.exact:
        heading = Text("Exakt, med fyra decimaler", "Exactly, with four decimals")
        yield PotStep(step_heading(StepKind.EXACT), (), (_column("exact", heading, part.shares.exact, recipients),))
    bounds = [
        _column(name, heading, values, recipients)
        for name, heading, values in (
            ("floor", Text("Golv", "Floor"), part.floors),
            ("cap", Text("Tak", "Cap"), part.caps),
        )
        if values
    ]
    if bounds:
        inside = _column("inside", Text("Inom golv och tak", "Within floor and cap"), part.own, recipients)
        yield PotStep(step_heading(StepKind.BOUNDS), (), (*bounds, inside))
    if part.eligible:
        met = tuple(int(part.eligible.get(who.code, False)) for who in recipients)
        step = conditions_step(pot, met)
        yield replace(step, fields=tuple(replace(one, tone=Tone.FIXED) for one in step.fields))
    if part.earned:
        earned = _column("earned", Text("Intjänat, kronor", "Earned, kronor"), part.earned, recipients, Look.KRONOR)
        yield PotStep(step_heading(StepKind.PERFORMANCE), (), (earned,))
    if part.final and part.final != part.own:
        final = _column("final", Text("Därefter", "Thereafter"), part.final, recipients)
        yield PotStep(step_heading(StepKind.UNEARNED), (), (final,))


def _column(
    name: str,
    heading: Text,
    values: Mapping[str, Fraction] | Mapping[str, int],
    recipients: Sequence[Recipient],
    look: Look = Look.DECIMALS,
) -> PotField:
    cells = tuple(
        approximate(Fraction(value)) if (value := values.get(who.code)) is not None else None for who in recipients
    )
    return PotField(
        name, heading, tuple(int(c) if c is not None and c.denominator == 1 else c for c in cells), "", look, Tone.FIXED
    )
