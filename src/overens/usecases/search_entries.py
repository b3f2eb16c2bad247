"""What a search can find: places and agreements, with the words that they are found by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text


class HitKind(StrEnum):
    """What a search can find, in the order of a list (träff)."""

    REGION = "region"
    MUNICIPALITY = "kommun"
    COUNTY = "län"
    AGREEMENT = "avtal"


@dataclass(frozen=True)
class Hit:
    """A place or an agreement that a search finds (träff).

    Attributes:
        key: The agreement's id, or the place's code.
        what: What it is, beside its name: "kommun i Jönköpings län".
        place: The place; None for an agreement.
    """

    kind: HitKind
    key: str
    name: str
    what: Text
    place: Recipient | None = None


@dataclass(frozen=True)
class Entry:
    """A hit with the words that it is found by.

    Attributes:
        spelt: Its names as they are spelt, case apart.
        folded: The same without accents and hyphens.
        begins: Those of the names, spelt and folded, that do not begin with what it is: not "kommun 0680".
        words: The folded names in one, with a space before each word.
        order: What orders it among its like: newest agreements first, å ä ö last.
    """

    hit: Hit
    spelt: frozenset[str]
    folded: tuple[str, ...]
    begins: tuple[str, ...]
    words: str
    order: tuple[int, str]
