"""The front page -> tables: the year at a glance beside the year before, what is due next, what became known last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from overens.export.csv_table import Cell, Table
from overens.usecases.calendar_tables import events_table
from overens.usecases.counted_sums import CountedSum
from overens.usecases.front import Front
from overens.usecases.glance import Glance, Reach, reach_words
from overens.usecases.tables import AGREEMENT, KIND, NAME
from overens.vocabulary.wording import Text

KRONOR = Text("Kronor", "Kronor")


def glance_table(front: Front) -> Table:
    """The newest year and the one before: awarded by recipients, not computed, and the rest; they sum to the total."""
    years = [one for one in (front.before, front.glance) if one is not None]
    return Table(
        Text("Året i korthet, kronor", "The year at a glance, kronor"),
        ("year", "what", "to", "certain_kr", "inferred_kr", "kr"),
        (
            Text("År", "Year"),
            KIND,
            Text("Till", "To"),
            Text("Säkert", "Certain"),
            Text("Härlett", "Inferred"),
            KRONOR,
        ),
        tuple(row for one in reversed(years) for row in _glance(one)),
    )


def _glance(one: Glance) -> Iterator[tuple[Cell, ...]]:
    for reach in Reach:
        found = one.to[reach]
        yield one.year, "awarded", reach_words(reach), found.certain_kr, found.inferred_kr, found.kr
    yield one.year, "not_computed", None, None, None, one.not_computed_kr
    yield one.year, "rest", None, None, None, one.rest_kr
    yield one.year, "total", None, one.certain_kr, one.inferred_kr, one.total.kr


def due_table(front: Front) -> Table:
    """What is due next over all grants, by date."""
    return events_table(Text("Närmast från {day}", "Next from {day}", {"day": str(front.today)}), front.due)


def known_table(front: Front) -> Table:
    """Sums that became known last, the newest first, in kronor."""
    return Table(
        Text("Blev känt senast", "Became known last"),
        ("known_from", "year", "name", "kr", "uncertain", "agreements", "source"),
        (
            Text("Blev känt", "Became known"),
            Text("För år", "For year"),
            NAME,
            KRONOR,
            Text("Osäkert", "Uncertain"),
            AGREEMENT,
            Text("Källa", "Source"),
        ),
        tuple(_known(one) for one in front.known),
    )


def _known(one: CountedSum) -> tuple[Cell, ...]:
    return (
        str(one.known),
        one.year,
        one.name,
        one.amount.kr,
        one.unsure,
        " ".join(one.agreements),
        one.source.title,
    )


def years_table(glances: Iterable[Glance]) -> Table:
    """Every year with agreements, in the order given: how many there are, and their sums together, in kronor."""
    return Table(
        Text("Åren, kronor", "The years, kronor"),
        ("year", "agreements", "total_kr", "without_total"),
        (
            Text("År", "Year"),
            Text("Avtal", "Agreements"),
            Text("Summa", "Total"),
            Text("Utan känd summa", "Without a known total"),
        ),
        tuple((one.year, one.agreements, one.total.kr, len(one.without_total)) for one in glances),
    )
