"""What can be wrong in a scenario's file by itself -> sentences that say what would be right."""

from __future__ import annotations

from collections.abc import Sequence

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import whole_number


def no_keys() -> Fault:
    """The file is a list or a word."""
    return Fault.of(
        "Filen är inte en grupp av nycklar.",
        "Börja med 'namn:' och 'ändringar:'; 'overens simulate --template AVTAL/POTT' skriver en mall.",
        "The file is not a group of keys.",
        "Begin with 'namn:' and 'ändringar:'; 'overens simulate --template AGREEMENT/POT' writes a template.",
    )


def another_file(key: str) -> Fault:
    """The file is of another kind."""
    return Fault.of(
        "Filen är inget scenario: den har '{key}'.",
        "Två avtal eller utkast jämförs med 'overens compare A B'; ett scenario har 'namn' och 'ändringar'.",
        "The file is no scenario: it has '{key}'.",
        "Two agreements or drafts are compared with 'overens compare A B'; a scenario has 'namn' and 'ändringar'.",
        key=key,
    )


def nothing_to_try() -> Fault:
    """The file has neither changes nor uncertain outcomes."""
    return Fault.of(
        "Scenariot har varken 'ändringar' eller 'osäkert'.",
        "Skriv minst en ändring, eller ett utfall som är osäkert.",
        "The scenario has neither 'ändringar' nor 'osäkert'.",
        "Write at least one change, or one outcome that is uncertain.",
    )


def changes_nothing_named() -> Fault:
    """A change says nothing that is to be changed."""
    return Fault.of(
        "Ändringen säger inte vad som ändras.",
        "Skriv till exempel 'belopp: 1 500 Mkr', 'värde: gränser/golv' med 'blir:', eller 'underlag:'.",
        "The change does not say what is changed.",
        "Write for instance 'belopp: 1 500 Mkr', 'värde: gränser/golv' with 'blir:', or 'underlag:'.",
    )


def two_kinds_of_change(keys: Sequence[str]) -> Fault:
    """One change is of a pot and of a figure."""
    return Fault.of(
        "En ändring gäller antingen en pott eller ett underlag; här står {keys}.",
        "Dela upp den på två.",
        "A change is of either a pot or a figure; here stand {keys}.",
        "Divide it into two.",
        keys=", ".join(f"'{key}'" for key in keys),
    )


def one_of(keys: Sequence[str]) -> Fault:
    """Just one of the keys is to be there."""
    return Fault.of(
        "Här ska stå just ett av {keys}.",
        "'blir: 75' ger ett nytt värde, 'ändras: +5' flyttar det som är.",
        "Just one of {keys} is to stand here.",
        "'blir: 75' gives a new value, 'ändras: +5' moves the one there is.",
        keys=", ".join(f"'{key}'" for key in keys),
    )


def only_of_figures(key: str) -> Fault:
    """A key that only a change of a figure has."""
    return Fault.of(
        "'{key}' hör till 'utfall' och 'underlag'.",
        "Ta bort nyckeln, eller skriv vilket underlag som ändras.",
        "'{key}' belongs to 'utfall' and 'underlag'.",
        "Remove the key, or write which figure is changed.",
        key=key,
    )


def value_and_becomes() -> Fault:
    """One of 'värde' and 'blir' stands alone."""
    return Fault.of(
        "'värde' och 'blir' hör ihop; här står bara det ena.",
        "Skriv vägen till värdet och vad det blir: '{{värde: gränser/golv, blir: 20 Mkr}}'.",
        "'värde' and 'blir' belong together; here only one of them stands.",
        "Write the path to the value and what it becomes: '{{värde: gränser/golv, blir: 20 Mkr}}'.",
    )


def no_agreement() -> Fault:
    """A figure is changed, and nobody says in which agreement."""
    return Fault.of(
        "Det står inte vilket avtal ändringen gäller.",
        "Skriv avtalets id efter 'gäller:' överst, eller efter 'i:' här.",
        "It is not said which agreement the change is for.",
        "Write the agreement's id after 'gäller:' at the top, or after 'i:' here.",
    )


def no_pot() -> Fault:
    """A change of a pot does not say which."""
    return Fault.of(
        "Det står inte vilken pott som ändras.",
        "Skriv 'i: AVTAL/POTT', eller 'i: POTT' om avtalet står efter 'gäller:' överst.",
        "It is not said which pot is changed.",
        "Write 'i: AGREEMENT/POT', or 'i: POT' if the agreement stands after 'gäller:' at the top.",
    )


def no_agreement_for(pot: str) -> Fault:
    """A pot is named without its agreement."""
    return Fault.of(
        "'{pot}' säger inte vilket avtal potten är i.",
        "Skriv 'AVTAL/{pot}', eller avtalets id efter 'gäller:' överst.",
        "'{pot}' does not say which agreement the pot is in.",
        "Write 'AGREEMENT/{pot}', or the agreement's id after 'gäller:' at the top.",
        pot=pot,
    )


def not_a_change(words: str) -> Fault:
    """What is typed on a line is no change."""
    return Fault.of(
        "'{words}' är ingen ändring.",
        "Skriv 'AVTAL/POTT: gränser/golv=20 Mkr', 'AVTAL/POTT: gränser tas bort' eller"
        " 'AVTAL: underlag befolkning för 06 per 2023-11-01=+1 procent'.",
        "'{words}' is no change.",
        "Write 'AGREEMENT/POT: gränser/golv=20 Mkr', 'AGREEMENT/POT: gränser tas bort' or"
        " 'AGREEMENT: underlag befolkning för 06 per 2023-11-01=+1 procent'.",
        words=words[:120],
    )


def figure_in_a_pot(within: str) -> Fault:
    """A change of a figure names a pot."""
    return Fault.of(
        "Ett underlag är detsamma i hela avtalet; här står '{within}'.",
        "Skriv bara '{agreement}'.",
        "A figure is the same in the whole agreement; here stands '{within}'.",
        "Write just '{agreement}'.",
        within=within,
        agreement=within.partition("/")[0],
    )


def too_many(n: int, most: int) -> Fault:
    """The scenario has more changes than can be tried."""
    return Fault.of(
        "Scenariot har {n} ändringar; högst {most} prövas.",
        "Dela upp det på flera filer, eller skriv hela delar av regeln på en gång.",
        "The scenario has {n} changes; at most {most} are tried.",
        "Divide it into several files, or write whole parts of the rule at once.",
        n=whole_number(n),
        most=whole_number(most),
    )
