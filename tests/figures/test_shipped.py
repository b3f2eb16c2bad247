"""Every shipped figure is read without a problem and says what the reference data say."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from fractions import Fraction

import pytest

from overens.vocabulary.recipients import RecipientKind
from tests.builders import (
    AREA,
    MUNICIPALITY,
    REGION,
    SHARED,
    said,
    shipped_figure_texts,
    shipped_figures,
    shipped_series,
)

REFERENCE = SHARED / "reference"
needs_reference = pytest.mark.skipif(not REFERENCE.is_dir(), reason=f"the reference data are not at {REFERENCE}")

PUBLISHED = {
    "region_total_2024_prel": ("regiontabell-2024", "2023-12-20", REGION),
    "kommun_per_lan_god_nara_vard_2024": ("kommunmedel-per-lan-2024", "2023-12-20", AREA),
    "tillganglighet_prestation_2023_dec": ("tillganglighet-2023-december", "2023-12", REGION),
    "svf_2023_second": ("svf-2023-andra", "2023-12", REGION),
    "sektorsbidrag_varandringsbudget_2024": ("sektorsbidrag-2024-var", "2024-03", REGION),
    "tillganglighet_vardkapacitet_2025": ("vardkapacitet-2025", "2025-01", REGION),
    "operationer_2025_share_of_max": ("operationer-2025-andel-av-tak", "2025-12", REGION),
    "operationer_2026_max": ("operationer-2026-tak", "2026-01", REGION),
    "kvinnors_halsa_2023_pop": ("kvinnors-halsa-2023-befolkning", "2023", REGION),
    "kvinnors_halsa_2023_landsbygd": ("kvinnors-halsa-2023-landsbygd", "2023", REGION),
    "kvinnors_halsa_2024_pop": ("kvinnors-halsa-2024-befolkning", "2024", REGION),
    "kvinnors_halsa_2024_landsbygd": ("kvinnors-halsa-2024-landsbygd", "2024", REGION),
}
UNIT = {"kr": 1, "Mkr": 10**6, "percent": 1}


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def values(figure: str, on: str, kind: RecipientKind = REGION) -> dict[str, Fraction]:
    """Return the shipped values that are published."""
    found = shipped_series(figure, on, kind).values
    return {code: value for code, value in found.items() if value is not None}


def by_date(name: str, code: str, date: str, value: str) -> Iterator[tuple[str, dict[str, Fraction]]]:
    """Yield each date of a reference file with its values, the country left out."""
    found: dict[str, dict[str, Fraction]] = {}
    for row in rows(name):
        if row[code] != "00":
            found.setdefault(row[date], {})[row[code]] = Fraction(row[value])
    yield from found.items()


def test_every_shipped_figure_is_read_without_a_problem() -> None:
    assert len(shipped_figure_texts()) == 77
    assert said(shipped_figures()[1]) == []


@needs_reference
def test_population_by_region() -> None:
    dates = dict(by_date("population_region.csv", "region_code", "reference_date", "population"))
    assert len(dates) == 10
    assert {date: values("befolkning", date) for date in dates} == dates


@needs_reference
def test_population_by_municipality() -> None:
    dates = dict(by_date("population_municipality.csv", "municipality_code", "reference_date", "population"))
    assert [len(one) for one in dates.values()] == [290] * 4
    assert {date: values("befolkning", date, MUNICIPALITY) for date in dates} == dates


@needs_reference
@pytest.mark.parametrize(
    ("figure", "shipped", "dates"), [("population", "befolkning", 2), ("rural_weight", "landsbygdsvikt", 2)]
)
def test_keys_solved_back_from_tables(figure: str, shipped: str, dates: int) -> None:
    found: dict[str, dict[str, Fraction]] = {}
    for row in rows("implied_keys.csv"):
        if row["figure"] == figure:
            found.setdefault(row["reference_date"], {})[row["region_code"]] = Fraction(row["value"])
    assert len(found) == dates
    assert {date: values(shipped, date) for date in found} == found


@needs_reference
def test_the_cost_equalisation_in_kronor() -> None:
    expected = {row["region_code"]: Fraction(row["sektorsbidrag_6mdr_kr"]) for row in rows("cost_index_region.csv")}
    assert len(expected) == 21
    assert values("kostnadsutjamning-halso-och-sjukvard", "2024") == expected


@needs_reference
@pytest.mark.parametrize(
    ("column", "figure"),
    [
        ("total", "befolkning"),
        ("age_0", "befolkning-0-ar"),
        ("age_0_4", "befolkning-0-4-ar"),
        ("women_15_44", "befolkning-kvinnor-15-44-ar"),
        ("age_50plus", "befolkning-50-ar-och-aldre"),
        ("age_60plus", "befolkning-60-ar-och-aldre"),
        ("age_65plus", "befolkning-65-ar-och-aldre"),
        ("age_75plus", "befolkning-75-ar-och-aldre"),
    ],
)
def test_population_by_age(column: str, figure: str) -> None:
    ((date, expected),) = by_date("population_region_age_2024.csv", "region_code", "reference_date", column)
    assert values(figure, date) == expected


@needs_reference
def test_availability_by_region_and_year() -> None:
    expected: dict[tuple[str, str], dict[str, Fraction]] = {}
    for row in rows("availability_region_year.csv"):
        if row["region_code"] != "00":
            expected.setdefault((row["kpi"], row["year"]), {})[row["region_code"]] = Fraction(row["value"])
    assert len({kpi for kpi, _ in expected}) == 51
    assert {key: values(*key) for key in expected} == expected


@needs_reference
def test_availability_knows_which_way_is_better() -> None:
    texts = shipped_figure_texts()
    for row in rows("availability_kpi.csv"):
        word = {"True": "ja", "False": "nej"}[row["lower_is_better"]]
        assert f"# lägre är bättre: {word}\n" in texts[f"{row['kpi']}.regioner.csv"], row["kpi"]


def test_the_two_series_with_a_break_in_2024_say_so_and_no_other_does() -> None:
    broken = {key.figure: one.breaks for key, one in shipped_figures()[0].series.items() if one.breaks}
    assert {figure: [one.since.words for one in breaks] for figure, breaks in broken.items()} == {
        "N79173": ["2024"],
        "N79179": ["2024"],
    }
    series = shipped_series("N79179", "2023")
    assert series.break_against("2024") is not None
    assert series.break_against("2022") is None


@needs_reference
def test_availability_is_defined_as_in_the_reference() -> None:
    for row in rows("availability_kpi.csv"):
        mine = [one for key, one in shipped_figures()[0].series.items() if key.figure == row["kpi"]]
        assert {one.lower_is_better for one in mine} == {row["lower_is_better"] == "True"}
        assert (mine[0].name, mine[0].unit, mine[0].publisher) == (row["name"], row["unit"], row["source"])


@needs_reference
def test_the_gaps_of_availability_are_those_of_the_reference() -> None:
    """A year without any value has no series, and a region without one has two dots."""
    given = {(row["kpi"], row["year"], row["region_code"]) for row in rows("availability_region_year.csv")}
    given = {cell for cell in given if cell[2] != "00"}
    kpis = {kpi for kpi, _, _ in given}
    shipped = {
        (key.figure, key.measured_on, code)
        for key, one in shipped_figures()[0].series.items()
        if key.figure in kpis
        for code, value in one.values.items()
        if value is not None
    }
    assert shipped == given


@needs_reference
@pytest.mark.parametrize("table", sorted(PUBLISHED))
def test_published_tables(table: str) -> None:
    with (SHARED / "facts" / "published_tables.csv").open(encoding="utf-8", newline="") as lines:
        printed = [row for row in csv.DictReader(lines) if row["table_id"] == table]
    expected = {row["region_code"]: Fraction(row["value"]) * UNIT[row["unit"]] for row in printed}
    assert len(expected) == 21
    assert values(*PUBLISHED[table]) == expected


def test_gotland_is_a_region_and_a_municipality_with_one_population() -> None:
    for date in ("2022-12-31", "2023-12-31", "2024-12-31"):
        assert values("befolkning", date)["09"] == values("befolkning", date, MUNICIPALITY)["0980"]


def test_every_region_is_the_sum_of_its_municipalities_where_scb_says_both() -> None:
    for date in ("2022-12-31", "2023-12-31", "2024-12-31"):
        sums: dict[str, Fraction] = {}
        for code, value in values("befolkning", date, MUNICIPALITY).items():
            sums[code[:2]] = sums.get(code[:2], Fraction(0)) + value
        assert sums == values("befolkning", date)
