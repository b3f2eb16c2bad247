"""A figure file's text -> series, or problems with line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from overens.figures.header import FigureHead, SeriesHead
from overens.figures.model import Series, SeriesKey
from overens.vocabulary.periods import parse_when
from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.wording import whole_number
from overens.writing.clauses import check_tree
from overens.writing.tree import Tree, read_tree

LARGEST_FILE = 20_000_000
COLUMNS = ("per", "kod", "värde")
NO_VALUE = ".."


@dataclass(frozen=True)
class Cell:
    """One value as written: its date, code, place, and the name beside the code, if any."""

    measured_on: str
    code: str
    value: Fraction | None
    place: Place
    name: str = ""


def read_figure(text: str, *, file: str) -> tuple[list[Series], FigureHead | None, list[Cell], list[Problem]]:
    """Read a figure file: a head of '# ' lines (YAML), then rows 'per,kod,namn,värde'.

    Args:
        text: The file's contents.
        file: The name to show in problems; nothing is opened.

    Returns:
        The series, the head, every cell with its place, and every problem found.
    """
    if len(text) > LARGEST_FILE:
        return [], None, [], [Problem(Place(file), _too_large(len(text)))]
    lines = text.removeprefix("\ufeff").splitlines()
    head_lines = list(_leading_comments(lines))
    if not head_lines:
        return [], None, [], [Problem(Place(file, 1), _no_head())]
    shifts = [2 if line.startswith("# ") else 1 for line in head_lines]
    head_text = "\n".join(line[shift:] for line, shift in zip(head_lines, shifts, strict=True))
    tree, problems = read_tree(head_text, file=file, column_shifts=shifts)
    if tree.value is None:
        return [], None, [], problems or [Problem(Place(file), _no_head())]
    checked = check_tree(FigureHead, tree)
    problems += checked.problems
    cells, row_problems = read_rows(lines[len(head_lines) :], file=file, first_line=len(head_lines) + 1)
    problems += row_problems
    if checked.value is None:
        return [], None, cells, problems
    return _series(checked.value, cells, tree), checked.value, cells, problems


def _leading_comments(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("#"):
            return
        yield line


def read_rows(lines: list[str], *, file: str, first_line: int) -> tuple[list[Cell], list[Problem]]:
    """Read the rows under the head; comma with decimal point, or semicolon with decimal comma."""
    if not lines or not lines[0].strip():
        return [], [Problem(Place(file, first_line), _no_rows())]
    separator = ";" if ";" in lines[0] else ","
    names = [name.strip().casefold() for name in lines[0].split(separator)]
    absent = [name for name in COLUMNS if name not in names]
    if absent:
        return [], [Problem(Place(file, first_line), _no_column(absent[0], lines[0]))]
    at = {name: names.index(name) for name in COLUMNS}
    name_at = names.index("namn") if "namn" in names else None
    cells: list[Cell] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines[1:], first_line + 1):
        if not line.strip():
            continue
        parts = line.split(separator)
        if len(parts) != len(names):
            problems.append(Problem(Place(file, number), _wrong_width(len(parts), len(names), separator)))
            continue
        column = 1 + sum(len(part) + 1 for part in parts[: at["värde"]])
        place = Place(file, number, column)
        value = parse_value(parts[at["värde"]], decimal_comma=separator == ";")
        if isinstance(value, Fault):
            problems.append(Problem(place, value))
        else:
            name = parts[name_at].strip() if name_at is not None else ""
            cells.append(Cell(parts[at["per"]].strip(), parts[at["kod"]].strip(), value, place, name))
    return cells, problems


_NUMBER = re.compile(r"^-?\d{1,30}(\.\d{1,12})?$", re.ASCII)
_GROUPED_NUMBER = re.compile(r"^-?(\d{1,30}|\d{1,3}([ \u00a0\u202f]\d{3}){1,9})(,\d{1,12})?$", re.ASCII)


def parse_value(words: str, *, decimal_comma: bool = False) -> Fraction | Fault | None:
    """Return the exact value, None for '..' (not published), or what is wrong."""
    text = words.strip().replace("−", "-")
    if text == NO_VALUE:
        return None
    if decimal_comma and _GROUPED_NUMBER.match(text):
        return Fraction(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", "."))
    if not decimal_comma and _NUMBER.match(text):
        return Fraction(text) if "." in text else Fraction(int(text))
    return Fault.of(
        "'{words}' är inget värde.",
        "Skriv siffror ('11.4'), i semikolonfil med decimalkomma ('11,4'), eller '..' om värdet inte är publicerat.",
        "'{words}' is not a value.",
        "Write digits ('11.4'), in a semicolon file with a decimal comma ('11,4'), or '..' if it is not published.",
        words=text[:60],
    )


def _series(head: FigureHead, cells: list[Cell], tree: Tree) -> list[Series]:
    by_date: dict[str, dict[str, Fraction | None]] = {date: {} for date in head.series}
    first: dict[str, Place] = {}
    for cell in cells:
        if cell.measured_on in by_date:
            by_date[cell.measured_on].setdefault(cell.code, cell.value)
            first.setdefault(cell.measured_on, cell.place)
    return [
        _one_series(head, date, about, by_date[date], _place_of(date, first, tree))
        for date, about in head.series.items()
    ]


def _place_of(date: str, first: dict[str, Place], tree: Tree) -> Place:
    """Return where a series begins: its first row or, if it has none or no such date exists, its line in the head."""
    head = tree.key_place(("serier", date))
    return head if isinstance(parse_when(date), Fault) else first.get(date, head)


def _one_series(
    head: FigureHead, date: str, about: SeriesHead, values: dict[str, Fraction | None], place: Place
) -> Series:
    measured = parse_when(date)
    return Series(
        key=SeriesKey(head.id, head.recipients.kind, date if isinstance(measured, Fault) else measured.words),
        name=head.name,
        unit=head.unit,
        values=values,
        kind=about.kind,
        source=about.source.title,
        publisher=about.source.publisher,
        address=about.source.address,
        licence=head.licence,
        derived_from=about.derived_from,
        rounded_to=int(about.rounded_to or 0),
        total_known=about.total is not None,
        date_inferred=about.date_inferred,
        known_from=about.known_from,
        remark=about.remark or head.remark,
        place=place,
    )


def _too_large(size: int) -> Fault:
    return Fault.of(
        "Filen är {size} tecken; en underlagsfil är högst {largest}.",
        "Dela upp den på flera underlag.",
        "The file is {size} characters; a figure file is at most {largest}.",
        "Split it into several figures.",
        size=whole_number(size),
        largest=whole_number(LARGEST_FILE),
    )


def _no_head() -> Fault:
    return Fault.of(
        "Filen saknar huvud.",
        "Börja med rader som '# id: befolkning'; se docs/underlag.md.",
        "The file has no head.",
        "Begin with lines such as '# id: befolkning'; see docs/underlag.md.",
    )


def _no_rows() -> Fault:
    return Fault.of(
        "Filen har inga rader under huvudet.",
        "Skriv 'per,kod,namn,värde' och en rad per mottagare.",
        "The file has no rows under the head.",
        "Write 'per,kod,namn,värde' and one row for each recipient.",
    )


def _no_column(name: str, line: str) -> Fault:
    return Fault.of(
        "Kolumnen '{name}' saknas i '{line}'.",
        "Skriv kolumnerna 'per,kod,namn,värde'.",
        "The column '{name}' is missing in '{line}'.",
        "Write the columns 'per,kod,namn,värde'.",
        name=name,
        line=line[:80],
    )


def _wrong_width(found: int, wanted: int, separator: str) -> Fault:
    return Fault.of(
        "Raden har {found} fält; huvudet har {wanted}.",
        "Kontrollera antalet '{separator}' på raden.",
        "The row has {found} fields; the header has {wanted}.",
        "Check the number of '{separator}' on the row.",
        found=str(found),
        wanted=str(wanted),
        separator=separator,
    )
