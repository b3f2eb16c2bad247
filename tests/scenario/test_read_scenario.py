"""A scenario file by itself: what goes together, what is misspelt, what is a file of another kind."""

from __future__ import annotations

import pytest

from overens.scenario.read_scenario import read_changes, read_scenario
from overens.scenario.scenario_file import Scenario
from overens.writing.write_clause import write_clause
from tests.builders import agreement_text, said
from tests.scenario.trying import scenario, text_of

EVERY_KIND = """\
- {namn: allt, i: a, belopp: 5 kr, till: regioner, fördelning: lika, gränser: {golv: 1 kr}, ej intjänat: förfaller}
- {i: b, värde: villkor/1/uppfylls av/utom, blir: ["01"], anmärkning: en lista av en}
- {i: b, värde: fördelning/per, blir: 2024}
- {i: c, tas bort: [gränser, villkor/1]}
- {underlag: befolkning, för: alla, per: 2023, ändras: +1 procent}
- {utfall: bup, för: ["01", Region 03], per: 2024-03/2024-06, blir: 75}
"""


def wrong(text: str) -> list[str]:
    """Return what is wrong with a scenario file."""
    written, problems = read_scenario(text, file="s.yaml")
    assert (written is None) == bool(problems)
    return said(problems)


def test_a_scenario_of_every_kind_of_change_is_written_and_read_back() -> None:
    one = scenario(EVERY_KIND, "samma summa: ja\ntas från: b").scenario
    again, problems = read_scenario(write_clause(one), file="s.yaml")
    assert said(problems) == []
    assert again is not None
    assert again.scenario == one
    assert write_clause(again.scenario) == write_clause(one)


@pytest.mark.parametrize(
    ("change", "begins"),
    [
        ("{i: a, belop: 5 kr}", "s.yaml:4:12: Nyckeln 'belop' är okänd här. Menade du 'belopp'?"),
        ("{i: a, belopp: fem}", "s.yaml:4:20: "),
        ("{i: a, gränser: {gol: 1 kr}}", "s.yaml:4:22: Nyckeln 'gol' är okänd här. Menade du 'golv'?"),
        ("{i: a}", "s.yaml:4:5: Ändringen säger inte vad som ändras."),
        ("{belopp: 5 kr}", "s.yaml:4:5: Det står inte vilken pott som ändras."),
        ("{i: a, värde: gränser/golv}", "s.yaml:4:5: 'värde' och 'blir' hör ihop"),
        ("{i: a, blir: 5 kr}", "s.yaml:4:5: Ändringen säger inte vad som ändras."),
        ("{i: a, belopp: 5 kr, ändras: +5}", "s.yaml:4:34: 'ändras' hör till 'utfall' och 'underlag'."),
        ("{i: a, belopp: 5 kr, underlag: b, blir: 5}", "s.yaml:4:36: En ändring gäller antingen en pott eller"),
        ("{underlag: b, utfall: c, blir: 5}", "s.yaml:4:16: En ändring gäller antingen en pott eller"),
        ("{underlag: b}", "s.yaml:4:5: Här ska stå just ett av 'blir', 'ändras'."),
        ("{underlag: b, blir: 5, ändras: +5}", "s.yaml:4:5: Här ska stå just ett av 'blir', 'ändras'."),
        ("{underlag: b, ändras: 5}", "s.yaml:4:27: '5' säger inte hur mycket det ändras."),
        ("{underlag: b, per: 2024-13, blir: 5}", "s.yaml:4:24: '2024-13' är inget datum."),
        ("{i: a, värde: x, blir: []}", "s.yaml:4:28: Här ska stå ett värde, eller en lista av värden."),
        ("{i: a, värde: x, blir: {golv: 1 kr}}", "s.yaml:4:28: Här ska stå ett värde, eller en lista av värden."),
        ("{i: prov-2024/a, underlag: b, blir: 5}", "s.yaml:4:9: Ett underlag är detsamma i hela avtalet; här står"),
        ("{i: a, villkor: []}", "s.yaml:4:21: Här står ingenting."),
    ],
)
def test_what_does_not_go_together_is_said_at_its_place(change: str, begins: str) -> None:
    (line,) = wrong(text_of(f"- {change}"))
    assert line.startswith(begins)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("", "s.yaml:1:1: Filen är tom."),
        ("- a\n", "s.yaml:1:1: Filen är inte en grupp av nycklar."),
        ("namn: x\n", "s.yaml:1:1: Scenariot har varken 'ändringar' eller 'osäkert'."),
        ("namn: x\nändringar: []\n", "s.yaml:2:12: Här står ingenting."),
        ("namn: x\nändringar: [{i: b, belopp: 1 kr}]\n", "s.yaml:2:17: 'b' säger inte vilket avtal potten är i."),
        ("namn: x\nändringar: [{utfall: b, blir: 1}]\n", "s.yaml:2:13: Det står inte vilket avtal ändringen gäller."),
        ("namn: &a x\nändringar: [{i: b/c, belopp: 1 kr}]\n", "s.yaml:1:7: Ankaret 'a'"),
    ],
)
def test_a_file_that_is_no_scenario_says_so(text: str, begins: str) -> None:
    assert wrong(text)[0].startswith(begins)


def test_more_changes_than_can_be_tried_are_refused() -> None:
    many = "\n".join(["- {i: a, belopp: 5 kr}"] * 201)
    assert wrong(text_of(many))[0].startswith("s.yaml:3:1: Scenariot har 201 ändringar; högst 200 prövas.")


def test_an_agreement_given_as_a_scenario_says_what_compares_agreements() -> None:
    (line,) = wrong(agreement_text("a: {namn: A, belopp: 1 kr, källa: k, till: SKR}"))
    assert line.startswith("s.yaml:11:1: Filen är inget scenario: den har 'potter'. Två avtal")
    assert "overens compare" in line


# --- typed on a line ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a/b: gränser/golv=20 Mkr", {"i": "a/b", "värde": "gränser/golv", "blir": "20 Mkr"}),
        ("a/b: till/utom = [01, 03]", {"i": "a/b", "värde": "till/utom", "blir": ["01", "03"]}),
        ("a/b: gränser tas bort", {"i": "a/b", "tas bort": "gränser"}),
        (
            "a: underlag c för 01, 03 per 2023=+1 procent",
            {"i": "a", "underlag": "c", "för": ["01", "03"], "per": "2023", "ändras": "+1 procent"},
        ),
        ("a: utfall c = 75", {"i": "a", "utfall": "c", "blir": "75"}),
    ],
)
def test_a_typed_change_is_the_one_in_a_file(typed: str, written: dict[str, object]) -> None:
    found, problems = read_changes([typed])
    assert said(problems) == []
    assert found is not None
    assert found.tree.value["ändringar"] == [written]
    assert isinstance(found.scenario, Scenario)


@pytest.mark.parametrize("typed", ["", "a/b", "a/b: x", "a/b: x=", ": x=1", "a/b: =1", "x=1"])
def test_what_is_no_change_is_refused_with_its_number(typed: str) -> None:
    found, problems = read_changes(["a/b: gränser tas bort", typed])
    assert found is None
    assert said(problems)[0].startswith("--change:2:1: ")
