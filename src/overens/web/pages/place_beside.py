"""A place beside last year and beside similar places -> tables and sentences for its page."""

from __future__ import annotations

from fractions import Fraction

from overens.export.charts.bars import Bar
from overens.export.csv_table import Table
from overens.export.picture import Picture
from overens.notice.standing import Standing
from overens.usecases.peers import Peer, Peers
from overens.usecases.pictures.compose import said
from overens.usecases.pictures.months import peer_pictures
from overens.usecases.pictures.year import unit_each
from overens.vocabulary.wording import Text, plain
from overens.web.asked import Asked
from overens.web.grid import CellView, Grid, money, words
from overens.web.table_grid import Row, Shown, table_grid


def peers_grid(asked: Asked, peers: Peers, table: Table) -> Grid:
    """Return the place and those like it; each name leads to its page."""
    by_code = {one.recipient.code: one for one in peers.places}

    def found(row: Row) -> Peer:
        return by_code[str(row["code"])]

    def name(row: Row) -> CellView:
        who = found(row).recipient
        own = Text("(den här sidan)", "(this page)") if who.code == peers.recipient.code else None
        return words(who.name, asked.link(f"/{peers.year}/{asked.addresses.word(who)}"), own)

    def each(row: Row) -> CellView:
        share = found(row).per_inhabitant
        return per_inhabitant_cell(share)

    shown = (
        Shown("name", name),
        Shown("inhabitants"),
        Shown("certain_kr", lambda row: _awarded(found(row), Standing.CERTAIN)),
        Shown("inferred_kr", lambda row: _awarded(found(row), Standing.INFERRED)),
        Shown("computed_kr_per_inhabitant", each),
    )
    return table_grid(table, shown, peers.why, "peers")


def _awarded(one: Peer, standing: Standing) -> CellView:
    stake = one.sums.get(standing)
    return money(stake.awarded_kr, rough=not stake.exact) if stake else money(None)


def per_inhabitant_cell(share: Fraction | None) -> CellView:
    """Return kronor per inhabitant, rounded to whole ones, or to a tenth where they are few."""
    if share is None:
        return words("–")
    return words(said(unit_each([share]), share))


def peers_picture(peers: Peers) -> tuple[Picture, ...]:
    """Return the picture of kronor per inhabitant, the own place marked; none where nothing is computed."""
    rows = [
        Bar(plain(one.recipient.short_name), _each(one), own=one.recipient.code == peers.recipient.code)
        for one in peers.places
    ]
    if not any(bar.whole for bar in rows):
        return ()
    return peer_pictures(
        rows, unit_each(bar.counted for bar in rows), Text("per invånare", "per inhabitant"), "kr_per_inhabitant"
    )


def _each(one: Peer) -> dict[Standing, Fraction]:
    inhabitants = one.inhabitants
    if not inhabitants:
        return {}
    awarded = {s: one.sums[s].awarded_kr for s in (Standing.CERTAIN, Standing.INFERRED) if s in one.sums}
    return {standing: Fraction(kr, inhabitants) for standing, kr in awarded.items() if kr}
