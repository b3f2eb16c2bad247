"""What must hold of a figure's corrections: each known from a day of its own, after what it corrects."""

from __future__ import annotations

from collections.abc import Sequence

from overens.figures.checks import lacking
from overens.figures.model import Series, SeriesKey
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.recipients import Register


def check_version(version: str, series: Sequence[Series], file: str) -> list[Problem]:
    """Return what is wrong with one file that corrects a figure.

    Args:
        version: The day it is known from, as the file's name says.
        file: The file's name, for problems.
    """
    day = parse_when(version)
    if not isinstance(day, When) or day.first != day.last:
        return [Problem(Place(file), _no_day(version))]
    wrong = next((one for one in series if one.known_from is None or one.known_from != day), None)
    return [Problem(wrong.place, _other_day(version, wrong))] if wrong else []


def check_corrections(
    whole: Sequence[Sequence[Series]], corrections: Sequence[Sequence[Series]], register: Register
) -> list[Problem]:
    """Return what is wrong with corrections beside what they correct.

    Args:
        whole: The series of the file that is corrected; none where there is none.
        corrections: The series of each correction, the one known first before the others.
    """
    before: dict[SeriesKey, Series] = {one.key: one for series in whole for one in series}
    units = {one.unit: one for one in before.values()}
    problems = []
    for series in corrections:
        for one in series:
            earlier = before.get(one.key)
            if units and one.unit not in units:
                problems.append(Problem(one.place, _other_unit(one, next(iter(units.values())))))
            elif earlier is None and (absent := lacking(one, register)):
                problems.append(absent)
            elif earlier is not None and not _is_later(one, earlier):
                problems.append(Problem(one.place, _not_later(one, earlier)))
        before |= {one.key: one for one in series}
        units = units or {one.unit: one for one in series}
    return problems


def _is_later(one: Series, earlier: Series) -> bool:
    if one.known_from is None or earlier.known_from is None:  # a correction without a day is told by itself
        return True
    return one.known_from.last > earlier.known_from.last


def _no_day(version: str) -> Fault:
    return Fault.of(
        "Filnamnet säger att rättelsen är känd från '{version}', som inte är en dag.",
        "Skriv dagen efter '@': 'bup-besok@2024-03-15.regioner.csv'.",
        "The file name says that the correction is known from '{version}', which is not a day.",
        "Write the day after '@': 'bup-besok@2024-03-15.regioner.csv'.",
        version=version,
    )


def _other_day(version: str, one: Series) -> Fault:
    return Fault.of(
        "Filen är en rättelse känd från {version}, men serien '{date}' är känd från {known}.",
        "Skriv 'känd från: {version}' för varje serie i filen, eller döp om den.",
        "The file is a correction known from {version}, but the series '{date}' is known from {known}.",
        "Write 'känd från: {version}' for every series in the file, or rename it.",
        version=version,
        date=one.key.measured_on,
        known=one.known_from or "…",
    )


def same_day(version: str, first: str) -> Fault:
    """Return that two corrections are known from the same day, so that nobody can tell which one counts."""
    return Fault.of(
        "Två rättelser är kända från {version}; den första är {first}.",
        "Lägg ihop dem, eller ge den senare en senare dag.",
        "Two corrections are known from {version}; the first is {first}.",
        "Put them together, or give the later one a later day.",
        version=version,
        first=first,
    )


def _not_later(one: Series, earlier: Series) -> Fault:
    return Fault.of(
        "Rättelsen av '{date}' är känd från {known}, men det den rättar ({file}) först från {before}.",
        "Två versioner av samma värden behöver var sin dag; ge rättelsen en senare 'känd från'.",
        "The correction of '{date}' is known from {known}, but what it corrects ({file}) only from {before}.",
        "Two versions of the same values need a day each; give the correction a later 'känd från'.",
        date=one.key.measured_on,
        known=one.known_from,
        before=earlier.known_from,
        file=earlier.place.file,
    )


def _other_unit(one: Series, first: Series) -> Fault:
    return Fault.of(
        "Rättelsen är i {unit}, men det den rättar ({file}) är i {other}.",
        "Skriv samma enhet, eller ge underlaget ett eget id.",
        "The correction is in {unit}, but what it corrects ({file}) is in {other}.",
        "Write the same unit, or give the figure an id of its own.",
        unit=one.unit,
        other=first.unit,
        file=first.place.file,
    )
