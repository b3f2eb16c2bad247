"""A library -> the table of agreements: what each is, and what is awarded, lapsed and left of its total."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.agreement.label import series_of
from overens.allocation.allocate import known_since
from overens.allocation.model import Allocation, State
from overens.export.columns import Field, Row
from overens.usecases.library import Library
from overens.usecases.resources.model import make
from overens.usecases.resources.parts import (
    AWARDED,
    COUNT,
    FIRST_YEAR,
    INTERVAL,
    KNOWN,
    KRONOR,
    STATUS,
    TEXT,
    UNDISTRIBUTED,
    YEAR,
    interval,
    known,
    known_allocations,
    names,
)
from overens.vocabulary.sources import GrantKind
from overens.vocabulary.wording import Text


def _rows(library: Library, day: date | None) -> Iterator[Row]:
    return (_row(library, one) for one in known_allocations(library, day))


def _row(library: Library, one: Allocation) -> Row:
    a, whole = one.agreement, one.whole
    annexes = [pot.annex for pot in one.pots if pot.annex is not None]
    return (
        a.id,
        a.name,
        series_of(a.id, a.series),
        a.years[0],
        a.years[-1],
        a.kind.value,
        a.status.value,
        str(a.decided),
        *known(known_since(a)),
        a.paid_by,
        whole.amount.kr if whole.amount else None,
        *interval(whole.amount),
        whole.awarded_kr,
        whole.lapsed_kr,
        whole.undistributed_kr,
        len(one.pots),
        sum(pot.state is State.COMPUTED for pot in one.pots),
        len(one.readings) - 1,
        sum(annex.equal for annex in annexes) if annexes else None,
        sum(annex.of for annex in annexes) if annexes else None,
        names(a.source),
        library.run([one]).whole,
    )


RESOURCE = make(
    "agreements",
    Text("Avtal", "Agreements"),
    Text(
        "Överenskommelser och andra beslut om pengar. Tilldelat, förfallet och ej fördelat är tillsammans beloppet.",
        "Agreements, and other acts that give money. Awarded, lapsed and undistributed are together the total.",
    ),
    ("id",),
    (
        Field("id", TEXT, Text("avtalets id", "id of the agreement")),
        Field("name", TEXT, Text("namn", "name")),
        Field("series", TEXT, Text("bidraget genom åren", "the grant through the years")),
        FIRST_YEAR,
        Field("last_year", YEAR, Text("sista året", "last year")),
        Field("kind", TEXT, Text("slag", "kind"), tuple(one.value for one in GrantKind)),
        STATUS,
        Field("decided", TEXT, Text("beslutat, som det är skrivet", "decided, as it is written")),
        *KNOWN,
        Field("paid_by", TEXT, Text("utbetalare", "paying agency"), nullable=True),
        Field("total_kr", KRONOR, Text("belopp, kronor", "total, kronor"), nullable=True),
        *INTERVAL,
        Field("awarded_kr", KRONOR, AWARDED),
        Field("lapsed_kr", KRONOR, Text("förfallet, kronor", "lapsed, kronor")),
        Field("undistributed_kr", KRONOR, UNDISTRIBUTED, nullable=True),
        Field("pots", COUNT, Text("potter", "pots")),
        Field("pots_computed", COUNT, Text("beräknade potter", "pots computed")),
        Field("amendments", COUNT, Text("ändringar", "amendments")),
        Field("annex_equal", COUNT, Text("belopp lika med bilagan", "amounts equal to the annex"), nullable=True),
        Field("annex_of", COUNT, Text("belopp i bilagan", "amounts in the annex"), nullable=True),
        Field("source", TEXT, Text("källor", "sources")),
        Field("run", TEXT, Text("körningens kontrollsumma", "hash of the run")),
    ),
    _rows,
)
