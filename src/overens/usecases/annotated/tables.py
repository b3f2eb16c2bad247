"""The tables of a document -> HTML tables with caption, codes, unit and total."""

from __future__ import annotations

from fractions import Fraction

from overens.drafting.model import ReadCell, ReadTable
from overens.export.html_file import Html, element, join, text
from overens.usecases.annotated.headings import column_heading
from overens.usecases.read import Reading
from overens.usecases.wording.reading import CODE, NAME, VALUE, table_title, table_under, table_words, total_words
from overens.vocabulary.wording import Language, decimal_number


def tables(reading: Reading, language: Language) -> Html:
    """Return every table, one for each column of numbers that was read."""
    return join(_table(reading, n, table, language) for n, table in enumerate(reading.said.tables, 1))


def _table(reading: Reading, n: int, table: ReadTable, language: Language) -> Html:
    caption, under = table_title(reading, n, table).say(language), table_under(table)
    headings = (CODE, NAME, VALUE)
    held = element(
        "table",
        element("caption", text(caption)),
        element("thead", element("tr", *(column_heading(one, language, is_number=one is VALUE) for one in headings))),
        element("tbody", *(_row(row, language) for row in table.rows)),
        _foot(table, language),
    )
    above = [element("p", text(under.say(language)))] if under is not None else []
    region = element("div", held, class_="wide", id=f"table-{n}", role="region", aria_label=caption, tabindex="0")
    kind = "warning" if table.sums is False else None
    return join((*above, region, element("p", text(table_words(table).say(language)), class_=kind)))


def _row(row: ReadCell, language: Language) -> Html:
    value = row.printed if row.value is None else _number(row.value, language)
    name = element("th", text(row.name), scope="row", lang="sv")
    return element("tr", element("td", text(row.code or "–")), name, element("td", text(value), class_="number"))


def _foot(table: ReadTable, language: Language) -> Html:
    if table.total is None:
        return Html("")
    words = element("th", text(total_words(table).say(language)), scope="row", colspan="2")
    return element("tfoot", element("tr", words, element("td", text(_number(table.total, language)), class_="number")))


def _number(value: Fraction, language: Language) -> str:
    return decimal_number(value, 4, language)
