"""What must hold for every allocation, whatever is drawn."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from overens.allocation.apportion import apportion
from overens.allocation.bounds import fill
from overens.allocation.describe import describe_rule
from overens.allocation.explain import explain
from overens.allocation.model import PotAllocation, State
from tests.builders import EN, SV, compute, divide, kronor_of, one_pot, regions, series
from tests.properties.strategies import CODES, TEST, figure, totals, weights

KEYS = st.sampled_from(
    [
        "{andel av: w}",
        "lika",
        "{fast belopp: 3 kr}",
        "{grundbelopp: 2 kr, resten: {andel av: w}}",
        "{blandning: [{vikt: 1/3, nyckel: lika}, {vikt: 2/3, nyckel: {andel av: w}}]}",
        "{lista: w}",
        "ej publicerad",
    ]
)
BOUNDS = st.sampled_from(
    ["", "gränser: {golv: 1 kr}\n", "gränser: {tak: 5 kr}\n", "gränser: {golv: 1 kr, tak: 900 kr}\n"]
)
ROUNDINGS = st.sampled_from(
    [
        "",
        "avrundning: närmaste\n",
        "avrundning: nedåt\n",
        "avrundning: {sätt: närmaste, resten till: '01'}\n",
        "avrundning: {sätt: nedåt, resten till: '01'}\n",
    ]
)
CONDITIONS = st.sampled_from(
    [
        "",
        "villkor: [{krav: x, uppfylls av: {utom: ['01']}}]\n",
        "villkor: [{krav: x, nyckeltal: w, minst: 5}]\n",
        "villkor: [{krav: x, uppfylls av: ej känt}]\n",
    ]
)
FATES = st.sampled_from(
    ["förfaller", "bonuspott", "delas av dem som uppfyller villkoren", "{blir: de bästa, antal: 2}", "ej funnet"]
)
PAYMENTS = st.sampled_from(
    [
        "",
        "utbetalning: [{}, {}]\n",
        "utbetalning: [{andel: 1/3}, {andel: 2/3}]\n",
        "utbetalning: [{andel: 1/3}, {andel: 2/3, villkor: [{krav: y, uppfylls av: {endast: ['01']}}]}]\n",
    ]
)


def pot_of(total: int, rule: str, values: dict[str, int]) -> PotAllocation:
    return divide(f"belopp: {total} kr\ntill: regioner\n{rule}", figure(values), register=regions(*sorted(values)))


@TEST
@given(totals, KEYS, BOUNDS, ROUNDINGS, CONDITIONS, FATES, PAYMENTS, weights())
def test_no_krona_is_lost_or_made(
    total: int, key: str, bounds: str, rounding: str, conditions: str, fate: str, payments: str, values: dict[str, int]
) -> None:
    if key in ("{fast belopp: 3 kr}", "{lista: w}") or not total:
        bounds = ""
    fates = f"ej intjänat: {fate}\n" if "villkor" in conditions + payments else ""
    rule = f"belopp: {total} kr\ntill: regioner\nfördelning: {key}\n{bounds}{rounding}{conditions}{payments}{fates}"
    allocation = compute(one_pot(rule), figure(values), register=regions(*sorted(values)))
    (pot,) = allocation.pots
    assert sum(award.amount.kr for award in pot.awards) + pot.lapsed_kr + pot.undistributed_kr == total
    assert all(award.amount.kr >= 0 for award in pot.awards)
    assert all(sum(award.instalments) == award.amount.kr for award in pot.awards if award.instalments)
    assert (pot.reason is None) == (pot.state is State.COMPUTED and not pot.undistributed_kr)
    for language in (SV, EN):
        assert describe_rule(pot.pot).say(language).endswith(".")
        for recipient in pot.recipients[:3]:
            assert all(step.text.say(language) for step in explain(allocation, pot, recipient).steps)


@TEST
@given(totals, weights())
def test_the_order_of_recipients_and_figures_is_of_no_account(total: int, values: dict[str, int]) -> None:
    rule = f"belopp: {total} kr\ntill: regioner\nfördelning: {{andel av: w}}"
    one = divide(rule, figure(values), register=regions(*values))
    other = divide(rule, figure(dict(reversed(values.items()))), register=regions(*reversed(list(values))))
    assert kronor_of(one) == kronor_of(other)


@TEST
@given(totals, weights(), st.integers(2, 10**6))
def test_only_the_proportions_of_the_weights_count(total: int, values: dict[str, int], times: int) -> None:
    assert apportion(total, values) == apportion(total, {code: value * times for code, value in values.items()})
    thousandths = {code: Fraction(value, 1000) for code, value in values.items()}
    assert apportion(total, values) == apportion(total, thousandths)


@TEST
@given(totals, weights())
def test_everyone_is_less_than_a_krona_from_the_exact_share(total: int, values: dict[str, int]) -> None:
    whole = sum(values.values())
    for code, kr in apportion(total, values).items():
        assert abs(kr - Fraction(total * values[code], whole)) < 1


@TEST
@given(totals, weights())
def test_within_one_pot_who_weighs_more_never_gets_less(total: int, values: dict[str, int]) -> None:
    kronor = apportion(total, values)
    for one in kronor:
        for other in kronor:
            if values[one] > values[other]:
                assert kronor[one] >= kronor[other]


@TEST
@given(totals, st.integers(1, 21), st.integers(1, 10**6))
def test_equal_weights_differ_by_a_krona_at_most_and_the_lowest_codes_come_first(
    total: int, n: int, weight: int
) -> None:
    kronor = apportion(total, dict.fromkeys(reversed(CODES[:n]), weight))
    each, over = divmod(total, n)
    assert kronor == {code: each + (place < over) for place, code in enumerate(CODES[:n])}


@TEST
@given(st.integers(0, 10**6), st.integers(1, 1000), weights())
def test_rounding_to_a_unit_gives_whole_units_and_keeps_less_than_one(
    units: int, unit: int, values: dict[str, int]
) -> None:
    total = units * unit + unit // 2
    kronor = apportion(total, values, unit)
    assert all(kr % unit == 0 for kr in kronor.values())
    assert 0 <= total - sum(kronor.values()) < unit


@TEST
@given(st.integers(1, 10**9), weights(), st.integers(1, 10**6), st.integers(0, 10**9))
def test_floors_and_caps_hold_for_everyone(total: int, values: dict[str, int], floor: int, more: int) -> None:
    floor = min(floor, total)
    pot = pot_of(total, f"fördelning: {{andel av: w}}\ngränser: {{golv: {floor} kr, tak: {floor + more} kr}}", values)
    assert (pot.state is State.NOT_COMPUTED) or all(floor <= kr <= floor + more for kr in kronor_of(pot).values())
    if floor * len(values) > total:
        assert pot.state is State.NOT_COMPUTED


@TEST
@given(st.integers(1, 10**9), weights(), st.integers(1, 10**6))
def test_whoever_is_above_the_floor_keeps_the_proportions(total: int, values: dict[str, int], floor: int) -> None:
    lowest = Fraction(min(floor, total // len(values)))
    wanted = {code: Fraction(value) for code, value in values.items()}
    shares = fill(Fraction(total), wanted, dict.fromkeys(wanted, lowest), {})
    assert sum(shares.values()) == total
    assert len({share / wanted[code] for code, share in shares.items() if share > lowest}) <= 1


@TEST
@given(totals, weights(), st.data())
def test_nearest_with_a_taker_sums_and_the_others_are_within_half_a_krona(
    total: int, values: dict[str, int], data: st.DataObject
) -> None:
    taker = data.draw(st.sampled_from(sorted(values)))
    rule = f"fördelning: {{andel av: w}}\navrundning: {{sätt: närmaste, resten till: '{taker}'}}"
    pot = pot_of(total, rule, values)
    kronor, whole = kronor_of(pot), sum(values.values())
    assert sum(kronor.values()) + pot.undistributed_kr == total
    assert kronor[taker] >= 0
    assert not pot.undistributed_kr or kronor[taker] == 0
    for code, kr in kronor.items():
        assert code == taker or abs(kr - Fraction(total * values[code], whole)) <= Fraction(1, 2)


@TEST
@given(st.integers(0, 10**9), weights(most=8))
def test_what_was_earned_empties_the_pot_when_the_rest_is_a_bonus(more: int, values: dict[str, int]) -> None:
    earned = sum(values.values())
    rule = f"belopp: {earned + more} kr\ntill: regioner\nprestation: {{intjänat: e}}\nej intjänat: "
    table, register = series("e", dict(values), unit="kr"), regions(*sorted(values))
    bonus = divide(rule + "bonuspott", table, register=register)
    lapses = divide(rule + "förfaller", table, register=register)
    assert sum(kronor_of(bonus).values()) == earned + more
    assert (sum(kronor_of(lapses).values()), lapses.lapsed_kr) == (earned, more)
    assert all(kronor_of(bonus)[code] >= kr for code, kr in kronor_of(lapses).items())
