"""The rows of a figure file -> cells with their places: a value, or a numerator and a denominator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from overens.figures.counted import Counted, share_of
from overens.vocabulary.problems import Fault, Place, Problem

COLUMNS = ("per", "kod", "värde")
COUNTED = ("täljare", "nämnare")
NO_VALUE = ".."


@dataclass(frozen=True)
class Cell:
    """One value as written: its date, code, place, the name beside the code and what it is counted of, if any."""

    measured_on: str
    code: str
    value: Fraction | None
    place: Place
    name: str = ""
    counted: Counted | None = None


def read_rows(lines: list[str], *, file: str, first_line: int) -> tuple[list[Cell], list[Problem]]:
    """Read the rows under the head; comma with decimal point, or semicolon with decimal comma."""
    if not lines or not lines[0].strip():
        return [], [Problem(Place(file, first_line), _no_rows())]
    separator = ";" if ";" in lines[0] else ","
    names = [name.strip().casefold() for name in lines[0].split(separator)]
    counted_at = tuple(names.index(name) for name in COUNTED if name in names)
    wanted = (*COLUMNS[:2], *COUNTED) if counted_at else COLUMNS
    absent = [name for name in wanted if name not in names]
    if absent:
        return [], [Problem(Place(file, first_line), _no_column(absent[0], lines[0]))]
    per_at, code_at = names.index("per"), names.index("kod")
    value_at = names.index("värde") if "värde" in names else None
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
        place = Place(file, number, _column(parts, value_at if value_at is not None else counted_at[0]))
        value = None if value_at is None else parse_value(parts[value_at], decimal_comma=separator == ";")
        if isinstance(value, Fault):
            problems.append(Problem(place, value))
            continue
        name = parts[name_at].strip() if name_at is not None else ""
        cell = Cell(parts[per_at].strip(), parts[code_at].strip(), value, place, name)
        if counted_at:
            written = None if value_at is None else parts[value_at]
            cell, wrong = _counted(cell, written, parts, counted_at, decimal_comma=separator == ";")
            problems += wrong
        cells.append(cell)
    return cells, problems


def _counted(
    cell: Cell, written: str | None, parts: list[str], at: tuple[int, ...], *, decimal_comma: bool
) -> tuple[Cell, list[Problem]]:
    """Return the cell with its share of numerator and denominator; without a value where they are wrong."""
    places = [cell.place._replace(column=_column(parts, one)) for one in at]
    numerator, denominator = (parse_value(parts[one], decimal_comma=decimal_comma) for one in at)
    problems = [
        Problem(place, one)
        for place, one in zip(places, (numerator, denominator), strict=True)
        if isinstance(one, Fault)
    ]
    without = Cell(cell.measured_on, cell.code, None, cell.place, cell.name)
    if isinstance(numerator, Fault) or isinstance(denominator, Fault):
        return without, problems
    share = share_of(numerator, denominator, written, cell.value)
    if isinstance(share, tuple):
        n, fault = share
        return without, [Problem((*places, cell.place)[n], fault)]
    if numerator is None or denominator is None:
        return cell, []
    return Cell(cell.measured_on, cell.code, share, cell.place, cell.name, (numerator, denominator)), []


def _column(parts: list[str], at: int) -> int:
    return 1 + sum(len(part) + 1 for part in parts[:at])


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


def _no_rows() -> Fault:
    return Fault.of(
        "Filen har inga rader under huvudet.",
        "Skriv 'per,kod,namn,värde' och en rad per mottagare.",
        "The file has no rows under the head.",
        "Write 'per,kod,namn,värde' and one row for each recipient.",
    )


def _no_column(name: str, line: str) -> Fault:
    if name in COUNTED:
        return Fault.of(
            "Kolumnen '{name}' saknas i '{line}'.",
            "Täljare och nämnare står i var sin kolumn: 'per,kod,namn,täljare,nämnare'.",
            "The column '{name}' is missing in '{line}'.",
            "Numerator and denominator stand in a column each: 'per,kod,namn,täljare,nämnare'.",
            name=name,
            line=line[:80],
        )
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
