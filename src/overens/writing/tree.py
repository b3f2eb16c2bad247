"""YAML text -> a tree of strings whose every key and value knows its line and column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.wording import whole_number

LARGEST_FILE = 1_000_000
DEEPEST = 20
MOST_ANCHORS = 20

Path: TypeAlias = tuple[str | int, ...]


@dataclass
class Tree:
    """What a YAML file says: plain dicts, lists and strings, and the place of each.

    Every scalar is a string, so that 0114 stays a code and 'no' stays a word. The dicts and lists
    are found again by their identity in `paths`; at the `refused` paths stands something that is a
    problem already.
    """

    file: str
    value: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    key_places: dict[Path, Place] = field(default_factory=dict)
    paths: dict[int, Path] = field(default_factory=dict)
    refused: set[Path] = field(default_factory=set)

    def place(self, path: Path) -> Place:
        """Return where the value at the path stands, or the nearest thing above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))

    def close_up(self, path: Path, gone: int) -> None:
        """Move the places of a list's later items up by one, after one was taken out."""
        depth = len(path)
        for name in ("places", "key_places"):
            moved: dict[Path, Place] = {}
            for where, place in getattr(self, name).items():
                step = where[depth] if len(where) > depth and where[:depth] == path else None
                if isinstance(step, int) and step == gone:
                    continue
                later = isinstance(step, int) and step > gone
                moved[(*path, int(step or 0) - 1, *where[depth + 1 :]) if later else where] = place
            setattr(self, name, moved)

    def key_place(self, path: Path) -> Place:
        """Return where the key of the path stands, or the nearest thing above it."""
        return self.key_places.get(path) or self.place(path)


def read_tree(text: str, *, file: str, column_shifts: Sequence[int] = ()) -> tuple[Tree, list[Problem]]:
    """Read YAML text without giving any value a type.

    Args:
        text: The contents.
        file: The name to show in problems; nothing is opened.
        column_shifts: For each line, how many characters were cut away at its left; none if empty.

    Returns:
        The tree (empty where the text could not be understood) and every problem found.
    """
    tree = Tree(file)
    start = Place(file, 1, 1 + (column_shifts[0] if column_shifts else 0))
    if len(text) > LARGEST_FILE:
        return tree, [Problem(start, _too_large(len(text)))]
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return tree, [Problem(start, _empty())]
    problems = [
        Problem(
            Place(file, text.count("\n", 0, at.start()) + 1, at.start() - text.rfind("\n", 0, at.start())),
            _bad_character(at[0]),
        )
        for at in _FORBIDDEN.finditer(text)
    ]
    if problems:
        return tree, problems
    builder = _Builder(tree, column_shifts)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = builder.place_at(mark.line, mark.column) if mark else start
        builder.problems.append(Problem(place, _not_yaml(error, text)))
        tree.value = None
    except _TooDeep as error:
        builder.problems.append(Problem(error.place, _too_deep()))
        tree.value = None
    if tree.value == "":
        tree.value = None
    if tree.value is None and not builder.problems:
        return tree, [Problem(start, _empty())]
    return tree, builder.problems


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that YAML does not allow; a byte order mark in the middle is one of them."""


class _TooDeep(Exception):
    def __init__(self, place: Place) -> None:
        self.place = place


@dataclass
class _Open:
    """A mapping or list that is being filled."""

    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    skip: bool = False
    is_key: bool = False


_SKIPPED = "\0skipped"


class _Builder:
    """Builds the tree from YAML events, without recursion, so that no file can exhaust the stack."""

    def __init__(self, tree: Tree, column_shifts: Sequence[int]) -> None:
        self.tree = tree
        self.column_shifts = column_shifts
        self.open: list[_Open] = []
        self.documents = 0
        self.anchors = 0
        self.problems: list[Problem] = []

    def place_at(self, line: int, column: int) -> Place:
        """Return the place in the file of a line and column counted from 0 in the text."""
        shift = self.column_shifts[line] if line < len(self.column_shifts) else 0
        return Place(self.tree.file, line + 1, column + 1 + shift)

    def take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():  # most events are these
                self._scalar(event)
            case yaml.AliasEvent():
                self._refuse_alias(event)
                if self._is_key():
                    self._skip_key()
                else:
                    self.tree.refused.add(self._put("", self._place(event)))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                if self.open.pop().is_key:
                    self._skip_key()
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents == 2:
                    self.problems.append(Problem(self._place(event), _two_documents()))
            case _:
                pass

    def _place(self, event: Any) -> Place:
        return self.place_at(event.start_mark.line, event.start_mark.column)

    def _is_key(self) -> bool:
        """Tell whether what comes next is a key."""
        return bool(self.open) and isinstance(self.open[-1].value, dict) and self.open[-1].key is None

    def _skip_key(self) -> None:
        """Go past a key that is no word: its value is read, and left out."""
        self.open[-1].key, self.open[-1].skip = "", True

    def _refuse_alias(self, event: Any) -> None:
        """Report an anchor or alias; no more than a few, for a file can hold thousands."""
        self.anchors += 1
        if self.anchors <= MOST_ANCHORS:
            self.problems.append(Problem(self._place(event), _alias(event.anchor or "")))

    def _begin(self, event: Any) -> None:
        place = self._place(event)
        if event.anchor:
            self._refuse_alias(event)
        if len(self.open) >= DEEPEST:
            raise _TooDeep(place)
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if self._is_key():
            self.problems.append(Problem(place, _key_not_text()))
            self.open.append(_Open(value, (*self.open[-1].path, _SKIPPED), is_key=True))
            return
        path = self._put(value, place)
        self.tree.paths[id(value)] = path
        self.open.append(_Open(value, path))

    def _scalar(self, event: Any) -> None:
        place = self._place(event)
        if event.anchor:
            self._refuse_alias(event)
        if self._is_key():
            self._key(self.open[-1], event.value, place)
        else:
            self._put(event.value, place)

    def _key(self, top: _Open, key: str, place: Place) -> None:
        top.key = key
        path = (*top.path, key)
        if key in top.value:
            first = self.tree.key_places[path]
            self.problems.append(Problem(place, _duplicate_key(key, first)))
            top.skip = True
        else:
            self.tree.key_places[path] = place

    def _put(self, value: Any, place: Place) -> Path:
        """Put the value where it belongs; a doubled key keeps its first value."""
        if not self.open:
            if self.documents == 1:
                self.tree.value = value
                self.tree.places[()] = place
            return ()
        top = self.open[-1]
        if isinstance(top.value, list):
            top.value.append(value)
            path: Path = (*top.path, len(top.value) - 1)
        else:
            path = (*top.path, top.key or "")
            if top.skip:
                path = (*top.path, _SKIPPED)
            else:
                top.value[top.key or ""] = value
            top.key, top.skip = None, False
        self.tree.places.setdefault(path, place)
        return path


def _too_large(size: int) -> Fault:
    return Fault.of(
        "Filen är {size} tecken; en avtalsfil är högst {largest}.",
        "Dela upp filen, eller lägg tabeller som CSV under 'underlag'.",
        "The file is {size} characters; an agreement file is at most {largest}.",
        "Split the file, or put tables as CSV under 'underlag'.",
        size=whole_number(size),
        largest=whole_number(LARGEST_FILE),
    )


def _empty() -> Fault:
    return Fault.of(
        "Filen är tom.", "Börja med 'id:' och 'namn:'.", "The file is empty.", "Begin with 'id:' and 'namn:'."
    )


def _not_yaml(error: yaml.MarkedYAMLError, text: str) -> Fault:
    line = (
        text.splitlines()[error.problem_mark.line]
        if error.problem_mark and text.splitlines()[error.problem_mark.line :]
        else ""
    )
    if "\t" in line[: len(line) - len(line.lstrip())] or "found character '\\t'" in str(error):
        return Fault.of(
            "Raden är indragen med tabbtecken.",
            "Dra in med mellanslag; YAML tillåter inte tabbar.",
            "The line is indented with a tab.",
            "Indent with spaces; YAML does not allow tabs.",
        )
    return Fault.of(
        "Raden går inte att läsa som YAML ({what}).",
        "Kontrollera indrag, kolon följt av mellanslag, och citattecken runt text med kolon i.",
        "The line cannot be read as YAML ({what}).",
        "Check the indentation, the space after each colon, and quotes around text with a colon in it.",
        what=error.problem or "?",
    )


def _bad_character(character: str) -> Fault:
    return Fault.of(
        "U+{code} är ett tecken som YAML inte tillåter.",
        "Ta bort det och spara som UTF-8.",
        "The character U+{code} may not stand in a YAML file.",
        "Remove it and save as UTF-8.",
        code=f"{ord(character):04X}",
    )


def _too_deep() -> Fault:
    return Fault.of(
        "Något är nästlat djupare än {n} nivåer.",
        "Gör strukturen plattare; potter i potter behöver sällan fler än tre nivåer.",
        "Something is nested deeper than {n} levels.",
        "Make the structure flatter; pots within pots seldom need more than three levels.",
        n=str(DEEPEST),
    )


def _alias(anchor: str) -> Fault:
    return Fault.of(
        "Ankaret '{anchor}' (& eller *) används; filen kan då peka på sig själv.",
        "Skriv ut värdet i stället.",
        "The anchor '{anchor}' (& or *) is used; the file could then point at itself.",
        "Write the value out instead.",
        anchor=anchor,
    )


def _two_documents() -> Fault:
    return Fault.of(
        "Filen har flera YAML-dokument (---).",
        "Lägg ett avtal per fil.",
        "The file has several YAML documents (---).",
        "Put one agreement in each file.",
    )


def _duplicate_key(key: str, first: Place) -> Fault:
    return Fault.of(
        "Nyckeln '{key}' står två gånger; första gången på rad {line}.",
        "Ta bort eller döp om den ena.",
        "The key '{key}' stands twice; the first time on line {line}.",
        "Remove or rename one of them.",
        key=key,
        line=str(first.line),
    )


def _key_not_text() -> Fault:
    return Fault.of(
        "En nyckel är en lista eller en grupp.",
        "Skriv nyckeln som ett ord före kolonet.",
        "A key is a list or a group.",
        "Write the key as a word before the colon.",
    )
