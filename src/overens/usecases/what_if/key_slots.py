"""A pot's key -> the words and slots that say it, with the figures that could stand there instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from overens.agreement.rules import BaseKey, EqualKey, FixedKey, Key, ListKey, MixKey, ShareKey
from overens.allocation.describe import describe_key
from overens.figures.model import known_last
from overens.usecases.library import Library
from overens.usecases.what_if.slots import Choice, Kind, Sentence, Slot, Written
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Text
from overens.writing.numbers import number_words
from overens.writing.tree import Path
from overens.writing.values import Missing

AT = ("fördelning",)
EQUAL = "lika"
_COUNTS_PEOPLE = "invånare"
"""What the unit of a figure ends in that people are counted in; only such are offered for another key."""


def key_pieces(key: Key | None, offered: Sequence[Choice], path: Path = AT, suffix: str = "") -> Sentence:
    """Return the key as words and slots.

    Args:
        offered: Keys that could stand there instead.
        path: Where the key stands.
        suffix: After the names of the slots, for a key that stands within another.
    """
    match key:
        case FixedKey():
            label, at = Text("Belopp till var och en", "Amount to each"), (*path, "fast belopp")
            each = Slot(f"per-mottagare{suffix}", label, Kind.MONEY, at, str(key.each.kr))
            return (each, Text("kr till var och en", "kr to each"))
        case BaseKey():
            label, at = Text("Grundbelopp", "Base amount"), (*path, "grundbelopp")
            base = Slot(f"grundbelopp{suffix}", label, Kind.MONEY, at, str(key.base.kr))
            rest = key_pieces(key.rest, offered, (*path, "resten"), suffix)
            return (base, Text("kr till var och en och resten", "kr to each and the rest"), *rest)
        case MixKey():
            return tuple(_mix(key, offered, path, suffix))
        case _:
            return (_choice(key, offered, path, suffix),)


def _mix(key: MixKey, offered: Sequence[Choice], path: Path, suffix: str) -> Iterator[Text | Slot]:
    yield Text("blandat:", "mixed:")
    for n, part in enumerate(key.parts):
        at, mine = (*path, "blandning", n), f"{suffix}-{n + 1}"
        if n:
            yield Text("och", "and")
        label = Text("Vikt, nyckel {n}", "Weight, key {n}", {"n": str(n + 1)})
        yield Slot(f"vikt{mine}", label, Kind.PERCENT, (*at, "vikt"), percent_word(part.weight))
        yield Text("procent", "per cent")
        yield from key_pieces(part.key, offered, (*at, "nyckel"), mine)


def percent_word(share: Fraction | Missing | None) -> str:
    """Return a share as it is typed, in per cent without the sign; empty where it is not known.

    >>> percent_word(Fraction(3, 8))
    '37,5'
    """
    return number_words(share * 100) if isinstance(share, Fraction) else ""


def _choice(key: Key | None, offered: Sequence[Choice], path: Path, suffix: str) -> Slot:
    own, missing = _own(key)
    others = [one for one in offered if one.word != own.word]
    choices = (own, *(_placed(one, key, path) for one in others))
    return Slot(f"nyckel{suffix}", Text("Nyckel", "Key"), Kind.CHOICE, path, own.word, None, choices, missing)


def _own(key: Key | None) -> tuple[Choice, bool]:
    """Return what stands there, and whether it cannot be computed by."""
    match key:
        case None:
            return Choice("", Text("efter en nyckel som inte är angiven", "by a key that is not stated")), True
        case EqualKey():
            return Choice(EQUAL, describe_key(key)), False
        case ShareKey(measured_on=Missing()):
            return Choice(key.figure, describe_key(key)), True
        case ShareKey(measured_on=When(words=words)):
            return Choice(f"{key.figure}@{words}", describe_key(key)), False
        case ShareKey():
            return Choice(key.figure, describe_key(key)), False
        case ListKey():
            return Choice(key.figure, describe_key(key)), False
        case _:
            return Choice("", describe_key(key)), True


def _placed(one: Choice, key: Key | None, path: Path) -> Choice:
    """Return the choice as it is written in place of the key: another date of the same figure is only a date."""
    figure, _, on = one.word.partition("@")
    if isinstance(key, ShareKey) and key.figure == figure and on:
        return Choice(one.word, one.said, on, (*path, "per"))
    return one


def keys_offered(library: Library, kind: RecipientKind, day: date | None) -> tuple[Choice, ...]:
    """Return the keys that a pot to these recipients could have: the same to each, or a count of people on a date."""
    equal = describe_key(EqualKey.model_validate(EQUAL))
    figures = sorted(name for name, of in library.files.figures if of is kind)
    return (Choice(EQUAL, equal, EQUAL), *(one for name in figures for one in _dates(library, name, kind, day)))


def _dates(library: Library, name: str, kind: RecipientKind, day: date | None) -> Iterator[Choice]:
    """Yield the figure on each date, the newest first; nothing of one that counts other things than people."""
    reads = [read for read in library.read_figures((name, kind)) if read.head is not None]
    if not any(read.head is not None and read.head.unit.endswith(_COUNTS_PEOPLE) for read in reads):
        return
    title = next(read.head.name for read in reads if read.head is not None)
    series = known_last((one for read in reads for one in read.series), day)
    for on in sorted({one.key.measured_on for one in series}, reverse=True):
        written: dict[str, Written] = {"andel av": name, "per": on}
        yield Choice(f"{name}@{on}", _said(name, title, on, describe_key(ShareKey.model_validate(written))), written)


def _said(name: str, title: str, on: str, key: Text) -> Text:
    """Return the key in words; a part of the population by its title, since its id is not written to be read."""
    if "-" not in name:
        return key
    return Text("efter {what} per {on}", "by {what} on {on}", {"what": title[:1].lower() + title[1:], "on": on})
