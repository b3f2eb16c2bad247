"""An agreement -> each of its values with its sources, and whether one of them can be looked up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from overens.agreement.model import Agreement, Pot
from overens.agreement.read_agreement import Written
from overens.agreement.terms import Source
from overens.vocabulary.money import Amount
from overens.vocabulary.periods import When
from overens.vocabulary.problems import Place
from overens.writing.clauses import Clause, keys_of
from overens.writing.tree import Path

_HEAD = ("sources", "contradictions", "not_found")
"""What holds no values of the agreement itself."""


@dataclass(frozen=True)
class SourcedValue:
    """An amount, date or condition, and the sources that say it: its own, or those of what it stands in."""

    about: str
    place: Place
    sources: tuple[str, ...]
    can_be_looked_up: bool


def sourced_values(written: Written) -> Iterator[SourcedValue]:
    """Yield every amount and date of the agreement with its sources."""
    agreement = written.agreement
    for path, named in _values(agreement, (), agreement.source):
        known = [agreement.sources[name] for name in named if name in agreement.sources]
        found = any(can_be_looked_up(source) for source in known)
        yield SourcedValue(".".join(map(str, path)), written.place(*path), named, found)


def can_be_looked_up(source: Source) -> bool:
    """Tell whether the source has an address or a registry number."""
    return bool(source.address or source.registry_number)


def _values(part: object, path: Path, named: tuple[str, ...]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    match part:
        case Amount() | When():
            yield path, named
        case Clause():
            own = getattr(part, "source", None) or named
            for name, key in keys_of(type(part)):
                head = isinstance(part, Agreement) and name in _HEAD
                if name != "source" and not head:
                    yield from _values(getattr(part, name), (*path, key), own)
            if isinstance(part, Pot) and part.key is not None:
                yield (*path, "fördelning"), own
        case tuple():
            for n, item in enumerate(part):
                yield from _values(item, (*path, n), named)
        case dict():
            for key, item in part.items():
                yield from _values(item, (*path, key), named)
        case _:
            return
