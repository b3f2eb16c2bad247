"""Outcomes that were read -> new figure files in a folder, beside what is there; nothing is written over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from overens.export.write_file import write_new
from overens.figures.model import Series, known_last
from overens.figures.outcomes.found import Found, OutcomeProblem, Spot, grouped
from overens.figures.outcomes.head import IndicatorHead
from overens.figures.outcomes.values import Outcome
from overens.figures.outcomes.write_figure import changes, write_figure
from overens.intake.library_folder import figure_file_name, list_library
from overens.intake.register import read_register, shipped_library
from overens.usecases.figure_files import ReadFigure
from overens.usecases.library import Library
from overens.usecases.outcomes.read import ReadOutcomes, read_outcomes
from overens.vocabulary.problems import Fault, Severity, blocking
from overens.vocabulary.recipients import RecipientKind

_REGION = RecipientKind.REGION


class Becomes(Enum):
    """What the outcomes of an indicator become in a folder."""

    FIRST = "first"
    CORRECTION = "correction"
    NOTHING_NEW = "nothing_new"


@dataclass(frozen=True)
class NewFigure:
    """The figure file that an indicator's outcomes become.

    Attributes:
        values: How many values are in it.
        known: How many values there are in the outcomes that were read.
    """

    indicator: str
    becomes: Becomes
    path: Path
    text: str
    values: int
    known: int


@dataclass(frozen=True)
class Imported:
    """What was read, and the files that it becomes; none where there are errors."""

    read: ReadOutcomes
    figures: tuple[NewFigure, ...]
    problems: tuple[OutcomeProblem, ...]

    @property
    def faulty(self) -> bool:
        """Whether there are errors; then nothing is written."""
        return any(one.severity is Severity.ERROR for one in self.problems)


def plan_import(path: Path, folder: Path, libraries: Sequence[Path], today: date) -> Imported:
    """Read a file of outcomes and return the figure files it becomes in the folder; nothing is written.

    Args:
        folder: Where the files go; it need not exist.
        libraries: Other folders whose figures may be corrected.
    """
    read = read_outcomes(path, read_register(), today)
    if read.faulty or read.head is None:
        return Imported(read, (), read.problems)
    own = [one for one in (*libraries, folder) if one.exists()]
    library = Library(read_register(), list_library([(shipped_library(), ""), *((one, str(one)) for one in own)]))
    found: list[Found] = [Found(Spot(""), one.fault, one.place.file) for one in blocking(library.files.problems)]
    figures: list[NewFigure] = []
    for indicator, outcomes in read.outcomes.items():
        made = _figure(read, indicator, outcomes, library, folder)
        if isinstance(made, NewFigure):
            figures.append(made)
        else:
            found += made
    problems = (*grouped(found), *read.problems)
    return Imported(read, () if found else tuple(figures), problems)


def write_import(planned: Imported) -> None:
    """Write the new files, all of them or none.

    Raises:
        OSError: If one of them cannot be written, or is there by now.
    """
    write_new([(one.path, one.text) for one in planned.figures if one.becomes is not Becomes.NOTHING_NEW])


def _figure(
    read: ReadOutcomes, indicator: str, outcomes: list[Outcome], library: Library, folder: Path
) -> NewFigure | list[Found]:
    """Return the file that an indicator's outcomes become, or why there can be none."""
    assert read.head is not None
    about = read.head.indicators[indicator]
    reads = library.read_figures((indicator, _REGION))
    errors = blocking(library.problems)
    if errors:
        return [Found(Spot(""), _faulty(indicator, errors[0].place.file), "")]
    known = known_last(one for each in reads for one in each.series)
    new = changes(outcomes, known, library.register)
    becomes = Becomes.FIRST if not reads else Becomes.CORRECTION if new else Becomes.NOTHING_NEW
    if becomes is Becomes.CORRECTION:
        fault = _cannot_correct(indicator, about, read, reads, known)
        if fault is not None:
            return [Found(Spot(""), fault)]
    version = read.head.known_from.words if reads else None
    path = folder / figure_file_name(indicator, _REGION, version)
    text = write_figure(indicator, about, read.head, new, library.register) if new else ""
    return NewFigure(indicator, becomes, path, text, sum(map(len, new.values())), len(outcomes))


def _cannot_correct(
    indicator: str, about: IndicatorHead, read: ReadOutcomes, reads: Sequence[ReadFigure], known: Sequence[Series]
) -> Fault | None:
    assert read.head is not None
    day = read.head.known_from
    if known and known[0].unit != about.measure.unit:
        return _other_unit(indicator, about.measure.unit, known[0].unit)
    days = [one.known_from for each in reads for one in each.series if one.known_from is not None]
    latest = max(days, key=lambda one: one.last, default=None)
    if latest is not None and day.last == latest.last:
        return _same_day(indicator, day.words)
    return _earlier(indicator, day.words, latest.words) if latest is not None and day.last < latest.last else None


def _faulty(indicator: str, file: str) -> Fault:
    return Fault.of(
        "Det som redan finns av '{indicator}' har fel ({file}).",
        "Granska det först: overens check {file}.",
        "What there already is of '{indicator}' has problems ({file}).",
        "Check it first: overens check {file}.",
        indicator=indicator,
        file=file,
    )


def _same_day(indicator: str, day: str) -> Fault:
    return Fault.of(
        "Av '{indicator}' finns redan en version som är känd från {day}, och värdena här är andra.",
        "Två versioner kan inte ha samma dag; ange en senare 'känd från' för rättelsen.",
        "Of '{indicator}' there already is a version known from {day}, and the values here are others.",
        "Two versions cannot have the same day; give a later 'känd från' for the correction.",
        indicator=indicator,
        day=day,
    )


def _earlier(indicator: str, day: str, latest: str) -> Fault:
    return Fault.of(
        "Av '{indicator}' finns redan en version känd från {latest}, senare än {day}.",
        "En rättelse är känd efter det den rättar; ange en senare 'känd från'.",
        "Of '{indicator}' there already is a version known from {latest}, later than {day}.",
        "A correction is known after what it corrects; give a later 'känd från'.",
        indicator=indicator,
        day=day,
        latest=latest,
    )


def _other_unit(indicator: str, unit: str, known: str) -> Fault:
    return Fault.of(
        "Det som redan finns av '{indicator}' är i {known}, inte i {unit}.",
        "Rätta 'mått', eller ge nyckeltalet ett eget id.",
        "What there already is of '{indicator}' is in {known}, not in {unit}.",
        "Mend 'mått', or give the indicator an id of its own.",
        indicator=indicator,
        unit=unit,
        known=known,
    )
