"""A place and a year -> its grants agreement by agreement: kronor by how they stand, how early known, against last year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from overens.agreement.model import Agreement
from overens.allocation.allocate import known_from
from overens.notice.lead_time import BUDGETS_AFTER_YEAR_END, Estimate, days_of_notice
from overens.notice.rows import PlaceRow, rows_for, shared_rows
from overens.notice.stake import Stake
from overens.notice.standing import Standing, standing_of, sums_by_standing
from overens.scenario.compare import Line
from overens.usecases.compare import Changes, show_changes, year_side
from overens.usecases.library import Library
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient


@dataclass(frozen=True)
class Known:
    """When something became known, and the days from then to 1 January of its year (below zero: after it)."""

    when: When
    days: Estimate

    @property
    def days_to_budgets(self) -> Estimate:
        """The days to 30 November of the year before, when budgets are usually set."""
        return self.days.moved(-BUDGETS_AFTER_YEAR_END)


@dataclass(frozen=True)
class PotPart:
    """One pot of a place: how it stands, and when it became known (None where no date is found)."""

    row: PlaceRow
    standing: Standing
    known: Known | None


@dataclass(frozen=True)
class AgainstLastYear:
    """What is comparable of an agreement, or of all together, last year and this, in kronor.

    Attributes:
        series: The grant through the years, by which the two were paired; empty for several together.
        pots: How many pots could be compared.
    """

    series: str
    before_kr: int
    after_kr: int
    pots: int

    @property
    def difference_kr(self) -> int:
        """What this year has beyond last year, in kronor."""
        return self.after_kr - self.before_kr


@dataclass(frozen=True)
class AgreementPart:
    """One agreement as seen from a place (del av platsens pengar).

    Attributes:
        pots: Its pots that reach the place, in the order of the file; those shared in the county last.
        sums: Kronor by how they stand; what there is nothing of is not there.
        known: When the last of its pots that reach the place became known; None where no date is found.
        last_year: What is comparable with last year; None where nothing is.
    """

    agreement: Agreement
    pots: tuple[PotPart, ...]
    sums: Mapping[Standing, Stake]
    known: Known | None
    last_year: AgainstLastYear | None


@dataclass(frozen=True)
class PlaceParts:
    """The money of a place by agreement (platsens pengar per avtal); the parts sum to the totals, asserted.

    Attributes:
        parts: The agreements, by years and id.
        sums: Kronor of all of them by how they stand.
        last_year: What is comparable with last year of all agreements; None where nothing is.
        changes: The whole comparison with last year, with causes, and what cannot be compared.
    """

    recipient: Recipient
    year: int
    as_known_on: date | None
    parts: tuple[AgreementPart, ...]
    sums: Mapping[Standing, Stake]
    last_year: AgainstLastYear | None
    changes: Changes

    def __post_init__(self) -> None:
        for standing in Standing:
            parts = sum(part.sums[standing].awarded_kr or 0 for part in self.parts if standing in part.sums)
            whole = self.sums[standing].awarded_kr if standing in self.sums else 0
            assert parts == (whole or 0), f"{standing}: {parts} != {whole}"


def show_parts(library: Library, who: Recipient, year: int, as_known_on: date | None = None) -> PlaceParts:
    """Return what the place gets of each agreement of the year, and beside last year's."""
    before, after = (year_side(library, one, as_known_on) for one in (year - 1, year))
    changes = show_changes(library, before, after, who)
    rows = tuple(rows_for(after.allocations, who))
    shared = tuple(shared_rows(after.allocations, who, library.register))
    reached = {row.allocation.agreement.id for row in (*rows, *shared)}
    return PlaceParts(
        who,
        year,
        as_known_on,
        tuple(
            _part(one, year, _of(one, rows), _of(one, shared), _of_agreement(one, changes.lines))
            for one in (allocation.agreement for allocation in after.allocations)
            if one.id in reached
        ),
        sums_by_standing(rows, shared),
        _against(changes.lines),
        changes,
    )


def _of(agreement: Agreement, rows: Sequence[PlaceRow]) -> list[PlaceRow]:
    return [row for row in rows if row.allocation.agreement.id == agreement.id]


def _of_agreement(agreement: Agreement, lines: Sequence[Line]) -> AgainstLastYear | None:
    pairs = [(line, line.pair.agreements.after) for line in lines]
    return _against([line for line, after in pairs if after and after.agreement.id == agreement.id])


def _against(lines: Sequence[Line]) -> AgainstLastYear | None:
    if not lines:
        return None
    series = {line.pair.agreements.series for line in lines}
    return AgainstLastYear(
        series.pop() if len(series) == 1 else "",
        sum(line.before_kr for line in lines),
        sum(line.after_kr for line in lines),
        len(lines),
    )


def _part(
    agreement: Agreement,
    year: int,
    rows: Sequence[PlaceRow],
    shared: Sequence[PlaceRow],
    last_year: AgainstLastYear | None,
) -> AgreementPart:
    pots = [(row, standing_of(row)) for row in rows] + [(row, Standing.SHARED) for row in shared]
    return AgreementPart(
        agreement,
        tuple(PotPart(row, standing, _known(known_from(agreement, row.pot.pot), year)) for row, standing in pots),
        sums_by_standing(rows, shared),
        _known(_last_known(agreement, [row for row, _ in pots]), year),
        last_year,
    )


def _last_known(agreement: Agreement, rows: Sequence[PlaceRow]) -> When | None:
    found = [when for row in rows if (when := known_from(agreement, row.pot.pot)) is not None]
    return max(found, key=lambda when: (when.last, when.first)) if found else None


def _known(when: When | None, year: int) -> Known | None:
    return Known(when, days_of_notice(when, year)) if when else None
