"""Draws: the same for a seed, wherever one stopped; between which amounts; the identity in each."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from overens.allocation.sweep.result import FAST
from overens.usecases.draw import Draw, draw_rows, prepare_draw
from overens.usecases.draw_fast import FastDraw, fast_draw, fast_rows, fast_way
from overens.usecases.draws import LARGEST, Way, between, make_draws, plain_way, too_large
from overens.usecases.library import open_library
from overens.usecases.scenario_files import read_scenarios, wanted_by
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text
from tests.cli.own_outcomes import SCENARIO, write_draws

BOUNDS = "gränser: {golv: 200 000 kr, tak: 2 Mkr}"


@pytest.fixture
def prepare(tmp_path: Path) -> Callable[..., Draw]:
    """Return what prepares the draw of an own agreement with two uncertain outcomes, with a seed."""

    def make(seed: int = 1, **how: str) -> Draw:
        library, scenario = write_draws(tmp_path, **how)
        scenarios, problems = read_scenarios([scenario])
        assert problems == []
        draw, problems = prepare_draw(open_library([library], wanted_by(scenarios)), scenarios, seed)
        assert draw is not None, [one.say() for one in problems]
        return draw

    return make


def test_the_same_seed_gives_the_same_draws_and_another_others(prepare: Callable[..., Draw]) -> None:
    assert list(draw_rows(prepare(1), 0, 5)) == list(draw_rows(prepare(1), 0, 5))
    assert list(draw_rows(prepare(1), 0, 5)) != list(draw_rows(prepare(2), 0, 5))


def test_draws_do_not_depend_on_where_one_began(prepare: Callable[..., Draw]) -> None:
    draw = prepare()
    assert list(draw_rows(draw, 0, 7))[3:] == list(draw_rows(draw, 3, 7))


def test_what_was_kept_is_gone_on_from(prepare: Callable[..., Draw]) -> None:
    draw = prepare()
    kept: list[int] = []

    def keep(rows: Sequence[Sequence[int]]) -> None:
        kept.extend(number for row in rows for number in row)

    whole = make_draws(draw, 120, array("q"))
    half = make_draws(draw, 60, array("q"), keep)
    rest = make_draws(draw, 120, array("q", kept))
    assert whole is not None
    assert half is not None
    assert rest is not None
    assert (half.done, rest.resumed, rest.done) == (60, 60, 120)
    assert (rest.places, rest.pots, rest.total) == (whole.places, whole.pots, whole.total)


def test_ctrl_c_leaves_what_is_done(prepare: Callable[..., Draw]) -> None:
    draw = prepare()
    plain = plain_way(draw)

    def rows(first: int, last: int) -> list[list[int]]:
        if first >= 100:
            raise KeyboardInterrupt
        return list(draw_rows(draw, first, last))

    stopped = make_draws(draw, 1000, array("q"), way=replace(plain, rows=rows))
    assert stopped is not None
    assert (stopped.done, stopped.stopped) == (100, True)
    assert make_draws(draw, 100, array("q")) == replace(stopped, wanted=100)


def test_ctrl_c_before_the_first_draw_gives_nothing(prepare: Callable[..., Draw]) -> None:
    def rows(first: int, last: int) -> list[list[int]]:
        raise KeyboardInterrupt

    assert make_draws(prepare(), 10, array("q"), way=Way(FAST, rows, 5)) is None


@pytest.mark.parametrize("fate", ["bonuspott", "förfaller", "delas av dem som uppfyller villkoren"])
def test_in_every_draw_what_is_awarded_lapsed_and_left_is_the_pot(prepare: Callable[..., Draw], fate: str) -> None:
    draw = prepare(fate=fate)
    mine = len(draw.places)
    for row in draw_rows(draw, 0, 25):
        assert sum(row[:mine]) + row[mine] + row[mine + 1] == 10_000_000


def test_certain_money_is_in_every_draw(prepare: Callable[..., Draw]) -> None:
    draw = prepare(more="b: {namn: B, belopp: 21 Mkr, till: regioner, fördelning: lika, källa: k}")
    made = make_draws(draw, 20, array("q"))
    assert made is not None
    assert {one.certain_kr for one in made.places} == {1_000_000}
    assert made.total.least == made.total.greatest == 31_000_000


def test_so_many_draws_as_do_not_fit_are_refused_with_their_size(prepare: Callable[..., Draw]) -> None:
    draw = prepare()
    fault = too_large(draw, 10**9)
    assert fault is not None
    assert "184\u00a0000 MB" in fault.message.say()  # 21 places and 2 numbers of a pot, 8 bytes each
    assert too_large(draw, LARGEST // (8 * draw.width)) is None
    assert too_large(draw, LARGEST // (8 * draw.width) + 1) is not None


@pytest.mark.parametrize(("n", "expected"), [(1, (5, 5, 5)), (2, (5, 5, 6)), (10, (5, 9, 13)), (11, (6, 10, 14))])
def test_p10_is_the_least_that_a_tenth_do_not_exceed(n: int, expected: tuple[int, int, int]) -> None:
    found = between(list(range(4 + n, 4, -1)))
    assert (found.p10, found.p50, found.p90) == expected


def test_the_fast_way_gives_the_same_to_the_krona(prepare: Callable[..., Draw], tmp_path: Path) -> None:
    pytest.importorskip("numba", reason="numba (extra sweep) is not installed: only the plain way is there")
    told: list[str] = []
    ways = [(fate, bounds) for fate in ("bonuspott", "förfaller", "ej funnet") for bounds in ("", BOUNDS)]
    for fate, bounds in ways:
        if (fate, bounds) == ("bonuspott", BOUNDS):
            continue
        draw = prepare(fate=fate, bounds=bounds)
        fast = fast_draw(draw, str(tmp_path / "kept"), lambda text: told.append(text.say()))
        assert isinstance(fast, FastDraw), fast.say()
        rows = fast_rows(fast, 0, 300)
        assert not isinstance(rows, Fault)
        assert rows == list(draw_rows(draw, 0, 300))
        assert fast_way(fast).engine == FAST
    assert len(told) == 1  # compiled once, and said


def test_a_bonus_pot_within_caps_is_drawn_plainly_and_says_so(prepare: Callable[..., Draw]) -> None:
    draw = prepare(fate="bonuspott", bounds=BOUNDS)
    why = fast_draw(draw, "", lambda _: None)
    assert not isinstance(why, FastDraw)
    assert why.say().startswith("En pott har ingen plats i räknekärnan")


FINE = (
    "{nyckeltal: besök, utfall: besok, bättre än: samma månad 2023, andel av potten: 1/1, steg: ["
    + ", ".join(f"{{från: {n}, andel: 1/{part}}}" for n, part in enumerate((999_983, 999_979, 999_961, 999_959), 1))
    + "]}"
)
"""A requirement whose steps have no common whole below 2^63."""


@pytest.mark.parametrize(
    "change",
    [
        "- {i: a, belopp: 1 000 000 000 000 000 kr}",
        f"- {{i: a, prestation: {{mäts: {{från: 2024-01, till: 2024-03, varje: månad}}, krav: [{FINE}]}}}}",
    ],
)
def test_what_has_no_room_in_the_kernel_is_said_before_it_is_used(prepare: Callable[..., Draw], change: str) -> None:
    scenario = SCENARIO.replace("osäkert:", f"ändringar:\n  {change}\nosäkert:")
    found = fast_draw(prepare(scenario=scenario), "", lambda _: None)
    assert isinstance(found, Text)
    assert found.say().startswith("En pott har ingen plats i räknekärnan")
