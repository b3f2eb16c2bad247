"""Two years, agreements, drafts or readings -> what differs, why to the krona, and what cannot be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from overens.agreement.label import series_of
from overens.agreement.model import Agreement
from overens.agreement.read_agreement import Written
from overens.agreement.readings import Reading, reading_on
from overens.allocation.model import Allocation, PotAllocation, State
from overens.figures.model import Snapshot
from overens.scenario.attribute import Cause, Who
from overens.scenario.compare import Comparison, Line, compare, line_for
from overens.scenario.moved import Balance, Qualification, Sides, balance, qualifications
from overens.scenario.pairs import AgreementPair, PotPair, pair_agreements
from overens.usecases.coverage import why_not_there
from overens.usecases.library import Library
from overens.usecases.year import any_known
from overens.vocabulary.money import Amount
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain


@dataclass(frozen=True)
class Side:
    """One side of a comparison: its name, and what of the library it is.

    Attributes:
        year: The year it is, where it is a whole year.
        not_known: The year's agreements that were not known on the day.
    """

    name: Text
    allocations: tuple[Allocation, ...]
    written: dict[str, Written]
    year: int | None = None
    day: date | None = None
    not_known: tuple[Agreement, ...] = ()


@dataclass(frozen=True)
class OneSided:
    """An agreement that only one side has: nothing of it is in any sum; and why the other side has none.

    Attributes:
        kr: What is computed of it; None where nothing is.
        of: The whole that not all is computed of; None where all is, or for one place.
    """

    allocation: Allocation
    on_the_later_side: bool
    series: str
    kr: int | None
    of: Amount | None
    why: Text


@dataclass(frozen=True)
class Changes:
    """A comparison as it is told: for one place, or for all together.

    Attributes:
        lines: Each pot that could be compared, and that the place gets something of.
        not_compared: Pots that are not computed on one side.
        years: Every year that the library has agreements for.
    """

    before: Side
    after: Side
    place: Recipient | None
    comparison: Comparison
    lines: tuple[Line, ...]
    not_compared: tuple[PotPair, ...]
    one_sided: tuple[OneSided, ...]
    years: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        assert sum(self.of_cause(cause) for cause in Cause) == self.after_kr - self.before_kr

    @property
    def same(self) -> bool:
        """Whether a thing is compared with itself."""
        return self.before.name == self.after.name

    @property
    def before_kr(self) -> int:
        """What was got before of all that is compared, in kronor."""
        return sum(line.before_kr for line in self.lines)

    @property
    def after_kr(self) -> int:
        """What is got after of all that is compared, in kronor."""
        return sum(line.after_kr for line in self.lines)

    @property
    def sides(self) -> tuple[Sides, ...]:
        """The pots that could be compared."""
        return tuple(Sides(c.pair.name, c.pair.before, c.pair.after) for c in self.comparison.changes)

    @property
    def balance(self) -> Balance | None:
        """Where what some gain comes from, over all that is compared; None for one place."""
        return balance(self.sides) if self.place is None else None

    @property
    def qualified(self) -> tuple[tuple[Qualification, ...], tuple[Qualification, ...]]:
        """Who newly gets, and who no longer gets, something of a pot that both sides have."""
        found = qualifications(side for side in self.sides if side.before and side.after)
        if self.place is None:
            return found
        mine = (self.place.kind, self.place.code)
        newly, no_longer = (tuple(one for one in those if (one.who.kind, one.who.code) == mine) for those in found)
        return newly, no_longer

    def of_cause(self, cause: Cause) -> int:
        """Return what one cause gives or takes in all, in kronor."""
        return sum(line.causes.get(cause, 0) for line in self.lines)


def year_side(library: Library, year: int, day: date | None) -> Side:
    """Return a whole year as a side."""
    of_year = library.of_year(year, day)
    known = [a for a in of_year if any_known(a, day)]
    readings = {a.id: library.reading(a.id, day).written for a in known}
    return Side(
        _named(plain(str(year)), day),
        tuple(library.allocation(a.id, day) for a in known),
        readings,
        year,
        day,
        tuple(a for a in of_year if not any_known(a, day)),
    )


def agreement_side(library: Library, agreement_id: str, day: date | None, shown: str | None = None) -> Side:
    """Return one agreement, as it read on the day, as a side; for an amendment, as it reads with that and no later.

    Args:
        shown: What to call it, where that is not its id: a draft's file.
    """
    if agreement_id in library.amends:
        side = amendment_sides(library, agreement_id, day)[1]
    else:
        side = reading_side(library, reading_on(library.readings[agreement_id], day), day)
        shown = shown or agreement_id
    return replace(side, name=_named(plain(shown), day)) if shown else side


def amendment_sides(library: Library, amendment_id: str, day: date | None = None) -> tuple[Side, Side]:
    """Return the agreement before and after the amendment."""
    readings = library.readings[library.amends[amendment_id]]
    n = next(n for n, one in enumerate(readings) if one.amendment and one.amendment.id == amendment_id)
    return reading_side(library, readings[n - 1], day), reading_side(library, readings[n], day)


def reading_side(library: Library, reading: Reading, day: date | None) -> Side:
    """Return one reading of an agreement as a side."""
    written = reading.written
    name = plain(written.agreement.id)
    if reading.amendment is not None:
        name = Text(
            "{id} efter {what}", "{id} after {what}", {"id": written.agreement.id, "what": reading.amendment.id}
        )
    return Side(_named(name, day), (library.allocate(reading, day),), {written.agreement.id: written}, None, day)


def _named(name: Text, day: date | None) -> Text:
    if day is None:
        return name
    return Text("{name} (som det var känt {day})", "{name} (as known on {day})", {"name": name, "day": day})


def recipients_of(*sides: Side) -> list[Recipient]:
    """Return everyone that a pot of either side goes to, each once."""
    pots = (pot for side in sides for allocation in side.allocations for pot in allocation.pots)
    return list({(who.kind, who.code): who for pot in pots for who in pot.recipients}.values())


def show_changes(library: Library, before: Side, after: Side, place: Recipient | None = None) -> Changes:
    """Return what differs between the two sides, for a place or for all together."""
    comparison = _compared(library, before, after)
    who: Who | None = (place.kind, place.code) if place else None
    lines = tuple(line_for(change, who) for change in comparison.changes if who is None or who in change.recipients)
    return Changes(
        before,
        after,
        place,
        comparison,
        lines,
        tuple(pots for pots in comparison.not_computed if place is None or _concerns(pots, place)),
        tuple(one for pair in comparison.one_sided if (one := _one_sided(library, pair, before, after, place))),
        tuple(sorted(library.years)),
    )


def _compared(library: Library, before: Side, after: Side) -> Comparison:
    """Return every pot compared; two whole years, as known on one day, are compared once for all places."""
    if before.year is None or after.year is None or before.day != after.day:
        return _compare(library, before, after)
    kept = library.kept.on(after.day).comparisons
    years = (before.year, after.year)
    if years not in kept:
        kept[years] = _compare(library, before, after)
    return kept[years]


def _compare(library: Library, before: Side, after: Side) -> Comparison:
    def figures(pair: AgreementPair) -> Snapshot:
        found = Snapshot(library.register, {})
        for side, allocation in ((before, pair.before), (after, pair.after)):
            if allocation is not None:
                found = found.joined(library.snapshot_for(side.written[allocation.agreement.id]))
        return found

    return compare(_pairs(before, after), figures)


def _pairs(before: Side, after: Side) -> list[AgreementPair]:
    """Return the agreements in pairs; two that are asked for by name are compared whatever they are called."""
    if before.year is None and after.year is None:
        (one,), (other,) = before.allocations, after.allocations
        return [AgreementPair(series_of(other.agreement.id, other.agreement.series), one, other)]
    return pair_agreements(before.allocations, after.allocations)


def _concerns(pots: PotPair, place: Recipient) -> bool:
    return any(pot is not None and pot.is_for(place) for pot in (pots.before, pots.after))


def _one_sided(
    library: Library, pair: AgreementPair, before: Side, after: Side, place: Recipient | None
) -> OneSided | None:
    """Return an agreement of one side, if the place gets something of it or may do so."""
    allocation = pair.after or pair.before
    assert allocation is not None
    other = before if pair.after else after
    concerned = [pot for pot in allocation.pots if place is None or pot.is_for(place)]
    if not concerned:
        return None
    why = why_not_there(library, pair.series, other.year, other.not_known)
    computed = [pot for pot in concerned if pot.state is State.COMPUTED]
    all_of_it = place is not None or len(computed) == len(concerned)
    whole = None if all_of_it else allocation.whole.amount
    return OneSided(allocation, pair.after is not None, pair.series, _known_kr(computed, place), whole, why)


def _known_kr(computed: Sequence[PotAllocation], place: Recipient | None) -> int | None:
    """Return the sum of the awards to the place, or to all, in kronor; None where no pot is computed."""
    if not computed:
        return None
    awards = [award for pot in computed for award in ([pot.award_to(place)] if place else pot.awards)]
    return sum(award.amount.kr for award in awards if award is not None)
