"""A county and a year -> what its region and municipalities each get, what only the county has, and that illustrated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from overens.allocation.model import Allocation
from overens.figures.population import Population
from overens.notice.illustration import Illustration, illustrate, shared_words
from overens.notice.rows import PlaceRow, rows_for, shared_rows
from overens.notice.stake import Stake
from overens.notice.standing import Standing, sums_by_standing
from overens.usecases.library import Library
from overens.usecases.population import show_populations
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text


@dataclass(frozen=True)
class Member:
    """An organisation of a county, and what it gets for itself (medlem av länet).

    Attributes:
        sums: Its own kronor by how they stand; what it has nothing of is not there.
        computed_kr: What is certain or inferred, in kronor.
    """

    recipient: Recipient
    population: Population | Text
    sums: Mapping[Standing, Stake]
    computed_kr: int


@dataclass(frozen=True)
class Joint:
    """A pot of which only the county's sum is known (länets gemensamma pengar).

    Attributes:
        words: Who shares it, and why each one's part is not known.
        illustration: The parts, were it divided by population; or why that is not shown. In no total.
    """

    row: PlaceRow
    words: Text
    illustration: Illustration | Text

    def part_of(self, who: Recipient) -> int | None:
        """Return the illustrated kronor of a municipality; None where there are none."""
        if not isinstance(self.illustration, Illustration) or who.kind is not RecipientKind.MUNICIPALITY:
            return None
        return self.illustration.parts.get(who.code)


@dataclass(frozen=True)
class County:
    """A county in a year: its members, and what they share.

    Attributes:
        members: The region first, then the municipalities in code order.
    """

    area: Recipient
    year: int
    as_known_on: date | None
    members: tuple[Member, ...]
    joint: tuple[Joint, ...]


ILLUSTRATION = Text(
    "Illustration: så blev det om summan delades efter folkmängd. Den ingår inte i någon summa.",
    "Illustration: what it would be, were the sum divided by population. It is in no total.",
)
"""What must stand beside every illustrated krona."""


def show_county(library: Library, area: Recipient, year: int, as_known_on: date | None = None) -> County:
    """Return what each organisation of the county gets, and what only the county has."""
    allocations = _allocations(library, year, as_known_on)
    inside = [one for one in (*library.register.regions, *library.register.municipalities) if one.county == area.code]
    counts = {
        (kind, code): count
        for kind in (RecipientKind.REGION, RecipientKind.MUNICIPALITY)
        for code, count in show_populations(
            library, [one for one in inside if one.kind is kind], year, as_known_on
        ).items()
    }
    members = tuple(_member(allocations, one, counts[one.kind, one.code]) for one in inside)
    return County(
        area, year, as_known_on, members, _joint(library, rows_for(allocations, area), area, year, as_known_on)
    )


def show_shared(library: Library, who: Recipient, year: int, as_known_on: date | None = None) -> tuple[Joint, ...]:
    """Return what a region or municipality shares with the others of its county."""
    area = library.register.get(RecipientKind.AREA, who.county)
    if area is None:
        return ()
    rows = shared_rows(_allocations(library, year, as_known_on), who, library.register)
    return _joint(library, rows, area, year, as_known_on)


def _allocations(library: Library, year: int, as_known_on: date | None) -> list[Allocation]:
    return [library.allocation(one.id, as_known_on) for one in library.of_year(year, as_known_on)]


def _member(allocations: Sequence[Allocation], who: Recipient, population: Population | Text) -> Member:
    rows = tuple(rows_for(allocations, who))
    computed = sum(row.award.amount.kr for row in rows if row.award)
    return Member(who, population, sums_by_standing(rows), computed)


def _joint(
    library: Library, rows: Iterable[PlaceRow], area: Recipient, year: int, day: date | None
) -> tuple[Joint, ...]:
    towns = [one for one in library.register.municipalities if one.county == area.code]
    counts = show_populations(library, towns, year, day)
    return tuple(Joint(row, shared_words(row, area, library.register), illustrate(row, area, counts)) for row in rows)
