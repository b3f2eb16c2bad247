"""A page -> the names of agreements in it, each once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from overens.drafting.lexicon import Lexicon
from overens.drafting.model import ReadName
from overens.drafting.names.subject import NameCore, NamePlace, content_words, name_core, place_of_name, word_begin
from overens.drafting.page import Page
from overens.drafting.text.layout import BlockKind
from overens.drafting.words.names import NameGrammar

_MOST_COMPARED = 60
_ALIKE = 0.7
_MOST_LINES = 3


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
        limit = max(found.end(), _sentence_end(page, found.start()))
        place = place_of_name(page.text, found.start(), found.end(), limit, grammar)
        if place is not None:
            mentions.append(place)
    if not grammar.witness.search(page.text):
        mentions = [mention for mention in mentions if mention.parties or mention.core.years]
    title = _title(page, mentions, grammar)
    yield from ([title] if title else [])
    yield from mentions


def _sentence_end(page: Page, position: int) -> int:
    """Return where the sentence ends, for lines of text where the line does that it goes on in."""
    sentence = page.sentence_at(position)
    if sentence is None:
        return 0
    end, group = sentence.end, page.blocks[sentence.block].group
    for block in page.blocks[sentence.block + 1 : sentence.block + 1 + _MOST_LINES]:
        if block.kind is not BlockKind.LINE or block.group != group or not page.text[block.start].islower():
            break
        end = block.end
    return end


def _title(page: Page, mentions: list[NamePlace], grammar: NameGrammar) -> NamePlace | None:
    """Return the title as a name: before a dash and the word for agreement, or beginning as one named without years."""
    block = page.title
    if block is None:
        return None
    words = page.text[block.start : block.end]
    head = grammar.head.search(words)
    if head:
        dash = grammar.title_end.search(words[: word_begin(words, head.start())])
        if dash is None:
            return None
        return _titled(block.start, words[: dash.start()], name_core(words, grammar))
    low = words.casefold()
    named = [mention for mention in mentions if low.startswith(mention.core.subject.casefold())]
    if named and not any(mention.core.years for mention in named):
        return _titled(block.start, words, name_core(words, grammar))
    return None


def _titled(start: int, words: str, core: NameCore) -> NamePlace:
    """Return a title as the place of a name, without the signs at its end."""
    return NamePlace(start, start + len(words.rstrip(" –-.:")), core, parties=False)


def _read(page: Page, place: NamePlace) -> ReadName:
    """Return the name as it stands, with the spaces between words as one each."""
    text, core = " ".join(page.text[place.start : place.end].split()), place.core
    return ReadName(page.span(place.start, place.end), text, core.subject, core.years, core.supplement)
