"""Outcomes that were read or taken in -> JSON documents."""

from __future__ import annotations

from collections.abc import Sequence

from overens.figures.outcomes.found import OutcomeProblem
from overens.usecases.documents.parts import Document, word
from overens.usecases.outcomes.into_folder import Imported
from overens.usecases.outcomes.read import ReadOutcomes
from overens.vocabulary.wording import Language


def outcomes_document(read: ReadOutcomes, problems: Sequence[OutcomeProblem], language: Language) -> Document:
    """Return what was read and what is wrong with it (overens outcomes check --json)."""
    return {
        "file": read.file,
        "known_from": read.head.known_from.words if read.head else None,
        "kind": word(read.head.kind) if read.head else None,
        "indicators": [
            {"id": name, "values": len(of), "periods": sorted({one.period for one in of})}
            for name, of in read.outcomes.items()
        ],
        "problems": [_problem(one, language) for one in problems],
    }


def import_document(imported: Imported, language: Language) -> Document:
    """Return what was read, what is wrong with it, and what was written (overens outcomes import --json)."""
    return {
        **outcomes_document(imported.read, imported.problems, language),
        "figures": [
            {
                "id": one.indicator,
                "becomes": word(one.becomes),
                "file": str(one.path) if one.text else None,
                "values": one.values,
            }
            for one in imported.figures
        ],
    }


def _problem(one: OutcomeProblem, language: Language) -> Document:
    return {
        "sheet": one.sheet or None,
        "cells": list(one.cells),
        "severity": word(one.severity),
        "message": one.fault.message.say(language),
        "remedy": one.fault.remedy.say(language),
    }
