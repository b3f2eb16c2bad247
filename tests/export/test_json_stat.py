"""A table as JSON-stat: valid, exact, and read back by a reader that knows only the format, cell by cell."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonstat_validator import validate_jsonstat

from overens.export.csv_table import Cell, Table
from overens.export.json_stat import cube_of, to_json_stat
from overens.vocabulary.wording import Text, exact_decimal, plain
from tests.builders import EN, SV
from tests.export.read_json_stat import cells_of

WORDS = {
    "mark": {"inferred": Text("härlett", "inferred")},
    "standing": {"inferred": Text("inte tryckt", "not printed")},
    "kind": {"region": Text("region", "region")},
}


def table(names: Sequence[str], *rows: Sequence[Cell]) -> Table:
    """Return a table whose headings are its names."""
    return Table(plain("Prov"), tuple(names), tuple(plain(name) for name in names), tuple(tuple(row) for row in rows))


def dataset(one: Table, language: Any = SV) -> Any:
    """Return the table's dataset, valid, with numbers as they are written."""
    cube = cube_of(one)
    assert cube is not None
    text = to_json_stat(one, cube, language, WORDS, {"source": "Prov", "updated": "2023-12-21"})
    assert validate_jsonstat(json.loads(text))
    return json.loads(text, parse_float=Decimal)


REGIONS = table(
    ("kind", "code", "name", "awarded_kr", "mark", "share"),
    ("region", "01", "Region A", 10**17 + 1, "verified", Fraction(1, 3)),
    ("region", "03", "=Region B", None, "inferred", Fraction("11.5")),
)


def test_a_table_becomes_a_cube_of_its_key_and_its_numbers() -> None:
    found = dataset(REGIONS)
    assert (found["class"], found["version"], found["updated"]) == ("dataset", "2.0", "2023-12-21")
    assert (found["id"], found["size"]) == (["kind", "code", "metric"], [1, 2, 2])
    assert found["role"] == {"geo": ["code"], "metric": ["metric"]}
    assert found["dimension"]["code"]["category"] == {
        "index": ["01", "03"],
        "label": {"01": "Region A", "03": "=Region B"},
    }
    assert found["value"] == [10**17 + 1, Decimal("0.333333333333"), None, Decimal("11.5")]
    assert found["dimension"]["metric"]["category"]["unit"]["awarded_kr"] == {"label": "kronor", "decimals": 0}
    assert found["dimension"]["metric"]["category"]["unit"]["share"] == {"decimals": 12}


def test_a_status_stands_beside_what_is_known_and_is_named_in_the_language() -> None:
    found = dataset(REGIONS, EN)
    assert found["status"] == {"0": "verified", "1": "verified", "3": "inferred"}
    assert found["extension"]["status"]["label"] == {"inferred": "inferred"}
    assert dataset(REGIONS)["extension"]["status"]["label"] == {"inferred": "härlett"}


def test_a_cell_that_is_not_there_is_absent_and_one_that_is_not_known_is_null() -> None:
    sparse = table(("pot", "code", "awarded_kr"), ("a", "01", 1), ("a", "03", None), ("b", "01", 3), ("", "04", 4))
    found = dataset(sparse)
    assert found["value"] == {"0": 1, "1": None, "3": 3, "8": 4}
    assert found["dimension"]["pot"]["category"]["label"][""] == "–"


@pytest.mark.parametrize(
    "wrong",
    [
        table(("code", "awarded_kr")),
        table(("awarded_kr",), (1,)),
        table(("code", "text"), ("01", "x")),
        table(("code", "awarded_kr"), ("01", 1), ("01", 2)),
        table(("code", "metric", "awarded_kr"), ("01", 1, 2)),
    ],
    ids=["no rows", "no key", "no numbers", "rows alike", "the name of the cube's own dimension"],
)
def test_a_table_that_is_no_cube_has_none(wrong: Table) -> None:
    assert cube_of(wrong) is None


def test_a_cube_with_more_cells_than_can_be_laid_out_is_none() -> None:
    rows = [(f"{n}", f"{n}", f"{n}", 1) for n in range(400)]
    assert cube_of(table(("agreement", "pot", "code", "kr"), *rows)) is None
    assert cube_of(table(("agreement", "pot", "kr"), *((a, p, kr) for a, p, _, kr in rows))) is not None


def test_the_name_makes_rows_differ_where_nothing_else_does() -> None:
    one = table(("year", "name", "kr"), (2024, "a", 1), (2024, "b", 2))
    assert dataset(one)["id"] == ["year", "name", "metric"]
    assert dataset(one)["role"]["time"] == ["year"]


def test_ten_thousand_rows_are_a_cube() -> None:
    one = table(
        ("year", "code", "kr"),
        *((year, f"{code:04}", year * code) for year in range(2000, 2025) for code in range(400)),
    )
    found = dataset(one)
    assert found["size"] == [25, 400, 1]
    assert found["value"][-1] == 2024 * 399


@given(
    st.dictionaries(
        st.tuples(st.text(max_size=3), st.sampled_from(["01", "03", "åäö", "=1"])),
        st.tuples(st.none() | st.integers(), st.none() | st.fractions()),
        min_size=1,
        max_size=12,
    )
)
def test_a_reader_that_knows_only_the_format_gets_the_cells_of_the_csv(
    rows: dict[tuple[str, str], tuple[int | None, Fraction | None]],
) -> None:
    one = table(("pot", "code", "a_kr", "b_kr"), *((*key, *cells) for key, cells in rows.items()))
    assert cells_of(dataset(one)) == {
        (*key, name): "" if cell is None else str(cell) if isinstance(cell, int) else exact_decimal(cell)
        for key, cells in rows.items()
        for name, cell in zip(("a_kr", "b_kr"), cells, strict=True)
    }


def test_the_same_identifier_is_called_what_it_means_in_its_column() -> None:
    for column, said in (("mark", "härlett"), ("standing", "inte tryckt")):
        made = dataset(table(("code", "awarded_kr", column), ("01", 1, "inferred")))
        assert made["extension"]["status"]["label"] == {"inferred": said}


def test_what_no_month_is_found_for_is_called_so() -> None:
    made = dataset(table(("month", "certain_kr"), ("2024-08", 5), (None, 7)))
    assert made["dimension"]["month"]["category"]["label"] == {"2024-08": "2024-08", "": "månad ej funnen"}
