"""The sentences that say what is wrong in an agreement as a whole: sums, sources, names, dates."""

from __future__ import annotations

from overens.vocabulary.money import Amount
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.periods import When
from overens.vocabulary.problems import Fault, Place
from overens.vocabulary.wording import Text, kronor

PAYMENT = Text("Utbetalningen", "The payment")
REQUISITION = Text("Rekvisitionen", "The requisition")
REPAYMENT = Text("Återbetalningen", "The repayment")
DUTY = Text("Skyldigheten", "The duty")


def sums_not(whole: Amount, total: Amount) -> Fault:
    """The pots do not sum to what they are part of."""
    return Fault.of(
        "Beloppet är {whole} men potterna summerar till {total}; det skiljer {gap}.",
        "Rätta ett belopp, eller lägg till den pott som saknas.",
        "The amount is {whole} but the pots sum to {total}; the difference is {gap}.",
        "Mend an amount, or add the pot that is missing.",
        whole=kronor(whole.kr),
        total=kronor(total.kr),
        gap=kronor(total.kr - whole.kr),
    )


def sums_above(whole: Amount, total: Amount) -> Fault:
    """The known pots are more than what they are part of."""
    return Fault.of(
        "De kända potterna summerar till {total}, mer än beloppet {whole}.",
        "Rätta ett belopp.",
        "The known pots sum to {total}, more than the amount {whole}.",
        "Mend an amount.",
        whole=kronor(whole.kr),
        total=kronor(total.kr),
    )


def earmark_above(earmark: Amount, pot: Amount) -> Fault:
    """An earmark is larger than its pot."""
    return Fault.of(
        "Öronmärkningen {earmark} är större än sin pott, {pot}.",
        "Rätta beloppet, eller ange 'mottagarnas egna: ja' om pengarna inte är statens.",
        "The earmark {earmark} is larger than its pot, {pot}.",
        "Mend the amount, or give 'mottagarnas egna: ja' if the money is not the state's.",
        earmark=kronor(earmark.kr),
        pot=kronor(pot.kr),
    )


def larger_than_the_budget(amount: Amount) -> Fault:
    """An amount is larger than the state's budget."""
    return Fault.of(
        "Beloppet {kr} är större än hela statsbudgeten.",
        "Kontrollera antalet nollor.",
        "The amount {kr} is larger than the whole state budget.",
        "Check the number of zeros.",
        kr=kronor(amount.kr),
    )


def unknown_source(name: str, known: list[str]) -> Fault:
    """A source is named that is not listed."""
    near = did_you_mean(name, known)
    return Fault.of(
        "Källan '{name}' finns inte under 'källor'.",
        "Menade du '{near}'?" if near else "Lägg till den under 'källor', eller skriv en av: {known}.",
        "The source '{name}' is not under 'källor'.",
        "Did you mean '{near}'?" if near else "Add it under 'källor', or write one of: {known}.",
        name=name,
        near=near,
        known=", ".join(known),
    )


def pot_named_twice(name: str, first: Place) -> Fault:
    """Two pots have one name."""
    return Fault.of(
        "Två potter heter '{name}'; den första på rad {line}.",
        "Ge dem olika namn: potten pekas ut som AVTAL/POTT.",
        "Two pots are called '{name}'; the first on line {line}.",
        "Give them different names: a pot is named as ID/POT.",
        name=name,
        line=str(first.line),
    )


def about_nothing(words: str, near: str | None) -> Fault:
    """A contradiction is about something that is not in the file."""
    return Fault.of(
        "Motsägelsen gäller '{words}', som inte finns i filen.",
        "Menade du '{near}'?" if near else "Skriv vägen till värdet, till exempel 'potter.befolkning.belopp'.",
        "The contradiction is about '{words}', which is not in the file.",
        "Did you mean '{near}'?" if near else "Write the path of the value, for instance 'potter.befolkning.belopp'.",
        words=words,
        near=near,
    )


def stretch_of_nothing(words: str) -> Fault:
    """A source says where a value stands that is not in the file."""
    return Fault.of(
        "Under 'ställen' står '{words}', som inte finns i filen.",
        "Ändra vägen om värdet har flyttats, eller ta bort raden.",
        "'{words}' stands under 'ställen' and is not in the file.",
        "Change the path if the value has moved, or remove the line.",
        words=words,
    )


def before_decision(what: Text, due: When, decided: When) -> Fault:
    """Something falls before the decision."""
    return Fault.of(
        "{what} ({due}) ligger före beslutet ({decided}).",
        "Kontrollera datumen; står det så i källan, skriv det under 'motsägelser'.",
        "{what} ({due}) falls before the decision ({decided}).",
        "Check the dates; if the source says so, record it under 'motsägelser'.",
        what=what,
        due=due.words,
        decided=decided.words,
    )
