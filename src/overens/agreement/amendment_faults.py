"""The sentences that say what is wrong with an amendment: whom it changes, in what order, and what."""

from __future__ import annotations

from collections.abc import Iterable

from overens.vocabulary.names import did_you_mean
from overens.vocabulary.periods import When
from overens.vocabulary.problems import Fault, Place
from overens.vocabulary.wording import Text


def no_day() -> Fault:
    """Neither date says from when the amendment counts."""
    return Fault.of(
        "Det står inte från vilken dag ändringen räknas.",
        "Ange 'beslutad' eller 'känd från' som ett datum; månad räcker.",
        "It does not say from which day the amendment counts.",
        "Give 'beslutad' or 'känd från' as a date; a month will do.",
    )


def months_turned(start: When, end: When) -> Fault:
    """The amendment ends before it begins."""
    return Fault.of(
        "Ändringen gäller från {start} till {end}, som är tidigare.",
        "Byt plats på 'från' och 'till', eller rätta den ena.",
        "The amendment applies from {start} to {end}, which is earlier.",
        "Change places of 'från' and 'till', or mend one of them.",
        start=start,
        end=end,
    )


def amends_nothing_known(name: str, known: Iterable[str]) -> Fault:
    """The agreement that is to be changed is not in the library."""
    near = did_you_mean(name, known)
    return Fault.of(
        "Avtalet '{name}' som ändras finns inte.",
        "Menade du '{near}'?" if near else "Lägg avtalets fil i biblioteket, eller rätta 'ändrar'.",
        "The agreement '{name}' that is changed does not exist.",
        "Did you mean '{near}'?" if near else "Put the agreement's file in the library, or mend 'ändrar'.",
        name=name,
        near=near,
    )


def amends_itself(name: str) -> Fault:
    """An amendment gives itself as what it changes."""
    return Fault.of(
        "'{name}' säger sig ändra sig själv.",
        "Skriv avtalets id under 'ändrar'.",
        "'{name}' says that it amends itself.",
        "Write the agreement's id under 'ändrar'.",
        name=name,
    )


def amends_an_amendment(name: str, base: str) -> Fault:
    """What is to be changed is itself an amendment."""
    return Fault.of(
        "'{name}' är själv en ändring av '{base}'.",
        "Skriv 'ändrar: {base}', och 'efter: {name}' om ordningen behöver sägas.",
        "'{name}' is itself an amendment of '{base}'.",
        "Write 'ändrar: {base}', and 'efter: {name}' if the order must be said.",
        name=name,
        base=base,
    )


def before_the_agreement(since: When, decided: When) -> Fault:
    """The amendment was known before the agreement was made."""
    return Fault.of(
        "Ändringen är känd {since}, före avtalet ({decided}).",
        "Rätta något av datumen.",
        "The amendment was known {since}, before the agreement ({decided}).",
        "Mend one of the dates.",
        since=since,
        decided=decided,
    )


def after_unknown(name: str, known: Iterable[str]) -> Fault:
    """The amendment says it follows one that does not exist."""
    listed = sorted(known)
    return Fault.of(
        "Ingen annan ändring av avtalet heter '{name}'.",
        "Skriv en av: {known}." if listed else "Ta bort 'efter'.",
        "No other amendment of the agreement is called '{name}'.",
        "Write one of: {known}." if listed else "Remove 'efter'.",
        name=name,
        known=", ".join(listed),
    )


def out_of_order(since: When, other: str, other_since: When) -> Fault:
    """The amendment says it follows one that came later."""
    return Fault.of(
        "Ändringen är känd {since} men ska gälla efter '{other}', som är känd {other_since}.",
        "Rätta ett datum, eller 'efter'.",
        "The amendment was known {since} but is to apply after '{other}', known {other_since}.",
        "Mend a date, or 'efter'.",
        since=since,
        other=other,
        other_since=other_since,
    )


def in_a_circle(other: str) -> Fault:
    """Amendments say that they follow each other."""
    return Fault.of(
        "Ändringen ska gälla efter '{other}', som i sin tur ska gälla efter den.",
        "Ta bort 'efter' i den som kom först.",
        "The amendment is to apply after '{other}', which in turn is to apply after it.",
        "Remove 'efter' in the one that came first.",
        other=other,
    )


def order_unclear(since: When, other: str, other_since: When) -> Fault:
    """Two amendments became known at what may be the same time."""
    return Fault.of(
        "Ändringen är känd {since} och '{other}' {other_since}; vilken som kom sist går inte att se.",
        "Skriv 'efter: {other}' i den som kom sist, eller datumet på dagen.",
        "The amendment was known {since} and '{other}' {other_since}; which came last cannot be seen.",
        "Write 'efter: {other}' in the one that came last, or the date to the day.",
        since=since,
        other=other,
        other_since=other_since,
    )


def no_such_pot(name: str, pots: Iterable[str]) -> Fault:
    """A pot that is to be removed or added to is not there (any longer)."""
    listed = list(pots)
    near = did_you_mean(name, listed)
    return Fault.of(
        "Potten '{name}' finns inte i avtalet när ändringen kommer.",
        "Menade du '{near}'?" if near else "Där finns: {pots}.",
        "There is no pot '{name}' in the agreement when the amendment comes.",
        "Did you mean '{near}'?" if near else "There are: {pots}.",
        name=name,
        near=near,
        pots=", ".join(listed),
    )


def placed_but_not_new(name: str) -> Fault:
    """A place is given for a pot that is not a new one."""
    return Fault.of(
        "'{name}' är ingen ny pott i ändringen.",
        "Ta bort den under 'läggs i', eller skriv potten under 'potter'.",
        "'{name}' is no new pot of the amendment.",
        "Remove it under 'läggs i', or write the pot under 'potter'.",
        name=name,
    )


def replaced_and_removed(name: str) -> Fault:
    """A pot is both replaced and taken away."""
    return Fault.of(
        "Potten '{name}' både ersätts och tas bort.",
        "Behåll den ena av 'potter' och 'tas bort'.",
        "The pot '{name}' is both replaced and removed.",
        "Keep one of 'potter' and 'tas bort'.",
        name=name,
    )


def removed_twice(name: str) -> Fault:
    """A pot is taken away more than once."""
    return Fault.of(
        "Potten '{name}' tas bort två gånger.",
        "Låt den stå en gång under 'tas bort'.",
        "The pot '{name}' is removed twice.",
        "Let it stand once under 'tas bort'.",
        name=name,
    )


def nothing_left(name: str) -> Fault:
    """The last pot, of the agreement or of another pot, is taken away."""
    return Fault.of(
        "När potten '{name}' tas bort finns ingen pott kvar där den stod.",
        "Skriv under 'potter' vad som kommer i stället, eller ta bort den ur 'tas bort'.",
        "When the pot '{name}' is removed, no pot is left where it stood.",
        "Write under 'potter' what comes instead, or take it out of 'tas bort'.",
        name=name,
    )


def after_the_amendment(fault: Fault, place: Place) -> Fault:
    """What is wrong in the agreement's own file only once the amendment applies."""
    values = {"what": fault.message, "place": str(place)}
    return Fault(
        Text(
            "Efter ändringen stämmer inte {place}: {what}", "After the amendment {place} does not hold: {what}", values
        ),
        fault.remedy,
    )


def other_source(name: str) -> Fault:
    """A source has the name of another source of the agreement."""
    return Fault.of(
        "Källan '{name}' finns i avtalet och är en annan.",
        "Ge ändringens källa ett eget namn.",
        "The source '{name}' is in the agreement and is another one.",
        "Give the amendment's source a name of its own.",
        name=name,
    )


def changes_nothing() -> Fault:
    """The agreement reads the same after the amendment."""
    return Fault.of(
        "Ändringen ändrar ingenting: avtalet lyder likadant efter den.",
        "Ta bort filen, skriv vad som blir annorlunda, eller varför innehållet inte är känt under 'ej läst'.",
        "The amendment changes nothing: the agreement reads the same after it.",
        "Remove the file, write what becomes different, or why its contents are not known under 'ej läst'.",
    )
