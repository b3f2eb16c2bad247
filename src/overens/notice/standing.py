"""Pots as seen from a recipient -> how each stands (certain, inferred, to earn, not computed, shared), and the kronor of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from overens.notice.rows import Certainty, PlaceRow
from overens.notice.stake import Stake, stake_of
from overens.vocabulary.wording import Text


class Standing(StrEnum):
    """How a part of a notice stands: what is counted, and what is still open."""

    CERTAIN = "säkert"
    INFERRED = "härlett"
    TO_EARN = "att tjäna in"
    NOT_COMPUTED = "ej beräknat"
    SHARED = "delas i länet"


_WORDS = {
    Standing.CERTAIN: Text("säkert", "certain"),
    Standing.INFERRED: Text("härlett, inte tryckt i någon källa", "inferred, not printed in any source"),
    Standing.TO_EARN: Text("att tjäna in, eller på villkor", "to be earned, or on conditions"),
    Standing.NOT_COMPUTED: Text("ej beräknat", "not computed"),
    Standing.SHARED: Text("delas i länet, inte fördelat", "shared in the county, not divided"),
}


def standing_words(standing: Standing) -> Text:
    """Return how a part stands, as words in either language."""
    return _WORDS[standing]


def standing_of(row: PlaceRow) -> Standing:
    """Return how a pot that goes to the recipient itself stands."""
    if row.certainty is Certainty.NOT_COMPUTED:
        pot = row.pot.pot
        earned = pot.performance or pot.conditions or any(one.conditions for one in pot.instalments)
        return Standing.TO_EARN if earned else Standing.NOT_COMPUTED
    return Standing.CERTAIN if row.certainty is Certainty.CERTAIN else Standing.INFERRED


def sums_by_standing(rows: Iterable[PlaceRow], shared: Iterable[PlaceRow] = ()) -> Mapping[Standing, Stake]:
    """Return the kronor of the pots that stand in each way; a way in which none stands is not there.

    Args:
        shared: Pots of the recipient's county, of which it gets a part that nobody has stated.
    """
    found: dict[Standing, list[PlaceRow]] = {}
    for row in rows:
        found.setdefault(standing_of(row), []).append(row)
    joint = list(shared)
    sums = {standing: stake_of(found[standing]) for standing in Standing if standing in found}
    return sums | {Standing.SHARED: stake_of([], joint)} if joint else sums
