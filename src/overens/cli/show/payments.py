"""When money is paid -> the terminal: the months of a year, or the late share of every year."""

from __future__ import annotations

from collections.abc import Iterable

from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import mkr, span_of_shares
from overens.notice.hoarding import Between, Hoarding
from overens.usecases.payments import Payments


def show_payments(page: Page, payments: Payments, year: int | None) -> None:
    """Print in which months the money of a year is paid or, without a year, the late share of each."""
    if year is None:
        _series(page, payments)
    elif year in payments.years:
        _year(page, payments.years[year])
    else:
        page.line(_nothing(payments, year))


def _nothing(payments: Payments, year: int) -> str:
    if year in payments.years_in_library:
        return t(
            "Inga pengar för {year} var kända den {day}.",
            "No money for {year} was known on {day}.",
            year=str(year),
            day=str(payments.as_known_on),
        )
    return t(
        "Inget avtal för {year} finns i biblioteket, som har avtal för {years}. Det betyder inte att inga pengar gavs.",
        "No agreement for {year} is in the library, which has {years}. That does not mean that no money was given.",
        year=str(year),
        years=", ".join(map(str, payments.years_in_library)),
    )


def _year(page: Page, one: Hoarding) -> None:
    page.heading(
        t(
            "När pengarna för {year} betalas, miljoner kronor",
            "When the money for {year} is paid, millions of kronor",
            year=str(one.year),
        )
    )
    page.line(_late(one))
    page.blank()
    at_latest = [paid.at_latest_kr for paid in one.months]
    columns = [(t("Mkr", "Mkr"), [paid.kr for paid in one.months], one.total_kr - one.at_most_kr)]
    if any(at_latest):
        columns.append((t("Varav senast då", "Of it at the latest"), at_latest, sum(at_latest)))
    if one.at_most_kr:
        name = t("Högst, ej beräknat", "At most, not computed")
        columns.append((name, [paid.at_most_kr for paid in one.months], one.at_most_kr))
    months = [f"{paid.month.year}-{paid.month.number:02d}" for paid in one.months]
    rows = [(month, *(_or_blank(values[n]) for _, values, _ in columns)) for n, month in enumerate(months)]
    rest = [""] * (len(columns) - 1)
    rows += [(name, mkr(kr), *rest) for name, kr in _without_month(one)]
    headings = (t("Månad", "Month"), *(name for name, _, _ in columns))
    total = (t("Summa", "Total"), *(mkr(kr) for _, _, kr in columns))
    page.table(headings, rows, right=range(1, len(headings)), total=total)
    page.notes(_notes(one))


def _without_month(one: Hoarding) -> list[tuple[str, int]]:
    found = [
        (t("månad ej funnen", "month not found"), one.undated_kr),
        (t("inte tilldelat någon", "awarded to nobody"), one.not_awarded_kr),
    ]
    return [(name, kr) for name, kr in found if kr]


def _or_blank(kr: int) -> str:
    return mkr(kr) if kr else ""


def _late(one: Hoarding) -> str:
    if one.late_of_dated is None or one.late_of_all is None:
        return t("Ingen betalningsmånad är funnen.", "No month of payment is found.")
    return t(
        "Från den 1 oktober betalas {dated} av det som har en känd månad, och {all} av alla pengar; "
        "{undated} Mkr har ingen känd månad.",
        "From 1 October, {dated} is paid of what has a known month, and {all} of all the money; "
        "{undated} Mkr has no known month.",
        dated=_share(one.late_of_dated),
        all=_share(one.late_of_all),
        undated=mkr(one.undated_kr),
    )


def _share(share: Between | None) -> str:
    return "–" if share is None else span_of_shares(share.low, share.high)


def _notes(one: Hoarding) -> Iterable[str]:
    if any(paid.at_latest_kr for paid in one.months):
        yield t(
            "Senast då: källan säger 'senast'; pengarna kan ha kommit tidigare.",
            "At the latest then: the source says 'at the latest'; the money may have come earlier.",
        )
    if any(paid.at_most_kr for paid in one.months):
        yield t(
            "Högst: potten är inte beräknad och kan betala mindre; andelarna rymmer både inget och allt av det.",
            "At most: the pot is not computed and may pay less; the shares hold both none and all of it.",
        )
    if one.undated_kr:
        yield t(
            "Det som inte har någon funnen månad räknas inte till någon.", "What has no found month is counted in none."
        )
    if one.without_sum:
        yield t("Utan känd summa: {pots}.", "Without a known sum: {pots}.", pots=", ".join(one.without_sum))


def _series(page: Page, payments: Payments) -> None:
    page.heading(t("Hur mycket som betalas från den 1 oktober", "How much is paid from 1 October"))
    rows = [
        (
            str(one.year),
            mkr(one.total_kr),
            mkr(one.dated_kr),
            mkr(one.undated_kr),
            _share(one.late_of_dated),
            _share(one.late_of_all),
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
    page.notes(
        [
            t(
                "Sent: från den 1 oktober. Av det som har en känd månad, och av alla pengar; det andra är ett intervall.",
                "Late: from 1 October. Of what has a known month, and of all the money; the latter is an interval.",
            ),
            t(
                "Biblioteket har inte alla bidrag för alla år; åren kan inte jämföras rakt av.",
                "The library does not have every grant of every year; the years cannot be compared outright.",
            ),
        ]
    )
