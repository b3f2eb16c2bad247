"""A place and a year -> its payments by month, with the tables for the page and CSV."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overens.export.csv_table import Cell, Table
from overens.notice.hoarding import Month
from overens.notice.months import MonthSum, PlaceMonths, PlacePayment, sort_by_month
from overens.notice.rows import rows_for
from overens.usecases.library import Library
from overens.usecases.tables import AGREEMENT, KIND, POT
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text


@dataclass(frozen=True)
class MonthsOfPlace:
    """When a recipient is paid the money of a year."""

    recipient: Recipient
    year: int
    as_known_on: date | None
    paid: PlaceMonths


def show_months(library: Library, who: Recipient, year: int, as_known_on: date | None = None) -> MonthsOfPlace:
    """Return the recipient's payments by month; they sum to what the place gets of the year's money."""
    allocations = [library.allocation(a.id, as_known_on) for a in library.of_year(year, as_known_on)]
    return MonthsOfPlace(who, year, as_known_on, sort_by_month(rows_for(allocations, who)))


def month_words(month: Month | None) -> str | None:
    """Return a month as it is written in dates: '2024-08'; None where there is none."""
    return f"{month.year}-{month.number:02d}" if month else None


CERTAIN = Text("Säkert", "Certain")
INFERRED = Text("Härlett", "Inferred")
TO_EARN = Text("Att tjäna in, högst", "To earn, at most")
AT_LATEST = Text("Varav senast då", "Of which at the latest then")
MONTH = Text("Månad", "Month")


def months_table(answer: MonthsOfPlace) -> Table:
    """One month a row; the last row, without a month, is what no month is found for."""
    paid = answer.paid
    return Table(
        _title("{who} {year}: utbetalningar per månad, kronor", "{who} {year}: payments by month, kronor", answer),
        ("month", "certain_kr", "inferred_kr", "to_earn_at_most_kr", "of_which_at_latest_kr"),
        (MONTH, CERTAIN, INFERRED, TO_EARN, AT_LATEST),
        tuple(_row(one) for one in (*paid.months, *([paid.undated] if paid.undated else []))),
    )


def _row(one: MonthSum) -> tuple[Cell, ...]:
    return month_words(one.month), one.certain_kr, one.inferred_kr, one.to_earn_kr, one.at_latest_kr


def payments_table(answer: MonthsOfPlace) -> Table:
    """One payment a row, by month; those without a month last."""
    ordered = sorted(answer.paid.payments, key=lambda one: (one.month is None, one.month or Month(0, 0)))
    return Table(
        _title("{who} {year}: utbetalningar, kronor", "{who} {year}: payments, kronor", answer),
        ("month", "when", "at_latest", "agreement", "pot", "standing", "kr"),
        (
            MONTH,
            Text("Datum som det står", "Date as written"),
            Text("Senast", "At the latest"),
            AGREEMENT,
            POT,
            KIND,
            Text("Kronor", "Kronor"),
        ),
        tuple(_payment(one) for one in ordered),
    )


def _payment(one: PlacePayment) -> tuple[Cell, ...]:
    when = str(one.when) if one.when else None
    return month_words(one.month), when, int(one.at_latest), one.agreement, one.pot, one.standing.name.lower(), one.kr


def _title(sv: str, en: str, answer: MonthsOfPlace) -> Text:
    return Text(sv, en, {"who": answer.recipient.name, "year": str(answer.year)})
