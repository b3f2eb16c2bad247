"""`bilaga`: how many amounts equal the published table to the krona, and what that is worth."""

from __future__ import annotations

import pytest

from overens.allocation.model import AnnexComparison, Basis
from overens.figures.model import FigureKind, Series
from overens.vocabulary.money import Mark
from tests.builders import divide, series

W = series("w", {"01": 50, "03": 30, "04": 20}, origin=FigureKind.IMPLIED)
TABLE = series("t", {"01": 50, "03": 30, "04": 20}, unit="kr")


def compare(rule: str, *figures: Series, to: str = "regioner", amount: str = "100 kr") -> AnnexComparison:
    pot = divide(f"belopp: {amount}\ntill: {to}\n{rule}", *figures)
    assert pot.annex is not None
    return pot.annex


SHARE = "fördelning: {andel av: w}\nbilaga: t"


def test_amounts_that_are_all_equal() -> None:
    annex = compare(SHARE, W, TABLE)
    assert (annex.table, annex.equal, annex.of, annex.basis) == ("t", 3, 3, Basis.INDEPENDENT)
    assert (annex.deviations, annex.not_published, annex.published_total_kr) == ((), (), 100)


def test_every_deviation_is_named_with_the_reason_the_file_gives() -> None:
    table = series("t", {"01": 51, "03": 29, "04": 20}, unit="kr")
    rule = "fördelning: {andel av: w}\nbilaga: {tabell: t, per: 2023, avvikelser: [{kod: '03', skäl: avrundat nedåt}]}"
    annex = compare(rule, W, table)
    assert (annex.equal, annex.of) == (1, 3)
    assert [(d.recipient.code, d.published_kr, d.computed_kr, d.reason) for d in annex.deviations] == [
        ("01", 51, 50, None),
        ("03", 29, 30, "avrundat nedåt"),
    ]


def test_an_amount_that_is_not_published_is_not_counted() -> None:
    annex = compare(SHARE, W, series("t", {"01": 50, "03": None}, unit="kr"))
    assert (annex.equal, annex.of, annex.published_total_kr) == (1, 1, 50)
    assert [recipient.code for recipient in annex.not_published] == ["03", "04"]


def test_who_got_nothing_by_the_rule_and_nothing_in_the_table_is_equal() -> None:
    rule = SHARE + "\nvillkor: [{krav: x, uppfylls av: {utom: ['04']}}]\nej intjänat: förfaller"
    annex = compare(rule, W, series("t", {"01": 50, "03": 30, "04": 0}, unit="kr"))
    assert (annex.equal, annex.of) == (3, 3)


def test_who_got_something_in_the_table_and_nothing_by_the_rule_deviates() -> None:
    rule = SHARE + "\nvillkor: [{krav: x, uppfylls av: {utom: ['04']}}]\nej intjänat: förfaller"
    (deviation,) = compare(rule, W, TABLE).deviations
    assert (deviation.recipient.code, deviation.published_kr, deviation.computed_kr) == ("04", 20, 0)


def test_an_amount_published_for_somebody_the_pot_does_not_go_to_deviates_too() -> None:
    annex = compare(
        "fördelning: lika\nbilaga: t",
        series("t", {"01": 50, "03": 50, "04": 7}, unit="kr"),
        to="{grupp: regioner, utom: ['04']}",
    )
    assert (annex.equal, annex.of) == (2, 3)
    assert [(d.recipient.code, d.published_kr, d.computed_kr) for d in annex.deviations] == [("04", 7, 0)]


# --- what it is worth ---------------------------------------------------------------


def test_a_figure_solved_back_from_the_table_shows_consistency_only() -> None:
    solved = series("w", {"01": 5, "03": 3, "04": 2}, derived_from=["u", "t"])
    assert compare(SHARE, solved, TABLE).basis is Basis.SAME_TABLE


def test_a_figure_solved_back_from_another_table_is_independent() -> None:
    assert (
        compare(SHARE, series("w", {"01": 5, "03": 3, "04": 2}, derived_from=["u"]), TABLE).basis is Basis.INDEPENDENT
    )


def test_one_figure_of_several_solved_back_is_enough() -> None:
    solved = series("v", {"01": 1, "03": 1, "04": 1}, derived_from=["t"])
    rule = "fördelning: {andel av: w, delat med: {underlag: v}}\nbilaga: t"
    assert compare(rule, W, solved, TABLE).basis is Basis.SAME_TABLE


@pytest.mark.parametrize(
    "key",
    [
        "{lista: t}",
        "{blandning: [{vikt: 1/2, nyckel: {lista: half}}, {vikt: 1/2, nyckel: {lista: t}}]}",
        "{grundbelopp: 0 kr, resten: {lista: t}}",
        "{lista: copy}",
    ],
)
def test_the_table_as_its_own_key_shows_nothing_under_whatever_name(key: str) -> None:
    half = series("half", {"01": 25, "03": 15, "04": 10}, unit="kr")
    copy = series("copy", dict(TABLE.values), unit="kr")
    assert compare(f"fördelning: {key}\nbilaga: t", TABLE, half, copy).basis is Basis.LIST


@pytest.mark.parametrize("key", ["{andel av: t}", "{andel av: copy}"])
def test_shares_of_the_table_itself_show_nothing_either(key: str) -> None:
    copy = series("copy", dict(TABLE.values), unit="kr")
    assert compare(f"fördelning: {key}\nbilaga: t", TABLE, copy).basis is Basis.LIST


def test_what_was_earned_given_by_the_table_itself_shows_nothing_either() -> None:
    rule = "prestation: {intjänat: t}\nej intjänat: förfaller\nbilaga: t"
    assert compare(rule, TABLE).basis is Basis.LIST


def test_an_award_that_the_published_table_confirms_is_verified() -> None:
    table = series("t", {"01": 50, "03": 29}, unit="kr")
    pot = divide(f"belopp: 100 kr\ntill: regioner\n{SHARE}", W, table)
    assert [award.amount.mark for award in pot.awards] == [Mark.VERIFIED, Mark.COMPUTED, Mark.COMPUTED]
