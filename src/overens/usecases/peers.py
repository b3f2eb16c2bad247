"""A place and a year -> similar places, and what each gets: kronor by how they stand, and per inhabitant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from overens.allocation.model import Allocation, State
from overens.figures.population import Population
from overens.notice.rows import PlaceRow, rows_for, shared_rows
from overens.notice.stake import Stake
from overens.notice.standing import Standing, sums_by_standing
from overens.usecases.library import Library
from overens.usecases.population import show_populations
from overens.vocabulary.recipients import GROUPED_IN, Recipient, RecipientKind
from overens.vocabulary.wording import Text, join_texts, plain

MOST = 5
"""How many similar places are shown."""


@dataclass(frozen=True)
class Peer:
    """A place beside another (liknande plats): its inhabitants, and what it gets of the year's money.

    Attributes:
        population: Its inhabitants, or why they are not found.
        sums: Its kronor by how they stand; what it has nothing of is not there.
        computed_kr: What is certain or inferred, in kronor: pots that are computed, and so computed for all. For a
            county: of its region, its municipalities and itself together.
    """

    recipient: Recipient
    population: Population | Text
    sums: Mapping[Standing, Stake]
    computed_kr: int | None

    @property
    def inhabitants(self) -> int | None:
        """Its inhabitants, where they are found."""
        return self.population.inhabitants if isinstance(self.population, Population) else None

    @property
    def per_inhabitant(self) -> Fraction | None:
        """What is certain or inferred, in kronor per inhabitant, exactly; None where nothing is."""
        if not self.computed_kr:
            return None
        if self.computed_kr is None or not isinstance(self.population, Population):
            return None
        return self.population.share(self.computed_kr)


@dataclass(frozen=True)
class Peers:
    """Similar places, the place asked about first, then those nearest in population.

    Attributes:
        why: How similarity was chosen.
        not_compared: Pots for any of them that are not computed, as agreement/pot; they are in no sum per inhabitant.
    """

    recipient: Recipient
    year: int
    as_known_on: date | None
    places: tuple[Peer, ...]
    why: Text
    not_compared: tuple[str, ...]

    @property
    def itself(self) -> Peer:
        """The place asked about."""
        return self.places[0]

    @property
    def comparable(self) -> bool:
        """Whether there are others, and anything is computed for any of them or the place itself."""
        return bool(self.others) and any(one.computed_kr for one in self.places)

    @property
    def others(self) -> tuple[Peer, ...]:
        """The similar places, the nearest first."""
        return self.places[1:]


def show_peers(library: Library, who: Recipient, year: int, as_known_on: date | None = None) -> Peers:
    """Return the place and those most like it, with what each gets in the year."""
    allocations = [library.allocation(a.id, as_known_on) for a in library.of_year(year, as_known_on)]
    alike = _alike(library, who)
    counts = show_populations(library, [who, *alike], year, as_known_on)
    near = _nearest(who, alike, counts)
    rows = {one.code: _rows(library, allocations, one) for one in (who, *near)}
    places = tuple(_peer(one, counts[one.code], *rows[one.code]) for one in (who, *near))
    return Peers(who, year, as_known_on, places, _why(who, len(near), counts[who.code]), _not_compared(rows.values()))


def _alike(library: Library, who: Recipient) -> list[Recipient]:
    """Return the others that may be similar: of the same kind and, for a municipality, of the same group."""
    return [one for one in library.register.of(who.kind) if one.code != who.code and one.group == who.group]


def _nearest(who: Recipient, alike: Sequence[Recipient], counts: Mapping[str, Population | Text]) -> list[Recipient]:
    own = counts[who.code]
    if not isinstance(own, Population):
        return []
    apart = {
        one.code: abs(count.inhabitants - own.inhabitants)
        for one in alike
        if isinstance(count := counts[one.code], Population)
    }
    return sorted((one for one in alike if one.code in apart), key=lambda one: (apart[one.code], one.code))[:MOST]


Rows = tuple[Sequence[PlaceRow], Sequence[PlaceRow]]


def _rows(library: Library, allocations: Sequence[Allocation], who: Recipient) -> Rows:
    if who.kind is not RecipientKind.AREA:
        return tuple(rows_for(allocations, who)), tuple(shared_rows(allocations, who, library.register))
    register = library.register
    inside = [one for one in (*register.regions, *register.municipalities) if one.county == who.code]
    return _each_pot_once(row for one in (*inside, who) for row in rows_for(allocations, one)), ()


def _each_pot_once(rows: Iterable[PlaceRow]) -> tuple[PlaceRow, ...]:
    """Return the rows of several recipients; a pot of which only its whole sum is known stands there once."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for row in rows:
        name = (row.allocation.agreement.id, row.pot.id)
        only_whole = row.pot.state is not State.COMPUTED and row.ceiling_kr is None and row.at_least_kr is None
        if not (only_whole and name in seen):
            kept.append(row)
        seen.add(name)
    return tuple(kept)


def _peer(who: Recipient, population: Population | Text, rows: Sequence[PlaceRow], shared: Sequence[PlaceRow]) -> Peer:
    awarded = [row.award.amount.kr for row in rows if row.award]
    computed = sum(awarded) if any(row.pot.state is State.COMPUTED for row in rows) else None
    return Peer(who, population, sums_by_standing(rows, shared), computed)


def _not_compared(every: Iterable[Rows]) -> tuple[str, ...]:
    """Return the pots whose kronor are not computed or, for a county's municipalities, not divided between them."""
    own = [row for rows, _ in every for row in rows if row.pot.state is not State.COMPUTED]
    joint = [row for _, shared in every for row in shared]
    return tuple(dict.fromkeys(f"{row.allocation.agreement.id}/{row.pot.id}" for row in (*own, *joint)))


_KINDS = {
    RecipientKind.REGION: Text("regioner", "regions"),
    RecipientKind.MUNICIPALITY: Text("kommuner", "municipalities"),
    RecipientKind.AREA: Text("län", "counties"),
}


def _why(who: Recipient, n: int, count: Population | Text) -> Text:
    """Return how the places were chosen: by population and, for municipalities, within SKR's group."""
    if not isinstance(count, Population):
        return Text("Inga liknande platser: {why}.", "No similar places: {why}.", {"why": count})
    kinds = _KINDS.get(who.kind, Text("mottagare", "recipients"))
    values: dict[str, object] = {"n": str(n), "kinds": kinds, "day": count.measured_on, "group": plain("")}
    if who.group is not None:
        inside: dict[str, object] = {"code": who.group.code, "name": who.group.name, "year": str(GROUPED_IN)}
        values["group"] = Text(
            " i samma kommungrupp, {code} {name} (SKR:s gruppering {year})",
            " in the same municipality group, {code} {name} (grouped by SKR in {year})",
            inside,
        )
    if n == 0:
        return Text("Det finns inga andra {kinds}{group}.", "There are no other {kinds}{group}.", values)
    nearest = Text(
        "De {n} {kinds}{group} vars folkmängd per {day} ligger närmast.",
        "The {n} {kinds}{group} whose population on {day} is nearest.",
        values,
    )
    return join_texts([nearest, _WHOLE_COUNTY]) if who.kind is RecipientKind.AREA else nearest


_WHOLE_COUNTY = Text(
    "I ett läns kronor räknas regionens, kommunernas och det som länet får gemensamt.",
    "The kronor of a county hold those of its region, its municipalities, and what the county gets jointly.",
)


NOTHING_COMPUTED = Text(
    "Inget är beräknat för {who} {year}, så det finns inga kronor per invånare att jämföra.",
    "Nothing is computed for {who} in {year}, so there are no kronor per inhabitant to compare.",
)
"""Why a place is not set beside others; with the values who and year."""


ONLY_COMPUTED = Text(
    "Kronor per invånare räknas bara på det som är säkert eller härlett, och så är beräknat för alla.",
    "Kronor per inhabitant hold only what is certain or inferred, and so computed for all.",
)
"""What the comparison leaves out, to be said beside it."""
NOTHING_COMPUTED = Text(
    "Inget är beräknat i kronor, varken här eller för liknande platser, så det finns inget att jämföra.",
    "Nothing is computed in kronor, neither here nor for similar places, so there is nothing to compare.",
)
