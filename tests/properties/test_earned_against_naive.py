"""What outcomes earn: the engine and the naive one agree to the krona, whatever becomes of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from overens.allocation.model import PotAllocation, State
from overens.figures.model import Series
from tests.builders import divide, regions, series
from tests.properties import naive_earned as naive
from tests.properties.naive import by_weight
from tests.properties.strategies import CODES, TEST, figure

Values = dict[str, int]
MONTHS = 2
FATES = st.sampled_from(["förfaller", "bonuspott", "delas av dem som uppfyller villkoren", "de bästa", "ej funnet"])
SMALL = st.integers(0, 3)  # so that ties, and the same as before, are common


@st.composite
def places(draw: st.DrawFn) -> list[str]:
    return CODES[: draw(st.integers(1, 6))]


def drawn(draw: st.DrawFn, codes: list[str], values: st.SearchStrategy[int]) -> Values:
    return {code: draw(values) for code in codes}


@st.composite
def requirement(draw: st.DrawFn, codes: list[str], share: Fraction) -> naive.Wanted:
    now, before = ([drawn(draw, codes, SMALL) for _ in range(MONTHS)] for _ in range(2))
    steps = draw(st.sampled_from([(), ((1, Fraction(1, 2)), (2, Fraction(1))), ((2, Fraction(1, 3)),)]))
    return naive.Wanted(share, now, before, draw(st.none() | SMALL), draw(st.booleans()), steps)


@st.composite
def requirements(draw: st.DrawFn) -> tuple[Values, list[naive.Wanted]]:
    codes = draw(places())
    weights = drawn(draw, codes, st.integers(1, 10**6))
    parts = draw(st.lists(st.integers(1, 5), min_size=1, max_size=3))
    return weights, [draw(requirement(codes, Fraction(part, sum(parts)))) for part in parts]


def fate_words(fate: str, count: int) -> str:
    return f"{{blir: {fate}, antal: {count}, per invånare enligt: {{underlag: w}}}}" if fate == "de bästa" else fate


def written(wanted: list[naive.Wanted]) -> str:
    """Return the requirements as they stand in a file."""
    lines = []
    for n, one in enumerate(wanted):
        level = f"eller {'högst' if one.lower_is_better else 'minst'}: {one.level}, " if one.level is not None else ""
        steps = ", ".join(f"{{från: {start}, andel: {share}}}" for start, share in one.steps)
        graded = f", steg: [{steps.replace('andel: 1}', 'andel: 1/1}')}]" if one.steps else ""
        share = f"{one.share.numerator}/{one.share.denominator}"
        lines.append(
            f"    - {{nyckeltal: K{n}, utfall: k{n}, bättre än: samma månad 2022, {level}andel av potten: {share}{graded}}}"
        )
    return "\n".join(lines)


def months(name: str, year: int, values: list[Values], *, lower_is_better: bool = False) -> list[Series]:
    return [
        replace(series(name, dict(one), on=f"{year}-{n:02d}", unit="procent"), lower_is_better=lower_is_better)
        for n, one in enumerate(values, 1)
    ]


def allocated(
    total: int, weights: Values, wanted: list[naive.Wanted], fate: str, able: set[str], best: int
) -> PotAllocation:
    outcomes = [
        s
        for n, one in enumerate(wanted)
        for year, values in ((2022, one.before), (2023, one.now))
        for s in months(f"k{n}", year, list(values), lower_is_better=one.lower_is_better)
    ]
    shut_out = sorted(set(weights) - able)
    condition = f"villkor: [{{krav: x, uppfylls av: {{utom: {shut_out}}}}}]\n" if shut_out else ""
    rule = (
        f"belopp: {total} kr\ntill: regioner\nfördelning: {{andel av: w}}\n{condition}prestation:\n"
        f"  mäts: {{från: 2023-01, till: 2023-0{MONTHS}, varje: månad}}\n  krav:\n{written(wanted)}\n"
        f"ej intjänat: {fate_words(fate, best)}"
    )
    return divide(rule, figure(weights), *outcomes, register=regions(*sorted(weights)))


def kronor(pot: PotAllocation) -> Mapping[str, int]:
    assert pot.state is State.COMPUTED, pot.reason
    return {award.recipient.code: award.amount.kr for award in pot.awards}


def agrees(pot: PotAllocation, expected: naive.Outcome) -> None:
    assert kronor(pot) == expected.awarded
    assert (pot.lapsed_kr, pot.undistributed_kr) == (expected.lapsed, expected.left)


@TEST
@given(st.integers(0, 10**9), requirements(), FATES, st.integers(1, 4), st.sets(st.sampled_from(CODES[:6])))
def test_requirements(
    total: int, drawn_rule: tuple[Values, list[naive.Wanted]], fate: str, best: int, out: set[str]
) -> None:
    weights, wanted = drawn_rule
    able = set(weights) - out
    pot = allocated(total, weights, wanted, fate, able, best)
    agrees(pot, naive.by_requirements(total, weights, wanted, fate, able, best))


@st.composite
def acts(draw: st.DrawFn) -> tuple[Values, list[int], list[Values], list[Values]]:
    codes = draw(places())
    people = drawn(draw, codes, st.integers(1, 9))
    prices = draw(st.lists(st.integers(1, 1000), min_size=1, max_size=3))
    done, base = ([drawn(draw, codes, st.integers(0, 20)) for _ in prices] for _ in range(2))
    return people, prices, done, base


@TEST
@given(st.integers(0, 200_000), acts(), FATES, st.integers(1, 4), st.booleans())
def test_unit_prices(
    total: int,
    drawn_rule: tuple[Values, list[int], list[Values], list[Values]],
    fate: str,
    best: int,
    by_key: bool,  # drawn by hypothesis, which passes it by position
) -> None:
    people, prices, done, base = drawn_rule
    lines = "\n".join(
        f"    - {{vad: A{n}, pris: {price} kr, utfall: a{n}, utöver: {{underlag: b{n}}}}}"
        for n, price in enumerate(prices)
    )
    rule = (
        f"belopp: {total} kr\ntill: regioner\n{'fördelning: {andel av: w}' if by_key else ''}\nprestation:\n"
        f"  mäts: {{från: 2023-01, till: 2023-01}}\n  styckpriser:\n{lines}\nej intjänat: {fate_words(fate, best)}"
    )
    figures = [series(f"a{n}", dict(values), on="2023-01") for n, values in enumerate(done)]
    figures += [series(f"b{n}", dict(values)) for n, values in enumerate(base)]
    pot = divide(rule, figure(people), *figures, register=regions(*sorted(people)))
    caps = by_weight(total, people) if by_key else None
    expected = naive.by_prices(total, prices, done, base, caps, fate, people, best)
    if expected is None:
        assert pot.state is State.NOT_COMPUTED
        assert [one.path for one in pot.missing] == ["prestation/om potten inte räcker"]
    else:
        agrees(pot, expected)


# --- laws ---------------------------------------------------------------------------


@TEST
@given(st.integers(0, 10**9), requirements(), FATES, st.integers(1, 4))
def test_the_order_of_the_recipients_is_of_no_account(
    total: int, drawn_rule: tuple[Values, list[naive.Wanted]], fate: str, best: int
) -> None:
    weights, wanted = drawn_rule
    turned = dict(reversed(weights.items()))
    pots = [allocated(total, one, wanted, fate, set(weights), best) for one in (weights, turned)]
    assert kronor(pots[0]) == kronor(pots[1])


@TEST
@given(st.integers(0, 10**9), requirements(), st.sampled_from(["förfaller", "bonuspott"]), st.integers(2, 1000))
def test_only_the_proportions_of_the_key_count(
    total: int, drawn_rule: tuple[Values, list[naive.Wanted]], fate: str, times: int
) -> None:
    weights, wanted = drawn_rule
    more = {code: value * times for code, value in weights.items()}
    pots = [allocated(total, one, wanted, fate, set(weights), 1) for one in (weights, more)]
    assert kronor(pots[0]) == kronor(pots[1])


@TEST
@given(st.integers(0, 10**9), requirements(), st.data())
def test_whoever_meets_more_is_never_given_less_where_the_rest_lapses(
    total: int, drawn_rule: tuple[Values, list[naive.Wanted]], data: st.DataObject
) -> None:
    weights, wanted = drawn_rule
    who, month = data.draw(st.sampled_from(sorted(weights))), data.draw(st.integers(0, MONTHS - 1))
    one = data.draw(st.sampled_from(wanted))
    better = [dict(values) for values in one.now]
    better[month][who] += -3 if one.lower_is_better else 3
    mended = [replace(w, now=better) if w is one else w for w in wanted]
    before, after = (kronor(allocated(total, weights, w, "förfaller", set(weights), 1)) for w in (wanted, mended))
    assert after[who] >= before[who] - 1  # the krona of a remainder may go elsewhere
    assert all(abs(after[code] - before[code]) <= 1 for code in weights if code != who)


@TEST
@given(st.integers(0, 10**9), requirements())
def test_a_bonus_pot_is_emptied_as_soon_as_anyone_earned(
    total: int, drawn_rule: tuple[Values, list[naive.Wanted]]
) -> None:
    weights, wanted = drawn_rule
    pot = allocated(total, weights, wanted, "bonuspott", set(weights), 1)
    assert pot.base is not None
    assert pot.base.earnings is not None
    assert sum(kronor(pot).values()) == (total if pot.base.earnings.whole else 0)
