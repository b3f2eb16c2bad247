"""overens agreement and place on a file of one's own: what a person must see of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.own_files import agreement, write
from tests.cli.running import overens

UNKNOWN = "    villkor: [{krav: plan, uppfylls av: ej känt}]\n    ej intjänat: delas av dem som uppfyller villkoren\n"
EARMARKED = """\
    öronmärkt: [{namn: till pottens del, belopp: 2 kr, källa: k}]
öronmärkt:
  - {namn: till barncancer, belopp: 60 Mkr, källa: k}
  - {namn: egna pengar, belopp: ej funnet, mottagarnas egna: ja, källa: k}
"""


def shown(folder: Path, text: str, *question: str) -> str:
    """Return what the command prints of a library with this file, as one line with plain spaces."""
    answer = overens(*question, "--library", write(folder, prov_yaml=text), columns=300)
    assert (answer.code, answer.err) == (0, "")
    return answer.said


def test_an_amount_of_almost_so_much_stays_below_when_its_awards_are_added_up(tmp_path: Path) -> None:
    said = shown(tmp_path, agreement("knappt 50 Mkr", key="lika"), "agreement", "prov-2024")

    assert said.count("< 50 000 000 kr") >= 2, "of the pot and of what is awarded"
    assert "> 50 000 000 kr" not in said


def test_the_page_of_an_agreement_says_why_a_key_is_not_known(tmp_path: Path) -> None:
    text = agreement(key="{ej publicerad: fördelningslistan är inte läst}")

    assert "Till regionerna efter okänd nyckel (fördelningslistan är inte läst)." in shown(
        tmp_path, text, "agreement", "prov-2024"
    )


def test_the_pages_name_the_one_recipient_of_a_pot(tmp_path: Path) -> None:
    text = agreement(key="lika", to="{grupp: regioner, endast: ['12']}", more="    användning: {till: 2024-12-31}\n")

    assert "a: Till Region Skåne." in shown(tmp_path, text, "agreement", "prov-2024")
    assert "prov-2024/a: Till Region Skåne." in shown(tmp_path, text, "place", "region skåne", "2024")


def test_a_share_of_a_pot_that_those_who_qualify_divide_is_the_least_and_no_ceiling(tmp_path: Path) -> None:
    text = agreement("2 100 kr", key="lika", more=UNKNOWN)

    page = shown(tmp_path, text, "place", "region skåne", "2024")
    row = overens("place", "region skåne", "2024", "--json", "--library", tmp_path).json["pots"]
    (own,) = [one for one in row if one["agreement"] == "prov-2024"]
    assert "minst 100 kr om villkoren uppfylls" in page
    assert "högst 100 kr" not in page
    assert (own["ceiling_kr"], own["at_least_kr"], own["least_if_met_kr"]) == (None, None, 100)
    assert "Region Skåne får minst 100 kr om villkoren uppfylls." in shown(
        tmp_path, text, "explain", "region skåne", "prov-2024/a"
    )


def test_earmarks_of_the_agreement_and_its_pots_are_shown_and_in_no_sum(tmp_path: Path) -> None:
    text = agreement("100 Mkr", key="lika", more=EARMARKED)

    said = shown(tmp_path, text, "agreement", "prov-2024")
    document = overens("agreement", "prov-2024", "--json", "--library", tmp_path).json
    assert (
        "Öronmärkt, varav · till barncancer: ≈ 60 000 000 kr · egna pengar: ej funnet (mottagarnas egna pengar)" in said
    )
    assert "· a: till pottens del: 2 kr" in said
    assert [(one["pot"], one["name"], one["own_money"]) for one in document["earmarks"]] == [
        (None, "till barncancer", False),
        (None, "egna pengar", True),
        ("a", "till pottens del", False),
    ]
    assert (document["earmarks"][1]["amount"], document["awarded_kr"]) == (None, 100_000_000)


@pytest.mark.parametrize("day", ["2023-12-19", "2024-01-31"])
def test_an_earmark_shows_from_the_day_its_money_was_known(tmp_path: Path, day: str) -> None:
    text = agreement("100 Mkr", key="lika", more="    känd från: 2024-01-31\n" + EARMARKED)

    said = shown(tmp_path, text, "agreement", "prov-2024", "--as-known-on", day)
    assert ("till barncancer" in said) == ("till pottens del" in said) == (day == "2024-01-31")


def test_a_member_of_a_county_for_whom_nothing_is_computed_has_no_sum(tmp_path: Path) -> None:
    pot = "  b: {namn: B, belopp: 1 kr, till: kommuner, fördelning: ej publicerad, källa: k}\n"
    text = agreement("2 100 kr", total="2 101 kr", key="lika", more=pot).replace("2024", "2099").replace("2023", "2098")

    page = shown(tmp_path, text, "place", "gotlands län", "2099")
    members = overens("place", "gotlands län", "2099", "--json", "--library", tmp_path).json["members"]
    assert [(one["kind"], one["awarded_kr"]) for one in members] == [("region", 100), ("municipality", None)]
    assert "Region Gotland region 100 kr" in page
    assert "kommun –" in page
