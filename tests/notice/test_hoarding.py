"""When money is paid: every krona in a month, without one, or to nobody; and the late share as an interval."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.allocation.model import Allocation
from overens.notice.hoarding import Between, Hoarding, Month, measure_hoarding
from tests.builders import agreement_text, compute, series, shipped_agreements, shipped_allocation

TO_SKR = "namn: A\nkälla: k\nbelopp: {kr} kr\ntill: SKR\n"


def paid(*pots: str) -> Allocation:
    texts = "".join(f"p{n}:\n" + "".join(f"  {line}\n" for line in pot.splitlines()) for n, pot in enumerate(pots))
    return compute(agreement_text(texts), series("f", {"01": 1, "03": 1, "04": 1}))


def to_skr(kr: str, payments: str = "") -> str:
    return TO_SKR.format(kr=kr) + (f"utbetalning: [{payments}]\n" if payments else "")


def months(hoarding: Hoarding) -> dict[Month, tuple[int, int, int]]:
    return {p.month: (p.dated_kr, p.at_latest_kr, p.at_most_kr) for p in hoarding.months}


def test_each_payment_falls_in_its_month_and_what_has_none_in_no_month() -> None:
    found = measure_hoarding(
        [
            paid(
                to_skr("100", "{datum: 2024-03-15, andel: 1/4}, {datum: 2024-12, andel: 3/4}"),
                to_skr("20", "{senast: 2024-08-31}"),
                to_skr("50"),
                to_skr("30", "{datum: ej funnet}"),
                to_skr("7", "{datum: 2024}"),
            )
        ],
        2024,
    )

    assert months(found) == {Month(2024, 3): (25, 0, 0), Month(2024, 8): (0, 20, 0), Month(2024, 12): (75, 0, 0)}
    assert (found.undated_kr, found.total_kr) == (50 + 30 + 7, 207)
    assert found.late_of_dated == Between(Fraction(75, 120), Fraction(75, 120))
    assert found.late_of_all == Between(Fraction(75, 207), Fraction(75 + 87, 207))


def test_at_the_latest_in_december_counts_then_but_may_have_been_early() -> None:
    found = measure_hoarding([paid(to_skr("100", "{senast: 2024-12-22}"))], 2024)

    assert found.late_of_dated == Between(Fraction(1), Fraction(1))
    assert found.late_of_all == Between(Fraction(0), Fraction(1))


def test_a_payment_in_the_next_year_is_late() -> None:
    found = measure_hoarding([paid(to_skr("100", "{datum: 2025-03}"))], 2024)

    assert found.late_of_all == Between(Fraction(1), Fraction(1))


def test_a_pot_that_is_not_computed_gives_its_own_sums_and_at_most_the_rest() -> None:
    pot = "namn: A\nkälla: k\nbelopp: {kr} kr\ntill: regioner\nfördelning: {{ej publicerad: okänd}}\nutbetalning: [{pay}]\n"
    found = measure_hoarding(
        [
            paid(
                pot.format(kr="100", pay="{belopp: 30 kr, datum: 2024-08}, {belopp: drygt 60 kr, senast: 2024-12}"),
                pot.format(kr="40", pay="{datum: 2024-11}"),
            )
        ],
        2024,
    )

    assert months(found) == {Month(2024, 8): (30, 0, 0), Month(2024, 11): (0, 0, 40), Month(2024, 12): (0, 60, 0)}
    assert (found.undated_kr, found.total_kr) == (10, 140)
    assert found.late_of_dated == Between(Fraction(60, 90), Fraction(100, 130))


def test_where_no_month_is_found_there_is_no_share() -> None:
    found = measure_hoarding([paid(to_skr("100"))], 2024)

    assert (found.months, found.undated_kr, found.late_of_dated, found.late_of_all) == ((), 100, None, None)


def test_a_pot_without_a_sum_is_named_and_counted_nowhere() -> None:
    found = measure_hoarding([paid("namn: A\nkälla: k\nbelopp: ej funnet\ntill: SKR\n")], 2024)

    assert (found.without_sum, found.total_kr) == (("prov-2024/p0",), 0)


@pytest.mark.parametrize("agreement", sorted(shipped_agreements()))
def test_every_krona_of_a_shipped_agreement_is_counted_once(agreement: str) -> None:
    allocation = shipped_allocation(agreement)
    found = measure_hoarding([allocation], allocation.agreement.years[0])

    assert found.total_kr == sum(pot.amount.kr for pot in allocation.pots if pot.amount is not None)
    for share in (found.late_of_dated, found.late_of_all):
        assert share is None or 0 <= share.low <= share.high <= 1
