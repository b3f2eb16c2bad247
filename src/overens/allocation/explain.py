"""One recipient and one pot -> the steps that led to the krona, as sentences with numbers and sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from overens.agreement.model import Agreement
from overens.allocation import explain_results as tell
from overens.allocation import explain_shares as shares
from overens.allocation import explain_steps as say
from overens.allocation.explain_performance import tell_performance
from overens.allocation.model import Allocation, Award, Part, PotAllocation
from overens.figures.model import Series
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.sources import Cited
from overens.vocabulary.wording import Text


class StepKind(StrEnum):
    """Which part of the rule a step tells of."""

    POT = "pott"
    RECIPIENTS = "mottagare"
    KEY = "nyckel"
    EXACT = "exakt andel"
    BOUNDS = "gränser"
    CONDITIONS = "villkor"
    PERFORMANCE = "prestation"
    UNEARNED = "ej intjänat"
    ROUNDING = "avrundning"
    PAYMENT = "utbetalning"
    ANNEX = "bilaga"
    CERTAINTY = "säkerhet"
    NOT_COMPUTED = "ej beräknad"


@dataclass(frozen=True)
class ExplanationStep:
    """One step: what it is, the sentence, the numbers in it (exact, as text), and its sources."""

    kind: StepKind
    text: Text
    numbers: dict[str, str]
    cited: tuple[Cited, ...] = ()

    @property
    def source(self) -> str:
        """The sources on one line; empty where there is none."""
        return "; ".join(one.words for one in self.cited)


@dataclass(frozen=True)
class Explanation:
    """Why one recipient gets what it gets from one pot (förklaring).

    Attributes:
        area: The county that gets the money, where the recipient is one of those that share it.
    """

    agreement: Agreement
    pot: PotAllocation
    recipient: Recipient
    award: Award | None
    steps: tuple[ExplanationStep, ...]
    area: Recipient | None = None


def explain(allocation: Allocation, pot: PotAllocation, recipient: Recipient) -> Explanation:
    """Return the trace of one recipient's award from one pot.

    Args:
        recipient: Anyone; for one that the pot does not reach the steps say so.
    """
    award = pot.award_to(recipient)
    steps = tuple(_steps(allocation, pot, recipient, award))
    return Explanation(allocation.agreement, pot, recipient, award, steps, pot.area_of(recipient))


def _steps(
    allocation: Allocation, pot: PotAllocation, who: Recipient, award: Award | None
) -> Iterator[ExplanationStep]:
    source = cited(allocation.agreement, pot.pot.source)
    yield ExplanationStep(StepKind.POT, say.pot(pot), say.pot_numbers(pot), source)
    yield ExplanationStep(StepKind.RECIPIENTS, say.recipients(pot, who), {"n": str(len(pot.recipients))}, source)
    if pot.reason is not None and not pot.awards:
        yield ExplanationStep(StepKind.NOT_COMPUTED, say.not_computed(pot, who), say.ceiling_numbers(pot, who), source)
        return
    if not pot.is_for(who):
        return
    if pot.base is not None:
        yield from _base(pot, pot.base, who, source)
    for payment in pot.payments:
        if payment.eligible:
            yield from _settled(pot, payment, who, source)
    if award is None:
        return
    if award.instalments and pot.pot.instalments:
        yield ExplanationStep(
            StepKind.PAYMENT,
            tell.payments(pot, award),
            {str(n): str(kr) for n, kr in enumerate(award.instalments)},
            source,
        )
    if pot.annex is not None:
        yield ExplanationStep(
            StepKind.ANNEX,
            tell.annex(pot.annex, who, award),
            tell.annex_numbers(pot.annex, who, award),
            (Cited(pot.annex.table),),
        )
    yield ExplanationStep(StepKind.CERTAINTY, tell.certainty(pot, award), tell.interval_numbers(award.amount))


def _base(pot: PotAllocation, part: Part, who: Recipient, source: tuple[Cited, ...]) -> Iterator[ExplanationStep]:
    for weights in part.shares.weights:
        if who.code in weights.of:
            series = weights.series
            yield ExplanationStep(
                StepKind.KEY,
                say.key(weights, who),
                say.key_numbers(weights, who),
                (Cited(series.source, series.publisher, series.address),),
            )
    if who.code in part.shares.exact:
        yield ExplanationStep(StepKind.EXACT, shares.exact(pot.pot.key, part, who), shares.exact_numbers(part, who))
    if who.code in part.floors or who.code in part.caps:
        yield ExplanationStep(StepKind.BOUNDS, shares.bounds(part, who), shares.bound_numbers(part, who), source)
    yield from _settled(pot, part, who, source)
    if who.code in part.awarded:
        yield ExplanationStep(StepKind.ROUNDING, tell.rounding(pot, part, who), tell.rounding_numbers(part, who))


def _settled(pot: PotAllocation, part: Part, who: Recipient, source: tuple[Cited, ...]) -> Iterator[ExplanationStep]:
    if who.code in part.eligible:
        meets = {"meets": str(int(part.eligible[who.code]))}
        yield ExplanationStep(StepKind.CONDITIONS, say.conditions(pot, part, who), meets)
    for told in tell_performance(pot, part, who):
        yield ExplanationStep(StepKind.PERFORMANCE, told.text, told.numbers, cited_series(told.series) or source)
    changed = part.final.get(who.code) != part.own.get(who.code)
    if changed or part.earned or not part.eligible.get(who.code, True):
        yield ExplanationStep(StepKind.UNEARNED, say.unearned(pot, part, who), say.unearned_numbers(part, who), source)


def cited_series(series: tuple[Series, ...]) -> tuple[Cited, ...]:
    """Return where the figures come from, each source once."""
    return tuple(dict.fromkeys(Cited(one.source, one.publisher, one.address) for one in series))


def cited(agreement: Agreement, names: tuple[str, ...]) -> tuple[Cited, ...]:
    """Return the agreement's sources of these names, as they are cited."""
    found = [agreement.sources[name] for name in names if name in agreement.sources]
    return tuple(Cited(one.title, one.publisher or "", one.address or "") for one in found)
