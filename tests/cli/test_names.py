"""Names as people type them: exact spelling first, then å ä ö forgiven, then the candidates; other names too."""

from __future__ import annotations

import pytest

from tests.cli.running import Answer, asked

REGION, MUNICIPALITY, COUNTY = "region", "municipality", "area"


def who(typed: str) -> tuple[str, str]:
    """Return kind and code of the one that the words mean."""
    found = asked("place", typed, "2024", "--json").json
    return found["kind"], found["code"]


def refused(*question: str) -> str:
    """Return what is said when the words mean nobody, or several."""
    answer: Answer = asked(*question)
    assert (answer.code, answer.out) == (2, "")
    return answer.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("region jönköpings län", (REGION, "06")),
        ("REGION JONKOPINGS LAN", (REGION, "06")),
        ("  Region   Jönköpings  län ", (REGION, "06")),
        ("region jönköping", (REGION, "06")),
        ("Jönköping", (MUNICIPALITY, "0680")),
        ("jonkoping", (MUNICIPALITY, "0680")),
        ("Jönköpings kommun", (MUNICIPALITY, "0680")),
        ("jönköpings län", (COUNTY, "06")),
        ("JÖNKÖPINGS LÄN", (COUNTY, "06")),
    ],
)
def test_jonkoping_municipality_region_and_county_are_three_things(typed: str, meant: tuple[str, str]) -> None:
    assert who(typed) == meant


@pytest.mark.parametrize(
    ("typed", "code"), [("habo", "0643"), ("HABO", "0643"), ("håbo", "0305"), ("Håbo kommun", "0305")]
)
def test_exact_spelling_tells_habo_from_habo_with_a_ring(typed: str, code: str) -> None:
    assert who(typed) == (MUNICIPALITY, code)


def test_a_spelling_that_is_neither_lists_both() -> None:
    said = refused("place", "hàbo", "2024")

    assert "'hàbo' kan vara flera" in said
    assert "'Habo kommun'" in said
    assert "'Håbo kommun'" in said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gotland", (MUNICIPALITY, "0980")),
        ("Gotlands kommun", (MUNICIPALITY, "0980")),
        ("region gotland", (REGION, "09")),
        ("gotlands län", (COUNTY, "09")),
    ],
)
def test_gotland_is_municipality_region_and_county(typed: str, meant: tuple[str, str]) -> None:
    assert who(typed) == meant


def test_the_municipality_of_gotland_hints_at_the_region() -> None:
    assert 'Namnet kan också betyda: "Region Gotland".' in asked("place", "gotland", "2024").out
    assert 'The name may also mean: "Region Gotland".' in asked("place", "gotland", "2024", "--lang", "en").out
    assert "Namnet kan också" not in asked("place", "region gotland", "2024").out


@pytest.mark.parametrize(("typed", "other"), [("kalmar", "Region Kalmar län"), ("stockholm", "Region Stockholm")])
def test_a_municipality_that_shares_its_name_hints_at_the_region(typed: str, other: str) -> None:
    assert f'Namnet kan också betyda: "{other}".' in asked("place", typed, "2024").out


@pytest.mark.parametrize("name", ["Kalmar kommun", "Falu kommun", "Orust kommun", "Kalix kommun", "Överkalix kommun"])
def test_municipalities_whose_names_take_no_s(name: str) -> None:
    assert (
        asked("place", name.removesuffix(" kommun").replace("Falu", "Falun"), "2024").out.split(" 2024")[0].strip()
        == name
    )


@pytest.mark.parametrize("pot", ["kvinnors-halsa-2024/befolkning", "kvinnors-halsa-2024/landsbygd"])
def test_in_a_pot_for_regions_gotland_is_the_region(pot: str) -> None:
    found = asked("explain", "gotland", pot, "--json").json

    assert found["recipient"] == {"kind": "region", "code": "09", "name": "Region Gotland"}
    assert found["award"]["code"] == "09"


def test_in_a_pot_for_municipalities_gotland_is_the_municipality() -> None:
    found = asked("explain", "gotland", "omstallning-socialtjanst-2024/kommuner", "--json").json

    assert (found["recipient"]["kind"], found["award"]["awarded_kr"]) == ("municipality", 650_000)


def test_in_a_pot_for_counties_a_two_digit_code_is_the_county() -> None:
    found = asked("explain", "kalmar län", "god-och-nara-vard-2024/kommuner", "--json").json

    assert (found["recipient"]["kind"], found["award"]["awarded_kr"]) == ("area", 27_000_000)


def test_two_digits_are_a_region_and_a_county_and_four_are_a_municipality() -> None:
    said = refused("place", "06", "2024")

    assert "'Region Jönköpings län', 'Jönköpings län'" in said
    assert who("0680") == (MUNICIPALITY, "0680")
    assert who("region 06") == (REGION, "06")
    assert who("län 06") == (COUNTY, "06")


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("Jönköpin", "Jönköpings kommun"),
        ("regionen jönköpings län", "Region Jönköpings län"),
        ("680", "Jönköpings kommun"),
        ("Norrboten", "Region Norrbotten"),
    ],
)
def test_a_misspelt_name_is_answered_with_the_nearest(typed: str, suggested: str) -> None:
    said = refused("place", typed, "2024")

    assert f"Platsen '{typed}' finns inte. Menade du " in said
    assert f"'{suggested}'" in said


def test_a_name_like_no_other_suggests_nobody() -> None:
    assert refused("place", "xyzzy", "2024") == "Platsen 'xyzzy' finns inte. Se 'overens place --help'.\n"
    assert refused("place", "xyzzy", "2024", "--lang", "en").startswith("There is no place 'xyzzy'.")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        (("agreement", "kvinors-halsa-2024"), "'kvinnors-halsa-2024'"),
        (("agreement", "Kvinnors-hälsa-2024"), "'kvinnors-halsa-2024'"),
        (("explain", "håbo", "kvinnors-halsa-2024/befolknig"), "'befolkning'"),
        (("explain", "håbo", "kvinnors-hallsa-2024/befolkning"), "'kvinnors-halsa-2024'"),
        (("figures", "show", "befolknig"), "'befolkning'"),
        (("yaer", "2024"), "'year'"),
        (("year", "2024", "--jsn"), "'--json'"),
        (("year", "2024", "--librari", "x"), "'--library'"),
    ],
)
def test_ids_pots_figures_commands_and_options_are_suggested_too(question: tuple[str, ...], meant: str) -> None:
    assert f"Menade du {meant}?" in refused(*question)
    assert f"Did you mean {meant}?" in refused(*question, "--lang", "en")


def test_an_unknown_pot_is_answered_with_those_there_are() -> None:
    said = refused("explain", "håbo", "kvinnors-halsa-2024/xyz")

    assert "Potten 'xyz' finns inte i kvinnors-halsa-2024; där finns: befolkning, landsbygd, skr." in said


def test_an_agreement_like_no_other_is_answered_with_how_to_see_them() -> None:
    assert "Avtalet 'xyz' finns inte. Se vilka som finns: overens coverage ÅR." in refused("agreement", "xyz")


def test_part_of_an_id_is_answered_with_the_agreements_that_hold_it() -> None:
    said = refused("agreement", "Psykisk")

    assert "Det finns: primarvard-psykisk-ohalsa-2025, psykisk-halsa-2017" in said.replace(
        "barn-och-unga-psykisk-ohalsa-2018, ", ""
    )
    assert "kvinnors-halsa-2024" not in said


def test_an_agreement_without_a_pot_is_answered_with_how_to_name_one() -> None:
    assert "Vilken pott? Skriv till exempel 'krisstod-2020/kommuner'" in refused("explain", "håbo", "krisstod-2020")
    assert "Which pot? Write for instance" in refused("explain", "håbo", "krisstod-2020", "--lang", "en")
