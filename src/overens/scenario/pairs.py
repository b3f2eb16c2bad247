"""Two lists of allocations -> which agreements, and which of their pots, are the same on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overens.agreement.label import series_of
from overens.agreement.model import Agreement
from overens.allocation.model import Allocation, PotAllocation


@dataclass(frozen=True)
class AgreementPair:
    """An agreement on both sides, or (one of them None) on one only."""

    series: str
    before: Allocation | None
    after: Allocation | None


@dataclass(frozen=True)
class PotPair:
    """A pot on both sides, or (one of them None) on one only."""

    agreements: AgreementPair
    before: PotAllocation | None
    after: PotAllocation | None

    @property
    def name(self) -> str:
        """The pot, as it is called on the later side that has it."""
        agreement = self.agreements.after if self.after else self.agreements.before
        pot = self.after or self.before
        assert agreement is not None
        assert pot is not None
        return f"{agreement.agreement.id}/{pot.id}"


def pair_agreements(before: Sequence[Allocation], after: Sequence[Allocation]) -> list[AgreementPair]:
    """Return the agreements in pairs by series, in the order of the later side; then what is only on the earlier.

    Where a series has several agreements a year, they are paired by what their ids say beside the year.
    """
    left = list(before)
    pairs = []
    for one in after:
        other = _counterpart(one, left, after)
        if other is not None:
            left.remove(other)
        pairs.append(AgreementPair(_series(one.agreement), other, one))
    return pairs + [AgreementPair(_series(one.agreement), one, None) for one in left]


def _counterpart(one: Allocation, left: Sequence[Allocation], after: Sequence[Allocation]) -> Allocation | None:
    named = one.agreement.predecessor.of if one.agreement.predecessor else None
    continued = [a for a in left if a.agreement.id == named]
    same = [a for a in left if _series(a.agreement) == _series(one.agreement)]
    twin = [a for a in same if _without_year(a.agreement.id) == _without_year(one.agreement.id)]
    siblings = [a for a in after if _series(a.agreement) == _series(one.agreement)]
    only = same if len(same) == 1 and len(siblings) == 1 else []
    return next(iter([*continued, *twin, *only]), None)


def _series(agreement: Agreement) -> str:
    return series_of(agreement.id, agreement.series)


def _without_year(name: str) -> str:
    return re.sub(r"-(?:19|20)\d\d(?=-|$)", "", name)


def pair_pots(pair: AgreementPair) -> Iterator[PotPair]:
    """Yield the agreement's pots in pairs: by what the later file says it continues, else by name."""
    left = list(pair.before.pots) if pair.before else []
    for pot in pair.after.pots if pair.after else ():
        other = _same_pot(pair, pot, left)
        if other is not None:
            left.remove(other)
        yield PotPair(pair, other, pot)
    yield from (PotPair(pair, pot, None) for pot in left)


def _same_pot(pair: AgreementPair, pot: PotAllocation, left: Sequence[PotAllocation]) -> PotAllocation | None:
    named = pot.pot.predecessor.of if pot.pot.predecessor else None
    before = pair.before.agreement.id if pair.before else ""
    continued = [p for p in left if named in (f"{before}/{p.id}", f"{before}/{'/'.join(p.path)}")]
    return next(iter([*continued, *(p for p in left if p.id == pot.id)]), None)
