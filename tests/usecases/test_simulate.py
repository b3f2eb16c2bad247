"""Scenarios on the shipped library: sums to the krona, stacking, assumptions, places without a part, misspelt names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.agreement.label import Wanted
from overens.figures.population import Population
from overens.scenario.read_scenario import WrittenScenario, read_changes, read_scenario
from overens.scenario.template import template
from overens.usecases.library import Library, open_library
from overens.usecases.merge_scenarios import merge
from overens.usecases.scenario_files import read_scenarios, wanted_by
from overens.usecases.simulate import Simulation, simulate
from overens.vocabulary.problems import Place
from overens.writing.write_clause import write_clause
from tests.builders import said
from tests.properties.strategies import TEST

EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "exempel").glob("scenario-*.yaml"))


@pytest.fixture(scope="module")
def library() -> Library:
    """Return the shipped library, whole."""
    return open_library()


def typed(*changes: str) -> WrittenScenario:
    written, problems = read_changes(changes)
    assert said(problems) == []
    assert written is not None
    return written


def simulated(library: Library, *scenarios: WrittenScenario, **options: object) -> Simulation:
    simulation, problems = simulate(library, scenarios, **options)  # type: ignore[arg-type] # the test names them
    assert said(problems) == []
    assert simulation is not None
    return simulation


FLOOR = "kvinnors-halsa-2024/befolkning: gränser/golv=20 Mkr"
LARGER = "kvinnors-halsa-2024/landsbygd: belopp=200 000 000 kr"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_read_only_what_they_name_and_are_sound(path: Path) -> None:
    scenarios, problems = read_scenarios([path])
    assert said(problems) == []
    own = open_library((), wanted_by(scenarios))
    assert len(own.readings) == 1
    assert simulated(own, *scenarios).steps


def test_a_floor_moves_money_between_the_regions_and_nothing_else(library: Library) -> None:
    simulation = simulated(library, typed(FLOOR))
    gotland = next(row for row in simulation.rows if row.who.code == "09" and row.who.kind.value == "region")
    assert [row.who.name for row in simulation.gaining] == ["Region Gotland", "Region Jämtland Härjedalen"]
    assert gotland.after_kr - (gotland.before_kr - 7_910_271) == 20_000_000
    assert isinstance(gotland.population, Population)
    assert (simulation.before_kr, simulation.after_kr) == (1_535_000_000, 1_535_000_000)
    assert len(simulation.losing) == 19


def test_stacked_scenarios_are_attributed_step_by_step(library: Library) -> None:
    simulation = simulated(library, typed(FLOOR), typed(LARGER), same_total=Place("--same-total"))
    assert [step.made.is_lock for step in simulation.steps] == [False, False, True]
    for n, step in enumerate(simulation.steps):
        assert sum(row.effects[n] for row in simulation.rows) == sum(step.kr.values()) == step.pots_kr
    assert (simulation.before_kr, simulation.after_kr) == (1_535_000_000, 1_535_000_000)


@TEST
@given(
    st.lists(
        st.sampled_from(
            [
                FLOOR,
                LARGER,
                "kvinnors-halsa-2024/befolkning: gränser/tak=200 Mkr",
                "kvinnors-halsa-2024/befolkning: fördelning=lika",
                "kvinnors-halsa-2024/befolkning: fördelning/per=2022-12-31",
                "kvinnors-halsa-2024/landsbygd: till/utom=[01]",
                "kvinnors-halsa-2024/landsbygd: avrundning/till=100 000 kr",
                "kvinnors-halsa-2024: underlag befolkning för 12 per 2023-11-01=+5 procent",
                "cancer-2024/svf-andra: villkor/1/uppfylls av/utom=[06]",
                "cancer-2024/svf-andra: ej intjänat=bonuspott",
            ]
        ),
        min_size=1,
        max_size=4,
        unique=True,
    ),
    st.booleans(),
)
def test_whatever_is_stacked_every_sum_holds(changes: list[str], locked: bool) -> None:
    lock = Place("--same-total") if locked else None
    simulation, problems = simulate(SHIPPED, [typed(one) for one in changes], same_total=lock)
    if simulation is None:
        assert said(problems)
        return
    for pot in simulation.pots:
        for side in (pot.before, pot.after):
            assert side.amount is not None
            assert side.awarded_kr + side.lapsed_kr + side.undistributed_kr == side.amount.kr
    moved = simulation.balance
    assert moved.gained_kr - moved.lost_kr == simulation.after_kr - simulation.before_kr
    assert all(sum(row.effects) == row.difference_kr for row in simulation.rows)


SHIPPED = open_library((), Wanted(either=(Wanted(agreement="kvinnors-halsa-2024"), Wanted(agreement="cancer-2024"))))


def test_the_library_is_as_it_was(library: Library) -> None:
    before = library.allocation("kvinnors-halsa-2024")
    simulated(library, typed(FLOOR, LARGER))
    assert library.allocation("kvinnors-halsa-2024") is before
    assert str(library.written["kvinnors-halsa-2024"].agreement.total) == "1\u00a0535\u00a0000\u00a0000\u00a0kr"


def test_an_assumption_is_what_is_compared_with(library: Library) -> None:
    date = typed("uppskjuten-vard-2022/regioner: fördelning/per=2020-11-01")
    floor = typed("uppskjuten-vard-2022/regioner: gränser/golv=50 Mkr")
    alone = simulated(library, date)
    assert (alone.compared, alone.steps[0].now_computed) == ((), ("uppskjuten-vard-2022/regioner",))
    assert simulated(library, floor).changes_nothing
    given_it = simulated(library, floor, given=[date])
    assert (len(given_it.gaining), given_it.before_kr) == (1, 4_000_000_000)


@pytest.mark.parametrize(
    ("change", "begins"),
    [
        ("kvinors-halsa-2024/befolkning: belopp=1 kr", "Avtalet 'kvinors-halsa-2024' finns inte. Menade du"),
        ("cancer-2024-tillagg/tillagg-2024: belopp=1 kr", "'cancer-2024-tillagg' är en ändring av 'cancer-2024'."),
        ("kvinnors-halsa-2024/befolknin: belopp=1 kr", "Potten 'befolknin' finns inte i kvinnors-halsa-2024. Menade"),
        ("kvinnors-halsa-2024: underlag kvinnors-halsa-2024-befolkning=+1 procent", "Inget i kvinnors-halsa-2024 anv"),
    ],
)
def test_what_is_misspelt_is_refused(library: Library, change: str, begins: str) -> None:
    simulation, problems = simulate(library, [typed(change)])
    assert simulation is None
    assert said(problems)[0].removeprefix("--change:1:1: ").startswith(begins)


def test_as_known_on_a_day_the_agreement_reads_as_it_did(library: Library) -> None:
    from datetime import date

    change = typed("cancer-2024/svf-andra: ej intjänat=bonuspott")
    assert len(simulated(library, change, day=date(2024, 6, 1)).pots) + 1 == len(simulated(library, change).pots)


def test_several_scenarios_become_one_that_gives_the_same(library: Library) -> None:
    scenarios = [typed(FLOOR), typed(LARGER)]
    simulation = simulated(library, *scenarios, same_total=Place("--same-total"))
    one = merge(library, scenarios, [], simulation, same_total=True)
    assert not isinstance(one, list)
    again, problems = read_scenario(write_clause(one), file="s.yaml")
    assert said(problems) == []
    assert again is not None
    assert simulated(library, again).rows == simulation.rows


def test_a_value_changed_by_two_cannot_be_one_scenario(library: Library) -> None:
    scenarios = [typed(FLOOR), typed(FLOOR.replace("20 Mkr", "21 Mkr"))]
    refused = merge(library, scenarios, [], simulated(library, *scenarios))
    assert isinstance(refused, list)
    assert "två gånger" in said(refused)[0]


def test_a_template_of_every_pot_reads_changes_nothing_and_offers_what_can_be_tried(library: Library) -> None:
    for name in ("kvinnors-halsa-2024", "cancer-2024", "vardplatser-2023", "vfu-2024", "tillganglighet-2023"):
        written = library.written[name]
        for path, _ in written.agreement.leaves():
            text = template(written, path)
            own, problems = read_scenario(text, file="t.yaml")
            assert said(problems) == []
            assert own is not None
            assert simulated(library, own).changes_nothing
            head, _, body = text.partition("ändringar:\n")
            for item in re.findall(r"^  # - .*?(?=^  # - |^  # [A-ZÅÄÖ]|^# )", body, re.DOTALL | re.MULTILINE):
                if "utfall: " in item.partition("värde:")[0] and "krav:" not in item:
                    continue  # no outcomes are shipped: they come with --library
                change = "\n".join(line.replace("  # ", "  ", 1) for line in item.splitlines())
                one, problems = read_scenario(f"{head}ändringar:\n{change}\n", file="t.yaml")
                assert said(problems) == []
                assert one is not None
                simulated(library, one)


def test_amounts_that_rest_on_an_inference_are_named(library: Library) -> None:
    inferred = simulated(library, typed("operationer-2025-del-2/operationer: belopp=600 Mkr"))
    sure = simulated(library, typed("kvinnors-halsa-2024/befolkning: gränser/golv=20 Mkr"))
    assert (inferred.not_sure, sure.not_sure) == (("operationer-2025-del-2/operationer",), ())
