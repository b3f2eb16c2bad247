"""Tree -> clause: unknown keys, missing keys, wrong kinds, all at once, each at its place."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import pytest
from pydantic import Field

from overens.writing.clauses import Checked, Clause, as_plain, check_tree
from overens.writing.tree import read_tree
from overens.writing.values import Day, Kr, Slug, Sourced, Words, YesNo
from tests.builders import EN, block, said


class Colour(StrEnum):
    RED = "röd"
    BLUE = "blå"


class Wheel(Clause):
    shorthand: ClassVar[str | None] = "storlek"

    size: Words = Field(alias="storlek")
    colour: Colour | None = Field(None, alias="färg")


class Cart(Clause):
    name: Words = Field(alias="namn")
    price: Kr | None = Field(None, alias="pris")
    bought: Day | None = Field(None, alias="köpt")
    whole: YesNo = Field(False, alias="hel")
    wheels: tuple[Wheel, ...] = Field((), alias="hjul")
    inner: dict[Slug, Wheel] = Field({}, alias="fack")
    source: Sourced | None = Field(None, alias="källa")


def check(text: str) -> Checked[Cart]:
    tree, problems = read_tree(block(text), file="f")
    assert said(problems) == []
    return check_tree(Cart, tree)


def faults(text: str) -> list[str]:
    """Return what is wrong in the text; each message must differ between the languages."""
    problems = check(text).problems
    assert all(p.message.say() != p.message.say(EN) for p in problems)
    return said(problems)


def test_a_clause_holds_what_was_written() -> None:
    cart = check("{namn: Kärra, pris: 5 kr, hel: ja, hjul: [liten, {storlek: stor, färg: röd}], källa: a}").value
    assert cart is not None
    assert (cart.name, cart.whole, cart.source) == ("Kärra", True, ("a",))
    assert [(wheel.size, wheel.colour) for wheel in cart.wheels] == [("liten", None), ("stor", Colour.RED)]


def test_an_unknown_key_is_named_at_its_place_with_the_nearest_one() -> None:
    assert faults("namn: K\nhjul:\n  - storlek: a\n    farg: röd\n") == [
        "f:4:5: Nyckeln 'farg' är okänd här. Menade du 'färg'?"
    ]


def test_an_unknown_key_that_is_near_nothing_is_told_what_may_stand_there() -> None:
    (fault,) = faults("namn: K\nqwertz: 1\n")
    assert fault == "f:2:1: Nyckeln 'qwertz' är okänd här. Här kan stå: namn, pris, köpt, hel, hjul, fack, källa."


def test_the_rest_is_read_although_a_key_is_unknown() -> None:
    checked = check("namn: K\nqwertz: 1\n")
    assert checked.value is not None
    assert checked.value.name == "K"


def test_a_comma_in_words_within_braces_is_explained() -> None:
    (fault,) = faults("{namn: K, hjul: [{storlek: stor, men rund}]}")
    assert fault == (
        "f:1:34: 'men rund' står efter ett komma inom {…} och har inget värde. "
        "Sätt citattecken runt text med kommatecken i."
    )


def test_a_missing_key_is_named_where_it_should_stand() -> None:
    assert faults("namn: K\nhjul:\n  - färg: röd\n") == ["f:3:5: 'storlek' saknas. Lägg till 'storlek:' här."]


def test_without_its_name_nothing_is_understood_but_the_problem_is_told() -> None:
    checked = check("pris: 5 kr\n")
    assert checked.value is None
    assert said(checked.problems) == ["f:1:1: 'namn' saknas. Lägg till 'namn:' här."]


@pytest.mark.parametrize(
    ("text", "swedish"),
    [
        ("pris: mycket", "f:2:7: 'mycket' är inget belopp."),
        ("pris: [1 kr]", "f:2:7: Här står en lista där ett enda värde väntas."),
        ("pris: {a: b}", "f:2:7: Här står en grupp där ett enda värde väntas."),
        ("pris:", "f:2:6: "),
        ("köpt: 2021-02-31", "f:2:7: 31 februari 2021 finns inte."),
        ("hel: kanske", "f:2:6: 'kanske' är varken ja eller nej."),
        ("hel: yes", "f:2:6: 'yes' är varken ja eller nej."),
        ("hjul: stor", "f:2:7: Här väntas en lista."),
        ("hjul: [{storlek: a, färg: rod}]", "f:2:27: 'rod' är inte ett av de ord som kan stå här. Menade du 'röd'?"),
        ("hjul: [{storlek: a, färg: q}]", "f:2:27: 'q' är inte ett av de ord som kan stå här. Skriv ett av: röd, blå."),
        ("hjul: [{storlek: ''}]", "f:2:18: Värdet är tomt."),
        ("hjul: [[a]]", "f:2:8: "),
        ("fack: stor", "f:2:7: 'stor' står där en grupp av nycklar väntas."),
        ("fack: [stor]", "f:2:7: Här står en lista där varje post ska ha ett namn."),
        ("källa: {a: b}", "f:2:8: "),
        ("källa: [Ö]", "f:2:9: 'Ö' kan inte vara ett id."),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_at_its_place(text: str, swedish: str) -> None:
    (fault,) = faults(f"namn: K\n{text}\n")
    assert fault.startswith(swedish)


def test_a_key_of_the_wrong_kind_is_told_at_the_key() -> None:
    (fault,) = faults("namn: K\nfack:\n  Överst: stor\n")
    assert fault.startswith("f:3:3: 'Överst' kan inte vara ett id.")


def test_everything_wrong_is_told_at_once() -> None:
    found = faults(
        "namn: ''\npris: mycket\nkopt: 2021\nhel: kanske\nhjul:\n  - färg: röd\n  - storlek: a\n    färg: q\n"
    )
    assert sorted(f.split(": ")[0] for f in found) == ["f:1:7", "f:2:7", "f:3:1", "f:4:6", "f:6:5", "f:8:11"]


def test_what_is_wrong_is_left_out_and_the_rest_kept() -> None:
    checked = check("namn: K\npris: mycket\nhel: ja\nhjul: [a, {färg: röd}, c]\n")
    assert checked.value is not None
    assert checked.value.price is None
    assert checked.value.whole is True
    assert [wheel.size for wheel in checked.value.wheels] == ["a", "c"]
    assert checked.left_out == {("pris",), ("hjul", 1)}


def test_two_wrong_items_of_a_list_are_left_out_and_no_others() -> None:
    checked = check("namn: K\nhjul: [{färg: röd}, {färg: blå}, tre, fyra, {färg: röd}, sex]\n")
    assert checked.value is not None
    assert [wheel.size for wheel in checked.value.wheels] == ["tre", "fyra", "sex"]
    assert checked.left_out == {("hjul", 0), ("hjul", 1), ("hjul", 4)}


def test_the_tree_itself_is_left_as_it_was() -> None:
    tree, _ = read_tree("namn: K\npris: mycket\n", file="f")
    check_tree(Cart, tree)
    assert tree.value == {"namn": "K", "pris": "mycket"}


def test_a_file_that_is_no_group_of_keys_is_told_so() -> None:
    checked = check("- a\n")
    assert checked.value is None
    assert [p.place.line for p in checked.problems] == [1]


@pytest.mark.parametrize("text", ["källa: []", "hjul: [{storlek: " + "x" * 3000 + "}]"])
def test_no_message_is_half_in_another_language(text: str) -> None:
    (fault,) = faults(f"namn: K\n{text}\n")
    assert "should have" not in fault
    assert len(fault) < 600


def test_a_list_is_called_a_list_in_english() -> None:
    (problem,) = check("namn: K\npris: [1 kr]\n").problems
    assert problem.message.say(EN) == "There is a list here where one value is expected."


def test_what_a_clause_says_is_the_same_however_it_was_laid_out() -> None:
    one, other = check("namn: K\nhjul: [a]\n").value, check("hjul:\n  - storlek: a\nnamn: K # ny\n").value
    assert as_plain(one) == as_plain(other) == {"namn": "K", "hel": "False", "hjul": [{"storlek": "a"}]}
