"""Agreement + figures -> Allocation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from overens.agreement.model import Agreement, Pot, walk
from overens.agreement.terms import Earmark
from overens.allocation.knowledge import as_known, figures_known
from overens.allocation.model import Allocation, GroupSum, PotAllocation, State
from overens.allocation.pots import allocate_pot, not_yet_known
from overens.figures.model import Snapshot
from overens.vocabulary.money import Amount
from overens.vocabulary.periods import When
from overens.writing.values import Missing


def allocate(agreement: Agreement, figures: Snapshot, as_known_on: date | None = None) -> Allocation:
    """Work out what each recipient gets under the agreement.

    The same agreement and figures always give the same allocation: no clock, file or network is read.

    Args:
        agreement: An agreement without errors (see agreement.read_agreement).
        figures: The recipients, and every series that the agreement names.
        as_known_on: Leave out what became known after this day; None for all that is known.

    Returns:
        Every pot with awards that sum, with lapsed and undistributed money, to the pot, asserted.
    """
    pots = tuple(_one(agreement, path, pot, figures, as_known_on) for path, pot in agreement.leaves())
    groups = tuple(_sum_group(agreement, path, pot, pots, as_known_on) for path, pot in agreement.groups())
    total = agreement.total.marked(agreement.mark) if isinstance(agreement.total, Amount) else agreement.total
    whole = _sum((), agreement.name, total if is_known(agreement, as_known_on) else Missing.NOT_KNOWN, pots)
    return Allocation(agreement, pots, groups, whole, as_known_on)


def is_known(agreement: Agreement, as_known_on: date | None) -> bool:
    """Tell whether the agreement as a whole was known on the day; one without any date always was."""
    since = known_since(agreement)
    return since is None or since.known_on(as_known_on)


def known_since(agreement: Agreement) -> When | None:
    """Return when the agreement as a whole became known: its own date, or the decision."""
    return agreement.known_from or (agreement.decided if isinstance(agreement.decided, When) else None)


def known_from(agreement: Agreement, pot: Pot) -> When | None:
    """Return when the pot became known: its own date, the agreement's, or the decision."""
    return pot.known_from or known_since(agreement)


def earmarks_known(agreement: Agreement, as_known_on: date | None) -> Iterator[tuple[tuple[str, ...], Earmark]]:
    """Yield every earmark known on the day, with the path of its pot; that of the agreement itself is empty."""
    if is_known(agreement, as_known_on):
        yield from (((), one) for one in agreement.earmarks)
    for path, pot in walk(agreement.pots):
        since = known_from(agreement, pot)
        if since is None or since.known_on(as_known_on):
            yield from ((path, one) for one in pot.earmarks)


def _one(
    agreement: Agreement, path: tuple[str, ...], pot: Pot, figures: Snapshot, as_known_on: date | None
) -> PotAllocation:
    since = known_from(agreement, pot)
    if since is not None and not since.known_on(as_known_on):
        return not_yet_known(path, pot, since.words, figures)
    return allocate_pot(path, as_known(pot, as_known_on), figures_known(pot, figures, as_known_on))


def _sum_group(
    agreement: Agreement, path: tuple[str, ...], pot: Pot, pots: Sequence[PotAllocation], as_known_on: date | None
) -> GroupSum:
    since = known_from(agreement, pot)
    known = since is None or since.known_on(as_known_on)
    amount = pot.amount.marked(pot.mark) if isinstance(pot.amount, Amount) else pot.amount
    below = [p for p in pots if p.path[: len(path)] == path]
    return _sum(path, pot.name, amount if known else Missing.NOT_KNOWN, below)


def _sum(path: tuple[str, ...], name: str, amount: Amount | Missing, below: Sequence[PotAllocation]) -> GroupSum:
    """Add up what is below; undistributed is what the printed sum leaves, so that the identity holds."""
    known = [p for p in below if p.state is not State.NOT_YET_KNOWN]
    awarded, lapsed = sum(p.awarded_kr for p in known), sum(p.lapsed_kr for p in known)
    if not isinstance(amount, Amount):
        return GroupSum(path, name, None, awarded, lapsed, None)
    return GroupSum(path, name, amount, awarded, lapsed, amount.kr - awarded - lapsed)
