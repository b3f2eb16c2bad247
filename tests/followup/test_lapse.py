"""What must be asked for or done, with the kronor it concerns; and what is not found."""

from __future__ import annotations

import pytest

from overens.followup.model import EventKind
from overens.notice.stake import Stake, stake_words
from tests.builders import EN, plain_spaces
from tests.followup.asking import calendar_of

NEEDED = "rekvisition: {behov: krävs, senast: 2024-12-01}"
B = "b:\n  namn: B\n  belopp: {kr}\n  till: regioner\n  fördelning: {key}\n  källa: k\n{more}"


def lapsing(more: str = "", pot: str = "", pots: str = "") -> list[tuple[str, str, Stake]]:
    """Return when, whose and the kronor of everything that must be asked for or done."""
    return [(str(m.event.when), m.event.name, m.stake) for m in calendar_of(more, pot, pots=pots).may_lapse]


def test_a_requisition_concerns_every_pot_without_one_of_its_own() -> None:
    other = B.format(kr="600 kr", key="lika", more="  rekvisition: {behov: krävs, senast: 2024-10-01}")

    assert lapsing(NEEDED, pots=other) == [
        ("2024-10-01", "prov-2024/b", Stake(awarded_kr=200)),
        ("2024-12-01", "prov-2024", Stake(awarded_kr=100)),
    ]


def test_a_pot_that_needs_none_is_not_concerned() -> None:
    other = B.format(kr="600 kr", key="lika", more="  rekvisition: krävs inte")

    assert lapsing(NEEDED, pots=other) == [("2024-12-01", "prov-2024", Stake(awarded_kr=100))]


@pytest.mark.parametrize(
    ("kr", "key", "stake"),
    [
        ("600 kr", "lika", Stake(awarded_kr=300)),
        ("6 Mkr", "lika", Stake(awarded_kr=2_000_100, exact=False)),
        ("600 kr", "{ej publicerad: x}", Stake(awarded_kr=100, part_of_kr=600)),
        ("ej funnet", "{ej publicerad: x}", Stake(awarded_kr=100, unknown=1)),
    ],
)
def test_each_way_of_knowing_stands_apart(kr: str, key: str, stake: Stake) -> None:
    assert [found for _, _, found in lapsing(NEEDED, pots=B.format(kr=kr, key=key, more=""))] == [stake]


def test_a_ceiling_is_what_is_at_stake_where_a_condition_is_open() -> None:
    conditions = "villkor: [{krav: plan, uppfylls av: ej känt, senast: 2024-03-31}]\nej intjänat: förfaller"

    assert lapsing(pot=conditions) == [("2024-03-31", "prov-2024/a", Stake(at_most_kr=100))]


def test_a_condition_that_is_met_is_settled_and_one_that_is_not_stays() -> None:
    pot = "villkor: [{{krav: plan, uppfylls av: {who}, senast: 2024-03-31}}]\nej intjänat: förfaller"

    assert lapsing(pot=pot.format(who="alla")) == []
    assert [stake for _, _, stake in lapsing(pot=pot.format(who="{endast: ['03']}"))] == [Stake(awarded_kr=0)]


def test_what_others_must_do_and_repayments_are_not_in_it() -> None:
    more = """
    skyldigheter: [{vad: x, vem: SKR, senast: 2024-05-01, källa: k}]
    återbetalning: [{senast: 2025-03-31}]
    """

    assert lapsing(more) == []


def test_the_undated_come_last() -> None:
    more = NEEDED + "\nskyldigheter: [{vad: x, vem: regionerna, senast: ej funnet, källa: k}]"

    assert [when for when, _, _ in lapsing(more)] == ["2024-12-01", "ej funnet"]


@pytest.mark.parametrize(
    ("more", "pot", "expected"),
    [
        ("", "", [("a",)]),
        ("rekvisition: ej funnet", "", [("a",)]),
        ("rekvisition: krävs inte", "", []),
        ("rekvisition: krävs", "", []),
        ("", "utbetalning: [{datum: 2024-01-20, rekvisition: nej}]", []),
        ("", "utbetalning: [{datum: 2024-01-20}]", [("a",)]),
    ],
)
def test_whether_a_requisition_is_needed_may_be_not_found(more: str, pot: str, expected: list[tuple[str, ...]]) -> None:
    assert [gap.pots for gap in calendar_of(more, pot).need_not_found] == expected


@pytest.mark.parametrize(
    ("more", "pot", "kinds"),
    [
        ("", "", [(EventKind.PAYMENT, EventKind.REPAYMENT)]),
        ("", "utbetalning: [{datum: ej funnet}]", [(EventKind.REPAYMENT,)]),
        ("återbetalning: [{senast: 2025-03-31}]", "", [(EventKind.PAYMENT,)]),
        ("återbetalning: [{vad: rest från 2022, senast: 2025}]", "", [(EventKind.PAYMENT, EventKind.REPAYMENT)]),
        ("återbetalning: [{senast: 2025}]", "utbetalning: [{datum: 2024}]", []),
    ],
)
def test_gaps_name_pots_and_the_kinds_of_which_nothing_is_found(
    more: str, pot: str, kinds: list[tuple[EventKind, ...]]
) -> None:
    assert [gap.kinds for gap in calendar_of(more, pot).gaps] == kinds


@pytest.mark.parametrize(
    ("stake", "sv", "en"),
    [
        (Stake(awarded_kr=1500), "1 500 kr", "1 500 kr"),
        (Stake(awarded_kr=0), "0 kr", "0 kr"),
        (Stake(awarded_kr=1, exact=False, part_of_kr=9), "≈ 1 kr + del av 9 kr", "≈ 1 kr + part of 9 kr"),
        (
            Stake(at_most_kr=5, at_most_exact=False, part_of_kr=9, part_of_exact=False),
            "högst ≈ 5 kr + del av ≈ 9 kr",
            "at most ≈ 5 kr + part of ≈ 9 kr",
        ),
        (Stake(at_most_kr=5, at_least_kr=2), "högst 5 kr + minst 2 kr", "at most 5 kr + at least 2 kr"),
        (Stake(), "okänt belopp", "an unknown sum"),
        (Stake(awarded_kr=1, unknown=1), "1 kr + okänt belopp", "1 kr + an unknown sum"),
    ],
)
def test_kronor_in_words_never_say_zero_for_unknown(stake: Stake, sv: str, en: str) -> None:
    assert (plain_spaces(stake_words(stake).say()), plain_spaces(stake_words(stake).say(EN))) == (sv, en)
