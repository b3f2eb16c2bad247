"""Each thing that can be wrong in a performance rule: the place, the sentence and the remedy, in both languages.

The lines of a rule begin at line 15, column 5, of the file (see builders.one_pot).
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import EN, figure_problems, one_pot, problems_in, said, series

HEAD = "belopp: 100 kr\ntill: regioner\nfördelning: lika\n"
NO_KEY = "belopp: 100 kr\ntill: regioner\n"
OPEN = "belopp: ej funnet\nöppen ram: ja\ntill: regioner\n"
MEASURED = "mäts: {från: 2023-01, till: 2023-06, varje: månad}"


def rule(performance: str, *, head: str = HEAD, fate: str = "förfaller", measured: str = MEASURED) -> str:
    return one_pot(f"{head}prestation:\n  {measured}\n  {performance}\nej intjänat: {fate}")


def one(more: str, share: str = "1/1") -> str:
    return rule(f"krav: [{{nyckeltal: A, utfall: a, {more}andel av potten: {share}}}]")


BETTER = "bättre än: samma månad 2022, "
CASES = {
    "shares that are not the pot": (
        one(BETTER, "1/2"),
        "20:13: Andelarna av potten summerar till 50 %, inte 100 %. "
        "Rätta dem (en tredjedel skrivs 1/3), eller skriv 'ej publicerat' där andelen inte är känd.",
    ),
    "more than the pot although one is not known": (
        rule(
            "krav: [{nyckeltal: A, andel av potten: 2/1}, {nyckeltal: B, andel av potten: ej publicerat}]",
        ),
        "20:13: Andelarna av potten summerar till 200 %, inte 100 %. "
        "Rätta dem (en tredjedel skrivs 1/3), eller skriv 'ej publicerat' där andelen inte är känd.",
    ),
    "nothing demanded": (
        one(""),
        "20:14: Kravet 'A' säger inte vad som krävs. Lägg till 'bättre än: samma månad 2023', 'eller minst: 90' eller "
        "'eller högst: 10'; 'ej publicerat' om det inte är känt.",
    ),
    "two levels": (
        one("eller minst: 5, eller högst: 3, "),
        "20:69: Både 'eller minst' och 'eller högst' står här. Behåll det ena: 'eller högst' där lägre är bättre.",
    ),
    "an interval for what is known": (
        one("eller minst: 5, rimligt: {minst: 1, högst: 9}, "),
        "20:65: 'rimligt' står här, men ingen nivå är okänd. Ta bort det, eller skriv 'eller minst: ej publicerat'.",
    ),
    "the same requirement twice": (
        rule(
            "krav: [{nyckeltal: A, utfall: a, bättre än: samma månad 2022, andel av potten: 1/2},"
            " {nyckeltal: B, utfall: a, bättre än: samma månad 2022, andel av potten: 1/2}]"
        ),
        "20:92: Nummer 2 är detsamma som nummer 1. Ta bort det ena, eller rätta utfallet.",
    ),
    "a comparison that says nothing": (
        one("bättre än: samma månat 2022, "),
        "20:51: 'samma månat 2022' säger inte vilka år det jämförs med. Skriv 'samma månad 2023', "
        "'samma månader 2022–2024', 'samma månad året före' eller 'ej publicerat'.",
    ),
    "a comparison with itself": (
        one("bättre än: samma månad 2023, "),
        "20:51: 'samma månad 2023' är inte före mätperioden, som börjar 2023-01. Ange ett tidigare år.",
    ),
    "steps that do not rise": (
        one(BETTER + "steg: [{från: 5, andel: 50 %}, {från: 2, andel: 100 %}], "),
        "20:75: Stegen stiger inte. Skriv dem från det lägsta till det högsta; ett högre steg ger inte mindre.",
    ),
    "a higher step that gives less": (
        one(BETTER + "steg: [{från: 2, andel: 50 %}, {från: 5, andel: 20 %}], "),
        "20:75: Stegen stiger inte. Skriv dem från det lägsta till det högsta; ett högre steg ger inte mindre.",
    ),
    "a step above all": (
        one(BETTER + "steg: [{från: 2, andel: 150 %}], "),
        "20:93: 150 % är mer än allt. Ange en andel på högst 100 %.",
    ),
    "a sum among shares": (
        one(BETTER + "steg: [{från: 2, belopp: 5 kr}], "),
        "20:76: Ett krav eller en trappa ger andelar; 'belopp' skulle inte räknas. "
        "Skriv 'andel: 50 %', eller använd 'stegtabell'.",
    ),
    "a share among sums": (
        rule(
            "{stegtabell: A, utfall: a, steg: [{från: 2, andel: 50 %}]}"[1:-1]
            .replace("stegtabell: A, ", "stegtabell: A\n  ")
            .replace(", steg", "\n  steg")
        ),
        "22:14: En stegtabell ger belopp; 'andel' skulle inte räknas. Skriv 'belopp: 3 Mkr', eller använd 'trappa'.",
    ),
    "a price of nothing": (
        rule("styckpriser: [{vad: A, pris: 0 kr}]"),
        "20:36: Priset för 'A' är 0 kr. Ange priset, eller skriv 'ej publicerat'.",
    ),
    "two baselines": (
        rule("styckpriser: [{vad: A, pris: 5 kr, utöver: {underlag: b}, bättre än: samma månad 2022}]"),
        "20:76: Både 'utöver' och 'bättre än' står här. "
        "Behåll det ena: 'utöver' för en tabell, 'bättre än' för utfall andra år.",
    ),
    "some acts with a part of the pot": (
        rule("styckpriser: [{vad: A, pris: 5 kr, andel av potten: 1/1}, {vad: B, pris: 5 kr}]"),
        "20:20: Några styckpriser har 'andel av potten' och några inte. Ange det för alla, eller för inget.",
    ),
    "the pot never runs short by the key": (
        rule("styckpriser: [{vad: A, pris: 5 kr}]\n  om potten inte räcker: minskas i proportion"),
        "21:30: Nyckeln är ett tak för var och en, så potten räcker alltid. Ta bort 'om potten inte räcker', eller nyckeln.",
    ),
    "an open-ended pot never runs short": (
        rule("styckpriser: [{vad: A, pris: 5 kr}]\n  om potten inte räcker: minskas i proportion", head=OPEN),
        "21:30: En öppen ram tar inte slut. Ta bort 'om potten inte räcker'.",
    ),
    "an open-ended pot has nothing to share": (
        rule("krav: [{nyckeltal: A, andel av potten: 1/1}]", head=OPEN),
        "19:7: En öppen ram har ingen summa att dela i andelar. "
        "Ange pottens belopp och ta bort 'öppen ram', eller skriv styckpriser eller belopp.",
    ),
    "measured backwards": (
        rule("efter volym: A", measured="mäts: {från: 2023-06, till: 2023-01}", head=NO_KEY),
        "18:35: Mätperioden slutar 2023-01, före sin början 2023-06. Byt plats på dem eller rätta ett av dem.",
    ),
    "measured for decades": (
        rule("efter volym: A", measured="mäts: {från: 2003, till: 2023}", head=NO_KEY),
        "18:13: Mätperioden är längre än 10 år. Rätta ett årtal.",
    ),
    "measured from a day": (
        rule("efter volym: A", measured="mäts: {från: 2023-01-15, till: 2023-06}", head=NO_KEY),
        "18:20: Utfall finns för hela månader eller år, inte från eller till en dag (2023-01-15). Skriv månaden, '2023-01'.",
    ),
    "measured in unknown words": (
        rule("efter volym: A", measured="mäts: {från: 2023-01, till: 2023-06, varje: vecka}", head=NO_KEY),
        "18:51: 'varje: vecka' går inte att räkna med. "
        "Skriv 'månad', 'år' eller 'ej angivet', eller ta bort raden om perioden mäts som en helhet.",
    ),
    "a level reached by whom": (
        rule("nivåer: [{nivå: God, belopp: 1 kr, nådd av: alla}, {nivå: Bäst, belopp: 2 kr}]"),
        "20:58: Nivån 'Bäst' säger inte vilka som nått den, men andra nivåer gör det. "
        "Skriv 'nådd av:' med en lista, 'ingen' eller 'ej känt'.",
    ),
    "a level that gives both": (
        rule("nivåer: [{nivå: God, belopp: 1 kr, andel: 50 %}, {nivå: Bäst, belopp: 2 kr}]"),
        "20:16: Nivån 'God' ger både 'andel' och 'belopp'. Behåll det ena.",
    ),
    "levels that do not rise": (
        rule("nivåer: [{nivå: God, belopp: 3 kr}, {nivå: Bäst, belopp: 2 kr}]"),
        "20:15: En högre nivå ger mindre än en lägre. Skriv nivåerna från den lägsta till den högsta.",
    ),
    "a level twice": (
        rule("nivåer: [{nivå: God, belopp: 1 kr}, {nivå: God, belopp: 2 kr}]"),
        "20:43: Nivån 'God' står två gånger. Ta bort den ena, eller rätta namnet.",
    ),
    "the best of no inhabitants": (
        rule(f"krav: [{{nyckeltal: A, utfall: a, {BETTER}andel av potten: 1/1}}]", fate="{blir: de bästa, antal: 5}"),
        "21:18: 'de bästa' räknas per invånare, men folkmängden är inte angiven. "
        "Lägg till 'per invånare enligt: {underlag: befolkning, per: 2024-12-31}'.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_place_and_the_remedy_are_said(name: str) -> None:
    text, expected = CASES[name]
    problems = problems_in(text)
    assert said(problems) == [f"prov.yaml:{expected}"]
    (english,) = said(problems, EN)
    assert english != said(problems)[0]


@pytest.mark.parametrize(
    "words", ["tidigare år", "ej publicerat", "samma månad 2022", "genomsnittet av 2020–2022", "förra året"]
)
def test_a_comparison_may_be_one_that_nobody_has_published(words: str) -> None:
    assert problems_in(one(f"bättre än: {words}, ")) == []


A = series("a", {"01": 50, "03": 60, "04": 70}, on="2023-01", unit="procent")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            one(BETTER + "eller högst: 5, "),
            "20:82: 'eller högst' står här, men för utfallet 'a' är högre bättre. "
            "Skriv 'eller minst', eller 'lägre är bättre: ja' i utfallets fil.",
        ),
        (
            one("eller minst: '0,7', "),
            "20:53: Nivån 0,7 är ingen andel i procent. Utfallet är i procent: skriv 70 för 70 %.",
        ),
        (
            rule("styckpriser: [{vad: A, pris: 5 kr, utfall: a}]"),
            "20:50: Utfallet 'a' är i procent, men det är antal som ersätts. "
            "Ange ett utfall i antal, eller använd 'krav' eller 'trappa'.",
        ),
    ],
)
def test_what_cannot_be_said_of_the_outcome(text: str, expected: str) -> None:
    assert said(figure_problems(text, [A])) == [f"prov.yaml:{expected}"]


def test_at_most_is_right_where_lower_is_better() -> None:
    lower = replace(A, lower_is_better=True)
    assert figure_problems(one(BETTER + "eller högst: 5, "), [lower]) == []
    assert len(figure_problems(one(BETTER + "eller minst: 5, "), [lower])) == 1


@pytest.mark.parametrize(("outcome", "faults"), [("operation-kna", 0), ("operation-strar", 1)])
def test_an_outcome_is_misspelt_only_when_a_letter_or_so_is_wrong(outcome: str, faults: int) -> None:
    """Outcomes share most of their names, and few of those that a rule names are there."""
    figure = series("operation-starr", {"01": 1, "03": 2, "04": 3})
    text = rule(f"krav: [{{nyckeltal: A, utfall: {outcome}, {BETTER}andel av potten: 1/1}}]")
    assert sum("Menade du 'operation-starr'?" in one for one in said(figure_problems(text, [figure]))) == faults
