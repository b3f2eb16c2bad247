"""Why a recipient gets what it gets from a pot -> headings, exact fractions and what is said of those without a part."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from overens.allocation.describe_recipients import describe_recipients
from overens.allocation.explain import ExplanationStep, StepKind
from overens.allocation.model import State
from overens.usecases.why import Why
from overens.usecases.wording.amounts import kr_words
from overens.vocabulary.money import Precision
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Text, plain, whole_number

_HEADINGS = {
    StepKind.POT: Text("Potten", "The pot"),
    StepKind.RECIPIENTS: Text("Vilka som delar på den", "Who shares it"),
    StepKind.KEY: Text("Underlaget och andelen", "The figure and the share"),
    StepKind.EXACT: Text("Andelen i kronor, exakt", "The share in kronor, exactly"),
    StepKind.BOUNDS: Text("Golv och tak", "Floor and cap"),
    StepKind.CONDITIONS: Text("Villkor", "Conditions"),
    StepKind.PERFORMANCE: Text("Prestation", "Performance"),
    StepKind.UNEARNED: Text("Det som inte tjänas in", "What is not earned"),
    StepKind.ROUNDING: Text("Avrundning till hela kronor", "Rounding to whole kronor"),
    StepKind.PAYMENT: Text("Utbetalning", "Payment"),
    StepKind.ANNEX: Text("Den publicerade tabellen", "The published table"),
    StepKind.CERTAINTY: Text("Hur säkert det är", "How sure it is"),
    StepKind.NOT_COMPUTED: Text("Varför inget är beräknat", "Why nothing is computed"),
}


def step_heading(kind: StepKind) -> Text:
    """Return what a step is called."""
    return _HEADINGS[kind]


def why_title(why: Why) -> Text:
    """Return what the page asks: why so much, why nothing, or just who and which pot."""
    values: dict[str, object] = {"who": why.who.name, "pot": why.pot.pot.name}
    if why.explanation.award is not None:
        amount = why.explanation.award.amount
        values["kr"] = kr_words(amount.kr, exact=amount.precision is Precision.EXACT)
        return Text("Varför {who} får {kr}", "Why {who} gets {kr}", values)
    if why.row is not None and why.pot.state is State.NOT_COMPUTED:
        return Text("Varför inget är beräknat för {who}", "Why nothing is computed for {who}", values)
    return Text("{who} och potten {pot}", "{who} and the pot {pot}", values)


def not_then_words(why: Why) -> Text | None:
    """Return the sentence about a pot that was not known on the day asked about; None for one that was."""
    day = why.allocation.as_known_on
    if why.pot.state is not State.NOT_YET_KNOWN or day is None:
        return None
    return Text("Potten var inte känd {day}.", "The pot was not known on {day}.", {"day": day.isoformat()})


def goes_to_words(why: Why, register: Register) -> Text | None:
    """Return whom the pot goes to, where that is stated."""
    if why.pot.pot.to is None or not why.pot.recipients:
        return None
    values: dict[str, object] = {"whom": describe_recipients(why.pot.pot.to, register)}
    return Text("Potten går till {whom}.", "The pot goes to {whom}.", values)


def rank_words(why: Why) -> Text | None:
    """Return the place of the award among all: the largest of 21."""
    if why.rank is None:
        return None
    alike = sum(
        1 for one in why.pot.awards if why.explanation.award and one.amount.kr == why.explanation.award.amount.kr
    )
    values: dict[str, object] = {"rank": str(why.rank), "n": str(len(why.pot.awards))}
    if alike == len(why.pot.awards):
        return Text("alla {n} får lika mycket", "all {n} get the same", values)
    if why.rank == 1 and alike == 1:
        return Text("störst av {n}", "the largest of {n}", values)
    return Text("nummer {rank} av {n} i storlek", "number {rank} of {n} in size", values)


def step_fractions(step: ExplanationStep) -> Iterator[tuple[Text, Text]]:
    """Yield what of a step is an exact fraction: what it is, and the fraction with its decimals."""
    numbers = {name: Fraction(number) for name, number in step.numbers.items()}
    if step.kind is StepKind.KEY and numbers.get("sum_of_weights"):
        mine, whole = numbers["weight"], numbers["sum_of_weights"]
        yield Text("Andelen", "The share"), _quotient(mine, whole)
    if step.kind in (StepKind.EXACT, StepKind.BOUNDS, StepKind.UNEARNED, StepKind.ROUNDING) and "share" in numbers:
        yield _SHARES[step.kind], in_kronor(numbers["share"])


_SHARES = {
    StepKind.EXACT: Text("Exakt", "Exactly"),
    StepKind.BOUNDS: Text("Inom golv och tak", "Within floor and cap"),
    StepKind.UNEARNED: Text("Därefter", "Thereafter"),
    StepKind.ROUNDING: Text("Före avrundningen", "Before rounding"),
}


def _quotient(mine: Fraction, whole: Fraction) -> Text:
    """Return a share as the numbers it is made of, in lowest terms, and as a decimal fraction."""
    share = mine / whole
    first = Text("{mine} / {whole}", "{mine} / {whole}", {"mine": mine, "whole": whole})
    lowest = plain(f"{whole_number(share.numerator)}/{whole_number(share.denominator)}")
    values: dict[str, object] = {"first": first, "lowest": lowest, "decimal": _decimals(share)}
    if mine == share.numerator and whole == share.denominator:
        return Text("{first} ≈ {decimal}", "{first} ≈ {decimal}", values)
    return Text("{first} = {lowest} ≈ {decimal}", "{first} = {lowest} ≈ {decimal}", values)


def _decimals(share: Fraction) -> Text:
    digits = f"{int(share * 10**8 + Fraction(1, 2)):09d}"
    return Text(f"{digits[:-8]},{digits[-8:]}", f"{digits[:-8]}.{digits[-8:]}")


def in_kronor(share: Fraction) -> Text:
    """Return kronor as a fraction in lowest terms and as a decimal fraction; whole kronor as they are."""
    if share.denominator == 1:
        return plain(kr_words(share.numerator))
    exact = plain(f"{whole_number(share.numerator)}/{whole_number(share.denominator)}")
    equals = "=" if (share * 10_000).denominator == 1 else "≈"
    return Text(
        "{exact} {equals} {decimal}\u00a0kr",
        "{exact} {equals} {decimal}\u00a0kr",
        {"exact": exact, "equals": equals, "decimal": share},
    )
