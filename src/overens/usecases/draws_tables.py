"""Draws -> a table: between which amounts each place's money lies."""

from __future__ import annotations

from overens.export.csv_table import Table
from overens.usecases.draws import Draws, PlaceDraws
from overens.usecases.tables import CODE, KIND, NAME
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain


def draws_table(draws: Draws, place: Recipient | None = None) -> Table:
    """Each place: what is the same in every draw, and the least, P10, P50, P90 and the greatest of all, in kronor."""
    return Table(
        Text("Utfall i {n} dragningar", "Outcome of {n} draws", {"n": str(draws.done)}),
        ("kind", "code", "name", "certain_kr", "least_kr", "p10_kr", "p50_kr", "p90_kr", "greatest_kr"),
        (
            KIND,
            CODE,
            NAME,
            Text("Lika i alla", "Same in all"),
            Text("Lägst", "Least"),
            plain("P10"),
            plain("P50"),
            plain("P90"),
            Text("Högst", "Greatest"),
        ),
        tuple(_row(one) for one in places_of(draws, place)),
    )


def places_of(draws: Draws, place: Recipient | None) -> list[PlaceDraws]:
    """Return the places that are shown: one, or all by name's code."""
    return [one for one in draws.places if place is None or one.who == place]


def _row(one: PlaceDraws) -> tuple[str | int, ...]:
    b = one.between
    return (one.who.kind.value, one.who.code, one.who.name, one.certain_kr, b.least, b.p10, b.p50, b.p90, b.greatest)
