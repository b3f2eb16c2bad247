"""Pots that hang on uncertain outcomes + one draw of them -> kronor, exactly as the pots themselves are divided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from overens.agreement.rules import Fate
from overens.allocation.model import PotAllocation, State
from overens.allocation.perform import settle_earnings
from overens.allocation.pots import allocate_pot
from overens.figures.model import Snapshot
from overens.scenario.graded import GradedPot, graded
from overens.scenario.variables import Variable, with_values
from overens.vocabulary.money import Amount
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain

Kronor = Mapping[str, int]


@dataclass(frozen=True)
class DrawnPot:
    """A pot that hangs on what is drawn.

    Attributes:
        agreement: The agreement's id.
        middle: The pot with every outcome in the middle of its spread.
        figures: What it is divided by, those outcomes among it.
        graded: What each outcome earns, where the rule allows that to be worked out beforehand; None where the pot
            must be divided anew for each draw.
    """

    agreement: str
    middle: PotAllocation
    figures: Snapshot
    variables: tuple[Variable, ...]
    graded: GradedPot | None

    @property
    def name(self) -> str:
        """Agreement and pot."""
        return f"{self.agreement}/{self.middle.id}"

    @property
    def amount(self) -> Amount | None:
        """What the pot holds; None where it is open-ended and holds what is earned."""
        return None if self.middle.pot.open_ended else self.middle.amount

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """Those that can get something."""
        return self.middle.recipients


@dataclass(frozen=True)
class Drawn:
    """A pot in one draw: awarded + lapsed + undistributed is the pot, or what was earned where it is open-ended."""

    kr: Kronor
    lapsed_kr: int
    undistributed_kr: int

    @property
    def awarded_kr(self) -> int:
        """The sum of what each gets."""
        return sum(self.kr.values())


_KNOWN_BEFOREHAND = (Fate.LAPSES, Fate.BONUS_POT, Fate.NOT_FOUND)
"""Fates for which it is enough to know what each earned in all, not of which requirement."""


class NotDrawn(Exception):
    """A pot that a draw makes impossible to divide: more is earned than it holds, and nobody has said what then."""

    def __init__(self, name: str, why: Text) -> None:
        super().__init__(name)
        self.name = name
        self.why = why


def drawn_pot(agreement: str, pot: PotAllocation, figures: Snapshot, variables: Sequence[Variable]) -> DrawnPot:
    """Return the pot, computed in the middle of the spreads, ready to be drawn."""
    fate = pot.pot.unearned.fate if pot.pot.unearned else Fate.NOT_FOUND
    simple = fate in _KNOWN_BEFOREHAND and not pot.payments and not pot.pot.open_ended
    return DrawnPot(agreement, pot, figures, tuple(variables), graded(pot, variables) if simple else None)


def draw_pot(pot: DrawnPot, values: Sequence[int]) -> Drawn:
    """Return the pot in one draw.

    Args:
        values: The outcomes in thousandths, in the order of the variables.

    Raises:
        NotDrawn: If the pot cannot be divided with these outcomes.
    """
    return _by_grades(pot, pot.graded, values) if pot.graded is not None else _anew(pot, values)


def _by_grades(pot: DrawnPot, graded: GradedPot, values: Sequence[int]) -> Drawn:
    part, performance = pot.middle.base, pot.middle.pot.performance
    assert part is not None
    assert part.earnings is not None
    assert performance is not None
    earned = {code: part.own[code] * parts / graded.of for code, parts in graded.parts(values).items()}
    earnings = replace(part.earnings, earned=earned)
    able = [r for r in pot.recipients if part.eligible.get(r.code, True)]
    made = settle_earnings(pot.middle.pot, performance, part, earnings, able, pot.figures)
    return Drawn(made.awarded, made.lapsed_kr, made.total_kr - sum(made.awarded.values()) - made.lapsed_kr)


def _anew(pot: DrawnPot, values: Sequence[int]) -> Drawn:
    made = allocate_pot(pot.middle.path, pot.middle.pot, with_values(pot.figures, pot.variables, values))
    if made.state is not State.COMPUTED:
        raise NotDrawn(pot.name, made.reason or plain("?"))
    return Drawn({a.recipient.code: a.amount.kr for a in made.awards}, made.lapsed_kr, made.undistributed_kr)
