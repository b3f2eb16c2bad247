"""The library as typed columns: kinds, keys, closed sets and the identity hold over every table, on any day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from overens.export.columns import Cell, Columns, FieldKind, as_table
from overens.usecases.library import Library, open_library
from overens.usecases.resources.all import RESOURCES
from overens.usecases.resources.model import taken_from
from overens.usecases.tables import awards_table
from overens.vocabulary.wording import Text
from tests.cli.own_files import REGIONS, agreement, figure, write

DAYS = (None, date(2023, 12, 21), date(2014, 1, 1), date(1990, 1, 1))
KINDS: Mapping[FieldKind, type | tuple[type, ...]] = {
    FieldKind.TEXT: (str, Text),
    FieldKind.KRONOR: int,
    FieldKind.COUNT: int,
    FieldKind.YEAR: int,
    FieldKind.SHARE: Fraction,
    FieldKind.VALUE: Fraction,
    FieldKind.DAY: date,
    FieldKind.TRUTH: bool,
}


@cache
def library() -> Library:
    """Return the shipped library, read once."""
    return open_library()


@cache
def taken(name: str, day: date | None = None) -> Columns:
    """Return a table of the shipped library."""
    return taken_from(RESOURCES[name], library(), day)


def rows(name: str, *fields: str, day: date | None = None) -> list[tuple[Cell, ...]]:
    """Return the rows of a table, with these fields only."""
    return list(zip(*(taken(name, day).cells[field] for field in fields), strict=True))


every_table = pytest.mark.parametrize("name", RESOURCES)
on_every_day = pytest.mark.parametrize("day", DAYS, ids=str)


@every_table
@on_every_day
def test_every_cell_is_of_its_kind_and_none_is_missing(name: str, day: date | None) -> None:
    columns = taken(name, day)
    assert list(columns.cells) == [field.name for field in columns.fields]
    assert {len(cells) for cells in columns.cells.values()} == {columns.length}
    for field in columns.fields:
        known = [cell for cell in columns.cells[field.name] if cell is not None]
        assert field.nullable or len(known) == columns.length, field.name
        assert all(isinstance(cell, KINDS[field.kind]) for cell in known), field.name
        assert all(isinstance(cell, bool) == (field.kind is FieldKind.TRUTH) for cell in known), field.name
        assert not field.values or set(known) <= set(field.values), field.name


@every_table
@on_every_day
def test_the_key_tells_rows_apart_and_orders_them(name: str, day: date | None) -> None:
    columns = taken(name, day)
    assert {*columns.key} <= {field.name for field in columns.fields}
    keys = list(zip(*(columns.cells[field] for field in columns.key), strict=True))
    assert len(set(keys)) == len(keys)
    assert keys == sorted(keys, key=lambda key: [(cell is not None, cell) for cell in key])


@every_table
def test_a_table_says_what_it_is_in_both_languages(name: str) -> None:
    one = RESOURCES[name]
    texts: Sequence[Text] = (one.title, one.about, *(field.about for field in one.fields))
    assert one.name == name
    assert all(text.sv and text.en for text in texts)
    assert len({field.name for field in one.fields}) == len(one.fields)


@on_every_day
def test_awarded_lapsed_and_undistributed_are_the_pot(day: date | None) -> None:
    found = rows("pots", "awarded_kr", "lapsed_kr", "undistributed_kr", "amount_kr", day=day)
    sums = [(row[3], sum(cell for cell in row[:3] if isinstance(cell, int))) for row in found if None not in row]
    assert all(amount == whole for amount, whole in sums)
    assert all(None not in row or set(row) == {None} for row in found)
    assert len(sums) == len([row for row in found if row[3] is not None])


@on_every_day
def test_awards_sum_to_what_their_pot_awarded(day: date | None) -> None:
    by_pot: dict[tuple[Cell, ...], int] = {}
    for *pot, awarded in rows("awards", "agreement", "pot", "awarded_kr", day=day):
        by_pot[tuple(pot)] = by_pot.get(tuple(pot), 0) + (awarded if isinstance(awarded, int) else 0)
    pots = {(agreement, pot): kr for agreement, pot, kr in rows("pots", "agreement", "pot", "awarded_kr", day=day)}
    assert {pot: kr for pot, kr in by_pot.items() if kr} == {pot: kr for pot, kr in pots.items() if kr}


@on_every_day
def test_awarded_lapsed_and_undistributed_are_the_agreement(day: date | None) -> None:
    for total, *parts in rows("agreements", "total_kr", "awarded_kr", "lapsed_kr", "undistributed_kr", day=day):
        assert total is None or total == sum(part for part in parts if isinstance(part, int))


def test_awards_are_those_of_the_agreements_page() -> None:
    fields = ("pot", "kind", "code", "name", "awarded_kr", "mark", "low_kr", "high_kr")
    of_one = [row[1:] for row in rows("awards", "agreement", *fields) if row[0] == "kvinnors-halsa-2024"]
    page = awards_table(library().allocation("kvinnors-halsa-2024"))
    assert page.names == fields
    assert sorted(row for row in of_one if row[4] is not None) == sorted(page.rows)


@pytest.mark.parametrize(
    ("name", "fields", "other"),
    [
        ("awards", ("kind", "code"), "recipients"),
        ("awards", ("agreement", "pot"), "pots"),
        ("values", ("figure", "recipients", "measured_on"), "figures"),
    ],
)
@on_every_day
def test_what_a_row_points_at_is_there(name: str, fields: tuple[str, ...], other: str, day: date | None) -> None:
    assert set(rows(name, *fields, day=day)) <= set(rows(other, *RESOURCES[other].key, day=day))


@pytest.mark.parametrize("name", ["pots", "sources", "events"])
@on_every_day
def test_every_agreement_that_is_named_is_there(name: str, day: date | None) -> None:
    assert set(rows(name, "agreement", day=day)) <= set(rows("agreements", "id", day=day))


def test_nothing_is_awarded_before_it_was_known() -> None:
    day = date(2023, 12, 21)
    assert rows("awards", "known_from_day", day=day)
    assert all(known is None or known <= day for (known,) in rows("awards", "known_from_day", day=day))  # type: ignore[operator]  # a column of days
    late = [row for row in rows("pots", "known_from_day", "state", "amount_kr", day=day) if row[0] and row[0] > day]  # type: ignore[operator]  # a column of days
    assert late
    assert {row[1:] for row in late} == {("not_yet_known", None)}


def test_a_pot_that_cannot_be_computed_gives_nobody_0_kronor() -> None:
    not_computed = {pot[:2] for pot in rows("pots", "agreement", "pot", "state") if pot[2] != "computed"}
    given = [row[2] for row in rows("awards", "agreement", "pot", "awarded_kr") if row[:2] in not_computed]
    assert given
    assert set(given) == {None}


def test_what_rests_on_made_up_outcomes_says_so_in_every_row(tmp_path: Path) -> None:
    assert {row for name in ("pots", "awards") for row in rows(name, "made_up_outcomes")} == {(None,)}
    made_up = figure(dict.fromkeys(REGIONS, 1)).replace("slag: officiell", "slag: syntetisk")
    own = write(tmp_path, prov_yaml=agreement(key="{andel av: provtal}"), provtal_regioner_csv=made_up)
    columns = taken_from(RESOURCES["awards"], open_library((own,)))
    found = zip(columns.cells["agreement"], columns.cells["made_up_outcomes"], strict=True)
    assert {ids for name, ids in found if name == "prov-2024"} == {"provtal"}


def test_a_library_without_agreements_has_only_recipients() -> None:
    empty = open_library((), shipped=False)
    assert {name: taken_from(one, empty).length for name, one in RESOURCES.items() if name != "recipients"} == {
        name: 0 for name in RESOURCES if name != "recipients"
    }
    assert taken_from(RESOURCES["recipients"], empty).length == len(empty.register.everyone)


def test_as_a_table_days_are_words_and_truth_is_1_or_0() -> None:
    table = as_table(taken("events"))
    cells = dict(zip(table.names, table.rows[0], strict=True))
    assert cells["first"] is None or isinstance(cells["first"], str)
    assert cells["exact"] in (0, 1)
    assert not isinstance(cells["exact"], bool)
