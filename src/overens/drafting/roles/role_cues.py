"""The words around each sum -> the cues among them that speak for a role."""

from __future__ import annotations

from collections.abc import Iterator

from overens.drafting.model import Cue, Role
from overens.drafting.page import Page
from overens.drafting.phrase_book import Found
from overens.drafting.roles.surroundings import Around
from overens.drafting.words.roles import Place, RoleCue, RoleGrammar

_NEXT_TO = 1
_JUST_BEFORE = 24
_JUST_AFTER = 4


def role_cues(page: Page, around: Around, grammar: RoleGrammar) -> tuple[Cue, ...]:
    """Return what the words between the sum and its neighbours say of its role, in text order; the same words once."""
    said: dict[tuple[str, str], Cue] = {}
    for cue in _cues(page, around, grammar):
        said.setdefault((cue.words.lower(), cue.says), cue)
    return tuple(said.values())


def _cues(page: Page, around: Around, grammar: RoleGrammar) -> Iterator[Cue]:
    own = _break(page.text, around.before, grammar, first=True) if around.neighbour else around.before[0]
    for found in grammar.book.find(page.text, own, around.before[1]):
        yield from _said(page, found, _places_before(around.mention.at.start - found.end))
    others = _break(page.text, around.after, grammar, first=False) if around.followed else around.after[1]
    for found in grammar.book.find(page.text, *around.after):
        if found.start - around.mention.at.end <= _JUST_AFTER:
            yield from _said(page, found, (Place.JUST_AFTER, Place.AFTER))
        elif found.start < others:
            yield from _said(page, found, (Place.AFTER,))


def _places_before(characters: int) -> tuple[Place, ...]:
    """Return the places that words so many characters before a sum stand in."""
    if characters <= _NEXT_TO:
        return (Place.NEXT_TO, Place.JUST_BEFORE, Place.BEFORE)
    return (Place.JUST_BEFORE, Place.BEFORE) if characters <= _JUST_BEFORE else (Place.BEFORE,)


def _break(text: str, gap: tuple[int, int], grammar: RoleGrammar, *, first: bool) -> int:
    """Return where the words between two sums stop belonging to the one before, or begin to belong to the one after.

    What stands between the first and the last break may speak of either.
    """
    found = [one.start() for one in grammar.breaks.finditer(text, *gap)]
    if not found:
        return gap[0] if first else gap[1]
    return found[0] if first else found[-1]


def _said(page: Page, found: Found[RoleCue], places: tuple[Place, ...]) -> Iterator[Cue]:
    """Yield one cue for each role that the words speak for, from the nearest of the places that they stand in."""
    nearest: dict[Role, RoleCue] = {}
    for place in places:
        for cue in found.says:
            if place in cue.places:
                nearest.setdefault(cue.says, cue)
    for cue in nearest.values():
        yield Cue(page.text[found.start : found.end], cue.says, cue.strength, page.span(found.start, found.end))
