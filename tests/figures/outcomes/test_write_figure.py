"""Outcomes as figure files: what is written is read back, and the same again changes nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.figures.checks import check_figure
from overens.figures.model import Series, known_last
from overens.figures.outcomes.found import Spot
from overens.figures.outcomes.head import OutcomeHead
from overens.figures.outcomes.values import Outcome
from overens.figures.outcomes.write_figure import changes, write_figure
from overens.figures.read_figure import read_figure
from tests.builders import ABC, said

CODES = [one.code for one in ABC.regions]
MONTHS = ("2023", "2023-11", "2023-12", "2024-02")


def head(known_from: str = "2024-03-15", *, measure: str = "andel", breaks: tuple[str, ...] = ()) -> OutcomeHead:
    about = {"namn": "Besök: inom 30 dagar", "mått": measure, "lägre är bättre": "nej", "brott": breaks}
    said_first = {"källa": "Provet", "känd från": known_from, "slag": "syntetisk", "licens": "fri"}
    return OutcomeHead.model_validate({**said_first, "nyckeltal": {"b": about}})


def read_back(text: str, *, correction: bool = False) -> list[Series]:
    series, found, cells, problems = read_figure(text, file="f")
    assert found is not None
    assert said(problems + check_figure(found, series, cells, ABC, correction=correction)) == []
    return series


def outcome(period: str, code: str, counted: tuple[int, int] | None, value: int | None = None) -> Outcome:
    if counted is None:
        return Outcome("b", period, code, None if value is None else Fraction(value), None, Spot(""))
    n, of = (Fraction(one) for one in counted)
    return Outcome("b", period, code, 100 * n / of, (n, of), Spot(""))


pairs = st.integers(1, 10**6).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
some = st.dictionaries(
    st.tuples(st.sampled_from(MONTHS), st.sampled_from(CODES)),
    st.one_of(st.none(), pairs, st.integers(0, 100)),
    min_size=1,
)


def outcomes(of: dict[tuple[str, str], tuple[int, int] | int | None]) -> list[Outcome]:
    return [
        outcome(period, code, None, one) if one is None or isinstance(one, int) else outcome(period, code, one)
        for (period, code), one in of.items()
    ]


@given(some, some)
def test_what_is_written_is_read_back_and_a_correction_leads_to_what_it_says(
    first: dict[tuple[str, str], tuple[int, int] | int | None],
    second: dict[tuple[str, str], tuple[int, int] | int | None],
) -> None:
    known = read_back(write_figure("b", head().indicators["b"], head(), changes(outcomes(first), [], ABC), ABC))
    assert changes(outcomes(first), known, ABC) == {}
    later = head("2024-06-01")
    new = changes(outcomes(second), known, ABC)
    if not new:
        return
    correction = read_back(write_figure("b", later.indicators["b"], later, new, ABC), correction=True)
    now = {one.key.measured_on: one for one in known_last([*known, *correction])}
    for one in outcomes({**first, **second}):
        series = now[one.period]
        assert (series.values[one.code], series.counted.get(one.code)) == (one.value, one.counted)


def test_months_in_a_row_are_one_series_and_a_gap_parts_them() -> None:
    new = changes([outcome(month, "01", (1, 3)) for month in MONTHS], [], ABC)
    text = write_figure("b", head().indicators["b"], head(), new, ABC)
    written = [line for line in text.splitlines() if line.startswith(("#   2", '#   "2'))]
    assert [line.strip('#": ') for line in written] == ["2023", "2023-11/2023-12", "2024-02"]


@pytest.mark.parametrize("breaks", [(), ("2024-01",), ("2023", "2024-02")])
def test_a_break_that_is_said_of_the_outcomes_is_in_the_figure(breaks: tuple[str, ...]) -> None:
    said_first = head(breaks=breaks)
    text = write_figure(
        "b", said_first.indicators["b"], said_first, changes([outcome("2024-02", "01", (1, 3))], [], ABC), ABC
    )
    (series,) = read_back(text)
    assert tuple(one.since.words for one in series.breaks) == breaks
