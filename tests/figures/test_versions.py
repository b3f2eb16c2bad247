"""Corrections of a series: the last known counts, cell by cell, and nothing of it before its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.figures.model import FigureKind, Series, Snapshot, known_last
from tests.builders import ABC, REGION, series, when

FIRST = series("w", {"01": 1, "03": 2, "04": 3}, on="2024-01", known_from="2024-02-20")
SECOND = series("w", {"03": 20}, on="2024-01", known_from="2024-03-15")
THIRD = series("w", {"03": None, "04": 30}, on="2024-01", known_from="2024-04-15", origin=FigureKind.SYNTHETIC)
ALONE = series("v", {"01": 7}, on="2024-01")


def now(snapshot: Snapshot) -> dict[str, Fraction | None]:
    found = snapshot.get("w", REGION, when("2024-01"))
    return {} if found is None else dict(found.values)


@pytest.mark.parametrize("given_in", [[FIRST, SECOND, THIRD, ALONE], [THIRD, ALONE, SECOND, FIRST]])
@pytest.mark.parametrize(
    ("day", "values"),
    [
        (None, {"01": 1, "03": None, "04": 30}),
        (date(2024, 4, 14), {"01": 1, "03": 20, "04": 3}),
        (date(2024, 3, 14), {"01": 1, "03": 2, "04": 3}),
        (date(2024, 2, 19), {}),
    ],
)
def test_each_value_is_of_the_version_known_last_on_the_day(
    given_in: list[Series], day: date | None, values: dict[str, int | None]
) -> None:
    assert now(Snapshot.of(ABC, given_in).known_on(day)) == values


def test_a_merged_series_is_as_weak_as_what_is_left_in_it() -> None:
    snapshot = Snapshot.of(ABC, [FIRST, THIRD])
    found = snapshot.get("w", REGION, when("2024-01"))
    assert found is not None
    assert (found.kind, found.known_from) == (FigureKind.SYNTHETIC, when("2024-04-15"))
    whole = replace(FIRST, known_from=when("2025-01-01"), source="Ny")
    (last,) = known_last([FIRST, THIRD, whole])
    assert (last.kind, last.source) == (FigureKind.OFFICIAL, "Ny")


def test_numerators_are_corrected_with_their_values() -> None:
    of = replace(FIRST, counted={"01": (Fraction(1), Fraction(100)), "03": (Fraction(2), Fraction(100))})
    (last,) = known_last([of, SECOND])
    assert list(last.counted) == ["01"]


def test_figures_without_versions_are_kept_as_they_are() -> None:
    snapshot = Snapshot.of(ABC, [FIRST, ALONE])
    assert snapshot.versions == {}
    assert all(one is snapshot.series[one.key] for one in (FIRST, ALONE))


def test_what_stands_in_the_stead_of_a_series_stands_for_all_its_versions() -> None:
    changed = replace(FIRST, values={"01": Fraction(9)})
    snapshot = Snapshot.of(ABC, [FIRST, SECOND]).with_series(changed)
    assert now(snapshot) == now(snapshot.known_on(date(2024, 3, 1))) == {"01": 9}


def test_snapshots_are_joined_with_their_versions() -> None:
    joined = Snapshot.of(ABC, [ALONE]).joined(Snapshot.of(ABC, [FIRST, SECOND]))
    assert now(joined.known_on(date(2024, 3, 1))) == {"01": 1, "03": 2, "04": 3}
    assert joined.figures() == {"v", "w"}


changes = st.lists(
    st.dictionaries(st.sampled_from(["01", "03", "04"]), st.one_of(st.none(), st.integers(0, 99))), max_size=5
)


@given(changes, st.integers(0, 6))
def test_knowing_on_a_day_and_later_corrections_change_nothing_before(
    corrections: list[dict[str, int | None]], upto: int
) -> None:
    later = [
        series("w", values, on="2024-01", known_from=f"2024-03-{n + 1:02d}") for n, values in enumerate(corrections)
    ]
    on_the_day = now(Snapshot.of(ABC, [FIRST, *later]).known_on(date(2024, 3, upto or 1)))
    assert on_the_day == now(Snapshot.of(ABC, [FIRST, *later[: upto or 1]]))
