"""What is written reads back as the same clause, and writing it again gives the same text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overens.agreement.amendment import Amendment
from overens.agreement.model import Agreement
from overens.agreement.published import PublishedTotals
from overens.agreement.series import GrantSeries
from overens.scenario.scenario_file import Scenario
from overens.vocabulary.money import amount_words, parse_amount
from overens.vocabulary.periods import parse_years, year_spans
from overens.vocabulary.problems import Fault
from overens.writing.clauses import Clause, check_tree
from overens.writing.numbers import count_words, number_words, parse_count, parse_number, parse_share, share_words
from overens.writing.tree import read_tree
from overens.writing.write_clause import write_clause
from overens.writing.write_tree import Keyed, Part, Scalar, write_tree
from tests.properties import written
from tests.properties.strategies import TEST


def read(kind: type[Clause], text: str) -> Clause:
    tree, problems = read_tree(text, file="f")
    assert problems == [], (text, [p.say() for p in problems])
    checked = check_tree(kind, tree)
    assert checked.problems == [], (text, [p.say() for p in checked.problems])
    assert checked.value is not None
    return checked.value


WRITTEN = (Agreement, Amendment, GrantSeries, PublishedTotals, Scenario)


def kinds_within(hint: Any) -> Iterator[type[Clause]]:
    """Yield every kind of clause that may stand in the type."""
    if isinstance(hint, type) and issubclass(hint, Clause):
        yield hint
    for one in get_args(hint):
        yield from kinds_within(one)


def every_kind() -> list[type[Clause]]:
    """Return the written kinds and every clause within them."""
    found: dict[type[Clause], None] = dict.fromkeys(WRITTEN)
    for kind in (queue := list(found)):
        kind.model_rebuild()
        new = {one for field in kind.model_fields.values() for one in kinds_within(field.annotation)} - found.keys()
        queue += sorted(new, key=lambda one: one.__name__)
        found |= dict.fromkeys(new)
    return sorted(found, key=lambda one: one.__name__)


@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.__name__)
@settings(TEST, max_examples=25)
@given(st.data())
def test_any_clause_is_written_and_read_back(kind: type[Clause], data: st.DataObject) -> None:
    clause = kind.model_validate(data.draw(written.trees(kind)))

    text = write_clause(clause)

    if text == "":  # nothing is said but the defaults
        assert clause == kind()
        return
    again = read(kind, text)
    assert again == clause
    assert write_clause(again) == text


@TEST
@given(written.amounts())
def test_any_amount_is_written_and_read_back(words: str) -> None:
    amount = parse_amount(words)
    assert not isinstance(amount, Fault)
    again = parse_amount(amount_words(amount))
    assert again == amount
    assert not isinstance(again, Fault)
    assert again.bound == amount.bound
    assert amount_words(again) == amount_words(amount)


@TEST
@given(written.shares)
def test_any_share_is_written_and_read_back(words: str) -> None:
    share = parse_share(words)
    assert not isinstance(share, Fault)
    assert parse_share(share_words(share)) == share


@TEST
@given(written.numbers())
def test_any_number_is_written_and_read_back(words: str) -> None:
    number = parse_number(words)
    assert not isinstance(number, Fault)
    assert parse_number(number_words(number)) == number


@TEST
@given(written.counts)
def test_any_count_is_written_and_read_back(words: str) -> None:
    count = parse_count(words)
    assert not isinstance(count, Fault)
    assert parse_count(count_words(count)) == count


@TEST
@given(written.years)
def test_any_years_are_written_and_read_back(words: str) -> None:
    years = parse_years(words)
    assert not isinstance(years, Fault)
    assert parse_years(year_spans(years)) == years


@TEST
@given(written.words)
def test_any_words_are_written_and_read_back_in_every_place(words: str) -> None:
    """On a line, in a block, in a list on a line, and as a key's value among others."""
    texts: list[Part] = [Scalar(words), Scalar("x")]
    group = Keyed(
        {
            "a": Scalar(words),
            "b": Keyed({"c": Scalar(words)}),
            "d": texts,
            "e": [Keyed({"f": texts[0]}), Keyed({"f": texts[0]})],
        }
    )

    tree, problems = read_tree(write_tree(group), file="f")

    assert problems == []
    assert tree.value == {"a": words, "b": {"c": words}, "d": [words, "x"], "e": [{"f": words}] * 2}
