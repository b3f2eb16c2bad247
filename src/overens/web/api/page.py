"""Every address of the interface -> the portal's page about it: what may be asked, with an example of each, and what can go wrong."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from overens.export.columns import Field
from overens.export.csv_table import Table
from overens.usecases.resources.all import RESOURCES
from overens.usecases.resources.model import Resource
from overens.vocabulary.wording import Text, plain, whole_number
from overens.web.answer import Answer
from overens.web.api.address import BASE
from overens.web.api.collection import DEFAULT_LIMIT, MOST_ROWS, NOT_ASKED_FOR, RANGED, cell_schema
from overens.web.api.endpoint import Endpoint
from overens.web.api.endpoints import endpoints
from overens.web.api.info import RELEASED, VERSION
from overens.web.api.problem import KINDS
from overens.web.api.simulations import LARGEST_BODY, MOST_CHANGES
from overens.web.api.tables import address_of_table
from overens.web.asked import Asked
from overens.web.grid import Column, Grid, grid, words
from overens.web.table_grid import Row, Shown, table_grid


@dataclass(frozen=True)
class TableView:
    """A table as it is told of: its address, what it is, and its fields."""

    address: str
    about: Text
    fields: Grid


def answer(asked: Asked) -> Answer:
    """Return the page."""
    table = _table(endpoints())
    examples = {one.route: _example(asked, one) for one in endpoints()}
    return Answer(
        Text("För program (API)", "For programs (API)"),
        "api.html",
        {
            "addresses": table_grid(table, _shown(examples), table.title, "addresses"),
            "resources": [_view(one) for one in RESOURCES.values()],
            "problems": [(status, kind, title) for status, (kind, title) in KINDS.items()],
            "base": BASE,
            "description": f"{BASE}/openapi.json{f'?lang={asked.language}' if 'lang' in asked.values else ''}",
            "version_said": VERSION,
            "released": RELEASED,
            "most": whole_number(MOST_ROWS),
            "usual": DEFAULT_LIMIT,
            "largest": whole_number(LARGEST_BODY),
            "changes": MOST_CHANGES,
        },
        {"addresses": table},
    )


def _table(every: tuple[Endpoint, ...]) -> Table:
    return Table(
        Text("Alla adresser", "All addresses"),
        ("address", "method", "name", "title", "about"),
        (
            Text("Adress", "Address"),
            Text("Metod", "Method"),
            Text("Namn i program", "Name in programs"),
            Text("Vad", "What"),
            Text("Om", "About"),
        ),
        tuple((one.route, one.method, one.name, one.title, one.about) for one in every),
    )


def _shown(examples: dict[str, str]) -> tuple[Shown, ...]:
    return (
        Shown("title", lambda row: words(_text(row, "title"), examples[str(row["address"])])),
        Shown("address"),
        Shown("method"),
        Shown("about"),
    )


def _text(row: Row, name: str) -> Text:
    found = row[name]
    return found if isinstance(found, Text) else plain(str(found))


def _example(asked: Asked, one: Endpoint) -> str:
    """Return the address of the example, in the page's language and as known on its day; none for what is asked by sending."""
    if one.sends is not None:
        return ""
    kept = {"lang": asked.language.value if "lang" in asked.values else "", "as_known_on": asked.as_known_on or ""}
    taken = {one.name for one in one.takes}
    more = urlencode([(name, str(value)) for name, value in kept.items() if value and name in taken])
    return f"{BASE}{one.example}{('&' if '?' in one.example else '?') if more else ''}{more}"


def _view(one: Resource) -> TableView:
    columns = (
        Column(Text("Fält", "Field")),
        Column(Text("Typ", "Type")),
        Column(Text("Vad", "What")),
        Column(Text("Frågas efter med", "Asked for by")),
    )
    rows = [[words(field.name), words(_type(field)), words(field.about), words(_asked(field))] for field in one.fields]
    return TableView(BASE + address_of_table(one.name), one.about, grid(one.title, columns, rows))


def _type(field: Field) -> str:
    schema = cell_schema(field)
    bare = schema["type"][0] if field.nullable else schema["type"]
    return f"{schema.get('format', bare) if bare == 'string' else bare}{' | null' if field.nullable else ''}"


def _asked(field: Field) -> str:
    if field.kind in NOT_ASKED_FOR:
        return "–"
    ranged = f" {field.name}_from {field.name}_to" if field.kind in RANGED else ""
    return f"{field.name}{ranged}"
