"""How early the money of a year was known -> the terminal: its measures, and the date of every sum."""

from __future__ import annotations

from collections.abc import Callable

from overens.cli.language import t
from overens.cli.show.lead_parts import show_claims
from overens.cli.show.page import Page
from overens.cli.show.parts import say, tenths
from overens.notice.lead_time import BUDGETS_AFTER_YEAR_END, LeadTime, days_of_notice
from overens.usecases.counted_sums import CountedSum
from overens.usecases.lead_tables import variant_words
from overens.usecases.lead_time import LeadSeries, LeadYear, Variant
from overens.usecases.wording.amounts import whole_millions
from overens.usecases.wording.early_notice import (
    ALL_UNSURE,
    BY_BUDGETS,
    BY_NEW_YEAR,
    TO_BUDGETS,
    TO_NEW_YEAR,
    WHEN_KNOWN,
    days_span,
    half_known,
    no_notice,
    share_words,
    signed,
    sum_remarks,
    year_notes,
)
from overens.vocabulary.wording import NO_BREAK_SPACE

NARROW = 80


def show_lead_year(page: Page, series: LeadSeries, year: int) -> None:
    """Print when each sum of the year became known, and how early that was per krona."""
    one = series.of(year)
    if not one.sums:
        page.line(say(no_notice(series, one)))
        return
    page.heading(t("Tidiga besked {year}", "Early notice {year}", year=str(year)))
    if one.main is not None:
        page.line(say(half_known(one.main)))
    if one.all_unsure:
        page.line(say(ALL_UNSURE))
    page.blank()
    _measures(page, one)
    page.heading(say(WHEN_KNOWN))
    _sums(page, one)
    page.notes(say(note) for note in year_notes(one))
    show_claims(page, [claim for claim in series.claims if claim.claim.year == year])
    page.blank()
    hint = t(
        "När betalas pengarna? overens lead-time {year} --payments",
        "When is it paid? overens lead-time {year} --payments",
        year=str(year),
    )
    page.line(hint, dim=True)


def _measures(page: Page, one: LeadYear) -> None:
    """Print each way of counting that gives another answer; a narrow terminal has no room for the mean."""
    columns: list[tuple[str, Callable[[LeadTime], str]]] = [
        (t("Mkr", "Mkr"), lambda lead: whole_millions(lead.kr)),
        (t("Median", "Median"), lambda lead: days_span(lead.median)),
        (t("Medel", "Mean"), lambda lead: signed(round(lead.mean.middle))),
        (say(BY_NEW_YEAR), lambda lead: say(share_words(lead.in_time))),
        (say(BY_BUDGETS), lambda lead: say(share_words(lead.before_budgets))),
    ]
    if page.width < NARROW:
        del columns[2]
    rows = []
    for variant in Variant:
        lead = one.leads[variant]
        if lead is not None and (variant is Variant.MAIN or lead != one.main):
            rows.append((say(variant_words(variant)), *(show(lead) for _, show in columns)))
    headings = (t("Vad som räknas", "What is counted"), *(name for name, _ in columns))
    page.table(headings, rows, right=range(1, len(headings)))


def _sums(page: Page, one: LeadYear) -> None:
    """Print a row for each sum; a narrow terminal has no room for the days to 30 November, always 32 fewer."""
    headings = (
        t("Känt", "Known"),
        t("Vad", "What"),
        t("Mkr", "Mkr"),
        say(TO_NEW_YEAR),
        say(TO_BUDGETS),
    )
    columns = len(headings) if page.width >= NARROW else len(headings) - 1
    rows = [_sum_row(known)[:columns] for known in one.sums]
    page.table(headings[:columns], rows, right=range(2, columns), whole=(0,))


def _sum_row(known: CountedSum) -> tuple[str, ...]:
    days = days_of_notice(known.known, known.year)
    rough = f"≈{NO_BREAK_SPACE}" if known.unsure else ""
    name = known.name.removesuffix(f" {known.year}")
    to_budgets = signed(days.moved(-BUDGETS_AFTER_YEAR_END).middle)
    remarks = sum_remarks(known)
    name += f" ({say(remarks)})" if remarks else ""
    return (str(known.known), name, rough + tenths(known.amount.kr), days_span(days), to_budgets)
