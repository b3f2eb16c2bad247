"""Why one recipient gets its kronor: all of them beside it, for every pot of the library."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.allocation.explain import StepKind
from overens.allocation.model import Allocation, PotAllocation
from overens.usecases.library import Library, open_library
from overens.usecases.why import recipients_table, show_why
from overens.usecases.wording.why import in_kronor, step_heading


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="module")
def pots(library: Library) -> list[tuple[Allocation, PotAllocation]]:
    return [(one, pot) for one in map(library.allocation, library.readings) for pot in one.pots]


def test_every_table_sums_to_what_the_pot_gives(pots: list[tuple[Allocation, PotAllocation]]) -> None:
    for allocation, pot in pots:
        table = recipients_table(allocation, pot)
        rows = [dict(zip(table.names, row, strict=True)) for row in table.rows]
        assert len(rows) == len(pot.recipients)
        assert sum(int(str(row.get("awarded_kr") or 0)) for row in rows) == pot.awarded_kr
        shares = [share for row in rows if isinstance(share := row.get("share"), Fraction | int)]
        assert not shares or sum(shares) <= 1


def test_published_amounts_are_those_of_the_annex(pots: list[tuple[Allocation, PotAllocation]]) -> None:
    compared = [(allocation, pot) for allocation, pot in pots if pot.annex is not None and pot.awards]
    assert compared
    for allocation, pot in compared:
        table = recipients_table(allocation, pot)
        n = table.names.index("published_kr")
        assert pot.annex is not None
        assert sum(int(str(row[n] or 0)) for row in table.rows) == pot.annex.published_total_kr


def test_ranks_are_shared_by_equals(library: Library) -> None:
    allocation = library.allocation("omstallning-socialtjanst-2024")
    pot = next(one for one in allocation.pots if one.id == "kommuner")
    assert {show_why(allocation, pot, who, library.register).rank for who in pot.recipients[:9]} == {1}


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(1500), "1 500 kr"),
        (Fraction(3, 2), "3/2 = 1,5 kr"),
        (Fraction(10**7, 3), "10 000 000/3 ≈ 3 333 333,3333 kr"),
    ],
)
def test_exact_kronor_are_read_as_fractions(share: Fraction, words: str) -> None:
    assert in_kronor(share).say().replace("\u00a0", " ") == words


def test_every_step_has_a_heading() -> None:
    assert all(step_heading(kind).say() for kind in StepKind)
