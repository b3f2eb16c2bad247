"""An answer and the picture or table asked for -> a bare page with just that, for other sites to show: attributed, without a menu."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from overens.usecases.citation import Citation, cite
from overens.vocabulary.wording import Text, whole_number
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.citing import citation_of
from overens.web.files import file_address
from overens.web.form import Form, Target
from overens.web.ordering import ordered
from overens.web.page import render
from overens.web.parts import named_picture, named_table, table_title
from overens.web.plain_grid import MOST_ROWS, plain_grid, summed_columns


def embed_page(answer: Answer, asked: Asked) -> str:
    """Return the page.

    Raises:
        Refused: If the page has no such picture or table.
    """
    part = _picture(answer, asked) if asked.target.picture else _table(answer, asked)
    whole = whole_page(answer, asked)
    shown = {
        "asked": asked,
        "file": file_address,
        "Form": Form,
        "link": asked.link,
        "here": asked.here,
        "apart": asked.apart,
        "page": whole.here(),
        "citation": _citation(answer, whole),
        "oembed": oembed_links(asked, asked.same()),
    }
    return render("embed.html", asked.language, {**shown, **part})


def whole_page(answer: Answer, asked: Asked) -> Asked:
    """Return the question that the whole page answers: in its own order, if it does not have the column asked for."""
    first = next(iter(answer.tables.values()), None)
    dropped = {"table", "theme", "size"}
    if first is None or asked.sort.removeprefix("-") not in first.names:
        dropped.add("sort")
    values = {name: found for name, found in asked.values.items() if name not in dropped}
    return replace(asked, target=Target(asked.target.path), values=values)


def oembed_links(asked: Asked, path: str) -> dict[str, str]:
    """Return where a program is told how to embed the address, by media type."""
    found: dict[str, str] = {}
    if asked.edition is not None:  # files answer no questions
        return found
    for form, media_type in (("json", "application/json+oembed"), ("xml", "text/xml+oembed")):
        found[media_type] = f"{asked.origin}/oembed?{urlencode({'url': asked.origin + path, 'format': form})}"
    return found


def _citation(answer: Answer, whole: Asked) -> Citation:
    cited = citation_of(answer, whole)
    return cited or cite(whole.library, answer.title, whole.origin + whole.here(), as_known_on=whole.as_known_on)


def _picture(answer: Answer, asked: Asked) -> dict[str, Any]:
    one = named_picture(answer, asked.target.picture)
    return {"title": one.title, "picture": one, "grid": None, "cut": None}


def _table(answer: Answer, asked: Asked) -> dict[str, Any]:
    name = asked.target.table
    table = ordered(named_table(answer, name), asked.sort, asked.language)
    summed = summed_columns(answer.context, name, first=name == next(iter(answer.tables)))
    title = table_title(answer, table)
    made = replace(plain_grid(table, summed), caption=title)
    return {"title": title, "picture": None, "grid": made, "cut": _cut(len(table.rows))}


def _cut(rows: int) -> Text | None:
    """Return what is said of a table with more rows than are shown."""
    if rows <= MOST_ROWS:
        return None
    return Text(
        "Här står de första {shown} raderna av {rows}. Alla står i CSV-filen:",
        "These are the first {shown} rows of {rows}. All of them are in the CSV file:",
        {"shown": whole_number(MOST_ROWS), "rows": whole_number(rows)},
    )
