"""What can be wrong in what is said of uncertain outcomes -> sentences that say what would be right."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text
from overens.writing.numbers import number_words


def unused(name: str, used: Sequence[str]) -> Fault:
    """No pot that is simulated depends on the outcome."""
    near = did_you_mean(name, used)
    names = ", ".join(used)
    return Fault.of(
        "Utfallet '{name}' avgör inga pengar i det som simuleras.",
        "Menade du '{near}'?"
        if near
        else ("Skriv ett av: {names}." if used else "Välj ett avtal med prestationskrav."),
        "The outcome '{name}' decides no money in what is simulated.",
        "Did you mean '{near}'?"
        if near
        else ("Write one of: {names}." if used else "Choose an agreement with performance requirements."),
        name=name,
        near=near,
        names=names,
    )


def no_such_outcome(name: str) -> Fault:
    """There is no figure of the name, so that nothing says what its unit is."""
    return Fault.of(
        "Utfallet '{name}' finns inte för någon månad, så dess enhet är inte känd.",
        "Lägg in minst en månad som underlag ('overens outcomes').",
        "The outcome '{name}' exists for no month, so its unit is not known.",
        "Add at least one month as a figure ('overens outcomes').",
        name=name,
    )


def not_ascending() -> Fault:
    """A point of the spread is below the one before it."""
    return Fault.of(
        "Värdena går inte uppåt.",
        "Skriv dem i ordning: lägst ≤ p10 ≤ p50 ≤ p90 ≤ högst.",
        "The values do not ascend.",
        "Write them in order: lägst ≤ p10 ≤ p50 ≤ p90 ≤ högst.",
    )


def cannot_be(value: Fraction, unit: str) -> Fault:
    """A value that the unit does not allow."""
    return Fault.of(
        "{value} {unit} kan inte vara ett utfall.",
        "En andel ligger mellan 0 och 100 procent, ett antal är minst 0; en förändring skrivs med 'kring'.",
        "{value} {unit} cannot be an outcome.",
        "A share lies between 0 and 100 per cent, a number is at least 0; a change is written with 'kring'.",
        value=number_words(value),
        unit=unit,
    )


def nobody(words: str, near: Sequence[Recipient]) -> Fault:
    """A name that means none of the recipients."""
    names = ", ".join(one.name for one in near)
    return Fault.of(
        "'{words}' är ingen av mottagarna.",
        "Menade du {names}?" if near else "Skriv en kod ('06'), ett namn, eller 'alla'.",
        "'{words}' is none of the recipients.",
        "Did you mean {names}?" if near else "Write a code ('06'), a name, or 'alla'.",
        words=words[:60],
        names=names,
    )


def takes_no_part(name: str, outcome: str) -> Fault:
    """The outcome of one that can get nothing by it."""
    return Fault.of(
        "{name} kan inte få något genom '{outcome}'.",
        "Ta bort namnet ur 'för'.",
        "{name} can get nothing by '{outcome}'.",
        "Remove the name from 'för'.",
        name=name,
        outcome=outcome,
    )


def nothing_around(outcome: str, period: str, who: str) -> Fault:
    """The value that the spread is counted from is missing."""
    return Fault.of(
        "'{outcome}' har inget värde för {who} {period} att räkna från.",
        "Lägg in det som underlag, eller skriv fördelningen av värden utan 'kring'.",
        "'{outcome}' has no value for {who} {period} to count from.",
        "Add it as a figure, or write the spread of values without 'kring'.",
        outcome=outcome,
        who=who,
        period=period,
    )


def twice(outcome: str, period: str, who: str) -> Fault:
    """The same outcome is uncertain in two ways."""
    return Fault.of(
        "'{outcome}' {period} för {who} är redan osäkert på ett annat sätt i filen.",
        "Ta bort det ur den ena raden.",
        "'{outcome}' {period} for {who} is uncertain in another way already in the file.",
        "Remove it from one of the rows.",
        outcome=outcome,
        period=period,
        who=who,
    )


def nothing_uncertain() -> Fault:
    """Draws are asked for and nothing is uncertain."""
    return Fault.of(
        "Inget i scenariot är osäkert, så det finns inget att dra.",
        "Skriv 'osäkert:' med ett utfall och dess fördelning, eller ta bort --draws.",
        "Nothing in the scenario is uncertain, so there is nothing to draw.",
        "Write 'osäkert:' with an outcome and its spread, or remove --draws.",
    )


def not_computed(name: str, why: Text) -> Fault:
    """A pot cannot be computed even with every outcome in the middle of its spread."""
    return Fault.of(
        "Potten '{name}' går inte att räkna ens med utfallen mitt i sin fördelning: {why}.",
        "Ge det som saknas i scenariot, under 'ändringar' eller 'osäkert'.",
        "The pot '{name}' cannot be computed even with the outcomes in the middle of their spread: {why}.",
        "Give what is missing in the scenario, under 'ändringar' or 'osäkert'.",
        name=name,
        why=why,
    )


def impossible_draw(name: str, why: Text) -> Fault:
    """A draw gives outcomes with which a pot cannot be divided."""
    return Fault.of(
        "En dragning gör att potten '{name}' inte går att räkna: {why}.",
        "Säg i scenariot vad som görs ('prestation/om potten inte räcker': minskas i proportion), eller snäva in fördelningen.",
        "A draw makes the pot '{name}' impossible to compute: {why}.",
        "Say in the scenario what is done ('prestation/om potten inte räcker': minskas i proportion), or narrow the spread.",
        name=name,
        why=why,
    )
