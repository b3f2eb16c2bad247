"""A change put into what was written: whole parts, values deep in the rule, what is taken away, and sums above."""

from __future__ import annotations

import pytest

from overens.vocabulary.money import Mark
from tests.builders import agreement_text
from tests.scenario.trying import awards, effects, refused, scenario, tried

BASE = """\
a:
  namn: A
  belopp: 100 kr
  till: regioner
  fördelning: {andel av: befolkning, per: 2023}
  källa: k
b:
  namn: B
  belopp: 60 kr
  till: {grupp: regioner, utom: ["04"]}
  fördelning: lika
  villkor:
    - {krav: plan, uppfylls av: alla, källa: k}
    - {krav: rapport, uppfylls av: alla, källa: k}
  ej intjänat: förfaller
  källa: k
c: {namn: C, belopp: 40 kr, till: SKR, källa: k}
"""
AGREEMENT = agreement_text(BASE, total="200 kr")


@pytest.mark.parametrize(
    ("change", "pot", "after"),
    [
        ("{i: a, belopp: 200 kr}", 0, {"01": 100, "03": 60, "04": 40}),
        ("{i: a, värde: belopp, blir: 200 kr}", 0, {"01": 100, "03": 60, "04": 40}),
        ("{i: a, fördelning: {andel av: befolkning, per: 2024}}", 0, {"01": 40, "03": 40, "04": 20}),
        ("{i: a, värde: fördelning/per, blir: 2024}", 0, {"01": 40, "03": 40, "04": 20}),
        ("{i: a, fördelning: lika}", 0, {"01": 34, "03": 33, "04": 33}),
        ("{i: a, gränser: {golv: 30 kr}}", 0, {"01": 40, "03": 30, "04": 30}),
        ("{i: a, värde: gränser/tak, blir: 45 kr}", 0, {"01": 45, "03": 33, "04": 22}),
        ("{i: a, värde: till/endast, blir: ['01', '03']}", 0, {"01": 63, "03": 37}),
        ("{i: a, värde: avrundning/till, blir: 10 kr}", 0, {"01": 50, "03": 30, "04": 20}),
        ("{i: a, avrundning: {sätt: närmaste}}", 0, {"01": 50, "03": 30, "04": 20}),
        ("{i: b, värde: till/utom, blir: ['01']}", 1, {"03": 30, "04": 30}),
        ("{i: b, tas bort: till/utom}", 1, {"01": 20, "03": 20, "04": 20}),
        ("{i: b, värde: villkor/2/uppfylls av/utom, blir: ['01']}", 1, {"03": 30}),
        ("{i: b, värde: villkor/rapport/uppfylls av/endast, blir: ['01']}", 1, {"01": 30}),
        ("{i: prov-2024/c, belopp: 50 kr}", 2, {"SKR": 50}),
    ],
)
def test_a_change_is_made(change: str, pot: int, after: dict[str, int]) -> None:
    _, pots = tried(AGREEMENT, scenario(f"- {change}"))
    assert awards(pots[pot]) == after
    assert [one.is_compared and any(one.effects) for one in pots].count(True) == (
        1 if effects(pots[pot]) != [{}] else 0
    )


def test_several_parts_of_a_pot_are_one_step() -> None:
    made, pots = tried(AGREEMENT, scenario("- {i: a, belopp: 90 kr, fördelning: lika}"))
    assert [edit.at for edit in made[0].edits] == ["belopp", "fördelning"]
    assert effects(pots[0]) == [{"01": -20, "04": 10}]


def test_a_condition_is_taken_away_by_its_number_and_the_last_with_its_list() -> None:
    both = "- {i: b, tas bort: [villkor/2, villkor/1, ej intjänat]}"
    made, pots = tried(AGREEMENT, scenario(both))
    assert (made[0].stage.written["prov-2024"].agreement.pots["b"].conditions, awards(pots[1])) == (
        (),
        {"01": 30, "03": 30},
    )


def test_sums_above_and_payments_follow_an_amount_and_it_is_marked_as_assumed() -> None:
    nested = agreement_text(
        """\
        g:
          namn: G
          belopp: 100 kr
          källa: k
          potter:
            a:
              namn: A
              belopp: 60 kr
              till: regioner
              fördelning: lika
              utbetalning: [{belopp: 40 kr}, {belopp: 20 kr}]
              källa: k
            b: {namn: B, belopp: 40 kr, till: SKR, källa: k}
        """,
        total="100 kr",
    )
    made, _ = tried(nested, scenario("- {i: a, belopp: 90 kr}"))
    after = made[0].stage.written["prov-2024"].agreement
    pot = after.pots["g"].pots["a"]
    assert [str(after.total), str(after.pots["g"].amount)] == ["130\u00a0kr", "130\u00a0kr"]
    assert [one.amount.kr for one in pot.instalments if one.amount] == [60, 30]
    assert pot.mark is Mark.INFERRED


def test_the_agreement_itself_is_left_as_it_was() -> None:
    made, pots = tried(AGREEMENT, scenario("- {i: a, belopp: 200 kr}\n- {i: b, tas bort: till/utom}"))
    assert awards(pots[0]) != {}
    assert [award.amount.kr for award in pots[0].before.awards] == [50, 30, 20]
    assert made[0].stage.written["prov-2024"].agreement.pots["b"].to is not None


@pytest.mark.parametrize(
    ("change", "begins"),
    [
        ("{i: aa, belopp: 1 kr}", "s.yaml:4:9: Potten 'aa' finns inte i prov-2024. Menade du 'a'?"),
        ("{i: a, värde: gränsr/golv, blir: 1 kr}", "s.yaml:4:19: Nyckeln 'gränsr' är okänd här. Menade du 'gränser'?"),
        ("{i: a, värde: fördelning/per, blir: 2025}", "s.yaml:4:5: Med ändringen stämmer inte prov.yaml:16:28:"),
        ("{i: a, värde: fördelning/per/x, blir: 1}", "s.yaml:4:19: 'per' i vägen 'fördelning/per/x' är ett enda värde"),
        (
            "{i: a, värde: fördelning/andel av, blir: befolknin}",
            "s.yaml:4:46: Underlaget 'befolknin' finns inte för region.",
        ),
        (
            "{i: b, värde: villkor/3/krav, blir: x}",
            "s.yaml:4:19: '3' finns inte i vägen 'villkor/3/krav': listan har 2.",
        ),
        ("{i: b, värde: villkor/rapprt/krav, blir: x}", "s.yaml:4:19: 'rapprt' finns inte i vägen"),
        ("{i: a, tas bort: gränser}", "s.yaml:4:22: 'gränser' står inte i potten och kan inte tas bort."),
        ("{i: a, tas bort: fördelning}", "s.yaml:4:5: Med ändringen stämmer inte prov.yaml:"),
        ("{i: c, fördelning: {andel av: befolkning}}", "s.yaml:4:24: Hela potten går till SKR;"),
    ],
)
def test_what_cannot_be_made_is_said_at_its_place(change: str, begins: str) -> None:
    assert refused(AGREEMENT, scenario(f"- {change}"))[0].startswith(begins)


def test_a_group_of_pots_has_no_rule_to_change() -> None:
    group = agreement_text(
        "g: {namn: G, belopp: 1 kr, källa: k, potter: {a: {namn: A, belopp: 1 kr, till: SKR, källa: k}}}"
    )
    (line,) = refused(group, scenario("- {i: g, belopp: 2 kr}"))
    assert line.endswith("'g' är en summa av potter och har ingen egen regel. Ändra någon av dess potter: a.")


def test_the_problems_of_all_changes_are_told_at_once() -> None:
    assert len(refused(AGREEMENT, scenario("- {i: x, belopp: 1 kr}\n- {i: y, belopp: 1 kr}"))) == 2


@pytest.mark.parametrize(
    "changes",
    [
        "- {i: a, belopp: 1 kr}\n- {i: a, belopp: 2 kr}",
        "- {i: a, fördelning: lika}\n- {i: a, värde: fördelning/lika, blir: lika}",
        "- {i: b, värde: villkor/rapport/krav, blir: x}\n- {i: b, värde: villkor/2/krav, blir: y}",
        "- {underlag: befolkning, per: 2023, blir: 1}\n- {underlag: befolkning, för: ['01'], per: 2023, blir: 2}",
    ],
)
def test_a_value_is_not_changed_twice_in_one_file(changes: str) -> None:
    lines = refused(AGREEMENT, scenario(changes))
    assert lines
    assert all("två gånger i samma scenario; första gången på rad 4" in line for line in lines)


def test_but_it_is_in_two_files_where_the_later_counts() -> None:
    made, pots = tried(AGREEMENT, scenario("- {i: a, belopp: 200 kr}"), scenario("- {i: a, belopp: 100 kr}"))
    assert len(made) == 2
    assert effects(pots[0]) == [{"01": 50, "03": 30, "04": 20}, {"01": -50, "03": -30, "04": -20}]
