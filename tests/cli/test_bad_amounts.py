"""Bad input, by name: amounts, weights and floors that cannot be, or only just can, be divided."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.own_files import REGIONS, agreement, check, figure, write
from tests.cli.running import overens

OWN_KEY = "{andel av: provtal, per: 2023-12-31}"
HUNDRED = dict.fromkeys(REGIONS, "100")


def awards(folder: Path, agreement_id: str = "prov-2024") -> dict[str, int]:
    """Return code -> kronor of what the agreement's only pot awards."""
    (pot,) = overens("agreement", agreement_id, "--library", folder, "--json").json["pots"]
    return {award["code"]: award["awarded_kr"] for award in pot["awards"]}


def refused(folder: Path) -> None:
    """Fail unless nothing is computed on the folder: problems on stderr, nothing on stdout, exit code 1."""
    for question in (("agreement", "prov-2024"), ("year", "2024"), ("place", "region skåne", "2024", "--json")):
        answer = overens(*question, "--library", folder)
        assert (answer.code, answer.out) == (1, "")
        assert "Inget har beräknats." in answer.err
        assert "Traceback" not in answer.err


# --- figures ------------------------------------------------------------------------


def test_a_recipient_missing_from_the_figures(tmp_path: Path) -> None:
    values = {code: value for code, value in HUNDRED.items() if code != "09"}
    write(tmp_path, prov_yaml=agreement(key=OWN_KEY), provtal_regioner_csv=figure(values))

    found = check(tmp_path)

    assert found.code == 1
    assert found.swedish == [
        "provtal.regioner.csv:11:17: 1 mottagare saknas för 2023-12-31: Gotland."
        " Lägg till en rad för var och en; skriv '..' om värdet inte är publicerat."
    ]
    assert "Gotland. Add a row for each; write '..' if the value is not published." in found.english[0]
    refused(tmp_path)


def test_a_value_that_is_not_published_is_no_problem_but_the_pot_is_not_computed(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement(key=OWN_KEY), provtal_regioner_csv=figure(HUNDRED | {"09": ".."}))

    assert (check(tmp_path).code, check(tmp_path).swedish) == (0, [])
    (pot,) = overens("agreement", "prov-2024", "--library", tmp_path, "--json").json["pots"]
    assert (pot["state"], pot["awards"], pot["undistributed_kr"]) == ("not_computed", [], 1_000_000)
    assert "Gotland" in pot["reason"]


@pytest.mark.parametrize(("value", "shown"), [("0", "0"), ("-5", "−5"), ("1.5", "1,5")])
def test_a_population_of_0_below_0_or_of_half_a_person(tmp_path: Path, value: str, shown: str) -> None:
    values = figure(HUNDRED | {"09": value}, unit="invånare")
    write(tmp_path, prov_yaml=agreement(key=OWN_KEY), provtal_regioner_csv=values)

    found = check(tmp_path)

    assert found.code == 1
    assert found.swedish == [
        f"provtal.regioner.csv:18:17: Värdet {shown} invånare för 09 är inte rimligt."
        " Rätta värdet; det ska vara ett heltal mellan 1 och 20 000 000. Skriv '..' om det inte är publicerat."
    ]
    assert "is not plausible. Mend the value; it should be a whole number between 1" in found.english[0]
    refused(tmp_path)


def test_all_weights_0(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement(key=OWN_KEY), provtal_regioner_csv=figure(dict.fromkeys(REGIONS, "0")))

    found = check(tmp_path)

    assert found.code == 1, "a pot that can never be divided is a problem, not a gap in what is known"
    assert len(found.swedish) == 1
    assert found.swedish[0].startswith(("prov.yaml:14:13: ", "prov.yaml:16:17: "))
    assert "alla vikter i 'provtal' är 0" in found.swedish[0]
    assert "all weights in 'provtal' are 0" in found.english[0]
    shown = overens("agreement", "prov-2024", "--library", tmp_path).said
    assert "ej beräknad" in shown
    assert "alla vikter i 'provtal' är 0" in shown


def test_one_weight_that_is_not_0_takes_it_all(tmp_path: Path) -> None:
    values = dict.fromkeys(REGIONS, "0") | {"09": "3"}
    write(tmp_path, prov_yaml=agreement(key=OWN_KEY), provtal_regioner_csv=figure(values))

    assert {code: kr for code, kr in awards(tmp_path).items() if kr} == {"09": 1_000_000}


# --- amounts ------------------------------------------------------------------------


def test_a_pot_of_0_kr_gives_each_0_kr(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement("0 kr"))

    assert (check(tmp_path).code, check(tmp_path).swedish) == (0, [])
    assert awards(tmp_path) == dict.fromkeys(REGIONS, 0)


@pytest.mark.parametrize("key", ["lika", "{andel av: befolkning, per: 2023-12-31}"])
def test_1_kr_over_21_regions_goes_to_one_of_them(tmp_path: Path, key: str) -> None:
    write(tmp_path, prov_yaml=agreement("1 kr", key=key))

    assert awards(tmp_path) == dict.fromkeys(REGIONS, 0) | {"01": 1}


def test_a_thousand_million_million_kronor_are_divided_to_the_krona_with_a_warning(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement("1 000 000 000 000 000 kr", key="lika"))

    found, given = check(tmp_path), awards(tmp_path)

    assert found.code == 0
    assert found.swedish == [
        f"prov.yaml:{place}: Beloppet 1 000 000 000 000 000 kr är större än hela statsbudgeten. Kontrollera antalet nollor."
        for place in ("7:9", "14:13")
    ]
    share, rest = divmod(10**15, 21)
    assert list(given.values()) == [share + 1] * rest + [share] * (21 - rest)
    assert sum(given.values()) == 10**15


def test_a_pot_by_population_of_10_to_the_15_sums_exactly(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement("1 000 000 000 000 000 kr"))

    assert sum(awards(tmp_path).values()) == 10**15


@pytest.mark.parametrize("minus", ["-", "−", "–"])
def test_negative_amounts(tmp_path: Path, minus: str) -> None:
    write(tmp_path, prov_yaml=agreement(f"{minus}1 000 kr", total="1 000 kr"))

    found = check(tmp_path)

    assert found.code == 1
    assert found.swedish == [
        f"prov.yaml:14:13: Beloppet '{minus}1 000 kr' är negativt. Skriv ett belopp som är noll eller större."
    ]
    assert "is negative. Write an amount of zero or more." in found.english[0]
    refused(tmp_path)


def test_pots_that_do_not_sum(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement("1 000 kr", total="1 500 kr"))

    assert check(tmp_path).swedish == [
        "prov.yaml:7:9: Beloppet är 1 500 kr men potterna summerar till 1 000 kr; det skiljer −500 kr."
        " Rätta ett belopp, eller lägg till den pott som saknas."
    ]
    refused(tmp_path)


# --- floors -------------------------------------------------------------------------


def test_a_floor_above_the_pot(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement(more="    gränser: {golv: 2 000 000 kr}\n"))

    found = check(tmp_path)

    assert found.code == 1
    assert found.swedish == [
        "prov.yaml:18:21: Golvet 2 000 000 kr per mottagare är mer än hela potten, 1 000 000 kr."
        " Rätta golvet eller potten."
    ]
    assert "Mend the floor or the pot." in found.english[0]
    refused(tmp_path)


def test_floors_that_together_are_above_the_pot_say_how_much_is_missing(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement(more="    gränser: {golv: 100 000 kr}\n"))

    found = check(tmp_path)

    assert found.code == 1
    assert len(found.swedish) == 1
    assert found.swedish[0].startswith(
        "prov.yaml:14:13: Potten 'a' kan inte delas: golven kräver 2 100 000 kr, potten är 1 000 000 kr,"
        " det saknas 1 100 000 kr. "
    )
    assert "the floors" in found.english[0]
    shown = overens("agreement", "prov-2024", "--library", tmp_path).said
    assert "det saknas 1 100 000 kr" in shown


def test_a_floor_above_the_cap(tmp_path: Path) -> None:
    write(tmp_path, prov_yaml=agreement(more="    gränser: {golv: 2 000 kr, tak: 1 000 kr}\n"))

    assert check(tmp_path).swedish == [
        "prov.yaml:18:21: Golvet 2 000 kr är högre än taket 1 000 kr. Byt plats på dem eller rätta ett av dem."
    ]


# --- ids ----------------------------------------------------------------------------


def test_two_agreements_with_one_id_name_both_places(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=agreement(), b_yaml=agreement())

    found = check(tmp_path)

    assert found.code == 1
    assert found.swedish == [
        f"b.yaml:1:5: Två filer har id 'prov-2024'; det första i {tmp_path}/a.yaml:1:5. Byt id på det ena."
    ]
    assert "Two files have the id 'prov-2024'" in found.english[0]
    refused(tmp_path)


def test_an_id_that_the_shipped_library_has_already(tmp_path: Path) -> None:
    write(tmp_path, min_yaml=agreement().replace("id: prov-2024", "id: cancer-2024"))

    assert check(tmp_path).swedish == [
        "min.yaml:1:5: Två filer har id 'cancer-2024'; det första i avtal/2024/cancer-2024.yaml:1:5. Byt id på det ena."
    ]
    answer = overens("agreement", "cancer-2024", "--library", tmp_path)
    assert (answer.code, answer.out) == (1, "")


def test_a_figure_that_the_shipped_library_has_already(tmp_path: Path) -> None:
    own = figure(HUNDRED).replace("# id: provtal", "# id: befolkning")
    write(tmp_path, prov_yaml=agreement(), befolkning_regioner_csv=own)

    (problem,) = check(tmp_path).swedish
    assert problem.startswith("befolkning.regioner.csv:1:1: Underlaget finns redan i underlag/befolkning/")
    refused(tmp_path)
