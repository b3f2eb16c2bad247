"""What each place gains or loses -> the classes of a map, of one hue above nought and another below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.export.charts.look import Look, Number, Unit
from overens.vocabulary.wording import Text

_LITTLE, _MUCH = Fraction(1, 10), Fraction(1, 2)
"""Of the largest change: below the one a change is slight, from the other on great."""


@dataclass(frozen=True)
class Class:
    """Places of about the same value (klass): the least value of them, or None for the lowest class."""

    least: Number | None
    fill: str
    said: str


def class_of(value: Number, classes: Sequence[Class]) -> Class:
    """Return the class of a value; the classes stand with the lowest first."""
    return [one for one in classes if one.least is None or value >= one.least][-1]


def moved_classes(values: Iterable[Number], look: Look, unit: Unit) -> list[Class]:
    """Return the classes that any of the values is in, the lowest first; what is not moved has one of its own."""
    every = [Fraction(value) for value in values]
    most = max((abs(value) for value in every), default=Fraction(0)) or Fraction(1)
    little, much = most * _LITTLE, most * _MUCH
    slight, great = (unit.say(one, look.language) for one in (little, much))
    lost, gained = look.palette.lost, look.palette.scale
    smallest = min((abs(value) for value in every if value), default=Fraction(1))
    classes = [
        (None, lost[2], Text("minskar mer än {kr}", "loses more than {kr}", {"kr": great})),
        (
            -much,
            lost[1],
            Text("minskar {low}–{kr}", "loses {low}–{kr}", {"low": unit.bare(little, look.language), "kr": great}),
        ),
        (-little, lost[0], Text("minskar upp till {kr}", "loses up to {kr}", {"kr": slight})),
        (Fraction(0), look.palette.grey, Text("oförändrat", "unchanged")),
        (smallest, gained[0], Text("ökar upp till {kr}", "gains up to {kr}", {"kr": slight})),
        (
            little,
            gained[2],
            Text("ökar {low}–{kr}", "gains {low}–{kr}", {"low": unit.bare(little, look.language), "kr": great}),
        ),
        (much, gained[4], Text("ökar {kr} eller mer", "gains {kr} or more", {"kr": great})),
    ]
    made = [Class(least, fill, look.say(said)) for least, fill, said in classes]
    there = {class_of(value, made) for value in every}
    return [one for one in made if one in there]
