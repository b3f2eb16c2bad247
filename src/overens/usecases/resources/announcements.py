"""A library -> the table of announcements: when the sum of each grant became known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.agreement.announcements import Announcement, Announcements, Regularity
from overens.export.columns import Field, Row, closed
from overens.usecases.documents.parts import word
from overens.usecases.library import Library
from overens.usecases.resources.model import make
from overens.usecases.resources.parts import (
    INTERVAL,
    KNOWN,
    KRONOR,
    SOURCE_PARTS,
    TEXT,
    TRUTH,
    YEAR,
    interval,
    known,
    names,
)
from overens.vocabulary.wording import Text


def _rows(library: Library, day: date | None) -> Iterator[Row]:
    for read in library.read_announcements():
        yield from (_row(read, one) for one in read.written.announcements if one.known_from.known_on(day))


def _row(read: Announcements, one: Announcement) -> Row:
    source = read.source(one)
    return (
        one.year,
        one.name,
        word(one.kind),
        *known(one.known_from),
        one.date_inferred,
        one.amount.kr,
        *interval(one.amount.marked(one.mark)),
        one.series,
        names(one.about) or None,
        one.pot,
        source.title,
        source.publisher,
        source.address,
    )


RESOURCE = make(
    "announcements",
    Text("Besked", "Announcements"),
    Text(
        "När summan för varje bidrag blev känd, och av vad.",
        "When the sum of each grant became known, and by what.",
    ),
    ("year", "name"),
    (
        Field("year", YEAR, Text("år pengarna är för", "year the money is for")),
        Field("name", TEXT, Text("bidrag", "grant")),
        Field("regularity", TEXT, Text("om det kommer varje år", "whether it comes every year"), closed(Regularity)),
        *KNOWN,
        Field("date_inferred", TRUTH, Text("om dagen är härledd", "whether the day is inferred")),
        Field("amount_kr", KRONOR, Text("summa, kronor", "sum, kronor")),
        *INTERVAL,
        Field("series", TEXT, Text("bidraget genom åren", "the grant through the years"), nullable=True),
        Field("agreements", TEXT, Text("avtal", "agreements"), nullable=True),
        Field("pot", TEXT, Text("avtal och pott", "agreement and pot"), nullable=True),
        *SOURCE_PARTS,
    ),
    _rows,
)
