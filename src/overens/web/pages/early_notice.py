"""Every year -> the page of how early each krona was known, and of the claims tested on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from overens.agreement.model import Agreement
from overens.allocation.model import Allocation
from overens.export.csv_table import Table
from overens.notice.claim import claim_words
from overens.notice.lead_time import LeadTime
from overens.usecases.documents.lead_time import lead_series_document, payments_document
from overens.usecases.lead_tables import payments_table, series_table, variant_words
from overens.usecases.lead_time import LeadSeries, LeadYear, Variant, WeighedClaim, show_lead_series
from overens.usecases.payments import Payments, show_payments
from overens.usecases.pictures.lead import lead_pictures
from overens.usecases.source_links import source_links
from overens.usecases.wording.early_notice import (
    ANNUAL_ONLY,
    BY_BUDGETS,
    BY_NEW_YEAR,
    SIGN_NOTE,
    TO_BUDGETS,
    TO_NEW_YEAR,
    days_span,
    group_notes,
    nothing_at_all,
    share_words,
    signed,
)
from overens.usecases.wording.payments import (
    LATE_NOTES,
    between_words,
)
from overens.vocabulary.wording import Text, plain
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.grid import CellView, Column, Grid, grid, money, words
from overens.web.ordering import ordered
from overens.web.table_grid import Row, Shown, table_grid


def series(asked: Asked) -> Answer:
    """Return the page of every year."""
    found = show_lead_series(asked.library, asked.as_known_on)
    paid = show_payments(asked.library, None, asked.as_known_on)
    table = series_table(found)
    shown = [one for one in found.years.values() if one.main is not None]
    context = {
        "nothing": None if shown else nothing_at_all(found),
        "years": _years_grid(asked, found, ordered(table, asked.sort, asked.language)) if shown else None,
        "variants": [(variant_words(v), _variant_grid(asked, found, table, v)) for v in _other_variants(shown)],
        "claims": tested_claims(found.claims),
        "late": _late_grid(asked, paid) if paid.years else None,
        "notes": [SIGN_NOTE, ANNUAL_ONLY, *group_notes(shown)] if shown else [],
        "late_notes": LATE_NOTES,
    }
    return Answer(
        Text("Tidiga besked: hur tidigt varje krona var känd", "Early notice: how early each krona was known"),
        "early_notice.html",
        context,
        {"series": table, "payments": payments_table(paid)},
        lambda language: lead_series_document(found, language) | {"payments": payments_document(paid, None)["years"]},
        lead_pictures(found),
        allocations=behind(asked, asked.library.agreements_on(asked.as_known_on)),
    )


def behind(asked: Asked, agreements: Iterable[Agreement]) -> tuple[Allocation, ...]:
    """Return the allocations of the agreements whose sums are measured, for the page to be cited by."""
    return tuple(asked.library.allocation(one.id, asked.as_known_on) for one in agreements)


def tested_claims(claims: Iterable[WeighedClaim]) -> list[dict[str, Any]]:
    """Return each claim with its verdict and source, as the template shows it."""
    return [
        {
            "says": one.claim.says,
            "year": one.claim.year,
            "known": str(one.claim.known_from),
            "verdict": claim_words(one.verdict),
            "source": source_links([one.source])[0],
        }
        for one in claims
    ]


def _years_grid(asked: Asked, found: LeadSeries, table: Table) -> Grid:
    """Return the main series by year, each linked to its own page."""
    caption = Text("Varje år, dagar från besked till dagen", "Each year, days from notice to the day")
    return _leads_grid(asked, found, table, Variant.MAIN, caption)


def _variant_grid(asked: Asked, found: LeadSeries, table: Table, variant: Variant) -> Grid:
    return _leads_grid(asked, found, table, variant, variant_words(variant))


def _other_variants(years: Sequence[LeadYear]) -> list[Variant]:
    """Return the ways of counting that give another answer in some year."""
    others = [variant for variant in Variant if variant is not Variant.MAIN]
    return [v for v in others if any(one.leads[v] not in (None, one.main) for one in years)]


def _leads_grid(asked: Asked, found: LeadSeries, table: Table, variant: Variant, caption: Text) -> Grid:
    at = table.names.index("variant")
    mine = replace(table, rows=tuple(row for row in table.rows if row[at] == variant.name.lower()))

    def cell(words_of: Callable[[LeadTime], CellView]) -> Callable[[Row], CellView]:
        def shown(row: Row) -> CellView:
            lead = found.of(whole(row["year"])).leads[variant]
            return CellView(plain("–")) if lead is None else words_of(lead)

        return shown

    def year_cell(row: Row) -> CellView:
        return words(str(row["year"]), asked.link(f"/{row['year']}/tidiga-besked"))

    made = table_grid(
        mine,
        [
            Shown("year", year_cell),
            Shown("kr", lambda row: money(whole(row["kr"]))),
            Shown("median_days", cell(lambda lead: words(days_span(lead.median))), TO_NEW_YEAR),
            Shown(
                "median_days_to_30_november",
                cell(lambda lead: words(signed(lead.median_to_budgets.middle))),
                TO_BUDGETS,
            ),
            Shown("known_by_1_january", cell(lambda lead: words(share_words(lead.in_time))), BY_NEW_YEAR),
            Shown("known_by_30_november", cell(lambda lead: words(share_words(lead.before_budgets))), BY_BUDGETS),
        ],
        caption,
        "series",
    )
    return replace(made, columns=(replace(made.columns[0], number=False), *made.columns[1:]))


def whole(value: object) -> int:
    """Return a cell that is a whole number as one."""
    assert isinstance(value, int)
    return value


def _late_grid(asked: Asked, paid: Payments) -> Grid:
    """Return how much of each year's money is paid from 1 October."""
    rows = [
        [
            words(str(one.year), asked.link(f"/{one.year}/tidiga-besked")),
            money(one.total_kr),
            money(one.dated_kr),
            money(one.undated_kr),
            words(between_words(one.late_of_dated)),
            words(between_words(one.late_of_all)),
        ]
        for one in paid.years.values()
    ]
    columns = (
        Column(Text("År", "Year")),
        Column(Text("Kronor", "Kronor"), number=True),
        Column(Text("Med månad", "With month"), number=True),
        Column(Text("Utan månad", "Without month"), number=True),
        Column(Text("Sent av det", "Late of that"), number=True),
        Column(Text("Sent av allt", "Late of all"), number=True),
    )
    return grid(Text("Hur mycket som betalas från den 1 oktober", "How much is paid from 1 October"), columns, rows)
