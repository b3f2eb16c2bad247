"""The address of a picture or a table of the portal -> its rows, computed here, for a program."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from urllib.parse import urlsplit

from overens.export.csv_table import Cell
from overens.usecases.library import Library, open_library
from overens.vocabulary.wording import Text
from overens.web.addresses import address_book
from overens.web.clock import today as now
from overens.web.look_up import look_up
from overens.web.ordering import ordered
from overens.web.parts import named_picture, named_table
from overens.web.refused import Refused

Row = dict[str, str | int | Fraction | None]
"""A row by the names of its columns: kronor are integers, shares exact, what is not known is None."""


def table_at(address: str, library: Library | None = None, today: date | None = None) -> list[Row]:
    """Return the rows of the table, or of what the picture is drawn from; nothing is fetched.

    Args:
        address: As the page's "Bädda in" says it, with or without the site it is on. A page's own gives its first table.
        library: The shipped one, unless another is given.
        today: The day it is asked; only pages that tell what comes next depend on it.

    Raises:
        ValueError: If there is no such page, picture or table; the message says what would be right.
    """
    where, held = urlsplit(address), library or open_library()
    asked_for = where.path + (f"?{where.query}" if where.query else "")
    try:
        answer, asked = look_up(held, address_book(held.register), asked_for, today or now())
        if asked.target.picture:
            table = named_picture(answer, asked.target.picture).table
        else:
            table = ordered(
                named_table(answer, asked.table or next(iter(answer.tables), "")), asked.sort, asked.language
            )
    except Refused as refused:
        words = (refused.fault.message.say(), refused.fault.remedy.say())
        raise ValueError(f"{address[:200]}: {' '.join(filter(None, words))}") from None

    def value(cell: Cell) -> str | int | Fraction | None:
        return cell.say(asked.language) if isinstance(cell, Text) else cell

    return [dict(zip(table.names, map(value, row), strict=True)) for row in table.rows]
