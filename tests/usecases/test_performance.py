"""Performance of a year, agreement or pot: months, kronor so far, what must be given, and outcomes that are made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from overens.agreement.label import Wanted
from overens.allocation.model import State
from overens.scenario.given import Given
from overens.scenario.plausible import Range
from overens.scenario.progress import PeriodMark
from overens.usecases.library import Library
from overens.usecases.library import open_library as open_shipped
from overens.usecases.performance import Performance, show_performance
from overens.usecases.performance_if import If, PotIf, read_if, show_if
from overens.usecases.performance_scope import Asked
from overens.usecases.performance_tables import lines_table, months_table
from overens.usecases.to_earn import MADE_UP, to_earn, to_earn_words
from overens.usecases.wording.performance import headline
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient, RecipientKind
from tests.builders import EN, plain_spaces, said
from tests.usecases.performed import (
    ASSESSMENTS,
    VISITS,
    agreement,
    open_library,
    outcome,
    without,
    write_library,
)

ASKED = Asked(agreement="prov-2024")
LEVEL = "prestation/krav/1/eller minst"
UNKNOWN = "ej publicerat, rimligt: {minst: 50, högst: 62}"


def gotland(library: Library) -> Recipient:
    who = library.register.get(RecipientKind.REGION, "09")
    assert who is not None
    return who


def shown(library: Library, who: Recipient | None = None, *given: Given) -> Performance:
    performance, problems = show_performance(library, ASKED, who, given=given)
    assert said(problems) == []
    assert performance is not None
    return performance


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(write_library(tmp_path))


# --- computed -----------------------------------------------------------------------


def test_a_computed_pot_is_told_for_all(library: Library) -> None:
    (pot,) = shown(library).pots
    assert pot.is_computed
    assert (pot.earned_kr, pot.missed_kr, pot.bonus_kr, pot.lapsed_kr) == (160_000_000, 50_000_000, 50_000_000, None)
    assert [one.target.say() for one in pot.requirements] == [
        "bättre än samma period 2023 eller minst 70",
        "bättre än samma period 2023",
    ]
    assert pot.counterfactual is None
    line = pot.line_of(gotland(library))
    assert line is not None
    assert line.marks == {PeriodMark.MET: 2, PeriodMark.MISSED: 4}


def test_a_place_is_told_what_it_missed(library: Library) -> None:
    (pot,) = shown(library, gotland(library)).pots
    assert pot.counterfactual is not None
    assert [len(one.missed) for one in pot.counterfactual.requirements] == [3, 1]
    assert plain_spaces(headline(shown(library, gotland(library))).say()) == (
        "Region Gotland har tjänat in ≈ 2 222 222 kr, missat ≈ 7 777 778 kr och fått ≈ 694 445 kr ur bonuspotten."
    )


def test_made_up_outcomes_are_said_to_be_so(library: Library, tmp_path: Path) -> None:
    performance = shown(library)
    assert performance.synthetic == ("besok", "utredning")
    for table in (lines_table(performance), months_table(performance)):
        assert table.rows
        assert all(row[-1] == MADE_UP for row in table.rows)
    real = open_library(
        write_library(
            tmp_path / "real",
            visits=outcome("besok", VISITS, kind="officiell"),
            assessments=outcome("utredning", ASSESSMENTS, kind="officiell"),
        )
    )
    assert shown(real).synthetic == ()
    assert {row[-1] for row in months_table(shown(real)).rows} == {None}


def test_every_month_of_every_requirement_is_a_row(library: Library) -> None:
    assert len(months_table(shown(library)).rows) == 2 * 3 * 21
    assert len(months_table(shown(library, gotland(library))).rows) == 2 * 3
    assert len(lines_table(shown(library)).rows) == 21


# --- so far -------------------------------------------------------------------------


def test_the_year_is_not_over(tmp_path: Path) -> None:
    library = open_library(write_library(tmp_path, visits=outcome("besok", without(VISITS, "2024-03"))))
    (pot,) = shown(library).pots
    assert (pot.pot.state, pot.is_so_far) == (State.NOT_COMPUTED, True)
    assert pot.progress is not None
    assert pot.progress.counted == ("2024-01", "2024-02")
    assert pot.pot.awarded_kr == 0
    assert (pot.earned_kr or 0) + (pot.missed_kr or 0) == 140_000_000  # two months of three
    assert pot.bonus_kr == pot.missed_kr
    line = pot.line_of(gotland(library))
    assert line is not None
    assert (line.earned_kr, line.awarded_kr, line.bonus_kr) == (1_111_111, None, None)
    assert headline(shown(library)).say(EN).startswith("All have earned")


def test_a_month_missing_for_one_region(tmp_path: Path) -> None:
    gap = {**VISITS, "2024-02": {**VISITS["2024-02"], "14": ".."}}
    library = open_library(write_library(tmp_path, visits=outcome("besok", gap)))
    (pot,) = shown(library).pots
    assert pot.progress is not None
    assert pot.progress.counted == ("2024-01", "2024-03")
    assert [c.mark for c in pot.progress.of("14", 0)] == [PeriodMark.MET, PeriodMark.NO_DATA, PeriodMark.MET]
    assert pot.pot.reason is not None
    assert "saknas i underlaget 'besok' per 2024-02" in pot.pot.reason.say()


def test_a_series_with_a_break(tmp_path: Path) -> None:
    broken = outcome("besok", VISITS, more="# brott: [{från: 2024-02, anmärkning: ny definition}]\n")
    library = open_library(write_library(tmp_path, visits=broken))
    (pot,) = shown(library).pots
    assert not pot.is_computed
    assert pot.progress is not None
    assert pot.progress.counted == ("2024-01",)
    assert [c.mark for c in pot.progress.of("01", 0)] == [
        PeriodMark.MET,
        PeriodMark.MET,
        PeriodMark.OPEN,
    ]  # 75 is enough by itself


def test_an_outcome_for_a_place_that_takes_no_part(tmp_path: Path) -> None:
    text = agreement().replace("till: regioner", "till: {grupp: regioner, utom: ['09']}")
    library = open_library(write_library(tmp_path, text=text))
    (pot,) = shown(library).pots
    assert pot.is_computed
    assert pot.line_of(gotland(library)) is None
    performance = shown(library, gotland(library))
    assert (performance.pots, performance.elsewhere) == ((), ("prov-2024/bup",))
    assert headline(performance).say() == (
        "Region Gotland är inte med i någon av potterna som tjänas in: prov-2024/bup."
    )
    assert to_earn(library, library.allocation("prov-2024"), gotland(library)) == ()


def test_two_versions_with_one_known_from_date(tmp_path: Path) -> None:
    correction = outcome("besok", {"2024-03": {"alla": 66}}).replace('"2023-01/2024-12"', '"2024-03"')
    correction = correction.replace("slag: syntetisk", "slag: syntetisk\n#     känd från: 2024-05-01")
    first = outcome("besok", VISITS).replace("slag: syntetisk", "slag: syntetisk\n#     känd från: 2024-05-01")
    more = {"underlag/besok@2024-05-01.regioner.csv": correction}
    library = open_library(write_library(tmp_path, visits=first, more=more))
    assert library.faulty
    assert any("2024-05-01" in line for line in said(library.problems))


def test_what_became_known_later_is_not_there_before(tmp_path: Path) -> None:
    correction = outcome("besok", {"2024-01": {"09": 61}}).replace('"2023-01/2024-12"', '"2024-01"')
    correction = correction.replace("slag: syntetisk", "slag: syntetisk\n#     känd från: 2024-09-01")
    first = outcome("besok", VISITS).replace("slag: syntetisk", "slag: syntetisk\n#     känd från: 2024-05-01")
    library = open_library(
        write_library(tmp_path, visits=first, more={"underlag/besok@2024-09-01.regioner.csv": correction})
    )
    earned = []
    for day in (date(2024, 6, 1), date(2024, 9, 1)):
        performance, _ = show_performance(library, ASKED, gotland(library), day)
        assert performance is not None
        line = performance.pots[0].line_of(gotland(library))
        assert line is not None
        earned.append(line.earned_kr)
    assert earned == [2_222_222, 4_444_444]


# --- values that must be given ------------------------------------------------------


def test_thresholds_not_given_are_listed_and_make_a_range(tmp_path: Path) -> None:
    library = open_library(write_library(tmp_path, text=agreement(level=UNKNOWN)))
    (pot,) = shown(library).pots
    assert [one.path for one in pot.pot.missing] == [LEVEL]
    assert isinstance(pot.range, Range)
    line = pot.line_of(gotland(library))
    assert line is not None
    assert line.awarded_kr is None
    assert line.low_kr is not None
    assert line.high_kr is not None
    given = [shown(library, None, Given("", LEVEL, str(n))).pots[0].line_of(gotland(library)) for n in (50, 56, 62)]
    awarded = [one.awarded_kr for one in given if one is not None and one.awarded_kr is not None]
    assert len(awarded) == 3
    assert line.low_kr <= min(awarded) < max(awarded) <= line.high_kr


def test_without_a_plausible_range_only_the_ceiling_is_told(tmp_path: Path) -> None:
    library = open_library(write_library(tmp_path, text=agreement(level="ej publicerat")))
    (pot,) = shown(library).pots
    line = pot.line_of(gotland(library))
    assert line is not None
    assert (line.ceiling_kr, line.low_kr, line.high_kr) == (10_000_000, None, None)


def test_a_value_for_a_pot_that_is_not_shown(tmp_path: Path) -> None:
    library = open_library(write_library(tmp_path, text=agreement(level=UNKNOWN)))
    _, problems = show_performance(library, ASKED, given=[Given("prov-2024/bop", LEVEL, "70")])
    assert said(problems) == ["--given:1:1: Potten 'prov-2024/bop' finns inte bland dem som visas. Menade du 'bup'?"]


def test_an_outcome_that_is_given_and_misspelt(tmp_path: Path) -> None:
    text = agreement().replace("utfall: utredning, ", "")
    library = open_library(write_library(tmp_path, text=text))
    assert [one.path for one in shown(library).pots[0].pot.missing] == ["prestation/krav/2/utfall"]
    given = Given("", "prestation/krav/2/utfall", "utredningg")
    _, problems = show_performance(library, ASKED, given=[given])
    assert "Menade du 'utredning'?" in said(problems)[0]
    right = shown(library, None, Given("", "prestation/krav/2/utfall", "utredning"))
    assert right.pots[0].is_computed


def test_of_a_year_each_value_says_for_which_pot() -> None:
    library = open_shipped(wanted=Wanted(year=2023))
    _, problems = show_performance(library, Asked(year=2023), given=[Given("", LEVEL, "70")])
    assert "Det står inte för vilken pott" in said(problems)[0]


# --- had it reached -----------------------------------------------------------------


def tried(library: Library, *typed: str) -> tuple[tuple[PotIf, ...], list[str]]:
    ifs = [one for one in map(read_if, typed) if isinstance(one, If)]
    assert len(ifs) == len(typed)
    answers, problems = show_if(shown(library, gotland(library)), gotland(library), ifs)
    return answers, said(problems)


def test_had_it_reached_a_level_in_one_month_or_all(library: Library) -> None:
    ((one,), _), ((every,), _) = tried(library, "besok=75@2024-02"), tried(library, "besok=75")
    assert (len(one.anew.reached), len(every.anew.reached)) == (1, 3)
    assert 0 < one.anew.mine_kr < every.anew.mine_kr
    assert every.anew.mine_kr + every.anew.others_kr == 0  # a bonus pot is emptied all the same


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("besk=75", "Inget krav som visas mäts av utfallet 'besk'. Menade du 'besok'?"),
        (
            "besok=101",
            "101 är inget möjligt värde för 'besok'. En andel är mellan 0 och 100 procent, ett antal minst 0.",
        ),
        ("besok=-1", "−1 är inget möjligt värde för 'besok'. En andel är mellan 0 och 100 procent, ett antal minst 0."),
        ("besok=75@2025-01", "'2025-01' mäts inte i prov-2024/bup. Perioderna är 2024-01 till 2024-03."),
        ("besok=75@i mars", "'i mars' mäts inte i prov-2024/bup. Perioderna är 2024-01 till 2024-03."),
    ],
)
def test_an_outcome_that_cannot_be(library: Library, typed: str, problem: str) -> None:
    answers, problems = tried(library, typed)
    assert (answers, problems) == ((), [f"--if:1:1: {problem}"])


@pytest.mark.parametrize("typed", ["", "besok", "besok=", "=75", "besok=mycket", "besok=9e9"])
def test_what_says_no_outcome_is_refused(typed: str) -> None:
    assert isinstance(read_if(typed), Fault)


def test_of_a_pot_that_is_not_computed_nothing_can_be_tried(tmp_path: Path) -> None:
    library = open_library(write_library(tmp_path, text=agreement(level=UNKNOWN)))
    _, problems = tried(library, "besok=75")
    assert problems[0].startswith("--if:1:1: prov-2024/bup är inte beräknad:")


# --- to earn ------------------------------------------------------------------------


def test_what_a_place_has_to_earn_is_in_kronor(tmp_path: Path) -> None:
    text = agreement(level=UNKNOWN)
    library = open_library(write_library(tmp_path, text=text))
    (one,) = to_earn(library, library.allocation("prov-2024"), gotland(library))
    assert (one.ceiling_kr, one.requirements, one.synthetic) == (10_000_000, 2, True)
    assert one.low_kr is not None
    assert one.high_kr is not None
    assert one.low_kr < one.high_kr
    words = plain_spaces(to_earn_words(one).say())
    assert "högst 10 000 000 kr av egen prestation; spann med rimliga trösklar: " in words
    assert words.endswith("påhittade utfall")


def test_a_pot_that_is_computed_is_not_to_be_earned(library: Library) -> None:
    assert to_earn(library, library.allocation("prov-2024"), gotland(library)) == ()


def test_what_has_been_worked_out_is_kept(tmp_path: Path) -> None:
    library = open_library(write_library(tmp_path, text=agreement(level=UNKNOWN)))
    allocation = library.allocation("prov-2024")
    to_earn(library, allocation, gotland(library))
    kept = library.kept.on(None).progress["prov-2024", "bup"]
    to_earn(library, allocation, library.register.regions[0])
    assert library.kept.on(None).progress["prov-2024", "bup"] is kept


# --- the shipped library ------------------------------------------------------------


@pytest.mark.parametrize("year", range(2019, 2027))
def test_every_year_of_the_library_can_be_told(year: int) -> None:
    library = open_shipped(wanted=Wanted(year=year))
    performance, problems = show_performance(library, Asked(year=year), gotland(library))
    assert problems == []
    assert performance is not None
    for pot in performance.pots:
        if pot.is_computed:
            assert pot.pot.amount is not None
            whole = pot.pot.awarded_kr + pot.pot.lapsed_kr + pot.pot.undistributed_kr
            assert whole == pot.pot.amount.kr
        else:
            assert pot.earned_kr is None  # no outcomes are published: nothing is made up for them
            assert all(line.awarded_kr is None for line in pot.lines)
