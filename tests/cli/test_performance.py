"""overens performance: what a person sees, what a program gets, and what is asked for when values are not published."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Answer, overens
from tests.cli.shapes import KR_OR_NULL, has, is_recipient
from tests.usecases.performed import VISITS, agreement, outcome, without, write_library

UNKNOWN = "ej publicerat, rimligt: {minst: 50, högst: 62}"
GOTLAND = ("--place", "region gotland")


class Terminal(io.StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def known(tmp_path: Path) -> Path:
    return write_library(tmp_path / "known")


@pytest.fixture
def unknown(tmp_path: Path) -> Path:
    return write_library(tmp_path / "unknown", text=agreement(level=UNKNOWN))


def performance(library: Path, *args: str | Path, asked: str = "prov-2024") -> Answer:
    return overens("performance", asked, "--library", library, *args)


def typed(library: Path, *answers: str) -> Answer:
    """Ask for the pot in a terminal where the answers are typed one after the other."""
    before = sys.stdin
    sys.stdin = Terminal("".join(f"{answer}\n" for answer in answers))
    try:
        return performance(library, asked="prov-2024/bup")
    finally:
        sys.stdin = before


# --- for people ---------------------------------------------------------------------


def test_a_place_reads_a_sentence_its_months_and_the_cheapest_step(known: Path) -> None:
    answer = performance(known, *GOTLAND)
    assert (answer.code, answer.err) == (0, "")
    said = answer.said
    assert (
        "Region Gotland har tjänat in ≈ 2 222 222 kr, missat ≈ 7 777 778 kr och fått ≈ 694 445 kr ur bonuspotten."
        in said
    )
    assert "Påhittade utfall: besok, utredning." in said
    assert "○○○" in said
    assert "○●●" in said
    assert "● uppfyllt ○ missat" in said
    assert "Billigaste nästa steg: Besök, 2024-01: minsta förbättring hade gett 2 836 758 kr." in said
    assert "210 000 000 kr tilldelat + 0 kr förfallet + 0 kr ofördelat = 210 000 000 kr, potten." in said


def test_all_are_told_how_many_met_each_month(known: Path) -> None:
    answer = performance(known)
    assert "20 1 20" in answer.said
    assert "Antal som uppfyllt" in answer.said
    assert sum("≈\u00a010\u00a0000\u00a0000\u00a0kr" in line for line in answer.lines) == 21


def test_nothing_is_told_by_colour_alone_and_no_number_is_broken(known: Path) -> None:
    for columns in (60, 80, 120):
        answer = overens("performance", "prov-2024", "--library", known, *GOTLAND, columns=columns)
        assert "\x1b[3" not in answer.out
        assert "2\u00a0222\u00a0222\u00a0kr" in answer.out


def test_so_far_is_said_to_be_so(tmp_path: Path) -> None:
    library = write_library(tmp_path, visits=outcome("besok", without(VISITS, "2024-03")))
    said = performance(library, *GOTLAND).said
    assert "Region Gotland har hittills tjänat in ≈ 1 111 111 kr" in said
    assert "Hittills räknas 2 av 3 perioder, de som alla har utfall för: 2024-01–2024-02." in said
    assert "utfallet 'besok' saknas för 2024-03" in said
    assert "potten." not in said  # the identity is of a computed pot


def test_had_it_reached(known: Path) -> None:
    said = performance(known, *GOTLAND, "--if", "besok=61@2024-02").said
    assert "prov-2024/bup: Region Gotland +2 836 758 kr, alla andra −2 836 758 kr" in said


def test_in_english(known: Path) -> None:
    answer = performance(known, *GOTLAND, "--lang", "en")
    assert (
        "Region Gotland has earned ≈ 2 222 222 kr, missed ≈ 7 777 778 kr and got ≈ 694 445 kr of the bonus pot."
        in answer.said
    )
    assert "Cheapest next step" in answer.said


def test_the_place_page_tells_what_there_is_to_earn(unknown: Path) -> None:
    said = overens("place", "region gotland", "2024", "--library", unknown).said
    assert "Att tjäna in" in said
    assert "prov-2024/bup: intjänat till och med 2024-03:" not in said  # a month is open, so it is not counted
    assert "högst 10 000 000 kr av egen prestation; spann med rimliga trösklar:" in said


# --- values that must be given ------------------------------------------------------


def test_without_a_terminal_the_missing_values_are_listed_with_exit_code_2(unknown: Path) -> None:
    answer = performance(unknown, asked="prov-2024/bup")
    assert (answer.code, answer.out) == (2, "")
    assert "prestation/krav/1/eller minst: nivån för Besök, rimligt 50–62" in answer.said
    assert '--given "prov-2024/bup: prestation/krav/1/eller minst=50"' in answer.said


def test_the_range_is_shown_when_it_is_asked_for(unknown: Path) -> None:
    answer = performance(unknown, "--range", *GOTLAND, asked="prov-2024/bup")
    assert answer.code == 0
    assert "Spann, inget belopp" in answer.said
    assert "1 tröskel med 21 värden var" in answer.said


def test_a_value_that_is_given_is_used(unknown: Path) -> None:
    answer = performance(unknown, "--given", "prestation/krav/1/eller minst=70", *GOTLAND, asked="prov-2024/bup")
    assert "har tjänat in ≈ 2 222 222 kr" in answer.said


def test_in_a_terminal_each_missing_value_is_asked_for_until_it_is_sound(unknown: Path) -> None:
    answer = typed(unknown, "hög", "70")
    assert answer.code == 0
    assert "nivån för Besök, rimligt 50–62" in answer.err
    assert "'hög' är inget tal." in answer.err
    assert "Potten är beräknad." in answer.said


def test_an_empty_answer_shows_the_range(unknown: Path) -> None:
    answer = typed(unknown, "")
    assert answer.code == 0
    assert "Spann, inget belopp" in answer.said


def test_who_stops_answering_is_told_so(unknown: Path) -> None:
    answer = typed(unknown)
    assert answer.code == 130
    assert answer.out == ""


# --- wrong use ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--if", "besok=70"), 2, "--if kräver --place: vems utfall?"),
        (("--place", "atlantis"), 2, "Platsen 'atlantis' finns inte."),
        ((*GOTLAND, "--if", "besk=70"), 1, "Menade du 'besok'?"),
        ((*GOTLAND, "--if", "besok=101"), 1, "101 är inget möjligt värde"),
        (("--given", "70"), 1, "'70' ger inget värde."),
        (("--outcomes", "finns-inte"), 1, "finns-inte"),
    ],
)
def test_wrong_use_says_what_is_right(known: Path, args: tuple[str, ...], code: int, words: str) -> None:
    answer = performance(known, *args)
    assert (answer.code, answer.out) == (code, "")
    assert words in answer.said


def test_an_unknown_agreement_or_pot(known: Path) -> None:
    assert "Menade du 'prov-2024'?" in performance(known, asked="prov-2042").said
    assert "Menade du 'bup'?" in performance(known, asked="prov-2024/bupp").said


def test_a_place_that_takes_no_part_is_told_so(known: Path) -> None:
    answer = performance(known, "--place", "nässjö")
    assert answer.code == 0
    assert "Nässjö kommun är inte med i någon av potterna som tjänas in: prov-2024/bup." in answer.said


def test_an_agreement_without_performance_says_so() -> None:
    answer = overens("performance", "kvinnors-halsa-2024")
    assert answer.code == 0
    assert "I kvinnors-halsa-2024 finns ingen pott som tjänas in genom prestation." in answer.said


# --- outcomes from elsewhere --------------------------------------------------------


def test_outcomes_may_come_from_a_folder_or_a_file(tmp_path: Path) -> None:
    whole = write_library(tmp_path / "whole")
    bare = write_library(tmp_path / "bare")
    for path in (bare / "underlag").iterdir():
        path.unlink()
    assert "Potten är inte beräknad" in performance(bare).said
    assert "Potten är beräknad" in performance(bare, "--outcomes", whole / "underlag").said
    files = sorted((whole / "underlag").iterdir())
    both = performance(bare, "--outcomes", files[0], "--outcomes", files[1])
    assert "Potten är beräknad" in both.said


def test_a_file_that_is_no_outcome_is_refused(known: Path, tmp_path: Path) -> None:
    file = tmp_path / "utfall.txt"
    file.write_text("hej", encoding="utf-8")
    answer = performance(known, "--outcomes", file)
    assert answer.code == 1
    assert "'utfall.txt' är ingen fil med utfall." in answer.said


BUP = (
    "fördelning={andel av: befolkning, per: 2023-12-31}",
    *(f"prestation/krav/{n}/andel av potten=1/3" for n in (1, 2, 3)),
)


def test_a_real_pot_may_be_tried_on_made_up_outcomes() -> None:
    given = [word for one in BUP for word in ("--given", one)]
    answer = overens("performance", "tillganglighet-2024/bup", "--example", *given, "--place", "region skåne", "--json")
    (pot,) = answer.json["pots"]
    assert pot["state"] == "computed"
    assert len(pot["made_up_outcomes"]) == 3
    assert pot["awarded_kr"] + (pot["lapsed_kr"] or 0) + pot["undistributed_kr"] == pot["amount"]["kr"]
    assert [one["path"] for one in pot["given"]] == [one.partition("=")[0] for one in BUP]
    assert pot["bonus_kr"] is None  # what becomes of the unearned of 2024 is not found


def test_made_up_outcomes_are_not_used_unless_they_are_asked_for() -> None:
    answer = overens("performance", "tillganglighet-2024/bup", "--range", "--json")
    (pot,) = answer.json["pots"]
    assert pot["made_up_outcomes"] == []
    assert {cell["mark"] for cell in pot["months"]} == {"no_data"}


# --- for programs -------------------------------------------------------------------


def answered(library: Path, *args: str) -> Any:
    return performance(library, *args, "--json").json


def test_the_document_of_a_place(known: Path) -> None:
    document = answered(known, *GOTLAND, "--if", "besok=75")
    is_recipient(document["place"])
    assert document["made_up_outcomes"] == ["besok", "utredning"]
    (pot,) = document["pots"]
    has(
        pot,
        agreement=str,
        pot=str,
        state=str,
        awarded_kr=int,
        lapsed_kr=KR_OR_NULL,
        undistributed_kr=int,
        earned_kr=int,
    )
    assert pot["awarded_kr"] + (pot["lapsed_kr"] or 0) + pot["undistributed_kr"] == pot["amount"]["kr"]
    assert [one["number"] for one in pot["requirements"]] == [1, 2]
    (line,) = pot["recipients"]
    assert line["marks"] == {"met": 2, "missed": 4}
    assert len(pot["months"]) == 6
    found = pot["counterfactual"]
    assert sum(found["bonus_because_of"].values()) == found["bonus_kr"]
    assert found["requirements"][1]["missed_periods"][0]["gap"] == "3"
    for moved in (document["if"][0], *found["cheapest"]):
        whole = sum(moved["effects_kr"].values()) + moved["lapsed_more_kr"] + moved["undistributed_more_kr"]
        assert whole == moved["pot_more_kr"] == 0
        assert moved["mine_kr"] + moved["others_kr"] == sum(moved["effects_kr"].values())


def test_the_document_of_all(known: Path) -> None:
    (pot,) = answered(known)["pots"]
    assert len(pot["recipients"]) == 21
    assert pot["counterfactual"] is None
    assert sum(line["awarded_kr"] for line in pot["recipients"]) == pot["awarded_kr"]


def test_a_range_is_never_an_amount(unknown: Path) -> None:
    (pot,) = answered(unknown)["pots"]
    assert (pot["state"], pot["awarded_kr"]) == ("not_computed", None)
    assert pot["missing"][0]["path"] == "prestation/krav/1/eller minst"
    assert pot["range"]["combinations"] == 21
    assert all(line["awarded_kr"] is None and line["range_low_kr"] is not None for line in pot["recipients"])


def test_the_tables(known: Path) -> None:
    lines = performance(known, "--csv").out.splitlines()
    assert len(lines) == 22
    assert lines[0].startswith("agreement,pot,kind,code,name,ceiling_kr,earned_kr,missed_kr,bonus_kr,awarded_kr")
    months = performance(known, *GOTLAND, "--csv").out.splitlines()
    assert months[1].startswith("prov-2024,bup,Besök,besok,region,09,Region Gotland,2024-01,missed,60,60,procent,0,")
    assert {line.rpartition(",")[2] for line in months[1:]} == {"påhittade utfall"}


def test_a_day_before_any_pot_was_known_is_not_said_to_be_without_pots() -> None:
    said = overens("performance", "2024", "--as-known-on", "2023-06-01").said
    assert "I 2024 finns ingen pott som tjänas in genom prestation och som var känd 2023-06-01." in said


def test_what_rests_on_an_inference_says_so_and_is_not_exact_to_the_krona() -> None:
    said = overens("performance", "operationer-2025-del-2", "--place", "region jönköpings län").said
    assert "har tjänat in ≈ 4 019 400 kr och missat ≈ 14 250 600 kr" in said
    assert "Säkerhet: härlett, inte verifierat, ungefärligt – regionernas tak 2025 är inte tryckta" in said
