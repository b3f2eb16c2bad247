"""Allocations -> a sheet of what they rest on: each agreement's sources, its status, its mark and its dates."""

from __future__ import annotations

from collections.abc import Iterable

from overens.agreement.terms import Source
from overens.allocation.allocate import known_since
from overens.allocation.explain_steps import mark_words
from overens.allocation.model import Allocation
from overens.export.csv_table import Cell, Table
from overens.export.web_address import web_address
from overens.followup.wording import when_words
from overens.usecases.tables import AGREEMENT, NAME
from overens.usecases.workbooks.live import Live, Plan, live
from overens.vocabulary.periods import When
from overens.vocabulary.sources import status_words
from overens.vocabulary.wording import Language, Text

SOURCES = Text("Källor", "Sources")
MARKS = Text(
    "Märken: verifierat = tryckt i källan; beräknat = räknat ur verifierade belopp; härlett = en slutsats, inte tryckt i"
    " någon källa; ej funnet = sökt men inte funnet. Säkert är verifierat eller beräknat.",
    "Marks: verified = printed in the source; computed = worked out from verified amounts; inferred = a conclusion, not"
    " printed in any source; not found = looked for and not found. Certain is verified or computed.",
)


def sources_sheet(allocations: Iterable[Allocation], language: Language, name: str) -> Live:
    """Return every source of the agreements, one a row; the marks are explained above."""
    table = sources_table(allocations)
    links = {"address": lambda values: web_address(str(values["address"]))}
    widths = {"title": 50, "address": 50}
    return live(table, Plan(name, "sources", (MARKS,), links=links, widths=widths, filtered=True), language)


def sources_table(allocations: Iterable[Allocation]) -> Table:
    """Every agreement's sources, with how far it has come, how its sum is known, and when."""
    return Table(
        Text("Källor, märken och datum", "Sources, marks and dates"),
        (
            *("agreement", "name", "status", "mark", "decided", "known_from"),
            *("source", "title", "publisher", "published", "registry_number", "fetched", "checked", "address"),
        ),
        (
            AGREEMENT,
            NAME,
            Text("Status", "Status"),
            Text("Märke", "Mark"),
            Text("Beslutat", "Decided"),
            Text("Blev känt", "Became known"),
            Text("Källa", "Source"),
            Text("Titel", "Title"),
            Text("Utgivare", "Publisher"),
            Text("Källans datum", "The source's date"),
            Text("Diarienummer", "Registry number"),
            Text("Hämtad", "Fetched"),
            Text("Kontrollerad", "Checked"),
            Text("Adress", "Address"),
        ),
        tuple(_row(one, id_, source) for one in allocations for id_, source in one.agreement.sources.items()),
    )


def _row(allocation: Allocation, id_: str, source: Source) -> tuple[Cell, ...]:
    agreement = allocation.agreement
    known = known_since(agreement)
    return (
        agreement.id,
        agreement.name,
        status_words(agreement.status),
        mark_words(agreement.mark),
        when_words(agreement.decided),
        when_words(known) if known else Text("ej funnet", "not found"),
        id_,
        source.title,
        source.publisher,
        when_words(source.published) if source.published else None,
        source.registry_number,
        _day(source.fetched),
        _day(source.checked),
        source.address,
    )


def _day(when: When | None) -> Text | None:
    return when_words(when) if when else None
