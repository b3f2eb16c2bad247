"""A value in a rule's sentence that may be written anew: its name in an address, how it is said, where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import TypeAlias

from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Text
from overens.writing.tree import Path


class Kind(Enum):
    """What is written in a slot."""

    MONEY = auto()
    PERCENT = auto()
    NUMBER = auto()
    COUNT = auto()
    CHOICE = auto()
    NAMES = auto()


Written: TypeAlias = "str | dict[str, Written] | list[Written]"
"""A value as it stands in a file."""


@dataclass(frozen=True)
class Choice:
    """One of what may be chosen: its word in an address, in a sentence, and what is written for it.

    Attributes:
        value: None where it is what stands already, in a form that cannot be written so.
        path: Where the value is written, if not where the slot says.
    """

    word: str
    said: Text
    value: Written | None = None
    path: Path | None = None


@dataclass(frozen=True)
class Slot:
    """A value that may be changed (fält).

    Attributes:
        name: In an address.
        label: What it is, for one who does not see the sentence.
        path: Where the value stands in what was written of the pot, lists counted from 0.
        agreed: What stands there, as it is written in an address; empty where nothing does.
        empty: What is said where nothing is written; None where something must be.
        missing: Whether no source gives the value: what is written is then assumed on both sides.
        low, high: Between which a value is plausible.
        among: The kind of recipients that are named.
    """

    name: str
    label: Text
    kind: Kind
    path: Path
    agreed: str = ""
    empty: Text | None = None
    choices: tuple[Choice, ...] = ()
    missing: bool = False
    low: Fraction | None = None
    high: Fraction | None = None
    among: RecipientKind | None = None

    @property
    def part(self) -> str:
        """The part of the rule that it belongs to, by its key."""
        return str(self.path[0])

    @property
    def words(self) -> str:
        """The path as a person writes it, lists counted from 1."""
        return path_words(self.path)


def path_words(path: Path) -> str:
    """Return a path as a person writes it.

    >>> path_words(("villkor", 0, "minst"))
    'villkor/1/minst'
    """
    return "/".join(str(step + 1) if isinstance(step, int) else step for step in path)


Sentence: TypeAlias = "tuple[Text | Slot, ...]"


def slots_of(sentences: tuple[Sentence, ...]) -> Iterator[Slot]:
    """Yield every slot, in the order they are read."""
    return (piece for sentence in sentences for piece in sentence if isinstance(piece, Slot))
