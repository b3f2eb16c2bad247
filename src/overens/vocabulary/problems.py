"""What is wrong in what a person wrote: the place, the value, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from overens.vocabulary.wording import Language, Text


class Severity(StrEnum):
    """Whether the file can be used as it stands."""

    ERROR = "fel"
    WARNING = "varning"


class Place(NamedTuple):
    """Where something was written: file, line and column, counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Fault:
    """What is wrong, with the value, and what would be right; the place is added by the reader."""

    message: Text
    remedy: Text

    @classmethod
    def of(cls, sv: str, sv_remedy: str, en: str, en_remedy: str, **values: object) -> Fault:
        """Return a fault from two sentences in two languages that share their values."""
        return cls(Text(sv, en, values), Text(sv_remedy, en_remedy, values))


@dataclass(frozen=True)
class Problem:
    """Something wrong in what a person wrote. Problems are returned, all at once, never raised.

    >>> fault = Fault.of("Potten saknar källa.", "Ange 'källa'.", "The pot has no source.", "Give 'källa'.")
    >>> print(Problem(Place("a.yaml", 4, 3), fault).say())
    a.yaml:4:3: Potten saknar källa. Ange 'källa'.
    """

    place: Place
    fault: Fault
    severity: Severity = Severity.ERROR

    @property
    def message(self) -> Text:
        """What is wrong, with the value."""
        return self.fault.message

    @property
    def remedy(self) -> Text:
        """What to write instead."""
        return self.fault.remedy

    def say(self, language: Language = Language.SWEDISH) -> str:
        """Return place, message and remedy as one line."""
        warning = ""
        if self.severity is Severity.WARNING:
            warning = "varning: " if language is Language.SWEDISH else "warning: "
        return f"{self.place}: {warning}{self.message.say(language)} {self.remedy.say(language)}"


def in_order(problems: list[Problem]) -> list[Problem]:
    """Return the problems by file, line and column, each once."""
    seen: dict[tuple[Place, str], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.place, problem.message.say()), problem)
    return sorted(seen.values(), key=lambda p: p.place)


def blocking(problems: list[Problem]) -> list[Problem]:
    """Return the problems that are errors, not warnings."""
    return [p for p in problems if p.severity is Severity.ERROR]
