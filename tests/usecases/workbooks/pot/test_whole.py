"""The steps of a division in doubles, as a spreadsheet takes them, give what apportion gives with whole numbers."""

from __future__ import annotations

from math import floor

from hypothesis import given
from hypothesis import strategies as st

from overens.allocation.apportion import apportion
from overens.usecases.workbooks.pot.whole import MOST, Split, split_for, whole_steps

WEIGHTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=30).filter(any)
TOTALS = st.integers(0, 10**13)


def as_a_cell(number: float) -> float:
    """Return a number as the worst of spreadsheets takes it: with fifteen digits."""
    assert abs(number) <= 10 * MOST
    return float(f"{number:.15g}")


def cell_quotient(what: float, by: float) -> float:
    """Work out the formula that `quotient` writes, in doubles."""
    whole = float(floor(as_a_cell(what / by)))
    return whole - (as_a_cell(whole * by) > as_a_cell(what))


def in_doubles(total: int, weights: list[int], split: Split) -> tuple[list[float], list[float]]:
    """Return whole kronor and rest of each weight, every number on the way a double."""
    divisor, digits, left = float(sum(weights)), [], float(total)
    for _ in range(split.steps - 1):
        before = cell_quotient(left, float(split.base))
        digits.append(left - before * split.base)
        left = before
    digits = [left, *reversed(digits)]
    found = []
    for weight in weights:
        whole, rest = 0.0, 0.0
        for digit in digits:
            divided = as_a_cell(rest * split.base + digit * weight)
            quotient = cell_quotient(divided, divisor)
            rest = divided - quotient * divisor
            whole = whole * split.base + quotient
        found.append((whole, rest))
    return [whole for whole, _ in found], [rest for _, rest in found]


@given(TOTALS, WEIGHTS)
def test_doubles_give_what_whole_numbers_give(total: int, weights: list[int]) -> None:
    split = split_for(total, sum(weights))
    if split is None:
        assert total * sum(weights) > MOST  # only what is too great has no room
        return
    whole, rest = in_doubles(total, weights, split)
    assert list(zip(whole, rest, strict=True)) == [divmod(total * w, sum(weights)) for w in weights]
    left = total - sum(whole)
    order = sorted(range(len(weights)), key=lambda n: (-rest[n], n))[: int(left)]
    kronor = {f"{n:03d}": int(kr) + (n in order) for n, kr in enumerate(whole)}
    assert kronor == apportion(total, {f"{n:03d}": w for n, w in enumerate(weights)})


@given(TOTALS, WEIGHTS)
def test_what_is_shown_before_recalculation_is_what_the_formulas_give(total: int, weights: list[int]) -> None:
    split = split_for(total, sum(weights))
    if split is None:
        return
    whole, rest = in_doubles(total, weights, split)
    steps = [whole_steps(total, weight, sum(weights), split) for weight in weights]
    assert [one[-1][1] for one in steps] == rest
    joined = [sum(q * split.base ** (split.steps - 1 - n) for n, (q, _) in enumerate(one)) for one in steps]
    assert joined == whole


def test_the_largest_pots_and_all_inhabitants_have_room() -> None:
    assert split_for(100_000_000_000, 10_600_000) == Split(1_000_000, 2)
    assert split_for(10**15, 10**13) is None
