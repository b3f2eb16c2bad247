"""A name in a program is a name, whatever it holds; and one who asks for what is not there is told what there is."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.intake.register import read_register
from overens.usecases import reproduce
from overens.usecases.library import Library, open_library
from overens.usecases.program import Again, program, table_program
from overens.usecases.reproduce import agreement, change, name_for, place, why, year
from overens.vocabulary.names import find_recipients


def call_in(source: str, name: str) -> ast.Call:
    """Return the one call of the function in the program."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    (found,) = [one for one in calls if isinstance(one.func, ast.Name) and one.func.id == name]
    return found


@given(st.text(), st.integers(), st.booleans())
def test_what_is_given_stands_in_the_program_as_it_is_and_does_nothing(words: str, n: int, own: bool) -> None:
    source = program(Again(place, (words, n)), date(2024, 3, 1), own_files=own)
    name, number = call_in(source, "place").args[1:]
    assert (ast.literal_eval(name), ast.literal_eval(number)) == (words, n)
    assert len(ast.parse(source).body) == (6 if own else 4)


@given(st.text())
def test_an_address_stands_in_the_program_as_it_is(address: str) -> None:
    source = table_program(address)
    assert ast.literal_eval(call_in(source, "table_at").args[0]) == address
    assert len(ast.parse(source).body) == 2


def test_each_recipient_has_a_name_that_finds_it_alone() -> None:
    register = read_register()
    assert [who for who in register.everyone if find_recipients(name_for(who, register), register) != (who,)] == []


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


def test_what_is_not_there_is_told_with_what_there_is(library: Library) -> None:
    with pytest.raises(ValueError, match="Nässjö"):
        place(library, "Nässsjö", 2024)
    with pytest.raises(ValueError, match=r"Habo.*Håbo|Håbo.*Habo"):
        place(library, "habo kommun'", 2024)
    with pytest.raises(KeyError, match="did you mean kvinnors-halsa-20"):
        agreement(library, "kvinnors-halsa-202")
    with pytest.raises(ValueError, match="befolkning"):
        why(library, "Region Skåne", "kvinnors-halsa-2024", "befolkningen")
    with pytest.raises(ValueError, match="säger inte vad"):
        change(library, "@2023", "2024")
    with pytest.raises(ValueError, match="isoformat"):
        year(library, 2024, as_known_on="igår")


DOCUMENT = Path(__file__).parents[2] / "docs" / "python.md"
SHOWN = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize(("source", "output"), SHOWN)
def test_the_programs_in_the_document_print_what_it_says(
    source: str, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(source, DOCUMENT.name, "exec"), {})
    assert capsys.readouterr().out == output


def test_the_document_names_everything_that_a_program_may_use() -> None:
    names = {name for name in reproduce.__all__ if name[0].islower()}
    assert len(SHOWN) == 2
    assert set(re.findall(r"^\| `(\w+)\(", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)) == names


def test_a_year_without_agreements_has_nothing(library: Library) -> None:
    found = year(library, 1999)
    assert (found.kronor, found.run) == ({}, "")
