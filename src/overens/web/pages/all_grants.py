"""A year and the next -> the page that lists every targeted grant, to be taken along as one workbook."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from overens.allocation.model import Allocation
from overens.export.csv_table import Table
from overens.export.workbook.model import Workbook
from overens.usecases.documents.grants import grants_document
from overens.usecases.grants import AllGrants, GrantYear, show_grants
from overens.usecases.grants_tables import beside_table, grants_of_year, grants_table
from overens.usecases.wording.nothing import nothing_of
from overens.usecases.wording.titles import grants_title
from overens.usecases.workbooks.cover import BookIdentity
from overens.usecases.workbooks.grants import grants_workbook
from overens.vocabulary.wording import Text, counted, join_texts, plain
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.find import find_year
from overens.web.grid import CellView, Column, Grid, SumOf, grid, mkr, money, words
from overens.web.table_grid import Row, Shown, table_grid
from overens.web.taken_workbook import workbook_file


def answer(asked: Asked) -> Answer:
    """Return every targeted grant of the year and the next."""
    year = find_year(asked)
    found = show_grants(asked.library, year, asked.as_known_on)
    tables = {"grants": grants_table(found), "beside": beside_table(found)}
    title = grants_title(year)

    def book(about: BookIdentity) -> Workbook:
        return grants_workbook(found, about)

    return Answer(
        title,
        "all-grants.html",
        {
            "year": year,
            "years": [_year(asked, one) for one in found.years],
            "beside": _beside(tables["beside"]),
        },
        tables,
        lambda language: grants_document(found, language),
        allocations=_behind(found),
        files=workbook_file(asked, title, book),
    )


def _behind(found: AllGrants) -> tuple[Allocation, ...]:
    return tuple(allocation for year in found.years for allocation in year.of.allocations)


def _year(asked: Asked, year: GrantYear) -> dict[str, Any]:
    return {
        "year": year.year,
        "whole": mkr(year.total_kr, _sum_of(year), rough=any(not one.exact for one in year.grants), unit=True),
        "n": counted(len(year.of.allocations), ("avtal", "avtal"), ("agreement", "agreements")),
        "nothing": nothing_of(year.of),
        "grants": _grants(asked, year) if year.grants else None,
        "lacking": _lacking(year) if year.lacking else None,
        "n_lacking": counted(len(year.lacking), ("bidrag", "bidrag"), ("grant", "grants")),
    }


def _sum_of(year: GrantYear) -> SumOf:
    return SumOf("amount_kr", (("year", str(year.year)),), "grants")


def _grants(asked: Asked, year: GrantYear) -> Grid:
    table = grants_of_year(year)
    table = Table(table.title, table.names, table.headings, table.rows[: len(year.grants)])

    def name(row: Row) -> CellView:
        return words(str(row["name"]), asked.link(f"/avtal/{row['agreement']}"), _text(row["pots"]))

    def kronor(row: Row) -> CellView:
        kr = row["amount_kr"]
        note = None if isinstance(kr, int) else Text("beloppet är inte känt", "the amount is not known")
        return money(kr if isinstance(kr, int) else None, rough=bool(row["rough"]), note=note)

    def sure(row: Row) -> CellView:
        status = join_texts([_text(row["status"]), _text(row["mark"])], "; ")
        return words(_text(row["sureness"]), note=status)

    def asked_for(row: Row) -> CellView:
        return words(_text(row["requisition"]), note=_text(row["due"]) if row["due"] else None)

    columns = (
        Shown("name", name, Text("Bidrag", "Grant")),
        Shown("to"),
        Shown("amount_kr", kronor),
        Shown("sureness", sure),
        Shown("paid"),
        Shown("conditions"),
        Shown("requisition", asked_for),
    )
    caption = Text(
        "{year}: en rad för varje bidrag och slag av mottagare, hur säkert, status och märke.",
        "{year}: a row for each grant and kind of recipient, how sure, status and mark.",
        {"year": str(year.year)},
    )
    made = table_grid(table, columns, caption)
    rough = any(not one.exact for one in year.grants)
    total = (words(Text("Summa", "Total")), words(""), money(year.total_kr, _sum_of(year), rough=rough))
    return Grid(made.caption, made.columns, made.rows, (*total, *(words("") for _ in columns[3:])))


def _text(cell: object) -> Text:
    return cell if isinstance(cell, Text) else plain(str(cell))


def _lacking(year: GrantYear) -> Grid:
    columns = (Column(Text("Bidrag", "Grant")), Column(Text("Varför", "Why")))
    caption = Text(
        "Bidrag utan belopp {year}, och varför", "Grants without an amount {year}, and why", {"year": str(year.year)}
    )
    return grid(caption, columns, [[words(one.series.name), words(one.why)] for one in year.lacking])


def _beside(table: Table) -> Grid:
    columns = (
        Shown("grant"),
        Shown("before_kr", lambda row: _kronor(row, "before"), None, True, _rough_sum(table, "before")),
        Shown("after_kr", lambda row: _kronor(row, "after"), None, True, _rough_sum(table, "after")),
        Shown("difference_kr", _difference),
        Shown("before"),
        Shown("after"),
    )
    caption = Text(
        "Kronor, där hela bidragets belopp är känt; annars säger orden varför det är tomt.",
        "Kronor, where the grant's whole amount is known; else the words say why it is empty.",
    )
    return table_grid(table, columns, caption, "beside", Text("Summa", "Total"))


def _kronor(row: Row, side: str) -> CellView:
    kr = row[f"{side}_kr"]
    return money(kr if isinstance(kr, int) else None, rough=bool(row[f"{side}_rough"]))


def _difference(row: Row) -> CellView:
    kr = row["difference_kr"]
    return money(kr if isinstance(kr, int) else None, rough=bool(row["before_rough"] or row["after_rough"]))


def _rough_sum(table: Table, side: str) -> Callable[[int | None, SumOf | None], CellView]:
    """Return how the sum of a year is shown: rounded where a part of it is."""
    n = table.names.index(f"{side}_rough")
    rough = any(row[n] for row in table.rows)
    return lambda kr, sum_of: money(kr, sum_of, rough=rough)
