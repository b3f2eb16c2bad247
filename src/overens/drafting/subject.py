"""What money is for, in words -> its subject words, so that two ways to say one thing are seen to be one."""

from __future__ import annotations

import re
from functools import lru_cache

from overens.drafting.model import ReadAmount
from overens.drafting.page import Page
from overens.vocabulary.names import fold

_SHORTEST = 4
_STEM = 7
_LONGEST_ENDING = 2
_LONGEST_SENTENCE = 400


@lru_cache(maxsize=2048)  # the same agreements are held against one document after the other
def subject_words(words: str) -> frozenset[str]:
    """Return the beginnings of the words of some length, without case, accents and endings.

    >>> sorted(subject_words("den nära vården")), sorted(subject_words("Nära vård"))
    (['nara', 'varden'], ['nara', 'vard'])
    """
    return frozenset(word[:_STEM] for word in re.findall(r"[a-z]+", fold(words)) if len(word) >= _SHORTEST)


def subject_of(amount: ReadAmount, page: Page) -> str:
    """Return what a sum is for: its purpose, else the sentence that it stands in."""
    if amount.purpose:
        return amount.purpose
    at = amount.mention.at.start
    sentence = page.sentence_at(at)
    if sentence is None:
        return ""
    start = max(sentence.start, at - _LONGEST_SENTENCE)
    return page.text[start : min(sentence.end, start + 2 * _LONGEST_SENTENCE)]


def shared_words(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Return the words of the first that the other has too, an ending more or less allowed.

    >>> sorted(shared_words(subject_words("den nära vården"), subject_words("Nära vård")))
    ['nara', 'varden']
    """
    by_start = {word[:_SHORTEST] for word in other}
    return frozenset(word for word in one if word in other or (word[:_SHORTEST] in by_start and _is_ended(word, other)))


def same_subject(one: str, other: str) -> bool:
    """Tell whether two purposes may be one: they share a subject word, or one of them is not said."""
    mine, theirs = subject_words(one), subject_words(other)
    return not mine or not theirs or bool(shared_words(mine, theirs))


def _is_ended(word: str, others: frozenset[str]) -> bool:
    """Tell whether the word is one of the others with an ending, or without it; a word that was cut may be another word.

    >>> _is_ended("vard", frozenset({"varden"})), _is_ended("till", frozenset({"tillgan"})), _is_ended("aldre", frozenset({"aldreom"}))
    (True, False, False)
    """
    return any(
        (word.startswith(other) or other.startswith(word))
        and abs(len(word) - len(other)) <= (_LONGEST_ENDING if max(len(word), len(other)) < _STEM else 1)
        for other in others
    )
