"""A written file of any kind -> what it says, by the reader of that kind."""

from __future__ import annotations

from typing import assert_never

from overens.agreement.announcements import read_announcements
from overens.agreement.file_kind import FileKind
from overens.agreement.published import read_published
from overens.agreement.read_agreement import read_agreement
from overens.agreement.read_amendment import read_amendment
from overens.agreement.series import read_series
from overens.scenario.read_scenario import read_scenario
from overens.vocabulary.problems import Problem
from overens.writing.clauses import Clause


def read_as(kind: FileKind, text: str, *, file: str) -> tuple[Clause | None, list[Problem]]:
    """Read a file of the kind: what it says, or None if too little can be understood, and every problem."""
    match kind:
        case FileKind.AGREEMENT:
            agreement, problems = read_agreement(text, file=file)
            return agreement.agreement if agreement else None, problems
        case FileKind.AMENDMENT:
            amendment, problems = read_amendment(text, file=file, whole=True)
            return amendment.amendment if amendment else None, problems
        case FileKind.SERIES:
            series, problems = read_series(text, file=file)
            return series.series if series else None, problems
        case FileKind.TOTALS:
            totals, problems = read_published(text, file=file)
            return totals.totals if totals else None, problems
        case FileKind.ANNOUNCEMENTS:
            announcements, problems = read_announcements(text, file=file)
            return announcements.written if announcements else None, problems
        case FileKind.SCENARIO:
            scenario, problems = read_scenario(text, file=file)
            return scenario.scenario if scenario else None, problems
        case _:
            assert_never(kind)
