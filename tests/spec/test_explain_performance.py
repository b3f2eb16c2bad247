"""`explain` of performance: what was required, what was reached, month by month, and what it gave."""

from __future__ import annotations

import re

import pytest

from overens.allocation.describe import describe_rule
from overens.allocation.explain import Explanation, ExplanationStep, StepKind, explain
from overens.figures.model import Series
from tests.builders import EN, SV, compute, one_pot, plain_spaces, series

W = series("w", {"01": 50, "03": 30, "04": 20})
HEAD = "belopp: 1 000 kr\ntill: regioner\nfördelning: {andel av: w}\n"
MONTHS = "mäts: {från: 2023-01, till: 2023-02, varje: månad}"


def figures(name: str, unit: str, rows: dict[str, tuple[int, int, int]]) -> list[Series]:
    return [series(name, dict(zip(("01", "03", "04"), row, strict=True)), on=on, unit=unit) for on, row in rows.items()]


X = figures(
    "x",
    "procent",
    {"2022-01": (60, 60, 60), "2022-02": (60, 60, 60), "2023-01": (61, 60, 50), "2023-02": (61, 61, 90)},
)
N = figures("n", "antal", {"2022": (10, 10, 10), "2023": (14, 10, 15)})

RULES = {
    "requirement": HEAD
    + f"prestation:\n  {MONTHS}\n  krav:\n"
    + "    - {nyckeltal: i tid, utfall: x, bättre än: samma månad 2022, eller minst: 90, andel av potten: 1/1}\n"
    + "ej intjänat: bonuspott",
    "ladder": HEAD
    + f"prestation:\n  {MONTHS}\n  trappa: i tid\n  utfall: x\n  bättre än: samma månad 2022\n"
    + "  steg: [{från: 1, andel: 50 %}, {från: 20, andel: 100 %}]\nej intjänat: förfaller",
    "prices": HEAD
    + "prestation:\n  mäts: {från: 2023, till: 2023}\n  styckpriser:\n"
    + "    - {vad: operation, pris: 200 kr, utfall: n, bättre än: 2022}\nej intjänat: förfaller",
    "steps": "belopp: 1 000 kr\ntill: regioner\nprestation:\n  mäts: {från: 2023, till: 2023}\n  stegtabell: nya\n"
    + "  utfall: n\n  bättre än: 2022\n  steg: [{från: 2, belopp: 100 kr}, {från: 5, belopp: 300 kr}]\nej intjänat: ej funnet",
    "volume": "belopp: 1 000 kr\ntill: regioner\nprestation:\n  mäts: {från: 2023, till: 2023}\n  efter volym: prov\n"
    + "  utfall: n\nej intjänat: ej funnet",
    "levels": HEAD
    + "prestation:\n  nivåer:\n    - {nivå: God, andel: 50 %, nådd av: alla}\n"
    + "    - {nivå: Bäst, andel: 100 %, nådd av: {endast: ['01']}}\nej intjänat: förfaller",
}


def explained(rule: str, who: str) -> Explanation:
    allocation = compute(one_pot(rule), W, *X, *N)
    pot = allocation.pots[0]
    return explain(allocation, pot, next(r for r in pot.recipients if r.code == who))


def performance(rule: str, who: str) -> list[ExplanationStep]:
    return [step for step in explained(rule, who).steps if step.kind is StepKind.PERFORMANCE]


@pytest.mark.parametrize(
    ("rule", "who", "expected"),
    [
        (
            "requirement",
            "01",
            "Krav 1, i tid: bättre än samma period 2022 eller minst 90 procent (100 % av potten). "
            "01 klarar 2 av 2 mätningar: 2 bättre än jämförelsen. Det ger 500 kr av högst 500 kr.",
        ),
        (
            "requirement",
            "03",
            "Krav 1, i tid: bättre än samma period 2022 eller minst 90 procent (100 % av potten). "
            "03 klarar 1 av 2 mätningar: 1 bättre än jämförelsen. Missat: 2023-01 (60 mot 60 procent). "
            "Det ger 150 kr av högst 300 kr.",
        ),
        (
            "requirement",
            "04",
            "Krav 1, i tid: bättre än samma period 2022 eller minst 90 procent (100 % av potten). "
            "04 klarar 1 av 2 mätningar: 1 når nivån. Missat: 2023-01 (50 mot 60 procent). Det ger 100 kr av högst 200 kr.",
        ),
        (
            "ladder",
            "04",
            "Krav 1, i tid: bättre än samma period 2022 (100 % av potten). 04 klarar 1 av 2 mätningar: 1 når ett steg. "
            "Missat: 2023-01 (50 mot 60 procent). Det ger 100 kr av högst 200 kr.",
        ),
        ("prices", "03", "operation: 03 har 10 mot 10 i jämförelsen, så 0 räknas. 0 × 200 kr = 0 kr."),
        ("steps", "04", "nya: 04 har 2023 (15 mot 10). Det ger 300 kr."),
        ("volume", "01", "prov: 01 har 2023 (14). Det ger 358,9744 kr."),
        ("levels", "01", "01 når nivån Bäst, som ger 500 kr."),
        ("levels", "03", "03 når nivån God, som ger 150 kr."),
    ],
)
def test_each_requirement_is_told(rule: str, who: str, expected: str) -> None:
    (step,) = performance(RULES[rule], who)
    assert plain_spaces(step.text.say()) == expected


def test_a_ceiling_that_binds_is_told() -> None:
    first, second = performance(RULES["prices"], "04")
    assert (
        plain_spaces(first.text.say())
        == "operation: 04 har 15 mot 10 i jämförelsen, så 5 räknas. 5 × 200 kr = 1 000 kr."
    )
    assert plain_spaces(second.text.say()) == "Tillsammans 1 000 kr, men taket är 200 kr."


def test_what_others_missed_is_told_in_kronor() -> None:
    (step,) = [step for step in explained(RULES["requirement"], "01").steps if step.kind is StepKind.UNEARNED]
    assert plain_spaces(step.text.say()).endswith(
        "Det ger 666,6667 kr. Av det är 166,6667 kr vad andra inte tjänade in."
    )
    assert step.numbers["from_others"] == "500/3"


def test_the_numbers_are_exact_and_dated() -> None:
    (step,) = performance(RULES["requirement"], "03")
    assert step.numbers["share_of_pot"] == "1"
    assert step.numbers["earned"] == "150"
    assert step.numbers["value 2023-01"] == "60"
    assert step.numbers["compared 2023-01"] == "60"
    assert step.source == "Provkällan, Provmyndigheten, prov.se"


def test_one_who_may_not_earn_is_told_why() -> None:
    rule = RULES["requirement"].replace(
        "prestation:", "villkor: [{krav: plan, uppfylls av: {utom: ['01']}}]\nprestation:"
    )
    said = [plain_spaces(step.text.say()) for step in explained(rule, "01").steps]
    assert any("uppfyller inte villkoret" in words for words in said)


@pytest.mark.parametrize("rule", RULES)
def test_every_sentence_is_said_in_both_languages(rule: str) -> None:
    explanation = explained(RULES[rule], "03")
    texts = [
        *(step.text for step in explanation.steps if step.kind is not StepKind.EXACT),
        describe_rule(explanation.pot.pot),
    ]
    assert [text.say(SV) for text in texts if text.say(SV) == text.say(EN)] == []
    assert [
        text.say(EN) for text in texts if re.search(r" (och|minst|högst|av potten|varje|eller) ", text.say(EN))
    ] == []


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            "requirement",
            "efter ett prestationskrav varje månad 2023-01–2023-02: i tid bättre än samma period 2022 eller minst 90 "
            "(100 % av potten). Det som ingen tjänat in blir en bonuspott",
        ),
        (
            "ladder",
            "efter en förbättringstrappa varje månad 2023-01–2023-02: bättre än samma period 2022, från 1: 50 %, från 20: 100 %.",
        ),
        ("prices", "efter styckpris: 200 kr per operation utöver samma period 2022."),
        ("steps", "efter en stegtabell för nya utöver samma period 2022 för 2023: från 2: 100 kr, från 5: 300 kr."),
        ("volume", "efter volym: prov."),
        ("levels", "efter nivå: God (50 %), Bäst (100 %)."),
    ],
)
def test_the_rule_is_a_sentence(rule: str, expected: str) -> None:
    assert expected in plain_spaces(describe_rule(explained(RULES[rule], "01").pot.pot).say())
