"""Which agreements, and which pots, are the same on both sides; and what then can be compared."""

from __future__ import annotations

import pytest

from overens.scenario.attribute import Cause
from overens.scenario.compare import Comparison
from overens.scenario.pairs import pair_agreements
from tests.builders import agreement_text
from tests.scenario.sides import effects, of_year, pots_compared, side, texts_compared, words

POT = "{name}: {{namn: {name}, belopp: {kr} kr, till: regioner, fördelning: {key}, källa: k{more}}}\n"


def pot(name: str, kr: int = 300, *, key: str = "lika", more: str = "") -> str:
    return POT.format(name=name, kr=kr, key=key, more=f", {more}" if more else "")


def pairs(found: Comparison) -> list[tuple[str | None, str | None]]:
    every = [*(change.pair for change in found.changes), *found.not_computed]
    return sorted(((p.before.id if p.before else None, p.after.id if p.after else None) for p in every), key=str)


def named(before: list[str], after: list[str]) -> list[tuple[str | None, str | None]]:
    """Return the ids of the agreements in pairs."""
    sides = [[side(text) for text in texts] for texts in (before, after)]
    return [
        (p.before.agreement.id if p.before else None, p.after.agreement.id if p.after else None)
        for p in pair_agreements(*sides)
    ]


def agreement(name: str, year: int, more: str = "") -> str:
    return of_year(agreement_text(pot("a"), more=more), year, name)


# --- pots ---------------------------------------------------------------------------


def test_pots_of_one_name_are_one_pot() -> None:
    assert pairs(pots_compared(pot("a") + pot("b"), pot("b") + pot("a"))) == [("a", "a"), ("b", "b")]


def test_a_new_pot_and_one_that_ended_are_causes_of_their_own() -> None:
    found = pots_compared(pot("a") + pot("gammal", 60), pot("a") + pot("ny", 90))

    assert [(change.pair.name, effects(change)) for change in found.changes] == [
        ("prov-2024/a", {}),
        ("prov-2024/ny", {Cause.POT: {"01": 30, "03": 30, "04": 30}}),
        ("prov-2023/gammal", {Cause.POT: {"01": -20, "03": -20, "04": -20}}),
    ]
    assert [words(change) for change in found.changes] == [[], ["ny pott"], ["potten finns inte längre"]]


@pytest.mark.parametrize("of", ["prov-2023/a", "prov-2023/grupp/a"])
def test_a_pot_that_was_renamed_is_paired_with_what_it_continues(of: str) -> None:
    group = f"grupp:\n  namn: G\n  belopp: 300 kr\n  källa: k\n  potter:\n    {pot('a')}"
    before = group if "grupp" in of else pot("a")

    assert pairs(pots_compared(before, pot("b", more=f"föregående: {{är: {of}}}"))) == [("a", "b")]


@pytest.mark.parametrize("order", [1, -1])
def test_what_a_pot_says_it_continues_goes_before_the_name_of_another(order: int) -> None:
    after = [pot("a"), pot("b", more="föregående: {är: prov-2023/a}")][::order]

    assert pairs(pots_compared(pot("a"), "".join(after))) == [("a", "b"), (None, "a")]


def test_what_continues_a_pot_of_another_agreement_is_paired_by_its_name() -> None:
    assert pairs(pots_compared(pot("a"), pot("a", more="föregående: {är: annat-2023/a}"))) == [("a", "a")]


# --- agreements ---------------------------------------------------------------------


def test_agreements_of_one_series_are_paired() -> None:
    assert named([agreement("x", 2023)], [agreement("y", 2024), agreement("x", 2024)]) == [
        (None, "y-2024"),
        ("x-2023", "x-2024"),
    ]


def test_a_written_series_goes_before_the_id() -> None:
    assert named([agreement("gammal", 2023, "serie: x\n")], [agreement("x", 2024)]) == [("gammal-2023", "x-2024")]


def test_two_agreements_of_one_series_in_a_year_are_paired_by_the_rest_of_their_ids() -> None:
    extra = [agreement("x", year).replace(f"x-{year}", f"x-{year}-april") for year in (2023, 2024)]

    assert named([extra[0], agreement("x", 2023)], [agreement("x", 2024), extra[1]]) == [
        ("x-2023", "x-2024"),
        ("x-2023-april", "x-2024-april"),
    ]


def test_where_several_may_be_meant_none_is_taken() -> None:
    one, other = (agreement("x", 2024).replace("x-2024", f"x-2024-{part}") for part in ("del-1", "del-2"))

    assert named([agreement("x", 2023)], [one, other]) == [
        (None, "x-2024-del-1"),
        (None, "x-2024-del-2"),
        ("x-2023", None),
    ]


def test_the_only_ones_of_a_series_are_paired_whatever_they_are_called() -> None:
    assert named([agreement("x", 2023)], [agreement("x", 2024).replace("x-2024", "x-2024-mars")]) == [
        ("x-2023", "x-2024-mars")
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_what_an_agreement_says_it_continues_goes_before_the_series(order: int) -> None:
    after = [agreement("x", 2024), agreement("y", 2024, "föregående: {är: x-2023}\n")][::order]

    assert set(named([agreement("x", 2023)], after)) == {("x-2023", "y-2024"), (None, "x-2024")}


def test_what_one_side_has_is_in_no_sum() -> None:
    found = texts_compared([agreement("x", 2023)], [agreement("y", 2024)])

    assert (found.changes, found.not_computed) == ((), ())
    assert [(p.before is None, p.after is None) for p in found.one_sided] == [(True, False), (False, True)]


# --- what is not computed -----------------------------------------------------------


def test_a_pot_that_is_not_computed_on_one_side_is_not_compared() -> None:
    found = pots_compared(pot("a"), pot("a", key="ej publicerad"))

    assert (found.changes, pairs(found)) == ((), [("a", "a")])


def test_a_new_pot_may_be_part_of_what_the_other_side_could_not_compute() -> None:
    found = pots_compared(pot("allt", key="ej publicerad"), pot("del"))

    assert found.changes == ()
    assert pairs(found) == [("allt", None), (None, "del")]


def test_an_ended_pot_may_be_part_of_what_the_other_side_could_not_compute() -> None:
    found = pots_compared(pot("del") + pot("b"), pot("allt", key="ej publicerad") + pot("b"))

    assert [change.pair.name for change in found.changes] == ["prov-2024/b"]
    assert pairs(found) == [("b", "b"), ("del", None), (None, "allt")]


def test_what_is_on_both_sides_hides_nothing_but_itself() -> None:
    found = pots_compared(pot("a", key="ej publicerad"), pot("a", key="ej publicerad") + pot("ny"))

    assert [change.pair.name for change in found.changes] == ["prov-2024/ny"]


def test_the_sides_are_not_touched_by_pots_without_amount() -> None:
    without = "a: {namn: A, belopp: ej funnet, till: regioner, fördelning: lika, källa: k}\n"

    assert pairs(pots_compared(without, pot("a"))) == [("a", "a")]
    assert pots_compared(without, pot("a")).changes == ()
