"""Each thing that can be wrong in one pot's rule: the place, the sentence and the remedy, in both languages.

The lines of a rule begin at line 15, column 5, of the file (see builders.one_pot).
"""

from __future__ import annotations

import pytest

from tests.builders import EN, one_pot, problems_in, read, said

TO_ALL = "belopp: 100 kr\ntill: regioner\n"
EQUAL = TO_ALL + "fördelning: lika\n"
LIST_OF_ONE = "[{krav: x, uppfylls av: alla}]"

CASES = {
    "no recipients": (
        "belopp: 100 kr",
        "13:5: Potten saknar 'till'. Ange mottagare, till exempel 'till: regioner', eller dela den i 'potter'.",
        "13:5: The pot has no 'till'. Give recipients, for instance 'till: regioner', or split it in 'potter'.",
    ),
    "no key": (
        "belopp: 100 kr\ntill: kommuner",
        "16:11: Potten går till kommuner men saknar 'fördelning'. Skriv till exempel "
        "'fördelning: {andel av: befolkning, per: 2023-11-01}' eller 'fördelning: ej publicerad'.",
        "16:11: The pot goes to kommuner but has no 'fördelning'. Write for instance "
        "'fördelning: {andel av: befolkning, per: 2023-11-01}' or 'fördelning: ej publicerad'.",
    ),
    "an agency without a name": (
        "belopp: 100 kr\ntill: myndighet",
        "16:11: Mottagaren 'myndighet' saknar namn. Skriv 'till: {grupp: myndighet, namn: …}'.",
        "16:11: The recipient 'myndighet' has no name. Write 'till: {grupp: myndighet, namn: …}'.",
    ),
    "only some and not some": (
        "belopp: 100 kr\ntill: {grupp: regioner, endast: ['01'], utom: ['03']}\nfördelning: lika",
        "16:11: Både 'endast' och 'utom' står här. Behåll det ena.",
        "16:11: Both 'endast' and 'utom' stand here. Keep one.",
    ),
    "a municipality among regions": (
        "belopp: 100 kr\ntill: {grupp: regioner, endast: ['01', '0114']}\nfördelning: lika",
        "16:44: Koden '0114' hör inte till regioner. Kommuner har fyra siffror, regioner och län två.",
        "16:44: The code '0114' does not belong to regioner. "
        "Municipalities have four digits, regions and counties two.",
    ),
    "a region among municipalities": (
        "belopp: 100 kr\ntill: {grupp: kommuner, utom: ['01']}\nfördelning: lika",
        "16:36: Koden '01' hör inte till kommuner. Kommuner har fyra siffror, regioner och län två.",
        "16:36: The code '01' does not belong to kommuner. Municipalities have four digits, regions and counties two.",
    ),
    "weights that are not one": (
        TO_ALL + "fördelning:\n  blandning:\n    - {vikt: 1/2, nyckel: lika}\n    - {vikt: 1/3, nyckel: lika}",
        "19:9: Vikterna summerar till 83,3333 %, inte 100 %. Rätta vikterna.",
        "19:9: The weights sum to 83.3333 %, not 100 %. Mend the weights.",
    ),
    "a fixed sum in a mix": (
        TO_ALL
        + "fördelning:\n  blandning:\n    - {vikt: 1/2, nyckel: lika}\n    - {vikt: 1/2, nyckel: {fast belopp: 1 kr}}",
        "20:31: Ett fast belopp kan inte ingå i en blandning. Använd 'grundbelopp' med 'resten'.",
        "20:31: A fixed sum cannot be part of a mix. Use 'grundbelopp' with 'resten'.",
    ),
    "weights within a rest": (
        TO_ALL
        + "fördelning: {grundbelopp: 1 kr, resten: {blandning: [{vikt: 1/2, nyckel: lika}, {vikt: 1/4, nyckel: lika}]}}",
        "17:57: Vikterna summerar till 75 %, inte 100 %. Rätta vikterna.",
        "17:57: The weights sum to 75 %, not 100 %. Mend the weights.",
    ),
    "a condition without a fate": (
        EQUAL + f"villkor: {LIST_OF_ONE}",
        "13:5: Potten har villkor eller prestation men säger inte vad som händer med ej intjänade pengar. "
        "Lägg till 'ej intjänat:' förfaller, bonuspott, delas av dem som uppfyller villkoren, eller ej funnet.",
        "13:5: The pot has conditions or performance but does not say what becomes of unearned money. "
        "Add 'ej intjänat:' förfaller, bonuspott, delas av dem som uppfyller villkoren, or ej funnet.",
    ),
    "a fate without a condition": (
        EQUAL + "ej intjänat: förfaller",
        "18:18: 'ej intjänat' står här, men potten har varken villkor eller prestation. "
        "Ta bort raden, eller lägg till villkoret.",
        "18:18: 'ej intjänat' stands here, but the pot has no condition or performance. "
        "Remove the line, or add the condition.",
    ),
    "the best without a count": (
        EQUAL + f"villkor: {LIST_OF_ONE}\nej intjänat: de bästa",
        "19:18: 'de bästa' saknar antal. Skriv 'ej intjänat: {blir: de bästa, antal: 5}'.",
        "19:18: 'de bästa' has no count. Write 'ej intjänat: {blir: de bästa, antal: 5}'.",
    ),
    "a threshold without a limit": (
        EQUAL + "villkor:\n  - {krav: x, nyckeltal: w}\nej intjänat: förfaller",
        "19:9: Villkoret saknar gräns. Lägg till 'minst:' eller 'högst:'.",
        "19:9: The condition has no limit. Add 'minst:' or 'högst:'.",
    ),
    "earned and conditions": (
        f"belopp: 100 kr\ntill: regioner\nprestation: {{intjänat: w}}\nvillkor: {LIST_OF_ONE}\nej intjänat: förfaller",
        "17:17: 'intjänat' säger redan vad var och en får; 'villkor' eller 'gränser' skulle inte räknas. "
        "Ta bort dem, eller dela potten.",
        "17:17: 'intjänat' already says what each gets; 'villkor' or 'gränser' would not count. "
        "Remove them, or split the pot.",
    ),
    "earned and a cap": (
        "belopp: 100 kr\ntill: regioner\nprestation: {intjänat: w}\ngränser: {tak: 5 kr}\nej intjänat: förfaller",
        "17:17: 'intjänat' säger redan vad var och en får; 'villkor' eller 'gränser' skulle inte räknas. "
        "Ta bort dem, eller dela potten.",
        "17:17: 'intjänat' already says what each gets; 'villkor' or 'gränser' would not count. "
        "Remove them, or split the pot.",
    ),
    "a cap on a fixed sum": (
        TO_ALL + "fördelning: {fast belopp: 10 kr}\ngränser: {tak: 50 kr}",
        "18:14: Gränser ändrar inte ett fast belopp eller en lista. Ta bort 'gränser', eller skriv en annan nyckel.",
        "18:14: Bounds do not change a fixed sum or a list. Remove 'gränser', or write another key.",
    ),
    "a floor on a list": (
        TO_ALL + "fördelning: {lista: w}\ngränser: {golv: 5 kr}",
        "18:14: Gränser ändrar inte ett fast belopp eller en lista. Ta bort 'gränser', eller skriv en annan nyckel.",
        "18:14: Bounds do not change a fixed sum or a list. Remove 'gränser', or write another key.",
    ),
    "a cap on a list within a base": (
        TO_ALL + "fördelning: {grundbelopp: 1 kr, resten: {lista: w}}\ngränser: {tak: 5 kr}",
        "18:14: Gränser ändrar inte ett fast belopp eller en lista. Ta bort 'gränser', eller skriv en annan nyckel.",
        "18:14: Bounds do not change a fixed sum or a list. Remove 'gränser', or write another key.",
    ),
    "a cap on a list within a mix": (
        TO_ALL + "fördelning: {blandning: [{vikt: 1/2, nyckel: {lista: w}}, {vikt: 1/2, nyckel: lika}]}\n"
        "gränser: {tak: 50 kr}",
        "18:14: Gränser ändrar inte ett fast belopp eller en lista. Ta bort 'gränser', eller skriv en annan nyckel.",
        "18:14: Bounds do not change a fixed sum or a list. Remove 'gränser', or write another key.",
    ),
    "a floor above the cap": (
        EQUAL + "gränser: {golv: 30 kr, tak: 20 kr}",
        "18:21: Golvet 30 kr är högre än taket 20 kr. Byt plats på dem eller rätta ett av dem.",
        "18:21: The floor 30 kr is above the cap 20 kr. Swap them or mend one.",
    ),
    "a floor above the pot": (
        EQUAL + "gränser: {golv: 101 kr}",
        "18:21: Golvet 101 kr per mottagare är mer än hela potten, 100 kr. Rätta golvet eller potten.",
        "18:21: The floor of 101 kr for each is more than the whole pot, 100 kr. Mend the floor or the pot.",
    ),
    "a rest of nothing": (
        EQUAL + "avrundning: {resten till: '01'}",
        "18:31: 'största rest' lämnar ingen rest att ge någon. Ta bort 'resten till', eller skriv 'sätt: närmaste'.",
        "18:31: 'största rest' leaves no rest to give. Remove 'resten till', or write 'sätt: närmaste'.",
    ),
    "a rounding unit of nothing": (
        EQUAL + "avrundning: {till: 0 kr}",
        "18:24: Avrundningsenheten är 0 kr. Skriv till exempel '1 kr' eller '100 000 kr'.",
        "18:24: The rounding unit is 0 kr. Write for instance '1 kr' or '100 000 kr'.",
    ),
    "a floor that rounding would break": (
        EQUAL + "avrundning: {till: 10 kr}\ngränser: {golv: 15 kr}",
        "19:21: Gränsen är inte jämn i avrundningsenheten 10 kr. Ange gränsen i hela enheter.",
        "19:21: The bound is not whole in the rounding unit 10 kr. Give the bound in whole units.",
    ),
    "a cap as a share that rounding would break": (
        EQUAL + "avrundning: {till: 10 kr}\ngränser: {tak: {andel: 1/2, av: w}}",
        "19:20: Gränsen är inte jämn i avrundningsenheten 10 kr. Ange gränsen i hela enheter.",
        "19:20: The bound is not whole in the rounding unit 10 kr. Give the bound in whole units.",
    ),
    "instalments that are not the whole": (
        EQUAL + "utbetalning:\n  - {andel: 1/2}\n  - {andel: 1/3}",
        "19:7: Utbetalningarnas andelar summerar till 5/6, inte 1. Rätta andelarna.",
        "19:7: The shares of the instalments sum to 5/6, not 1. Mend the shares.",
    ),
    "instalments of which one has no share": (
        EQUAL + "utbetalning:\n  - {andel: 1/2}\n  - {datum: 2024-12}",
        "19:7: Några utbetalningar har 'andel' eller 'belopp' och några inte. Ange det för alla, eller för ingen (lika delar).",
        "19:7: Some instalments have 'andel' or 'belopp' and some have not. Give it for all, or for none (equal parts).",
    ),
    "instalments in kronor that do not sum": (
        EQUAL + "utbetalning:\n  - {belopp: 50 kr}\n  - {belopp: 40 kr}",
        "19:7: Utbetalningarna summerar till 90 kr, men potten är 100 kr. "
        "Rätta ett belopp, eller lägg till den utbetalning som saknas.",
        "19:7: The instalments sum to 90 kr, but the pot is 100 kr. "
        "Mend an amount, or add the instalment that is missing.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_in_the_rule_is_told_at_its_place(case: str) -> None:
    rule, swedish, english = CASES[case]
    problems = problems_in(one_pot(rule))
    assert said(problems) == [f"prov.yaml:{swedish}"]
    assert said(problems, EN) == [f"prov.yaml:{english}"]


@pytest.mark.parametrize(
    ("line", "key", "column"),
    [
        ("till: regioner", "till", 11),
        ("fördelning: lika", "fördelning", 17),
        ("prestation: ej funnet", "prestation", 17),
        ("gränser: {golv: 1 kr}", "gränser", 14),
        ("bilaga: tabell", "bilaga", 13),
    ],
)
def test_a_pot_of_pots_has_no_rule_of_its_own(line: str, key: str, column: int) -> None:
    inner = "potter:\n  b: {namn: B, belopp: 100 kr, till: SKR, källa: k}"
    assert said(problems_in(one_pot(f"belopp: 100 kr\n{line}\n{inner}"))) == [
        f"prov.yaml:16:{column}: '{key}' står på en pott som har egna potter. Flytta regeln till potterna under den."
    ]


@pytest.mark.parametrize(
    "line", ["villkor: [{krav: x, uppfylls av: alla}]", "ej intjänat: förfaller", "utbetalning: [{andel: 1/1}]"]
)
def test_conditions_and_payments_on_a_pot_of_pots_are_refused_too(line: str) -> None:
    inner = "potter:\n  b: {namn: B, belopp: 100 kr, till: SKR, källa: k}"
    assert len(problems_in(one_pot(f"belopp: 100 kr\n{line}\n{inner}"))) == 1


@pytest.mark.parametrize(
    "rule",
    [
        EQUAL,
        "belopp: 100 kr\ntill: SKR",
        "belopp: 100 kr\ntill: ej angivet",
        "belopp: 100 kr\ntill: {grupp: myndighet, namn: Socialstyrelsen}",
        EQUAL + "utbetalning: [{datum: 2024-06}, {datum: 2024-12}]",
        EQUAL + "utbetalning: [{belopp: 60 kr}, {belopp: 40 kr}]",
        EQUAL + "gränser: {golv: 10 kr, tak: 10 kr}",
        EQUAL + "avrundning: {till: 10 kr}\ngränser: {golv: 20 kr}",
        EQUAL + f"villkor: {LIST_OF_ONE}\nej intjänat: {{blir: de bästa, antal: 5}}",
        EQUAL + f"utbetalning: [{{andel: 1/2}}, {{andel: 1/2, villkor: {LIST_OF_ONE}}}]\nej intjänat: förfaller",
        TO_ALL + "prestation: ej funnet\nej intjänat: ej funnet",
        TO_ALL + "fördelning: {grundbelopp: 1 kr, resten: lika}\navrundning: {sätt: närmaste, resten till: '01'}",
    ],
)
def test_a_right_rule_has_no_problems(rule: str) -> None:
    assert read(one_pot(rule)).agreement.id == "prov-2024"
