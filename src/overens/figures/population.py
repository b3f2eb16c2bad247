"""Figures on population + a recipient + a year -> the inhabitants to divide by, with date, kind and source; or why none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from overens.figures.model import FigureKind, Series
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import NO_BREAK_SPACE, Text, plain, whole_number

FIGURE = "befolkning"
"""The figure that counts all inhabitants."""
_AUTUMN = 11
"""The month from which a count of the year before is taken for the year's: 1 November is what keys use, 31 December SCB's own."""


@dataclass(frozen=True)
class Population:
    """The inhabitants of a recipient that its kronor are divided by (folkmängd).

    Attributes:
        measured_on: The day they were counted, as the source states it.
        before_the_year: Whether that day lies in November or December of the year before the year asked about.
        municipalities: How many municipalities' inhabitants are summed; 0 where the figure is the recipient's own.
    """

    inhabitants: int
    measured_on: str
    kind: FigureKind
    date_inferred: bool
    source: str
    publisher: str
    before_the_year: bool
    municipalities: int = 0

    def share(self, kr: int) -> Fraction:
        """Return the kronor per inhabitant, exactly."""
        return Fraction(kr, self.inhabitants)


def counted_kind(kind: RecipientKind) -> RecipientKind | None:
    """Return whose figures a kind of recipient is counted by: a county by its municipalities; None for those without."""
    if kind is RecipientKind.AREA:
        return RecipientKind.MUNICIPALITY
    return kind if kind in (RecipientKind.REGION, RecipientKind.MUNICIPALITY) else None


def counts_of_year(
    kind: RecipientKind, year: int, series: Sequence[Series], register: Register, day: date | None = None
) -> tuple[Series, ...]:
    """Return the counts of a kind of recipient in the order they are taken for a year.

    The official count nearest before the year (November or December of the year before) goes first, then any
    other count of those months, then the one nearest to 1 January; a count that is only inferred comes after all
    others. One date is chosen for all recipients of a kind, so that they can be compared; a count that lacks
    someone comes last.

    Args:
        kind: Whose kronor are divided; a county is counted by its municipalities.
        day: Leave out what was not known on the day; None for all that is known.
    """
    counted = counted_kind(kind)
    if counted is None:
        return ()
    everyone = [one.code for one in register.of(counted)]
    known = [one for one in series if one.key.kind is counted and one.was_known(day)]
    return tuple(sorted(known, key=lambda one: (not _has(one, everyone), *_distance(one, year))))


def population_of(
    who: Recipient, year: int, counts: Sequence[Series], register: Register, day: date | None = None
) -> Population | Text:
    """Return the population to divide the year's kronor by, or a sentence that says why there is none.

    Args:
        counts: The counts of the recipient's kind, in the order they are taken (see counts_of_year).
        day: The day that the counts were known on, to be said where there is none.
    """
    if counted_kind(who.kind) is None:
        return Text("{who} har inga invånare", "{who} has no inhabitants", {"who": who.name})
    codes = [who.code]
    if who.kind is RecipientKind.AREA:
        codes = [one.code for one in register.municipalities if one.county == who.code]
    chosen = next((one for one in counts if _has(one, codes)), None)
    if not codes or chosen is None:
        values: dict[str, object] = {"who": who.name, "day": plain("") if day is None else _then(day)}
        return Text("folkmängden i {who} är inte funnen{day}", "the population of {who} is not found{day}", values)
    return Population(
        sum(int(chosen.values[code] or 0) for code in codes),
        chosen.key.measured_on,
        chosen.kind,
        chosen.date_inferred,
        chosen.source,
        chosen.publisher,
        _in_autumn_before(chosen, year),
        len(codes) if who.kind is RecipientKind.AREA else 0,
    )


def _then(day: date) -> Text:
    return Text(" bland det som var känt {day}", " in what was known on {day}", {"day": str(day)})


def _has(series: Series, codes: Sequence[str]) -> bool:
    return all((series.values.get(code) or 0) > 0 for code in codes)


def _distance(series: Series, year: int) -> tuple[bool, int, int, bool, str]:
    """Return what orders counts: inferred ones last, the autumn before first (official, then the latest), then by days."""
    official, autumn = series.kind is FigureKind.OFFICIAL, _in_autumn_before(series, year)
    days = abs((date(year, 1, 1) - _measured(series).last).days)
    inferred = series.kind not in (FigureKind.OFFICIAL, FigureKind.IMPLIED)
    return inferred, int(not official) if autumn else 2, days, not official, series.key.measured_on


def _in_autumn_before(series: Series, year: int) -> bool:
    when = _measured(series)
    return when.first.year == when.last.year == year - 1 and when.first.month >= _AUTUMN


def _measured(series: Series) -> When:
    when = parse_when(series.key.measured_on)
    return when if isinstance(when, When) else When(date.min, date.min, series.key.measured_on)


def per_inhabitant_words(kr: Fraction) -> Text:
    """Return kronor per inhabitant: to the krona, below 10 kr to the tenth, halves away from zero.

    >>> per_inhabitant_words(Fraction(12345, 10)).say().replace(NO_BREAK_SPACE, " ")
    '1 235 kr per invånare'
    """
    return Text("{kr} per invånare", "{kr} per inhabitant", {"kr": kr_each(kr)})


def kr_each(kr: Fraction) -> Text:
    """Return kronor rounded as those per inhabitant are: to the krona, below 10 kr to the tenth, halves away from zero."""
    if abs(kr) < 10:
        tenths = Fraction(int(abs(kr) * 10 + Fraction(1, 2)), 10)
        shown: object = tenths if kr >= 0 else -tenths
    else:
        whole = int(abs(kr) + Fraction(1, 2))
        shown = whole_number(whole if kr >= 0 else -whole)
    return Text(f"{{kr}}{NO_BREAK_SPACE}kr", f"{{kr}}{NO_BREAK_SPACE}kr", {"kr": shown})


ROUNDED_WHEN_SHOWN = Text(
    "Kronor per invånare räknas exakt och rundas när de visas: till hela kronor, under 10 kr till tiondelar.",
    "Kronor per inhabitant are computed exactly and rounded when shown: to whole kronor, below 10 kr to tenths.",
)
