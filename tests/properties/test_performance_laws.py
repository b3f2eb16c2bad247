"""What must hold for every pot that is paid by performance, whatever stands beside it: nothing falls, no krona is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from overens.allocation.describe import describe_rule
from overens.allocation.explain import explain
from overens.allocation.model import State
from overens.figures.model import Series
from overens.vocabulary.problems import blocking
from tests.builders import EN, SV, compute, one_pot, problems_in, regions, series
from tests.properties.strategies import CODES, TEST

MONTHS = "  mäts: {från: 2023-01, till: 2023-02, varje: månad}\n"
WHOLE = "  mäts: {från: 2023-01, till: 2023-02}\n"
BETTER = "bättre än: samma månad 2022"
STEPS = "steg: [{från: 1, andel: 1/3}, {från: 2, andel: 100 %}]"
SHORT = "  om potten inte räcker: minskas i proportion\n"
PERFORMANCES = st.sampled_from(
    [
        f"{MONTHS}  krav: [{{nyckeltal: A, utfall: x, {BETTER}, andel av potten: 1/3}}, "
        f"{{nyckeltal: B, utfall: y, {BETTER}, eller minst: 2, andel av potten: 2/3, {STEPS}}}]\n",
        f"{WHOLE}  krav: [{{nyckeltal: A, utfall: n, eller minst: 3, andel av potten: 1/1}}]\n",
        f"{MONTHS}  krav: [{{nyckeltal: A, utfall: x, eller minst: ej publicerat, andel av potten: 1/1}}]\n",
        f"{MONTHS}  trappa: A\n  utfall: x\n  {BETTER}\n  {STEPS}\n",
        f"{MONTHS}  styckpriser: [{{vad: A, pris: 3 kr, utfall: n, {BETTER}}}, {{vad: B, pris: 7 kr, utfall: m}}]\n",
        f"{WHOLE}{SHORT}  styckpriser: [{{vad: A, pris: 3 kr, utfall: n, utöver: {{underlag: w}}, andel av potten: 1/2}},"
        " {vad: B, pris: 7 kr, utfall: m, andel av potten: 1/2}]\n  tak: {underlag: w}\n",
        f"{WHOLE}{SHORT}  högst antal i riket: 5\n  tak: {{underlag: w}}\n  styckpriser: [{{vad: A, pris: 3 kr, utfall: n}}]\n",
        f"{MONTHS}{SHORT}  stegtabell: A\n  utfall: n\n  {BETTER}\n  steg: [{{från: 1, belopp: 5 kr}}, {{från: 3, belopp: 90 kr}}]\n",
        f"{MONTHS}  efter volym: A\n  utfall: n\n",
        f"{WHOLE}  efter volym: A\n  utfall: n\n  {BETTER}\n",
        "  nivåer: [{nivå: God, andel: 1/3, nådd av: {utom: ['03']}}, {nivå: Bäst, andel: 1/1, nådd av: {endast: ['01']}}]\n",
        f"{SHORT}  nivåer: [{{nivå: God, belopp: 7 kr, nådd av: alla}}, {{nivå: Bäst, belopp: 90 kr, nådd av: ingen}}]\n",
        "  intjänat: w\n",
        "  ej funnet: x\n",
    ]
)
KEYS = st.sampled_from(
    [
        "",
        "fördelning: {andel av: w}\n",
        "fördelning: lika\n",
        "fördelning: {fast belopp: 3 kr}\n",
        "fördelning: {grundbelopp: 2 kr, resten: {andel av: w}}\n",
        "fördelning: {lista: w}\n",
        "fördelning: ej publicerad\n",
    ]
)
BOUNDS = st.sampled_from(
    ["", "gränser: {golv: 1 kr}\n", "gränser: {tak: 5 kr}\n", "gränser: {golv: 1 kr, tak: 90 kr}\n"]
)
ROUNDINGS = st.sampled_from(
    [
        "",
        "avrundning: närmaste\n",
        "avrundning: nedåt\n",
        "avrundning: {sätt: närmaste, resten till: '01'}\n",
        "avrundning: {sätt: nedåt, resten till: '03'}\n",
        "avrundning: {sätt: största rest, till: 10 kr}\n",
    ]
)
CONDITIONS = st.sampled_from(
    [
        "",
        "villkor: [{krav: p, uppfylls av: {utom: ['01']}}]\n",
        "villkor: [{krav: p, uppfylls av: ingen}]\n",
        "villkor: [{krav: p, nyckeltal: w, minst: 5}]\n",
        "villkor: [{krav: p, uppfylls av: ej känt}]\n",
    ]
)
PAYMENTS = st.sampled_from(
    [
        "",
        "utbetalning: [{andel: 1/3}, {andel: 2/3}]\n",
        "utbetalning: [{andel: 1/3}, {andel: 2/3, villkor: [{krav: q, uppfylls av: {endast: ['01']}}]}]\n",
        "utbetalning: [{andel: 1/3}, {andel: 2/3, villkor: [{krav: q, nyckeltal: w, minst: 5}]}]\n",
    ]
)
FATES = st.sampled_from(
    [
        "förfaller",
        "bonuspott",
        "delas av dem som uppfyller villkoren",
        "{blir: de bästa, antal: 2, per invånare enligt: {underlag: p}}",
        "ej funnet",
    ]
)
VALUES = st.integers(0, 4)


@st.composite
def figures(draw: st.DrawFn) -> tuple[list[str], list[Series]]:
    codes = CODES[: draw(st.integers(1, 4))]
    found = [
        series(name, {code: draw(VALUES) for code in codes}, on=on, unit=unit)
        for name, unit in (("x", "procent"), ("y", "procent"), ("n", "antal"), ("m", "antal"))
        for on in ("2022-01", "2022-02", "2023-01", "2023-02")
    ]
    weights = {code: draw(st.integers(0, 9)) for code in codes}
    weights[codes[0]] += 1
    found.append(series("w", dict(weights), unit="kr"))
    found.append(series("p", {code: draw(st.integers(1, 9)) for code in codes}))
    return codes, list(found)


@settings(TEST, max_examples=400)
@given(
    st.integers(0, 300), PERFORMANCES, KEYS, BOUNDS, ROUNDINGS, CONDITIONS, PAYMENTS, FATES, figures(), st.booleans()
)
def test_no_krona_is_lost_or_made(
    total: int,
    performance: str,
    key: str,
    bounds: str,
    rounding: str,
    conditions: str,
    payments: str,
    fate: str,
    drawn: tuple[list[str], list[Series]],
    open_ended: bool,  # drawn by hypothesis, which passes it by position
) -> None:
    codes, found = drawn
    amount = "belopp: ej funnet\nöppen ram: ja\n" if open_ended else f"belopp: {total} kr\n"
    rule = (
        f"{amount}till: regioner\n{key}{bounds}{rounding}{conditions}{payments}prestation:\n{performance}"
        f"ej intjänat: {fate}\n"
    )
    if blocking(problems_in(one_pot(rule))):
        return
    allocation = compute(one_pot(rule), *found, register=regions(*codes))
    (pot,) = allocation.pots
    if pot.amount is not None:
        assert pot.awarded_kr + pot.lapsed_kr + pot.undistributed_kr == pot.amount.kr
    assert pot.lapsed_kr >= 0
    assert pot.undistributed_kr >= 0 or "närmaste" in rounding
    for award in pot.awards:
        assert min(award.amount.kr, award.earned_kr, award.bonus_kr, award.withheld_kr) >= 0
        assert sum(award.instalments) == award.amount.kr or not award.instalments
        assert award.amount.low is None or award.amount.low <= award.amount.kr
    assert (pot.reason is None) == (pot.state is State.COMPUTED and not pot.undistributed_kr)
    for language in (SV, EN):
        assert describe_rule(pot.pot).say(language)
        for recipient in pot.recipients[:2]:
            assert all(step.text.say(language) for step in explain(allocation, pot, recipient).steps)
