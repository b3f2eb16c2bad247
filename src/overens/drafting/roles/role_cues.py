"""The words around each sum -> the cues among them that speak for a role."""

from __future__ import annotations

from collections.abc import Iterator

from overens.drafting.model import Cue
from overens.drafting.page import Page
from overens.drafting.phrase_book import Found
from overens.drafting.roles.surroundings import Around
from overens.drafting.roles.words import Place, RoleCue, RoleGrammar

_JUST_BEFORE = 24
_JUST_AFTER = 4


def role_cues(page: Page, around: Around, grammar: RoleGrammar) -> Iterator[Cue]:
    """Yield what the words between the sum and its neighbours say of its role, in text order."""
    for found in grammar.book.find(page.text, *around.before):
        just = around.mention.at.start - found.end <= _JUST_BEFORE
        yield from _said(page, found, (Place.JUST_BEFORE, Place.BEFORE) if just else (Place.BEFORE,))
    for found in grammar.book.find(page.text, *around.after):
        just = found.start - around.mention.at.end <= _JUST_AFTER
        yield from _said(page, found, (Place.JUST_AFTER, Place.AFTER) if just else (Place.AFTER,))


def _said(page: Page, found: Found[tuple[RoleCue, ...]], places: tuple[Place, ...]) -> Iterator[Cue]:
    """Yield one cue for each role that the words speak for in one of the places: the strongest."""
    strongest: dict[str, RoleCue] = {}
    for cue in found.says:
        known = strongest.get(cue.says)
        if not set(places).isdisjoint(cue.places) and (known is None or cue.strength > known.strength):
            strongest[cue.says] = cue
    for cue in strongest.values():
        yield Cue(page.text[found.start : found.end], cue.says, cue.strength, page.span(found.start, found.end))
