"""Allocations -> the kronor of every pot by whom it goes to and how sure that is; the parts sum to the pot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from overens.agreement.rules import Group
from overens.allocation.model import Allocation, PotAllocation, State
from overens.export.csv_table import Table
from overens.notice.rows import PlaceRow, rows_for_everyone
from overens.notice.standing import Standing, standing_of
from overens.usecases.tables import AGREEMENT, POT, WHAT
from overens.vocabulary.money import SURE, Precision
from overens.vocabulary.wording import Text


class ToWhom(StrEnum):
    """Which kind of recipient a pot goes to (till vem)."""

    REGIONS = "regioner"
    MUNICIPALITIES = "kommuner"
    COUNTIES = "länsgemensamt"
    OTHERS = "andra"
    NOT_STATED = "ej angivet"


_TO_WHOM = {
    Group.REGIONS: ToWhom.REGIONS,
    Group.MUNICIPALITIES: ToWhom.MUNICIPALITIES,
    Group.MUNICIPALITIES_BY_COUNTY: ToWhom.MUNICIPALITIES,
    Group.COUNTY_JOINT: ToWhom.COUNTIES,
    Group.NOT_STATED: ToWhom.NOT_STATED,
}
_WORDS = {
    ToWhom.REGIONS: Text("Regionerna", "The regions"),
    ToWhom.MUNICIPALITIES: Text("Kommunerna", "The municipalities"),
    ToWhom.COUNTIES: Text("Region och kommuner gemensamt, per län", "Region and municipalities jointly, by county"),
    ToWhom.OTHERS: Text("Andra: SKR, RCC, myndigheter", "Others: SKR, RCC, agencies"),
    ToWhom.NOT_STATED: Text("Till vem är ej funnet", "To whom is not found"),
}


def to_whom_words(whom: ToWhom) -> Text:
    """Return whom the money goes to, as words in either language."""
    return _WORDS[whom]


@dataclass(frozen=True)
class PotSum:
    """A pot in kronor: certain + inferred + to earn + not computed + lapsed + undistributed = the pot (pottens delar).

    Attributes:
        pot: The pot's id; empty for what of the agreement's total no pot holds.
        amount_kr: None where the pot's amount is not known; then every part is 0.
        to_earn_kr: The most that can be earned of a pot that hangs on performance or conditions.
        undistributed_kr: What a pot that is computed leaves over.
        exact: Whether the amount is exact.
    """

    agreement: str
    pot: str
    name: Text | str
    whom: ToWhom
    standing: Standing
    amount_kr: int | None
    certain_kr: int = 0
    inferred_kr: int = 0
    to_earn_kr: int = 0
    not_computed_kr: int = 0
    lapsed_kr: int = 0
    undistributed_kr: int = 0
    exact: bool = True

    def __post_init__(self) -> None:
        parts = self.certain_kr + self.inferred_kr + self.to_earn_kr + self.not_computed_kr
        whole = parts + self.lapsed_kr + self.undistributed_kr
        assert whole == (self.amount_kr or 0), f"{self.agreement}/{self.pot}: {whole} != {self.amount_kr}"


def pot_sums(allocations: Iterable[Allocation]) -> tuple[PotSum, ...]:
    """Return the parts of every pot that was known, and of what the agreements' totals hold beside their pots."""
    return tuple(one for allocation in allocations for one in _of_agreement(allocation))


def _of_agreement(allocation: Allocation) -> Iterator[PotSum]:
    found = [_of_pot(row) for row in rows_for_everyone([allocation])]
    yield from found
    whole = allocation.whole.amount
    rest = whole.kr - sum(one.amount_kr or 0 for one in found) if whole is not None else 0
    if whole is not None and rest:
        yield PotSum(
            allocation.agreement.id,
            "",
            Text("Beloppet utöver potter med kända belopp", "The total beyond pots with known amounts"),
            ToWhom.NOT_STATED,
            Standing.NOT_COMPUTED,
            rest,
            not_computed_kr=rest,
            exact=whole.precision is Precision.EXACT,
        )


def _of_pot(row: PlaceRow) -> PotSum:
    pot = row.pot
    whom = _TO_WHOM.get(pot.pot.to.group, ToWhom.OTHERS) if pot.pot.to is not None else ToWhom.NOT_STATED
    sure, unsure = by_mark(pot)
    standing = standing_of(row)
    if standing is Standing.CERTAIN and unsure > sure:
        standing = Standing.INFERRED
    own = (row.allocation.agreement.id, pot.id, pot.pot.name, whom, standing)
    if pot.amount is None:
        return PotSum(*own, None)
    exact = pot.amount.precision is Precision.EXACT
    if pot.state is State.COMPUTED:
        left = (pot.lapsed_kr, pot.undistributed_kr)
        return PotSum(*own, pot.amount.kr, sure, unsure, 0, 0, *left, exact=exact)
    earned = pot.amount.kr if standing is Standing.TO_EARN else 0
    return PotSum(*own, pot.amount.kr, to_earn_kr=earned, not_computed_kr=pot.amount.kr - earned, exact=exact)


def by_mark(pot: PotAllocation) -> tuple[int, int]:
    """Return what of a pot's awards is sure and what is inferred, in kronor."""
    sure = sum(award.amount.kr for award in pot.awards if award.amount.mark in SURE)
    return sure, pot.awarded_kr - sure


PARTS = (
    ("certain_kr", Text("Säkert", "Certain")),
    ("inferred_kr", Text("Härlett", "Inferred")),
    ("to_earn_kr", Text("Att tjäna in, högst", "To earn, at most")),
    ("not_computed_kr", Text("Ej beräknat", "Not computed")),
    ("lapsed_kr", Text("Förfallet", "Lapsed")),
    ("undistributed_kr", Text("Ej fördelat", "Undistributed")),
)
"""The columns whose sum is the pot."""


def pot_sums_table(found: Iterable[PotSum], title: Text) -> Table:
    """Pots with their parts, in kronor; a pot whose amount is not known has an empty amount."""
    return Table(
        title,
        ("agreement", "pot", "name", "to", "standing", "amount_kr", *(name for name, _ in PARTS), "exact"),
        (
            AGREEMENT,
            POT,
            WHAT,
            Text("Till", "To"),
            Text("Säkerhet", "Certainty"),
            Text("Belopp", "Amount"),
            *(heading for _, heading in PARTS),
            Text("Exakt", "Exact"),
        ),
        tuple(
            (
                one.agreement,
                one.pot,
                one.name,
                one.whom.name.lower(),
                one.standing.name.lower(),
                one.amount_kr,
                *(getattr(one, name) for name, _ in PARTS),
                int(one.exact),
            )
            for one in found
        ),
    )
