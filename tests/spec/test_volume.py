"""`prestation: {efter volym: …}`: the whole pot in proportion to what was done, or to how much more than before."""

from __future__ import annotations

import pytest

from tests.builders import one_pot, problems_in, said, series, why_not
from tests.spec.performing import BEST, BONUS, FATES, LAPSES, SHARED, UNKNOWN, nothing, outcomes, performed, table

VOLUME = """
mäts: {från: 2023, till: 2023}
efter volym: prov
utfall: n
"""
MORE = VOLUME + "bättre än: 2022\n"
NOT_01 = "villkor: [{krav: rapport, uppfylls av: {utom: ['01']}}]"


@pytest.mark.parametrize("fate", FATES)
def test_nobody_did_anything(fate: str) -> None:
    assert table(performed(VOLUME, fate, *outcomes("n", y2023=(0, 0, 0)), key="")) == nothing(fate)


@pytest.mark.parametrize("fate", FATES)
def test_all_share_the_whole_pot(fate: str) -> None:
    assert table(performed(VOLUME, fate, *outcomes("n", y2023=(6, 3, 1)), key="")) == ((600, 300, 100), 0, 0)
    assert table(performed(VOLUME, fate, *outcomes("n", y2023=(4, 4, 4)), key="")) == ((334, 333, 333), 0, 0)
    assert table(performed(VOLUME, fate, *outcomes("n", y2023=(0, 0, 4)), key="")) == ((0, 0, 1000), 0, 0)


@pytest.mark.parametrize("fate", FATES)
def test_only_the_increase_counts(fate: str) -> None:
    figures = outcomes("n", y2022=(10, 10, 10), y2023=(13, 11, 5))
    assert table(performed(MORE, fate, *figures, key="")) == ((750, 250, 0), 0, 0)


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        (LAPSES, ((0, 300, 100), 600, 0)),
        (BONUS, ((0, 750, 250), 0, 0)),
        (SHARED, ((0, 750, 250), 0, 0)),
        (BEST, ((0, 900, 100), 0, 0)),  # 03 did 3 per 30, 04 did 1 per 20
        (UNKNOWN, ((0, 300, 100), 0, 600)),
    ],
)
def test_what_one_without_a_right_did_goes_where_the_file_says(fate: str, expected: object) -> None:
    assert table(performed(VOLUME, fate, *outcomes("n", y2023=(6, 3, 1)), key="", more=NOT_01)) == expected


def test_volumes_of_months_add_up_and_waiting_days_do_not() -> None:
    rule = VOLUME.replace("{från: 2023, till: 2023}", "{från: 2023-01, till: 2023-02}")
    counted = outcomes("n", m2023_01=(1, 0, 0), m2023_02=(2, 1, 0))
    assert table(performed(rule, LAPSES, *counted, key="")) == ((750, 250, 0), 0, 0)
    days = outcomes("n", "dagar", m2023_01=(1, 0, 0), m2023_02=(2, 1, 0))
    assert "kan inte slås ihop" in why_not(performed(rule, LAPSES, *days, key=""))


def test_a_year_may_be_given_as_its_months() -> None:
    months = [series("n", {"01": 1, "03": 1, "04": 0}, on=f"2023-{n:02d}") for n in range(1, 13)]
    assert table(performed(VOLUME, LAPSES, *months, key="")) == ((500, 500, 0), 0, 0)


def test_an_open_ended_pot_has_no_sum_to_share() -> None:
    rule = "öppen ram: ja\nbelopp: ej funnet\ntill: regioner\nprestation: {efter volym: prov}\nej intjänat: ej funnet"
    assert "En öppen ram har ingen summa att dela i andelar." in said(problems_in(one_pot(rule)))[0]
