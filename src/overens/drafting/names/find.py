"""A page -> the names of agreements in it, each once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import ReadName
from overens.drafting.names.core import NameCore, NamePlace, content_words, name_core, place_of_name
from overens.drafting.names.words import NameGrammar
from overens.drafting.page import Page

_MOST_COMPARED = 60
_ALIKE = 0.7


def find_names(page: Page, lexicon: Lexicon) -> list[ReadName]:
    """Return the names in text order, one for each agreement: the mention that says most of it."""
    grammar = lexicon.names
    groups: list[_Agreement] = []
    seen: set[tuple[str, tuple[int, ...], bool]] = set()
    for place in _places(page, grammar):
        key = (place.core.subject.casefold(), place.core.years, place.core.supplement)
        if key in seen:
            continue
        seen.add(key)
        mention = _Agreement(place, content_words(place.core.subject, grammar))
        same = next((n for n, group in enumerate(groups[:_MOST_COMPARED]) if group.is_same(mention)), None)
        if same is None:
            groups.append(mention)
        else:
            groups[same] = max(groups[same], mention, key=_Agreement.fullness)
    return [_read(page, group.place) for group in sorted(groups, key=lambda group: group.place.start)]


@dataclass(frozen=True)
class _Agreement:
    """A mention of an agreement and the words that say what it is about."""

    place: NamePlace
    words: frozenset[str]

    def is_same(self, other: _Agreement) -> bool:
        """Tell whether both name one agreement: the same subject in other words, and no two years."""
        mine, theirs = self.place.core, other.place.core
        if mine.supplement != theirs.supplement or (mine.years and theirs.years and mine.years != theirs.years):
            return False
        fewest = min(len(self.words), len(other.words))
        return len(self.words & other.words) >= _ALIKE * fewest

    def fullness(self) -> tuple[bool, int, bool, int]:
        """Return how much the mention says; of two that say as much, the one without parties and the earlier."""
        return bool(self.place.core.years), len(self.words), not self.place.parties, -self.place.start


def _places(page: Page, grammar: NameGrammar) -> Iterator[NamePlace]:
    """Yield every name that begins with a word for agreement, and the title where it is one, in text order."""
    mentions = []
    for found in grammar.head.finditer(page.text):
        sentence = page.sentence_at(found.start())
        limit = sentence.end if sentence and sentence.end >= found.end() else found.end()
        place = place_of_name(page.text, found.start(), found.end(), limit, grammar)
        if place is not None:
            mentions.append(place)
    title = _title(page, mentions, grammar)
    yield from ([title] if title else [])
    yield from mentions


def _title(page: Page, mentions: list[NamePlace], grammar: NameGrammar) -> NamePlace | None:
    """Return the title as a name: before a dash and the word for agreement, or beginning as an agreement in the text is named."""
    block = page.title
    if block is None:
        return None
    words = page.text[block.start : block.end]
    head = grammar.head.search(words)
    if head:
        before = words[: head.start()].rstrip()
        if before[-1:] not in ("–", "-"):
            return None
        return _titled(block.start, before, name_core(before, grammar), grammar)
    low = words.casefold()
    if any(low.startswith(mention.core.subject.casefold()) for mention in mentions):
        return _titled(block.start, words, name_core(words, grammar), grammar)
    return None


def _titled(start: int, words: str, core: NameCore, grammar: NameGrammar) -> NamePlace:
    """Return a title as the place of a name, without the signs at its end."""
    return NamePlace(start, start + len(words.rstrip(" –-.:")), core, parties=False)


def _read(page: Page, place: NamePlace) -> ReadName:
    """Return the name as it stands, with the spaces between words as one each."""
    return ReadName(page.span(place.start, place.end), " ".join(page.text[place.start : place.end].split()))
