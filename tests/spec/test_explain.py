"""`explain`: the steps that led to one recipient's krona, in words, numbers and sources, in both languages."""

from __future__ import annotations

import re

import pytest

from overens.allocation.describe import describe_rule
from overens.allocation.explain import Explanation, StepKind, explain
from overens.figures.model import Series
from overens.vocabulary.wording import Language
from tests.builders import EN, SV, compute, one_pot, plain_spaces, series

W = series("w", {"01": 2, "03": 1, "04": 1}, unit="invånare")
TABLE = series("t", {"01": 51, "03": 25, "04": 24}, unit="kr")
RULE = "belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\n"


def explained(rule: str, who: str = "01", *figures: Series) -> Explanation:
    allocation = compute(one_pot(rule), *(figures or (W, TABLE)))
    pot = allocation.pots[0]
    return explain(allocation, pot, next(r for r in pot.recipients if r.code == who))


def words(explanation: Explanation, language: Language = SV) -> dict[StepKind, str]:
    return {step.kind: plain_spaces(step.text.say(language)) for step in explanation.steps}


def test_the_steps_of_a_plain_share() -> None:
    explanation = explained(RULE)
    assert [step.kind for step in explanation.steps] == [
        StepKind.POT,
        StepKind.RECIPIENTS,
        StepKind.KEY,
        StepKind.EXACT,
        StepKind.ROUNDING,
        StepKind.CERTAINTY,
    ]
    said = words(explanation)
    assert said[StepKind.POT] == "Potten 'A' är 100 kr (exakt, verifierat)."
    assert said[StepKind.RECIPIENTS] == "Den delas mellan 3 mottagare, och Region 01 är en av dem."
    assert said[StepKind.KEY].startswith("Nyckel: W per 2023. 01 har 2 av 4 invånare, det är 50 %")
    assert said[StepKind.ROUNDING] == "Det är hela kronor: 50 kr."
    assert said[StepKind.CERTAINTY] == "Säkerhet: verifierat, exakt."
    assert explanation.award is not None
    assert explanation.award.amount.kr == 50


def test_numbers_are_exact_and_sources_are_named() -> None:
    steps = {step.kind: step for step in explained(RULE.replace("100 kr", "101 kr"), "03").steps}
    assert steps[StepKind.KEY].numbers == {"weight": "1", "sum_of_weights": "4"}
    assert steps[StepKind.EXACT].numbers == {"total_kr": "101", "share": "101/4"}
    assert steps[StepKind.ROUNDING].numbers == {"share": "101/4", "awarded_kr": "25"}
    assert steps[StepKind.KEY].source == "Provkällan, Provmyndigheten, prov.se"
    assert steps[StepKind.POT].source == "Källan"


CASES = [
    RULE,
    RULE.replace("100 kr", "101 kr"),
    RULE.replace("100 kr", "100 Mkr"),
    RULE + "avrundning: närmaste",
    RULE + "avrundning: {sätt: nedåt, resten till: '01'}",
    RULE.replace("100 kr", "1 000 000 kr").replace("w}", "x}") + "avrundning: {till: 100 000 kr}",
    RULE + "gränser: {golv: 20 kr, tak: {andel: '37,5 %', av: t}}",
    RULE + "villkor: [{krav: x, uppfylls av: {utom: ['01']}}]\nej intjänat: bonuspott",
    RULE + "villkor: [{krav: x, uppfylls av: {utom: ['03']}}]\nej intjänat: bonuspott",
    RULE + "villkor: [{krav: x, uppfylls av: ej känt}]\nej intjänat: förfaller",
    RULE + "utbetalning: [{datum: 2024-06}, {senast: 2024-12}, {datum: ej funnet}]",
    RULE + "bilaga: t",
    "belopp: 100 kr\ntill: regioner\nfördelning: {blandning: [{vikt: '37,5 %', nyckel: lika}, {vikt: '62,5 %', nyckel: {andel av: x}}]}",
    "belopp: 100 kr\ntill: regioner\nfördelning: {grundbelopp: 10 kr, resten: {andel av: x}}",
    "belopp: 100 kr\ntill: regioner\nprestation: {intjänat: w}\nej intjänat: bonuspott",
    "belopp: 100 kr\ntill: regioner\nfördelning: ej publicerad",
]
THIRDS = series("x", {"01": 4, "03": 3, "04": 5})


@pytest.mark.parametrize("rule", CASES)
def test_numbers_are_swedish_in_swedish_and_english_in_english(rule: str) -> None:
    explanation = explained(rule, "01", W, TABLE, THIRDS)
    swedish = [*words(explanation).values(), describe_rule(explanation.pot.pot).say()]
    english = [*words(explanation, EN).values(), describe_rule(explanation.pot.pot).say(EN)]
    assert [sentence for sentence in swedish if re.search(r"\d\.\d", sentence)] == []
    assert [sentence for sentence in english if re.search(r"\d,\d", sentence)] == []


@pytest.mark.parametrize("rule", CASES)
def test_every_sentence_is_said_in_both_languages(rule: str) -> None:
    swedish, english = (words(explained(rule, "01", W, TABLE, THIRDS), language) for language in (SV, EN))
    assert [kind for kind in swedish if swedish[kind] == english[kind] and kind is not StepKind.EXACT] == []


@pytest.mark.parametrize("rule", CASES)
def test_the_rule_as_a_sentence_is_in_one_language(rule: str) -> None:
    sentence = describe_rule(explained(rule, "01", W, TABLE, THIRDS).pot.pot).say(EN)
    assert not re.search(r" (av|per|och|till|minst) ", sentence)


def test_largest_remainder_says_the_place_in_the_queue() -> None:
    said = words(explained(RULE.replace("100 kr", "101 kr"), "01"))[StepKind.ROUNDING]
    assert said == (
        "Största rest: resten 0,5 är nummer 1 i storlek och de 1 största får en krona var, så den avrundas upp: 51 kr."
    )


def test_rounding_to_a_unit_does_not_speak_of_single_kronor() -> None:
    rule = RULE.replace("100 kr", "1 000 000 kr").replace("w}", "x}") + "avrundning: {till: 100 000 kr}"
    said = words(explained(rule, "01", THIRDS))[StepKind.ROUNDING]
    assert "en krona var" not in said
    assert "100 000 kr" in said


def test_rounding_down_is_not_called_nearest() -> None:
    rule = RULE.replace("w}", "x}") + "avrundning: {sätt: nedåt, resten till: '01'}"
    assert "närmaste" not in words(explained(rule, "01", THIRDS))[StepKind.ROUNDING]


def test_whoever_misses_a_condition_is_told_so_and_gets_no_award() -> None:
    explanation = explained(RULE + "villkor: [{krav: plan, uppfylls av: {utom: ['01']}}]\nej intjänat: förfaller")
    assert explanation.award is None
    assert words(explanation)[StepKind.CONDITIONS] == "01 uppfyller inte villkoret (plan); 2 av 3 gör det."


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("{grundbelopp: 10 kr, resten: {andel av: w}}", "10 + (100 − 3 × 10) × 2 / 4 = 45 kr."),
        (
            "{blandning: [{vikt: 60 %, nyckel: {andel av: w}}, {vikt: 40 %, nyckel: {andel av: v}}]}",
            "0,6 × 100 × 2 / 4 + 0,4 × 100 × 1 / 5 = 38 kr.",
        ),
        ("lika", "100 / 3 ≈ 33,3333 kr."),
        ("{fast belopp: 30 kr}", "Fast belopp: 30 kr till var och en av 3; potten är 100 kr."),
        ("{lista: t}", "Tabellen 'T' säger 51 kr för 01."),
    ],
)
def test_every_key_is_told_as_arithmetic(key: str, said: str) -> None:
    v = series("v", {"01": 1, "03": 2, "04": 2}, unit="invånare")
    found = explained(f"belopp: 100 kr\ntill: regioner\nfördelning: {key}\n", "01", W, v, TABLE)
    assert words(found)[StepKind.EXACT] == said


def test_nobody_at_a_bound_is_said() -> None:
    assert words(explained(RULE + "gränser: {golv: 5 kr}"))[StepKind.BOUNDS] == "Ingen nådde golv eller tak."


def test_floor_and_cap_are_told() -> None:
    rule = RULE + "gränser: {golv: 28 kr}"
    assert words(explained(rule, "03"))[StepKind.BOUNDS] == "03 lyfts till golvet 28 kr."
    assert words(explained(rule, "01"))[StepKind.BOUNDS] == (
        "2 har golvet eller taket, sammanlagt 56 kr. Resten, 44 kr, delas av de övriga (1) i proportion till"
        " vad regeln ger dem, sammanlagt 50 kr: 44 × 50 / 50 ≈ 44 kr."
    )
    assert words(explained(RULE + "gränser: {tak: 40 kr}", "01"))[StepKind.BOUNDS] == "01 hålls vid taket 40 kr."


def test_the_published_table_is_compared() -> None:
    said = words(explained(RULE + "bilaga: {tabell: t, avvikelser: [{kod: '01', skäl: okänt}]}"))[StepKind.ANNEX]
    assert said.startswith("Den publicerade tabellen säger 51 kr; det skiljer 1 kr (okänt). 1 av 3 är lika.")
    assert words(explained(RULE + "bilaga: t", "03"))[StepKind.ANNEX].startswith(
        "Den publicerade tabellen säger detsamma, till kronan."
    )


def test_a_pot_that_is_not_computed_says_why_and_the_ceiling() -> None:
    explanation = explained(RULE + "prestation: ej funnet\nej intjänat: ej funnet")
    assert [step.kind for step in explanation.steps] == [StepKind.POT, StepKind.RECIPIENTS, StepKind.NOT_COMPUTED]
    assert words(explanation)[StepKind.NOT_COMPUTED] == (
        "Ej beräknad: prestationskraven är inte funna. Taket för Region 01 är 50 kr."
    )


def test_a_stranger_to_the_pot_is_told_so() -> None:
    allocation = compute(one_pot(RULE.replace("till: regioner", "till: {grupp: regioner, utom: ['04']}")), W)
    stranger = compute(one_pot(RULE), W).pots[0].recipients[2]
    explanation = explain(allocation, allocation.pots[0], stranger)
    assert words(explanation)[StepKind.RECIPIENTS] == "Region 04 hör inte till dem som potten går till."
    assert explanation.award is None


def test_the_numbers_of_the_trace_give_the_award() -> None:
    for who in ("01", "03", "04"):
        steps = {step.kind: step.numbers for step in explained(RULE.replace("100 kr", "97 kr"), who).steps}
        weight, total = int(steps[StepKind.KEY]["weight"]), int(steps[StepKind.KEY]["sum_of_weights"])
        awarded = int(steps[StepKind.ROUNDING]["awarded_kr"])
        assert abs(97 * weight - awarded * total) < total
