"""Which grants there are for which years -> a table, a row for each grant and year."""

from __future__ import annotations

from collections.abc import Sequence

from overens.export.csv_table import Table
from overens.usecases.coverage import CoveredSeries, CoveredYear
from overens.usecases.tables import NAME
from overens.vocabulary.money import Amount
from overens.vocabulary.wording import Text


def known_kr(year: CoveredYear) -> int | None:
    """Return what is known of the grant that year, in kronor: its agreements' totals, or what a series file says."""
    if not year.agreements:
        return year.amount.kr if year.amount else None
    totals = [agreement.total for agreement in year.agreements]
    known = [total.kr for total in totals if isinstance(total, Amount)]
    return sum(known) if len(known) == len(totals) else None


def coverage_table(every: Sequence[CoveredSeries]) -> Table:
    """Every grant and year; an amount that is not known is empty."""
    return Table(
        Text("Täckning", "Coverage"),
        ("series", "name", "year", "state", "agreements", "total_kr", "reason"),
        (
            Text("Serie", "Series"),
            NAME,
            Text("År", "Year"),
            Text("Täckning", "Coverage"),
            Text("Avtal", "Agreements"),
            Text("Belopp", "Amount"),
            Text("Skäl", "Reason"),
        ),
        tuple(
            (
                one.id,
                one.name,
                year.year,
                year.state.name.lower(),
                " ".join(agreement.id for agreement in year.agreements),
                known_kr(year),
                year.reason,
            )
            for one in every
            for year in one.years
        ),
    )
