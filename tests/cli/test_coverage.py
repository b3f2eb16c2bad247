"""overens coverage: which grants there are for which years, as a matrix, year by year, as JSON and CSV."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest

from overens.vocabulary.wording import swedish_order
from tests.cli.own_files import agreement, check, write
from tests.cli.running import Answer, asked, document, overens
from tests.cli.shapes import WORDS_OR_NULL, has, is_amount

STATES = {"in_library": "●", "missing": "○", "did_not_exist": "–", "unknown": "?", "not_said": "·"}
SERIES = """\
id: prov
namn: Åprov
fanns inte:
  - {år: 2019–2021, skäl: kom 2022}
saknas:
  - {år: 2023, skäl: ej läst, belopp: 5 Mkr}
anmärkning: mer kommer
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Return a folder with the grant 'prov' of 2024, in two parts in 2025, and what is said of the other years."""
    folder = write(
        tmp_path / "mina",
        a_yaml=agreement(),
        b_yaml=agreement().replace("prov-2024", "prov-2025-del-1").replace("avser: 2024", "avser: 2025"),
        c_yaml=agreement().replace("prov-2024", "prov-2025-del-2").replace("avser: 2024", "avser: 2025–2026"),
    )
    write(folder / "serier", prov_yaml=SERIES)
    return folder


def coverage(*args: str, library: Path, columns: int = 100) -> Answer:
    return overens("coverage", *args, "--library", library, columns=columns)


def years(library: Path, *args: str) -> dict[int, Any]:
    (one,) = coverage("--series", "prov", "--json", *args, library=library).json["series"]
    return {year["year"]: year for year in one["years"]}


def test_each_year_has_a_state_and_what_says_so(mine: Path) -> None:
    found = years(mine)

    assert [found[year]["state"] for year in range(2019, 2027)] == [
        "did_not_exist",
        "did_not_exist",
        "did_not_exist",
        "not_said",
        "missing",
        "in_library",
        "in_library",
        "in_library",
    ]
    assert (found[2023]["reason"], found[2023]["amount"]["kr"]) == ("ej läst", 5_000_000)
    assert [a["id"] for a in found[2025]["agreements"]] == ["prov-2025-del-1", "prov-2025-del-2"]
    assert [a["id"] for a in found[2026]["agreements"]] == ["prov-2025-del-2"]


def test_one_year_says_why_each_grant_is_not_there(mine: Path) -> None:
    said = coverage("2023", library=mine).said

    assert "· Åprov (≈ 5 000 000 kr): ej läst" in said
    assert said == coverage("--from", "2023", "--to", "2023", library=mine).said


def test_a_grant_that_may_not_have_existed_stands_apart_from_the_missing(mine: Path) -> None:
    series = mine / "serier" / "prov.yaml"
    series.write_text(SERIES.replace("saknas:", "okänt:").replace(", belopp: 5 Mkr", ""), "utf-8")
    said = coverage("2023", library=mine).said

    missing, doubtful = said.split("Okänt om det fanns")
    assert ("Åprov" in missing, "Åprov" in doubtful) == (False, True)


def test_one_grant_year_by_year(mine: Path) -> None:
    said = coverage("--series", "prov", library=mine).said

    assert "Åprov (prov)" in said
    assert "2019–2021 – – fanns inte: kom 2022" in said
    assert "2022 · – ej angivet" in said
    assert "2023 ○ ≈ 5 000 000 kr saknas här: ej läst" in said
    assert "2024 ● 1 000 000 kr prov-2024" in said
    assert "prov-2025-del-1: 1 000 000 kr; prov-2025-del-2, för 2025–2026: 1 000 000 kr" in said
    assert said.endswith("mer kommer")


@pytest.mark.parametrize("typed", ["prov", "PROV", "åprov", "Aprov"])
def test_a_grant_is_found_by_id_or_name(mine: Path, typed: str) -> None:
    assert "Åprov (prov)" in coverage("--series", typed, library=mine).said


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("provv", "Bidraget 'provv' finns inte. Menade du prov?"),
        ("psykisk-halsaa", "Menade du psykisk-halsa?"),
        ("covid-", "covid-testning, "),
        ("zzzzzz", "Bidraget 'zzzzzz' finns inte. Kör 'overens coverage --csv' för alla id och namn."),
        ("", "Bidraget '' finns inte."),
    ],
)
def test_a_grant_that_is_none(mine: Path, typed: str, words: str) -> None:
    found = coverage("--series", typed, library=mine)

    assert (found.code, found.out) == (2, "")
    assert words in found.said


@pytest.mark.parametrize(
    ("asked_for", "first", "last"),
    [
        ((), 2019, 2026),
        (("--from", "2023"), 2023, 2026),
        (("--to", "2020"), 2019, 2020),
        (("--from", "2030"), 2030, 2030),
        (("--to", "2010"), 2010, 2010),
        (("--from", "2012", "--to", "2013"), 2012, 2013),
    ],
)
def test_the_years_asked_for(mine: Path, asked_for: tuple[str, ...], first: int, last: int) -> None:
    assert list(years(mine, *asked_for)) == list(range(first, last + 1))


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--from", "2026", "--to", "2019"), "--from 2026 är efter --to 2019. Skriv åren i ordning."),
        (("--from", "x"), "--from: 'x' är inget år"),
        (("--to", "1066"), "--to: '1066' är inget år"),
        (("x",), "'x' är inget år"),
        (("2024", "2025"), "För många ord: 2025."),
        (("2024", "--to", "2025"), "Skriv ett år, eller --from och --to, men inte båda."),
    ],
)
def test_years_that_are_none(args: tuple[str, ...], words: str) -> None:
    found = overens("coverage", *args)

    assert (found.code, found.out) == (2, "")
    assert words in found.said


# --- the matrix ---------------------------------------------------------------------


def test_the_matrix_has_the_signs_of_the_json_and_counts_them() -> None:
    page, series = asked("coverage"), document("coverage")["series"]

    signs = [re.findall(r"  +([●○–?·])", line) for line in page.lines]
    assert [one for one in signs if len(one) == 8] == [[STATES[y["state"]] for y in one["years"]] for one in series]
    for state, sign in STATES.items():
        counted = sum(year["state"] == state for one in series for year in one["years"])
        told = re.search(rf"{re.escape(sign)} [a-zåäö ]+ \({counted}\)", page.said) is not None
        assert told == (counted > 0), state


def test_grants_are_sorted_as_swedish_is(mine: Path) -> None:
    names = [one["name"] for one in coverage("--json", library=mine).json["series"]]

    assert names == sorted(names, key=swedish_order)
    assert names.index("Äldreomsorgslyftet") > names.index("Åprov") > names.index("Vårdens medarbetare")


@pytest.mark.parametrize("columns", [60, 100])
@pytest.mark.parametrize("args", [(), ("--from", "2014"), ("--series", "psykisk-halsa", "--from", "2012")])
def test_no_line_is_wider_than_the_terminal(columns: int, args: tuple[str, ...]) -> None:
    lines = asked("coverage", *args, columns=columns).lines

    assert [line for line in lines if len(line) > columns] == []


def test_it_speaks_english() -> None:
    said = asked("coverage", "--lang", "en").said

    assert "● is here" in said
    assert "Why a year is missing: overens coverage YEAR, or --series NAME." in said


# --- forms --------------------------------------------------------------------------


def test_the_shape_of_the_json() -> None:
    answer = document("coverage")

    assert (answer["first_year"], answer["last_year"]) == (2019, 2026)
    for one in answer["series"]:
        has(one, id=str, name=str, remark=WORDS_OR_NULL, years=list)
        for year in one["years"]:
            has(year, year=int, state=str, agreements=list, reason=WORDS_OR_NULL)
            assert year["state"] in STATES
            assert bool(year["agreements"]) == (year["state"] == "in_library")
            assert (year["reason"] is not None) == (year["state"] in ("missing", "did_not_exist", "unknown"))
            if year["amount"] is not None:
                is_amount(year["amount"])
            for agreement_ in year["agreements"]:
                has(agreement_, id=str, name=str, years=list)
                assert year["year"] in agreement_["years"]


def test_the_csv_has_a_row_for_each_grant_and_year(mine: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(coverage("--csv", library=mine).out)))
    series = coverage("--json", library=mine).json["series"]

    assert [(r["series"], r["year"], r["state"]) for r in rows] == [
        (one["id"], str(year["year"]), year["state"]) for one in series for year in one["years"]
    ]
    mine_ = {r["year"]: (r["agreements"], r["total_kr"]) for r in rows if r["series"] == "prov"}
    assert mine_["2025"] == ("prov-2025-del-1 prov-2025-del-2", "2000000")
    assert mine_["2023"] == ("", "5000000")
    assert mine_["2022"] == ("", "")


# --- what check says of series ------------------------------------------------------


def test_check_warns_of_a_year_said_to_be_missing_that_is_there(mine: Path) -> None:
    write(mine / "serier", prov_yaml=SERIES.replace("år: 2023", "år: 2024"))

    found = check(mine)

    assert (found.code, found.swedish) == (
        0,
        [
            "prov.yaml:6:10: År 2024 står under 'saknas', men 'prov-2024' är för det året."
            " Ta bort året här, eller rätta avtalets 'avser' eller 'serie'."
        ],
    )


def test_check_stops_at_two_files_of_one_series_and_says_where_the_other_is(mine: Path) -> None:
    write(mine / "serier", igen_yaml=SERIES)

    found = check(mine)

    first = mine / "serier" / "igen.yaml"
    assert (found.code, found.swedish) == (
        1,
        [f"prov.yaml:1:5: Serien 'prov' finns redan i {first}:1:5. Lägg ihop de två filerna."],
    )


def test_check_reads_a_single_series_file(mine: Path) -> None:
    file = write(mine / "serier", prov_yaml=SERIES.replace("saknas", "saknat")) / "prov.yaml"

    (problem,) = check(file).swedish

    assert problem.startswith("prov.yaml:5:1: Nyckeln 'saknat' är okänd här. Menade du 'saknas'?")
