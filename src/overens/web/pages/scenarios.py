"""The library -> the page where one chooses a pot to try changes in."""

from __future__ import annotations

from dataclasses import replace

from overens.allocation.model import Allocation, State
from overens.export.csv_table import Table
from overens.usecases.agreements import list_agreements
from overens.usecases.documents.what_if import choices_document
from overens.usecases.what_if_tables import choices_table
from overens.vocabulary.wording import Text, counted, plain
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.grid import CellView, Grid, money, words
from overens.web.ordering import ordered
from overens.web.parameters import one, read_year
from overens.web.table_grid import Row, Shown, table_grid

TAKES = ("year", "q")


def answer(asked: Asked) -> Answer:
    """Return the pots that several share: first those that are computed, then those that need an assumption."""
    year, wanted = read_year(asked.values, "year"), one(asked.values, "q")
    found = list_agreements(asked.library, year, wanted, asked.as_known_on)
    allocations = [listed.allocation for listed in found]
    table = ordered(choices_table(allocations), asked.sort, asked.language)
    computed, others = (_rows(asked, allocations, table, is_computed=state) for state in (True, False))
    return Answer(
        Text("Vad händer om …?", "What if …?"),
        "scenarios.html",
        {
            "computed": computed,
            "others": others,
            "many": counted(len(others.rows), ("pott", "potter"), ("pot", "pots")) if others else None,
            "years": sorted(asked.library.years, reverse=True),
            "chosen": year,
            "wanted": wanted,
        },
        {"pots": table},
        lambda _: choices_document(table),
        allocations=tuple(allocations),
    )


def _rows(asked: Asked, allocations: list[Allocation], table: Table, *, is_computed: bool) -> Grid | None:
    names = {one.agreement.id: one.agreement.name for one in allocations}
    state = table.names.index("state")
    mine = tuple(row for row in table.rows if (row[state] == State.COMPUTED.name.lower()) is is_computed)
    if not mine:
        return None

    def pot(row: Row) -> CellView:
        href = asked.link(f"/scenario/{row['agreement']}/{row['pot']}")
        return words(str(row["name"]), href, plain(names[str(row["agreement"])]))

    def amount(row: Row) -> CellView:
        kr = row["amount_kr"]
        return money(kr) if isinstance(kr, int) else words(Text("ej funnet", "not found"))

    columns = (
        Shown("name", pot),
        Shown("year", lambda row: words(str(row["year"]))),
        Shown("amount_kr", amount),
        Shown("recipients"),
    )
    change = Text("Följ namnet för att ändra i pottens regel.", "Follow the name to change the pot's rule.")
    assume = Text("Följ namnet för att anta det som saknas.", "Follow the name to assume what is missing.")
    caption = change if is_computed else assume
    return table_grid(replace(table, rows=mine), columns, caption, "pots")
