"""overens figures list --json and figures show ID --json: every series with source, kind and exact values."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.cli.running import document
from tests.cli.shapes import has


def one_series(figure: str, on: str, recipients: str = "region") -> Any:
    """Return one series of a figure."""
    (found,) = [
        s
        for s in document("figures", "show", figure)["series"]
        if (s["measured_on"], s["recipients"]) == (on, recipients)
    ]
    return found


def test_the_list_names_every_figure_with_its_dates() -> None:
    figures = document("figures", "list")["figures"]

    for figure in figures:
        has(figure, id=str, kind=str, name=str, unit=str, file=str, measured_on=list)
        assert figure["kind"] in {"region", "municipality", "area"}
        assert figure["measured_on"]
    ids = {(figure["id"], figure["kind"]) for figure in figures}
    assert len(ids) == len(figures)
    assert {("befolkning", "region"), ("befolkning", "municipality"), ("landsbygdsvikt", "region")} <= ids
    assert ("kommunmedel-per-lan-2024", "area") in ids


@pytest.mark.parametrize("figure", ["befolkning", "landsbygdsvikt", "svf-2023-andra", "N79223"])
def test_a_series_has_source_kind_licence_and_exact_values(figure: str) -> None:
    series = document("figures", "show", figure)["series"]

    assert series
    for one in series:
        has(one, figure=str, name=str, recipients=str, measured_on=str, unit=str, kind=str, date_inferred=bool)
        has(one, source=dict, licence=str, derived_from=list, rounded_to=int, remark=str, values=dict)
        assert one["figure"] == figure
        assert one["kind"] in {"official", "implied", "inferred", "synthetic"}
        assert one["source"]["title"]
        assert one["licence"]
        assert len(one["values"]) in {21, 290}
        for value in one["values"].values():
            assert value is None or Fraction(value) >= 0


def test_the_population_of_31_december_is_the_official_one() -> None:
    regions, municipalities = (one_series("befolkning", "2023-12-31", of) for of in ("region", "municipality"))

    for one in (regions, municipalities):
        assert one["kind"] == "official"
        assert one["date_inferred"] is False
        assert sum(Fraction(value) for value in one["values"].values()) == 10_551_707
    jonkoping = (value for code, value in municipalities["values"].items() if code.startswith("06"))
    assert int(regions["values"]["06"]) == sum(map(int, jonkoping))


def test_a_population_solved_back_from_a_table_says_so() -> None:
    one = one_series("befolkning", "2023-11-01")

    assert (one["kind"], one["date_inferred"]) == ("implied", True)
    assert one["derived_from"] == ["kvinnors-halsa-2024-befolkning"]
    assert one["values"]["06"] == "369201"


def test_what_was_not_published_is_null() -> None:
    values = one_series("befolkning", "2025-09-30")["values"]

    assert [code for code, value in values.items() if value is None] == ["13", "21", "24"]
    assert sum(int(value) for value in values.values() if value is not None) == 9_699_964


def test_per_gives_only_that_date() -> None:
    series = document("figures", "show", "befolkning", "--per", "2023-12-31")["series"]

    assert {one["measured_on"] for one in series} == {"2023-12-31"}
    assert {one["recipients"] for one in series} == {"region", "municipality"}
