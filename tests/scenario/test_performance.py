"""Thresholds, ladders, shares, outcomes and the fate of the unearned, tried on a pot that is earned month by month."""

from __future__ import annotations

import pytest

from overens.scenario.moved import balance
from tests.builders import agreement_text, series
from tests.scenario.trying import PEOPLE, awards, effects, refused, scenario, tried

OUTCOMES = tuple(
    series("utfall", values, on=month, unit="procent")
    for month, values in {
        "2023-01": {"01": 60, "03": 60, "04": 60},
        "2023-02": {"01": 60, "03": 60, "04": 60},
        "2024-01": {"01": 70, "03": 50, "04": 50},
        "2024-02": {"01": 70, "03": 70, "04": 55},
    }.items()
)
FIGURES = (PEOPLE, *OUTCOMES)
AGREEMENT = agreement_text(
    """\
    a:
      namn: A
      belopp: 1 000 kr
      till: regioner
      fördelning: {andel av: befolkning, per: 2023}
      prestation:
        mäts: {från: 2024-01, till: 2024-02, varje: månad}
        krav:
          - {nyckeltal: väntan, utfall: utfall, bättre än: samma månad 2023, andel av potten: 100 %}
      ej intjänat: förfaller
      källa: k
    """
)


HALF_FOR_A_LEVEL_NOBODY_REACHES = """\
- i: a
  prestation:
    mäts: {från: 2024-01, till: 2024-02, varje: månad}
    krav:
      - {nyckeltal: väntan, utfall: utfall, bättre än: samma månad 2023, andel av potten: 50 %}
      - {nyckeltal: nivå, utfall: utfall, eller minst: 71, andel av potten: 50 %}
"""


@pytest.mark.parametrize(
    ("changes", "after", "lapsed"),
    [
        ("- {i: a, värde: prestation/krav/1/eller minst, blir: 50}", {"01": 500, "03": 300, "04": 200}, 0),
        ("- {i: a, värde: prestation/krav/utfall/eller minst, blir: 55}", {"01": 500, "03": 150, "04": 100}, 250),
        (HALF_FOR_A_LEVEL_NOBODY_REACHES, {"01": 250, "03": 75}, 675),
        ("- {i: a, värde: prestation/mäts/från, blir: 2024-02}", {"01": 500, "03": 300}, 200),
        ("- {i: a, ej intjänat: bonuspott}", {"01": 769, "03": 231}, 0),
        ("- {utfall: utfall, för: '04', per: 2024-01/2024-02, ändras: +6}", {"01": 500, "03": 150, "04": 100}, 250),
        ("- {utfall: utfall, för: '01', per: 2024-01, blir: 60}", {"01": 250, "03": 150}, 600),
        ("- {i: a, tas bort: [prestation, ej intjänat]}", {"01": 500, "03": 300, "04": 200}, 0),
    ],
)
def test_what_is_earned_is_earned_anew(changes: str, after: dict[str, int], lapsed: int) -> None:
    _, pots = tried(AGREEMENT, scenario(changes), figures=FIGURES)
    assert {code: kr for code, kr in awards(pots[0]).items() if kr} == after
    assert pots[0].after.lapsed_kr == lapsed
    assert balance([pots[0].sides]).lapsed_kr == lapsed - 350


def test_shares_that_leave_part_of_the_pot_to_no_requirement_are_refused_at_the_change() -> None:
    half = scenario("- {i: a, värde: prestation/krav/1/andel av potten, blir: 50 %}")
    assert ["50 %" in words for words in refused(AGREEMENT, half, figures=FIGURES)] == [True]


def test_a_threshold_an_outcome_and_a_fate_are_attributed_one_by_one() -> None:
    three = scenario(
        "- {i: a, värde: prestation/krav/1/eller minst, blir: 55}\n"
        "- {utfall: utfall, för: '04', per: 2024-01, ändras: +5}\n"
        "- {i: a, ej intjänat: bonuspott}"
    )
    _, pots = tried(AGREEMENT, three, figures=FIGURES)
    assert effects(pots[0]) == [{"04": 100}, {"04": 100}, {"01": 88, "03": 27, "04": 35}]
    assert sum(awards(pots[0]).values()) == 1000


def test_a_threshold_that_no_source_gives_is_assumed_by_a_scenario() -> None:
    unknown = AGREEMENT.replace("andel av potten: 100 %", "eller minst: ej publicerat, andel av potten: ej publicerat")
    share = scenario("- {i: a, värde: prestation/krav/1/andel av potten, blir: 100 %}")
    both = scenario("- {i: a, värde: prestation/krav/1/eller minst, blir: 55}")
    made, pots = tried(unknown, share, both, figures=FIGURES)
    assert [one.stage.allocations["prov-2024"].pots[0].state.name for one in made] == ["NOT_COMPUTED", "COMPUTED"]
    assert not pots[0].is_compared
    assert {code: kr for code, kr in awards(pots[0]).items() if kr} == {"01": 500, "03": 150, "04": 100}
