"""What a view answers: a page, its tables, its pictures and its document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from overens.allocation.model import Allocation
from overens.export.csv_table import Table
from overens.export.picture import Picture
from overens.vocabulary.wording import Language, Text


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
        calendar: Language -> an .ics file, where the view is a calendar.
        allocations: What was computed for it, for the run's hash.
        scenarios: Name -> a scenario file; the first is the one meant by .yaml alone.
        status: Other than 200 where the page tells what is wrong with what was asked.
    """

    title: Text
    template: str
    context: Mapping[str, Any]
    tables: Mapping[str, Table] = field(default_factory=dict)
    document: Callable[[Language], dict[str, Any]] | None = None
    pictures: tuple[Picture, ...] = ()
    calendar: Callable[[Language], str] | None = None
    allocations: tuple[Allocation, ...] = ()
    scenarios: Mapping[str, str] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True)
class Elsewhere:
    """The page has another address.

    Attributes:
        for_now: Whether it is there only until the library changes, so that nobody may remember it.
    """

    href: str
    for_now: bool = False
