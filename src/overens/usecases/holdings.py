"""A library -> what it holds and under which terms, counted: for a page that says what is known and what is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from overens.export.csv_table import Table
from overens.intake.borders import read_borders
from overens.usecases.coverage import FIRST, LAST, Coverage, show_coverage
from overens.usecases.figures import FigureSummary, list_figures
from overens.usecases.library import Library
from overens.usecases.tables import NAME
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Text


@dataclass(frozen=True)
class BordersUsed:
    """Where the borders of the maps come from, and under which licence."""

    title: str
    publisher: str
    licence: str
    note: str


@dataclass(frozen=True)
class Holdings:
    """What a library holds, in numbers (innehåll).

    Attributes:
        first, last: The years that any agreement is for; None in an empty library.
        grants: Grants through the years.
        covered: How many of the grants' years are here, lacking and so on, of the years that the library means to cover.
        sums: Sums in the lists of announcements.
        contradictions: Values that sources state in different ways.
    """

    agreements: int
    first: int | None
    last: int | None
    grants: int
    meant: tuple[int, int]
    covered: Mapping[Coverage, int]
    figures: tuple[FigureSummary, ...]
    sums: int
    contradictions: int
    regions: int
    municipalities: int
    borders: tuple[BordersUsed, ...]


def show_holdings(library: Library) -> Holdings:
    """Return what the library holds."""
    every = show_coverage(library)
    years = sorted(library.years)
    return Holdings(
        len(library.readings),
        years[0] if years else None,
        years[-1] if years else None,
        len(every),
        (FIRST, LAST),
        Counter(year.state for one in every for year in one.years),
        tuple(list_figures(library)),
        sum(len(read.written.announcements) for read in library.read_announcements()),
        sum(len(agreement.contradictions) for agreement in library.agreements),
        len(library.register.regions),
        len(library.register.municipalities),
        tuple(dict.fromkeys(_borders(kind) for kind in (RecipientKind.AREA, RecipientKind.MUNICIPALITY))),
    )


def _borders(kind: RecipientKind) -> BordersUsed:
    read = read_borders(kind)
    source = read.source
    return BordersUsed(source["titel"], source["utgivare"], read.licence, read.note)


def figures_table(figures: Iterable[FigureSummary]) -> Table:
    """Every figure with its publishers and licences, as its file's head says."""
    return Table(
        Text("Underlag", "Figures"),
        ("figure", "name", "unit", "recipients", "dates", "publishers", "licences"),
        (
            Text("Underlag", "Figure"),
            NAME,
            Text("Enhet", "Unit"),
            Text("Mottagare", "Recipients"),
            Text("Datum", "Dates"),
            Text("Utgivare", "Publisher"),
            Text("Licens", "Licence"),
        ),
        tuple(
            (
                one.id,
                one.name,
                one.unit,
                one.kind.value,
                len(one.series),
                ", ".join(dict.fromkeys(s.publisher or s.source for s in one.series)),
                ", ".join(dict.fromkeys(s.licence for s in one.series)),
            )
            for one in figures
        ),
    )
