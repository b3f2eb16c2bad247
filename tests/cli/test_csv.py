"""--csv and --csv-excel: the same table for programs and for Swedish Excel, summing as the JSON does."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.cli.own_files import agreement, write
from tests.cli.running import asked, document, overens

Rows = list[dict[str, str]]

JONKOPING = "region jönköpings län"
POT = "kvinnors-halsa-2024/befolkning"
COLUMNS = {
    ("year", "2024"): "kind,code,name,published_kr,verified_kr,inferred_kr,residual_kr,outside_table_kr,ceiling_kr",
    (
        "place",
        JONKOPING,
        "2024",
    ): "agreement,pot,name,awarded_kr,low_kr,high_kr,ceiling_kr,at_least_kr,least_if_met_kr,certainty,shared",
    ("calendar", JONKOPING, "2024"): "first,last,when,kind,what,agreement,pot,by,own,met,kr,source",
    ("agreement", "tillganglighet-2024"): "pot,kind,code,name,awarded_kr,mark,low_kr,high_kr",
    ("explain", JONKOPING, POT): "step,kind,text,source",
    ("lead-time",): "year,variant,kr,median_days,median_low,median_high,median_days_to_30_november,mean_days,"
    "known_by_1_january,known_by_30_november",
    ("lead-time", "2024"): "known_from,date_inferred,name,kind,kr,low_kr,high_kr,uncertain,days,days_low,days_high,"
    "days_to_30_november,agreements,listed,source",
    ("lead-time", "2024", "--payments"): "year,month,dated_kr,at_latest_kr,at_most_kr,undated_kr,not_awarded_kr",
    (
        "compare",
        "2023",
        "2024",
    ): "pot,kind,code,name,before_kr,after_kr,difference_kr,envelope_kr,figure_kr,rule_kr,performance_kr,pot_kr",
    ("check",): "file,line,column,severity,message,remedy",
    ("figures", "list"): "id,recipients,name,unit,measured_on",
    ("figures", "show", "N79223"): "figure,recipients,measured_on,kind,code,name,value",
}
each_table = pytest.mark.parametrize("question", COLUMNS, ids=" ".join)


def canonical(*question: str) -> Rows:
    """Return the rows of the canonical form."""
    return list(csv.DictReader(io.StringIO(asked(*question, "--csv").out)))


def excel(*question: str) -> Rows:
    """Return the rows of the form for Excel, without the byte order mark."""
    text = asked(*question, "--csv-excel").out.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def total(rows: Rows, column: str) -> int:
    """Return the sum of a column of kronor; empty is not known."""
    return sum(int(row[column]) for row in rows if row[column])


# --- both forms ---------------------------------------------------------------------


@each_table
def test_canonical_is_comma_line_feed_and_one_header(question: tuple[str, ...]) -> None:
    answer = asked(*question, "--csv")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[0] == COLUMNS[question]
    assert "\r" not in answer.out
    assert answer.out.endswith("\n")
    assert not answer.out.startswith("\ufeff")


@each_table
def test_excel_is_a_byte_order_mark_semicolons_and_crlf(question: tuple[str, ...]) -> None:
    text = asked(*question, "--csv-excel").out

    assert text.startswith("\ufeff")
    assert text.removeprefix("\ufeff").splitlines()[0] == COLUMNS[question].replace(",", ";")
    assert text.count("\n") == text.count("\r\n")
    assert text.endswith("\r\n")


@each_table
def test_both_forms_have_the_same_cells(question: tuple[str, ...]) -> None:
    decimal = {"value", "mean_days", "known_by_1_january", "known_by_30_november"}
    plain = [{k: v.replace(".", ",") if k in decimal else v for k, v in row.items()} for row in canonical(*question)]

    assert excel(*question) == plain


def test_decimals_have_a_point_for_programs_and_a_comma_for_excel() -> None:
    question = ("figures", "show", "N79223", "--per", "2021")
    values = [[row["value"] for row in form(*question) if row["code"] == "03"] for form in (canonical, excel)]

    assert values == [["56.9"], ["56,9"]]


@each_table
def test_kronor_are_bare_digits(question: tuple[str, ...]) -> None:
    for row in (*canonical(*question), *excel(*question)):
        for column, cell in row.items():
            if column.endswith("_kr"):
                assert cell == "" or cell.removeprefix("-").isdecimal(), f"{column}: {cell!r}"


@each_table
def test_column_names_are_the_same_in_english(question: tuple[str, ...]) -> None:
    assert asked(*question, "--csv", "--lang", "en").out.splitlines()[0] == COLUMNS[question]


# --- the sums of the JSON -----------------------------------------------------------


def test_the_year_sums_as_its_json() -> None:
    rows = canonical("year", "2024")
    regions = document("year", "2024")["regions"]

    assert [row["code"] for row in rows] == [region["code"] for region in regions]
    for column in ("published_kr", "verified_kr", "inferred_kr", "residual_kr", "outside_table_kr", "ceiling_kr"):
        assert total(rows, column) == sum(region[column] for region in regions)
    assert total(rows, "residual_kr") == -161_000_000


def test_what_was_not_printed_is_empty_and_not_0() -> None:
    assert {(row["published_kr"], row["residual_kr"]) for row in canonical("year", "2021")} == {("", "")}


def test_the_agreement_has_a_row_for_every_award_of_its_json() -> None:
    rows = canonical("agreement", "tillganglighet-2024")
    awards = [
        (pot["id"], a["kind"], a["code"], str(a["awarded_kr"]), a["mark"])
        for pot in document("agreement", "tillganglighet-2024")["pots"]
        for a in pot["awards"]
    ]

    assert [(r["pot"], r["kind"], r["code"], r["awarded_kr"], r["mark"]) for r in rows] == awards
    assert total(rows, "awarded_kr") == 2_487_000_000


def test_the_place_sums_as_its_json_and_never_writes_0_for_what_is_not_computed() -> None:
    rows = canonical("place", JONKOPING, "2024")
    answer: Any = document("place", JONKOPING, "2024")

    assert total(rows, "awarded_kr") == answer["total_kr"]
    left = {f"{row['agreement']}/{row['pot']}": row["awarded_kr"] for row in rows if row["certainty"] == "not_computed"}
    assert set(left.values()) == {""}
    assert {"cancer-2024/patologi-radiologi", "cancer-2024/rehabilitering", "tillganglighet-2024/bup"} <= left.keys()
    assert [row for row in rows if row["awarded_kr"] == "" and row["certainty"] != "not_computed"] == []


def test_shared_money_is_told_from_a_places_own() -> None:
    rows = canonical("place", "håbo", "2024")

    assert {row["pot"]: bool(row["shared"]) for row in rows if row["agreement"] == "god-och-nara-vard-2024"} == {
        "kommuner": True
    }
    assert total([row for row in rows if not row["shared"]], "awarded_kr") == 650_000


def test_a_figure_has_its_values_and_nothing_where_none_was_published() -> None:
    rows = canonical("figures", "show", "befolkning", "--per", "2025-09-30")
    regions = [row for row in rows if row["recipients"] == "region"]

    assert len(regions) == 21
    assert total(regions, "value") == 9_699_964
    assert [row["code"] for row in regions if not row["value"]] == ["13", "21", "24"]


def test_kinds_of_recipients_are_the_words_of_the_json() -> None:
    listed = {(figure["id"], figure["kind"]) for figure in document("figures", "list")["figures"]}

    assert {(row["id"], row["recipients"]) for row in canonical("figures", "list")} == listed


# --- check-annex --------------------------------------------------------------------


def test_a_checked_table_has_a_difference_for_each_cell(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("kod;belopp\n06;47 803 843\n09;7910271\n", encoding="utf-8")

    answer = overens("check-annex", table, POT, "--csv")

    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(answer.out))}
    assert answer.code == 1
    assert answer.out.splitlines()[0] == "kind,code,name,table_kr,computed_kr,difference_kr"
    assert (rows["06"]["difference_kr"], rows["09"]["difference_kr"]) == ("1", "0")
    assert (rows["01"]["table_kr"], rows["01"]["difference_kr"]) == ("", "")


def test_a_misprint_is_said_beside_the_csv_too(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("kod;belopp\n06;544 99 160\n", encoding="utf-8")

    answer = overens("check-annex", table, POT, "--csv")

    assert answer.code == 1
    assert f"{table}:2:4: '544 99 160' är inte hela kronor." in answer.err


# --- text that a spreadsheet would run ----------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+46", "-cmd", "@SUM(A1)", '=HYPERLINK(""http://x"")'])
@pytest.mark.parametrize("form", ["--csv", "--csv-excel"])
def test_text_that_looks_like_a_formula_is_made_harmless(tmp_path: Path, text: str, form: str) -> None:
    named = agreement().replace("namn: Till alla", f"namn: '{text}'")
    folder = write(tmp_path, prov_yaml=named)

    answer = overens("place", JONKOPING, "2024", form, "--library", folder)

    separator = ";" if form == "--csv-excel" else ","
    rows = csv.DictReader(io.StringIO(answer.out.removeprefix("\ufeff"), newline=""), delimiter=separator)
    assert [row["name"] for row in rows if row["agreement"] == "prov-2024"] == [f"'{text}"]


# --- to a file ----------------------------------------------------------------------


@pytest.mark.parametrize("form", ["--csv", "--csv-excel", "--json"])
def test_out_writes_what_would_have_been_printed(tmp_path: Path, form: str) -> None:
    answer = overens("year", "2024", form, "--out", tmp_path / "2024.ut")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"Skrev {tmp_path / '2024.ut'}.\n"
    assert (tmp_path / "2024.ut").read_bytes().decode() == asked("year", "2024", form).out
    assert [path.name for path in tmp_path.iterdir()] == ["2024.ut"]


def test_out_writes_words_for_people_too_without_colour(tmp_path: Path) -> None:
    overens("year", "2024", "--out", tmp_path / "2024.txt")

    assert (tmp_path / "2024.txt").read_text(encoding="utf-8") == asked("year", "2024").out


def test_out_replaces_an_old_file_whole(tmp_path: Path) -> None:
    old = tmp_path / "2024.csv"
    old.write_text("gammalt\n" * 10_000, encoding="utf-8")

    assert overens("year", "2024", "--csv", "--out", old).code == 0
    assert old.read_text(encoding="utf-8") == asked("year", "2024", "--csv").out


@pytest.mark.parametrize("forms", [("--csv", "--json"), ("--csv", "--csv-excel"), ("--json", "--csv", "--csv-excel")])
def test_two_forms_at_once_are_refused(tmp_path: Path, forms: tuple[str, ...]) -> None:
    answer = overens("year", "2024", *forms, "--out", tmp_path / "x")

    assert (answer.code, answer.out) == (2, "")
    assert "Välj en av --json, --csv, --csv-excel och --xlsx." in answer.err
    assert list(tmp_path.iterdir()) == []
