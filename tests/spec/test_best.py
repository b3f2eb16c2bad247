"""`ej intjänat: {blir: de bästa}`: the rest to the n that did most per inhabitant, never to one that earned nothing."""

from __future__ import annotations

import pytest

from tests.builders import series, why_not
from tests.spec.performing import outcomes, performed, table

RULE = """
mäts: {från: 2023, till: 2023}
krav:
  - {nyckeltal: i tid, utfall: x, bättre än: 2022, andel av potten: 1/2}
  - {nyckeltal: ut, utfall: y, bättre än: 2022, andel av potten: 1/2}
"""
X = outcomes("x", "procent", y2022=(50, 50, 50), y2023=(51, 51, 50))  # earned 250, 150, 0
Y = outcomes("y", "procent", y2022=(50, 50, 50), y2023=(50, 51, 50))  # earned 0, 150, 0


def best(count: int, people: str = "w") -> str:
    return f"{{blir: de bästa, antal: {count}, per invånare enligt: {{underlag: {people}}}}}"


@pytest.mark.parametrize(
    ("count", "people", "expected"),
    [
        (1, "w", (250, 750, 0)),  # 5 kr and 10 kr for each of w: all 450 to 03
        (2, "w", (531, 469, 0)),  # 450 by the key, 50 to 30
        (3, "w", (531, 469, 0)),  # 04 earned nothing, and is never among them
        (99, "f", (531, 469, 0)),
    ],
)
def test_the_rest_goes_to_so_many(count: int, people: str, expected: object) -> None:
    assert table(performed(RULE, best(count, people), *X, *Y)) == (expected, 0, 0)


def test_all_who_tie_for_the_last_place_are_in() -> None:
    tied = series("t", {"01": 250, "03": 300, "04": 1})  # 1 kr each
    assert table(performed(RULE, best(1, "t"), *X, *Y, tied)) == ((531, 469, 0), 0, 0)


def test_nobody_can_be_counted_by_no_inhabitants() -> None:
    nobody = series("t", {"01": 0, "03": 300, "04": 1})
    assert why_not(performed(RULE, best(1, "t"), *X, *Y, nobody)) == (
        "värdet för 01 i 't' är 0; det går inte att dela med"
    )


def test_a_cap_holds_for_the_best_too() -> None:
    pot = performed(RULE, best(1), *X, *Y, more="gränser: {tak: 500 kr}")
    assert table(pot) == ((250, 500, 0), 0, 250)


@pytest.mark.parametrize("fate", ["bonuspott", "delas av dem som uppfyller villkoren"])
def test_a_cap_holds_for_the_bonus_and_the_others_share_what_it_cuts_off(fate: str) -> None:
    pot = performed(RULE, fate, *X, *Y, more="gränser: {tak: 500 kr}")
    assert table(pot)[0] == (500, 500, 0)
    alone = outcomes("x", "procent", y2022=(50, 50, 50), y2023=(51, 50, 50))
    still = outcomes("y", "procent", y2022=(50, 50, 50), y2023=(50, 50, 50))
    assert table(performed(RULE, fate, *alone, *still, more="gränser: {tak: 500 kr}")) == ((500, 0, 0), 0, 500)
