"""The agreement's total stays: what one pot gets more, others to the same kind of recipients give, in proportion."""

from __future__ import annotations

import pytest

from tests.builders import agreement_text
from tests.scenario.trying import refused, scenario, tried

AGREEMENT = agreement_text(
    """\
    a: {namn: A, belopp: 100 kr, till: regioner, fördelning: lika, källa: k}
    b: {namn: B, belopp: 60 kr, till: regioner, fördelning: lika, källa: k}
    c: {namn: C, belopp: 30 kr, till: regioner, fördelning: lika, källa: k}
    d: {namn: D, belopp: 10 kr, till: SKR, källa: k}
    """,
    total="200 kr",
)


@pytest.mark.parametrize(
    ("change", "more", "after"),
    [
        ("{i: a, belopp: 130 kr}", "", [130, 40, 20, 10]),
        ("{i: a, belopp: 101 kr}", "", [101, 59, 30, 10]),
        ("{i: a, belopp: 70 kr}", "", [70, 80, 40, 10]),
        ("{i: a, belopp: 190 kr}", "", [190, 0, 0, 10]),
        ("{i: a, belopp: 130 kr}", "tas från: c", [130, 60, 0, 10]),
        ("{i: a, belopp: 70 kr}", "tas från: b", [70, 90, 30, 10]),
        ("{i: a, gränser: {golv: 1 kr}}", "", [100, 60, 30, 10]),
    ],
)
def test_the_total_stays(change: str, more: str, after: list[int]) -> None:
    made, pots = tried(AGREEMENT, scenario(f"- {change}", f"samma summa: ja\n{more}"))
    assert [pot.after.amount.kr for pot in pots if pot.after.amount] == after
    assert [one.is_lock for one in made] == [False, True]
    assert bool(made[1].edits) == (after[0] != 100)
    agreement = made[-1].stage.written["prov-2024"].agreement
    assert str(agreement.total) == "200\u00a0kr"


def test_what_moves_between_changed_pots_needs_nothing_more() -> None:
    made, _ = tried(AGREEMENT, scenario("- {i: a, belopp: 90 kr}\n- {i: b, belopp: 70 kr}", "samma summa: ja"))
    assert made[-1].edits == ()


@pytest.mark.parametrize(
    ("change", "more", "what"),
    [
        ("{i: a, belopp: 191 kr}", "", "Summan kan inte hållas: det saknas 1 kr i b, c."),
        ("{i: d, belopp: 11 kr}", "", "Summan kan inte hållas: 1 kr ska flyttas, och ingen annan pott till SKR"),
        ("{i: a, belopp: 131 kr}", "tas från: c", "Summan kan inte hållas: det saknas 1 kr i c."),
        ("{i: a, belopp: 101 kr}", "tas från: a", "Det går inte att ta från 'a': scenariot ändrar dess belopp."),
        ("{i: a, belopp: 101 kr}", "tas från: d", "Det går inte att ta från 'd': den går till andra mottagare."),
        ("{i: a, belopp: 101 kr}", "tas från: bb", "Potten 'bb' finns inte i prov-2024. Menade du 'b'?"),
    ],
)
def test_a_total_that_cannot_stay_says_how_much_is_missing(change: str, more: str, what: str) -> None:
    lines = refused(AGREEMENT, scenario(f"- {change}", f"samma summa: ja\n{more}"))
    assert [what in line for line in lines] == [True]
    assert lines[0].startswith("s.yaml:5:14: ")
