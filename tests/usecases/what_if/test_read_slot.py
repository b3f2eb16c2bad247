"""What may be written in a slot, and what is said of what may not."""

from __future__ import annotations

import pytest

from overens.intake.register import read_register
from overens.usecases.what_if.read_slot import Value, read_slot, shown
from overens.usecases.what_if.slots import Choice, Kind, Slot, Written
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Text

LABEL = Text("Golv", "Floor")
NONE = Text("inget golv", "no floor")
EQUAL = Choice("lika", Text("lika", "the same"), "lika")
REGISTER = read_register()


def slot(kind: Kind, empty: Text | None = NONE) -> Slot:
    return Slot("f", LABEL, kind, ("gränser", "golv"), "", empty, (EQUAL,), among=RecipientKind.REGION)


@pytest.mark.parametrize(
    ("kind", "typed", "word", "written"),
    [
        (Kind.MONEY, "20 000 000", "20000000", "20 000 000 kr"),
        (Kind.MONEY, "20\u00a0000\u00a0000 kr", "20000000", "20 000 000 kr"),
        (Kind.MONEY, "20 Mkr", "20000000", "20 000 000 kr"),
        (Kind.MONEY, "1,4 miljarder kr", "1400000000", "1 400 000 000 kr"),
        (Kind.MONEY, "0", "0", "0 kr"),
        (Kind.MONEY, " ", "", None),
        (Kind.PERCENT, "37,5", "37,5", "37,5 %"),
        (Kind.PERCENT, "50 %", "50", "50 %"),
        (Kind.NUMBER, "70,5", "70,5", "70,5"),
        (Kind.COUNT, "5", "5", "5"),
        (Kind.CHOICE, "lika", "lika", "lika"),
        (Kind.NAMES, "Skåne, gotland", "09,12", ["09", "12"]),
        (Kind.NAMES, "09", "09", ["09"]),
        (Kind.NAMES, "", "", None),
    ],
)
def test_what_is_written_is_read(kind: Kind, typed: str, word: str, written: Written | None) -> None:
    assert read_slot(slot(kind), typed, REGISTER) == Value(word, written)


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        (Kind.MONEY, "-3", "negativt"),
        (Kind.MONEY, "10^30", "20 Mkr"),
        (Kind.MONEY, "1" + "0" * 30, "högst 10 000 000 000 000 kr"),
        (Kind.MONEY, "9" * 200, "inget belopp"),
        (Kind.MONEY, "٣", "inget belopp"),
        (Kind.MONEY, "tjugo", "inget belopp"),
        (Kind.MONEY, "cirka 20 Mkr", "utan 'cirka'"),
        (Kind.MONEY, "20.5 Mkr", "20 Mkr"),
        (Kind.PERCENT, "101", "från 0 till 100"),
        (Kind.PERCENT, "4/3", "37,5"),
        (Kind.PERCENT, "-1", "från 0 till 100"),
        (Kind.NUMBER, "x", "inget tal"),
        (Kind.COUNT, "1,5", "heltal"),
        (Kind.CHOICE, "likka", "Menade du 'lika'?"),
        (Kind.CHOICE, "<script>", "Välj i listan"),
        (Kind.NAMES, "Nässjö", "ingen som potten går till"),
        (Kind.NAMES, "Region Gottland", "Region Gotland"),
        (Kind.NAMES, "Skåne, 12", "två gånger"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_would_be_right(kind: Kind, typed: str, words: str) -> None:
    found = read_slot(slot(kind), typed, REGISTER)
    assert isinstance(found, Fault)
    said = f"{found.message.say()} {found.remedy.say()}".replace("\u00a0", " ")
    assert words in said
    assert len(said) < 300


def test_what_must_be_there_cannot_be_emptied() -> None:
    found = read_slot(slot(Kind.MONEY, None), "", REGISTER)
    assert isinstance(found, Fault)
    assert "Golv" in found.message.say()


@pytest.mark.parametrize(
    ("kind", "word", "words"),
    [(Kind.MONEY, "20000000", "20 000 000"), (Kind.NAMES, "09,12", "Gotland, Skåne"), (Kind.PERCENT, "37,5", "37,5")],
)
def test_what_is_shown_is_read_as_the_same(kind: Kind, word: str, words: str) -> None:
    assert shown(slot(kind), word, REGISTER) == words
    found = read_slot(slot(kind), words, REGISTER)
    assert isinstance(found, Value)
    assert found.word == word
