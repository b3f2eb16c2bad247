"""Every column of the portal's tables stands in docs/json.md."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from overens.export.csv_table import Table
from overens.usecases.county import show_county
from overens.usecases.county_tables import illustration_table, members_table
from overens.usecases.front import show_front
from overens.usecases.front_tables import glance_table, known_table
from overens.usecases.library import open_library
from overens.usecases.months import months_table, payments_table, show_months
from overens.usecases.peers import show_peers
from overens.usecases.peers_table import peers_table
from overens.usecases.place_parts import show_parts
from overens.usecases.place_parts_table import parts_table

ROOT = Path(__file__).parents[2]
LIBRARY = open_library()
REGION, AREA = LIBRARY.register.regions[4], LIBRARY.register.areas[4]
FRONT, MONTHS = show_front(LIBRARY, date(2024, 3, 1)), show_months(LIBRARY, REGION, 2024)
COUNTY = show_county(LIBRARY, AREA, 2024)
TABLES = [
    peers_table(show_peers(LIBRARY, REGION, 2024)),
    months_table(MONTHS),
    payments_table(MONTHS),
    parts_table(show_parts(LIBRARY, REGION, 2024)),
    members_table(COUNTY),
    illustration_table(AREA, COUNTY.joint, LIBRARY.register, 2024),
    glance_table(FRONT),
    known_table(FRONT),
]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.title.en[:30])
def test_the_columns_of_a_table_are_documented_and_each_has_its_heading(table: Table) -> None:
    text = re.sub(r" \([^)]*\)", "", (ROOT / "docs" / "json.md").read_text(encoding="utf-8"))

    assert "| " + ", ".join(f"`{name}`" for name in table.names) + " |" in text
    assert len(table.names) == len(table.headings)
    assert {len(row) for row in table.rows} <= {len(table.names)}
