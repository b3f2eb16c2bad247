"""Pots as seen from a recipient -> its notice: sums by certainty, each part with its status, its rule and its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from overens.agreement.model import Agreement
from overens.agreement.terms import Source
from overens.allocation.describe import describe_rule
from overens.allocation.run_record import RunRecord, record_runs
from overens.notice.rows import PlaceRow
from overens.notice.stake import Stake, stake_of
from overens.notice.standing import Standing, standing_of
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.sources import Status
from overens.vocabulary.wording import Text


@dataclass(frozen=True)
class NoticePart:
    """One pot in a notice: what it brings, how certain that is, and why.

    Attributes:
        status: The pot's own status, else its agreement's.
        why: The rule, as a sentence.
        sources: Where the pot was written.
    """

    row: PlaceRow
    standing: Standing
    status: Status
    why: Text
    sources: tuple[Source, ...]

    @property
    def stake(self) -> Stake:
        """The kronor of this part."""
        return stake_of([], [self.row]) if self.standing is Standing.SHARED else stake_of([self.row])


@dataclass(frozen=True)
class Notice:
    """What a recipient is told about its grants of a year (besked), and how certain it is.

    Attributes:
        agreements: The agreements behind it, in order.
        run: What was computed from what, for all of them together.
    """

    recipient: Recipient
    year: int
    as_known_on: date | None
    parts: tuple[NoticePart, ...]
    agreements: tuple[Agreement, ...]
    run: RunRecord

    def of(self, standing: Standing) -> tuple[NoticePart, ...]:
        """Return the parts that stand so."""
        return tuple(part for part in self.parts if part.standing is standing)

    def sum_of(self, standing: Standing) -> Stake | None:
        """Return the kronor of the parts that stand so; None where there is no such part."""
        rows = [part.row for part in self.of(standing)]
        if not rows:
            return None
        return stake_of([], rows) if standing is Standing.SHARED else stake_of(rows)


def compose_notice(
    rows: Sequence[PlaceRow], shared: Sequence[PlaceRow], who: Recipient, year: int, as_known_on: date | None = None
) -> Notice:
    """Write the notice of one recipient.

    Args:
        rows: Pots that go to the recipient itself.
        shared: Pots of its county that it gets an unstated part of.
    """
    parts = [*(_part(row, standing_of(row)) for row in rows), *(_part(row, Standing.SHARED) for row in shared)]
    allocations = {part.row.allocation.agreement.id: part.row.allocation for part in parts}
    agreements = tuple(allocation.agreement for allocation in allocations.values())
    return Notice(who, year, as_known_on, tuple(parts), agreements, record_runs(allocations.values()))


def sources_named(agreement: Agreement, names: Iterable[str]) -> tuple[Source, ...]:
    """Return the agreement's sources of these names."""
    return tuple(agreement.sources[name] for name in names if name in agreement.sources)


def was_known(agreement: Agreement, sources: tuple[str, ...] | None, day: date | None) -> bool:
    """Tell whether a term was known on the day: unless every source that it names was published later."""
    if day is None or not sources:
        return True
    dates = [source.published for source in sources_named(agreement, sources)]
    return not dates or any(not isinstance(d, When) or d.known_on(day) for d in dates)


def _part(row: PlaceRow, standing: Standing) -> NoticePart:
    agreement, pot = row.allocation.agreement, row.pot.pot
    status = pot.status or agreement.status
    return NoticePart(row, standing, status, describe_rule(pot), sources_named(agreement, pot.source))
