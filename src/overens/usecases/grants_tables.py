"""All grants of two years -> tables: one grant and kind of recipient a row, and both years beside each other."""

from __future__ import annotations

from overens.allocation.explain_steps import mark_words
from overens.export.csv_table import Cell, Table
from overens.export.web_address import web_address
from overens.notice.standing import standing_words
from overens.usecases.coverage import coverage_words
from overens.usecases.grants import AllGrants, BothYears, Grant, GrantYear, NoGrant, beside
from overens.usecases.pot_sums import to_whom_words
from overens.usecases.tables import AGREEMENT, LEAST, MOST, NAME
from overens.vocabulary.sources import grant_kind_words, status_words
from overens.vocabulary.wording import NO, YES, Text, join_texts, plain

SERIES, GRANT = Text("Serie", "Series"), Text("Bidrag", "Grant")
COLUMNS: tuple[tuple[str, Text], ...] = (
    ("year", Text("År", "Year")),
    ("series", SERIES),
    ("grant", GRANT),
    ("agreement", AGREEMENT),
    ("name", NAME),
    ("kind", Text("Slag", "Kind")),
    ("to", Text("Till", "To")),
    ("pots", Text("Potter", "Pots")),
    ("amount_kr", Text("Belopp", "Amount")),
    ("rough", plain("≈")),
    ("low_kr", LEAST),
    ("high_kr", MOST),
    ("sureness", Text("Hur säkert", "How sure")),
    ("status", Text("Status", "Status")),
    ("mark", Text("Märke", "Mark")),
    ("decided", Text("Beslutat", "Decided")),
    ("known_from", Text("Blev känt", "Became known")),
    ("paid_by", Text("Utbetalare", "Paid by")),
    ("paid", Text("Utbetalas", "Paid")),
    ("conditions", Text("Villkor", "Conditions")),
    ("requisition", Text("Rekvisition", "Requisition")),
    ("due", Text("Begärs senast", "Asked for by")),
    ("not_counted_kr", Text("Belopp utan avtal här, i ingen summa", "Amount without an agreement here, in no sum")),
    ("reason", Text("Skäl", "Reason")),
    ("source", Text("Källa", "Source")),
    ("source_address", Text("Källans adress", "The source's address")),
    ("page", Text("Sida", "Page")),
)
"""Names and headings of a grant's row."""
NOT_FOUND = Text("ej funnet", "not found")


def grants_table(found: AllGrants) -> Table:
    """Every grant of both years, one a row for each kind of recipient, standing, status and mark."""
    years = found.years
    title = Text(
        "Alla riktade statsbidrag {a} och {b}, kronor",
        "All targeted state grants {a} and {b}, kronor",
        {"a": str(years[0].year), "b": str(years[1].year)},
    )
    return _table(title, tuple(row for year in years for row in _rows(year)))


def grants_of_year(year: GrantYear) -> Table:
    """One year's grants, as in `grants_table`."""
    title = Text(
        "Alla riktade statsbidrag {year}, kronor", "All targeted state grants {year}, kronor", {"year": str(year.year)}
    )
    return _table(title, tuple(_rows(year)))


def _table(title: Text, rows: tuple[tuple[Cell, ...], ...]) -> Table:
    return Table(title, tuple(name for name, _ in COLUMNS), tuple(heading for _, heading in COLUMNS), rows)


def _rows(year: GrantYear) -> list[tuple[Cell, ...]]:
    return [*(_grant(year.year, one) for one in year.grants), *(_no_grant(year.year, one) for one in year.lacking)]


def _grant(year: int, one: Grant) -> tuple[Cell, ...]:
    agreement, terms = one.agreement, one.terms
    return (
        str(year),
        one.series.id,
        one.series.name,
        agreement.id,
        agreement.name,
        grant_kind_words(agreement.kind),
        to_whom_words(one.whom),
        join_texts([plain(pot) if isinstance(pot, str) else pot for pot in one.pots], "; "),
        one.amount_kr,
        None if one.exact or one.amount_kr is None else plain("≈"),
        one.low_kr,
        one.high_kr,
        standing_words(one.standing),
        status_words(one.status),
        mark_words(one.mark),
        terms.decided,
        terms.known_from or NOT_FOUND,
        terms.paid_by or NOT_FOUND,
        terms.paid or NOT_FOUND,
        YES if terms.conditions else NO,
        terms.requisition,
        terms.due,
        None,
        one.reason,
        terms.source.title,
        web_address(terms.source.address) or terms.source.address,
        f"/avtal/{agreement.id}",
    )


def _no_grant(year: int, one: NoGrant) -> tuple[Cell, ...]:
    known = one.amount.kr if one.amount else None
    said: dict[str, Cell] = {
        "year": str(year),
        "series": one.series.id,
        "grant": one.series.name,
        "sureness": coverage_words(one.state),
        "not_counted_kr": known,
        "reason": one.why,
    }
    return tuple(said.get(name) for name, _ in COLUMNS)


def beside_table(found: AllGrants) -> Table:
    """Each grant in both years beside each other; a sum that is not known, or not wholly, is empty."""
    a, b = (str(year.year) for year in found.years)
    return Table(
        Text("{a} och {b} bredvid varandra, kronor", "{a} and {b} side by side, kronor", {"a": a, "b": b}),
        ("series", "grant", "before_kr", "before_rough", "after_kr", "after_rough", "difference_kr", "before", "after"),
        (
            SERIES,
            GRANT,
            plain(a),
            plain("≈"),
            plain(b),
            plain("≈"),
            Text("Skillnad", "Difference"),
            Text("Hur säkert {a}", "How sure {a}", {"a": a}),
            Text("Hur säkert {b}", "How sure {b}", {"b": b}),
        ),
        tuple(_both(one) for one in beside(found)),
    )


def _both(one: BothYears) -> tuple[Cell, ...]:
    return (
        one.series.id,
        one.series.name,
        one.before_kr,
        None if one.before_exact or one.before_kr is None else plain("≈"),
        one.after_kr,
        None if one.after_exact or one.after_kr is None else plain("≈"),
        one.difference_kr,
        one.before,
        one.after,
    )
