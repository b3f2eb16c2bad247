"""A figure file's text -> series, or problems with line and column."""

from __future__ import annotations

from collections.abc import Iterator

from overens.figures.breaks import Break
from overens.figures.header import FigureHead, SeriesHead
from overens.figures.model import Series, SeriesKey
from overens.figures.read_rows import Cell, read_rows
from overens.figures.spans import check_spans, dates_of, is_span
from overens.vocabulary.periods import parse_when
from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.wording import whole_number
from overens.writing.clauses import check_tree
from overens.writing.tree import Tree, read_tree

LARGEST_FILE = 20_000_000


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
    problems += check_spans(checked.value, {cell.measured_on for cell in cells}, tree)
    return _series(checked.value, cells, tree), checked.value, cells, problems


def _leading_comments(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("#"):
            return
        yield line


def _series(head: FigureHead, cells: list[Cell], tree: Tree) -> list[Series]:
    dates = dates_of(head)
    rows: dict[str, list[Cell]] = {date: [] for date in dates}
    for cell in cells:
        if cell.measured_on in rows:
            rows[cell.measured_on].append(cell)
    breaks = tuple(Break(one.since, one.remark) for one in head.breaks)
    return [
        _one_series(head, date, head.series[written], rows[date], _place_of(date, written, rows[date], tree), breaks)
        for date, written in dates.items()
        if rows[date] or not is_span(written)  # a month of several that no row is about is a gap
    ]


def _place_of(date: str, written: str, rows: list[Cell], tree: Tree) -> Place:
    """Return where a series begins: its first row or, if it has none or no such date exists, its line in the head."""
    head = tree.key_place(("serier", written))
    return rows[0].place if rows and not isinstance(parse_when(date), Fault) else head


def _one_series(
    head: FigureHead, date: str, about: SeriesHead, rows: list[Cell], place: Place, breaks: tuple[Break, ...]
) -> Series:
    measured = parse_when(date)
    first: dict[str, Cell] = {}
    for cell in rows:
        first.setdefault(cell.code, cell)
    return Series(
        key=SeriesKey(head.id, head.recipients.kind, date if isinstance(measured, Fault) else measured.words),
        name=head.name,
        unit=head.unit,
        values={code: cell.value for code, cell in first.items()},
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
        counted={code: cell.counted for code, cell in first.items() if cell.counted is not None},
        lower_is_better=head.lower_is_better,
        breaks=breaks,
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
