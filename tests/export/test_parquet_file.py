"""Typed columns as Parquet: what is read back is what was written, of the right types, and the bytes never change."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from overens.export.columns import Cell, Columns, Field, FieldKind
from overens.export.does_not_fit import DoesNotFit
from overens.export.parquet_file import LEAST, MOST, to_parquet
from overens.vocabulary.wording import Text, plain
from tests.builders import EN, SV, plain_spaces

ABOUT = {"as_known_on": "2023-12-21", "run": "abc", "version": "0.1.0", "licence": "Apache-2.0", "source": "/data/prov"}


def columns(kind: FieldKind, cells: Sequence[Cell], values: tuple[str, ...] = ()) -> Columns:
    """Return a numbered table with one column of the cells."""
    fields = (
        Field("n", FieldKind.COUNT, Text("nummer", "number")),
        Field("x", kind, Text("det som prövas", "what is tried"), values, nullable=True),
    )
    return Columns(
        "prov", Text("Prov", "Trial"), plain("Prov."), ("n",), fields, {"n": range(1, len(cells) + 1), "x": cells}
    )


def back(content: bytes) -> Any:
    """Return the table of a file."""
    return parquet.read_table(io.BytesIO(content))


def cells(kind: FieldKind, written: Sequence[Cell], name: str = "x") -> list[Any]:
    """Return a column as it comes back."""
    found: list[Any] = back(to_parquet(columns(kind, written), SV, ABOUT))[name].to_pylist()
    return found


@pytest.mark.parametrize(
    ("kind", "written", "arrow"),
    [
        (FieldKind.TEXT, ["=1+1", "å", None, 'rad\nbrytning "', "\u202e\x00", "'=x"], pyarrow.string()),
        (FieldKind.KRONOR, [0, LEAST, MOST, None], pyarrow.int64()),
        (FieldKind.COUNT, [1, None], pyarrow.int64()),
        (FieldKind.YEAR, [2024, None], pyarrow.int32()),
        (FieldKind.DAY, [date(1990, 1, 1), date(2199, 12, 31), None], pyarrow.date32()),
        (FieldKind.TRUTH, [True, False, None], pyarrow.bool_()),
    ],
)
def test_what_is_read_back_is_what_was_written(kind: FieldKind, written: list[Cell], arrow: object) -> None:
    table = back(to_parquet(columns(kind, written), SV, ABOUT))
    assert table["x"].to_pylist() == written
    assert table.schema.field("x").type == arrow


@given(st.lists(st.fractions() | st.none()))
def test_an_exact_number_is_whole_in_the_text_and_near_in_the_float(numbers: list[Fraction | None]) -> None:
    assert [None if one is None else Fraction(one) for one in cells(FieldKind.VALUE, numbers)] == numbers
    near = cells(FieldKind.VALUE, numbers, "x_float")
    assert near == [None if one is None else float(one) for one in numbers]


@given(st.lists(st.integers(LEAST, MOST)), st.lists(st.text()))
def test_any_kronor_and_any_words_come_back(kronor: list[int], words: list[str]) -> None:
    assert cells(FieldKind.KRONOR, kronor) == kronor
    sound = ["".join(c for c in one if not "\ud800" <= c <= "\udfff") for one in words]
    assert cells(FieldKind.TEXT, list(sound)) == sound


@pytest.mark.parametrize("number", [MOST + 1, LEAST - 1, 10**36 - 1])
def test_a_number_beyond_64_bits_is_refused_and_never_rounded(number: int) -> None:
    with pytest.raises(DoesNotFit) as refused:
        to_parquet(columns(FieldKind.KRONOR, [1, number]), SV, ABOUT)
    fault = refused.value.fault
    assert plain_spaces(fault.message.say(SV)) == f"prov (2): x är {number}, mer än 64 bitar rymmer."
    assert "CSV" in fault.remedy.say(EN)


def test_a_closed_set_is_a_dictionary() -> None:
    table = back(to_parquet(columns(FieldKind.TEXT, ["a", "b", "a", None], ("a", "b", "c")), SV, ABOUT))
    assert pyarrow.types.is_dictionary(table.schema.field("x").type)
    assert table["x"].to_pylist() == ["a", "b", "a", None]


def test_the_file_says_what_it_is_in_the_language() -> None:
    file = columns(FieldKind.TEXT, [Text("svenska", "English")])
    for language, title, cell, about in (
        (SV, "Prov", "svenska", "det som prövas"),
        (EN, "Trial", "English", "what is tried"),
    ):
        table = back(to_parquet(file, language, ABOUT))
        said = {name.decode(): words.decode() for name, words in table.schema.metadata.items()}
        assert said == {"key": "n", "title": title, "description": "Prov.", **ABOUT}
        assert table["x"].to_pylist() == [cell]
        assert table.schema.field("x").metadata[b"description"].decode() == about


def test_a_table_without_rows_keeps_its_fields() -> None:
    table = back(to_parquet(columns(FieldKind.DAY, []), SV, ABOUT))
    assert (table.num_rows, table.column_names) == (0, ["n", "x"])


def test_the_same_columns_are_the_same_bytes() -> None:
    file = columns(FieldKind.VALUE, [Fraction(1, 3)] * 12_000)
    first = to_parquet(file, SV, ABOUT)
    assert first == to_parquet(file, SV, ABOUT)
    assert back(first).num_rows == 12_000
