"""Allocations -> a sheet of what they rest on: agreements' documents and pots' figures, with status, marks and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from overens.agreement.terms import Source
from overens.allocation.allocate import known_since
from overens.allocation.explain_steps import mark_words
from overens.allocation.model import Allocation, PotAllocation
from overens.export.csv_table import Cell, Table
from overens.export.web_address import web_address
from overens.figures.model import Series, figure_kind_words
from overens.followup.wording import when_words
from overens.usecases.tables import AGREEMENT, NAME
from overens.usecases.workbooks.table_sheet import Live, Plan, live, where_anything
from overens.vocabulary.periods import When
from overens.vocabulary.sources import status_words
from overens.vocabulary.wording import Language, Text
from overens.writing.values import Missing

SOURCES = Text("Källor och märken", "Sources and marks")
MARKS = Text(
    "Märken: verifierat = tryckt i källan; beräknat = räknat ur verifierade belopp; härlett = en slutsats, inte tryckt i"
    " någon källa; ej funnet = sökt men inte funnet. Säkert är verifierat eller beräknat.",
    "Marks: verified = printed in the source; computed = worked out from verified amounts; inferred = a conclusion, not"
    " printed in any source; not found = looked for and not found. Certain is verified or computed.",
)
_DOCUMENT = Text("dokument", "document")
_HEADINGS = {
    "agreement": AGREEMENT,
    "name": NAME,
    "status": Text("Status", "Status"),
    "mark": Text("Märke", "Mark"),
    "decided": Text("Beslutat", "Decided"),
    "known_from": Text("Blev känt", "Became known"),
    "what": Text("Slag", "Kind"),
    "source": Text("Källa", "Source"),
    "title": Text("Titel", "Title"),
    "publisher": Text("Utgivare", "Publisher"),
    "dated": Text("Daterad eller mätt", "Dated or measured"),
    "registry_number": Text("Diarienummer", "Registry number"),
    "fetched": Text("Hämtad", "Fetched"),
    "checked": Text("Kontrollerad", "Checked"),
    "licence": Text("Licens", "Licence"),
    "address": Text("Adress", "Address"),
}


def sources_sheet(
    allocations: Iterable[Allocation], name: str, language: Language, pot: PotAllocation | None = None
) -> Live:
    """Return every document of the agreements and every figure of their pots, one a row; the marks are explained above.

    Args:
        pot: Only what this pot rests on.
    """
    table = where_anything(sources_table(allocations, pot), tuple(_HEADINGS)[:4])
    links = {"address": lambda values: web_address(str(values["address"]))}
    widths = {"name": 34, "title": 50, "address": 50}
    return live(table, Plan(name, "sources", (MARKS,), links=links, widths=widths, filtered=True), language)


def sources_table(allocations: Iterable[Allocation], pot: PotAllocation | None = None) -> Table:
    """Every document, with how far its agreement has come, how its sum is known, and when; then every figure, once."""
    behind = list(allocations)
    pots = [pot] if pot is not None else [one for allocation in behind for one in allocation.pots]
    figures = {one.key: one for found in pots for one in found.used}
    rows = [row for one in behind for row in _documents(one, pot)]
    return Table(
        Text("Källor, märken och datum", "Sources, marks and dates"),
        tuple(_HEADINGS),
        tuple(_HEADINGS.values()),
        (*rows, *map(_figure, figures.values())),
    )


def _documents(allocation: Allocation, pot: PotAllocation | None) -> Iterator[tuple[Cell, ...]]:
    sources = allocation.agreement.sources
    named: Sequence[str] = tuple(sources) if pot is None else [one for one in pot.pot.source if one in sources]
    for id_ in named:
        yield _document(allocation, id_, sources[id_])


def _document(allocation: Allocation, id_: str, source: Source) -> tuple[Cell, ...]:
    agreement = allocation.agreement
    known = known_since(agreement)
    return (
        agreement.id,
        agreement.name,
        status_words(agreement.status),
        mark_words(agreement.mark),
        when_words(agreement.decided),
        when_words(known) if known else Text("ej funnet", "not found"),
        _DOCUMENT,
        id_,
        source.title,
        source.publisher,
        _day(source.published),
        source.registry_number,
        _day(source.fetched),
        _day(source.checked),
        None,
        source.address,
    )


def _figure(one: Series) -> tuple[Cell, ...]:
    return (
        None,
        one.name,
        None,
        mark_words(one.mark),
        None,
        _day(one.known_from),
        figure_kind_words(one.kind),
        one.key.figure,
        one.source or None,
        one.publisher,
        one.key.measured_on,
        None,
        None,
        None,
        one.licence or None,
        one.address or None,
    )


def _day(when: When | Missing | None) -> Text | None:
    return when_words(when) if isinstance(when, When) else None
