"""A pot that is not computed, month by month as far as there are outcomes; nothing is assumed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from overens.allocation.model import PotAllocation
from overens.figures.breaks import Break
from overens.figures.model import Series, Snapshot
from overens.scenario.progress import PeriodMark, Progress, progress_of
from tests.builders import ABC, divide, plain_spaces, series, when
from tests.scenario.test_counterfactual import BETTER, PRICES, W, X, months, rule

CODES = ("01", "03", "04")


def shown(pot: PotAllocation, *figures: Series) -> Progress:
    progress = progress_of(pot, Snapshot.of(ABC, figures))
    assert progress is not None
    return progress


def marks(progress: Progress, code: str) -> list[PeriodMark]:
    return [cell.mark for cell in progress.of(code)]


def test_of_a_computed_pot_every_month_is_counted() -> None:
    progress = shown(divide(rule(), W, *X), W, *X)
    assert progress.is_whole
    assert marks(progress, "04") == [PeriodMark.MISSED, PeriodMark.MET]
    assert progress.earned == {"01": 500, "03": 150, "04": 100}


def test_the_months_that_all_have_are_counted_as_they_would_be_in_the_whole() -> None:
    whole, part = shown(divide(rule(), W, *X), W, *X), shown(divide(rule(), W, *X[:3]), W, *X[:3])
    assert (part.periods, part.counted, part.is_whole) == (("2023-01", "2023-02"), ("2023-01",), False)
    for code in CODES:
        assert part.of(code)[0] == whole.of(code)[0]
        assert part.of(code)[1].mark is PeriodMark.NO_DATA
    assert part.earned == {"01": 250, "03": 0, "04": 0}
    assert part.missed() == {"01": 0, "03": 150, "04": 100}


def test_a_month_missing_for_one_region_is_not_counted_for_any() -> None:
    gap = [*X[:3], series("x", {"01": 61, "03": None, "04": 70}, on="2023-02", unit="procent")]
    progress = shown(divide(rule(), W, *gap), W, *gap)
    assert progress.counted == ("2023-01",)
    assert [progress.of(code)[1].mark for code in CODES] == [PeriodMark.MET, PeriodMark.NO_DATA, PeriodMark.MET]
    why = progress.of("03")[1].why
    assert why is not None
    assert plain_spaces(why.say()) == "värdet för 03 (03) saknas i underlaget 'x' per 2023-02"


def test_across_a_break_nothing_is_decided_and_the_outcome_is_shown() -> None:
    broken = [replace(one, breaks=(Break(when("2023-02"), "ny mätning"),)) for one in X]
    pot = divide(rule(), W, *broken)
    progress = shown(pot, W, *broken)
    assert progress.counted == ("2023-01",)
    cell = progress.of("01")[1]
    assert [cell.mark, cell.value, cell.compared, cell.earned] == [PeriodMark.OPEN, 61, None, None]


def test_an_unknown_level_leaves_open_what_the_comparison_does_not_decide() -> None:
    one = BETTER.replace("andel av potten", "eller minst: ej publicerat, andel av potten")
    progress = shown(divide(rule(one), W, *X), W, *X)
    assert [marks(progress, code) for code in CODES] == [
        [PeriodMark.MET, PeriodMark.MET],
        [PeriodMark.OPEN, PeriodMark.MET],
        [PeriodMark.OPEN, PeriodMark.MET],
    ]
    assert progress.counted == ("2023-02",)


def test_an_unknown_share_leaves_the_kronor_out_and_the_months_in() -> None:
    one = BETTER.replace("1/1", "ej publicerat")
    progress = shown(divide(rule(one), W, *X), W, *X)
    assert progress.earned == {}
    assert {cell.earned for cell in progress.cells} == {None}
    assert marks(progress, "04") == [PeriodMark.MISSED, PeriodMark.MET]


def test_without_a_key_no_kronor_are_known() -> None:
    text = rule().replace("fördelning: {andel av: w}", "fördelning: ej publicerad")
    progress = shown(divide(text, W, *X), W, *X)
    assert (progress.earned, progress.ceilings) == ({}, {})
    assert marks(progress, "03") == [PeriodMark.MISSED, PeriodMark.MET]


def test_an_outcome_that_is_nowhere_is_no_data_and_never_missed() -> None:
    progress = shown(divide(rule(), W), W)
    assert {cell.mark for cell in progress.cells} == {PeriodMark.NO_DATA}
    assert (progress.counted, progress.missed()) == ((), {})


def test_one_that_cannot_earn_has_no_months() -> None:
    progress = shown(divide(rule() + "villkor: [{krav: plan, uppfylls av: {utom: ['01']}}]\n", W, *X[:3]), W, *X[:3])
    assert progress.of("01") == ()
    assert progress.ceilings == {"03": 300, "04": 200}


def test_acts_are_counted_from_the_first_month_on() -> None:
    acts = months("x", {"2023-01": (2, 1, 0)}, unit="antal")
    progress = shown(divide(rule(performance=PRICES, fate="förfaller"), W, *acts), W, *acts)
    assert (progress.periods, progress.counted, progress.volumes) == (("2023-01", "2023-02"), ("2023-01",), True)
    assert progress.earned == {"01": 40, "03": 20, "04": 0}
    assert progress.missed() == {}  # they can still be done


def test_a_ladder_is_partly_met() -> None:
    ladder = (
        "trappa: X\n  utfall: x\n  bättre än: samma månad 2022\n"
        "  steg: [{från: 1, andel: 50 %}, {från: 10, andel: 100 %}]"
    )
    progress = shown(divide(rule(performance=ladder), W, *X[:3]), W, *X[:3])
    assert progress.of("01")[0].mark is PeriodMark.PARTLY
    assert progress.of("01")[0].earned == Fraction(125)


def test_what_is_not_measured_by_outcomes_has_no_progress() -> None:
    pot = divide("belopp: 100 kr\ntill: regioner\nprestation: ej funnet\nej intjänat: ej funnet")
    assert progress_of(pot, Snapshot.of(ABC, [])) is None
