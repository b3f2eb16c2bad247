"""A file of outcomes -> its indicators with their outcomes, and every problem, grouped by sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from overens.figures.outcomes import faults
from overens.figures.outcomes.checks import check_outcomes, gaps
from overens.figures.outcomes.cover import COVER, read_cover
from overens.figures.outcomes.found import Found, OutcomeProblem, Spot, grouped
from overens.figures.outcomes.grid import Sheet
from overens.figures.outcomes.head import OutcomeHead
from overens.figures.outcomes.periods import heading_in
from overens.figures.outcomes.read_long import read_long
from overens.figures.outcomes.read_sheet import read_sheet
from overens.figures.outcomes.values import Outcome
from overens.intake.outcomes.read_file import Rows, read_outcome_file
from overens.vocabulary.names import did_you_mean, fold
from overens.vocabulary.problems import Fault, Problem, Severity
from overens.vocabulary.recipients import Register
from overens.writing.clauses import check_tree
from overens.writing.tree import Tree, read_tree

LONGEST_SHEET_NAME = 31
"""Characters that a sheet's name may have in a workbook."""


@dataclass
class ReadOutcomes:
    """A file of outcomes that was read and checked.

    Attributes:
        head: What holds for all of it; None where that cannot be understood.
        outcomes: Indicator -> its outcomes, those that are sound.
    """

    file: str
    head: OutcomeHead | None
    outcomes: dict[str, list[Outcome]] = field(default_factory=dict)
    problems: tuple[OutcomeProblem, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether there are errors (not only warnings); then nothing may be written."""
        return any(one.severity is Severity.ERROR for one in self.problems)


def read_outcomes(path: Path, register: Register, today: date) -> ReadOutcomes:
    """Read a filled template, or a CSV file of outcomes.

    Args:
        today: The day after which nothing can be known yet.
    """
    file = str(path)
    answer = read_outcome_file(path, shown=file)
    if isinstance(answer, Problem):
        return ReadOutcomes(file, None, problems=tuple(grouped([Found(Spot(""), answer.fault)])))
    head, found, of_cover = _head(answer, file)
    if head is None:
        return ReadOutcomes(file, None, problems=tuple(grouped(found)))
    found += _known_from(head, of_cover, today)
    outcomes, wrong = (
        _of_rows(answer, head, register) if isinstance(answer, Rows) else _of_sheets(answer, head, register)
    )
    found += [*wrong, *check_outcomes([one for of in outcomes.values() for one in of], head.known_from)]
    return ReadOutcomes(file, head, outcomes, tuple(grouped(found)))


def _head(answer: list[Sheet] | Rows, file: str) -> tuple[OutcomeHead | None, list[Found], Spot]:
    """Return what is said before the values, what is wrong with it, and where 'känd från' stands."""
    if isinstance(answer, Rows):
        if not answer.head:
            return None, [Found(Spot("", 1), _no_head())], Spot("")
        shifts = [2 if line.startswith("# ") else 1 for line in answer.head]
        text = "\n".join(line[shift:] for line, shift in zip(answer.head, shifts, strict=True))
        tree, problems = read_tree(text, file=file, column_shifts=shifts)
        if not isinstance(tree.value, dict):
            return (
                None,
                [Found(Spot("", 1), one.fault) for one in problems] or [Found(Spot("", 1), _no_head())],
                Spot(""),
            )
        sheet = ""
    else:
        cover = next((one for one in answer if fold(one.name) == fold(COVER)), None)
        if cover is None:
            return None, [Found(Spot(""), faults.no_cover(COVER))], Spot("")
        tree, problems, sheet = read_cover(cover, file=file), [], cover.name
    checked = check_tree(OutcomeHead, tree)
    found = [Found(_spot(sheet, one), one.fault) for one in [*problems, *checked.problems]]
    return (None if found else checked.value), found, _known_from_spot(sheet, tree)


def _spot(sheet: str, problem: Problem) -> Spot:
    return Spot(sheet, problem.place.line, problem.place.column if sheet else 0)


def _known_from_spot(sheet: str, tree: Tree) -> Spot:
    place = tree.place(("känd från",))
    return Spot(sheet, place.line, place.column if sheet else 0)


def _known_from(head: OutcomeHead, spot: Spot, today: date) -> list[Found]:
    known = head.known_from
    if known.first != known.last:
        return [Found(spot, _not_a_day(), known.words)]
    return [Found(spot, _in_the_future(), known.words)] if known.first > today else []


def _of_rows(rows: Rows, head: OutcomeHead, register: Register) -> tuple[dict[str, list[Outcome]], list[Found]]:
    found_outcomes, found = read_long(rows.sheet, head.indicators, register)
    outcomes = {name: [one for one in found_outcomes if one.indicator == name] for name in head.indicators}
    faulty = {one.spot.row for one in found if one.severity is Severity.ERROR}
    for name, of in outcomes.items():
        if not of and not found:
            found.append(Found(Spot(""), faults.NOTHING, name))
        elif not faulty:
            found += gaps(of, (), Spot(""), register)
    return outcomes, found


def _of_sheets(
    sheets: Sequence[Sheet], head: OutcomeHead, register: Register
) -> tuple[dict[str, list[Outcome]], list[Found]]:
    by_name = {fold(one.name): one for one in sheets if fold(one.name) != fold(COVER)}
    outcomes: dict[str, list[Outcome]] = {}
    found: list[Found] = []
    used: set[str] = set()
    for indicator, about in head.indicators.items():
        name = about.sheet or indicator[:LONGEST_SHEET_NAME]
        sheet = by_name.get(fold(name))
        if sheet is None:
            near = did_you_mean(name, [one.name for one in by_name.values()])
            found.append(Found(Spot(""), faults.no_sheet(indicator, name, near)))
            continue
        used.add(fold(name))
        of, wrong = read_sheet(sheet, indicator, about.measure, register)
        errors = [one for one in wrong if one.severity is Severity.ERROR]
        found += wrong
        if not of and not errors:
            found.append(Found(Spot(sheet.name), faults.NOTHING))
        elif not errors:
            found += gaps(of, _periods(sheet), Spot(sheet.name), register)
        outcomes[indicator] = of
    stray = [one for name, one in by_name.items() if name not in used and _looks_like_outcomes(one)]
    return outcomes, [*found, *(Found(Spot(one.name), faults.STRAY) for one in stray)]


def _periods(sheet: Sheet) -> set[str]:
    return {said[0] for cell in sheet.cells.values() if (said := heading_in(cell))}


def _looks_like_outcomes(sheet: Sheet) -> bool:
    return any(fold(cell.words) == "kod" for cell in sheet.cells.values())


def _no_head() -> Fault:
    return Fault.of(
        "Filen saknar huvud.",
        "Börja med rader som '# källa: …'; en mall fås med: overens outcomes template --out mall.csv.",
        "The file has no head.",
        "Begin with lines such as '# källa: …'; a template comes with: overens outcomes template --out mall.csv.",
    )


def _not_a_day() -> Fault:
    return Fault.of(
        "'känd från' är inte en dag.",
        "Skriv dagen då värdena blev kända: 2024-03-15.",
        "'känd från' is not a day.",
        "Write the day on which the values became known: 2024-03-15.",
    )


def _in_the_future() -> Fault:
    return Fault.of(
        "'känd från' är en dag som inte har varit.",
        "Skriv dagen då värdena blev kända.",
        "'känd från' is a day that has not been.",
        "Write the day on which the values became known.",
    )
