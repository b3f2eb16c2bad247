"""overens export: one table or the whole library as files; whole or not at all, and never over what is there."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from overens.export.columns import FieldKind
from overens.usecases.resources.all import RESOURCES
from tests.cli.own_files import agreement, write
from tests.cli.running import asked, overens
from tests.cli.test_machine import CODE, raising

HOSTILE = "=CMD()|'/c calc'!A1"


def of_csv(text: str) -> list[dict[str, str]]:
    """Return the rows of canonical CSV, without what a spreadsheet needs before a formula."""
    return list(csv.DictReader(io.StringIO(text)))


def in_words(cell: object, *, number: bool) -> str:
    """Return a cell of Parquet or JSON as CSV writes it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(int(cell))
    words = str(cell)
    formula = isinstance(cell, str) and not number and words.startswith(("=", "+", "-", "@"))
    return f"'{words}" if formula else words


@pytest.mark.parametrize("name", RESOURCES)
def test_parquet_csv_and_json_hold_the_same_cells(name: str, tmp_path: Path) -> None:
    file = tmp_path / "x.parquet"
    assert overens("export", name, "--parquet", "--out", file).code == 0
    table = parquet.read_table(file)
    rows = of_csv(overens("export", name, "--csv").out)
    document = overens("export", name, "--json").json
    fields = {field.name: field.kind is FieldKind.VALUE for field in RESOURCES[name].fields}
    assert [one for one in table.column_names if one not in fields] in ([], ["value_float"])
    for field, number in fields.items():
        for cells in (table[field].to_pylist(), document["columns"][field]):
            assert [in_words(cell, number=number) for cell in cells] == [row[field] for row in rows], field
    assert document["rows"] == table.num_rows == len(rows)


def test_the_list_counts_the_rows_that_each_table_has() -> None:
    counted = {one["name"]: one["rows"] for one in overens("export", "--json").json["resources"]}
    assert counted == {one["name"]: int(one["rows"]) for one in of_csv(overens("export", "--csv").out)}
    assert counted["awards"] == asked("export", "awards", "--json").json["rows"] > 10_000


@pytest.mark.parametrize(("form", "ending"), [("--parquet", "parquet"), ("--csv", "csv"), ("--json", "json")])
def test_the_whole_library_is_described_and_the_same_each_time(form: str, ending: str, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        assert overens("export", "--all", form, "--out", tmp_path / folder).code == 0
    files = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "b").iterdir()}
    package: Any = json.loads(files["datapackage.json"])
    assert sorted(files) == sorted(["datapackage.json", *(f"{name}.{ending}" for name in RESOURCES)])
    for one in package["resources"]:
        assert one["hash"] == f"sha256:{hashlib.sha256(files[one['path']]).hexdigest()}"
        assert [field["name"] for field in one["schema"]["fields"]] == [
            field.name for field in RESOURCES[one["name"]].fields
        ]
    assert package["run"]


def test_only_what_was_known_is_taken_along(tmp_path: Path) -> None:
    found = overens("export", "agreements", "--json", "--as-known-on", "2023-12-21").json
    assert 0 < found["rows"] < asked("export", "agreements", "--json").json["rows"]
    known = zip(found["columns"]["known_from_day"], found["columns"]["total_kr"], strict=True)
    assert all(day is None or day <= "2023-12-21" or total is None for day, total in known)
    file = tmp_path / "x.parquet"
    overens("export", "agreements", "--parquet", "--out", file, "--as-known-on", "2023-12-21")
    said = parquet.read_schema(file).metadata
    assert said[b"as_known_on"] == b"2023-12-21"
    assert said[b"run"].decode() == found["citation"]["run"]["whole"]
    assert said[b"source"] == b"/data/agreements?as-known-on=2023-12-21"


def test_a_name_that_begins_as_a_formula_is_harmless_in_csv_and_itself_in_parquet(tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, prov_yaml=agreement().replace("namn: Prov\n", f'namn: "{HOSTILE}"\n'))
    file = tmp_path / "x.parquet"
    assert overens("export", "agreements", "--parquet", "--out", file, "--library", own).code == 0
    assert HOSTILE in parquet.read_table(file)["name"].to_pylist()
    names = [row["name"] for row in of_csv(overens("export", "agreements", "--csv", "--library", own).out)]
    assert f"'{HOSTILE}" in names
    assert HOSTILE not in names


def test_kronor_beyond_64_bits_are_refused_for_parquet_and_whole_in_csv(tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, prov_yaml=agreement(amount=f"{10**19:,} kr".replace(",", " ")))
    file = tmp_path / "x.parquet"
    refused = overens("export", "pots", "--parquet", "--out", file, "--library", own)
    assert (refused.code, file.exists()) == (CODE["problems"], False)
    assert f"amount_kr är {10**19}, mer än 64 bitar rymmer. Ta CSV eller JSON" in refused.said
    rows = of_csv(overens("export", "pots", "--csv", "--library", own).out)
    assert str(10**19) in {row["amount_kr"] for row in rows}
    whole = overens("export", "--all", "--parquet", "--out", tmp_path / "data", "--library", own)
    assert (whole.code, (tmp_path / "data").exists()) == (CODE["problems"], False)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("award",), "Tabellen 'award' finns inte. Menade du 'awards'?"),
        (("xyzzy",), "Tabellen 'xyzzy' finns inte. Det finns: recipients, agreements"),
        (("awards", "--parquet"), "säg vilken med --out awards.parquet"),
        (("--parquet",), "Vilken tabell?"),
        (("--all",), "--all behöver en form och en mapp"),
        (("--all", "--parquet"), "--all behöver en form och en mapp"),
        (("awards", "--all", "--csv", "--out", "x"), "--all tar alla tabeller; ta bort 'awards' eller --all."),
        (("awards", "--parquet", "--csv"), "Välj en av --parquet, --json, --csv och --csv-excel."),
    ],
)
def test_wrong_use_says_what_would_be_right(wrong: tuple[str, ...], said: str) -> None:
    answer = overens("export", *wrong)
    assert answer.code == CODE["wrong use"]
    assert said in answer.said
    assert "overens export" in overens("export", *wrong, language="en").said


def test_a_folder_with_anything_in_it_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("mitt")
    answer = overens("export", "--all", "--csv", "--out", tmp_path)
    assert (answer.code, [path.name for path in tmp_path.iterdir()]) == (CODE["wrong use"], ["x.txt"])
    assert "är inte tom; ange en ny eller tom mapp" in answer.said
    file = overens("export", "--all", "--csv", "--out", tmp_path / "x.txt")
    assert file.code == CODE["wrong use"]
    assert (tmp_path / "x.txt").read_text() == "mitt"


@pytest.mark.parametrize("call", ["fsync", "link"])
def test_a_disk_that_fills_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    import errno

    refuse, calls = raising(errno.ENOSPC), iter(range(100))
    if call == "fsync":
        monkeypatch.setattr("os.fsync", lambda *args: refuse(*args) if next(calls) == 3 else None)
    else:
        monkeypatch.setattr("overens.export.write_file._put_new", refuse)
    answer = overens("export", "--all", "--csv", "--out", tmp_path / "data")
    assert answer.code == CODE["refused"]
    assert "Disken är full" in answer.said
    assert list((tmp_path / "data").iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    answer = overens("export", "--all", "--csv", "--out", tmp_path / "x" / "data")
    assert answer.code == CODE["refused"]
    assert "Traceback" not in answer.err


def test_errors_in_a_library_stop_it_before_anything_is_written(tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, prov_yaml=agreement(amount="en massa pengar"))
    answer = overens("export", "--all", "--csv", "--out", tmp_path / "data", "--library", own)
    assert (answer.code, (tmp_path / "data").exists()) == (CODE["problems"], False)
    assert "Inget har beräknats." in answer.said


def test_an_announcement_with_an_error_is_told_and_not_our_fault(tmp_path: Path) -> None:
    (tmp_path / "own" / "besked").mkdir(parents=True)
    (tmp_path / "own" / "besked" / "x.yaml").write_text("id: x\n", encoding="utf-8")
    answer = overens("export", "announcements", "--csv", "--library", tmp_path / "own")
    assert answer.code == CODE["problems"]
    assert "x.yaml" in answer.said


def test_without_pyarrow_it_says_which_extra_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    answer = overens("export", "awards", "--parquet", "--out", tmp_path / "x.parquet")
    assert answer.code == CODE["refused"]
    assert 'pip install "overens[data]"' in answer.said


def test_the_fields_are_described_in_both_languages() -> None:
    assert "tilldelat, kronor" in overens("export", "awards").said
    assert "awarded, kronor" in overens("export", "awards", language="en").said
    assert "awards" in overens("export").said
