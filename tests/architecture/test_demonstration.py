"""The made-up outcomes are those that their program makes, say what they are, and are never in the shipped library."""

from __future__ import annotations

from functools import cache

import pytest

from overens.figures.model import FigureKind
from overens.figures.outcomes.periods import in_words
from overens.intake.library_folder import list_library
from overens.intake.register import shipped_library
from overens.usecases.library import Library, open_library
from pages.demonstration import EXAMPLE, INDICATORS, NOTE, example_files
from tests.builders import REGION, when


@cache
def example() -> Library:
    return open_library([EXAMPLE], shipped=False)


def test_the_files_are_what_the_program_makes() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in EXAMPLE.iterdir()} == example_files()


@pytest.mark.parametrize("indicator", [one.id for one in INDICATORS])
def test_every_made_up_series_says_that_it_is(indicator: str) -> None:
    found = example().snapshot([(indicator, REGION)]).named(indicator, REGION)
    assert {one.kind for one in found} == {FigureKind.SYNTHETIC}
    assert all(one.name.startswith("Påhittat exempel: ") and one.remark == NOTE for one in found)
    assert {len(one.values) for one in found} == {21}
    assert [problem.say() for problem in example().problems] == []


def test_the_months_are_those_that_the_terms_compare() -> None:
    months = {
        one.id: in_words(
            [series.key.measured_on for series in example().snapshot([(one.id, REGION)]).named(one.id, REGION)]
        )
        for one in INDICATORS
    }
    assert set(months.values()) == {"2023-01–2024-12", "2022-01–2025-10"}


def test_shares_are_counted_and_one_month_is_corrected() -> None:
    snapshot = example().snapshot([("bup-forsta-besok-30-dagar", REGION)])
    now = snapshot.get("bup-forsta-besok-30-dagar", REGION, when("2024-05"))
    then = snapshot.known_on(when("2024-08-14").last).get("bup-forsta-besok-30-dagar", REGION, when("2024-05"))
    assert now is not None
    assert then is not None
    assert {code for code in now.values if now.values[code] != then.values[code]} == {"12"}
    assert all(100 * of[0] / of[1] == now.values[code] for code, of in now.counted.items())


def test_the_shipped_library_has_none_of_them() -> None:
    shipped = list_library([(shipped_library(), "")]).figures
    assert not {(one.id, REGION) for one in INDICATORS} & set(shipped)
