"""The same rules, figures and arguments have the same hashes; whatever changes an amount changes them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from overens.allocation.model import Award
from overens.allocation.run_record import RunRecord, record_run
from overens.figures.model import Series
from tests.builders import block, compute, one_pot, regions, series, shipped_agreements, shipped_allocation
from tests.properties.strategies import TEST, figure, weights

W = series("w", {"01": 5, "03": 3, "04": 2})
RULE = "belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\n"


def run_of(rule: str = RULE, *figures: Series, on: str | None = None) -> RunRecord:
    return record_run(compute(one_pot(rule), *(figures or (W,)), on=on))


def test_the_same_run_has_the_same_hashes() -> None:
    assert run_of() == run_of()


@TEST
@given(weights(), st.integers(1, 10**12))
def test_one_krona_more_is_another_rule_and_another_result(values: dict[str, int], total: int) -> None:
    register = regions(*sorted(values))
    one, other = (
        record_run(compute(one_pot(RULE.replace("100 kr", f"{kr} kr")), figure(values), register=register))
        for kr in (total, total + 1)
    )
    assert one.rules != other.rules
    assert one.result != other.result
    assert (one.figures, one.arguments) == (other.figures, other.arguments)


@TEST
@given(weights(least=2), st.data())
def test_one_changed_value_is_another_figure(values: dict[str, int], data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(sorted(values)))
    register = regions(*sorted(values))
    one, other = (
        record_run(compute(one_pot(RULE), figure(drawn), register=register))
        for drawn in (values, {**values, code: values[code] + 1})
    )
    assert one.figures != other.figures
    assert (one.rules, one.arguments) == (other.rules, other.arguments)


def test_layout_comments_and_the_order_of_values_are_of_no_account() -> None:
    laid_out = block("""
        # en anmärkning
        fördelning:
            andel av: "w"
        till: {grupp: regioner}
        belopp: 100 kronor
        """)
    backwards = series("w", {"04": 2, "03": 3, "01": 5})
    assert run_of(laid_out, backwards) == run_of()


def test_a_figure_that_is_not_used_is_of_no_account() -> None:
    assert run_of(RULE, W, series("v", {"01": 1})) == run_of()


def test_a_figure_that_decides_a_condition_or_a_bound_is_a_figure_of_the_run() -> None:
    level, other_level = series("n", {"01": 1, "03": 1, "04": 1}), series("n", {"01": 1, "03": 1, "04": 2})
    condition = RULE + "villkor: [{krav: x, nyckeltal: n, minst: 1}]\nej intjänat: förfaller"
    bound = RULE + "gränser: {golv: {andel: 1/2, av: n}}"
    for rule in (condition, bound):
        assert run_of(rule, W, level).figures != run_of(rule, W, other_level).figures
        assert run_of(rule, W, level).figures != run_of(RULE, W).figures


def test_the_day_is_an_argument() -> None:
    one, other = run_of(on="2024-01-01"), run_of(on="2024-01-02")
    assert one.arguments != other.arguments
    assert one.result == other.result


def test_an_amount_known_less_sharply_is_another_result() -> None:
    assert run_of(RULE.replace("100 kr", "100 tkr")).result != run_of(RULE.replace("100 kr", "100 000 kr")).result


def test_a_condition_that_one_misses_is_another_result() -> None:
    met = "villkor: [{{krav: x, uppfylls av: {}}}]\nej intjänat: förfaller"
    one, other = run_of(RULE + met.format("alla")), run_of(RULE + met.format("{utom: ['04']}"))
    assert one.rules != other.rules
    assert one.result != other.result


def test_every_shipped_agreement_has_rules_of_its_own() -> None:
    runs = [record_run(shipped_allocation(name)) for name in shipped_agreements()]
    assert len({run.rules for run in runs}) == len(runs)
    assert all(len(value) == 64 for run in runs for value in (run.rules, run.figures, run.arguments, run.result))


def test_two_shipped_runs_have_the_same_result_only_if_they_give_the_same_to_the_same() -> None:
    """As when a pot of the same name gives one recipient 16 Mkr in two years."""
    results = {}
    for name in shipped_agreements():
        allocation = shipped_allocation(name)
        given = [
            (pot.path, pot.state, pot.lapsed_kr, pot.undistributed_kr, [_given(award) for award in pot.awards])
            for pot in allocation.pots
        ]
        results[name] = (record_run(allocation).result, repr(given))
    hashes, contents = ({result[n] for result in results.values()} for n in (0, 1))
    assert len(hashes) == len(contents) == len(set(results.values()))


def _given(award: Award) -> tuple[object, ...]:
    who, amount = award.recipient, award.amount
    return who.kind, who.code, amount.kr, amount.low, amount.high, award.instalments
