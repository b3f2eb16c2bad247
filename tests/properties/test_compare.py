"""What must hold for every comparison, whatever pots are drawn: the causes sum to the difference, and back is minus there."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from overens.scenario.compare import Comparison, line_for
from overens.vocabulary.problems import blocking
from tests.builders import agreement_text, one_pot, problems_in, regions, series
from tests.properties.strategies import TEST
from tests.properties.test_laws import BOUNDS, CONDITIONS, FATES, PAYMENTS, ROUNDINGS
from tests.scenario.sides import of_year, texts_compared

CODES = ("01", "03", "04", "05")
FIGURES = (
    series("w", {"01": 5, "03": 3, "04": 2, "05": 0}, on="2022"),
    series("w", {"01": 4, "03": 4, "04": 2, "05": 7}, on="2023"),
    series("l", {"01": 9, "03": 1, "04": 2, "05": 8}, on="2023"),
)
KEYS = st.sampled_from(
    [
        "{andel av: w, per: 2022}",
        "{andel av: w, per: 2023}",
        "lika",
        "{fast belopp: 3 kr}",
        "{grundbelopp: 2 kr, resten: {andel av: w, per: 2023}}",
        "{blandning: [{vikt: 1/3, nyckel: lika}, {vikt: 2/3, nyckel: {andel av: w, per: 2022}}]}",
        "{lista: l, per: 2023}",
    ]
)
TO = st.sampled_from(["regioner", "{grupp: regioner, utom: ['05']}", "{grupp: regioner, endast: ['03', '04', '05']}"])


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Return the lines of a rule that a file may hold, whether it then can be divided or not."""
    condition = draw(CONDITIONS).replace("nyckeltal: w", "nyckeltal: w, per: 2022")
    payments = draw(PAYMENTS)
    fate = f"ej intjänat: {draw(FATES)}\n" if condition or "villkor" in payments else ""
    lines = [f"belopp: {draw(st.integers(0, 3000))} kr", f"till: {draw(TO)}", f"fördelning: {draw(KEYS)}", ""]
    rule = "\n".join(lines) + draw(BOUNDS) + draw(ROUNDINGS) + condition + fate + payments
    assume(not blocking(problems_in(one_pot(rule))))
    return rule


pots = st.dictionaries(st.sampled_from("abc"), rules(), min_size=1, max_size=2)


def text(drawn: dict[str, str], year: int) -> str:
    lines = [
        f"{name}:\n  namn: {name}\n  källa: k\n  " + rule.strip().replace("\n", "\n  ") for name, rule in drawn.items()
    ]
    return of_year(agreement_text("\n".join(lines)), year)


def compared(before: dict[str, str], after: dict[str, str]) -> Comparison:
    return texts_compared([text(before, 2023)], [text(after, 2024)], *FIGURES, register=regions(*CODES))


def differences(found: Comparison) -> dict[str, dict[str, int]]:
    """Return pot -> code -> what it gets more, for every pot that is compared."""
    return {
        change.pair.name.split("/")[1]: {
            who[1]: change.after_kr(who) - change.before_kr(who) for who in change.recipients
        }
        for change in found.changes
    }


@TEST
@given(pots, pots)
def test_the_causes_of_everyone_sum_to_its_difference_and_those_of_all_to_the_whole(
    before: dict[str, str], after: dict[str, str]
) -> None:
    for change in compared(before, after).changes:
        lines = [line_for(change, who) for who in change.recipients]
        whole = line_for(change, None)
        assert all(sum(line.causes.values()) == line.after_kr - line.before_kr for line in lines)
        assert sum(line.difference_kr for line in lines) == whole.difference_kr == sum(whole.causes.values())
        for cause, kr in whole.causes.items():
            assert sum(line.causes.get(cause, 0) for line in lines) == kr


@TEST
@given(pots)
def test_nothing_differs_from_itself(one: dict[str, str]) -> None:
    assert [change.effects for change in compared(one, one).changes if change.effects] == []


@TEST
@given(pots, pots)
def test_back_is_minus_there(before: dict[str, str], after: dict[str, str]) -> None:
    there, back = compared(before, after), compared(after, before)

    assert differences(there) == {
        pot: {code: -kr for code, kr in of_pot.items()} for pot, of_pot in differences(back).items()
    }
    assert len(there.not_computed) == len(back.not_computed)


@TEST
@given(rules(), st.integers(0, 3000))
def test_where_only_the_amount_differs_only_the_amount_is_the_cause(rule: str, kr: int) -> None:
    other = "\n".join([f"belopp: {kr} kr", *rule.split("\n")[1:]])
    assume(not blocking(problems_in(one_pot(other))))
    for change in compared({"a": rule}, {"a": other}).changes:
        assert {effect.cause.name for effect in change.effects} <= {"ENVELOPE"}
