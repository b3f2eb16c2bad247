"""Shares with numerator and denominator: exact, and refused with the place of what is wrong."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.figures.checks import check_figure
from overens.figures.counted import share_of
from overens.figures.model import Series
from overens.figures.read_figure import read_figure
from tests.builders import ABC, EN, said

HEAD = """\
# id: besok
# namn: Besök inom 30 dagar
# enhet: procent
# mottagare: regioner
# licens: CC0
# lägre är bättre: nej
# serier:
#   "2024-03": {slag: officiell, källa: Mätningen}
"""
ROWS = "per,kod,namn,täljare,nämnare\n2024-03,01,,1,3\n2024-03,03,,..,..\n2024-03,04,,9,9\n"


def faults(text: str) -> list[str]:
    found, head, cells, problems = read_figure(text, file="f")
    assert head is not None
    problems = problems + check_figure(head, found, cells, ABC)
    assert all(p.message.say() != p.message.say(EN) for p in problems)
    return said(problems)


def read(text: str) -> Series:
    (one,) = read_figure(text, file="f")[0]
    assert faults(text) == []
    return one


def test_a_share_is_exactly_what_it_is_counted_of() -> None:
    one = read(HEAD + ROWS)
    assert one.values == {"01": Fraction(100, 3), "03": None, "04": 100}
    assert list(map(tuple, one.counted.items())) == [("01", (1, 3)), ("04", (9, 9))]
    assert one.lower_is_better is False


def test_a_value_beside_may_be_rounded_and_the_exact_one_counts() -> None:
    rows = "per;kod;värde;täljare;nämnare\n2024-03;01;33,3;1;3\n2024-03;03;50,0;..;..\n2024-03;04;0;0;4\n"
    one = read(HEAD + rows)
    assert one.values == {"01": Fraction(100, 3), "03": 50, "04": 0}
    assert sorted(one.counted) == ["01", "04"]


def test_without_the_columns_nothing_is_counted() -> None:
    one = read(HEAD + "per,kod,värde\n2024-03,01,1\n2024-03,03,2\n2024-03,04,3\n")
    assert one.counted == {}


@pytest.mark.parametrize(
    ("columns", "row", "said_at", "words"),
    [
        ("täljare,nämnare", "1,0", "f:10:14", "Nämnaren är 0 (täljaren 1)"),
        ("täljare,nämnare", "1,-4", "f:10:14", "Nämnaren är −4 (täljaren 1)"),
        ("täljare,nämnare", "5,4", "f:10:12", "Andelen är över 100 %: 5 av 4."),
        ("täljare,nämnare", "-1,4", "f:10:12", "Täljaren är −1, mindre än 0."),
        ("täljare,nämnare", "1,..", "f:10:14", "Bara den ena av täljare och nämnare är publicerad."),
        ("täljare,nämnare", "x,4", "f:10:12", "'x' är inget värde."),
        ("värde,täljare,nämnare", "33.4,1,3", "f:10:12", "Värdet '33.4' är inte 1 av 3, som är 33,3333 procent."),
        ("värde,täljare,nämnare", "..,1,3", "f:10:12", "Värdet '..' är inte 1 av 3"),
    ],
)
def test_what_is_no_share_is_told_once_at_its_place(columns: str, row: str, said_at: str, words: str) -> None:
    width = columns.count(",")
    rest = "".join(f"2024-03,{code}{',..' * (width + 1)}\n" for code in ("03", "04"))
    (fault,) = faults(HEAD + f"per,kod,{columns}\n2024-03,01,{row}\n{rest}")
    assert fault.startswith(f"{said_at}: {words}")


def test_a_single_one_of_the_columns_is_refused() -> None:
    (fault, *_) = faults(HEAD + ROWS.replace("nämnare", "antal"))
    assert fault.startswith("f:9:1: Kolumnen 'nämnare' saknas")


def test_only_a_share_in_per_cent_has_a_numerator() -> None:
    (fault,) = faults(HEAD.replace("procent", "antal") + ROWS)
    assert "men enheten är 'antal'" in fault


counts = st.integers(0, 10**9).map(Fraction)


@given(counts, counts.filter(bool))
def test_a_share_is_between_0_and_100_or_refused(numerator: Fraction, denominator: Fraction) -> None:
    share = share_of(numerator, denominator, None, None)
    if numerator > denominator:
        assert isinstance(share, tuple)
    else:
        assert isinstance(share, Fraction)
        assert 0 <= share <= 100
        assert share * denominator == 100 * numerator
