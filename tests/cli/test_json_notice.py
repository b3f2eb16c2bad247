"""overens notice NAME 2024: a letter in plain text, and the same as JSON."""

from __future__ import annotations

import re

import pytest

from tests.cli.running import asked, document
from tests.cli.shapes import KR_OR_NULL, WORDS_OR_NULL, has, is_recipient, is_run
from tests.cli.test_json_calendar import is_event

REGION = "region jönköpings län"
STANDINGS = {"certain", "inferred", "to_earn", "not_computed", "shared"}


@pytest.mark.parametrize("name", [REGION, "håbo", "jönköpings län"])
def test_it_has_the_keys_that_are_documented(name: str) -> None:
    answer = document("notice", name, "2024")

    is_recipient(answer["recipient"])
    is_run(answer["run"])
    has(answer, year=int, as_known_on=WORDS_OR_NULL, not_found=list, not_yet_known=list, may_lapse=list)
    assert set(answer["sums"]) == STANDINGS
    for part in answer["parts"]:
        has(
            part,
            agreement=str,
            pot=str,
            name=str,
            standing=str,
            status=str,
            why=str,
            reason=WORDS_OR_NULL,
            sources=list,
        )
        has(part["kronor"], awarded_kr=KR_OR_NULL, part_of_kr=KR_OR_NULL, unknown_pots=int)
        assert part["standing"] in STANDINGS
    for event in answer["events"]:
        is_event(event)


@pytest.mark.parametrize("name", [REGION, "håbo", "region gotland"])
def test_its_sums_are_those_of_the_place(name: str) -> None:
    sums, place = document("notice", name, "2024")["sums"], document("place", name, "2024")

    for standing in ("certain", "inferred"):
        awarded = sums[standing]["awarded_kr"] if sums[standing] else 0
        assert awarded == place[f"{standing}_kr"]
    for standing in ("to_earn", "not_computed", "shared"):
        assert sums[standing] is None or sums[standing]["awarded_kr"] is None, "what is not known is not counted"


@pytest.mark.parametrize("options", [(), ("--lang", "en"), ("--as-known-on", "2024-01-15")], ids=" ".join)
def test_the_letter_is_plain_text_of_72_columns_whatever_the_terminal(options: tuple[str, ...]) -> None:
    letter = asked("notice", REGION, "2024", *options, columns=120)
    wide = [line for line in letter.lines if len(line) > 72]

    assert (letter.code, letter.err) == (0, "")
    assert [line for line in wide if " " in line] == [], "only an address is longer, and stands alone"
    assert "\x1b" not in letter.out
    assert letter.out == asked("notice", REGION, "2024", *options, columns=60).out


def test_the_letter_tells_sums_duties_dates_why_and_the_run() -> None:
    said = asked("notice", REGION, "2024").said

    for words in (
        "Säkert: ≈ 380 756 217 kr (4 potter)",
        "VAD NI MÅSTE BEGÄRA ELLER GÖRA",
        "2024-12-01: Rekvirera pengarna (tillganglighet-2024). Gäller 86 550 482 kr + del av ≈ 450 000 000 kr.",
        "Varför: Till regionerna efter befolkning per 2023-11-01. [",
        "SÖKT MEN INTE FUNNET",
    ):
        assert words in said
    assert re.search(r"Körning: regler [0-9a-f]{12}, underlag [0-9a-f]{12}, resultat [0-9a-f]{12}", said)
    assert " 0 kr" not in said


def test_every_number_of_a_source_is_explained() -> None:
    letter = asked("notice", REGION, "2024").out
    text, _, sources = letter.partition("KÄLLOR")

    assert set(re.findall(r"\[(\d+)\]", text)) == set(re.findall(r"^\[(\d+)\]", sources, re.MULTILINE))


def test_it_says_of_which_day_it_speaks() -> None:
    assert "på det som var känt 2024-01-15." in asked("notice", REGION, "2024", "--as-known-on", "2024-01-15").said
