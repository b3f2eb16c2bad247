"""Looking up a series by figure, kind of recipient and date."""

from __future__ import annotations

from overens.figures.model import SeriesKey, Snapshot
from tests.builders import ABC, MUNICIPALITY, REGION, series, when

OLD, NEW = series("w", {"01": 1}, on="2022"), series("w", {"01": 2}, on="2023")
ELSEWHERE = series("w", {"0114": 3}, on="2023", kind=MUNICIPALITY)
SNAPSHOT = Snapshot.of(ABC, [NEW, ELSEWHERE, OLD])


def test_a_series_is_found_by_its_date_as_written() -> None:
    assert SNAPSHOT.get("w", REGION, when("2022")) is OLD
    assert SNAPSHOT.get("w", MUNICIPALITY, when("2023")) is ELSEWHERE
    assert SNAPSHOT.get("w", REGION, when("2023-01")) is None
    assert SNAPSHOT.get("v", REGION, when("2023")) is None


def test_without_a_date_there_must_be_only_one() -> None:
    assert SNAPSHOT.get("w", REGION, None) is None
    assert SNAPSHOT.get("w", MUNICIPALITY, None) is ELSEWHERE


def test_the_dates_of_a_figure_stand_in_order() -> None:
    assert SNAPSHOT.named("w", REGION) == [OLD, NEW]
    assert SNAPSHOT.figures() == {"w"}
    assert str(SeriesKey("w", REGION, "2022")) == "w region 2022"
