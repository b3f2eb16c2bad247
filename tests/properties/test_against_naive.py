"""The engine and the naive allocation agree to the krona."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from overens.allocation.bounds import fill
from overens.allocation.model import PotAllocation, State
from tests.builders import divide, kronor_of, regions
from tests.properties import naive
from tests.properties.strategies import TEST, figure, totals, weights


def engine(total: int, rule: str, values: dict[str, int]) -> PotAllocation:
    """Return what the engine makes of an agreement file with the rule."""
    return divide(f"belopp: {total} kr\ntill: regioner\n{rule}", figure(values), register=regions(*sorted(values)))


@TEST
@given(totals, weights())
def test_share(total: int, values: dict[str, int]) -> None:
    assert kronor_of(engine(total, "fördelning: {andel av: w}", values)) == naive.one_krona_at_a_time(
        naive.by_weight(total, values)
    )


@TEST
@given(totals, weights())
def test_equal(total: int, values: dict[str, int]) -> None:
    assert kronor_of(engine(total, "fördelning: lika", values)) == naive.one_krona_at_a_time(
        naive.equally(total, sorted(values))
    )


@TEST
@given(totals, st.integers(0, 10**9), weights())
def test_base_and_rest(total: int, base: int, values: dict[str, int]) -> None:
    pot = engine(total, f"fördelning: {{grundbelopp: {base} kr, resten: {{andel av: w}}}}", values)
    expected = naive.base_and_rest(total, base, values)
    if expected is None:
        assert pot.state is State.NOT_COMPUTED
        assert pot.undistributed_kr == total
    else:
        assert kronor_of(pot) == naive.one_krona_at_a_time(expected)


@TEST
@given(totals, st.integers(0, 100), weights())
def test_mix(total: int, per_cent: int, values: dict[str, int]) -> None:
    parts = f"{{vikt: {per_cent} %, nyckel: lika}}, {{vikt: {100 - per_cent} %, nyckel: {{andel av: w}}}}"
    share = Fraction(per_cent, 100)
    equal, weighted = naive.equally(total, list(values)), naive.by_weight(total, values)
    exact = {code: share * equal[code] + (1 - share) * weighted[code] for code in values}
    assert kronor_of(engine(total, f"fördelning: {{blandning: [{parts}]}}", values)) == naive.one_krona_at_a_time(exact)


bound = st.one_of(st.none(), st.integers(1, 40), st.integers(1, 10**6))


@TEST
@given(st.one_of(st.integers(1, 100), st.integers(1, 10**7)), weights(most=5), bound, bound)
def test_floors_and_caps(total: int, values: dict[str, int], floor: int | None, cap: int | None) -> None:
    if floor is not None and cap is not None and floor > cap:
        floor, cap = cap, floor
    floor = None if floor is not None and floor > total else floor
    written = [f"golv: {floor} kr"] * (floor is not None) + [f"tak: {cap} kr"] * (cap is not None)
    rule = "fördelning: {andel av: w}\n" + (f"gränser: {{{', '.join(written)}}}" if written else "")
    pot = engine(total, rule, values)
    expected = naive.within_bounds(total, values, floor, cap)
    if isinstance(expected, dict):
        assert kronor_of(pot) == naive.one_krona_at_a_time(expected)
    else:
        assert pot.state is State.NOT_COMPUTED


@TEST
@given(st.integers(0, 10**12), weights(), st.integers(0, 10**6), st.integers(1, 10**10))
def test_bounds_of_twenty_one_by_bisection(total: int, values: dict[str, int], floor: int, more: int) -> None:
    positive = {code: value + 1 for code, value in values.items()}
    n, cap = len(positive), floor + more
    if not floor * n <= total <= cap * n:
        total = (floor * n + cap * n) // 2
    exact = {code: Fraction(value) for code, value in positive.items()}
    found = fill(Fraction(total), exact, dict.fromkeys(exact, Fraction(floor)), dict.fromkeys(exact, Fraction(cap)))
    near = naive.by_bisection(total, positive, floor, cap)
    assert sum(found.values()) == total
    assert max(abs(found[code] - near[code]) for code in found) < Fraction(1, 1000)


met = st.sets(st.sampled_from(range(21)), min_size=1)


def eligible(values: dict[str, int], chosen: set[int]) -> list[str]:
    codes = sorted(values)
    return sorted({codes[n % len(codes)] for n in chosen})


def condition(codes: list[str], fate: str) -> str:
    who = ", ".join(f"'{code}'" for code in codes)
    return f"fördelning: {{andel av: w}}\nvillkor: [{{krav: x, uppfylls av: {{endast: [{who}]}}}}]\nej intjänat: {fate}"


@TEST
@given(totals, weights(), met)
def test_what_is_not_earned_lapses(total: int, values: dict[str, int], chosen: set[int]) -> None:
    codes = eligible(values, chosen)
    whole = naive.one_krona_at_a_time(naive.by_weight(total, values))
    pot = engine(total, condition(codes, "förfaller"), values)
    assert kronor_of(pot) == {code: kr for code, kr in whole.items() if code in codes}
    assert pot.lapsed_kr == sum(kr for code, kr in whole.items() if code not in codes)


@TEST
@given(totals, weights(), met, st.sampled_from(["bonuspott", "delas av dem som uppfyller villkoren"]))
def test_what_is_not_earned_follows_the_weights_of_the_others(
    total: int, values: dict[str, int], chosen: set[int], fate: str
) -> None:
    codes = eligible(values, chosen)
    theirs = {code: values[code] for code in codes}
    pot = engine(total, condition(codes, fate), values)
    if not any(theirs.values()):
        assert sum(award.amount.kr for award in pot.awards) == 0
        assert pot.undistributed_kr == total
    elif total:
        assert kronor_of(pot) == naive.one_krona_at_a_time(naive.by_weight(total, theirs))
    else:
        assert sum(kronor_of(pot).values()) == 0


@TEST
@given(totals, weights(most=6), st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_payments(total: int, values: dict[str, int], parts: list[int]) -> None:
    lines = ", ".join(f"{{andel: {part}/{sum(parts)}}}" for part in parts)
    pot = engine(total, f"fördelning: {{andel av: w}}\nutbetalning: [{lines}]", values)
    for award in pot.awards:
        exact = {f"{n:02d}": Fraction(award.amount.kr * part, sum(parts)) for n, part in enumerate(parts)}
        assert award.instalments == tuple(naive.one_krona_at_a_time(exact).values())
