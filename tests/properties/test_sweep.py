"""The sweep, in each of its forms, gives the krona that the engine gives, for agreements and scenarios as drawn."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from overens.agreement.model import Pot
from overens.agreement.rules import Fate
from overens.allocation.allocate import allocate
from overens.allocation.model import State
from overens.allocation.sweep.fits import why_too_large
from overens.allocation.sweep.from_pots import NotPlanned, plan_of
from overens.allocation.sweep.machine import Machine
from overens.allocation.sweep.plan import SweepPlan
from overens.figures.model import Snapshot
from overens.vocabulary.problems import blocking
from tests.builders import agreement_text, block, problems_in, read, regions, series
from tests.properties.strategies import weights
from tests.properties.sweeping import LONG, as_lists, fast, plain

# --- agreements as drawn, against the engine ----------------------------------------

amounts = st.one_of(st.integers(0, 60), st.integers(0, 10**7), st.integers(0, 10**10), st.just(2**48))
kronor = st.one_of(st.integers(0, 30), st.integers(0, 10**6))
shares_of_one = st.sampled_from([("1/2", "1/2"), ("1/3", "2/3"), ("0 %", "100 %"), ("15 %", "85 %")])


@st.composite
def keys(draw: st.DrawFn) -> str:
    one = draw(st.sampled_from(["share", "classes", "equal", "fixed", "base", "base on mix", "mix", "list"]))
    share, (first, second) = "{andel av: w}", draw(shares_of_one)
    mix = f"{{blandning: [{{vikt: {first}, nyckel: {{andel av: e}}}}, {{vikt: {second}, nyckel: {share}}}]}}"
    match one:
        case "share":
            return share
        case "classes":
            return "{andel av: w, vikter: {'01': '1,5', '03': 0}}"
        case "equal":
            return "lika"
        case "fixed":
            return f"{{fast belopp: {draw(st.integers(0, 3))} kr}}"
        case "base":
            return f"{{grundbelopp: {draw(st.integers(0, 5))} kr, resten: {share}}}"
        case "base on mix":
            return f"{{grundbelopp: {draw(st.integers(0, 5))} kr, resten: {mix}}}"
        case "mix":
            return mix
        case _:
            return "{lista: k}"


@st.composite
def rules(draw: st.DrawFn, codes: list[str]) -> str:
    rule = f"belopp: {draw(amounts)} kr\ntill: regioner\n"
    if draw(st.integers(0, 9)) == 0:
        return rule + f"prestation: {{intjänat: k}}\nej intjänat: {draw(FATES)}\n"
    key = draw(keys())
    rule += f"fördelning: {key}\n"
    floor, cap = draw(st.one_of(st.none(), kronor)), draw(st.one_of(st.none(), kronor, st.integers(0, 10**9)))
    if floor is not None and cap is not None:
        floor, cap = min(floor, cap), max(floor, cap)
    bounds = [f"golv: {floor} kr"] * (floor is not None) + [f"tak: {cap} kr"] * (cap is not None)
    if draw(st.integers(0, 4)) == 0:
        bounds = ["golv: {andel: 50 %, av: k}", "tak: {andel: 75 %, av: t}"][: draw(st.integers(1, 2))]
    bounded = bool(bounds) and draw(st.booleans()) and "fast" not in key and "lista" not in key
    rule += f"gränser: {{{', '.join(bounds)}}}\n" if bounded else ""
    rule += draw(rounding(codes, ["", ", till: 1 000 kr", ", till: 7 kr"] if not bounded else [""]))
    if draw(st.booleans()):
        rule += draw(conditions(codes)) + f"ej intjänat: {draw(FATES)}\n"
    return rule


FATES = st.sampled_from(["förfaller", "bonuspott", "delas av dem som uppfyller villkoren", "ej funnet"])


@st.composite
def rounding(draw: st.DrawFn, codes: list[str], units: list[str]) -> str:
    method = draw(st.sampled_from(["största rest", "största rest", "närmaste", "nedåt"]))
    unit = draw(st.sampled_from(units))
    taker = draw(st.sampled_from(["", f", resten till: '{codes[0]}'", f", resten till: '{codes[-1]}'"]))
    return f"avrundning: {{sätt: {method}{unit}{taker if method != 'största rest' else ''}}}\n"


@st.composite
def conditions(draw: st.DrawFn, codes: list[str]) -> str:
    met = draw(st.one_of(st.just([]), st.lists(st.sampled_from(codes), unique=True)))
    by = f"{{endast: [{', '.join(map(repr, met))}]}}" if met else draw(st.sampled_from(["alla", "ingen"]))
    return f"villkor: [{{krav: x, uppfylls av: {by}}}]\n"


@st.composite
def agreements(draw: st.DrawFn) -> tuple[str, Snapshot]:
    """Return an agreement of a few pots, and its figures."""
    w = draw(weights(least=2))
    codes = sorted(w)
    e, k, t = ({code: draw(st.integers(0, most)) for code in codes} for most in (500, 40, 10**5))
    figures = [series("w", dict(w)), series("e", {**e, codes[0]: 1}), series("k", dict(k)), series("t", dict(t))]
    pots = "".join(
        f"p{n}:\n  namn: P\n  källa: k\n{block(draw(rules(codes)), 2)}" for n in range(draw(st.integers(1, 3)))
    )
    return agreement_text(pots), Snapshot.of(regions(*codes), figures)


def is_shared_again(pot: Pot) -> bool:
    """Tell whether only the engine knows how the pot is shared: earned kronor, the rest to those who qualify."""
    return pot.performance is not None and pot.unearned is not None and pot.unearned.fate is Fate.STAYS_WHOLE


@LONG
@given(agreements())
def test_an_agreement_gives_the_krona_that_the_engine_gives(
    machine: Machine | None, drawn: tuple[str, Snapshot]
) -> None:
    text, figures = drawn
    assume(not blocking(problems_in(text)))
    agreement = read(text).agreement
    computed = allocate(agreement, figures)
    plan = plan_of(list(agreement.leaves()), figures)
    if isinstance(plan, NotPlanned):
        without = {path for path, _ in plan.reasons}
        computed_apart = {one.path for one in computed.pots if one.path in without and one.state is State.COMPUTED}
        assert computed_apart <= {path for path, pot in agreement.leaves() if is_shared_again(pot)}
        plan = plan_of([(path, pot) for path, pot in agreement.leaves() if path not in without], figures)
        assert isinstance(plan, SweepPlan)
    by_plain = plain(plan)
    for place, pot in enumerate(plan.pots):
        one = next(one for one in computed.pots if one.path == pot.path)
        kr = {award.recipient.code: award.amount.kr for award in one.awards}
        assert by_plain.awards_of(place, 0) == [kr.get(who.code, 0) for who in plan.recipients_of(place)]
        assert (by_plain.lapsed[0][place], by_plain.undistributed[0][place]) == (one.lapsed_kr, one.undistributed_kr)
        assert (by_plain.ended[0][place] == 0) == (one.state is State.COMPUTED)
    if why_too_large(plan) is None:
        assert as_lists(fast(plan, machine)) == as_lists(by_plain)
