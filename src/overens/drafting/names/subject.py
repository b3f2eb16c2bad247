"""A name of an agreement, or the text where it stands -> what the agreement is about, for which years, and whether it adds to one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from overens.drafting.words.names import NameGrammar

_LONGEST = 400
_AHEAD = 160
_PREFIX = 24
_TOKEN = re.compile(r"\S{1,80}")
_OPEN, _CLOSE, _DASHES = "\"”»'’“", "\"”»'’“", "–-"
_STOPS = ".;:!?…"


@dataclass(frozen=True)
class NameCore:
    """What an agreement's name says.

    Attributes:
        subject: What it is about, without 'överenskommelsen om', parties and years.
        years: The years in the name, in order; of a period all.
        supplement: Whether it adds to or changes another agreement.
    """

    subject: str
    years: tuple[int, ...]
    supplement: bool


class NamePlace(NamedTuple):
    """Where a name stands in a text, what it says, and whether it names the parties."""

    start: int
    end: int
    core: NameCore
    parties: bool


def name_core(name: str, grammar: NameGrammar) -> NameCore:
    """Return what a name says; a name without 'överenskommelse' in it is a title: subject and years.

    So a name that was read and the name of an agreement in the library can be compared.
    """
    words = " ".join(name.split())
    found = grammar.head.search(words)
    place = place_of_name(words, found.start(), found.end(), len(words), grammar) if found else None
    if place is not None:
        return place.core
    years = tuple(year for match in grammar.years.finditer(words) for year in _years(match))
    before = words[: word_begin(words, found.start())] if found else ""
    before = grammar.title_end.sub("", before) or words
    subject = grammar.trailing.sub("", " ".join(grammar.years.sub(" ", before).split()))
    return NameCore(subject, years, found is not None and _is_supplement(words, found.start(), grammar))


def place_of_name(text: str, start: int, end: int, limit: int, grammar: NameGrammar) -> NamePlace | None:
    """Return the name that begins with a word for agreement, or None if it names none.

    Args:
        start: Where the word begins, without what is written together with it.
        end: Where it ends.
        limit: Where the sentence ends.
    """
    begin = word_begin(text, start)
    prefix = text[begin:start]
    if grammar.other_kind.search(prefix) or grammar.other_kind.search(text[max(0, begin - _PREFIX) : begin]):
        return None
    supplement = _is_supplement(text, start, grammar)
    limit = min(limit, end + _LONGEST)
    after = _past_space(text, end, limit)
    made = grammar.made_by.match(text, after, limit) or grammar.made.match(text, after, limit)
    position, years, parties = _past_parties(text, made.end() if made else after, limit, grammar)
    subject = _subject(text, position, limit, supplement, parties, grammar)
    if prefix and not supplement:
        return _own_name(text, begin, end, position, years)
    if subject is None:
        return None
    low, high, more = subject
    years += more
    after, late, named = _past_parties(text, high, limit, grammar)
    last = high
    if late and not years:
        years, parties, last = late, parties or named, after
    words = grammar.years.sub(" ", text[low:high])
    about = grammar.trailing.sub("", " ".join(words.split())).strip(_OPEN)
    if not _says_something(about, grammar) or grammar.strangers.search(about):
        return None
    begin = low if made and text[low].isupper() else begin
    core = NameCore(about, tuple(dict.fromkeys(years)), supplement)
    return NamePlace(begin, last, core, bool(parties or made))


def _own_name(text: str, begin: int, end: int, after: int, years: tuple[int, ...]) -> NamePlace | None:
    """Return an agreement that has a word of its own for a name, with its year ('Dagmaröverenskommelsen 2008')."""
    if not years:
        return None
    return NamePlace(begin, after, NameCore(text[begin:end], years, supplement=False), parties=False)


def _is_supplement(text: str, start: int, grammar: NameGrammar) -> bool:
    return grammar.supplement.search(text[max(0, start - _PREFIX) : start]) is not None or (
        grammar.supplement.search(text[word_begin(text, start) : start]) is not None
    )


def word_begin(text: str, start: int) -> int:
    """Return where the word begins that a place in a text stands in."""
    begin = start
    while begin and start - begin < _PREFIX and text[begin - 1].isalpha():
        begin -= 1
    return begin


def _past_space(text: str, position: int, limit: int) -> int:
    while position < limit and text[position].isspace():
        position += 1
    return position


def _past_parties(text: str, position: int, limit: int, grammar: NameGrammar) -> tuple[int, tuple[int, ...], int]:
    """Return where parties and years end that stand in any order, the years, and the parties: 0, 1, or 2 for more."""
    years: tuple[int, ...] = ()
    parties = 0
    for _ in range(3):
        at = _past_space(text, position, limit)
        if found := grammar.parties.match(text, at, limit):
            parties = 2 if found["more"] else 1
        elif found := grammar.years.match(text, at, limit):
            years += _years(found)
        else:
            break
        position = found.end()
    return position, years, parties


def _years(found: re.Match[str]) -> tuple[int, ...]:
    first, last = int(found["first"]), int(found["last"] or found["next"] or found["first"])
    return tuple(range(first, last + 1)) if first <= last <= first + 20 else (first,)


def _subject(
    text: str, position: int, limit: int, supplement: bool, parties: int, grammar: NameGrammar
) -> tuple[int, int, tuple[int, ...]] | None:
    """Return from where to where the subject stands, with the years in it, or None if none follows."""
    position = _past_space(text, position, limit)
    opener = grammar.opener.match(text, position, limit) or (
        grammar.supplement_opener.match(text, position, limit) if supplement else None
    )
    if opener:
        position = opener.end()
        to_do = grammar.to_do.match(text, position, limit) if parties > 1 else None
        position = to_do.end() if to_do else position
    elif not _begins_title(text, position, limit, grammar):
        return None
    if position >= limit or grammar.any_parties.match(text, position):
        return None
    if text[position] in _OPEN:
        return _quoted(text, position, limit, grammar)
    return _walk(text, position, limit, grammar)


def _begins_title(text: str, position: int, limit: int, grammar: NameGrammar) -> bool:
    """Tell whether a title follows directly: a capital or a quotation mark, and no other part of the sentence."""
    if position >= limit or not (text[position].isupper() or text[position] in _OPEN):
        return False
    return not (grammar.head.match(text, position) or grammar.ends.match(text, position))


def _quoted(text: str, position: int, limit: int, grammar: NameGrammar) -> tuple[int, int, tuple[int, ...]] | None:
    """Return a subject in quotation marks, with the years after it."""
    closing = next((n for n in range(position + 1, limit) if text[n] in _CLOSE), -1)
    if closing < 0:
        return None
    inside = tuple(year for found in grammar.years.finditer(text, position, closing) for year in _years(found))
    found = grammar.years.match(text, _past_space(text, closing + 1, limit), limit)
    if found and not inside:
        return position, found.end(), _years(found)
    return position, closing + 1, inside


def _walk(text: str, start: int, limit: int, grammar: NameGrammar) -> tuple[int, int, tuple[int, ...]] | None:
    """Return how far the subject goes: word by word until something that belongs to the sentence around."""
    end = position = start
    years: tuple[int, ...] = ()
    while found := _TOKEN.search(text, position, limit):
        at, word = found.start(), found[0]
        if year := grammar.years.match(text, at, limit):
            years, end = _years(year), year.end()
            if not _goes_on_after_year(text, end, limit, grammar):
                break
            position = end
            continue
        if belongs := grammar.belongs.match(text, at, limit):
            position = end = belongs.end()
            continue
        if _ends_at(text, at, word, grammar):
            break
        if word in _DASHES:
            if not _clause_goes_on(text, found.end(), limit, grammar, listing=False):
                break
        else:
            end = max(end, at + len(word if _short(word) else word.rstrip(_STOPS + ',”"»)')))
            if word[-1] in _STOPS and not _short(word):
                break
            if word[-1] == "," and not _clause_goes_on(text, found.end(), limit, grammar, listing=True):
                year = grammar.years.match(text, _past_space(text, found.end(), limit), limit)
                years, end = (_years(year), year.end()) if year else (years, end)
                break
        position = found.end()
    trailing = grammar.trailing.search(text, start, end)
    end = trailing.start() if trailing and not years else end
    return (start, end, years) if end > start else None


def _ends_at(text: str, at: int, word: str, grammar: NameGrammar) -> bool:
    """Tell whether the subject ends before a word: a new clause, the parties, a number, a bracket, another agreement."""
    return bool(
        word[0] == "("
        or word[0].isdigit()
        or grammar.ends.match(text, at)
        or grammar.parties.match(text, at)
        or grammar.head.search(text, at, at + len(word))
    )


def _goes_on_after_year(text: str, position: int, limit: int, grammar: NameGrammar) -> bool:
    """Tell whether a title goes on after its year: a dash and a capital that begins no other name."""
    after = text[position : min(limit, position + 4)].lstrip()
    if after[:1] not in ("–", "-") or not after[1:].strip()[:1].isupper():
        return False
    following = _past_space(text, text.index(after[0], position) + 1, limit)
    return grammar.head.match(text, following) is None and _clause_goes_on(
        text, following, limit, grammar, listing=False
    )


def _clause_goes_on(text: str, position: int, limit: int, grammar: NameGrammar, *, listing: bool) -> bool:
    """Tell whether what follows a comma or dash still names: no new clause before the end, and in a listing an 'och' to come."""
    high = min(limit, position + _AHEAD)
    stop = grammar.ends.search(text, position, high)
    if not listing:
        return stop is None and grammar.head.search(text, position, high) is None
    joined = grammar.joined.search(text, position, stop.start() if stop else high)
    return joined is not None and not _BREAK.search(text, position, joined.start())


def _short(word: str) -> bool:
    """Tell whether a full stop belongs to an abbreviation as in 'm.m.'."""
    return word[-1] == "." and "." in word[:-1]


def _says_something(subject: str, grammar: NameGrammar) -> bool:
    """Tell whether a subject has a word that says what the agreement is about."""
    return any(len(word) > 2 for word in content_words(subject, grammar))


def content_words(subject: str, grammar: NameGrammar) -> frozenset[str]:
    """Return the beginnings of the words that say what an agreement is about, so that endings do not part two names.

    The same agreement is named in several forms: 'cancervård', 'cancervården'.
    """
    words = re.findall(r"[^\W_]{3,}", subject.casefold())
    return frozenset(word[:_STEM] for word in words if word not in grammar.small and not word.isdigit())


_STEM = 7
_BREAK = re.compile(r"[.;:!?()0-9]")
