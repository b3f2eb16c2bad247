"""A library -> the tables of what it rests on: the sources of each agreement, and what sources say against each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.agreement.terms import Contradiction
from overens.export.columns import Field, Row
from overens.usecases.library import Library
from overens.usecases.resources.model import make
from overens.usecases.resources.parts import AGREEMENT, COUNT, SOURCE_PARTS, TEXT, known_allocations, names
from overens.usecases.year import table_known
from overens.vocabulary.wording import Text


def _sources(library: Library, day: date | None) -> Iterator[Row]:
    for one in known_allocations(library, day):
        for name, source in one.agreement.sources.items():
            yield (
                one.agreement.id,
                name,
                source.title,
                source.publisher,
                source.address,
                source.registry_number,
                str(source.published) if source.published else None,
                str(source.fetched) if source.fetched else None,
                str(source.checked) if source.checked else None,
            )


def _contradictions(library: Library, day: date | None) -> Iterator[Row]:
    found = [(one.agreement.id, one.agreement.contradictions) for one in known_allocations(library, day)]
    tables = [one.totals for one in library.published if table_known(one.totals, day)]
    for whose, contradictions in (*found, *((one.id, one.contradictions) for one in tables)):
        yield from (_contradiction(whose, n, one) for n, one in enumerate(contradictions, 1))


def _contradiction(whose: str, number: int, one: Contradiction) -> Row:
    return whose, number, one.about, names(one.source), one.says, one.used, one.reason


SOURCES = make(
    "sources",
    Text("Källor", "Sources"),
    Text("Varje avtals källor, så att vem som helst kan slå upp dem.", "The sources of each agreement, to look up."),
    ("agreement", "source"),
    (
        AGREEMENT,
        Field("source", TEXT, Text("källans namn i avtalet", "name of the source in the agreement")),
        *SOURCE_PARTS,
        Field("registry_number", TEXT, Text("diarienummer", "registry number"), nullable=True),
        Field("published", TEXT, Text("datum, som det är skrivet", "date, as it is written"), nullable=True),
        Field("fetched", TEXT, Text("hämtad", "fetched"), nullable=True),
        Field("checked", TEXT, Text("kontrollerad", "checked"), nullable=True),
    ),
    _sources,
)
CONTRADICTIONS = make(
    "contradictions",
    Text("Motsägelser", "Contradictions"),
    Text(
        "Två källor, två värden: vad som sägs, vad som används och varför.",
        "Two sources, two values: what is said, what is used and why.",
    ),
    ("in", "number"),
    (
        Field("in", TEXT, Text("avtal eller tryckt tabell", "agreement or printed table")),
        Field("number", COUNT, Text("nummer", "number")),
        Field("about", TEXT, Text("vad det är om", "what it is about")),
        Field("source", TEXT, Text("källor", "sources")),
        Field("says", TEXT, Text("vad källan säger", "what the source says")),
        Field("used", TEXT, Text("vad som används", "what is used")),
        Field("reason", TEXT, Text("varför", "why")),
    ),
    _contradictions,
)
