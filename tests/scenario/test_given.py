"""Values that no source gives, as typed: put where they belong, or refused with what would be right."""

from __future__ import annotations

import pytest

from overens.agreement.performance import Requirements
from overens.agreement.read_agreement import Written
from overens.scenario.given import Given, assume, read_given
from overens.scenario.overlay import change_pot
from overens.scenario.read_scenario import read_changes
from overens.vocabulary.problems import Problem
from tests.builders import one_pot, read, said
from tests.scenario.test_counterfactual import rule

OPEN = "{nyckeltal: X, bättre än: tidigare år, eller minst: ej publicerat, andel av potten: ej publicerat}"


def give(*typed: str, requirement: str = OPEN) -> tuple[Written | None, list[Problem]]:
    given = [one for one in map(read_given, typed) if isinstance(one, Given)]
    assert len(given) == len(typed)
    return assume(read(one_pot(rule(requirement))), ("a",), given)


def test_values_are_put_where_they_are_missing() -> None:
    changed, problems = give(
        "prestation/krav/1/utfall=x",
        "prestation/krav/1/bättre än=samma månad 2022",
        "prestation/krav/1/eller minst=62,5",
        "prestation/krav/1/andel av potten=100 %",
    )
    assert said(problems) == []
    assert changed is not None
    performance = changed.agreement.pots["a"].performance
    assert isinstance(performance, Requirements)
    (one,) = performance.requirements
    assert (one.outcome, one.better_than, str(one.or_at_least)) == ("x", "samma månad 2022", "125/2")
    assert one.share == 1


def test_a_level_that_is_given_needs_no_plausible_range() -> None:
    plausible = OPEN.replace(
        "eller minst: ej publicerat", "eller minst: ej publicerat, rimligt: {minst: 50, högst: 80}"
    )
    changed, problems = give("prestation/krav/1/eller minst=70", requirement=plausible)
    assert said(problems) == []
    assert changed is not None
    changes, found = read_changes(["prov-2024/a: prestation/krav/1/eller minst=70"])
    assert (said(found), changes is not None) == ([], True)
    assert changes is not None
    assert said(change_pot(read(one_pot(rule(plausible))), changes, 0, "a")[2]) == []


def test_the_agreement_itself_is_left_as_it_was() -> None:
    written = read(one_pot(rule(OPEN)))
    assume(written, ("a",), [Given("", "prestation/krav/1/utfall", "x")])
    performance = written.agreement.pots["a"].performance
    assert isinstance(performance, Requirements)
    assert performance.requirements[0].outcome is None


def test_a_rule_may_be_given_as_it_stands_in_a_file() -> None:
    text = one_pot(rule().replace("fördelning: {andel av: w}", "fördelning: ej publicerad"))
    changed, problems = assume(read(text), ("a",), [Given("", "fördelning", "{andel av: w, per: 2023}")])
    assert said(problems) == []
    assert changed is not None


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (
            "prestation/krav/1/eler minst=70",
            "'prestation/krav/1/eler minst' är inget värde som saknas i potten. Menade du 'prestation/krav/1/eller minst'?",
        ),
        (
            "prestation/krav/1/eller minst=mycket",
            "'mycket' är inget tal. Skriv siffror, med decimalkomma om det behövs: '37,5'.",
        ),
        ("prestation/krav/1/andel av potten=halva", "'halva' är ingen andel. Skriv '1/2' eller '50 %'."),
    ],
)
def test_a_misspelt_path_or_a_value_of_the_wrong_kind(typed: str, problem: str) -> None:
    changed, problems = give(typed)
    assert changed is None
    assert said(problems) == [f"--given:1:1: {problem}"]


@pytest.mark.parametrize("value", ["{a: [}", "*x", "[[[", "a: b: c", "&a [*a]"])
def test_a_hostile_value_is_a_problem(value: str) -> None:
    changed, problems = give(f"prestation/krav/1/eller minst={value}")
    assert changed is None
    assert problems


def test_a_value_that_is_known_is_changed_in_a_scenario() -> None:
    _, problems = give("belopp=1 kr")
    assert "Andra värden ändras i ett scenario." in said(problems)[0]


def test_a_value_given_twice() -> None:
    _, problems = give("prestation/krav/1/utfall=x", "prestation/krav/1/utfall=y")
    assert said(problems) == ["--given:2:1: 'prestation/krav/1/utfall' ges två gånger. Behåll den ena."]


@pytest.mark.parametrize("typed", ["", "=", "x", "x=", "=70", "a/b: =3"])
def test_what_gives_no_value_is_refused(typed: str) -> None:
    assert not isinstance(read_given(typed), Given)
