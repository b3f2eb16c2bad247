"""What a change in a pot moves -> bars of who gains and loses most, and a map per inhabitant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from overens.export.charts.both_ways import Gain, draw_both_ways
from overens.export.charts.look import KR, Unit, unit_for
from overens.export.csv_table import Table
from overens.export.picture import Picture
from overens.usecases.pictures.agreement import MOST_BARS
from overens.usecases.pictures.compose import NAME, map_picture, picture, said
from overens.usecases.pictures.year import FEW
from overens.usecases.simulate import Row, Simulation
from overens.usecases.wording.what_if import how_many
from overens.vocabulary.recipients import RecipientKind, Register
from overens.vocabulary.wording import Text, kronor, plain

_EACH_WAY = 10
"""How many of those who gain most and of those who lose most are drawn, where all are too many."""
_DRAWN = (RecipientKind.REGION, RecipientKind.AREA, RecipientKind.MUNICIPALITY)


def what_if_pictures(simulation: Simulation, register: Register) -> tuple[Picture, ...]:
    """Return the bars and the map; none where nobody gets more or less."""
    if not any(row.difference_kr for row in simulation.rows):
        return ()
    return tuple(_pictures(simulation, register))


def _pictures(simulation: Simulation, register: Register) -> Iterator[Picture]:
    yield _bars(simulation)
    kinds = {row.who.kind for row in simulation.rows}
    each = {row.who.code: row.per_inhabitant for row in simulation.rows if row.per_inhabitant is not None}
    if len(kinds) == 1 and kinds < {*_DRAWN} and len(each) == len(simulation.rows):
        yield _map(simulation, register, each)


def _bars(simulation: Simulation) -> Picture:
    moved = [row for row in simulation.rows if row.difference_kr]
    shown = moved if len(moved) <= MOST_BARS else _ends(moved)
    gains = [Gain(plain(row.who.short_name), row.difference_kr) for row in shown]
    unit = _unit(shown)
    title = _title(simulation)
    values: dict[str, object] = {"n": str(_EACH_WAY)}
    few = Text(
        "De {n} som får mest mer och de {n} som får mest mindre: staplar åt höger för mer, åt vänster för mindre.",
        "The {n} who gain most and the {n} who lose most: bars to the right for more, to the left for less.",
        values,
    )
    every = Text(
        "En stapel för var och en vars kronor ändras: åt höger för mer, åt vänster för mindre, mest mer först.",
        "A bar for each whose kronor change: to the right for more, to the left for less, who gains most first.",
    )
    table = Table(
        title,
        ("name", "difference_kr"),
        (NAME, Text("Skillnad", "Difference")),
        tuple((row.who.short_name, row.difference_kr) for row in shown),
    )
    described = every if len(shown) == len(moved) else few
    return picture("skillnad", title, described, table, lambda look: draw_both_ways(gains, look, unit))


def _title(simulation: Simulation) -> Text:
    more, less = simulation.gaining, simulation.losing
    values: dict[str, object] = {
        "more": how_many(simulation, more),
        "gained": kronor(simulation.balance.gained_kr),
        "less": how_many(simulation, less),
        "lost": kronor(simulation.balance.lost_kr),
    }
    if not less:
        return Text("{more} får tillsammans {gained} mer", "{more} get {gained} more together", values)
    if not more:
        return Text("{less} får tillsammans {lost} mindre", "{less} get {lost} less together", values)
    return Text(
        "{more} får tillsammans {gained} mer, {less} {lost} mindre",
        "{more} get {gained} more together, {less} {lost} less",
        values,
    )


def _ends(moved: Sequence[Row]) -> list[Row]:
    more, less = [row for row in moved if row.difference_kr > 0], [row for row in moved if row.difference_kr < 0]
    return [*more[:_EACH_WAY], *less[-_EACH_WAY:]]


def _unit(rows: Sequence[Row]) -> Unit:
    """Return the unit that the largest is readable in; small differences beside it keep a decimal."""
    return unit_for(row.difference_kr for row in rows)


def _map(simulation: Simulation, register: Register, each: dict[str, Fraction]) -> Picture:
    kind = simulation.rows[0].who.kind
    everyone = register.of(kind)
    unit = FEW if max(abs(value) for value in each.values()) < 100 else KR
    first, last = max(simulation.rows, key=_each), min(simulation.rows, key=_each)
    values: dict[str, object] = {
        "first": first.who.short_name,
        "last": last.who.short_name,
        "high": _signed(unit, _each(first)),
        "low": _signed(unit, _each(last)),
    }
    title = Text(
        "Från {low} per invånare ({last}) till {high} ({first})",
        "From {low} per inhabitant ({last}) to {high} ({first})",
        values,
    )
    description = Text(
        "Karta över skillnaden i kronor per invånare: grönt för dem som får mer, brunt för dem som får mindre. "
        "Ju starkare färg, desto större skillnad.",
        "Map of the difference in kronor per inhabitant: green for those who get more, brown for those who get less. "
        "The stronger the colour, the greater the difference.",
    )
    return map_picture(
        "karta",
        title,
        description,
        everyone,
        each,
        ("difference_kr_per_inhabitant", Text("Skillnad, kr per invånare", "Difference, kr per inhabitant")),
        unit,
        [one.code for one in everyone if one.code not in each],
        moved=True,
    )


def _each(row: Row) -> Fraction:
    assert row.per_inhabitant is not None
    return row.per_inhabitant


def _signed(unit: Unit, value: Fraction) -> Text:
    words = said(unit, value)
    return Text("+{words}", "+{words}", {"words": words}) if value > 0 else words
