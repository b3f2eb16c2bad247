"""Who gets what: awards, pots, groups, and the trace that explains them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from overens.agreement.model import Agreement, Pot
from overens.agreement.readings import Reading
from overens.allocation.earnings import Earnings
from overens.allocation.parameters import Parameter
from overens.figures.model import Series
from overens.vocabulary.money import Amount
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text


class State(StrEnum):
    """Whether a pot could be computed."""

    COMPUTED = "beräknad"
    NOT_COMPUTED = "ej beräknad"
    NOT_YET_KNOWN = "ännu inte känd"


class Basis(StrEnum):
    """What a comparison with a published table is worth (grund)."""

    INDEPENDENT = "oberoende"
    SAME_TABLE = "samma tabell"
    LIST = "lista"


@dataclass(frozen=True)
class Award:
    """What one recipient gets from one pot (tilldelning).

    Attributes:
        amount: Kronor awarded, with interval, precision and mark.
        ceiling_kr: The most it could get, had all conditions been met; None when that is not known.
        earned_kr: What it earned itself.
        bonus_kr: What others did not earn and it was given.
        withheld_kr: What it did not earn.
        instalments: Kronor per payment, in the order of the file; empty when it is paid at once.
    """

    recipient: Recipient
    amount: Amount
    ceiling_kr: int | None
    earned_kr: int
    bonus_kr: int = 0
    withheld_kr: int = 0
    instalments: tuple[int, ...] = ()


@dataclass(frozen=True)
class Weights:
    """One figure as it was used as a key: the weight of each recipient, and their sum."""

    series: Series
    of: Mapping[str, Fraction]
    share_of_pot: Fraction = Fraction(1)

    @property
    def total(self) -> Fraction:
        """The sum of the weights."""
        return sum(self.of.values(), Fraction(0))


@dataclass(frozen=True)
class Shares:
    """Exact shares in kronor before rounding, with the least and the most each can be.

    Attributes:
        exact: Code -> exact share in kronor.
        low, high: Code -> the interval that roughly printed amounts and figures leave open.
        weights: The figures used.
        series: Every series read, also those that are no weights.
    """

    exact: Mapping[str, Fraction]
    low: Mapping[str, Fraction]
    high: Mapping[str, Fraction]
    weights: tuple[Weights, ...] = ()
    series: tuple[Series, ...] = ()


@dataclass(frozen=True)
class Part:
    """A pot, or one conditional payment of it, divided: every step's numbers, enough to explain any award.

    Attributes:
        total_kr: What is divided.
        shares: Exact shares of all recipients, before bounds and conditions.
        own: Code -> exact share within floors and caps.
        ceilings: Code -> the share in whole kronor, had everyone met the conditions.
        eligible: Code -> meets the conditions; empty when there are none.
        earned: Code -> earnings in kronor, given or by outcomes; empty when there are none.
        final: Code -> exact share that was rounded.
        awarded: Code -> whole kronor.
        read: Series that bounds and conditions read, beside those of the key.
        rest_kr: What rounding left (or, below zero, gave out too much).
        earnings: What was earned by outcomes, requirement by requirement; None where performance is not measured so.
    """

    total_kr: int
    shares: Shares
    own: Mapping[str, Fraction]
    ceilings: Mapping[str, int]
    final: Mapping[str, Fraction]
    awarded: Mapping[str, int]
    lapsed_kr: int = 0
    rest_kr: int = 0
    floors: Mapping[str, Fraction] = field(default_factory=dict)
    caps: Mapping[str, Fraction] = field(default_factory=dict)
    eligible: Mapping[str, bool] = field(default_factory=dict)
    earned: Mapping[str, int] = field(default_factory=dict)
    read: tuple[Series, ...] = ()
    earnings: Earnings | None = None

    @property
    def undistributed_kr(self) -> int:
        """What is neither awarded nor lapsed."""
        return self.total_kr - sum(self.awarded.values()) - self.lapsed_kr


@dataclass(frozen=True)
class Deviation:
    """A published amount that the rule does not give (avvikelse)."""

    recipient: Recipient
    published_kr: int
    computed_kr: int
    reason: str | None


@dataclass(frozen=True)
class AnnexComparison:
    """The rule's amounts beside the published ones (bilaga): how many are equal, and on what basis."""

    table: str
    equal: int
    of: int
    basis: Basis
    deviations: tuple[Deviation, ...]
    not_published: tuple[Recipient, ...] = ()
    published_total_kr: int = 0


@dataclass(frozen=True)
class PotAllocation:
    """A pot with its awards; awarded + lapsed + undistributed = pot, to the krona.

    Attributes:
        reason: Why the pot is not computed, or what its undistributed money is.
        impossible: The rule asks for more than there is: a mistake in the file, not a gap in what is known.
        ceilings: The most each recipient can get, for a pot that is not computed.
        base: The pot as it was divided; None when it was not, or went whole to one.
        payments: Each payment as it was settled, when payments have conditions of their own.
        at_least: What each recipient surely gets of a pot that is not computed, by its floor.
        least_if_met: The least each gets of a pot that is not computed, if it meets the conditions.
        missing: Values that no source gives and that must be given before the pot can be computed.
    """

    path: tuple[str, ...]
    pot: Pot
    state: State
    amount: Amount | None
    awards: tuple[Award, ...] = ()
    lapsed_kr: int = 0
    undistributed_kr: int = 0
    reason: Text | None = None
    impossible: bool = False
    ceilings: Mapping[str, int] = field(default_factory=dict)
    at_least: Mapping[str, int] = field(default_factory=dict)
    least_if_met: Mapping[str, int] = field(default_factory=dict)
    recipients: tuple[Recipient, ...] = ()
    base: Part | None = None
    payments: tuple[Part, ...] = ()
    used: tuple[Series, ...] = ()
    annex: AnnexComparison | None = None
    missing: tuple[Parameter, ...] = ()

    def __post_init__(self) -> None:
        if self.amount is not None and self.state is not State.NOT_YET_KNOWN:
            whole = self.awarded_kr + self.lapsed_kr + self.undistributed_kr
            assert whole == self.amount.kr, f"{'/'.join(self.path)}: {whole} != {self.amount.kr}"

    @property
    def id(self) -> str:
        """The pot's own name, unique in its agreement."""
        return self.path[-1]

    @property
    def awarded_kr(self) -> int:
        """The sum of the awards."""
        return sum(award.amount.kr for award in self.awards)

    def award_to(self, recipient: Recipient) -> Award | None:
        """Return the recipient's award, or None."""
        return self._award_of.get((recipient.kind, recipient.code))

    def is_for(self, recipient: Recipient) -> bool:
        """Tell whether the recipient is among those the pot goes to, computed or not."""
        return (recipient.kind, recipient.code) in self._who

    def area_of(self, recipient: Recipient) -> Recipient | None:
        """Return the county that gets the money, where the recipient is one of those that share it; else None."""
        if recipient.kind is RecipientKind.AREA:
            return None
        return next((area for area in self.recipients if recipient.code in area.shared_by), None)

    @cached_property
    def _award_of(self) -> Mapping[tuple[RecipientKind, str], Award]:
        return {(award.recipient.kind, award.recipient.code): award for award in self.awards}

    @cached_property
    def _who(self) -> frozenset[tuple[RecipientKind, str]]:
        return frozenset((one.kind, one.code) for one in self.recipients)


@dataclass(frozen=True)
class GroupSum:
    """A pot of pots, or the whole agreement: what is awarded, lapsed and left below it."""

    path: tuple[str, ...]
    name: str
    amount: Amount | None
    awarded_kr: int
    lapsed_kr: int
    undistributed_kr: int | None


@dataclass(frozen=True)
class Allocation:
    """Every award under one agreement (fördelning).

    Attributes:
        readings: How the agreement has read until the reading that was allocated, which is the last; amendments are known by them.
    """

    agreement: Agreement
    pots: tuple[PotAllocation, ...]
    groups: tuple[GroupSum, ...]
    whole: GroupSum
    as_known_on: date | None = None
    readings: tuple[Reading, ...] = ()

    def pot(self, name: str) -> PotAllocation | None:
        """Return the pot with the name (the last part of its path), or None."""
        return next((p for p in self.pots if p.id == name or "/".join(p.path) == name), None)


class NotComputed(Exception):
    """Why a pot cannot be computed."""

    def __init__(self, reason: Text, *, impossible: bool = False, missing: tuple[Parameter, ...] = ()) -> None:
        super().__init__(reason.say())
        self.reason = reason
        self.impossible = impossible
        self.missing = missing
