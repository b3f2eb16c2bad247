"""Two lists of allocations -> which agreements, and which of their pots, are the same on both sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

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

    What an agreement itself says it continues goes first. Where a series has several agreements a year, they are
    paired by what their ids say beside the year.
    """

    def is_alone(one: Allocation, other: Allocation) -> bool:
        return all(len([a for a in side if _one_series(a, one)]) == 1 for side in (before, after)) and _one_series(
            one, other
        )

    found = _match(before, after, (_continues, _is_twin, is_alone))
    taken = set(found.values())
    return [
        *(
            AgreementPair(_series(a.agreement), before[found[n]] if n in found else None, a)
            for n, a in enumerate(after)
        ),
        *(AgreementPair(_series(a.agreement), a, None) for n, a in enumerate(before) if n not in taken),
    ]


T = TypeVar("T")


def _match(before: Sequence[T], after: Sequence[T], ways: Sequence[Callable[[T, T], bool]]) -> dict[int, int]:
    """Return which of the later is which of the earlier, by their places; the first way goes before the second."""
    found: dict[int, int] = {}
    for way in ways:
        for n, one in enumerate(after):
            free = (m for m, other in enumerate(before) if m not in found.values() and way(one, other))
            other = next(free, None) if n not in found else None
            if other is not None:
                found[n] = other
    return found


def _continues(one: Allocation, other: Allocation) -> bool:
    return one.agreement.predecessor is not None and one.agreement.predecessor.of == other.agreement.id


def _is_twin(one: Allocation, other: Allocation) -> bool:
    return _one_series(one, other) and _without_year(one.agreement.id) == _without_year(other.agreement.id)


def _one_series(one: Allocation, other: Allocation) -> bool:
    return _series(one.agreement) == _series(other.agreement)


def _series(agreement: Agreement) -> str:
    return series_of(agreement.id, agreement.series)


def _without_year(name: str) -> str:
    return re.sub(r"-(?:19|20)\d\d(?=-|$)", "", name)


def pair_pots(pair: AgreementPair) -> Iterator[PotPair]:
    """Yield the agreement's pots in pairs: by what the later file says it continues, else by name."""
    before, after = (side.pots if side else () for side in (pair.before, pair.after))
    agreement = pair.before.agreement.id if pair.before else ""

    def continues(one: PotAllocation, other: PotAllocation) -> bool:
        named = one.pot.predecessor.of if one.pot.predecessor else None
        return named in (f"{agreement}/{other.id}", f"{agreement}/{'/'.join(other.path)}")

    found = _match(before, after, (continues, lambda one, other: one.id == other.id))
    taken = set(found.values())
    yield from (PotPair(pair, before[found[n]] if n in found else None, pot) for n, pot in enumerate(after))
    yield from (PotPair(pair, pot, None) for n, pot in enumerate(before) if n not in taken)
