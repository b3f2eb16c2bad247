"""Year, place, check, figures -> JSON documents."""

from __future__ import annotations

from overens.figures.model import Series
from overens.notice.rows import Certainty, PlaceRow
from overens.usecases.check import Check
from overens.usecases.check_annex import CheckedTable
from overens.usecases.documents.calendar import event_document
from overens.usecases.documents.parts import (
    Document,
    amount,
    annex,
    award,
    contradiction,
    problem,
    recipient,
    run,
    say,
    word,
)
from overens.usecases.documents.performance import to_earn_document
from overens.usecases.figures import FigureSummary
from overens.usecases.place import Place
from overens.vocabulary.wording import Language, exact_decimal


def place_document(place: Place, language: Language) -> Document:
    """Return what a place gets in a year (overens place NAME 2024 --json)."""
    return {
        **recipient(place.recipient),
        "year": place.year,
        "as_known_on": place.as_known_on.isoformat() if place.as_known_on else None,
        "total_kr": place.total_kr,
        "certain_kr": place.sum_of(Certainty.CERTAIN),
        "inferred_kr": place.sum_of(Certainty.INFERRED),
        "printed": None
        if place.printed is None
        else {"published_kr": place.printed.published_kr, "residual_kr": place.printed.residual_kr},
        "pots": [_row(row, language, to_earn_document(place.to_earn_of(row))) for row in place.rows],
        "shared": [_row(row, language, None) for row in place.shared],
        "members": [{**recipient(who), "awarded_kr": kr} for who, kr in place.members],
        "deadlines": [event_document(one, language) for one in place.deadlines],
    }


def _row(row: PlaceRow, language: Language, earning: Document | None) -> Document:
    return {
        "agreement": row.allocation.agreement.id,
        "pot": row.pot.id,
        "name": row.pot.pot.name,
        "certainty": word(row.certainty),
        "award": award(row.award) if row.award else None,
        "ceiling_kr": row.ceiling_kr,
        "at_least_kr": row.at_least_kr,
        "least_if_met_kr": row.least_if_met_kr,
        "to_earn": earning,
        "pot_amount": amount(row.pot.amount),
        "reason": say(row.pot.reason, language),
    }


def check_document(check: Check, language: Language) -> Document:
    """Return everything a check found (overens check --json)."""
    return {
        "problems": [problem(one, language) for one in check.problems],
        "contradictions": [
            {"in": found.about, **contradiction(found.contradiction, found.place)} for found in check.contradictions
        ],
        "agreements": check.agreements,
        "figures": check.figures,
        "scenarios": check.scenarios,
        "annexes": [
            {"agreement": found.agreement, "pot": found.pot, **(annex(found.comparison) or {})}
            for found in check.annexes
        ],
        "values": check.audit.values,
        "not_findable": [
            {"file": one.file, "sources": list(one.sources), "titles": list(one.titles), "values": one.values}
            for one in check.audit.not_findable
        ],
        "cross_checks": [
            {
                "about": one.about,
                "continues": one.of,
                "claimed": amount(one.claimed),
                "found": amount(one.found),
                "outcome": word(one.outcome),
            }
            for one in check.audit.cross_checks
        ],
    }


def checked_table_document(table: CheckedTable, language: Language) -> Document:
    """Return a table against a rule, cell by cell (overens check-annex --json)."""
    return {
        "agreement": table.allocation.agreement.id,
        "pot": table.pot.id,
        "equal": table.equal,
        "of": table.of,
        "basis": word(table.basis),
        "cells": [
            {
                **recipient(cell.recipient),
                "table_kr": cell.table_kr,
                "computed_kr": cell.computed_kr,
                "line": cell.place.line if cell.place else None,
            }
            for cell in table.cells
        ],
        "problems": [problem(one, language) for one in table.problems],
        "run": run(table.allocation),
    }


def figures_document(figures: list[FigureSummary]) -> Document:
    """Return the list of figures (overens figures list --json)."""
    return {
        "figures": [
            {
                "id": one.id,
                "kind": word(one.kind),
                "name": one.name,
                "unit": one.unit,
                "file": one.file,
                "measured_on": [series.key.measured_on for series in one.series],
            }
            for one in figures
        ]
    }


def figure_document(figures: list[FigureSummary]) -> Document:
    """Return one figure with its values (overens figures show ID --json); values are exact, as text."""
    return {"series": [_series(one, series) for one in figures for series in one.series]}


def _series(figure: FigureSummary, series: Series) -> Document:
    return {
        "figure": figure.id,
        "name": figure.name,
        "recipients": word(series.key.kind),
        "measured_on": series.key.measured_on,
        "unit": series.unit,
        "kind": word(series.kind),
        "date_inferred": series.date_inferred,
        "source": {"title": series.source, "publisher": series.publisher, "address": series.address},
        "licence": series.licence,
        "derived_from": list(series.derived_from),
        "rounded_to": series.rounded_to,
        "remark": series.remark,
        "known_from": series.known_from.words if series.known_from else None,
        "lower_is_better": series.lower_is_better,
        "breaks": [{"since": one.since.words, "remark": one.remark} for one in series.breaks],
        "values": {code: None if value is None else exact_decimal(value) for code, value in series.values.items()},
        "counted": {code: [exact_decimal(one) for one in counted] for code, counted in series.counted.items()},
    }
