"""Lead times and payments -> tables for CSV; days and kronor are integers, shares are decimal numbers."""

from __future__ import annotations

from overens.export.csv_table import Cell, Table
from overens.notice.hoarding import Hoarding
from overens.notice.lead_time import BUDGETS_AFTER_YEAR_END, Estimate, LeadTime, days_of_notice
from overens.usecases.counted_sums import CountedSum
from overens.usecases.lead_time import LeadSeries, Variant
from overens.usecases.payments import Payments
from overens.usecases.tables import AGREEMENT, KIND, NAME
from overens.vocabulary.wording import Text

YEAR = Text("År", "Year")
LEAST, MOST = Text("Lägst", "Least"), Text("Högst", "Most")
_VARIANTS = {
    Variant.MAIN: Text("årliga pengar i listan (huvudserien)", "annual money on the list (main series)"),
    Variant.WITH_NEW: Text("med nya pengar under året", "with money added during the year"),
    Variant.WITHOUT_UNSURE: Text("utan osäkra belopp", "without uncertain amounts"),
    Variant.WITHOUT_SUM_ONLY: Text("utan det som bara var känt som summa", "without what was known only as a sum"),
    Variant.BY_POT: Text("efter potternas egna datum", "by the dates of the pots"),
    Variant.WITH_LIBRARY: Text("med avtal i biblioteket utanför listan", "with agreements outside the list"),
}


def variant_words(variant: Variant) -> Text:
    """Return which sums a variant counts."""
    return _VARIANTS[variant]


def series_table(series: LeadSeries) -> Table:
    """Every year and variant: the median in days, the mean and the shares, with intervals."""
    return Table(
        Text("Tidiga besked", "Early notice"),
        (
            *("year", "variant", "kr", "median_days", "median_low", "median_high", "median_days_to_30_november"),
            *("mean_days", "known_by_1_january", "known_by_30_november"),
        ),
        (
            *(YEAR, KIND, Text("Kronor", "Kronor"), Text("Median", "Median"), LEAST, MOST),
            *(Text("Till 30 november", "To 30 November"), Text("Medel", "Mean")),
            *(Text("Känt 1 januari", "Known by 1 January"), Text("Känt 30 november", "Known by 30 November")),
        ),
        tuple(
            (year, variant.name.lower(), *_lead(lead))
            for year, one in series.years.items()
            for variant, lead in one.leads.items()
            if lead is not None
        ),
    )


def _lead(lead: LeadTime) -> tuple[Cell, ...]:
    return (
        lead.kr,
        *_whole(lead.median),
        int(lead.median_to_budgets.middle),
        lead.mean.middle,
        lead.in_time.middle,
        lead.before_budgets.middle,
    )


def _whole(days: Estimate) -> tuple[Cell, ...]:
    ends = (days.middle, days.low, days.high)
    return tuple(None if end is None else int(end) for end in ends)


def sums_table(series: LeadSeries, year: int) -> Table:
    """Every sum of a year: when it was known, and how many days before 1 January and 30 November."""
    return Table(
        Text("Besked om {year}", "Notice of {year}", {"year": str(year)}),
        (
            *("known_from", "date_inferred", "name", "kind", "kr", "low_kr", "high_kr", "uncertain"),
            *("days", "days_low", "days_high", "days_to_30_november", "agreements", "listed", "source"),
        ),
        (
            *(Text("Känt", "Known"), Text("Datum härlett", "Date inferred"), NAME, KIND, Text("Kronor", "Kronor")),
            *(LEAST, MOST, Text("Osäkert", "Uncertain"), Text("Till 1 januari", "To 1 January"), LEAST, MOST),
            *(
                Text("Till 30 november", "To 30 November"),
                AGREEMENT,
                Text("I listan", "Listed"),
                Text("Källa", "Source"),
            ),
        ),
        tuple(_sum(known) for known in series.of(year).sums),
    )


def _sum(one: CountedSum) -> tuple[Cell, ...]:
    days = days_of_notice(one.known, one.year)
    return (
        one.known.words,
        _yes(one.date_inferred),
        one.name,
        one.kind.name.lower(),
        one.amount.kr,
        one.amount.low,
        one.amount.high,
        one.unsure,
        *_whole(days),
        int(days.moved(-BUDGETS_AFTER_YEAR_END).middle),
        " ".join(one.agreements),
        _yes(one.listed),
        one.source.title,
    )


def _yes(answer: bool) -> str:
    return "yes" if answer else "no"


def payments_table(payments: Payments) -> Table:
    """Every month with payments, and for each year what has no month or goes to nobody, in kronor."""
    return Table(
        Text("När pengarna betalas", "When the money is paid"),
        ("year", "month", "dated_kr", "at_latest_kr", "at_most_kr", "undated_kr", "not_awarded_kr"),
        (
            *(YEAR, Text("Månad", "Month"), Text("På dagen", "On a date"), Text("Senast då", "At the latest")),
            *(Text("Högst", "At most"), Text("Utan månad", "Without month"), Text("Ej tilldelat", "Not awarded")),
        ),
        tuple(row for one in payments.years.values() for row in _payments(one)),
    )


def _payments(one: Hoarding) -> list[tuple[Cell, ...]]:
    months: list[tuple[Cell, ...]] = [
        (one.year, f"{m.month.year}-{m.month.number:02d}", m.dated_kr, m.at_latest_kr, m.at_most_kr, None, None)
        for m in one.months
    ]
    return [*months, (one.year, None, None, None, None, one.undated_kr, one.not_awarded_kr)]
