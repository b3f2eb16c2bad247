"""When money is paid -> the terminal: the months of a year, or the late share of every year."""

from __future__ import annotations

from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import mkr, say
from overens.notice.hoarding import Hoarding
from overens.usecases.payments import Payments
from overens.usecases.wording.payments import (
    AT_LATEST,
    AT_MOST,
    AWARDED_TO_NOBODY,
    LATE_NOTES,
    LATE_SHARES,
    MONTH_NOT_FOUND,
    between_words,
    nothing_paid,
    paid_late,
    payment_notes,
)


def show_payments(page: Page, payments: Payments, year: int | None) -> None:
    """Print in which months the money of a year is paid or, without a year, the late share of each."""
    if year is None:
        _series(page, payments)
    elif year in payments.years:
        _year(page, payments.years[year])
    else:
        page.line(say(nothing_paid(payments, year)))


def _year(page: Page, one: Hoarding) -> None:
    page.heading(
        t(
            "När pengarna för {year} betalas, miljoner kronor",
            "When the money for {year} is paid, millions of kronor",
            year=str(one.year),
        )
    )
    page.line(say(paid_late(one)))
    page.blank()
    at_latest = [paid.at_latest_kr for paid in one.months]
    columns = [(t("Mkr", "Mkr"), [paid.kr for paid in one.months], one.total_kr - one.at_most_kr)]
    if any(at_latest):
        columns.append((say(AT_LATEST), at_latest, sum(at_latest)))
    if one.at_most_kr:
        columns.append((say(AT_MOST), [paid.at_most_kr for paid in one.months], one.at_most_kr))
    months = [f"{paid.month.year}-{paid.month.number:02d}" for paid in one.months]
    rows = [(month, *(_or_blank(values[n]) for _, values, _ in columns)) for n, month in enumerate(months)]
    rest = [""] * (len(columns) - 1)
    rows += [(name, mkr(kr), *rest) for name, kr in _without_month(one)]
    headings = (t("Månad", "Month"), *(name for name, _, _ in columns))
    total = (t("Summa", "Total"), *(mkr(kr) for _, _, kr in columns))
    page.table(headings, rows, right=range(1, len(headings)), total=total)
    page.notes(say(note) for note in payment_notes(one))


def _without_month(one: Hoarding) -> list[tuple[str, int]]:
    found = [
        (say(MONTH_NOT_FOUND), one.undated_kr),
        (say(AWARDED_TO_NOBODY), one.not_awarded_kr),
    ]
    return [(name, kr) for name, kr in found if kr]


def _or_blank(kr: int) -> str:
    return mkr(kr) if kr else ""


def _series(page: Page, payments: Payments) -> None:
    page.heading(say(LATE_SHARES))
    rows = [
        (
            str(one.year),
            mkr(one.total_kr),
            mkr(one.dated_kr),
            mkr(one.undated_kr),
            say(between_words(one.late_of_dated)),
            say(between_words(one.late_of_all)),
        )
        for one in payments.years.values()
    ]
    headings = (
        t("År", "Year"),
        t("Mkr", "Mkr"),
        t("Med månad", "With month"),
        t("Utan månad", "Without month"),
        t("Sent av det", "Late of that"),
        t("Sent av allt", "Late of all"),
    )
    page.table(headings, rows, right=(1, 2, 3, 4, 5))
    page.notes(say(note) for note in LATE_NOTES)
