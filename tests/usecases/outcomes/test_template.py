"""A template that is written, filled in and read back."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from overens.figures.outcomes.cover import COVER
from overens.figures.outcomes.head import Measure
from overens.intake.register import read_register
from overens.usecases.outcomes.read import ReadOutcomes, read_outcomes
from overens.usecases.outcomes.template import OutcomeTemplate, make_template, periods_through
from overens.usecases.outcomes.template_file import csv_file, workbook
from overens.vocabulary.problems import Fault

TODAY = date(2026, 1, 1)


def template(*names: str, measure: Measure | None = None) -> OutcomeTemplate:
    made = make_template(names, "2024-01", "2024-03", measure, [])
    assert isinstance(made, OutcomeTemplate), made
    return made


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2023-12", "2024-01", ("2023-12", "2024-01")),
        ("2023", "2024", ("2023", "2024")),
        ("2024-02", "2024-01", "är varken månader eller år i följd"),
        ("2024", "2024-02", "är varken månader eller år i följd"),
        ("2024-01-01", "2024-01-02", "är varken månader eller år i följd"),
        ("2024-13", "2024-14", "'2024-13' är inget datum."),
        ("1990-01", "2100-12", "Det är 1332 månader; en mall har högst 240."),
    ],
)
def test_periods_are_months_or_years_in_a_row(first: str, last: str, found: object) -> None:
    answer = periods_through(first, last)
    if isinstance(answer, Fault):
        assert str(found) in answer.message.say()
    else:
        assert answer == found


def test_what_is_a_figure_already_is_described_as_there() -> None:
    (one,) = template("N79179").indicators
    assert (one.name[:12], one.measure, one.lower_is_better) == ("Telefonsamta", Measure.SHARE, False)
    made = make_template(["N79179"], "2024", "2024", Measure.VOLUME, [])
    assert isinstance(made, Fault)
    assert "är i procent" in made.message.say()


@pytest.mark.parametrize("name", ["", "a/b", "a b", "x" * 81, "../a"])
def test_an_id_that_can_be_none_is_refused(name: str) -> None:
    assert isinstance(make_template([name], "2024", "2024", None, []), Fault)


def test_sheets_of_ids_that_begin_alike_are_told_apart() -> None:
    names = [f"{'a' * 40}-{n}" for n in range(3)]
    sheets = [one.sheet for one in template(*names).indicators]
    assert len(set(sheets)) == 3
    assert all(len(sheet) <= 31 for sheet in sheets)


def test_the_csv_template_says_what_is_left_to_fill_in_and_is_sound_when_filled(tmp_path: Path) -> None:
    text = csv_file(template("op", measure=Measure.VOLUME))
    path = tmp_path / "mall.csv"
    path.write_text(text, encoding="utf-8", newline="")
    empty = read_outcomes(path, read_register(), TODAY)
    assert [one.cells for one in empty.problems] == [("1",), ("2",), ("3",), ("7",)]
    filled = text.replace("känd från: att fylla i", "känd från: 2024-05-01").replace(
        "slag: att fylla i", "slag: syntetisk"
    )
    path.write_text(filled.replace("att fylla i", "x").replace(";\r\n", ";5\r\n"), encoding="utf-8", newline="")
    read = read_outcomes(path, read_register(), TODAY)
    assert [one.say() for one in read.problems] == []
    assert len(read.outcomes["op"]) == 63


openpyxl = pytest.importorskip("openpyxl", reason="the extra 'excel' is not installed: no workbook can be read")
pytest.importorskip("xlsxwriter", reason="the extra 'excel' is not installed: no workbook can be written")


def filled(folder: Path, change: Any = None) -> ReadOutcomes:
    """Return what is read of a template that a person has filled in, and then changed something of."""
    raw = workbook(template("besok", "op-" + "x" * 40))
    assert isinstance(raw, bytes)
    book = openpyxl.load_workbook(BytesIO(raw))
    cover = book[COVER]
    for row in cover.iter_rows():
        answer = {"källa": "Provet", "känd från": date(2024, 5, 1), "slag": "syntetisk"}.get(str(row[0].value))
        if answer is not None:
            row[1].value = answer
        if str(row[1].value).startswith("att fylla i"):
            row[1].value = "Ett namn"
    for page in book.worksheets[1:]:
        for row in page.iter_rows(min_row=4, max_row=24, min_col=3, max_col=8):
            for n, cell in enumerate(row):
                cell.value = 10 + n % 2
    if change is not None:
        change(book)
    path = folder / "mall.xlsx"
    book.save(path)
    return read_outcomes(path, read_register(), TODAY)


def test_the_same_template_is_the_same_bytes() -> None:
    assert workbook(template("besok")) == workbook(template("besok"))


def test_a_template_as_it_is_written_names_only_what_is_to_fill_in(tmp_path: Path) -> None:
    raw = workbook(template("besok"))
    assert isinstance(raw, bytes)
    path = tmp_path / "mall.xlsx"
    path.write_bytes(raw)
    problems = read_outcomes(path, read_register(), TODAY).problems
    assert all("är kvar att fylla i" in one.say() and one.sheet == COVER for one in problems)
    assert len(problems) == 4


def test_a_filled_template_is_sound(tmp_path: Path) -> None:
    read = filled(tmp_path)
    assert [one.say() for one in read.problems] == []
    assert [len(of) for of in read.outcomes.values()] == [63, 63]
    assert read.head is not None
    assert str(read.head.known_from) == "2024-05-01"


def clear(book: Any) -> None:
    for column in (5, 6):
        book["besok"].cell(4, column).value = None


def rename(book: Any) -> None:
    book["besok"].title = "besoken"


def no_cover(book: Any) -> None:
    del book[COVER]


def stray(book: Any) -> None:
    book.create_sheet("extra")["A1"] = "kod"


def emptied(book: Any) -> None:
    for row in book["besok"].iter_rows(min_row=4, min_col=3):
        for cell in row:
            cell.value = None


def formula(book: Any) -> None:
    book["besok"]["C4"] = "=1+1"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (clear, "varning: Blad 'besok': Region Stockholm saknar värde för 2024-02."),
        (rename, "Nyckeltalet 'besok' har inget blad 'besok'. Döp bladet 'besoken' till det"),
        (no_cover, "Försättsbladet 'Om utfallen' finns inte."),
        (stray, "Blad 'extra': Bladet hör inte till något nyckeltal"),
        (emptied, "Blad 'besok': Inget värde är ifyllt."),
        (formula, "Blad 'besok', cell C4 ('=1+1'): Cellen är en formel"),
    ],
)
def test_what_is_changed_in_a_template_is_told(tmp_path: Path, change: Any, words: str) -> None:
    assert filled(tmp_path, change).problems[0].say().startswith(words)


def test_without_the_extra_a_sentence_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*_: object) -> bytes:
        raise ModuleNotFoundError("No module", name="xlsxwriter")

    monkeypatch.setattr("overens.usecases.outcomes.template_file.write_workbook", absent)
    answer = workbook(template("besok"))
    assert isinstance(answer, Fault)
    assert "xlsxwriter" in answer.message.say()
    assert 'pip install "overens[excel]"' in answer.remedy.say()


def test_a_break_on_the_cover_is_a_period_or_told_with_its_cell(tmp_path: Path) -> None:
    def broken(words: str) -> Any:
        def change(book: Any) -> None:
            row = next(row for row in book[COVER].iter_rows() if row[0].value == "besok")
            row[4].value = words

        return change

    head = filled(tmp_path, broken("2024-02, 2024-03")).head
    assert head is not None
    assert [str(one.since) for one in head.indicators["besok"].breaks] == ["2024-02", "2024-03"]
    (problem,) = filled(tmp_path, broken("i våras")).problems
    assert "'i våras' är inget datum." in problem.say()
    assert problem.say().startswith(f"Blad '{COVER}', cell E")
