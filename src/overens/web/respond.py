"""An answer and the form asked for -> the bytes that are sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from overens.export.csv_table import Table, to_csv, to_excel_csv
from overens.export.json_stat import cube_of, no_cube
from overens.export.json_text import json_text
from overens.export.picture import to_json, to_png, to_svg
from overens.usecases.documents.citation import citation_document
from overens.usecases.documents.parts import run_document
from overens.usecases.documents.table import table_document
from overens.usecases.statistics import statistics
from overens.vocabulary.problems import Fault
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.citing import citation_of
from overens.web.embed import embed_page
from overens.web.form import MEDIA_TYPES, Form, file_name_of
from overens.web.frame import frame
from overens.web.ordering import no_column, ordered
from overens.web.page import render
from overens.web.parts import TABLE, named_picture, named_table, no_such
from overens.web.refused import Refused
from overens.web.statistical import is_statistics


@dataclass(frozen=True)
class Sent:
    """What is sent: the body, what it is, and its file name where it is a file.

    Attributes:
        framed: Whether other sites may show the page within their own.
    """

    body: bytes
    media_type: str
    file_name: str = ""
    status: int = 200
    framed: bool = False


def respond(answer: Answer, asked: Asked) -> Sent:
    """Return the answer in the form asked for.

    Raises:
        Refused: If the page has no such form, table, column or picture.
    """
    target = asked.target
    _check_parameters(answer, asked)
    if target.embedded:
        return replace(_sent(embed_page(answer, asked), Form.PAGE), framed=True)
    if target.picture:
        return _picture(answer, asked)
    if target.table:
        return _table(answer, asked)
    match target.form:
        case Form.PAGE:
            page = render(answer.template, asked.language, {**frame(answer, asked), **answer.context})
            return replace(_sent(page, Form.PAGE), status=answer.status)
        case Form.JSON if answer.document is not None:
            return _file(json_text(document_of(answer, asked)), asked)
        case Form.CSV | Form.EXCEL if answer.tables:
            return _file(_csv(chosen_table(answer, asked), asked), asked)
        case Form.JSONSTAT if answer.tables:
            return _file(_json_stat(answer, asked), asked)
        case Form.YAML if answer.scenarios:
            return _file(answer.scenarios.get(asked.table) or next(iter(answer.scenarios.values())), asked)
        case form if form in answer.files:
            return _file(answer.files[form](asked.language, citation_of(answer, asked)), asked)
        case _:
            raise Refused(404, _no_form(target.form, forms_of(answer)))


def document_of(answer: Answer, asked: Asked) -> dict[str, Any]:
    """Return the page's document, with the run behind it and how it is cited."""
    assert answer.document is not None
    document, citation = answer.document(asked.language), citation_of(answer, asked)
    if citation is None or citation.run is None:
        return document
    cited = {"citation": citation_document(citation, asked.language)}
    return {"run": run_document(citation.run), **document, **cited}


def forms_of(answer: Answer) -> list[Form]:
    """Return the forms that the page can be had in, beside the page itself."""
    forms = [Form.JSON] if answer.document is not None else []
    forms += [Form.CSV, Form.EXCEL] if answer.tables else []
    forms += [Form.JSONSTAT] if is_statistics(answer) else []
    forms += [Form.YAML] if answer.scenarios else []
    return [*forms, *answer.files]


def chosen_table(answer: Answer, asked: Asked) -> Table:
    """Return the table asked for, or the page's first, in the order asked for if it has that column."""
    table = answer.tables[asked.table or next(iter(answer.tables))]
    return ordered(table, asked.sort if asked.sort.removeprefix("-") in table.names else "", asked.language)


def _json_stat(answer: Answer, asked: Asked) -> str:
    table = chosen_table(answer, asked)
    cube = cube_of(table)
    if cube is None:
        raise Refused(404, no_cube(table))
    return statistics(table, cube, citation_of(answer, asked), asked.language)


def _check_parameters(answer: Answer, asked: Asked) -> None:
    """Refuse a table that is not there, and a column that neither it nor the page's first table has."""
    tables, target = answer.tables, asked.target
    if target.table:
        named_table(answer, target.table)
        if "table" in asked.values:
            raise Refused(422, _two_tables(target.table, asked.values["table"][0]))
    named: Mapping[str, object] = answer.scenarios if asked.target.form is Form.YAML else tables
    if asked.table and asked.table not in named:
        raise Refused(422, no_such(TABLE, asked.table, named))
    if asked.sort:
        first = next(iter(tables.values()), None)
        if first is None:
            raise Refused(422, _nothing_to_sort(asked.sort))
        if asked.sort.removeprefix("-") not in {*first.names, *(tables[asked.table].names if asked.table else ())}:
            raise Refused(422, no_column(asked.sort, first.names))


def _picture(answer: Answer, asked: Asked) -> Sent:
    picture = named_picture(answer, asked.target.picture)
    drawn = (asked.language, asked.theme, asked.size)
    match asked.target.form:
        case Form.SVG:
            return _sent(to_svg(picture, *drawn), Form.SVG)
        case Form.PNG:
            return _file(to_png(picture, *drawn), asked)
        case Form.JSON:
            return _sent(json_text(to_json(picture, *drawn)), Form.JSON)
        case Form.CSV | Form.EXCEL:
            return _file(_csv(picture.table, asked), asked)
        case form:
            raise Refused(404, _no_form(form, [Form.SVG, Form.PNG, Form.JSON, Form.CSV, Form.EXCEL]))


def _table(answer: Answer, asked: Asked) -> Sent:
    """Return a table that has its address for itself, in a form for programs."""
    table = chosen_table(answer, asked)
    match asked.target.form:
        case Form.CSV | Form.EXCEL:
            return _file(_csv(table, asked), asked)
        case Form.JSON:
            citation = citation_of(answer, asked)
            cited = {"citation": citation_document(citation, asked.language)} if citation else {}
            return _file(json_text({**table_document(table, asked.language), **cited}), asked)
        case form:
            raise Refused(404, _no_form(form, [Form.JSON, Form.CSV, Form.EXCEL]))


def _csv(table: Table, asked: Asked) -> str:
    write = to_excel_csv if asked.target.form is Form.EXCEL else to_csv
    return write(table, asked.language)


def _sent(body: str | bytes, form: Form, file_name: str = "") -> Sent:
    return Sent(body.encode() if isinstance(body, str) else body, MEDIA_TYPES[form], file_name)


def _file(body: str | bytes, asked: Asked) -> Sent:
    return _sent(body, asked.target.form, file_name_of(asked.target, asked.table))


def _no_form(form: Form, others: list[Form]) -> Fault:
    return Fault.of(
        "Sidan finns inte som '{form}'.",
        "Den finns som: {others}." if others else "Den finns bara som sida.",
        "The page does not exist as '{form}'.",
        "It exists as: {others}." if others else "It exists only as a page.",
        form=form.value,
        others=", ".join(one.value for one in others),
    )


def _two_tables(name: str, other: str) -> Fault:
    return Fault.of(
        "Adressen är tabellen '{name}', men frågan efter '?' säger '{other}'.",
        "Ta bort table ur adressen.",
        "The address is the table '{name}', but the query after '?' says '{other}'.",
        "Take table out of the address.",
        name=name,
        other=other[:60],
    )


def _nothing_to_sort(sort: str) -> Fault:
    return Fault.of(
        "Sidan har ingen tabell att sortera efter '{sort}'.",
        "Ta bort sort ur adressen.",
        "The page has no table to sort by '{sort}'.",
        "Take sort out of the address.",
        sort=sort[:60],
    )
