"""Pots as seen from a recipient -> its payments by month: certain, inferred and to earn apart; no month found, apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from overens.agreement.terms import Instalment
from overens.allocation.instalments import divide
from overens.notice.compose import was_known
from overens.notice.hoarding import Month, month_of
from overens.notice.rows import PlaceRow
from overens.notice.standing import Standing, standing_of
from overens.vocabulary.periods import When

PAID = (Standing.CERTAIN, Standing.INFERRED, Standing.TO_EARN)
"""What has kronor for the recipient itself: awards, and the ceilings of what it can earn."""


@dataclass(frozen=True)
class PlacePayment:
    """Kronor that a recipient is paid together (utbetalning), or can at most be paid.

    Attributes:
        standing: CERTAIN, INFERRED or TO_EARN; what is to be earned is at most these kronor.
        month: When; None where no month is found.
        when: The date as written, also where it is no month; None where nothing is written.
        at_latest: The month is the last one it may be paid in.
    """

    agreement: str
    pot: str
    standing: Standing
    kr: int
    month: Month | None = None
    when: When | None = None
    at_latest: bool = False


@dataclass(frozen=True)
class MonthSum:
    """One month's payments to a recipient, in kronor; or (month None) those whose month is not found.

    Attributes:
        to_earn_kr: At most.
        at_latest_kr: Of what is certain or inferred: paid in the month at the latest.
    """

    month: Month | None
    certain_kr: int
    inferred_kr: int
    to_earn_kr: int
    at_latest_kr: int


@dataclass(frozen=True)
class PlaceMonths:
    """The payments of a recipient's year (betalningar per månad); they sum to its kronor, asserted.

    Attributes:
        months: Months with payments, in order.
        undated: What no month is found for; None where every krona has one.
        certain_kr, inferred_kr: All awards of the year.
        to_earn_kr: All ceilings of what it can earn.
        without_sum: Pots for it that have no sum of its own, as agreement/pot; they are in no month.
    """

    payments: tuple[PlacePayment, ...]
    months: tuple[MonthSum, ...]
    undated: MonthSum | None
    certain_kr: int
    inferred_kr: int
    to_earn_kr: int
    without_sum: tuple[str, ...]

    def __post_init__(self) -> None:
        rows = [*self.months, *([self.undated] if self.undated else [])]
        paid = tuple(sum(kr) for kr in zip(*((m.certain_kr, m.inferred_kr, m.to_earn_kr) for m in rows), strict=True))
        assert (paid or (0, 0, 0)) == (self.certain_kr, self.inferred_kr, self.to_earn_kr), paid


def sort_by_month(rows: Iterable[PlaceRow]) -> PlaceMonths:
    """Return the payments of the pots by month, every krona once."""
    standing = [(standing_of(row), row) for row in rows]
    payments = tuple(one for how, row in standing for one in _payments(row, how))
    months = sorted({one.month for one in payments if one.month is not None})
    undated = [one for one in payments if one.month is None]
    certain, inferred, to_earn = (sum(_kr(row, how) or 0 for each, row in standing if each is how) for how in PAID)
    return PlaceMonths(
        payments,
        tuple(_sum(month, [one for one in payments if one.month == month]) for month in months),
        _sum(None, undated) if undated else None,
        certain,
        inferred,
        to_earn,
        tuple(f"{row.allocation.agreement.id}/{row.pot.id}" for how, row in standing if _kr(row, how) is None),
    )


def _kr(row: PlaceRow, standing: Standing) -> int | None:
    """Return what the recipient gets, or can at most earn, of the pot; None where that is not known."""
    match standing:
        case Standing.CERTAIN | Standing.INFERRED:
            return row.award.amount.kr if row.award else 0
        case Standing.TO_EARN:
            return row.ceiling_kr
        case _:
            return None


def _payments(row: PlaceRow, standing: Standing) -> Iterator[PlacePayment]:
    """Yield the pot's payments to the recipient; what is left of its kronor has no month.

    A date whose sources were all published after the day that is asked about is not told.
    """
    left = _kr(row, standing)
    if left is None:
        return
    agreement, instalments = row.allocation.agreement, row.pot.pot.instalments
    paid = row.award.instalments if row.award else divide(left, instalments)
    for instalment, kr in zip(instalments, paid, strict=False):
        if kr and was_known(agreement, instalment.source, row.allocation.as_known_on):
            left -= kr
            month, at_latest = month_of(instalment)
            yield PlacePayment(agreement.id, row.pot.id, standing, kr, month, _written(instalment), at_latest)
    if left:
        yield PlacePayment(agreement.id, row.pot.id, standing, left)


def _written(instalment: Instalment) -> When | None:
    return next((day for day in (instalment.on, instalment.at_latest) if isinstance(day, When)), None)


def _sum(month: Month | None, payments: list[PlacePayment]) -> MonthSum:
    certain, inferred, to_earn = (sum(one.kr for one in payments if one.standing is how) for how in PAID)
    at_latest = sum(one.kr for one in payments if one.at_latest and one.standing is not Standing.TO_EARN)
    return MonthSum(month, certain, inferred, to_earn, at_latest)
