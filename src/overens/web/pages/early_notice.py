"""Every year, or one -> the page of how early each krona was known, and of the claims tested on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from overens.agreement.model import Agreement
from overens.allocation.model import Allocation
from overens.export.csv_table import Table
from overens.notice.claim import claim_words
from overens.notice.hoarding import Hoarding
from overens.notice.lead_time import LeadTime, days_of_notice
from overens.usecases.documents.lead_time import lead_series_document, lead_year_document, payments_document
from overens.usecases.lead_tables import payments_table, series_table, sums_table, variant_words
from overens.usecases.lead_time import LeadSeries, LeadYear, Variant, WeighedClaim, show_lead_series
from overens.usecases.payments import Payments, show_payments
from overens.usecases.pictures.lead import lead_pictures, lead_year_pictures
from overens.usecases.wording.calendar import month_of_year
from overens.usecases.wording.early_notice import (
    ALL_UNSURE,
    ANNUAL_ONLY,
    BY_BUDGETS,
    BY_NEW_YEAR,
    SIGN_NOTE,
    TO_BUDGETS,
    TO_NEW_YEAR,
    days_span,
    group_notes,
    half_known,
    no_notice,
    nothing_at_all,
    share_words,
    signed,
    sum_remarks,
    year_notes,
)
from overens.usecases.wording.payments import (
    AT_LATEST,
    AT_MOST,
    AWARDED_TO_NOBODY,
    LATE_NOTES,
    MONTH_NOT_FOUND,
    between_words,
    nothing_paid,
    paid_late,
    payment_notes,
)
from overens.vocabulary.wording import Text, plain
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.find import find_year
from overens.web.grid import CellView, Column, Grid, SumOf, grid, money, words
from overens.web.ordering import ordered
from overens.web.sources import source_links
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
        "claims": _claims(found.claims),
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
        allocations=_behind(asked, asked.library.agreements_on(asked.as_known_on)),
    )


def year(asked: Asked) -> Answer:
    """Return one year's page; a year outside the library says so."""
    number = find_year(asked)
    found = show_lead_series(asked.library, asked.as_known_on)
    one = found.of(number)
    paid = show_payments(asked.library, number, asked.as_known_on)
    sums = sums_table(found, number)
    measures = series_table(replace(found, years={number: one} if one.sums else {}))
    context = {
        "one": one,
        "years": list(found.years),
        "nothing": None if one.sums else no_notice(found, one),
        "half": half_known(one.main) if one.main else None,
        "unsure": ALL_UNSURE if one.all_unsure else None,
        "measures": _measures_grid(one) if one.sums else None,
        "sums": _sums_grid(asked, one, ordered(sums, asked.sort, asked.language)) if one.sums else None,
        "claims": _claims([claim for claim in found.claims if claim.claim.year == number]),
        "paid": _paid_grid(paid.years[number]) if number in paid.years else None,
        "paid_late": paid_late(paid.years[number]) if number in paid.years else nothing_paid(paid, number),
        "paid_notes": list(payment_notes(paid.years[number])) if number in paid.years else [],
        "notes": list(year_notes(one)) if one.sums else [],
    }
    return Answer(
        Text("Tidiga besked {year}", "Early notice {year}", {"year": str(number)}),
        "early_notice_year.html",
        context,
        {"sums": sums, "measures": measures, "payments": payments_table(paid)},
        lambda language: (
            lead_year_document(found, number, language) | {"payments": payments_document(paid, number)["years"]}
        ),
        lead_year_pictures(one),
        allocations=_behind(asked, asked.library.of_year(number, asked.as_known_on)),
    )


def _behind(asked: Asked, agreements: Iterable[Agreement]) -> tuple[Allocation, ...]:
    """Return the allocations of the agreements whose sums are measured, for the page to be cited by."""
    return tuple(asked.library.allocation(one.id, asked.as_known_on) for one in agreements)


def _claims(claims: Iterable[WeighedClaim]) -> list[dict[str, Any]]:
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
            lead = found.of(_whole(row["year"])).leads[variant]
            return CellView(plain("–")) if lead is None else words_of(lead)

        return shown

    def year_cell(row: Row) -> CellView:
        return words(str(row["year"]), asked.link(f"/{row['year']}/tidiga-besked"))

    made = table_grid(
        mine,
        [
            Shown("year", year_cell),
            Shown("kr", lambda row: money(_whole(row["kr"]))),
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


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value


def _measures_grid(one: LeadYear) -> Grid:
    """Return each way of counting that gives another answer than the main series."""
    rows = [
        [
            words(variant_words(variant)),
            money(lead.kr),
            words(days_span(lead.median)),
            words(signed(round(lead.mean.middle))),
            words(share_words(lead.in_time)),
            words(share_words(lead.before_budgets)),
        ]
        for variant, lead in one.leads.items()
        if lead is not None and (variant is Variant.MAIN or lead != one.main)
    ]
    columns = (
        Column(Text("Vad som räknas", "What is counted")),
        Column(Text("Kronor", "Kronor"), number=True),
        Column(Text("Median till 1 januari", "Median to 1 January"), number=True),
        Column(Text("Medel", "Mean"), number=True),
        Column(BY_NEW_YEAR, number=True),
        Column(BY_BUDGETS, number=True),
    )
    caption = Text("Måtten, räknade på olika sätt", "The measures, counted in different ways")
    return grid(caption, columns, rows)


def _sums_grid(asked: Asked, one: LeadYear, table: Table) -> Grid:
    """Return every sum of the year, sortable, each with its agreement; the sum is that of the download's column."""
    remarks = {(known.name, known.known.words): known for known in one.sums}

    def name(row: Row) -> CellView:
        known = remarks[(str(row["name"]), str(row["known_from"]))]
        href = asked.link(f"/avtal/{known.agreements[0]}") if known.agreements else ""
        return words(known.name.removesuffix(f" {one.year}"), href, sum_remarks(known))

    def source(row: Row) -> CellView:
        known = remarks[(str(row["name"]), str(row["known_from"]))]
        link = source_links([known.source])[0]
        return words(link.publisher or link.title, link.href)

    def days(row: Row) -> CellView:
        known = remarks[(str(row["name"]), str(row["known_from"]))]
        return words(days_span(days_of_notice(known.known, one.year)))

    def to_budgets(row: Row) -> CellView:
        return words(signed(_whole(row["days_to_30_november"])))

    def kronor(row: Row) -> CellView:
        return money(_whole(row["kr"]), rough=bool(row["uncertain"]))

    shown = [
        Shown("name", name),
        Shown("known_from"),
        Shown("kr", kronor, total=True),
        Shown("days", days),
        Shown("days_to_30_november", to_budgets),
        Shown("source", source),
    ]
    caption = Text(
        "Varje summa: när den blev känd, och hur många dagar före",
        "Each sum: when it became known, and how many days before",
    )
    made = table_grid(table, shown, caption, "sums", Text("Summa", "Total"))
    known_from = replace(made.columns[1], number=True)  # set as a number, a date is not broken
    return replace(made, columns=(made.columns[0], known_from, *made.columns[2:]))


def _paid_grid(one: Hoarding) -> Grid:
    """Return the months with payments, and what has no month; the sums are those of the download's columns."""
    latest, most = any(paid.at_latest_kr for paid in one.months), bool(one.at_most_kr)

    def row(name: Text, kr: int, at_latest: int = 0, at_most: int = 0) -> list[CellView]:
        cells = [words(name), money(kr or None)]
        cells += [money(at_latest or None)] if latest else []
        return [*cells, money(at_most or None)] if most else cells

    rows = [
        row(month_of_year(f"{paid.month.year}-{paid.month.number:02d}"), paid.kr, paid.at_latest_kr, paid.at_most_kr)
        for paid in one.months
    ]
    rest = ((MONTH_NOT_FOUND, one.undated_kr), (AWARDED_TO_NOBODY, one.not_awarded_kr))
    rows += [row(name, kr) for name, kr in rest if kr]
    columns = [Column(Text("Månad", "Month")), Column(Text("Kronor", "Kronor"), number=True)]
    columns += [Column(AT_LATEST, number=True)] if latest else []
    columns += [Column(AT_MOST, number=True)] if most else []
    kronor = SumOf("dated_kr at_latest_kr undated_kr not_awarded_kr", table="payments")
    total = [words(Text("Summa", "Total")), money(one.total_kr - one.at_most_kr, kronor)]
    total += [money(sum(p.at_latest_kr for p in one.months), SumOf("at_latest_kr", table="payments"))] if latest else []
    total += [money(one.at_most_kr, SumOf("at_most_kr", table="payments"))] if most else []
    caption = Text(
        "I vilken månad pengarna för {year} betalas",
        "In which month the money for {year} is paid",
        {"year": str(one.year)},
    )
    return grid(caption, columns, rows, total)


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
