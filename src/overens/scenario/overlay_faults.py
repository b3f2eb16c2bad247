"""What can be wrong when a scenario is tried on an agreement -> sentences that say what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault, Place
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, decimal_number


def unknown_agreement(name: str, known: Iterable[str]) -> Fault:
    """There is no such agreement."""
    near = did_you_mean(name, known)
    return Fault.of(
        "Avtalet '{name}' finns inte.",
        "Menade du '{near}'?" if near else "Se vilka som finns: overens coverage ÅR.",
        "There is no agreement '{name}'.",
        "Did you mean '{near}'?" if near else "See which there are: overens coverage YEAR.",
        name=name,
        near=near,
    )


def an_amendment(name: str, agreement: str) -> Fault:
    """What is named is an amendment of an agreement."""
    return Fault.of(
        "'{name}' är en ändring av '{agreement}'.",
        "Skriv '{agreement}': det ändras som det nu lyder.",
        "'{name}' is an amendment of '{agreement}'.",
        "Write '{agreement}': it is changed as it now reads.",
        name=name,
        agreement=agreement,
    )


def unknown_pot(name: str, agreement: str, known: Sequence[str]) -> Fault:
    """There is no such pot in the agreement."""
    near = did_you_mean(name, known)
    return Fault.of(
        "Potten '{name}' finns inte i {agreement}.",
        "Menade du '{near}'?" if near else "Där finns: {known}.",
        "There is no pot '{name}' in {agreement}.",
        "Did you mean '{near}'?" if near else "There are: {known}.",
        name=name,
        agreement=agreement,
        near=near,
        known=", ".join(known),
    )


def a_group(name: str, parts: Sequence[str]) -> Fault:
    """The pot is a sum of pots and has no rule of its own."""
    return Fault.of(
        "'{name}' är en summa av potter och har ingen egen regel.",
        "Ändra någon av dess potter: {parts}.",
        "'{name}' is a sum of pots and has no rule of its own.",
        "Change one of its pots: {parts}.",
        name=name,
        parts=", ".join(parts),
    )


def no_such_value(step: str, path: str, known: Sequence[str]) -> Fault:
    """The path leads to nothing."""
    near = did_you_mean(step, known)
    return Fault.of(
        "'{step}' finns inte i vägen '{path}'.",
        "Menade du '{near}'?" if near else "Där finns: {known}.",
        "'{step}' is not there in the path '{path}'.",
        "Did you mean '{near}'?" if near else "There are: {known}.",
        step=step,
        path=path,
        near=near,
        known=", ".join(known) or "–",
    )


def no_such_item(step: str, path: str, n: int) -> Fault:
    """A list has fewer items than that."""
    return Fault.of(
        "'{step}' finns inte i vägen '{path}': listan har {n}.",
        "Räkna från 1, eller skriv utfallets eller kravets namn.",
        "'{step}' is not there in the path '{path}': the list has {n}.",
        "Count from 1, or write the name of the outcome or requirement.",
        step=step,
        path=path,
        n=str(n),
    )


def value_has_no_parts(path: str, step: str) -> Fault:
    """The path goes on below a single value."""
    return Fault.of(
        "'{step}' i vägen '{path}' är ett enda värde; det har inga delar.",
        "Skriv vägen fram till värdet.",
        "'{step}' in the path '{path}' is a single value; it has no parts.",
        "Write the path to the value.",
        path=path,
        step=step,
    )


def not_there_to_remove(path: str) -> Fault:
    """What is to be taken away is not there."""
    return Fault.of(
        "'{path}' står inte i potten och kan inte tas bort.",
        "Kontrollera vägen.",
        "'{path}' is not in the pot and cannot be taken away.",
        "Check the path.",
        path=path,
    )


def changed_twice(what: str, first: Place) -> Fault:
    """Two changes of one file write the same value."""
    return Fault.of(
        "'{what}' ändras två gånger i samma scenario; första gången på rad {line}.",
        "Ta bort den ena, eller lägg den i en egen fil: filer räknas i den ordning de anges.",
        "'{what}' is changed twice in the same scenario; the first time on line {line}.",
        "Remove one, or put it in a file of its own: files count in the order they are given.",
        what=what,
        line=str(first.line),
    )


def after_the_change(fault: Fault, place: Place) -> Fault:
    """What is wrong in the agreement only once the change is made."""
    values = {"what": fault.message, "place": str(place)}
    return Fault(
        Text("Med ändringen stämmer inte {place}: {what}", "With the change {place} does not hold: {what}", values),
        fault.remedy,
    )


# --- figures ------------------------------------------------------------------------


def unused_figure(name: str, agreement: str, known: Sequence[str]) -> Fault:
    """The agreement does not use the figure."""
    near = did_you_mean(name, known)
    return Fault.of(
        "Inget i {agreement} använder underlaget '{name}'.",
        "Menade du '{near}'?" if near else "Avtalet använder: {known}.",
        "Nothing in {agreement} uses the figure '{name}'.",
        "Did you mean '{near}'?" if near else "The agreement uses: {known}.",
        name=name,
        agreement=agreement,
        near=near,
        known=", ".join(known) or "–",
    )


def no_series(name: str, when: str, known: Sequence[str]) -> Fault:
    """The figure has no values of that date."""
    return Fault.of(
        "Underlaget '{name}' har inga värden för {when}.",
        "Det finns för: {known}." if known else "Lägg till underlaget med --library.",
        "The figure '{name}' has no values for {when}.",
        "There are for: {known}." if known else "Add the figure with --library.",
        name=name,
        when=when,
        known=", ".join(known),
    )


def which_series(name: str, known: Sequence[str]) -> Fault:
    """The figure has several dates, and none is said."""
    return Fault.of(
        "Underlaget '{name}' har flera datum.",
        "Skriv vilket efter 'per:': {known}.",
        "The figure '{name}' has several dates.",
        "Write which after 'per:': {known}.",
        name=name,
        known=", ".join(known),
    )


def nobody(name: str, near: Sequence[Recipient]) -> Fault:
    """Nobody whom the figure is for is called that."""
    return Fault.of(
        "'{name}' är inte någon som underlaget har värden för.",
        "Menade du {near}?" if near else "Skriv en kod ('06'), ett namn ('Region Skåne') eller 'alla'.",
        "'{name}' is nobody whom the figure has values for.",
        "Did you mean {near}?" if near else "Write a code ('06'), a name ('Region Skåne') or 'alla'.",
        name=name[:80],
        near=", ".join(f"'{one.name}'" for one in near),
    )


def takes_no_part(who: str, name: str) -> Fault:
    """The recipient gets nothing from any pot that uses the figure."""
    return Fault.of(
        "{who} är inte med i någon pott som använder '{name}'.",
        "Ta bort den ur 'för'.",
        "{who} has no part in any pot that uses '{name}'.",
        "Remove it from 'för'.",
        who=who,
        name=name,
    )


def no_value_to_move(who: str, name: str, when: str) -> Fault:
    """There is no published value that could be moved."""
    return Fault.of(
        "{who} har inget publicerat värde av '{name}' för {when}.",
        "Skriv ett värde med 'blir' i stället för 'ändras'.",
        "{who} has no published value of '{name}' for {when}.",
        "Write a value with 'blir' instead of 'ändras'.",
        who=who,
        name=name,
        when=when,
    )


def not_plausible(value: Fraction, unit: str, who: str) -> Fault:
    """The value cannot be: below zero, or above a hundred per cent."""
    return Fault.of(
        "{value} {unit} för {who} är inget möjligt värde.",
        "Välj en mindre ändring.",
        "{value} {unit} for {who} is no possible value.",
        "Choose a smaller change.",
        value=decimal_number(value),
        unit=unit,
        who=who,
    )
