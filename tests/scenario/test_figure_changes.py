"""Values of a figure that are assumed: for whom, on which dates, within what can be, and marked as assumed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.figures.model import FigureKind
from tests.builders import agreement_text, series
from tests.scenario.trying import PEOPLE, awards, effects, refused, scenario, tried

SHARES = tuple(
    series("andel", {"01": 50, "03": 60, "04": None}, on=month, unit="procent")
    for month in ("2024-01", "2024-02", "2024-03")
)
AGREEMENT = agreement_text(
    """\
    a:
      namn: A
      belopp: 100 kr
      till: {grupp: regioner, utom: ["04"]}
      fördelning: {andel av: andel, per: 2024-02}
      källa: k
    b: {namn: B, belopp: 10 kr, till: regioner, fördelning: {andel av: befolkning, per: 2023}, källa: k}
    """,
    total="110 kr",
)
FIGURES = (*SHARES, PEOPLE)


@pytest.mark.parametrize(
    ("change", "after"),
    [
        ("för: '01', per: 2024-02, blir: 30", {"01": 33, "03": 67}),
        ("för: [Region 01], per: 2024-02, ändras: -20", {"01": 33, "03": 67}),
        ("för: '01', per: 2024-02, ändras: -40 procent", {"01": 33, "03": 67}),
        ("för: alla, per: 2024-02, blir: 30", {"01": 50, "03": 50}),
        ("per: 2024-01/2024-03, blir: 30", {"01": 50, "03": 50}),
        ("för: alla, per: 2024-02, ändras: +0", {"01": 45, "03": 55}),
    ],
)
def test_values_are_assumed_for_those_that_are_named(change: str, after: dict[str, int]) -> None:
    made, pots = tried(AGREEMENT, scenario(f"- {{utfall: andel, {change}}}"), figures=FIGURES)
    assert awards(pots[0]) == after
    assert not any(pots[1].effects)
    used = next(one for one in pots[0].after.used if one.key.measured_on == "2024-02")
    assert used.kind is FigureKind.ASSUMED
    assert made[0].stage.assumed[used.key] is used


def test_persons_are_counted_whole() -> None:
    made, _ = tried(AGREEMENT, scenario("- {underlag: befolkning, för: '01', ändras: +1 procent}"), figures=FIGURES)
    (edit,) = made[0].figures
    assert (edit.old, edit.new) == (Fraction(50), Fraction(51))


def test_one_change_works_on_what_the_one_before_it_assumed() -> None:
    first = scenario("- {utfall: andel, för: '01', per: 2024-02, blir: 30}")
    second = scenario("- {utfall: andel, för: '01', per: 2024-02, ändras: +30}")
    _, pots = tried(AGREEMENT, first, second, figures=FIGURES)
    assert effects(pots[0]) == [{"01": -12, "03": 12}, {"01": 17, "03": -17}]


@pytest.mark.parametrize(
    ("change", "begins"),
    [
        ("utfall: andl, blir: 5", "s.yaml:4:14: Inget i prov-2024 använder underlaget 'andl'. Menade du 'andel'?"),
        ("utfall: andel, blir: 5", "s.yaml:4:5: Underlaget 'andel' har flera datum."),
        ("utfall: andel, per: 2024-04, blir: 5", "s.yaml:4:26: Underlaget 'andel' har inga värden för 2024-04."),
        (
            "utfall: andel, per: 2024-02, för: '99', blir: 5",
            "s.yaml:4:40: '99' är inte någon som underlaget har värden för.",
        ),
        ("utfall: andel, per: 2024-02, för: Regon 03, blir: 5", "s.yaml:4:40: 'Regon 03' är inte någon"),
        ("utfall: andel, per: 2024-02, för: '04', blir: 5", "s.yaml:4:40: Region 04 är inte med i någon pott"),
        (
            "utfall: andel, per: 2024-02, för: '01', blir: 101",
            "s.yaml:4:52: 101 procent för Region 01 är inget möjligt",
        ),
        ("utfall: andel, per: 2024-02, för: '01', blir: -1", "s.yaml:4:52: −1 procent för Region 01 är inget möjligt"),
        ("utfall: andel, per: 2024-02, ändras: +41", "s.yaml:4:43: 101 procent för Region 03 är inget möjligt"),
        ("utfall: andel, per: 2024-02, blir: x", "s.yaml:4:41: 'x' är inget tal."),
    ],
)
def test_what_cannot_be_assumed_is_said_at_its_place(change: str, begins: str) -> None:
    assert refused(AGREEMENT, scenario(f"- {{{change}}}"), figures=FIGURES)[0].startswith(begins)


def test_a_value_that_is_not_published_cannot_be_moved() -> None:
    everyone = AGREEMENT.replace('{grupp: regioner, utom: ["04"]}', "regioner")
    one = scenario("- {utfall: andel, för: '04', per: 2024-02, ändras: +5}")
    (line,) = refused(everyone, one, figures=FIGURES)
    assert "Region 04 har inget publicerat värde av 'andel' för 2024-02." in line
    _, pots = tried(everyone, scenario("- {utfall: andel, för: '04', per: 2024-02, blir: 40}"), figures=FIGURES)
    assert not pots[0].is_compared
    assert awards(pots[0]) == {"01": 33, "03": 40, "04": 27}
