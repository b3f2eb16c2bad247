"""A table of one's own against a rule: every cell, and what the comparison is worth."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from overens.allocation.model import Basis
from overens.usecases.check_annex import CheckedTable, check_annex
from overens.usecases.library import Library, open_library
from tests.usecases.naive import largest_remainder


@cache
def library() -> Library:
    """Return the shipped library, read once."""
    return open_library()


def checked(tmp_path: Path, text: str, agreement: str = "kvinnors-halsa-2024", pot: str = "befolkning") -> CheckedTable:
    """Return a table's text held against a pot."""
    path = tmp_path / "tabell.csv"
    path.write_text(text, encoding="utf-8")
    allocation = library().allocation(agreement)
    found = allocation.pot(pot)
    assert found is not None
    return check_annex(library(), path, allocation, found)


def amounts(agreement: str = "kvinnors-halsa-2024", pot: str = "befolkning") -> dict[str, int]:
    """Return code -> kronor that the rule gives."""
    found = library().allocation(agreement).pot(pot)
    assert found is not None
    return {award.recipient.code: award.amount.kr for award in found.awards}


def rows(values: dict[str, int]) -> str:
    """Return a table of codes and kronor."""
    return "kod;belopp\n" + "".join(f"{code};{kr}\n" for code, kr in values.items())


def test_the_rules_own_amounts_are_equal_in_every_cell(tmp_path: Path) -> None:
    answer = checked(tmp_path, rows(amounts()))

    assert (answer.equal, answer.of, answer.problems) == (21, 21, ())
    assert [cell.recipient.code for cell in answer.cells] == sorted(amounts())


def test_cells_that_differ_keep_both_values_and_the_line(tmp_path: Path) -> None:
    answer = checked(tmp_path, rows(amounts() | {"06": 1}))

    (cell,) = [cell for cell in answer.cells if not cell.is_equal]
    assert (cell.recipient.code, cell.table_kr, cell.computed_kr) == ("06", 1, 47_803_842)
    assert cell.place is not None
    assert (cell.place.line, cell.place.column) == (6, 4)
    assert (answer.equal, answer.of) == (20, 21)


def test_a_table_of_some_is_held_against_those(tmp_path: Path) -> None:
    answer = checked(tmp_path, rows({code: kr for code, kr in amounts().items() if code in ("06", "09")}))

    assert (answer.equal, answer.of, len(answer.cells)) == (2, 2, 21)
    assert {cell.table_kr for cell in answer.cells if cell.recipient.code not in ("06", "09")} == {None}


@pytest.mark.parametrize("change", [{}, {"06": 1}, {"06": 1, "09": 2}])
def test_a_copy_of_the_published_table_proves_no_more_for_having_errors(tmp_path: Path, change: dict[str, int]) -> None:
    assert checked(tmp_path, rows(amounts() | change)).basis is Basis.SAME_TABLE


def test_a_pot_whose_key_is_the_table_proves_nothing(tmp_path: Path) -> None:
    own = amounts("sektorsbidrag-2024", "varandringsbudget")

    assert checked(tmp_path, rows(own), "sektorsbidrag-2024", "varandringsbudget").basis is Basis.LIST


def test_other_amounts_by_official_figures_are_an_independent_trial(tmp_path: Path) -> None:
    own = amounts("omstallning-socialtjanst-2024", "kommuner")

    answer = checked(tmp_path, rows(own), "omstallning-socialtjanst-2024", "kommuner")

    assert (answer.basis, answer.equal, answer.of) == (Basis.INDEPENDENT, 290, 290)


def test_the_rule_is_largest_remainder_by_the_population_of_the_table(tmp_path: Path) -> None:
    series = library().snapshot_for(library().written["kvinnors-halsa-2024"]).series.values()
    (people,) = [s for s in series if (s.key.figure, s.key.measured_on) == ("befolkning", "2023-11-01")]
    weights = {code: int(value) for code, value in people.values.items() if value is not None}

    answer = checked(tmp_path, rows(largest_remainder(1_367_000_000, weights)))

    assert (answer.equal, answer.of) == (21, 21)


def test_counties_are_named_as_counties(tmp_path: Path) -> None:
    answer = checked(tmp_path, "län;belopp\nJönköpings län;29 000 000\n", "god-och-nara-vard-2024", "kommuner")

    assert (answer.equal, answer.of, answer.problems) == (1, 1, ())


def test_a_misprint_is_a_problem_with_its_place_and_the_rest_is_held_against_the_rule(tmp_path: Path) -> None:
    answer = checked(tmp_path, rows(amounts()).replace(f"06;{amounts()['06']}", "06;544 99 160"))

    (problem,) = answer.problems
    assert (problem.place.line, problem.place.column) == (6, 4)
    assert "'544 99 160'" in problem.message.say()
    assert (answer.equal, answer.of) == (20, 20)


def test_a_table_that_cannot_be_read_has_no_cells_and_one_problem(tmp_path: Path) -> None:
    allocation = library().allocation("kvinnors-halsa-2024")

    answer = check_annex(library(), tmp_path / "saknas.csv", allocation, allocation.pots[0])

    assert (answer.cells, answer.of, len(answer.problems)) == ((), 0, 1)


OWN = """\
id: prov-2024
namn: Prov
slag: överenskommelse
parter: [staten, SKR]
avser: 2024
beslutad: 2023-12-20
status: beslutad
utbetalare: Kammarkollegiet
belopp: 2 000 kr
källa: prov
källor: {prov: {titel: Prov, utgivare: Prov}}
potter:
  andra:
    namn: Andra
    källa: prov
    belopp: 2 000 kr
    till: regioner
    fördelning: lika
    villkor: [{krav: målet nått, uppfylls av: {utom: ["13"]}}]
    ej intjänat: delas av dem som uppfyller villkoren
"""


def test_a_zero_equals_nothing_for_one_who_missed_the_condition(tmp_path: Path) -> None:
    folder, table = tmp_path / "bibliotek", tmp_path / "t.csv"
    folder.mkdir()
    (folder / "prov.yaml").write_text(OWN, encoding="utf-8")
    table.write_text("kod;belopp\n13;0\n01;100\n", encoding="utf-8")
    opened = open_library([folder])
    allocation = opened.allocation("prov-2024")
    answer = check_annex(opened, table, allocation, allocation.pots[0])
    assert (answer.problems, answer.equal, answer.of) == ((), 2, 2)
