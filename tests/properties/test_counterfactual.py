"""Laws of what might have been: nothing is made or lost, the nearest way is enough and nothing nearer is."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from overens.allocation.model import PotAllocation, State
from overens.figures.model import Series, Snapshot
from overens.scenario.bonus import bonus_from, bonus_to, missed_by
from overens.scenario.counterfactual import HadReached, counterfactual, had_reached
from overens.scenario.outcome_change import ReachedOutcome
from overens.scenario.progress import progress_of
from overens.vocabulary.recipients import Recipient
from tests.builders import ABC, divide, series

CODES = ("01", "03", "04")
MONTHS = ("2023-01", "2023-02")
FATES = (
    "förfaller",
    "bonuspott",
    "ej funnet",
    "delas av dem som uppfyller villkoren",
    "{blir: de bästa, antal: 2, per invånare enligt: {underlag: w}}",
)
values = st.tuples(*[st.integers(0, 100)] * 3)
REQUIREMENTS = (
    "{nyckeltal: X, utfall: x, bättre än: samma månad 2022, andel av potten: 2/3}",
    "{nyckeltal: X, utfall: x, bättre än: samma månad 2022, eller minst: 70, andel av potten: 2/3}",
    "{nyckeltal: X, utfall: x, eller minst: 70, andel av potten: 2/3}",
    "{nyckeltal: X, utfall: x, bättre än: samma månad 2022, andel av potten: 2/3,"
    " steg: [{från: 1, andel: 20 %}, {från: 7, andel: 100 %}]}",
)
OTHER = "{nyckeltal: Y, utfall: y, eller minst: 50, andel av potten: 1/3}"


@st.composite
def pots(draw: st.DrawFn) -> tuple[PotAllocation, Snapshot]:
    """Draw a pot of two requirements in two months, with its figures."""
    weights = draw(st.tuples(*[st.integers(1, 1000)] * 3))
    figures: list[Series] = [series("w", dict(zip(CODES, weights, strict=True)))]
    for name, month in [("x", "2022-01"), ("x", "2022-02"), *((name, m) for name in "xy" for m in MONTHS)]:
        row = draw(values)
        figures.append(series(name, dict(zip(CODES, row, strict=True)), on=month, unit="procent"))
    amount, fate, requirement = (
        draw(st.integers(0, 10**7)),
        draw(st.sampled_from(FATES)),
        draw(st.sampled_from(REQUIREMENTS)),
    )
    text = (
        f"belopp: {amount} kr\ntill: regioner\nfördelning: {{andel av: w}}\n"
        "prestation:\n  mäts: {från: 2023-01, till: 2023-02, varje: månad}\n"
        f"  krav: [{requirement}, {OTHER}]\nej intjänat: {fate}\n"
    )
    return divide(text, *figures), Snapshot.of(ABC, figures)


def kronor(pot: PotAllocation, code: str) -> int:
    """Return what one gets."""
    return sum(award.amount.kr for award in pot.awards if award.recipient.code == code)


@given(
    pots(),
    st.sampled_from(ABC.regions),
    st.lists(st.tuples(st.sampled_from("xy"), st.sampled_from(MONTHS), st.integers(0, 100)), min_size=1, max_size=3),
)
def test_what_one_gains_all_others_the_lapsed_and_the_undistributed_lose(
    drawn: tuple[PotAllocation, Snapshot], who: Recipient, reached: list[tuple[str, str, int]]
) -> None:
    pot, figures = drawn
    assert pot.state is State.COMPUTED
    what = had_reached(pot, who, [ReachedOutcome(name, month, Fraction(n)) for name, month, n in reached], figures)
    assert isinstance(what, HadReached)
    moved = sum(kronor(what.after, code) - kronor(pot, code) for code in CODES)
    assert moved == what.mine_kr + what.others_kr
    assert moved + what.lapsed_kr + what.undistributed_kr == 0


@given(pots(), st.sampled_from(ABC.regions))
def test_the_nearest_way_is_enough_and_nothing_nearer_is(drawn: tuple[PotAllocation, Snapshot], who: Recipient) -> None:
    pot, figures = drawn
    for result in counterfactual(pot, who, figures).requirements:
        for missed in result.missed:
            if missed.route is None:
                continue
            route, cell = missed.route, missed.cell
            assert earned(pot, figures, who.code, result.outcome, cell.period, route.value) == cell.earned + route.worth
            halfway = cell.value + (route.target - cell.value) * Fraction(99, 100)
            assert earned(pot, figures, who.code, result.outcome, cell.period, halfway) == cell.earned


def earned(pot: PotAllocation, figures: Snapshot, code: str, outcome: str, period: str, value: Fraction) -> Fraction:
    """Return what one earns of a requirement in a period, had its outcome been another."""
    region = next(one for one in ABC.regions if one.code == code)
    what = had_reached(pot, region, [ReachedOutcome(outcome, period, value)], figures)
    assert isinstance(what, HadReached)
    assert what.after.base is not None
    assert what.after.base.earnings is not None
    n = "xy".index(outcome)
    return sum((c.earned for c in what.after.base.earnings.of(code, n) if c.period == period), Fraction(0))


@given(pots())
def test_each_bonus_is_of_somebodys_misses_to_the_krona(drawn: tuple[PotAllocation, Snapshot]) -> None:
    pot, _ = drawn
    for award in pot.awards:
        given_by = bonus_to(pot, award.recipient.code)
        assert sum(given_by.values()) == (award.bonus_kr if missed_by(pot) else 0)
        assert all(kr > 0 and missed_by(pot).get(giver, 0) > 0 for giver, kr in given_by.items())
    for giver in CODES:
        others = {code: bonus_to(pot, code).get(giver, 0) for code in CODES if code != giver}
        assert bonus_from(pot, giver) == {code: kr for code, kr in others.items() if kr}


@given(pots())
def test_so_far_is_what_the_same_months_are_in_the_whole(drawn: tuple[PotAllocation, Snapshot]) -> None:
    pot, figures = drawn
    whole = progress_of(pot, figures)
    short = Snapshot.of(ABC, [one for key, one in figures.series.items() if key.measured_on != "2023-02"])
    not_yet = PotAllocation(
        pot.path,
        pot.pot,
        State.NOT_COMPUTED,
        pot.amount,
        undistributed_kr=pot.amount.kr if pot.amount else 0,
        recipients=pot.recipients,
    )
    part = progress_of(not_yet, short)
    assert whole is not None
    assert part is not None
    assert part.counted == ("2023-01",)
    assert [c for c in part.cells if c.period == "2023-01"] == [c for c in whole.cells if c.period == "2023-01"]
