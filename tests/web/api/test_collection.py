"""A small table asked for: what fits, in which order, and how much of it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from overens.export.columns import Cell, Field, FieldKind
from overens.usecases.library import Library
from overens.usecases.resources.model import Resource
from overens.vocabulary.wording import Language, Text
from overens.web.api.collection import Page, parameters_of, select
from overens.web.api.parameter import read_query
from overens.web.refused import Refused

ABOUT = Text("fält", "field")
FIELDS = (
    Field("code", FieldKind.TEXT, ABOUT),
    Field("name", FieldKind.TEXT, ABOUT),
    Field("kind", FieldKind.TEXT, ABOUT, ("city", "village")),
    Field("paid_kr", FieldKind.KRONOR, ABOUT, nullable=True),
    Field("paid_on", FieldKind.DAY, ABOUT, nullable=True),
    Field("sure", FieldKind.TRUTH, ABOUT),
    Field("share", FieldKind.SHARE, ABOUT),
)
COLUMNS: dict[str, list[Cell]] = {
    "code": ["01", "02", "03", "04"],
    "name": ["Östersund", "Ale", "Åre", Text("Arboga", "Arboga town")],
    "kind": ["city", "village", "village", "city"],
    "paid_kr": [300, None, -100, 200],
    "paid_on": [date(2024, 1, 31), None, date(2023, 12, 1), date(2024, 1, 1)],
    "sure": [True, False, True, True],
    "share": [Fraction(1, 3), Fraction(1, 2), Fraction(0), Fraction(1)],
}


def nothing_else(library: Library, day: date | None) -> dict[str, list[Any]]:
    raise AssertionError  # the columns are given


TABLE = Resource("towns", ABOUT, ABOUT, ("code",), FIELDS, nothing_else)


def asked(query: str, language: Language = Language.SWEDISH) -> Page:
    return select(TABLE, COLUMNS, read_query(query, parameters_of(TABLE)), language)


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["01", "02", "03", "04"]),
        ("code=02", ["02"]),
        ("kind=city&sure=true", ["01", "04"]),
        ("sure=false", ["02"]),
        ("paid_kr=-100", ["03"]),
        ("paid_kr_from=200", ["01", "04"]),
        ("paid_kr_from=-100&paid_kr_to=200", ["03", "04"]),
        ("paid_on_from=2024-01-01", ["01", "04"]),
        ("paid_on_to=2023-12-31", ["03"]),
        ("name=Arboga", ["04"]),
        ("name=Arboga town", []),
        ("sort=name", ["02", "04", "03", "01"]),
        ("sort=-paid_kr", ["01", "04", "03", "02"]),
        ("sort=paid_kr", ["03", "04", "01", "02"]),
        ("sort=kind,-code", ["04", "01", "03", "02"]),
        ("sort=kind&sort=-code", ["04", "01", "03", "02"]),
        ("limit=2", ["01", "02"]),
        ("limit=2&offset=3", ["04"]),
        ("offset=10", []),
    ],
)
def test_what_is_asked_for_is_given(query: str, codes: list[str]) -> None:
    assert asked(query.replace(" ", "+")).columns["code"] == codes


def test_all_that_fit_are_counted_whatever_the_page() -> None:
    assert asked("kind=city&limit=1").total == 2


def test_only_the_fields_asked_for_are_given_in_their_order() -> None:
    assert asked("fields=share,paid_on&limit=1").columns == {"share": ["1/3"], "paid_on": ["2024-01-31"]}


def test_a_sentence_is_in_the_language_asked_for() -> None:
    assert asked("code=04&fields=name", Language.ENGLISH).columns == {"name": ["Arboga town"]}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("coed=01", "Menade du 'code'?"),
        ("xyzzyxyzzy=1", "Här finns: code, name"),
        ("code=01&code=02", "'code' står två gånger"),
        ("code=", "'code' kan inte vara ''"),
        ("kind=cty", "Menade du 'city'?"),
        ("paid_kr=1e3", "ett heltal"),
        ("paid_kr=+1", "ett heltal"),
        ("paid_kr=٣", "ett heltal"),
        ("paid_kr=9999999999999999", "ett heltal"),
        ("paid_on_from=2024-02-30", "en dag, som"),
        ("paid_on_from=2024-01", "en dag, som"),
        ("sure=1", "ett av: true, false"),
        ("share=1/3", "'share' finns inte här"),
        ("sort=nmae", "Menade du 'name'?"),
        ("fields=code,code", "var och ett en gång"),
        ("limit=1001", "följ länken 'next'"),
        ("limit=0", "ett heltal från 1"),
        ("offset=-1", "ett heltal från 0"),
        ("lang=de", "ett av: sv, en"),
        (f"name={'x' * 201}", "högst 200 tecken"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_would_be_right(query: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        asked(query)
    assert words in f"{refused.value.fault.message.say()} {refused.value.fault.remedy.say()}"
