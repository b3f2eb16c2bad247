"""The library -> the page of every pot that is earned, by year: computed, so far, a range, or what is missing."""

from __future__ import annotations

from overens.export.csv_table import Table
from overens.usecases.performance import PotPerformance, show_performance
from overens.usecases.performance_library import EXAMPLE
from overens.usecases.performance_page_tables import pots_table
from overens.usecases.performance_scope import Asked as Scope
from overens.vocabulary.wording import Text, counted, plain
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.example import FIELD, library_of, wants_example
from overens.web.form import Form
from overens.web.grid import CellView, Grid, money, words
from overens.web.ordering import ordered
from overens.web.parameters import read_year
from overens.web.table_grid import Row, Shown, table_grid

TAKES = ("year", FIELD)


def answer(asked: Asked) -> Answer:
    """Return every pot that is earned, the newest year first."""
    year, library = read_year(asked.values, "year"), library_of(asked)
    years = [year] if year is not None else sorted(library.years, reverse=True)
    pots: list[PotPerformance] = []
    for one in years:
        found, problems = show_performance(library, Scope(year=one), None, asked.as_known_on)
        assert found is not None, problems
        pots += found.pots
    table = ordered(pots_table(pots), asked.sort, asked.language)
    behind = {one.allocation.agreement.id: one.allocation for one in pots}
    return Answer(
        Text("Prestation: vad som ska tjänas in", "Performance: what is to be earned"),
        "performances.html",
        {
            "grid": _grid(asked, table, pots) if pots else None,
            "years": sorted(asked.library.years, reverse=True),
            "chosen": year,
            "made_up": any(one.synthetic for one in pots),
            "wants_example": wants_example(asked),
            "with_example": asked.here(Form.PAGE, "", **{FIELD: EXAMPLE}),
            "without": asked.here(Form.PAGE, "", **{FIELD: ""}),
            "example_word": EXAMPLE,
        },
        {"pots": table},
        lambda _: {"pots": [dict(zip(table.names, map(_bare, row), strict=True)) for row in table.rows]},
        allocations=() if wants_example(asked) else tuple(behind.values()),
    )


def _bare(value: object) -> object:
    return value.say() if isinstance(value, Text) else value


def _grid(asked: Asked, table: Table, pots: list[PotPerformance]) -> Grid:
    by_name = {one.name: one for one in pots}
    kept = {FIELD: EXAMPLE} if wants_example(asked) else {}

    def of(row: Row) -> PotPerformance:
        return by_name[f"{row['agreement']}/{row['pot']}"]

    def pot(row: Row) -> CellView:
        one = of(row)
        href = asked.link(f"/prestation/{row['agreement']}/{row['pot']}", **kept)
        return words(str(row["name"]), href, plain(one.allocation.agreement.name))

    columns = (
        Shown("name", pot),
        Shown("year", lambda row: words(str(row["year"]))),
        Shown("amount_kr", lambda row: _kr(row["amount_kr"], Text("ej funnet", "not found"))),
        Shown("earned_kr", lambda row: _kr(row["earned_kr"], plain("–"))),
        Shown("state", lambda row: _state(of(row))),
    )
    made_up = any(one.synthetic for one in pots)
    caption = Text(
        "{made_up}Följ namnet för krav, månader och kronor, region för region.",
        "{made_up}Follow the name for requirements, months and kronor, region by region.",
        {"made_up": Text("Påhittade utfall. ", "Made-up outcomes. ") if made_up else plain("")},
    )
    return table_grid(table, columns, caption, "pots")


def _kr(kr: object, otherwise: Text) -> CellView:
    return money(kr) if isinstance(kr, int) else words(otherwise)


def _state(one: PotPerformance) -> CellView:
    if one.is_computed:
        return words(Text("Beräknad", "Computed"))
    n = len(one.pot.missing)
    if n:
        missing = counted(n, ("värde saknas", "värden saknas"), ("value is missing", "values are missing"))
        return words(Text("Ej beräknad", "Not computed"), note=missing)
    return words(Text("Ej beräknad", "Not computed"), note=one.pot.reason)
