"""Events + the pots they concern -> what the recipient must ask for or do, and the kronor that are at stake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from overens.agreement.terms import Instalment, Repayment, RequisitionNeed
from overens.followup.levels import application_of, levels, need_of, repayments_of, requisition_of
from overens.followup.model import Event, EventKind, Gap, MayLapse
from overens.notice.compose import was_known
from overens.notice.rows import PlaceRow
from overens.notice.stake import stake_of

_TO_DO = (EventKind.APPLICATION, EventKind.REQUISITION, EventKind.CONDITION, EventKind.DUTY)


def what_may_lapse(events: Iterable[Event], rows: Iterable[PlaceRow], shared: Iterable[PlaceRow]) -> list[MayLapse]:
    """Return what the recipient must apply for, requisition, meet or hand in, in the order of the events.

    A condition that is known to be met is settled, and left out. What follows a report that is late is
    seldom written; the kronor are those it concerns, not those that surely are lost.

    Args:
        shared: Pots of the recipient's county, of which it gets a part that nobody has stated.
    """
    own, joint = _by_agreement(rows), _by_agreement(shared)
    return [
        MayLapse(event, stake_of(_concerned(event, own), _concerned(event, joint)))
        for event in events
        if event.own and event.kind in _TO_DO and event.met is not True
    ]


def _by_agreement(rows: Iterable[PlaceRow]) -> dict[str, list[PlaceRow]]:
    found: dict[str, list[PlaceRow]] = {}
    for row in rows:
        found.setdefault(row.allocation.agreement.id, []).append(row)
    return found


def _concerned(event: Event, rows: dict[str, list[PlaceRow]]) -> Iterator[PlaceRow]:
    """Yield the pots that the event governs: its pot, or those below it without a term of their own."""
    for row in rows.get(event.agreement, ()):
        agreement, path = row.allocation.agreement, row.pot.path
        match event.kind:
            case EventKind.APPLICATION:
                innermost = application_of(agreement, path)
                governed = innermost[0] == event.pot if innermost else event.pot == row.pot.id
            case EventKind.REQUISITION:
                term = requisition_of(agreement, path)
                governed = term[0] == event.pot if term else event.pot == row.pot.id
            case _:
                governed = event.pot in [name for name, _ in levels(agreement, path)]
        if governed:
            yield row


# --- what is not found --------------------------------------------------------------


def need_not_found(rows: Iterable[PlaceRow], day: date | None = None) -> tuple[Gap, ...]:
    """Return the pots of which it is not found (or was not known on the day) whether they must be requisitioned."""
    return _gather(
        (row, (EventKind.REQUISITION,))
        for row in rows
        if need_of(row.allocation.agreement, row.pot.path, day) is RequisitionNeed.NOT_FOUND
    )


def gaps(rows: Iterable[PlaceRow], day: date | None = None) -> tuple[Gap, ...]:
    """Return the pots about whose payment, or repayment, the files say nothing at all."""
    return _gather((row, kinds) for row in rows if (kinds := _silent(row, day)))


def _silent(row: PlaceRow, day: date | None) -> tuple[EventKind, ...]:
    agreement = row.allocation.agreement
    said: dict[EventKind, tuple[Instalment, ...] | tuple[Repayment, ...]] = {
        EventKind.PAYMENT: row.pot.pot.instalments,
        EventKind.REPAYMENT: repayments_of(agreement, row.pot.path),
    }
    return tuple(
        kind for kind, terms in said.items() if not any(was_known(agreement, one.source, day) for one in terms)
    )


def _gather(found: Iterable[tuple[PlaceRow, tuple[EventKind, ...]]]) -> tuple[Gap, ...]:
    """Put the pots of an agreement with the same kinds together."""
    pots: dict[tuple[str, tuple[EventKind, ...]], list[str]] = {}
    for row, kinds in found:
        pots.setdefault((row.allocation.agreement.id, kinds), []).append(row.pot.id)
    return tuple(Gap(agreement, tuple(names), kinds) for (agreement, kinds), names in pots.items())
