"""What stands after the question mark: read, or refused with what would be right."""

from datetime import date

import pytest

from overens.vocabulary.wording import Language
from overens.web.parameters import choice, flag, one, read_day, read_language, read_parameters, read_year
from overens.web.refused import Refused


def said(caught: pytest.ExceptionInfo[Refused]) -> str:
    fault = caught.value.fault
    return f"{fault.message.say()} {fault.remedy.say()}"


def test_values_are_read_by_name_and_empty_ones_are_not_there() -> None:
    values = read_parameters("lang=en&kind=beslut&kind=villkor&from=&q=%20n%C3%A4ss%20", ("kind", "from", "q"))
    assert values == {"lang": ("en",), "kind": ("beslut", "villkor"), "q": ("näss",)}
    assert read_language(values) is Language.ENGLISH
    assert read_language({}) is Language.SWEDISH
    assert one(values, "q") == "näss"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("langg=en", "Menade du 'lang'?"),
        ("utm_source=x", "Sidan tar: lang, as-known-on"),
        ("lang=en&lang=sv", "'lang' står två gånger, som 'en' och som 'sv'. Ange det en gång."),
        ("lang=en&lang=en", "två gånger"),
        ("sort=" + "x" * 10_000, "10000 tecken, 'xxxxx"),
        ("sort=a%00b", "värde som inte går att läsa: 3 tecken, 'a·b'"),
        ("sort=a%0d%0ab", "värde som inte går att läsa"),
        ("%00=1", "känner inte till '·'"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_would_be_right(query: str, words: str) -> None:
    with pytest.raises(Refused) as caught:
        read_parameters(query, ())
    assert caught.value.status == 422
    assert words in said(caught)
    assert len(said(caught)) < 400


def test_a_view_with_names_of_its_own_is_told_what_is_empty_and_refuses_what_is_doubled() -> None:
    values = read_parameters("golv=&krav-1-andel=5&lang=", (), own=True)
    assert values == {"golv": ("",), "krav-1-andel": ("5",)}
    assert read_parameters("golv=20%C2%A0000%E2%80%AFkr", (), own=True) == {"golv": ("20 000 kr",)}
    for query in ("golv=1&golv=2", "GOLV=1", "g%C3%B6lv=1", f"{'a' * 61}=1", "golv=" + "9" * 201):
        with pytest.raises(Refused):
            read_parameters(query, (), own=True)


def test_more_fields_than_any_page_has_are_refused() -> None:
    with pytest.raises(Refused):
        read_parameters("&".join(f"kind={n}" for n in range(100)), ("kind",))


@pytest.mark.parametrize(
    ("words", "first", "day"),
    [
        ("2023-12-21", False, date(2023, 12, 21)),
        ("2023-12", False, date(2023, 12, 31)),
        ("2023", True, date(2023, 1, 1)),
        ("", False, None),
    ],
)
def test_a_day_is_the_last_of_a_month_or_its_first(words: str, first: bool, day: date | None) -> None:
    assert read_day({"from": (words,)} if words else {}, "from", first=first) == day


@pytest.mark.parametrize("words", ["igår", "2023-02-30", "<script>", "20231221x", "٢٠٢٣-١٢-٢١"])
def test_what_is_no_day_is_refused_by_name(words: str) -> None:
    with pytest.raises(Refused) as caught:
        read_day({"as-known-on": (words,)}, "as-known-on")
    assert said(caught).startswith("as-known-on: ")


def test_a_choice_is_one_of_those_allowed() -> None:
    assert choice({"theme": ("dark",)}, "theme", ("light", "dark")) == "dark"
    assert flag({"mine": ("1",)}, "mine") is True
    assert flag({}, "mine") is False
    with pytest.raises(Refused) as caught:
        choice({"theme": ("pink",)}, "theme", ("light", "dark"))
    assert said(caught) == "'theme' kan inte vara 'pink'. Skriv ett av: light, dark."


@pytest.mark.parametrize("words", ["24", "1989", "2101", "٢٠٢٤", "2024a"])
def test_what_is_no_year_is_refused(words: str) -> None:
    with pytest.raises(Refused):
        read_year({"year": (words,)}, "year")
