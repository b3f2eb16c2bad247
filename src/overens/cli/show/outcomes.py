"""Outcomes that were read or taken in -> the terminal: problems by sheet and cell, then what there is."""

from __future__ import annotations

from collections.abc import Sequence

from overens.cli.language import count, language, t
from overens.cli.show.page import Page
from overens.figures.outcomes.found import OutcomeProblem
from overens.figures.outcomes.periods import in_words
from overens.usecases.outcomes.into_folder import Becomes, Imported, NewFigure
from overens.usecases.outcomes.read import ReadOutcomes
from overens.vocabulary.problems import Severity


def show_read(page: Page, read: ReadOutcomes, problems: Sequence[OutcomeProblem]) -> None:
    """Print every problem, a line for each indicator, and how many problems there are."""
    page.heading(read.file)
    for problem in problems:
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        page.line(problem.say(language()), colour=colour)
    for indicator, outcomes in read.outcomes.items():
        periods = sorted({one.period for one in outcomes})
        page.line(
            t(
                "{indicator}: {n} för {periods}.",
                "{indicator}: {n} for {periods}.",
                indicator=indicator,
                n=count(len(outcomes), ("värde", "värden"), ("value", "values")),
                periods=in_words(periods) or "–",
            )
        )
    errors = sum(one.severity is Severity.ERROR for one in problems)
    page.line(
        t(
            "{errors}, {warnings}.",
            "{errors}, {warnings}.",
            errors=count(errors, ("slag av fel", "slag av fel"), ("kind of error", "kinds of error")),
            warnings=count(len(problems) - errors, ("varning", "varningar"), ("warning", "warnings")),
        )
    )


def show_import(page: Page, imported: Imported) -> None:
    """Print what was read, and what it became."""
    show_read(page, imported.read, imported.problems)
    if imported.faulty:
        page.line(t("Inget har skrivits.", "Nothing has been written."))
    for figure in imported.figures:
        page.line(_became(figure))


def _became(figure: NewFigure) -> str:
    values = count(figure.values, ("värde", "värden"), ("value", "values"))
    match figure.becomes:
        case Becomes.FIRST:
            return t("Skrev {path}: {values}.", "Wrote {path}: {values}.", path=str(figure.path), values=values)
        case Becomes.CORRECTION:
            return t(
                "Skrev {path}: en ny version med {values}.",
                "Wrote {path}: a new version with {values}.",
                path=str(figure.path),
                values=values,
            )
        case Becomes.NOTHING_NEW:
            return t("{id}: inget nytt.", "{id}: nothing new.", id=figure.indicator)
