"""A file of outcomes on disk -> its sheets (XLSX) or its rows (CSV), or a problem that says why there are none."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from overens.figures.outcomes.grid import GridCell, Sheet, Written, from_json
from overens.intake.documents import faults as document_faults
from overens.intake.documents.answer import Refusal, Refused
from overens.intake.documents.call_child import End, read_in_child
from overens.intake.documents.decode import decode
from overens.intake.documents.document import Format
from overens.intake.documents.kinds import Foreign, kind_of
from overens.intake.documents.limits import MOST_BYTES, MOST_CELLS
from overens.intake.documents.workbook_faults import FEWER
from overens.intake.outcomes import faults
from overens.intake.read_text import read_bytes
from overens.vocabulary.problems import Fault, Place, Problem


@dataclass(frozen=True)
class Rows:
    """A CSV file: the lines of its head, and its rows as a sheet whose rows are the lines of the file."""

    head: tuple[str, ...]
    sheet: Sheet


def read_outcome_file(path: Path, *, shown: str) -> list[Sheet] | Rows | Problem:
    """Return the sheets of a workbook, which a child process reads, or the rows of a CSV file.

    Args:
        path: The file.
        shown: The name to show in problems.
    """
    raw = read_bytes(path, shown=shown, largest=MOST_BYTES, remedy=FEWER)
    if isinstance(raw, Problem):
        return raw
    found = _sheets_or_rows(raw)
    return Problem(Place(shown), found) if isinstance(found, Fault) else found


def _sheets_or_rows(raw: bytes) -> list[Sheet] | Rows | Fault:
    kind = kind_of(raw)
    if isinstance(kind, Foreign):
        return faults.foreign(kind)
    if kind is Format.DOCX:  # what any package begins as
        return _sheets(raw)
    if kind is not None:
        return faults.not_outcomes(kind.value)
    decoded = decode(raw)
    if decoded is None:
        return faults.foreign(Foreign.BINARY)
    return _rows(decoded.text)


def _sheets(raw: bytes) -> list[Sheet] | Fault:
    answer = read_in_child(raw, Format.XLSX)
    if isinstance(answer, Refused):
        return faults.refused(answer)
    if isinstance(answer, End):
        return document_faults.ended(answer)
    sheets = from_json(answer.text)
    return faults.refused(Refused(Refusal.DAMAGED)) if sheets is None else sheets


def _rows(text: str) -> Rows | Fault:
    lines = text.removeprefix("\ufeff").splitlines()
    head = [_head_line(line) for line in takewhile(lambda one: one.startswith(("#", '"#')), lines)]
    body = lines[len(head) :]
    if not any(line.strip() for line in body):
        return document_faults.empty()
    separator = max(";\t,", key=body[0].count)
    cells: dict[tuple[int, int], GridCell] = {}
    try:
        reader = csv.reader(body, delimiter=separator)
        begun = 0
        for row in reader:
            for column, words in enumerate(row, 1):
                if words.strip():
                    cells[len(head) + begun + 1, column] = GridCell(_kind(words, separator), words.strip())
            begun = reader.line_num
            if len(cells) > MOST_CELLS:
                return faults.refused(Refused(Refusal.MANY_CELLS, most=MOST_CELLS))
    except csv.Error:  # a field of more than 131 072 characters
        return faults.long_field()
    return Rows(tuple(head), Sheet("", cells))


def _head_line(line: str) -> str:
    """Return a line of the head without what a spreadsheet program puts around it when it saves the file."""
    if line.startswith('"'):
        line = next(csv.reader([line], delimiter=";"), [line])[0]
    return line.rstrip(";, \t")


def _kind(words: str, separator: str) -> Written:
    """Return a number for digits with a decimal point, which only stand where commas part the fields."""
    point = separator == "," and words.strip().replace(".", "", 1).lstrip("-−").isdigit()
    return Written.NUMBER if point else Written.TEXT
