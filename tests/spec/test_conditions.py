"""`villkor` and `ej intjänat`: who meets a condition, and what becomes of the money of those who do not."""

from __future__ import annotations

import pytest

from overens.allocation.model import PotAllocation
from tests.builders import EN, divide, kronor_of, series, why_not

W = series("w", {"01": 50, "03": 30, "04": 20})
LEVEL = series("n", {"01": "69.9", "03": 70, "04": "80.5"})

FATES = {
    "förfaller": "förfaller",
    "bonus": "bonuspott",
    "whole": "delas av dem som uppfyller villkoren",
    "best": "{blir: de bästa, antal: 2}",
    "unknown": "ej funnet",
}


def conditional(
    met: str, fate: str, amount: str = "100 kr", key: str = "{andel av: w}", more: str = ""
) -> PotAllocation:
    return divide(
        f"belopp: {amount}\ntill: regioner\nfördelning: {key}\n"
        f"villkor: [{{krav: plan inlämnad, {met}}}]\nej intjänat: {FATES[fate]}\n{more}",
        W,
        LEVEL,
    )


def result(pot: PotAllocation) -> tuple[dict[str, int], int, int]:
    """Return the awards, what lapsed, and what is undistributed."""
    return kronor_of(pot), pot.lapsed_kr, pot.undistributed_kr


ALL = {"01": 50, "03": 30, "04": 20}


@pytest.mark.parametrize("fate", FATES)
@pytest.mark.parametrize("met", ["uppfylls av: alla", "nyckeltal: n, per: 2023, minst: 1"])
def test_a_condition_that_all_meet_changes_nothing(met: str, fate: str) -> None:
    assert result(conditional(met, fate)) == (ALL, 0, 0)


@pytest.mark.parametrize(
    ("fate", "expected"),
    [
        ("förfaller", ({"01": 50, "03": 30}, 20, 0)),
        ("bonus", ({"01": 63, "03": 37}, 0, 0)),  # 62,5 and 37,5: equal remainders, the lowest code first
        ("whole", ({"01": 63, "03": 37}, 0, 0)),
        ("unknown", ({"01": 50, "03": 30}, 0, 20)),
    ],
)
@pytest.mark.parametrize(
    "met",
    ["uppfylls av: {utom: ['04']}", "uppfylls av: {endast: ['01', '03']}", "nyckeltal: n, per: 2023, högst: 75"],
)
def test_what_one_did_not_earn_goes_where_the_file_says(
    met: str, fate: str, expected: tuple[dict[str, int], int, int]
) -> None:
    assert result(conditional(met, fate)) == expected


@pytest.mark.parametrize(
    ("fate", "expected"),
    [("förfaller", ({}, 100, 0)), ("bonus", ({}, 0, 100)), ("whole", ({}, 0, 100)), ("unknown", ({}, 0, 100))],
)
@pytest.mark.parametrize("met", ["uppfylls av: ingen", "nyckeltal: n, per: 2023, minst: 99"])
def test_when_nobody_meets_it_nobody_gets_anything(
    met: str, fate: str, expected: tuple[dict[str, int], int, int]
) -> None:
    assert result(conditional(met, fate)) == expected


def test_who_is_best_does_not_follow_from_a_condition_and_it_says_so() -> None:
    pot = conditional("uppfylls av: {utom: ['04']}", "best")
    assert why_not(pot) == "vilka som är bäst framgår inte av villkor som bara är uppfyllda eller inte"
    assert why_not(pot, EN) == "who is best does not follow from conditions that are only met or not"
    assert (pot.ceilings, pot.least_if_met) == ({}, {"01": 50, "03": 30})
    assert pot.undistributed_kr == 100


@pytest.mark.parametrize("fate", FATES)
def test_when_it_is_not_known_who_meets_it_a_share_is_the_most_or_the_least(fate: str) -> None:
    pot = conditional("uppfylls av: ej känt", fate)
    assert why_not(pot) == "det är inte känt vilka som uppfyller villkoret 'plan inlämnad'"
    assert why_not(pot, EN) == "it is not known who meets the condition 'plan inlämnad'"
    shared_again = fate in {"bonus", "whole", "best"}
    assert (pot.ceilings, pot.least_if_met) == (({}, ALL) if shared_again else (ALL, {}))


@pytest.mark.parametrize("fate", ["förfaller", "unknown", "bonus", "whole"])
@pytest.mark.parametrize("met", [["01"], ["04"], ["01", "03"], ["03", "04"], ["01", "03", "04"]])
@pytest.mark.parametrize("more", ["", "avrundning: {till: 10 kr}", "gränser: {golv: 25 kr}", "gränser: {tak: 35 kr}"])
def test_whoever_turns_out_to_meet_it_gets_what_was_said_before(fate: str, met: list[str], more: str) -> None:
    before = conditional("uppfylls av: ej känt", fate, "101 kr", more=more)
    after = kronor_of(conditional(f"uppfylls av: {{endast: {met}}}", fate, "101 kr", more=more))
    assert {**before.ceilings, **before.least_if_met}.keys() == ALL.keys()
    for code in met:
        assert before.least_if_met.get(code, 0) <= after[code] <= before.ceilings.get(code, 101)


def test_the_least_is_rounded_down_since_a_remainder_may_go_elsewhere() -> None:
    pot = conditional("uppfylls av: ej känt", "whole", "101 kr")
    assert pot.least_if_met == {"01": 50, "03": 30, "04": 20}
    assert conditional("uppfylls av: ej känt", "unknown", "101 kr").ceilings == {"01": 51, "03": 30, "04": 20}


def test_with_performance_too_a_share_is_neither_the_most_nor_the_least() -> None:
    pot = conditional("uppfylls av: ej känt", "bonus", more="prestation: ej funnet")
    assert (pot.ceilings, pot.least_if_met) == ({}, {})


@pytest.mark.parametrize(
    ("limit", "met"),
    [
        ("minst: 70", {"03", "04"}),
        ("minst: '69,9'", {"01", "03", "04"}),
        ("minst: 80", {"04"}),
        ("högst: 70", {"01", "03"}),
        ("högst: '69,9'", {"01"}),
        ("minst: 70, högst: 75", {"03"}),
        ("minst: 81", set()),
        ("minst: 70 %", {"03", "04"}),
    ],
)
def test_a_threshold_is_met_at_its_value_exactly(limit: str, met: set[str]) -> None:
    pot = conditional(f"nyckeltal: n, per: 2023, {limit}", "förfaller")
    assert kronor_of(pot) == {code: kr for code, kr in ALL.items() if code in met}
    assert pot.lapsed_kr == 100 - sum(ALL[code] for code in met)


def test_a_threshold_needs_its_figure() -> None:
    assert why_not(conditional("nyckeltal: n, per: 2022, minst: 1", "förfaller")) == "underlaget 'n' per 2022 saknas"


def test_all_conditions_must_be_met() -> None:
    rule = (
        "belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\nej intjänat: förfaller\nvillkor:\n"
        "  - {krav: x, uppfylls av: {utom: ['03']}}\n  - {krav: y, nyckeltal: n, minst: 70}\n"
    )
    assert result(divide(rule, W, LEVEL)) == ({"04": 20}, 80, 0)


# --- ceilings, earned, bonus, withheld ----------------------------------------------


def test_every_award_says_ceiling_earned_bonus_and_withheld() -> None:
    (first, _) = conditional("uppfylls av: {utom: ['04']}", "bonus").awards
    assert (first.ceiling_kr, first.earned_kr, first.bonus_kr, first.withheld_kr) == (50, 50, 13, 0)
    (first, _) = conditional("uppfylls av: {utom: ['04']}", "förfaller").awards
    assert (first.ceiling_kr, first.earned_kr, first.bonus_kr, first.withheld_kr) == (50, 50, 0, 0)


def test_who_does_not_qualify_is_not_in_the_table_but_is_still_a_recipient() -> None:
    pot = conditional("uppfylls av: {utom: ['04']}", "förfaller")
    assert [award.recipient.code for award in pot.awards] == ["01", "03"]
    assert [recipient.code for recipient in pot.recipients] == ["01", "03", "04"]


def test_the_pot_stays_whole_although_the_figures_of_the_others_are_not_known() -> None:
    some = series("w", {"01": 1, "03": 3})
    rule = (
        "belopp: 100 kr\ntill: regioner\nfördelning: {andel av: w}\n"
        "villkor: [{krav: x, uppfylls av: {endast: ['01', '03']}}]\nej intjänat: delas av dem som uppfyller villkoren"
    )
    assert kronor_of(divide(rule, some)) == {"01": 25, "03": 75}


# --- with the other parts of the rule -----------------------------------------------


def test_rounding_to_units_and_a_bonus_pot() -> None:
    pot = conditional("uppfylls av: {utom: ['04']}", "bonus", "1 000 kr", more="avrundning: {till: 100 kr}")
    assert result(pot) == ({"01": 600, "03": 400}, 0, 0)


def test_the_whole_pot_to_those_who_qualify_keeps_floor_and_cap() -> None:
    pot = conditional("uppfylls av: {utom: ['04']}", "whole", more="gränser: {tak: 55 kr}")
    assert result(pot) == ({"01": 55, "03": 45}, 0, 0)


def test_a_bonus_never_lifts_anyone_above_the_cap() -> None:
    pot = conditional("uppfylls av: {utom: ['04']}", "bonus", key="lika", amount="90 kr", more="gränser: {tak: 40 kr}")
    assert result(pot) == ({"01": 40, "03": 40}, 0, 10)


def test_the_bonus_pot_is_what_was_not_earned_not_what_the_rule_never_gave() -> None:
    pot = conditional("uppfylls av: {utom: ['04']}", "bonus", key="{fast belopp: 10 kr}")
    assert result(pot) == ({"01": 15, "03": 15}, 0, 70)


@pytest.mark.parametrize(
    ("fate", "expected"), [("förfaller", ({}, 100, 0)), ("unknown", ({}, 0, 100)), ("bonus", ({}, 0, 100))]
)
def test_a_single_recipient_must_meet_the_condition_too(fate: str, expected: tuple[dict[str, int], int, int]) -> None:
    rule = f"belopp: 100 kr\ntill: SKR\nvillkor: [{{krav: x, uppfylls av: {{}}}}]\nej intjänat: {FATES[fate]}"
    assert result(divide(rule.replace("{}", "alla"))) == ({"SKR": 100}, 0, 0)
    assert result(divide(rule.replace("{}", "ingen"))) == expected


def test_a_single_recipient_that_may_not_have_met_the_condition_is_not_computed() -> None:
    rule = "belopp: 100 kr\ntill: SKR\nvillkor: [{krav: x, uppfylls av: ej känt}]\nej intjänat: förfaller"
    assert why_not(divide(rule)) == "det är inte känt vilka som uppfyller villkoret 'x'"
