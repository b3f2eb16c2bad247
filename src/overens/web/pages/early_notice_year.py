"""One year -> the page of how early each of its kronor was known, sum by sum."""

from __future__ import annotations

from dataclasses import replace

from overens.export.csv_table import Table
from overens.notice.hoarding import Hoarding
from overens.notice.lead_time import days_of_notice
from overens.usecases.documents.lead_time import lead_year_document, payments_document
from overens.usecases.lead_tables import payments_table, series_table, sums_table, variant_words
from overens.usecases.lead_time import LeadYear, Variant, show_lead_series
from overens.usecases.payments import show_payments
from overens.usecases.pictures.lead import lead_year_pictures
from overens.usecases.source_links import source_links
from overens.usecases.wording.calendar import month_of_year
from overens.usecases.wording.early_notice import (
    ALL_UNSURE,
    BY_BUDGETS,
    BY_NEW_YEAR,
    days_span,
    half_known,
    no_notice,
    share_words,
    signed,
    sum_remarks,
    year_notes,
)
from overens.usecases.wording.payments import (
    AT_LATEST,
    AT_MOST,
    AWARDED_TO_NOBODY,
    MONTH_NOT_FOUND,
    nothing_paid,
    paid_late,
    payment_notes,
)
from overens.vocabulary.wording import Text
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.find import find_year
from overens.web.grid import CellView, Column, Grid, SumOf, grid, money, words
from overens.web.ordering import ordered
from overens.web.pages.early_notice import behind, tested_claims, whole
from overens.web.table_grid import Row, Shown, table_grid


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
        "claims": tested_claims([claim for claim in found.claims if claim.claim.year == number]),
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
        allocations=behind(asked, asked.library.of_year(number, asked.as_known_on)),
    )


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
        return words(signed(whole(row["days_to_30_november"])))

    def kronor(row: Row) -> CellView:
        return money(whole(row["kr"]), rough=bool(row["uncertain"]))

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
