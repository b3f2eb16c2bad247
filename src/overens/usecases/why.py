"""A recipient and a pot -> why it gets what it gets, beside all others who get some of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.allocation.explain import Explanation, explain
from overens.allocation.explain_results import published_kr
from overens.allocation.model import Allocation, PotAllocation, Weights
from overens.export.csv_table import Cell, Table
from overens.notice.rows import PlaceRow, rows_for, shared_rows
from overens.usecases.tables import CODE, KIND, MARK, NAME
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import Text, plain


@dataclass(frozen=True)
class Why:
    """Why one recipient gets what it gets from one pot, and what goes to others.

    Attributes:
        row: The pot as seen from the recipient; None where it takes no part, or the pot was not yet known.
        county: The pot as seen from its county, where that gets the money.
        rank: The place of its award among all, the largest first; None where it has none, or has the whole pot.
        instead: Those of the same county that the pot goes to, where the recipient takes no part.
    """

    allocation: Allocation
    explanation: Explanation
    row: PlaceRow | None
    county: PlaceRow | None
    rank: int | None
    instead: tuple[Recipient, ...]

    @property
    def pot(self) -> PotAllocation:
        """The pot."""
        return self.explanation.pot

    @property
    def who(self) -> Recipient:
        """The recipient."""
        return self.explanation.recipient

    @property
    def share(self) -> Fraction | None:
        """Its part of all that the pot gives, by its award; None where it has none."""
        award = self.explanation.award
        return Fraction(award.amount.kr, self.pot.awarded_kr) if award and self.pot.awarded_kr else None


def show_why(allocation: Allocation, pot: PotAllocation, who: Recipient, register: Register) -> Why:
    """Return why the recipient gets what it gets from the pot; anyone may be asked about."""
    rows = {row.pot.id: row for row in rows_for([allocation], who)}
    shared = {row.pot.id: row for row in shared_rows([allocation], who, register)}
    takes_part = pot.is_for(who) or pot.id in shared
    return Why(
        allocation,
        explain(allocation, pot, who),
        rows.get(pot.id),
        shared.get(pot.id),
        _rank(pot, who),
        () if takes_part else tuple(one for one in pot.recipients if _county(one) == _county(who)),
    )


def _rank(pot: PotAllocation, who: Recipient) -> int | None:
    mine = pot.award_to(who)
    if mine is None or len(pot.awards) < 2:
        return None
    return 1 + sum(1 for award in pot.awards if award.amount.kr > mine.amount.kr)


def _county(who: Recipient) -> str:
    return who.code if who.kind is RecipientKind.AREA else who.county or who.name


def recipients_table(allocation: Allocation, pot: PotAllocation) -> Table:
    """Everyone the pot goes to: the figure it is divided by, the exact share, the kronor and what was published."""
    columns = [column for column in _columns(pot) if any(cell is not None for cell in column.cells)]
    return Table(
        plain(f"{allocation.agreement.id}/{pot.id}"),
        ("kind", "code", "name", *(column.name for column in columns)),
        (KIND, CODE, NAME, *(column.heading for column in columns)),
        tuple(
            (who.kind.name.lower(), who.code, who.name, *(column.cells[n] for column in columns))
            for n, who in enumerate(pot.recipients)
        ),
    )


@dataclass(frozen=True)
class _Column:
    name: str
    heading: Text
    cells: tuple[Cell, ...]


def _columns(pot: PotAllocation) -> list[_Column]:
    codes = [who.code for who in pot.recipients]
    awards = [pot.award_to(who) for who in pot.recipients]
    shares = pot.base.shares if pot.base else None
    total = pot.base.total_kr if pot.base else 0
    weights = shares.weights if shares else ()
    exact = {code: share / total for code, share in shares.exact.items()} if shares and total else {}
    found = [
        _Column(f"figure_{n}" if len(weights) > 1 else "figure", plain(one.series.name), _figures(one, codes))
        for n, one in enumerate(weights, 1)
    ]
    return [
        *found,
        _Column("share", Text("Andel enligt regeln", "Share by the rule"), tuple(exact.get(code) for code in codes)),
        _Column("awarded_kr", Text("Kronor", "Kronor"), tuple(award.amount.kr if award else None for award in awards)),
        _Column("mark", MARK, tuple(award.amount.mark.name.lower() if award else None for award in awards)),
        _Column("published_kr", Text("Publicerat", "Published"), _published(pot)),
        _Column("ceiling_kr", Text("Högst", "At most"), tuple(pot.ceilings.get(code) for code in codes)),
        _Column("at_least_kr", Text("Minst", "At least"), tuple(pot.at_least.get(code) for code in codes)),
        _Column(
            "least_if_met_kr",
            Text("Minst om villkoren uppfylls", "At least if conditions are met"),
            tuple(pot.least_if_met.get(code) for code in codes),
        ),
    ]


def _figures(weights: Weights, codes: Sequence[str]) -> tuple[Cell, ...]:
    values = [weights.of.get(code) for code in codes]
    return tuple(int(one) if one is not None and one.denominator == 1 else one for one in values)


def _published(pot: PotAllocation) -> tuple[int | None, ...]:
    if pot.annex is None:
        return (None,) * len(pot.recipients)
    awards = [(who, pot.award_to(who)) for who in pot.recipients]
    return tuple(published_kr(pot.annex, who, award) if award else None for who, award in awards)
