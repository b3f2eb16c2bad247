"""Names in the first column -> codes of counties and municipalities, in all the ways they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from overens.drafting.words.tables import TableGrammar, TableWords
from overens.vocabulary.names import fold, names_of
from overens.vocabulary.recipients import Recipient, Register

_LONGEST = 80
_SHORTEST_MISSPELT = 6
_JOINS = re.compile(r"[-–_/]")
_CODE_FIRST = re.compile(r"(\d{2}|\d{4})[ :.-]{1,3}(?=[^\W\d])")
_NOTE_LAST = re.compile(r"(?:[\s*¹²³⁴†:;,.]|\d\)|\[\w{1,3}\]|\(\d\))+$")
_IN_BRACKETS = re.compile(r"\s\([^()]{1,40}\)$")


class PlaceCodes(NamedTuple):
    """What a name may mean: a county or its region, a municipality, both, or neither."""

    county: str = ""
    municipality: str = ""


NOWHERE = PlaceCodes()


@dataclass(frozen=True)
class Places:
    """Every spelling of every county and municipality -> codes.

    Attributes:
        spelt: With å, ä and ö; case and hyphens apart.
        folded: Without them, where that leaves no doubt (Håbo, Habo).
    """

    spelt: dict[str, PlaceCodes]
    folded: dict[str, PlaceCodes]

    def find(self, name: str) -> PlaceCodes:
        """Return what the name means, exactly spelt (case, accents, hyphens and notes apart)."""
        if not name or len(name) > _LONGEST:
            return NOWHERE
        return self._spelt(name) or self._bare(name)

    def _spelt(self, name: str) -> PlaceCodes | None:
        return self.spelt.get(_key(name)) or self.folded.get(fold(name))

    def nearest(self, name: str) -> tuple[str, PlaceCodes] | None:
        """Return the only name that is one letter away, with what it means; None where there is none or several."""
        typed = _key(_NOTE_LAST.sub("", name[:_LONGEST]))
        if len(typed) < _SHORTEST_MISSPELT:
            return None
        near = {
            spelt: self.spelt[spelt]
            for shorter in (typed, *_shorter(typed))
            for spelt in self._one_gone.get(shorter, ())
            if _one_apart(typed, spelt)
        }
        if len(set(near.values())) != 1:
            return None
        return next(iter(near.items()))

    def _bare(self, name: str) -> PlaceCodes:
        """Return what the name means without its code before, its notes and what stands in brackets after."""
        bare = _NOTE_LAST.sub("", _CODE_FIRST.sub("", name.strip(), count=1))
        shorter = {bare, _IN_BRACKETS.sub("", bare)} - {name}
        return next((place for one in shorter if (place := self._spelt(one))), NOWHERE)

    @cached_property
    def _one_gone(self) -> dict[str, list[str]]:
        gone: dict[str, list[str]] = {}
        for spelt in self.spelt:
            for shorter in (spelt, *_shorter(spelt)):
                gone.setdefault(shorter, []).append(spelt)
        return gone


def places_of(register: Register, grammar: TableGrammar) -> Places:
    """Return the names to look with; made once for a register and its words."""
    return _places(register, grammar.words)


@cache
def _places(register: Register, words: TableWords) -> Places:
    spelt: dict[str, PlaceCodes] = {}
    for name, code in _all_names(register, words):
        place = spelt.get(name, NOWHERE)
        spelt[name] = place._replace(county=code) if len(code) == 2 else place._replace(municipality=code)
    plain: dict[str, set[PlaceCodes]] = {}
    for name, place in spelt.items():
        plain.setdefault(fold(name), set()).add(place)
    return Places(spelt, {name: next(iter(found)) for name, found in plain.items() if len(found) == 1})


def _all_names(register: Register, words: TableWords) -> Iterator[tuple[str, str]]:
    """Yield every name with its code; what is written most commonly comes last and wins."""
    areas = {area.code: area for area in register.areas}
    for region in register.regions:
        area = areas.get(region.code, region)
        bare = {one.removesuffix(" län") for one in (region.short_name, area.short_name, *region.aliases)}
        stem = area.name.removesuffix(" län")
        whose = {stem} if stem.endswith("s") or stem in bare else set()
        whose |= {one if one.endswith("s") else f"{one}s" for one in bare}
        names = (one for each in (region, area) for one in names_of(each) if not one[-1].isdigit())
        yield from ((_key(name), region.code) for name in (*_forms(words.county_names, bare, whose), *names))
    for municipality in register.municipalities:
        yield from ((_key(name), municipality.code) for name in _municipal(municipality, words))
    for line in words.other_names:
        code, _, name = line.partition(":")
        yield _key(name), code.strip()


def _key(name: str) -> str:
    """Return the name without case, hyphens, strokes and double spaces, but with å, ä and ö."""
    return " ".join(_JOINS.sub(" ", name.casefold()).split())


def _municipal(municipality: Recipient, words: TableWords) -> list[str]:
    whose = municipality.name.removesuffix(" kommun")
    return [*_forms(words.municipal_names, {municipality.short_name}, {whose}), municipality.name]


def _forms(forms: tuple[str, ...], names: set[str], whose: set[str]) -> list[str]:
    by_name = [form.replace("{namn}", name) for form in forms if "{namn}" in form for name in sorted(names)]
    return by_name + [form.replace("{läns}", name) for form in forms if "{läns}" in form for name in sorted(whose)]


def _shorter(word: str) -> Iterator[str]:
    """Yield the word with each letter taken out."""
    return (word[:n] + word[n + 1 :] for n in range(len(word)))


def _one_apart(one: str, other: str) -> bool:
    """Tell whether one letter changed, missing, added or swapped with its neighbour makes one of the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    first = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[first:], other[first:]
    if len(rest) != len(other_rest):
        return rest[1:] == other_rest or rest == other_rest[1:]
    return rest[1:] == other_rest[1:] or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
