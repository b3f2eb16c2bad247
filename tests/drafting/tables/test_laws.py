"""No text raises, places lie inside it, a table in any layout is read back exactly, and time grows with the text."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overens.intake.register import read_register
from tests.drafting.tables.reading import Cells, cells, only, read_tables

NAMES = [(region.name, region.code) for region in read_register().regions]
WORDS = st.sampled_from(
    ["|", "\n", "---", " ", "\t", "**", "Uppsala", "Skåne", "Summa", "12", "1 200", "–", "<5", "kr", "mnkr", "2024", ",", ":", "\\|",
     "[x](y)", "<br>", "%", "Region", "* ", "\n\n", "\u00ad", "\r\n"]
)  # fmt: skip
LAYOUTS = {
    "markdown": lambda rows: "| Region | kr |\n|---|---|\n" + "".join(f"| {name} | {n} |\n" for name, n in rows),
    "bare": lambda rows: "| | |\n|---|---|\n" + "".join(f"| {name} | {n} |\n" for name, n in rows),
    "items": lambda rows: "".join(f"* {name} – {n} kronor\n" for name, n in rows),
    "colon": lambda rows: "".join(f"{name}: {n} kr\n" for name, n in rows),
    "plain": lambda rows: "Region kr\n" + "".join(f"{name} {n}\n" for name, n in rows),
    "tabs": lambda rows: "Region\tkr\n" + "".join(f"{name}\t{n}\n" for name, n in rows),
    "alone": lambda rows: "Region\nkr\n" + "".join(f"{name}\n{n}\n" for name, n in rows),
}


@given(st.lists(WORDS, max_size=60).map("".join) | st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_no_text_raises_and_every_place_lies_inside(text: str) -> None:
    for table in read_tables(text):
        for row in table.rows:
            for span in (table.span, row.name_at, row.value_at):
                assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize("layout", LAYOUTS)
@given(
    chosen=st.lists(st.sampled_from(NAMES), min_size=3, max_size=21, unique=True),
    numbers=st.lists(st.integers(0, 10**10), min_size=21, max_size=21),
    gap=st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"]),
)
@settings(max_examples=40, deadline=None)
def test_a_table_is_read_back_exactly(layout: str, chosen: list[tuple[str, str]], numbers: list[int], gap: str) -> None:
    rows = [(name, f"{n:,}".replace(",", gap)) for (name, _), n in zip(chosen, numbers, strict=False)]
    wanted: Cells = [(name, code, n) for (name, code), n in zip(chosen, numbers, strict=False)]
    assert cells(only(LAYOUTS[layout](rows))) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "| Region | kr |\n|---|---|\n" + "| Region Skåne | 12 345 |\n" * 20_000,
        "|" * 1_000_000,
        "|---|\n" * 30_000,
        "Skåne\n" + "12\n" * 50_000,
        "Skåne 12\nUppsala 5\n" * 10_000,
        "1" * 2_000_000,
        "1 " * 1_000_000,
        "| " + "[a](" * 100_000 + " | 1 |\n| " + "<" * 200_000 + " | 2 |\n",
    ],
    ids=["rows", "strokes", "rules", "numbers", "short lists", "digits", "groups", "links"],
)
def test_long_tables_are_read_in_seconds(text: str) -> None:
    started = process_time()
    read_tables(text)
    assert process_time() - started < 10
