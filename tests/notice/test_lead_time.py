"""Days of notice per krona: small sums by hand, and the laws of medians and intervals."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.notice.lead_time import BUDGETS_AFTER_YEAR_END, Estimate, KnownSum, days_of_notice, measure
from overens.vocabulary.periods import When
from tests.builders import when
from tests.properties.strategies import TEST

MKR = 1_000_000


def known(day: str, mkr: int, low: int | None = None, high: int | None = -1) -> KnownSum:
    return KnownSum(
        mkr * MKR, (mkr if low is None else low) * MKR, mkr * MKR if high == -1 else high and high * MKR, when(day)
    )


def ends(estimate: Estimate) -> tuple[object, ...]:
    return (estimate.low, estimate.middle, estimate.high)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2023-12-20", (12, 12, 12)),
        ("2024-01-01", (0, 0, 0)),
        ("2024-02-01", (-31, -31, -31)),
        ("2024-03", (-90, -75, -60)),
        ("2023-09", (93, 108, 122)),
        ("2024", (-365, -182, 0)),
    ],
)
def test_days_from_notice_to_1_january(words: str, days: tuple[int, ...]) -> None:
    assert ends(days_of_notice(when(words), 2024)) == days


def test_1_january_is_32_days_after_30_november() -> None:
    assert (date(2024, 1, 1) - date(2023, 11, 30)).days == BUDGETS_AFTER_YEAR_END


def test_the_median_is_of_kronor_and_not_of_sums() -> None:
    lead = measure([known("2023-12-20", 10), known("2024-02-01", 2), known("2024-03-01", 3)], 2024)

    assert lead is not None
    assert lead.median.exact
    assert [int(days.middle) for days in (lead.median, lead.median_to_budgets)] == [12, -20]
    assert lead.mean.middle == Fraction(10 * 12 + 2 * -31 + 3 * -60, 15)
    assert ends(lead.in_time)[1] == Fraction(2, 3)
    assert lead.before_budgets.middle == 0


def test_where_two_days_weigh_alike_the_later_notice_is_the_median() -> None:
    lead = measure([known("2023-12-20", 5), known("2024-02-01", 5)], 2024)

    assert lead is not None
    assert lead.median.middle == -31


def test_notice_on_the_day_itself_is_in_time() -> None:
    lead = measure([known("2023-11-30", 1), known("2024-01-01", 1)], 2024)

    assert lead is not None
    assert lead.in_time.middle == 1
    assert lead.before_budgets.middle == Fraction(1, 2)


def test_a_month_gives_the_median_an_interval_and_a_share_that_may_be_either() -> None:
    lead = measure([known("2024-01", 6), known("2024-02-01", 4)], 2024)

    assert lead is not None
    assert ends(lead.median) == (-30, -15, 0)
    assert ends(lead.in_time) == (0, 0, Fraction(6, 10))


def test_an_uncertain_amount_may_be_nothing() -> None:
    lead = measure([known("2023-12-20", 6, low=0), known("2024-02-01", 4)], 2024)

    assert lead is not None
    assert ends(lead.median) == (-31, 12, 12)
    assert ends(lead.in_time) == (0, Fraction(6, 10), Fraction(6, 10))


def test_without_an_upper_bound_there_is_no_interval() -> None:
    lead = measure([known("2023-12-20", 6, high=None), known("2024-02-01", 4)], 2024)

    assert lead is not None
    assert ends(lead.median) == (None, 12, None)


def test_without_money_there_is_no_lead_time() -> None:
    assert measure([], 2024) is None
    assert measure([known("2024-01-01", 0)], 2024) is None


START = date(2023, 6, 1)


@st.composite
def sums(draw: st.DrawFn) -> list[KnownSum]:
    found = []
    for _ in range(draw(st.integers(1, 3))):
        first = START + timedelta(days=draw(st.integers(0, 300)))
        last = first + timedelta(days=draw(st.sampled_from([0, 1, 30])))
        low = draw(st.integers(0, 5))
        kr = low + draw(st.integers(0, 3))
        found.append(KnownSum(kr, low, kr + draw(st.integers(0, 3)), When(first, last, "x")))
    return found


@TEST
@given(sums())
def test_the_intervals_hold_every_choice_of_end_days_and_amounts_and_are_reached(found: list[KnownSum]) -> None:
    lead = measure(found, 2024)
    if lead is None:
        return
    choices = []
    for picked in product(
        *([(kr, day) for kr in {s.low_kr, s.high_kr or 0} for day in {s.known.first, s.known.last}] for s in found)
    ):
        exact = [KnownSum(kr, kr, kr, When(day, day, "x")) for kr, day in picked]
        one = measure(exact, 2024)
        if one is not None:
            choices.append(one)
    for name in ("median", "mean", "in_time", "before_budgets"):
        values = [getattr(one, name).middle for one in choices]
        estimate = getattr(lead, name)
        assert (estimate.low, estimate.high) == (min(values), max(values)), name
        assert estimate.low <= estimate.middle <= estimate.high


@TEST
@given(sums(), st.integers(2, 5))
def test_the_unit_of_the_money_does_not_matter(found: list[KnownSum], times: int) -> None:
    more = [KnownSum(s.kr * times, s.low_kr * times, (s.high_kr or 0) * times, s.known) for s in found]
    one, other = measure(found, 2024), measure(more, 2024)

    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert (one.median, one.mean, one.in_time) == (other.median, other.mean, other.in_time)
