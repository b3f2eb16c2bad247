"""Announcements and agreements -> the sums of each year as they are counted, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overens.agreement.announcements import Announcement, Announcements, Regularity
from overens.agreement.label import series_of
from overens.agreement.model import Agreement, Pot
from overens.agreement.terms import Source
from overens.allocation.allocate import known_from, known_since
from overens.notice.lead_time import KnownSum
from overens.vocabulary.money import Amount, Mark
from overens.vocabulary.periods import When
from overens.vocabulary.sources import GrantKind


@dataclass(frozen=True)
class CountedSum:
    """A sum of a year as it is counted: from the list of announcements or, if no row is about it, from an agreement.

    Attributes:
        unsure: Why the amount is uncertain; the interval then holds that it is nothing.
        sum_only: Only the sum was known then, not how it is divided.
        agreements: Ids of the agreements in the library that it is about.
        listed: Whether it stands in a list of announcements.
        differs: The agreement that gives another date for it, and that date.
        parts: The same money by the dates of its pots, where a pot became known later.
    """

    year: int
    name: str
    known: When
    date_inferred: bool
    amount: Amount
    kind: Regularity
    unsure: str | None
    sum_only: bool
    agreements: tuple[str, ...]
    listed: bool
    source: Source
    parts: tuple[KnownSum, ...]
    differs: tuple[str, When] | None = None

    @property
    def whole(self) -> KnownSum:
        """The sum with its interval and its date."""
        low = 0 if self.unsure else self.amount.low
        return KnownSum(self.amount.kr, low or 0, self.amount.high, self.known)


def counted_sums(lists: Sequence[Announcements], agreements: Sequence[Agreement]) -> list[CountedSum]:
    """Return every announced sum, and every agreement that no announcement is about; nothing is counted twice."""
    rows = [(read, [(one, _about(one, agreements)) for one in read.written.announcements]) for read in lists]
    named = {a.id for _, about in rows for _, of_row in about for a in of_row}
    listed = (one for read, about in rows for one in _listed(read, about))
    return [*listed, *_unlisted([a for a in agreements if a.id not in named])]


Row = tuple[Announcement, tuple[Agreement, ...]]
"""An announcement, and the agreements it is about."""


def _about(one: Announcement, every: Sequence[Agreement]) -> tuple[Agreement, ...]:
    return tuple(agreement for agreement in every if is_about(one, agreement))


def _listed(read: Announcements, about: Sequence[Row]) -> Iterator[CountedSum]:
    shared = {name for name, n in Counter(a.id for _, named in about for a in named).items() if n > 1}
    for one, agreements in about:
        amount = one.amount.marked(Mark.INFERRED if one.unsure else one.mark)
        yield CountedSum(
            one.year,
            one.name,
            one.known_from,
            one.date_inferred,
            amount,
            one.kind,
            one.unsure,
            one.sum_only,
            tuple(a.id for a in agreements),
            True,
            read.source(one),
            _parts(amount, one.known_from, 0 if one.unsure else amount.low, _pots_of(one, shared, agreements)),
            _other_date(one, shared, agreements),
        )


def is_about(one: Announcement, agreement: Agreement) -> bool:
    """Tell whether the announcement is about the agreement: it names it, or its series, in one of its years."""
    if one.about:
        return agreement.id in one.about
    return one.year in agreement.years and one.series == series_of(agreement.id, agreement.series)


def _pots_of(one: Announcement, shared: set[str], agreements: tuple[Agreement, ...]) -> list[Pot]:
    """Return the pots whose dates tell when parts of the sum became known; none if several rows share them.

    Args:
        shared: Ids of the agreements that several announcements are about.
    """
    leaves = [(path[-1], pot) for a in agreements for path, pot in a.leaves()]
    if one.pot is not None:
        return [pot for name, pot in leaves if name == one.pot.partition("/")[2]]
    return [] if any(a.id in shared for a in agreements) else [pot for _, pot in leaves]


def _other_date(one: Announcement, shared: set[str], agreements: tuple[Agreement, ...]) -> tuple[str, When] | None:
    """Return the agreement that says another date, if none of its dates can be the announcement's."""
    if one.pot is None and any(a.id in shared for a in agreements):
        return None
    dates = [
        (a.id, since)
        for a in agreements
        for since in (
            *(known_from(a, pot) for pot in _pots_of(one, shared, (a,))),
            None if one.pot is not None else known_since(a),
        )
        if since is not None
    ]
    same = any(since.first <= one.known_from.last and one.known_from.first <= since.last for _, since in dates)
    return None if same or not dates else min(dates, key=lambda found: found[1])


def _parts(amount: Amount, known: When, least: int | None, pots: list[Pot]) -> tuple[KnownSum, ...]:
    """Return the sum with the pots that became known later at their own dates, and the rest at its own."""
    later = []
    left, low, high = amount.kr, least or 0, amount.high
    for pot in pots:
        if pot.known_from is None or pot.known_from.first <= known.last or not isinstance(pot.amount, Amount):
            continue
        kr = min(pot.amount.kr, left)
        later.append(KnownSum(kr, kr, kr, pot.known_from))
        left, low, high = left - kr, max(0, low - kr), None if high is None else max(0, high - kr)
    return (*later, KnownSum(left, low, high, known))


def _unlisted(agreements: Sequence[Agreement]) -> Iterator[CountedSum]:
    """Yield the sums of agreements that no announcement is about; a supplement is new money, the rest annual."""
    for agreement in agreements:
        known = known_since(agreement)
        total = agreement.total
        if known is None or not isinstance(total, Amount):
            continue
        supplement = agreement.kind in (GrantKind.SUPPLEMENTARY, GrantKind.AMENDING)
        yield CountedSum(
            agreement.years[0],
            agreement.name,
            known,
            False,
            total.marked(agreement.mark),
            Regularity.NEW if supplement else Regularity.ANNUAL,
            None,
            False,
            (agreement.id,),
            False,
            agreement.sources[agreement.source[0]],
            _parts(total, known, total.low, [pot for _, pot in agreement.leaves()]),
        )
