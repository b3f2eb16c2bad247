"""A notice: sums by certainty that are never 0 for unknown, each part with status, rule and source."""

from __future__ import annotations

import pytest

from overens.notice.compose import Notice, compose_notice
from overens.notice.rows import rows_for
from overens.notice.stake import Stake
from overens.notice.standing import Standing
from tests.builders import ABC, agreement_text, compute

POT = "{id}:\n  namn: {id}\n  källa: k\n  till: regioner\n  belopp: 300 kr\n  {rule}\n"
CERTAIN = POT.format(id="c", rule="fördelning: lika")
INFERRED = POT.format(id="i", rule="fördelning: {lika: lika, härlett: antaget}")
OPEN = POT.format(id="o", rule="fördelning: {ej publicerad: x}")
TO_EARN = POT.format(
    id="e", rule="fördelning: lika\n  ej intjänat: förfaller\n  villkor: [{krav: v, uppfylls av: ej känt}]"
)


def notice_of(*pots: str, shared: str = "") -> Notice:
    """Return the notice of region 01."""
    who = ABC.regions[0]
    rows = list(rows_for([compute(agreement_text("".join(pots)))], who))
    return compose_notice([r for r in rows if r.pot.id != shared], [r for r in rows if r.pot.id == shared], who, 2024)


@pytest.mark.parametrize(
    ("pot", "standing", "stake"),
    [
        (CERTAIN, Standing.CERTAIN, Stake(awarded_kr=100)),
        (INFERRED, Standing.INFERRED, Stake(awarded_kr=100)),
        (OPEN, Standing.NOT_COMPUTED, Stake(part_of_kr=300)),
        (TO_EARN, Standing.TO_EARN, Stake(at_most_kr=100)),
    ],
)
def test_a_part_stands_in_one_sum_and_the_other_sums_are_none(pot: str, standing: Standing, stake: Stake) -> None:
    notice = notice_of(pot)

    assert {one: notice.sum_of(one) for one in Standing} == {
        one: stake if one is standing else None for one in Standing
    }


def test_every_part_is_in_just_one_sum() -> None:
    notice = notice_of(CERTAIN, INFERRED, OPEN, TO_EARN)

    assert [len(notice.of(standing)) for standing in Standing] == [1, 1, 1, 1, 0]


def test_what_the_county_shares_is_a_part_and_never_an_award() -> None:
    notice = notice_of(CERTAIN, INFERRED, shared="i")

    assert notice.sum_of(Standing.SHARED) == Stake(part_of_kr=100)
    assert notice.sum_of(Standing.CERTAIN) == Stake(awarded_kr=100)


def test_a_part_has_the_pots_status_else_the_agreements_and_says_why() -> None:
    own = CERTAIN.replace("  belopp", "  status: aviserad\n  belopp")
    (announced, decided) = notice_of(own, INFERRED).parts

    assert (announced.status.value, decided.status.value) == ("aviserad", "beslutad")
    assert announced.why.say() == "Till regionerna lika mycket till var och en."
    assert [source.title for source in announced.sources] == ["Källan"]


def test_the_run_changes_with_the_rules_and_only_with_them() -> None:
    assert notice_of(CERTAIN).run == notice_of(CERTAIN).run
    assert notice_of(CERTAIN).run.rules != notice_of(INFERRED).run.rules


def test_a_place_without_grants_has_a_notice_without_parts() -> None:
    notice = compose_notice([], [], ABC.regions[0], 1999)

    assert (notice.parts, notice.agreements) == ((), ())
    assert {notice.sum_of(standing) for standing in Standing} == {None}
