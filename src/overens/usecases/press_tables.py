"""An announcement -> its two tables, per region and per county to the municipalities, in whole kronor."""

from __future__ import annotations

from overens.export.csv_table import Table
from overens.export.manuscript import ShownTable
from overens.usecases.press_release import PressRelease
from overens.usecases.year_tables import CODE, KIND, year_table
from overens.vocabulary.wording import Text

REGIONS, COUNTIES = "regions", "counties"
"""The names of the tables among the downloads."""
_COMPUTED = Text("Beräknat i allt", "Computed in all")
_TOTAL = Text("Summa", "Total")


def press_regions_table(release: PressRelease) -> Table:
    """Regions as in `year_table`, with the sum of all that is computed, in kronor."""
    table = year_table(release.year)
    computed = [row.verified_kr + row.inferred_kr + row.outside_kr for row in release.year.regions]
    return Table(
        table.title,
        (*table.names, "computed_kr"),
        (*table.headings, _COMPUTED),
        tuple((*row, kr) for row, kr in zip(table.rows, computed, strict=True)),
    )


def press_counties_table(release: PressRelease) -> Table:
    """Counties with what their municipalities get, in kronor; residual = printed − shared in the county."""
    return Table(
        Text(
            "Till kommunerna per län {year}, kronor",
            "To the municipalities by county {year}, kronor",
            {"year": str(release.year.year)},
        ),
        ("kind", "code", "name", "published_kr", "shared_kr", "residual_kr", "own_kr", "computed_kr"),
        (
            KIND,
            CODE,
            Text("Län", "County"),
            Text("Tryckt", "Printed"),
            Text("Delas i länet", "Shared in the county"),
            Text("Rest", "Residual"),
            Text("Till enskilda kommuner", "To single municipalities"),
            _COMPUTED,
        ),
        tuple(
            (
                "area",
                row.area.code,
                row.area.name,
                row.published_kr,
                row.shared_kr,
                row.residual_kr,
                row.own_kr,
                row.computed_kr,
            )
            for row in release.counties
        ),
    )


def shown_regions(release: PressRelease) -> ShownTable | None:
    """Return the table per region without the columns in which nothing stands; None where nothing is by region."""
    caption = Text(
        "Tabell 1. Medel per region {year}, i kronor",
        "Table 1. Money by region {year}, in kronor",
        {"year": str(release.year.year)},
    )
    return _shown(REGIONS, press_regions_table(release), caption)


def shown_counties(release: PressRelease) -> ShownTable | None:
    """Return the table per county without the columns in which nothing stands; None where nothing is by county."""
    caption = Text(
        "Tabell 2. Medel till kommunerna per län {year}, i kronor",
        "Table 2. Money to the municipalities by county {year}, in kronor",
        {"year": str(release.year.year)},
    )
    return _shown(COUNTIES, press_counties_table(release), caption)


def _shown(name: str, table: Table, caption: Text) -> ShownTable | None:
    """Return the columns that hold anything; a residual of nothing stands where something was printed."""
    parts = [one for one in table.names if one.endswith("_kr")]
    held = {one for one in parts if any(row[table.names.index(one)] for row in table.rows)}
    held |= {"residual_kr"} if "published_kr" in held else set()
    if held <= {"computed_kr"}:
        return None
    own = held - {"published_kr", "residual_kr", "ceiling_kr", "computed_kr"}
    if len(own) == 1 and "published_kr" not in held:  # then the sum of all would say the same again
        held -= {"computed_kr"}
    return ShownTable(name, table, ("name", *(one for one in parts if one in held)), caption, _TOTAL)
