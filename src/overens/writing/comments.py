"""YAML text -> its comments, each with its line and column; nothing else in a file is lost when it is rewritten."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from overens.vocabulary.problems import Place


@dataclass(frozen=True)
class Comment:
    """A comment (# …), and where it stands."""

    text: str
    place: Place


def find_comments(text: str, *, file: str) -> list[Comment]:
    """Return every comment of a text that can be read as YAML, in order.

    A '#' within quotation marks, in a word or in a block of text is none: what is a comment
    stands between what YAML reads, or after the sign that begins a block.
    """
    found: list[Comment] = []
    at = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        start, end = token.start_mark.index, token.end_mark.index
        found += _within(text, at, start, file)
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            found += _within(text, start, text.find("\n", start), file)
        at = max(at, end)
    return found + _within(text, at, len(text), file)


def _within(text: str, start: int, end: int, file: str) -> list[Comment]:
    """Return the comments of a stretch of text that holds nothing else."""
    found = []
    while 0 <= (at := text.find("#", start, end)) < end:
        start = text.find("\n", at, end) if "\n" in text[at:end] else end
        place = Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        found.append(Comment(text[at:start].strip(), place))
    return found
