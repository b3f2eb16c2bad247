"""Wrong use: options, years, dates and names that cannot be meant. Exit code 2, one sentence, what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import asked, overens
from tests.cli.test_language import fragments

JONKOPING = "region jönköpings län"
ENGLISH_OF_CLICK = (
    "is not a",
    "requires an argument",
    "does not take",
    "is a directory",
    "Missing",
    "Invalid",
    "Error",
)


def wrong(*question: str | Path) -> tuple[str, str]:
    """Fail unless it is wrong use, said in one line of one language; return what is said in Swedish and English."""
    answers = [overens(*question, "--lang", language) for language in ("sv", "en")]
    for answer in answers:
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.count("\n") == 1
        assert "Traceback" not in answer.err
    swedish, english = (answer.err.strip() for answer in answers)
    assert [words for words in ENGLISH_OF_CLICK if words in swedish] == []
    assert [piece for piece in fragments("en") if piece in swedish] == []
    assert [piece for piece in fragments("sv") if piece in english] == []
    return swedish, english


# --- years and days -----------------------------------------------------------------


@pytest.mark.parametrize("year", ["x", "", "1066", "1989", "2101", "20 24", "2024.0", "٢٠٢٤", "２０２４"])
@pytest.mark.parametrize("command", [("year",), ("place", "håbo")], ids=["year", "place"])
def test_a_year_that_is_none(command: tuple[str, ...], year: str) -> None:
    swedish, english = wrong(*command, year)

    assert swedish.startswith(f"ÅR: '{year}' är inget år; skriv till exempel 2024.")
    assert english.startswith(f"YEAR: '{year}' is not a year")
    assert swedish.endswith(f"Se 'overens {command[0]} --help'.")


@pytest.mark.parametrize("year", ["1990", "2100"])
def test_the_first_and_the_last_year_are_years(year: str) -> None:
    assert asked("year", year).code == 0


@pytest.mark.parametrize(
    ("day", "swedish", "english"),
    [
        ("2021-02-31", "31 februari 2021 finns inte.", "2021-02-31 does not exist."),
        ("2021-13-01", "'2021-13-01' är inget datum.", "'2021-13-01' is not a date."),
        ("igår", "'igår' är inget datum.", "'igår' is not a date."),
        ("20231221", "'20231221' är inget datum.", "'20231221' is not a date."),
        ("", "'' är inget datum.", "'' is not a date."),
    ],
)
def test_a_day_that_is_none(day: str, swedish: str, english: str) -> None:
    said = wrong("agreement", "cancer-2024", "--as-known-on", day)

    assert said[0].startswith(f"--as-known-on: {swedish} ")
    assert said[1].startswith(f"--as-known-on: {english} ")


def test_a_day_on_the_command_line_is_not_told_to_be_recorded_in_a_file() -> None:
    swedish, english = wrong("year", "2024", "--as-known-on", "2021-02-31")

    assert "Månaden har 28 dagar" in swedish
    assert "motsägelser" not in swedish
    assert "motsägelser" not in english


# --- options and words --------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (("year",), "ÅR saknas."),
        (("place",), "NAMN saknas."),
        (("place", "håbo"), "ÅR saknas."),
        (("agreement",), "ID saknas."),
        (("explain", "håbo"), "ID/POTT saknas."),
        (("check-annex",), "TABELL.csv saknas."),
        (("figures", "show"), "ID saknas."),
        (("year", "2024", "2025"), "För många ord: 2025."),
        (("place", "region", "jönköpings", "län", "2024"), "Sätt citattecken runt namn med mellanslag."),
        (("year", "2024", "-x"), "Valet -x finns inte."),
        (("year", "2024", "--csv", "--json"), "Välj en av --json, --csv, --csv-excel och --xlsx."),
        (("coverage", "--csv", "--json"), "Välj en av --json, --csv och --csv-excel."),
        (("coverage", "--xlsx"), "Valet --xlsx finns inte."),
        (("schema", "--csv"), "Valet --csv finns inte."),
        (("schema", "lag"), "skriv ett av: avtal, ändring, serie, sammanställning, besked, underlag, scenario."),
        (("figures", "visa"), "Kommandot 'visa' finns inte."),
        (("schema", "--as-known-on", "2024"), "Valet --as-known-on finns inte."),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else None,
)
def test_what_is_missing_too_much_or_unknown(question: tuple[str, ...], said: str) -> None:
    assert said in wrong(*question)[0]


@pytest.mark.parametrize(
    ("question", "option"),
    [
        (("year", "2024", "--library"), "--library"),
        (("year", "2024", "--out"), "--out"),
        (("year", "2024", "--as-known-on"), "--as-known-on"),
        (("figures", "show", "befolkning", "--per"), "--per"),
        (("year", "2024", "--json=1"), "--json"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else None,
)
def test_an_option_without_its_value_or_with_one_too_many(question: tuple[str, ...], option: str) -> None:
    answer, english = overens(*question), overens("--lang", "en", *question)

    for one in (answer, english):
        assert (one.code, one.out) == (2, "")
        assert option in one.err
        assert f"overens {' '.join(question[: 2 if question[0] == 'figures' else 1])} --help" in one.err
    assert [words for words in ENGLISH_OF_CLICK if words in answer.err] == []


@pytest.mark.parametrize("option", ["--out", "--library"])
def test_an_empty_path_is_not_the_folder_one_stands_in(option: str) -> None:
    swedish, english = wrong("year", "2024", option, "")

    assert option in swedish
    assert option in english


def test_out_that_is_a_folder(tmp_path: Path) -> None:
    swedish, english = wrong("year", "2024", "--csv", "--out", tmp_path)

    assert str(tmp_path) in swedish
    assert str(tmp_path) in english
    assert list(tmp_path.iterdir()) == []


# --- names --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (("agreement", "befolkning"), "Avtalet 'befolkning' finns inte."),
        (("agreement", ""), "Avtalet '' finns inte."),
        (("agreement", "kvinnors-halsa-2024/befolkning"), "'kvinnors-halsa-2024'"),
        (("place", "", "2024"), "Platsen '' finns inte."),
        (("place", "9999", "2024"), "Platsen '9999' finns inte."),
        (("explain", "xyzzy", "kvinnors-halsa-2024/befolkning"), "Platsen 'xyzzy' finns inte."),
        (("explain", JONKOPING, "kvinnors-halsa-2024"), "Vilken pott?"),
        (("figures", "show", "xyzzy"), "Underlaget 'xyzzy' finns inte."),
        (("figures", "show", ""), "Underlaget '' finns inte."),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else None,
)
def test_names_of_nothing(question: tuple[str, ...], said: str) -> None:
    assert said in wrong(*question)[0]


def test_a_date_a_figure_does_not_have_lists_each_it_has_once_and_in_order() -> None:
    swedish, english = wrong("figures", "show", "befolkning", "--per", "1999")

    assert "1999" in swedish
    dates = swedish.split("Det finns per: ")[1].split(". Se ")[0].split(", ")
    assert dates == sorted(set(dates))
    assert "2023-11-01" in dates
    assert "It exists on: " in english


def test_a_table_cannot_be_held_against_a_pot_that_is_not_computed(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("kod;belopp\n06;1\n", encoding="utf-8")

    swedish, english = wrong("check-annex", table, "tillganglighet-2024/bup")

    assert "är inte beräknad: 4 värden i regeln är inte kända, bland dem nyckeln." in swedish
    assert "is not computed: 4 values in the rule are not known, among them the key." in english


# --- a table to check ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, ":1:1: "),
        ("", ":1:1: Tabellen är tom."),
        ("a;b\n1;2\n", ":1:1: Kolumnerna 'a, b' säger inte vem och hur mycket. Döp en kolumn till"),
        ("kod;belopp\n99;1\n", ":2:1: '99' är ingen region."),
        ("kod;belopp\n06;544 99 160\n", ":2:4: '544 99 160' är inte hela kronor. Skriv till exempel 47 803 842."),
    ],
)
def test_a_table_that_cannot_be_read_is_said_and_proves_nothing(tmp_path: Path, text: str | None, said: str) -> None:
    table = tmp_path / "tabell.csv"
    if text is not None:
        table.write_text(text, encoding="utf-8")

    answer = overens("check-annex", table, "kvinnors-halsa-2024/befolkning")

    assert answer.code == 1
    assert f"{table}{said}" in answer.said.replace("\u00a0", " ")
    assert "prov på regeln" not in answer.said, "a table without cells is no proof of anything"
    assert "0 av 0" not in answer.said
    assert "Traceback" not in answer.said


def test_a_recipient_that_stands_twice_in_a_table_is_said_with_both_lines(tmp_path: Path) -> None:
    table = tmp_path / "tabell.csv"
    table.write_text("kod;belopp\n06;1\n06;2\n", encoding="utf-8")

    answer = overens("check-annex", table, "kvinnors-halsa-2024/befolkning")

    assert answer.code == 1
    assert f"{table}:3:1: Region Jönköpings län står två gånger; första gången på rad 2." in answer.said
