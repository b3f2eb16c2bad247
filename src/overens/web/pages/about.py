"""The library -> the page about the portal: what it holds, counted, and under which terms; and how it can be used by all."""

from __future__ import annotations

from overens import __version__
from overens.usecases.coverage import Coverage, coverage_words, show_coverage
from overens.usecases.coverage_tables import coverage_table
from overens.usecases.documents.coverage import coverage_document
from overens.usecases.holdings import Holdings, figures_table, show_holdings
from overens.vocabulary.wording import Text, plain, whole_number
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.grid import CellView, Column, Grid, grid, words
from overens.web.table_grid import Shown, table_grid


def about(asked: Asked) -> Answer:
    """Return the page about what Överens is, knows and does not know."""
    held = show_holdings(asked.library)
    covered = show_coverage(asked.library)
    table = figures_table(held.figures)
    columns = [Shown("name"), Shown("publishers"), Shown("licences")]
    caption = Text("Varje underlag, som dess fil säger", "Each figure, as its file says")
    context = {
        "held": held,
        "coverage": _coverage(held),
        "figures": table_grid(table, columns, caption, "figures"),
        "origin": asked.origin,
        "shown_year": max(asked.library.years, default=asked.today.year),
        "day": asked.today,
    }
    return Answer(
        Text("Om Överens", "About Överens"),
        "about.html",
        context,
        {"coverage": coverage_table(covered), "figures": table},
        lambda _: coverage_document(covered, held.meant),
    )


def accessibility(_: Asked) -> Answer:
    """Return the accessibility statement."""
    return Answer(Text("Tillgänglighet", "Accessibility"), "accessibility.html", {"version_said": __version__})


def _coverage(held: Holdings) -> Grid:
    """Return how many of the grants' years are here, lacking and so on, counted from the library."""
    rows = [
        [
            words(coverage_words(state)),
            CellView(
                plain(whole_number(held.covered.get(state, 0))),
                value=held.covered.get(state, 0),
            ),
        ]
        for state in Coverage
    ]
    whole = sum(held.covered.values())
    columns = (Column(Text("Läge", "State")), Column(Text("Bidrag och år", "Grants and years"), number=True))
    caption = Text(
        "Varje bidrag, varje år {first}–{last}",
        "Each grant, each year {first}–{last}",
        {"first": str(held.meant[0]), "last": str(held.meant[1])},
    )
    return grid(
        caption, columns, rows, [words(Text("Summa", "Total")), CellView(plain(whole_number(whole)), value=whole)]
    )
