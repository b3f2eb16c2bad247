"""Payments and duties before the decision are warned of, unless the file records them as contradictions."""

from __future__ import annotations

import pytest

from overens.vocabulary.problems import Severity
from tests.builders import EN, agreement_text, block, place_of, problems_in, said

POT = "a:\n  namn: A\n  belopp: 100 kr\n  till: regioner\n  fördelning: lika\n  källa: k\n"


def text_with(in_pot: str, more: str = "") -> str:
    return agreement_text(POT + block(in_pot, 2), more=more)


def test_a_payment_before_the_decision_is_a_warning() -> None:
    text = text_with("utbetalning:\n  - {datum: 2023-12-12}")
    (problem,) = problems_in(text)
    assert problem.severity is Severity.WARNING
    assert said([problem]) == [
        f"{place_of('2023-12-12', text)}: varning: Utbetalningen (2023-12-12) ligger före beslutet (2023-12-20). "
        "Kontrollera datumen; står det så i källan, skriv det under 'motsägelser'."
    ]
    assert said([problem], EN) == [
        f"{place_of('2023-12-12', text)}: warning: The payment (2023-12-12) falls before the decision (2023-12-20). "
        "Check the dates; if the source says so, record it under 'motsägelser'."
    ]


@pytest.mark.parametrize(
    ("in_pot", "swedish", "english"),
    [
        ("utbetalning: [{senast: 2023-11}]", "Utbetalningen (2023-11)", "The payment (2023-11)"),
        ("rekvisition: {senast: 2023-11-30}", "Rekvisitionen (2023-11-30)", "The requisition (2023-11-30)"),
        ("återbetalning: [{senast: 2022}]", "Återbetalningen (2022)", "The repayment (2022)"),
        ("skyldigheter: [{vad: x, vem: y, senast: 2023-10-01, källa: k}]", "Skyldigheten (2023-10-01)", "The duty"),
    ],
)
def test_whatever_falls_before_the_decision_is_told_at_its_date(in_pot: str, swedish: str, english: str) -> None:
    text = text_with(in_pot)
    problems = problems_in(text)
    date = swedish.split("(")[1].rstrip(")")
    assert said(problems)[0].startswith(f"{place_of(f': {date}', text).rsplit(':', 1)[0]}:")
    assert f"varning: {swedish} ligger före beslutet" in said(problems)[0]
    assert f"warning: {english}" in said(problems, EN)[0]
    assert len(problems) == 1


def test_terms_of_the_whole_agreement_are_looked_at_too() -> None:
    text = text_with(
        "", "rekvisition: {senast: 2023-11-30}\nskyldigheter: [{vad: x, vem: y, senast: 2023-10, källa: k}]"
    )
    assert [problem.split(": ")[0] for problem in said(problems_in(text))] == [
        place_of("2023-11-30", text),
        place_of("2023-10", text),
    ]


@pytest.mark.parametrize("date", ["2023-12-20", "2023-12", "2023", "2024-01-01", "ej funnet"])
def test_a_date_that_may_be_on_or_after_the_decision_is_fine(date: str) -> None:
    assert problems_in(text_with(f"utbetalning: [{{datum: {date}}}]")) == []


def test_without_a_day_of_decision_nothing_falls_before_it() -> None:
    text = text_with("utbetalning: [{datum: 2001-01-01}]").replace("beslutad: 2023-12-20", "beslutad: ej funnet")
    assert problems_in(text) == []


@pytest.mark.parametrize("about", ["potter.a.utbetalning.0.datum", "potter.a.utbetalning", "potter.a"])
def test_what_the_file_records_as_a_contradiction_is_not_warned_of(about: str) -> None:
    contradiction = f"motsägelser: [{{om: {about}, källa: k, säger: x, använt: y, skäl: z}}]"
    text = text_with("utbetalning: [{datum: 2023-12-12}]", contradiction)
    assert said(problems_in(text)) == []


def test_a_contradiction_about_one_payment_does_not_excuse_another() -> None:
    contradiction = "motsägelser: [{om: potter.a.utbetalning.0.datum, källa: k, säger: x, använt: y, skäl: z}]"
    text = text_with("utbetalning: [{datum: 2023-12-12}, {datum: 2023-12-13}]", contradiction)
    (problem,) = said(problems_in(text))
    assert problem.startswith(f"{place_of('2023-12-13', text)}: ")


def test_a_day_that_does_not_exist_is_an_error_at_its_place() -> None:
    text = text_with("utbetalning: [{datum: 2021-02-31}]")
    (problem,) = problems_in(text)
    assert problem.severity is Severity.ERROR
    assert said([problem])[0].startswith(f"{place_of('2021-02-31', text)}: 31 februari 2021 finns inte.")
