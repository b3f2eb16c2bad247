"""What is drawn + how often -> the amounts that each place's money lies between; what was kept is gone on from."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from overens.allocation.sweep.result import PLAIN
from overens.scenario.draw_record import size_of
from overens.usecases.draw import Draw, draw_rows
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, whole_number

Rows = Sequence[Sequence[int]]
LARGEST = 2 * 10**9
"""Bytes that draws may take."""
MOST_KRONOR = 2**63 - 1
"""Kronor that a number of a draw has room for."""
BLOCK = 50
"""Draws that are made, and kept, at a time."""


@dataclass(frozen=True)
class Between:
    """Whole kronor in the order of the draws: P10 is the least that at least a tenth of them do not exceed."""

    least: int
    p10: int
    p50: int
    p90: int
    greatest: int


@dataclass(frozen=True)
class PlaceDraws:
    """What one place gets over all draws, and how much of it is the same in each."""

    who: Recipient
    between: Between
    certain_kr: int


@dataclass(frozen=True)
class PotDraws:
    """What of a pot lapses, and what reaches nobody, over all draws; in each it sums to the pot with what is awarded."""

    name: str
    amount_kr: int | None
    lapsed: Between
    undistributed: Between


@dataclass(frozen=True)
class Draws:
    """Many draws of what is uncertain (dragningar).

    Attributes:
        wanted, done: How many were asked for, and made; fewer where it was stopped.
        engine: How they were made: fast, plain, or by dividing the pots anew for each.
        resumed: How many of them had been made before.
    """

    draw: Draw
    wanted: int
    done: int
    resumed: int
    places: tuple[PlaceDraws, ...]
    pots: tuple[PotDraws, ...]
    total: Between
    engine: Text

    @property
    def stopped(self) -> bool:
        """Whether fewer draws were made than asked for."""
        return self.done < self.wanted


def too_large(draw: Draw, wanted: int) -> Fault | None:
    """Return why so many draws are refused, with the room they would take; None where they are not."""
    size = size_of(wanted, draw.width)
    if size <= LARGEST:
        return None
    most = LARGEST // size_of(1, draw.width)
    return Fault.of(
        "{wanted} dragningar av {width} tal tar {size} MB; högst {largest} MB får plats.",
        "Ange högst {most} dragningar; tiotusen räcker för P10, P50 och P90.",
        "{wanted} draws of {width} numbers take {size} MB; at most {largest} MB fit.",
        "Give at most {most} draws; ten thousand are enough for P10, P50 and P90.",
        wanted=whole_number(wanted),
        width=str(draw.width),
        size=whole_number(size // 10**6),
        largest=whole_number(LARGEST // 10**6),
        most=whole_number(most),
    )


def kronor_too_large(draw: Draw) -> Fault | None:
    """Return why no draws of so many kronor are made; None where what one draw holds has room in 64 bits."""
    held = sum(pot.amount.kr for pot in draw.pots if pot.amount) + sum(draw.fixed.values())
    return too_many_kronor(held) if held > MOST_KRONOR else None


def too_many_kronor(held: int | None = None) -> Fault:
    """Return that a draw is of more kronor than it can be kept in, and how many, where that is known."""
    return Fault.of(
        "En dragning hålls i 64 bitar, högst {most} kr; här gäller det {held} kr."
        if held
        else "En dragning hålls i 64 bitar, högst {most} kr; här blir det fler.",
        "Ge mindre belopp, eller räkna utan --draws, som klarar alla belopp.",
        "A draw is kept in 64 bits, at most {most} kr; here it is of {held} kr."
        if held
        else "A draw is kept in 64 bits, at most {most} kr; here there are more.",
        "Give smaller amounts, or compute without --draws, which takes any amount.",
        most=whole_number(MOST_KRONOR),
        held=whole_number(held or 0),
    )


@dataclass(frozen=True)
class Way:
    """How draws are made.

    Attributes:
        rows: Returns each draw from a first up to, not with, a last.
        block: How many are made, and kept, at a time.
    """

    engine: Text
    rows: Callable[[int, int], Iterable[Sequence[int]]]
    block: int


def plain_way(draw: Draw) -> Way:
    """Return the way that needs nothing installed."""
    anew = Text("potterna delas på nytt i varje dragning", "the pots are divided anew in each draw")
    graded = all(pot.graded is not None for pot in draw.pots)
    return Way(PLAIN if graded else anew, lambda first, last: draw_rows(draw, first, last), BLOCK)


def make_draws(
    draw: Draw,
    wanted: int,
    before: array[int],
    keep: Callable[[Rows], None] = lambda _: None,
    done: Callable[[int], None] = lambda _: None,
    way: Way | None = None,
) -> Draws | None:
    """Make the draws that are not made yet; when stopped (Ctrl-C), what is done is told.

    Args:
        before: Draws that were kept, all numbers in a row; as many of them as are wanted are used.
        keep: Receives each block of draws as it is done.
        done: Receives how many more are done.
        way: How they are made; plainly, if it is not given.

    Returns:
        The draws; None if it was stopped before the first.
    """
    way = way or plain_way(draw)
    numbers = array("q", before[: wanted * draw.width])
    resumed = len(numbers) // draw.width
    done(resumed)
    made = resumed
    try:
        while made < wanted:
            rows = list(way.rows(made, min(wanted, made + way.block)))
            keep(rows)
            for row in rows:
                numbers.extend(row)
            made += len(rows)
            done(len(rows))
    except KeyboardInterrupt:
        if not numbers:
            return None
    return _told(draw, wanted, resumed, numbers, way.engine)


def _told(draw: Draw, wanted: int, resumed: int, numbers: array[int], engine: Text) -> Draws:
    made = len(numbers) // draw.width
    columns = [numbers[n :: draw.width] for n in range(draw.width)]
    places = [
        PlaceDraws(who, between(columns[n]), draw.fixed.get((who.kind, who.code), 0))
        for n, who in enumerate(draw.places)
    ]
    pots = []
    for n, pot in enumerate(draw.pots):
        lapsed, left = (columns[len(draw.places) + 2 * n + k] for k in (0, 1))
        amount = pot.amount.kr if pot.amount else None
        pots.append(PotDraws(pot.name, amount, between(lapsed), between(left)))
    width, mine = draw.width, len(draw.places)
    totals = [sum(numbers[at : at + mine]) for at in range(0, made * width, width)]
    return Draws(draw, wanted, made, resumed, tuple(places), tuple(pots), between(totals), engine)


def between(values: Sequence[int]) -> Between:
    """Return the amounts that the values lie between.

    >>> between([5, 1, 4, 2, 3, 6, 8, 7, 10, 9])
    Between(least=1, p10=1, p50=5, p90=9, greatest=10)
    """
    ordered = sorted(values)

    def at(percent: int) -> int:
        return ordered[max(0, -(-percent * len(ordered) // 100) - 1)]

    return Between(ordered[0], at(10), at(50), at(90), ordered[-1])
