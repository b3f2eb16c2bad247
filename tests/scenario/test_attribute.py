"""A pot before and after in, what each cause gives and takes out: one cause at a time, then several."""

from __future__ import annotations

import pytest

from overens.figures.model import Series, Snapshot
from overens.scenario.attribute import Cause, attribute
from overens.scenario.compare import line_for
from overens.vocabulary.recipients import Recipient, Register
from tests.builders import ABC, EN, MUNICIPALITY, one_pot, regions, series
from tests.scenario.sides import effects, rules_compared, side, words

OLD = series("w", {"01": 5, "03": 3, "04": 2}, on="2022")
NEW = series("w", {"01": 4, "03": 4, "04": 2}, on="2023")
OTHER = series("v", {"01": 1, "03": 1, "04": 2}, on="2023")

BY_OLD = "till: regioner\nfördelning: {andel av: w, per: 2022}\n"
BY_NEW = "till: regioner\nfördelning: {andel av: w, per: 2023}\n"


def amount(kr: int) -> str:
    return f"belopp: {kr} kr\n"


# --- each cause alone ---------------------------------------------------------------


def test_nothing_changed() -> None:
    assert effects(rules_compared(amount(1000) + BY_OLD, amount(1000) + BY_OLD, OLD)) == {}


def test_the_amount() -> None:
    change = rules_compared(amount(1000) + BY_OLD, amount(1500) + BY_OLD, OLD)

    assert effects(change) == {Cause.ENVELOPE: {"01": 250, "03": 150, "04": 100}}
    assert words(change) == ["beloppet (1 000 kr → 1 500 kr)"]


def test_the_figure_of_another_date() -> None:
    change = rules_compared(amount(1000) + BY_OLD, amount(1000) + BY_NEW, OLD, NEW)

    assert effects(change) == {Cause.FIGURE: {"01": -100, "03": 100}}
    assert words(change) == ["underlaget (2022 → 2023)"]


def test_what_only_moves_between_recipients_is_no_nothing() -> None:
    line = line_for(rules_compared(amount(1000) + BY_OLD, amount(1000) + BY_NEW, OLD, NEW), None)

    assert (line.difference_kr, line.causes, line.moved_kr) == (0, {Cause.FIGURE: 0}, {Cause.FIGURE: 100})


def test_one_that_is_not_touched_has_no_cause() -> None:
    change = rules_compared(amount(1000) + BY_OLD, amount(1000) + BY_NEW, OLD, NEW)

    (who,) = [one for one in change.recipients if one[1] == "04"]
    assert line_for(change, who).causes == {}


def test_the_table_of_another_year_is_another_date_of_the_figure() -> None:
    tables = (series("tabell-2023", {"01": 3, "03": 1}), series("tabell-2024", {"01": 1, "03": 1}))
    before = "belopp: 400 kr\ntill: {grupp: regioner, endast: ['01', '03']}\nfördelning: {andel av: tabell-2023}\n"
    change = rules_compared(before, before.replace("tabell-2023", "tabell-2024"), *tables)

    assert effects(change) == {Cause.FIGURE: {"01": -100, "03": 100}}
    assert words(change) == ["underlaget (tabell-2023 → tabell-2024)"]


def test_the_key() -> None:
    change = rules_compared(amount(1000) + BY_OLD, amount(1000) + BY_NEW.replace("w", "v"), OLD, OTHER)

    assert effects(change) == {Cause.RULE: {"01": -250, "03": -50, "04": 300}}
    assert words(change) == ["regeln (efter w per 2022 → efter v per 2023)"]


def test_a_weight_that_looks_like_a_year_is_a_weight() -> None:
    before = (
        "belopp: 40000 kr\ntill: regioner\nfördelning: {andel av: w, per: 2022, vikter: {'01': 2000, '03': 2000}}\n"
    )

    change = rules_compared(before, before.replace("'01': 2000", "'01': 1999"), OLD)

    assert set(effects(change)) == {Cause.RULE}


def test_the_floor() -> None:
    bounded = "gränser: {golv: 300 kr}\n"
    change = rules_compared(amount(1000) + BY_OLD, amount(1000) + BY_OLD + bounded, OLD)

    assert sum(effects(change)[Cause.RULE].values()) == 0
    assert effects(change)[Cause.RULE]["04"] == 100
    assert words(change) == ["golv eller tak"]
    assert words(change, EN) == ["floor or cap"]


def test_the_rounding() -> None:
    thirds = "till: regioner\nfördelning: lika\n"
    change = rules_compared(amount(1000) + thirds, amount(1000) + thirds + "avrundning: nedåt\n")

    assert effects(change) == {Cause.RULE: {"01": -1}}
    assert words(change) == ["avrundningen"]


def test_the_outcome_of_a_condition() -> None:
    condition = "villkor: [{krav: x, uppfylls av: {utom: ['01']}}]\nej intjänat: förfaller\n"
    everyone = "villkor: [{krav: x, uppfylls av: alla}]\nej intjänat: förfaller\n"
    change = rules_compared(amount(1000) + BY_OLD + everyone, amount(1000) + BY_OLD + condition, OLD)

    assert effects(change) == {Cause.PERFORMANCE: {"01": -500}}
    assert words(change) == ["villkor och prestation"]


def test_the_earned_table() -> None:
    earned = (series("e", {"01": 100, "03": 200, "04": 0}, on="2022"), series("e", {"01": 50, "03": 250, "04": 10}))
    before = amount(1000) + "till: regioner\nprestation: {intjänat: e, per: 2022}\nej intjänat: förfaller\n"
    change = rules_compared(before, before.replace("2022", "2023"), *earned)

    assert effects(change) == {Cause.PERFORMANCE: {"01": -50, "03": 50, "04": 10}}


def test_what_is_said_of_a_rule_is_no_part_of_it() -> None:
    said = BY_OLD.replace("per: 2022", "per: 2022, härlett: ur tabellen")

    assert effects(rules_compared(amount(1000) + BY_OLD, amount(1000) + said, OLD)) == {}


def test_the_dates_of_payments_move_no_kronor() -> None:
    paid = "utbetalning: [{datum: 2024-03-01}]\n"

    assert effects(rules_compared(amount(1000) + BY_OLD, amount(1000) + BY_OLD + paid, OLD)) == {}


# --- where one cause hides another --------------------------------------------------


def test_a_list_fixes_the_kronor_so_the_amount_is_no_cause() -> None:
    lists = (series("l", {"01": 600, "03": 300, "04": 100}, on="2022"), series("l", {"01": 500, "03": 500, "04": 500}))
    before = "belopp: 1000 kr\ntill: regioner\nfördelning: {lista: l, per: 2022}\n"
    change = rules_compared(before, before.replace("1000", "1500").replace("per: 2022", "per: 2023"), *lists)

    assert effects(change) == {Cause.FIGURE: {"01": -100, "03": 200, "04": 400}}


def test_a_list_in_a_mix_fixes_the_kronor_too() -> None:
    table = series("l", {"01": 600, "03": 300, "04": 100}, on="2022")
    mix = "{blandning: [{vikt: 1/2, nyckel: lika}, {vikt: 1/2, nyckel: {lista: l, per: 2022}}]}"
    before = f"belopp: 1000 kr\ntill: regioner\nfördelning: {mix}\n"

    change = rules_compared(before, amount(1000) + BY_OLD, table, OLD)

    assert set(effects(change)) == {Cause.RULE}


def test_floors_above_the_new_amount_are_told_together_with_it() -> None:
    floor = "gränser: {golv: 300 kr}\n"
    lower = "gränser: {golv: 100 kr}\n"
    change = rules_compared(amount(1000) + BY_OLD + floor, amount(500) + BY_OLD + lower, OLD)

    (effect,) = change.effects
    assert (effect.cause, effect.together) == (Cause.RULE, (Cause.ENVELOPE,))
    assert sum(effect.kr.values()) == -500
    assert words(change) == ["beloppet (1 000 kr → 500 kr) tillsammans med golv eller tak"]
    assert words(change, EN) == ["the amount (1 000 kr → 500 kr) together with floor or cap"]


def test_a_step_with_a_figure_that_is_not_there_is_told_together_with_the_next() -> None:
    municipal = series("w", {"0180": 1, "0380": 3}, on="2023", kind=MUNICIPALITY)
    change = rules_compared(
        amount(1000) + BY_OLD,
        amount(1000) + BY_NEW.replace("regioner", "kommuner"),
        OLD,
        municipal,
        register=both(),
    )

    (effect,) = change.effects
    assert (effect.cause, effect.together) == (Cause.RULE, (Cause.FIGURE,))


# --- several at once ----------------------------------------------------------------


def test_amount_figure_rule_and_performance_by_hand() -> None:
    """1 000 kr by the old figures, to 2 000 kr by the new, at least 500 kr each, and 04 meets no condition.

    Amount: 2 000 by 5-3-2 is 1000-600-400: +500 +300 +200. Figures: 4-4-2 is 800-800-400: −200 +200 0.
    Floor 500: 04 is lifted to 500 and the others share 1500 by halves: −50 −50 +100. Condition: 04 loses 500.
    """
    after = amount(2000) + BY_NEW + "gränser: {golv: 500 kr}\n"
    after += "villkor: [{krav: x, uppfylls av: {utom: ['04']}}]\nej intjänat: förfaller\n"
    change = rules_compared(amount(1000) + BY_OLD, after, OLD, NEW)

    assert effects(change) == {
        Cause.ENVELOPE: {"01": 500, "03": 300, "04": 200},
        Cause.FIGURE: {"01": -200, "03": 200},
        Cause.RULE: {"01": -50, "03": -50, "04": 100},
        Cause.PERFORMANCE: {"04": -500},
    }


def test_a_base_amount_and_a_new_figure_by_hand() -> None:
    """Before: 100 each + 700 by 5-3-2 = 450-310-240. Amount 1 300: 100 each + 1 000 = 600-400-300. New figures: 500-500-300."""
    base = "till: regioner\nfördelning: {grundbelopp: 100 kr, resten: {andel av: w, per: 2022}}\n"
    change = rules_compared(amount(1000) + base, amount(1300) + base.replace("2022", "2023"), OLD, NEW)

    assert effects(change) == {
        Cause.ENVELOPE: {"01": 150, "03": 90, "04": 60},
        Cause.FIGURE: {"01": -100, "03": 100},
    }


def test_key_floor_and_rounding_are_all_named() -> None:
    after = amount(1000) + "till: regioner\nfördelning: lika\ngränser: {golv: 10 kr}\navrundning: nedåt\n"

    (said,) = words(rules_compared(amount(1000) + BY_OLD, after, OLD))

    assert said.startswith("regeln (")
    assert said.endswith(", golv eller tak, avrundningen")


# --- other recipients ---------------------------------------------------------------


def both() -> Register:
    """Return a register of three regions and two municipalities."""
    municipal = tuple(Recipient(MUNICIPALITY, code, f"K {code}", code, code[:2]) for code in ("0180", "0380"))
    return Register(regions("01", "03", "04").regions, municipal, ())


def test_other_recipients_lose_all_and_gain_all_by_the_rule() -> None:
    municipal = series("w", {"0180": 1, "0380": 3}, on="2022", kind=MUNICIPALITY)
    after = BY_OLD.replace("regioner", "kommuner")
    change = rules_compared(amount(1000) + BY_OLD, amount(1000) + after, OLD, municipal, register=both())

    assert effects(change) == {Cause.RULE: {"01": -500, "03": -300, "04": -200, "0180": 250, "0380": 750}}
    assert words(change) == ["mottagarna"]


@pytest.mark.parametrize(
    ("before", "after", "gone"), [("['01', '03']", "['01']", "03"), ("['01']", "['01', '04']", "04")]
)
def test_one_more_or_one_less_recipient(before: str, after: str, gone: str) -> None:
    rule = "belopp: 100 kr\ntill: {{grupp: regioner, endast: {}}}\nfördelning: lika\n"
    change = rules_compared(rule.format(before), rule.format(after), register=ABC)

    assert set(effects(change)) == {Cause.RULE}
    assert abs(effects(change)[Cause.RULE][gone]) == 50


# --- outcomes -----------------------------------------------------------------------

EARNED = (
    BY_OLD
    + "prestation:\n  mäts: {från: 2024, till: 2024}\n"
    + "  krav: [{nyckeltal: X, utfall: x, eller minst: 70, andel av potten: 1/1}]\nej intjänat: bonuspott\n"
)


def measured(*values: int) -> Series:
    return series("x", dict(zip(("01", "03", "04"), values, strict=True)), on="2024", unit="procent")


def test_other_outcomes_of_the_same_rule_are_performance() -> None:
    text = one_pot(amount(1000) + EARNED)
    before, after = (side(text, OLD, measured(*values)).pots[0] for values in ((70, 70, 0), (70, 0, 0)))
    (effect,) = attribute(before, after, Snapshot.of(ABC, [OLD, measured(70, 0, 0)]))

    assert effect.cause is Cause.PERFORMANCE
    assert {code: kr for (_, code), kr in effect.kr.items()} == {"01": 375, "03": -375}


def test_another_key_beside_other_outcomes_is_not_called_performance_alone() -> None:
    text = one_pot(amount(1000) + EARNED)
    mended = series("w", {"01": 4, "03": 4, "04": 2}, on="2022")
    before, after = (side(text, w, measured(70, 70, 70)).pots[0] for w in (OLD, mended))
    (effect,) = attribute(before, after, Snapshot.of(ABC, [mended, measured(70, 70, 70)]))

    assert effect.cause is Cause.FIGURE
