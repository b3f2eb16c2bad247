"""A pot as it was divided -> its arithmetic as steps: live formulas where they give the same kronor, values where not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from overens.agreement.rules import Fate, FixedKey, ListKey
from overens.allocation.explain import StepKind
from overens.allocation.model import Part, PotAllocation
from overens.export.workbook.model import Look, Tone
from overens.usecases.wording.why import step_heading
from overens.usecases.workbooks.pot.exact_steps import exact_step
from overens.usecases.workbooks.pot.key_steps import KeyForm, WeightColumn, form_of, key_step
from overens.usecases.workbooks.pot.result_steps import beside_the_page, conditions_step, kronor_field
from overens.usecases.workbooks.pot.rounding_steps import rounding_step
from overens.usecases.workbooks.pot.steps import PotFact, PotField, PotStep
from overens.usecases.workbooks.pot.value_steps import value_steps
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text


@dataclass(frozen=True)
class Arithmetic:
    """Steps that give each one's kronor, and how the rest of the pot follows (räkning).

    Attributes:
        kronor: What the steps give, in the order of the recipients.
        lapsed, undistributed: What they give, and their formulas; empty for values.
        live: Whether the kronor follow from the inputs by formulas.
        open_ended: Whether the pot is what is earned.
    """

    steps: tuple[PotStep, ...]
    kronor: tuple[int, ...]
    lapsed_kr: int
    undistributed_kr: int
    lapsed: str
    undistributed: str
    live: bool = True
    open_ended: bool = False


def arithmetic_of(pot: PotAllocation, recipients: Sequence[Recipient]) -> Arithmetic:
    """Return the arithmetic of a computed pot.

    What formulas would give is worked out and compared with what was awarded: where a rule is not of a form
    that they follow, its kronor are values.

    Args:
        recipients: Those the pot goes to, in the order of their codes.
    """
    wanted = tuple(award.amount.kr if (award := pot.award_to(who)) else 0 for who in recipients)
    live = _live(pot, recipients, wanted)
    if live is not None and _gives(live, pot, wanted):
        return live
    steps = value_steps(pot, recipients, wanted)
    return Arithmetic(steps, wanted, pot.lapsed_kr, pot.undistributed_kr, "", "", live=False)


def _gives(found: Arithmetic, pot: PotAllocation, wanted: tuple[int, ...]) -> bool:
    left = (found.lapsed_kr, found.undistributed_kr)
    return found.kronor == wanted and left == (pot.lapsed_kr, pot.undistributed_kr)


def _live(pot: PotAllocation, recipients: Sequence[Recipient], wanted: tuple[int, ...]) -> Arithmetic | None:
    part = pot.base
    if part is None:
        return _to_one(wanted)
    if pot.payments or part.floors or part.caps:
        return None
    if pot.pot.performance is not None:
        return _earned(pot, part, recipients)
    if isinstance(pot.pot.key, FixedKey | ListKey):
        return _listed(pot, part, recipients)
    form = form_of(pot.pot.key, part, recipients)
    if form is None:
        return _to_one(wanted) if len(recipients) == 1 else None
    if len(recipients) == 1 and not part.eligible:
        return _to_one(wanted)
    return _shared(pot, form, part.total_kr, _met(part, recipients), recipients)


def _to_one(wanted: tuple[int, ...]) -> Arithmetic | None:
    """Return the whole pot as one award."""
    if len(wanted) != 1:
        return None
    note = Text("Hela potten går till en mottagare.", "The whole pot goes to one recipient.")
    step = PotStep(step_heading(StepKind.RECIPIENTS), (), (kronor_field(wanted, "{pot}"),), (note,))
    return Arithmetic((step,), wanted, 0, 0, "", "{pot}-{awarded}-{lapsed}")


def _met(part: Part, recipients: Sequence[Recipient]) -> tuple[int, ...] | None:
    return tuple(int(part.eligible.get(who.code, False)) for who in recipients) if part.eligible else None


def _shared(
    pot: PotAllocation, form: KeyForm, total_kr: int, met: tuple[int, ...] | None, recipients: Sequence[Recipient]
) -> Arithmetic | None:
    """Return a pot that is divided by weights; conditions take a share away, or leave the whole to the others."""
    fate = pot.pot.unearned.fate if pot.pot.unearned else Fate.NOT_FOUND
    shared_by = met if met and (fate is Fate.STAYS_WHOLE or (fate is Fate.BONUS_POT and not form.base_kr)) else None
    key = key_step(form, shared_by)
    exact = exact_step(total_kr, form.base_kr, key, shared_by) if key else None
    rounding = rounding_step(exact, pot.pot.rounding, recipients) if exact else None
    if key is None or exact is None or rounding is None:
        return None
    conditions = (conditions_step(pot, met),) if met else ()
    if met is None or shared_by is not None:
        rounded, kronor = rounding.step.fields[-1], rounding.kronor
        fields = (*rounding.step.fields[:-1], kronor_field(kronor, rounded.formula), *beside_the_page(kronor))
        last = replace(rounding.step, fields=fields)
        steps = (*conditions, key.step, exact.step, last)
        undistributed = total_kr - sum(rounding.kronor)
        return Arithmetic(steps, kronor, 0, undistributed, "", "{pot}-{total}+{total}-SUM({kronor:all})")
    kronor = tuple(kr * m for kr, m in zip(rounding.kronor, met, strict=True))
    note = Text(
        "Den som inte uppfyller villkoren får inte sin del.", "Who does not meet the conditions does not get its share."
    )
    unearned = _finished(PotStep(step_heading(StepKind.UNEARNED), notes=(note,)), kronor, "{rounded}*{met}")
    steps = (key.step, exact.step, rounding.step, *conditions, unearned)
    return _with_fate(steps, kronor, total_kr, sum(rounding.kronor), fate)


def _with_fate(
    steps: tuple[PotStep, ...], kronor: tuple[int, ...], total_kr: int, rounded: int, fate: Fate
) -> Arithmetic | None:
    """Return what becomes of the shares of those who did not meet the conditions: they lapse, or stay."""
    unmet = "SUM({rounded:all})-SUM({kronor:all})"
    missed = rounded - sum(kronor)
    if fate is Fate.LAPSES:
        return Arithmetic(steps, kronor, missed, total_kr - rounded, unmet, "{pot}-SUM({rounded:all})")
    if fate is Fate.NOT_FOUND:
        left = f"{{pot}}-SUM({{rounded:all}})+{unmet}"
        return Arithmetic(steps, kronor, 0, total_kr - sum(kronor), "", left)
    return None


def _finished(step: PotStep, kronor: tuple[int, ...], formula: str) -> PotStep:
    """Return the step with the kronor, and with what the page says beside them."""
    return replace(step, fields=(*step.fields, kronor_field(kronor, formula), *beside_the_page(kronor)))


def _listed(pot: PotAllocation, part: Part, recipients: Sequence[Recipient]) -> Arithmetic | None:
    """Return a pot that a table, or a fixed sum to each, gives out as it says."""
    exact = [part.shares.exact.get(who.code) for who in recipients]
    if part.eligible or any(one is None or one.denominator != 1 for one in exact):
        return None
    values = tuple(int(one) for one in exact if one is not None)
    step = PotStep(step_heading(StepKind.EXACT))
    if isinstance(pot.pot.key, FixedKey):
        fact = PotFact(
            "each", Text("Fast belopp till var och en", "Fixed amount to each"), values[0], "", tone=Tone.INPUT
        )
        note = Text(
            "Samma belopp till var och en; resten av potten delas inte ut.",
            "The same to each; the rest of the pot is not given out.",
        )
        step = _finished(replace(step, facts=(fact,), notes=(note,)), values, "{each}")
    else:
        heading = Text("Enligt tabellen", "By the table")
        note = Text("Beloppen är den publicerade tabellens.", "The amounts are those of the published table.")
        given = PotField("listed", heading, values, "", tone=Tone.INPUT, summed=True)
        step = _finished(replace(step, fields=(given,), notes=(note,)), values, "{listed}")
    return Arithmetic((step,), values, 0, part.total_kr - sum(values), "", "{pot}-SUM({kronor:all})")


def _earned(pot: PotAllocation, part: Part, recipients: Sequence[Recipient]) -> Arithmetic | None:
    """Return a pot that is earned: what each earned is given, and what nobody earned follows."""
    earned = tuple(part.earned.get(who.code, 0) for who in recipients)
    fate = pot.pot.unearned.fate if pot.pot.unearned else Fate.NOT_FOUND
    if pot.pot.open_ended:
        return replace(_as_earned(earned, 0, ""), open_ended=True)
    if fate is Fate.LAPSES and part.total_kr >= sum(earned):
        return _as_earned(earned, part.total_kr - sum(earned), "MAX(0,{pot}-SUM({kronor:all}))")
    if fate is Fate.NOT_FOUND:
        found = _as_earned(earned, 0, "")
        return replace(found, undistributed_kr=part.total_kr - sum(earned), undistributed="{pot}-SUM({kronor:all})")
    if fate is Fate.BONUS_POT:
        return _bonus(pot, part, earned, recipients)
    return None


def _as_earned(earned: tuple[int, ...], lapsed_kr: int, lapsed: str) -> Arithmetic:
    step = PotStep(step_heading(StepKind.PERFORMANCE), (), (earned_field(earned),), (_EARNED_NOTE,))
    note = Text("Var och en får det den tjänat in.", "Each gets what it earned.")
    unearned = _finished(PotStep(step_heading(StepKind.UNEARNED), notes=(note,)), earned, "{earned}")
    return Arithmetic((step, unearned), earned, lapsed_kr, 0, lapsed, "{pot}-{awarded}-{lapsed}")


def _bonus(
    pot: PotAllocation, part: Part, earned: tuple[int, ...], recipients: Sequence[Recipient]
) -> Arithmetic | None:
    """Return the whole pot divided by what each earned."""
    heading = Text("Intjänat, kronor", "Earned, kronor")
    form = KeyForm(0, (WeightColumn(Fraction(1), heading, tuple(map(Fraction, earned))),))
    found = _shared(pot, form, part.total_kr, None, recipients)
    if found is None:
        return None
    first, *others = found.steps
    performed = replace(first, heading=step_heading(StepKind.PERFORMANCE), notes=(_EARNED_NOTE,))
    return replace(found, steps=(performed, *others))


def earned_field(earned: tuple[int, ...]) -> PotField:
    """Return what each earned, in kronor, as it was computed from outcomes or given."""
    return PotField("earned", Text("Intjänat, kronor", "Earned, kronor"), earned, "", Look.KRONOR, Tone.INPUT, True)


_EARNED_NOTE = Text(
    "Det intjänade räknas ur utfall eller är givet; här är det värden, som får ändras.",
    "What is earned is computed from outcomes or given; here it is values, which may be changed.",
)
