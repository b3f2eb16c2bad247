"""The sentences that say what is wrong in one pot's performance rule, in Swedish and English."""

from __future__ import annotations

from fractions import Fraction

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import percent


def shares_sum_to(total: Fraction) -> Fault:
    """The parts of the pot are not the pot."""
    return Fault.of(
        "Andelarna av potten summerar till {total}, inte 100 %.",
        "Rätta dem (en tredjedel skrivs 1/3), eller skriv 'ej publicerat' där andelen inte är känd.",
        "The shares of the pot sum to {total}, not 100 %.",
        "Mend them (a third is written 1/3), or write 'ej publicerat' where the share is not known.",
        total=percent(total),
    )


def some_without_share() -> Fault:
    """Some kinds of act have a part of the pot and some have not."""
    return Fault.of(
        "Några styckpriser har 'andel av potten' och några inte.",
        "Ange det för alla, eller för inget.",
        "Some unit prices have 'andel av potten' and some have not.",
        "Give it for all, or for none.",
    )


def nothing_demanded(indicator: str) -> Fault:
    """A requirement that asks for nothing."""
    return Fault.of(
        "Kravet '{indicator}' säger inte vad som krävs.",
        "Lägg till 'bättre än: samma månad 2023', 'eller minst: 90' eller 'eller högst: 10'; 'ej publicerat' om det inte är känt.",
        "The requirement '{indicator}' does not say what is required.",
        "Add 'bättre än: samma månad 2023', 'eller minst: 90' or 'eller högst: 10'; 'ej publicerat' if it is not known.",
        indicator=indicator,
    )


def two_levels() -> Fault:
    """At least and at most in one requirement."""
    return Fault.of(
        "Både 'eller minst' och 'eller högst' står här.",
        "Behåll det ena: 'eller högst' där lägre är bättre.",
        "Both 'eller minst' and 'eller högst' stand here.",
        "Keep one: 'eller högst' where lower is better.",
    )


def plausible_for_nothing() -> Fault:
    """An interval for a level that is known, or not asked for."""
    return Fault.of(
        "'rimligt' står här, men ingen nivå är okänd.",
        "Ta bort det, eller skriv 'eller minst: ej publicerat'.",
        "'rimligt' stands here, but no level is unknown.",
        "Remove it, or write 'eller minst: ej publicerat'.",
    )


def stands_twice(first: int, second: int) -> Fault:
    """The same requirement twice."""
    return Fault.of(
        "Nummer {second} är detsamma som nummer {first}.",
        "Ta bort det ena, eller rätta utfallet.",
        "Number {second} is the same as number {first}.",
        "Remove one, or mend the outcome.",
        first=str(first),
        second=str(second),
    )


def no_price(what: str) -> Fault:
    """A price of nothing."""
    return Fault.of(
        "Priset för '{what}' är 0 kr.",
        "Ange priset, eller skriv 'ej publicerat'.",
        "The price of '{what}' is 0 kr.",
        "Give the price, or write 'ej publicerat'.",
        what=what,
    )


def two_baselines() -> Fault:
    """A table and a comparison."""
    return Fault.of(
        "Både 'utöver' och 'bättre än' står här.",
        "Behåll det ena: 'utöver' för en tabell, 'bättre än' för utfall andra år.",
        "Both 'utöver' and 'bättre än' stand here.",
        "Keep one: 'utöver' for a table, 'bättre än' for outcomes of other years.",
    )


def unreadable_comparison(words: str) -> Fault:
    """A comparison that does not say with what."""
    return Fault.of(
        "'{words}' säger inte vilka år det jämförs med.",
        "Skriv 'samma månad 2023', 'samma månader 2022–2024', 'samma månad året före' eller 'ej publicerat'.",
        "'{words}' does not say which years it is compared with.",
        "Write 'samma månad 2023', 'samma månader 2022–2024', 'samma månad året före' or 'ej publicerat'.",
        words=words,
    )


def compared_with_itself(words: str, start: str) -> Fault:
    """A comparison with the year that is measured, or a later one."""
    return Fault.of(
        "'{words}' är inte före mätperioden, som börjar {start}.",
        "Ange ett tidigare år.",
        "'{words}' is not before the period of measurement, which begins {start}.",
        "Give an earlier year.",
        words=words,
        start=start,
    )


def step_of_wrong_kind(*, sums: bool) -> Fault:
    """A share where sums stand, or a sum where shares stand."""
    if sums:
        return Fault.of(
            "En stegtabell ger belopp; 'andel' skulle inte räknas.",
            "Skriv 'belopp: 3 Mkr', eller använd 'trappa'.",
            "A step table gives sums; 'andel' would not count.",
            "Write 'belopp: 3 Mkr', or use 'trappa'.",
        )
    return Fault.of(
        "Ett krav eller en trappa ger andelar; 'belopp' skulle inte räknas.",
        "Skriv 'andel: 50 %', eller använd 'stegtabell'.",
        "A requirement or a ladder gives shares; 'belopp' would not count.",
        "Write 'andel: 50 %', or use 'stegtabell'.",
    )


def above_the_whole(share: Fraction) -> Fault:
    """More than all."""
    return Fault.of(
        "{share} är mer än allt.",
        "Ange en andel på högst 100 %.",
        "{share} is more than all.",
        "Give a share of at most 100 %.",
        share=percent(share),
    )


def steps_do_not_rise() -> Fault:
    """Steps out of order."""
    return Fault.of(
        "Stegen stiger inte.",
        "Skriv dem från det lägsta till det högsta; ett högre steg ger inte mindre.",
        "The steps do not rise.",
        "Write them from the lowest to the highest; a higher step does not give less.",
    )


def share_and_sum(name: str) -> Fault:
    """A level that gives a share and a sum."""
    return Fault.of(
        "Nivån '{name}' ger både 'andel' och 'belopp'.",
        "Behåll det ena.",
        "The level '{name}' gives both 'andel' and 'belopp'.",
        "Keep one.",
        name=name,
    )


def level_reached_by_whom(name: str) -> Fault:
    """One level of several does not say who reached it."""
    return Fault.of(
        "Nivån '{name}' säger inte vilka som nått den, men andra nivåer gör det.",
        "Skriv 'nådd av:' med en lista, 'ingen' eller 'ej känt'.",
        "The level '{name}' does not say who reached it, but others do.",
        "Write 'nådd av:' with a list, 'ingen' or 'ej känt'.",
        name=name,
    )


def level_stands_twice(name: str) -> Fault:
    """A level by the name of another."""
    return Fault.of(
        "Nivån '{name}' står två gånger.",
        "Ta bort den ena, eller rätta namnet.",
        "The level '{name}' stands twice.",
        "Remove one, or mend the name.",
        name=name,
    )


def levels_do_not_rise() -> Fault:
    """A higher level that gives less."""
    return Fault.of(
        "En högre nivå ger mindre än en lägre.",
        "Skriv nivåerna från den lägsta till den högsta.",
        "A higher level gives less than a lower one.",
        "Write the levels from the lowest to the highest.",
    )


def measured_backwards(start: str, end: str) -> Fault:
    """A period that ends before it begins."""
    return Fault.of(
        "Mätperioden slutar {end}, före sin början {start}.",
        "Byt plats på dem eller rätta ett av dem.",
        "The period of measurement ends {end}, before it begins {start}.",
        "Swap them or mend one.",
        start=start,
        end=end,
    )


def measured_too_long(years: int) -> Fault:
    """A period of many years."""
    return Fault.of(
        "Mätperioden är längre än {years} år.",
        "Rätta ett årtal.",
        "The period of measurement is longer than {years} years.",
        "Mend a year.",
        years=str(years),
    )


def within_a_month(day: str, month: str) -> Fault:
    """A day, where outcomes are of whole months."""
    return Fault.of(
        "Utfall finns för hela månader eller år, inte från eller till en dag ({day}).",
        "Skriv månaden, '{month}'.",
        "Outcomes are of whole months or years, not from or to a day ({day}).",
        "Write the month, '{month}'.",
        day=day,
        month=month,
    )


def how_often(words: str) -> Fault:
    """How often is measured, in words that are not known."""
    return Fault.of(
        "'varje: {words}' går inte att räkna med.",
        "Skriv 'månad', 'år' eller 'ej angivet', eller ta bort raden om perioden mäts som en helhet.",
        "'varje: {words}' cannot be computed.",
        "Write 'månad', 'år' or 'ej angivet', or remove the line if the period is measured as a whole.",
        words=words,
    )


def nothing_to_share() -> Fault:
    """Shares of an open-ended pot."""
    return Fault.of(
        "En öppen ram har ingen summa att dela i andelar.",
        "Ange pottens belopp och ta bort 'öppen ram', eller skriv styckpriser eller belopp.",
        "An open-ended pot has no sum to divide in shares.",
        "Give the pot's amount and remove 'öppen ram', or write unit prices or sums.",
    )


def never_short(*, open_ended: bool) -> Fault:
    """What is done when the pot runs short, where it cannot."""
    if open_ended:
        return Fault.of(
            "En öppen ram tar inte slut.",
            "Ta bort 'om potten inte räcker'.",
            "An open-ended pot does not run short.",
            "Remove 'om potten inte räcker'.",
        )
    return Fault.of(
        "Nyckeln är ett tak för var och en, så potten räcker alltid.",
        "Ta bort 'om potten inte räcker', eller nyckeln.",
        "The key is a ceiling for each, so the pot always suffices.",
        "Remove 'om potten inte räcker', or the key.",
    )


def best_by_which_inhabitants() -> Fault:
    """The best per inhabitant, of no population."""
    return Fault.of(
        "'de bästa' räknas per invånare, men folkmängden är inte angiven.",
        "Lägg till 'per invånare enligt: {{underlag: befolkning, per: 2024-12-31}}'.",
        "'de bästa' is counted per inhabitant, but the population is not stated.",
        "Add 'per invånare enligt: {{underlag: befolkning, per: 2024-12-31}}'.",
    )
