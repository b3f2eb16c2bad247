"""A library -> the table of pots: each sum with one rule, its rule in words, and what is awarded, lapsed and left of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.agreement.rules import Group
from overens.allocation.allocate import known_from
from overens.allocation.describe import describe_rule
from overens.allocation.model import Allocation, AnnexComparison, Basis, PotAllocation, State
from overens.export.columns import Field, Row, closed
from overens.usecases.agreement_tables import known_amount
from overens.usecases.documents.parts import word
from overens.usecases.library import Library
from overens.usecases.resources.model import make
from overens.usecases.resources.parts import (
    AGREEMENT,
    AWARDED,
    COUNT,
    FIRST_YEAR,
    INTERVAL,
    KNOWN,
    KRONOR,
    MADE_UP,
    POT,
    STATUS,
    TEXT,
    UNDISTRIBUTED,
    interval,
    known,
    known_allocations,
    made_up,
    names,
)
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Text


def _rows(library: Library, day: date | None) -> Iterator[Row]:
    for one in known_allocations(library, day):
        yield from (_row(one, pot, library.register) for pot in one.pots)


def _row(allocation: Allocation, one: PotAllocation, register: Register) -> Row:
    agreement, pot, amount = allocation.agreement, one.pot, known_amount(one)
    sums = (one.awarded_kr, one.lapsed_kr, one.undistributed_kr) if amount else (None, None, None)
    return (
        agreement.id,
        one.id,
        "/".join(one.path),
        pot.name,
        agreement.years[0],
        word(pot.to.group) if pot.to else None,
        describe_rule(pot, register),
        word(one.state),
        one.reason,
        (pot.status or agreement.status).value,
        *known(known_from(agreement, pot)),
        amount.kr if amount else None,
        *interval(amount),
        *sums,
        len(one.recipients),
        *_annex(one.annex),
        names(pot.source),
        names(made_up(one)) or None,
    )


def _annex(annex: AnnexComparison | None) -> Row:
    return (annex.table, annex.equal, annex.of, word(annex.basis)) if annex else (None, None, None, None)


RESOURCE = make(
    "pots",
    Text("Potter", "Pots"),
    Text(
        "Varje summa med en egen regel. Tilldelat, förfallet och ej fördelat är tillsammans beloppet, på kronan; "
        "alla är okända där beloppet är det.",
        "Each sum with a rule of its own. Awarded, lapsed and undistributed are together the amount, to the krona; "
        "all are unknown where the amount is.",
    ),
    ("agreement", "pot"),
    (
        AGREEMENT,
        POT,
        Field("path", TEXT, Text("potten med dem den ligger i", "the pot with those that it lies in")),
        Field("name", TEXT, Text("namn", "name")),
        FIRST_YEAR,
        Field("to", TEXT, Text("till", "to"), closed(Group), True),
        Field("rule", TEXT, Text("regeln i ord", "the rule in words")),
        Field("state", TEXT, Text("läge", "state"), closed(State)),
        Field("reason", TEXT, Text("varför den inte är beräknad", "why it is not computed"), nullable=True),
        STATUS,
        *KNOWN,
        Field("amount_kr", KRONOR, Text("belopp, kronor", "amount, kronor"), nullable=True),
        *INTERVAL,
        Field("awarded_kr", KRONOR, AWARDED, nullable=True),
        Field("lapsed_kr", KRONOR, Text("förfallet, kronor", "lapsed, kronor"), nullable=True),
        Field("undistributed_kr", KRONOR, UNDISTRIBUTED, nullable=True),
        Field("recipients", COUNT, Text("mottagare", "recipients")),
        Field("annex_table", TEXT, Text("publicerad tabell", "published table"), nullable=True),
        Field("annex_equal", COUNT, Text("belopp lika med tabellen", "amounts equal to the table"), nullable=True),
        Field("annex_of", COUNT, Text("belopp i tabellen", "amounts in the table"), nullable=True),
        Field("annex_basis", TEXT, Text("vad likheten visar", "what the equality shows"), closed(Basis), True),
        Field("source", TEXT, Text("källor", "sources")),
        MADE_UP,
    ),
    _rows,
)
