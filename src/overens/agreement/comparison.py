"""The words of a comparison ('samma månad 2022') -> the earlier periods; those of a measurement -> how often."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from overens.vocabulary.periods import FIRST_YEAR, LAST_YEAR

MOST_YEARS = 10
"""More years than this are compared with by no rule: one of the numbers is wrong."""

_SAME = r"(?:samma (?:månad|månader|period|tid|kvartal|halvår)(?: under)? )?"
_NAMED = re.compile(
    r"(?:(?:medelvärdet|medeltalet|genomsnittet|snittet|medel) (?:av|för) )?"
    + _SAME
    + r"(?:år |åren )?(\d{4})(?:\s?[-–]\s?(\d{4}))?",
    re.ASCII,
)
_YEAR_BEFORE = re.compile(_SAME + r"(?:året före|året innan|föregående år|förra året|ett år tidigare|i fjol)")


class Every(StrEnum):
    """How often performance is measured, where not once for the whole period (varje)."""

    MONTH = "månad"
    YEAR = "år"


def read_every(words: str | None) -> Every | None:
    """Return how often is measured; None where the words do not say it, or there are none.

    >>> read_every("varje månad"), read_every("ej angivet")
    (<Every.MONTH: 'månad'>, None)
    """
    said = (words or "").strip().casefold().removeprefix("varje ")
    return next((one for one in Every if one.value == said), None)


@dataclass(frozen=True)
class ComparisonYears:
    """What a period is compared with: the same period of named years, their mean where several; or of the year before.

    Attributes:
        years: The named years; none means the year before each period.
    """

    years: tuple[int, ...] = ()

    def periods(self, period: str) -> tuple[str, ...]:
        """Return the periods that this one is compared with.

        >>> ComparisonYears((2022,)).periods("2023-04")
        ('2022-04',)
        >>> ComparisonYears().periods("2023")
        ('2022',)
        """
        year, rest = int(period[:4]), period[4:]
        return tuple(f"{one}{rest}" for one in self.years or (year - 1,))


def read_comparison(words: str) -> ComparisonYears | None:
    """Return what the words compare with; None where they do not say which years.

    >>> read_comparison("samma månad 2022")
    ComparisonYears(years=(2022,))
    >>> read_comparison("samma månader 2022–2024").periods("2025-02")
    ('2022-02', '2023-02', '2024-02')
    >>> read_comparison("tidigare år")
    """
    text = words.strip().casefold()
    if _YEAR_BEFORE.fullmatch(text):
        return ComparisonYears()
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    plausible = FIRST_YEAR <= first <= last <= min(first + MOST_YEARS - 1, LAST_YEAR)
    return ComparisonYears(tuple(range(first, last + 1))) if plausible else None
