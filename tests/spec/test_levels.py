"""`prestation: {nivåer: …}`: the highest level that each reached gives a share of its own, or a sum."""

from __future__ import annotations

import pytest

from tests.builders import divide, why_not
from tests.spec.performing import BEST, BONUS, FATES, LAPSES, SHARED, UNKNOWN, nothing, performed, table


def levels(good: str, best: str, *, gives: tuple[str, str] = ("andel: 50 %", "andel: 100 %")) -> str:
    return f"nivåer:\n  - {{nivå: God, {gives[0]}, nådd av: {good}}}\n  - {{nivå: Bäst, {gives[1]}, nådd av: {best}}}"


@pytest.mark.parametrize("fate", FATES)
def test_nobody_reaches_a_level(fate: str) -> None:
    assert table(performed(levels("ingen", "ingen"), fate)) == nothing(fate)


@pytest.mark.parametrize("fate", FATES)
def test_all_reach_the_highest(fate: str) -> None:
    assert table(performed(levels("alla", "alla"), fate)) == ((500, 300, 200), 0, 0)


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        (LAPSES, ((250, 0, 0), 750, 0)),
        (BONUS, ((1000, 0, 0), 0, 0)),
        (SHARED, ((1000, 0, 0), 0, 0)),
        (BEST, ((1000, 0, 0), 0, 0)),
        (UNKNOWN, ((250, 0, 0), 0, 750)),
    ],
)
def test_one_reaches_the_lower(fate: str, expected: object) -> None:
    assert table(performed(levels("{endast: ['01']}", "ingen"), fate)) == expected


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        (LAPSES, ((500, 150, 100), 250, 0)),
        (BONUS, ((667, 200, 133), 0, 0)),
        (SHARED, ((667, 200, 133), 0, 0)),
        (BEST, ((750, 150, 100), 0, 0)),
        (UNKNOWN, ((500, 150, 100), 0, 250)),
    ],
)
def test_the_higher_counts_where_both_are_reached(fate: str, expected: object) -> None:
    assert table(performed(levels("alla", "{endast: ['01']}"), fate)) == expected


SUMS = ("belopp: 100 kr", "belopp: 400 kr")


def test_sums_need_no_key() -> None:
    assert table(performed(levels("alla", "{endast: ['03']}", gives=SUMS), LAPSES, key="")) == ((100, 400, 100), 400, 0)


def test_more_than_the_pot_is_asked_about_and_lessened_where_the_file_says_so() -> None:
    rule = levels("alla", "alla", gives=SUMS)
    assert [one.path for one in performed(rule, LAPSES, key="").missing] == ["prestation/om potten inte räcker"]
    scaled = performed(rule + "\nom potten inte räcker: minskas i proportion", LAPSES, key="")
    assert table(scaled) == ((334, 333, 333), 0, 0)


@pytest.mark.parametrize("who", ["ej känt", "{av: ej känt}"])
def test_who_reached_a_level_may_not_be_known_yet(who: str) -> None:
    pot = performed(levels(who, "ingen"), LAPSES)
    assert why_not(pot) == "ett värde i regeln är inte känt: vilka som nått God"
    assert pot.ceilings == {"01": 500, "03": 300, "04": 200}


def test_one_recipient_has_the_whole_pot_to_earn() -> None:
    rule = levels("alla", "ingen").replace("\n", "\n  ")
    pot = divide(f"belopp: 100 kr\ntill: SKR\nprestation:\n  {rule}\nej intjänat: förfaller")
    assert [award.amount.kr for award in pot.awards] == [50]
    assert pot.lapsed_kr == 50
