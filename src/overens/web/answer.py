"""What a view answers: a page, its tables, its pictures and its document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from overens.allocation.model import Allocation
from overens.export.csv_table import Table
from overens.export.picture import Picture
from overens.usecases.citation import Citation
from overens.usecases.program import Again
from overens.vocabulary.wording import Language, Text
from overens.web.form import Form

MakeFile: TypeAlias = Callable[[Language, Citation | None], str | bytes]
"""The language, and how the page is cited -> what the file holds."""


@dataclass(frozen=True)
class Answer:
    """A view's answer, to be given as a page or as files (svar).

    Attributes:
        title: The page's title and heading.
        template: The template's file name.
        context: What the template shows.
        tables: Name -> table; the first is the one meant by .csv alone.
        document: Language -> the JSON document.
        pictures: Each of the page's pictures.
        allocations: What was computed for it, for the run's hash.
        files: Form -> what makes the file, for forms that not every page has: a workbook, a letter, a calendar.
        undated: Names of tables that are there only where no day is asked about.
        scenarios: Name -> a scenario file; the first is the one meant by .yaml alone.
        again: How the page's kronor are computed again in Python, where it has a program for that.
        status: Other than 200 where the page tells what is wrong with what was asked.
    """

    title: Text
    template: str
    context: Mapping[str, Any]
    tables: Mapping[str, Table] = field(default_factory=dict)
    document: Callable[[Language], dict[str, Any]] | None = None
    pictures: tuple[Picture, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    files: Mapping[Form, MakeFile] = field(default_factory=dict)
    undated: frozenset[str] = frozenset()
    scenarios: Mapping[str, str] = field(default_factory=dict)
    again: Again | None = None
    status: int = 200


@dataclass(frozen=True)
class Elsewhere:
    """The page has another address.

    Attributes:
        for_now: Whether it is there only until the library changes, so that nobody may remember it.
    """

    href: str
    for_now: bool = False
