"""A place, a year, an agreement, a pot or a comparison, by name -> its kronor and the run they came of, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from overens.allocation.model import Allocation
from overens.notice.standing import Standing
from overens.usecases.citation import SHORT
from overens.usecases.compare import show_changes
from overens.usecases.compare_tables import pots_table
from overens.usecases.library import Library, open_library
from overens.usecases.place_page import show_place_page
from overens.usecases.pot_sums import PARTS, pot_sums
from overens.usecases.sides import NamedSide, read_named_side, sides_between
from overens.usecases.year import show_year
from overens.vocabulary.names import find_recipients, names_of, nearest_recipients
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient, Register

__all__ = ["Reproduced", "agreement", "change", "open_library", "place", "why", "year"]


@dataclass(frozen=True)
class Reproduced:
    """What was computed again (omräknat).

    Attributes:
        kronor: Each sum of the page by the name of its column; one that there is nothing of is left out.
        run: The beginning of the run's hash, as the page's citation shows it; empty where nothing was computed.
    """

    kronor: Mapping[str, int]
    run: str


def place(library: Library, name: str, year: int, *, as_known_on: str = "") -> Reproduced:
    """Return what a region, a municipality or a county gets in a year, certain and inferred.

    Raises:
        ValueError: If nobody has the name, or several do; the message says who may be meant.
    """
    page = show_place_page(library, _who(library.register, name), year, _day(as_known_on))
    columns = {Standing.CERTAIN: "certain_kr", Standing.INFERRED: "inferred_kr"}
    sums = {column: page.parts.sums[one].awarded_kr for one, column in columns.items() if one in page.parts.sums}
    return Reproduced({column: kr for column, kr in sums.items() if kr is not None}, _run(library, page.allocations))


def year(library: Library, year: int, *, as_known_on: str = "") -> Reproduced:
    """Return what the state gives in a year: all pots together, and by how they stand."""
    found = show_year(library, year, _day(as_known_on))
    return Reproduced(_pots(found.allocations), _run(library, found.allocations))


def agreement(library: Library, name: str, *, as_known_on: str = "") -> Reproduced:
    """Return the kronor of an agreement's pots together, and by how they stand.

    Raises:
        KeyError: If there is no such agreement; the message says what may have been meant.
    """
    allocation = library.allocation(name, _day(as_known_on))
    return Reproduced(_pots([allocation]), _run(library, [allocation]))


def why(library: Library, name: str, agreement: str, pot: str, *, as_known_on: str = "") -> Reproduced:
    """Return what one recipient is awarded of one pot.

    Raises:
        KeyError: If there is no such agreement.
        ValueError: If the agreement has no such pot, or nobody or several have the name.
    """
    allocation = library.allocation(agreement, _day(as_known_on))
    found = allocation.pot(pot)
    if found is None:
        raise ValueError(f"{agreement}: {pot!r}: {', '.join(one.id for one in allocation.pots)}")
    award = found.award_to(_who(library.register, name))
    return Reproduced({"awarded_kr": award.amount.kr} if award else {}, _run(library, [allocation]))


def change(library: Library, before: str, after: str, place: str = "", *, as_known_on: str = "") -> Reproduced:
    """Return what differs between two years or two agreements, for all or for one place.

    Args:
        before, after: A year as '2023', or an agreement's id; with '@2023-12-31' after it, as known on that day.

    Raises:
        KeyError: If there is no agreement of a name.
        ValueError: If a side cannot be read, or nobody or several have the place's name.
    """
    day = _day(as_known_on)
    sides = sides_between(library, _side(before, day), _side(after, day))
    table = pots_table(show_changes(library, *sides, _who(library.register, place) if place else None))
    kronor = {name: _sum(row[table.names.index(name)] for row in table.rows) for name in _CHANGED} if table.rows else {}
    return Reproduced(kronor, _run(library, [one for side in sides for one in side.allocations]))


_CHANGED = ("before_kr", "after_kr", "difference_kr")


def name_for(who: Recipient, register: Register) -> str:
    """Return a name by which `place` and `why` find the recipient and nobody else.

    Raises:
        ValueError: If it has none.
    """
    return next(name for name in (who.name, *names_of(who)) if find_recipients(name, register) == (who,))


def _who(register: Register, name: str) -> Recipient:
    found = find_recipients(name, register)
    if len(found) == 1:
        return found[0]
    raise ValueError(f"{name[:60]!r}: {', '.join(one.name for one in found or nearest_recipients(name, register))}")


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None


def _side(words: str, day: date | None) -> NamedSide:
    found = read_named_side(words, day)
    if isinstance(found, Fault):
        raise ValueError(f"{found.message.say()} {found.remedy.say()}")
    return found


def _pots(allocations: Iterable[Allocation]) -> dict[str, int]:
    """Return the sums of the pots, the whole first."""
    sums = pot_sums(allocations)
    found = {name: _sum(getattr(one, name) for one in sums) for name in ("amount_kr", *(name for name, _ in PARTS))}
    return {name: kr for name, kr in found.items() if kr}


def _sum(values: Iterable[object]) -> int:
    return sum(value for value in values if isinstance(value, int))


def _run(library: Library, allocations: Iterable[Allocation]) -> str:
    behind = list(allocations)
    return library.run(behind).whole[:SHORT] if behind else ""
