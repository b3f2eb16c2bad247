"""Pots as seen from a recipient -> the kronor they may bring, each way of knowing them apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from overens.allocation.model import State
from overens.notice.rows import PlaceRow
from overens.vocabulary.money import Amount, Precision
from overens.vocabulary.wording import Text, join_texts, kronor


@dataclass(frozen=True)
class Stake:
    """The kronor that a right, a duty or some pots concern (vad det gäller).

    Attributes:
        awarded_kr: Awards that are computed; None where there are none.
        exact: Whether those awards are exact.
        at_most_kr: Ceilings of pots that are not computed.
        at_least_kr: Floors of pots that are not computed and have no known ceiling.
        part_of_kr: Whole pots, of which nothing else is known than that the recipient may get a part.
        unknown: Pots of which not even the sum is known.
        at_most_exact: Whether those ceilings are of exact pots.
        part_of_exact: Whether those whole pots are exact.
    """

    awarded_kr: int | None = None
    exact: bool = True
    at_most_kr: int | None = None
    at_least_kr: int | None = None
    part_of_kr: int | None = None
    unknown: int = 0
    at_most_exact: bool = True
    part_of_exact: bool = True


def stake_of(rows: Iterable[PlaceRow], shared: Iterable[PlaceRow] = ()) -> Stake:
    """Return the kronor of the pots.

    Args:
        rows: Pots that go to the recipient itself.
        shared: Pots of its county, of which it gets a part that nobody has stated.
    """
    found = list(rows)
    computed = [row for row in found if row.pot.state is State.COMPUTED]
    left = [row for row in found if row.pot.state is not State.COMPUTED]
    amounts = [row.award.amount for row in computed if row.award]
    ceilings = [row.ceiling_kr for row in left if row.ceiling_kr is not None]
    floors = [row.at_least_kr for row in left if row.ceiling_kr is None and row.at_least_kr is not None]
    bare = [row.pot.amount for row in left if row.ceiling_kr is None and row.at_least_kr is None]
    county = [row.award.amount if row.award else row.pot.amount for row in shared]
    parts = [amount for amount in (*bare, *county) if amount is not None]
    capped = [row.pot.amount for row in left if row.ceiling_kr is not None and row.pot.amount is not None]
    return Stake(
        awarded_kr=sum(amount.kr for amount in amounts) if computed else None,
        exact=_exact(amounts),
        at_most_kr=sum(ceilings) if ceilings else None,
        at_least_kr=sum(floors) if floors else None,
        part_of_kr=sum(amount.kr for amount in parts) if parts else None,
        unknown=len(bare) + len(county) - len(parts),
        at_most_exact=_exact(capped),
        part_of_exact=_exact(parts),
    )


def _exact(amounts: Iterable[Amount]) -> bool:
    return all(amount.precision is Precision.EXACT for amount in amounts)


@dataclass(frozen=True)
class StakePart:
    """One of the sums of a stake, in words; kronor are None for pots of which no sum is known.

    Attributes:
        name: What `Stake` calls it.
    """

    name: str
    kr: int | None
    words: Text


def stake_parts(stake: Stake) -> list[StakePart]:
    """Return the sums apart: what is awarded, and what may come beside it."""
    sums = {
        "awarded_kr": (stake.awarded_kr, stake.exact, Text("{kr}", "{kr}")),
        "at_most_kr": (stake.at_most_kr, stake.at_most_exact, Text("högst {kr}", "at most {kr}")),
        "at_least_kr": (stake.at_least_kr, True, Text("minst {kr}", "at least {kr}")),
        "part_of_kr": (stake.part_of_kr, stake.part_of_exact, Text("del av {kr}", "part of {kr}")),
    }
    found = [
        StakePart(name, kr, replace(words, values={"kr": kronor(kr) if exact else f"≈\u00a0{kronor(kr)}"}))
        for name, (kr, exact, words) in sums.items()
        if kr is not None
    ]
    if stake.unknown or not found:
        found.append(StakePart("unknown", None, Text("okänt belopp", "an unknown sum")))
    return found


def stake_words(stake: Stake) -> Text:
    """Return the kronor that are concerned: what is awarded, and what may come beside it."""
    return join_texts([part.words for part in stake_parts(stake)], " + ")
