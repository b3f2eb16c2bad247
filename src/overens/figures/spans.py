"""The series of a figure's head -> every date they are for: a day, a year, or each month of '2023-01/2024-12'."""

from __future__ import annotations

from overens.figures.header import FigureHead
from overens.vocabulary.periods import parse_months
from overens.vocabulary.problems import Fault, Problem
from overens.writing.tree import Tree


def is_span(written: str) -> bool:
    """Tell whether a series is said to be of several months."""
    return "/" in written


def months_of(written: str) -> tuple[str, ...]:
    """Return the dates that a series is said to be of; one that is no span of months, as it stands.

    >>> months_of("2023-12/2024-01"), months_of("2024"), months_of("2024-13/2024-14")
    (('2023-12', '2024-01'), ('2024',), ())
    """
    if not is_span(written):
        return (written,)
    months = parse_months(written)
    return () if isinstance(months, Fault) else months


def dates_of(head: FigureHead) -> dict[str, str]:
    """Return each date that the head has a series for, with the words it stands under; the first where two have it."""
    found: dict[str, str] = {}
    for written in head.series:
        for date in months_of(written):
            found.setdefault(date, written)
    return found


def check_spans(head: FigureHead, rows: set[str], tree: Tree) -> list[Problem]:
    """Return what is wrong with the spans of months in a head.

    Args:
        rows: The dates that there are rows for.
        tree: What the head was written as.
    """
    problems = []
    dates = dates_of(head)
    for written, about in head.series.items():
        place = tree.key_place(("serier", written))
        if not is_span(written):
            continue
        months = parse_months(written)
        if isinstance(months, Fault):
            problems.append(Problem(place, months))
            continue
        twice = next((month for month in months if dates[month] != written), None)
        if twice is not None:
            problems.append(Problem(place, _twice(twice, dates[twice])))
        if about.total is not None or about.national is not None:
            problems.append(Problem(place, _of_one_month(written)))
        if not rows & set(months):
            problems.append(Problem(place, _no_rows(written)))
    return problems + _inside(head, dates, tree)


def _inside(head: FigureHead, dates: dict[str, str], tree: Tree) -> list[Problem]:
    """Return a problem for each month by itself that a span before it has as well."""
    return [
        Problem(tree.key_place(("serier", date)), _twice(date, dates[date]))
        for date in head.series
        if not is_span(date) and dates[date] != date
    ]


def _twice(month: str, first: str) -> Fault:
    return Fault.of(
        "Månaden {month} står i två serier; den andra är '{first}'.",
        "Låt varje månad höra till en serie.",
        "The month {month} is in two series; the other is '{first}'.",
        "Let each month belong to one series.",
        month=month,
        first=first,
    )


def _of_one_month(written: str) -> Fault:
    return Fault.of(
        "Serien '{written}' är flera månader, men 'summa' och 'riket' gäller en.",
        "Ta bort dem, eller skriv månaden som en egen serie.",
        "The series '{written}' is several months, but 'summa' and 'riket' are of one.",
        "Remove them, or write the month as a series of its own.",
        written=written,
    )


def _no_rows(written: str) -> Fault:
    return Fault.of(
        "Serien '{written}' har inga värden.",
        "Lägg till raderna, eller ta bort serien.",
        "The series '{written}' has no values.",
        "Add the rows, or remove the series.",
        written=written,
    )
