"""A pot's sentence filled in: what moves is what the command and the file move, and what is missing is assumed on both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from overens.scenario.read_scenario import WrittenScenario, read_changes, read_scenario
from overens.usecases.library import Library, open_library
from overens.usecases.simulate import Simulation, simulate
from overens.usecases.what_if.changes import as_file
from overens.usecases.what_if.slots import Slot, slots_of
from overens.usecases.what_if.what_if import WhatIf, ask_what_if
from tests.builders import agreement_text, said

WOMEN = ("kvinnors-halsa-2024", "befolkning")
MIXED = """
a: {namn: A, belopp: 1 000 kr, källa: k, till: regioner,
    fördelning: {blandning: [{vikt: 60 %, nyckel: {andel av: befolkning, per: 2023-11-01}}, {vikt: 40 %, nyckel: lika}]},
    gränser: {golv: 10 kr}}
b: {namn: B, belopp: 500 kr, källa: k, till: regioner, fördelning: lika}
"""


@pytest.fixture(scope="module")
def library() -> Library:
    """Return the shipped library, whole."""
    return open_library()


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return a library with an agreement whose key is a mix and whose floor is set."""
    folder: Path = tmp_path_factory.mktemp("eget")
    (folder / "eget.yaml").write_text(agreement_text(MIXED), encoding="utf-8")
    return open_library([folder])


def sentence(what_if: WhatIf) -> str:
    pieces = what_if.sentences[0]
    return " ".join(f"[{what_if.filled[one.name].typed}]" if isinstance(one, Slot) else one.say() for one in pieces)


def moved(simulation: Simulation | None) -> dict[str, int]:
    assert simulation is not None
    return {row.who.code: row.difference_kr for row in simulation.rows if row.difference_kr}


def tried(library: Library, *scenarios: WrittenScenario | None, given: WrittenScenario | None = None) -> dict[str, int]:
    found, problems = simulate(library, [one for one in scenarios if one], given=[given] if given else [])
    assert said(problems) == []
    return moved(found)


def test_the_form_is_the_rules_own_sentence(library: Library) -> None:
    assert sentence(ask_what_if(library, *WOMEN, {})) == (
        "Till regionerna utom [] delas [1 367 000 000] kr [befolkning@2023-11-01]"
        " , minst [] kr var och högst [] kr var ."
    )


@pytest.mark.parametrize(
    "typed",
    [
        {"golv": "20 Mkr"},
        {"belopp": "1 400 000 000", "golv": "20 Mkr"},
        {"tak": "100 Mkr"},
        {"nyckel": "lika"},
        {"nyckel": "befolkning@2022-11-01"},
        {"avrundning": "1 000"},
        {"utom": "Gotland"},
    ],
)
def test_the_command_and_the_file_move_the_same(library: Library, typed: dict[str, str]) -> None:
    what_if = ask_what_if(library, *WOMEN, typed)
    mine = moved(what_if.simulation)
    assert mine
    lines = [line for step in what_if.changes if (line := step.on_a_line())]
    if len(lines) == len(what_if.changes):
        on_a_line, problems = read_changes(lines)
        assert said(problems) == []
        assert tried(library, on_a_line) == mine
    assert what_if.tried is not None
    as_read, problems = read_scenario(as_file(what_if.tried), file="f")
    assert said(problems) == []
    assert tried(library, as_read) == mine


def test_an_address_says_only_what_is_changed_and_means_the_same(library: Library) -> None:
    once = ask_what_if(library, *WOMEN, {"belopp": "1 367 000 000 kr", "golv": "20 Mkr", "tak": "", "utom": ""})
    assert once.query == {"golv": "20000000"}
    assert moved(ask_what_if(library, *WOMEN, once.query).simulation) == moved(once.simulation)


def test_only_the_pot_that_is_asked_for_is_in_the_sums(library: Library) -> None:
    simulation = ask_what_if(library, *WOMEN, {"golv": "20 Mkr"}).simulation
    assert simulation is not None
    assert (simulation.before_kr, simulation.after_kr) == (1_367_000_000, 1_367_000_000)
    assert [pot.name for pot in simulation.pots] == ["/".join(WOMEN)]


def test_same_total_brings_in_the_pots_that_pay(library: Library) -> None:
    simulation = ask_what_if(library, *WOMEN, {"belopp": "1 300 000 000"}, same_total=True).simulation
    assert simulation is not None
    assert simulation.before_kr == simulation.after_kr
    assert len(simulation.pots) == 2
    assert simulation.steps[-1].made.is_lock


def test_what_no_source_gives_is_assumed_on_both_sides(library: Library) -> None:
    pot = ("omstallning-socialtjanst-2025", "kommuner")
    assert ask_what_if(library, *pot, {}).pot.awards == ()
    assumed = ask_what_if(library, *pot, {"nyckel": "lika"})
    assert assumed.simulation is None
    after = assumed.base.pot("kommuner")
    assert after is not None
    assert len(after.awards) == 290
    both = ask_what_if(library, *pot, {"nyckel": "lika", "belopp": "1 000 000 000"})
    assert sum(moved(both.simulation).values()) == -177_000_000
    assert tried(library, both.tried, given=both.assumed) == moved(both.simulation)


def test_weights_of_a_mix_are_one_change_for_they_hold_only_together(own: Library) -> None:
    agreement = _own_id(own)
    what_if = ask_what_if(own, agreement, "a", {"vikt-1": "50", "vikt-2": "50"})
    assert not what_if.wrong
    assert [step.on_a_line() for step in what_if.changes] == [None]
    assert sum(moved(what_if.simulation).values()) == 0
    one = ask_what_if(own, agreement, "a", {"vikt-1": "50"})
    assert one.filled["vikt-1"].fault is not None


def _own_id(own: Library) -> str:
    return next(name for name, written in own.written.items() if {*written.agreement.pots} == {"a", "b"})


def test_what_was_agreed_may_be_taken_away(own: Library) -> None:
    what_if = ask_what_if(own, _own_id(own), "a", {"golv": "inget"})
    assert what_if.query == {"golv": "inget"}
    assert [step.on_a_line() for step in what_if.changes] == [f"{_own_id(own)}/a: gränser/golv tas bort"]


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"golv": "-3"}, "golv", "negativt"),
        ({"belopp": ""}, "belopp", "tomt"),
        ({"belopp": "x", "golv": "20 Mkr"}, "belopp", "inget belopp"),
        ({"golv": "30 Mkr", "tak": "10 Mkr"}, "", "golv"),
        ({"avrundning": "0"}, "avrundning", ""),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_written_stays(
    library: Library, typed: dict[str, str], field: str, words: str
) -> None:
    what_if = ask_what_if(library, *WOMEN, typed)
    faults = {name: one.fault for name, one in what_if.filled.items() if one.fault}
    assert what_if.wrong
    assert field in faults or not field
    told = " ".join(f"{one.message.say()} {one.remedy.say()}" for one in (*faults.values(), *what_if.faults))
    assert words in told.lower()
    assert all(
        what_if.filled[name].typed in (value, value.replace(" Mkr", " 000 000")) for name, value in typed.items()
    )


def test_a_floor_that_the_pot_cannot_hold_leaves_nothing_to_compare(library: Library) -> None:
    simulation = ask_what_if(library, *WOMEN, {"golv": "200 Mkr"}).simulation
    assert simulation is not None
    assert simulation.compared == ()


def test_a_change_that_moves_nothing_says_so(library: Library) -> None:
    simulation = ask_what_if(library, *WOMEN, {"golv": "1"}).simulation
    assert simulation is not None
    assert simulation.changes_nothing


def test_every_pot_has_a_sentence_and_no_name_twice(library: Library) -> None:
    for one in library.agreements:
        for pot in library.allocation(one.id).pots:
            what_if = ask_what_if(library, one.id, pot.id, {})
            names = [slot.name for slot in slots_of(what_if.sentences)]
            assert len(names) == len({*names}) < 60, (one.id, pot.id)
            assert what_if.query == {}
