"""A table of a document that sums to a pot -> a figure file, and the pot's key as that list."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from overens.agreement.rules import Group
from overens.drafting.columns import KRONOR, in_kronor, last_digit
from overens.drafting.draft.model import Sheet
from overens.drafting.draft.words import said, to_fill_in, words
from overens.drafting.model import ReadTable
from overens.drafting.sums import SumNode
from overens.figures.header import Recipients
from overens.figures.model import FigureKind
from overens.vocabulary.money import Amount, may_be_equal
from overens.writing.numbers import number_words
from overens.writing.write_tree import Keyed, Part, Scalar, write_tree

_FEWEST_ROWS = 5
_MOST_TABLES = 40


def list_for(node: SumNode, group: Group, path: str, sheet: Sheet) -> dict[str, Part] | None:
    """Return 'till' and 'fördelning' by the table that sums to the pot, and put its file in the draft; None without one."""
    if not sheet.year:
        return None
    for n, (table, total) in enumerate(sheet.tables):
        found = _recipients(table, group)
        if found is not None and may_be_equal(total, node.money):
            del sheet.tables[n]
            to, recipients = found
            name = sheet.name(f"{sheet.id}-tabell")
            sheet.files[f"underlag/{name}.{_FILE[recipients]}.csv"] = figure_file(table, name, recipients, sheet)
            sheet.note(f"{path}.fördelning", table.span)
            key = Keyed({"lista": Scalar(name), "per": Scalar(sheet.year)})
            return {"till": Scalar(to.value), "fördelning": key}
    return None


def summed(tables: Sequence[ReadTable]) -> list[tuple[ReadTable, Amount]]:
    """Return the first tables that are sums of money for recipients, and what each sums to."""
    sums = ((table, in_kronor(table)) for table in tables[:_MOST_TABLES] if all(row.code for row in table.rows))
    return [(table, total) for table, total in sums if total is not None]


_FILE = {Recipients.REGIONS: "regioner", Recipients.MUNICIPALITIES: "kommuner", Recipients.COUNTIES: "lan"}


def _recipients(table: ReadTable, group: Group) -> tuple[Group, Recipients] | None:
    """Return for whom a table has one row each with its code, if that can be the recipients of the pot."""
    codes = [row.code for row in table.rows]
    if len(codes) < _FEWEST_ROWS or not all(codes) or len(set(codes)) != len(codes):
        return None
    lengths = {len(code) for code in codes}
    match group:
        case Group.REGIONS if lengths == {2}:
            return Group.REGIONS, Recipients.REGIONS
        case Group.MUNICIPALITIES if lengths == {2}:
            return Group.MUNICIPALITIES_BY_COUNTY, Recipients.COUNTIES
        case Group.MUNICIPALITIES if lengths == {4}:
            return Group.MUNICIPALITIES, Recipients.MUNICIPALITIES
        case _:
            return None


def figure_file(table: ReadTable, name: str, recipients: Recipients, sheet: Sheet) -> str:
    """Return the table as the text of a figure file in whole kronor, as it was printed."""
    unit = KRONOR[table.unit.chosen]
    rough = Fraction(last_digit(table) * unit)
    label = words(table.header or table.caption) or words(sheet.source.title) or name
    source = Keyed({"titel": said(sheet.source.title), "utgivare": said(sheet.source.publisher)})
    series: dict[str, Part] = {"slag": Scalar(FigureKind.OFFICIAL.value), "källa": source}
    if rough > 1:
        series["avrundat till"] = Scalar(number_words(rough))
    head = Keyed(
        {
            "id": Scalar(name),
            "namn": said(label),
            "enhet": Scalar("kr"),
            "mottagare": Scalar(recipients.value),
            "licens": to_fill_in(),
            "serier": Keyed({sheet.year: Keyed(series, is_block=True)}, is_block=True),
        }
    )
    lines = [f"# {line}".rstrip() for line in write_tree(head).splitlines()]
    rows = [f"{sheet.year},{row.code},{int((row.value or 0) * unit)}" for row in table.rows]
    return "\n".join([*lines, "per,kod,värde", *rows]) + "\n"
