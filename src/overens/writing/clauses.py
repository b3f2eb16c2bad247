"""Tree -> checked clause (a frozen pydantic model), with every problem placed."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, ValidationInfo, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from overens.vocabulary.money import Amount
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault, Problem
from overens.writing.faults import comma_in_words, expected_words, fault_of, is_to_fill_in, missing, still_to_fill_in
from overens.writing.tree import Path, Tree

T = TypeVar("T")
C = TypeVar("C", bound="Clause")
TAG = "§"
_MOST_REPAIRS = 60


@cache
def keys_of(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return each field of a kind of clause with its Swedish key, in order."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())


class Clause(BaseModel):
    """Something a person writes with Swedish keys. Frozen; unknown keys are problems, not errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    shorthand: ClassVar[str | None] = None
    """The key that a bare word stands for: 'regioner' means {slag: regioner}."""

    @model_validator(mode="before")
    @classmethod
    def _take_shorthand_and_note_unknown_keys(cls, data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, str) and cls.shorthand is not None:
            return {cls.shorthand: data}
        if isinstance(data, dict) and isinstance(info.context, _Unknown):
            known = cls.keys()
            unknown = [key for key in data if key not in known]
            info.context.found.extend((id(data), key, known) for key in unknown)
            return {key: value for key, value in data.items() if key in known}
        return data

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Return the Swedish keys that may be written here."""
        return tuple(key for _, key in keys_of(cls))


def as_plain(part: object) -> object:
    """Return what a clause says as dicts, lists and strings under its Swedish keys, without what is not said.

    The same rule gives the same structure however its file was laid out or commented.
    """
    match part:
        case BaseModel():
            said = {key: as_plain(getattr(part, name)) for name, key in keys_of(type(part))}
            return {key: value for key, value in said.items() if value not in (None, [], {})}
        case tuple() | list():
            return [as_plain(item) for item in part]
        case dict():
            return {str(key): as_plain(value) for key, value in part.items()}
        case Amount():
            return [part.kr, part.low, part.high]
        case None:
            return None
        case _:
            return str(part)


@dataclass
class _Unknown:
    found: list[tuple[int, str, tuple[str, ...]]] = field(default_factory=list)


@dataclass(frozen=True)
class Checked(Generic[C]):
    """A clause, or None if nothing of it could be understood, and what was left out of it."""

    value: C | None
    problems: list[Problem]
    left_out: frozenset[Path]


def check_tree(kind: type[C], tree: Tree, stand_ins: Mapping[str, Any] | None = None) -> Checked[C]:
    """Return the clause the tree states, and every problem in it, at once.

    What is wrong is left out and the rest is read again, so that one misspelt date does not hide
    a sum that does not add up elsewhere in the file.

    Args:
        kind: The clause that the whole tree should be.
        tree: What was written; the places of list items move up where one before them is left out.
        stand_ins: For keys that must be there, what stands in for one that is wrong or missing while the
            rest is checked. A clause with a stand-in in it has problems and must not be used.
    """
    problems = list(_to_fill_in(tree))
    left_out: set[Path] = set()
    data = tree.value
    first = True
    for _ in range(_MOST_REPAIRS):
        unknown = _Unknown()
        try:
            value = kind.model_validate(data, context=unknown)
        except ValidationError as error:
            details = error.errors(include_url=False)
            if first:
                problems += _unknown_keys(unknown, tree)
                told = [d for d in details if not (d["type"] == "too_short" and d["input"])]  # its entries are told
                problems += [_problem(d, tree) for d in told if _tree_path(d["loc"], data) not in tree.refused]
                data, first = _plain_copy(data), False
            details = [detail for detail in details if not _stand_in(detail, data, stand_ins or {})]
            paths = {_tree_path(detail["loc"], data) for detail in details}
            left_out |= paths
            if () in paths:
                return Checked(None, problems, frozenset(left_out))
            for path in sorted(paths, key=_last_first, reverse=True):
                _remove(data, path, tree)
        else:
            if first:
                problems += _unknown_keys(unknown, tree)
            return Checked(value, problems, frozenset(left_out))
    return Checked(None, problems, frozenset(left_out))


def fault_in(kind: type[Clause], key: str, words: str) -> Fault | None:
    """Return what is wrong with the words as the value of one key, or None; the other keys need not be there."""
    try:
        kind.model_validate({key: words})
    except ValidationError as error:
        found = (detail for detail in error.errors(include_url=False) if detail["loc"][:1] == (key,))
        return next(map(fault_of, found), None)
    return None


def refuse(fault: Fault) -> PydanticCustomError:
    """Return the error that a validator raises to say what is wrong with a value."""
    return PydanticCustomError("fault", "fault", {"fault": fault})


def from_words(parse: Callable[[str], T | Fault]) -> Callable[[Any], T]:
    """Return a validator that reads one word or phrase; a list or group there is a problem."""

    def read(value: Any) -> T:
        if not isinstance(value, str):
            raise refuse(expected_words(value))
        result = parse(value)
        if isinstance(result, Fault):
            raise refuse(result)
        return result

    return read


@dataclass(frozen=True)
class InWords:
    """Stands beside a type of value and says how it is written: the inverse of its parser.

    Numbers, dates and amounts are written bare. Several words are a list, in which one alone needs no brackets.
    """

    write: Callable[[Any], str | tuple[str, ...]]


def _plain_copy(data: Any) -> Any:
    return copy.deepcopy(data)


def _tree_path(loc: tuple[Any, ...], data: Any) -> Path:
    """Return the path in the tree that an error's location means (union tags left out)."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(step, str) and step.startswith(TAG):
            continue
        if (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        ):
            data = data[step]
            path.append(step)
        else:
            break
    return tuple(path)


def _stand_in(detail: ErrorDetails, data: Any, stand_ins: Mapping[str, Any]) -> bool:
    """Put the stand-in where a key is missing; tell whether there was one."""
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    if detail["type"] != "missing" or name not in stand_ins:
        return False
    for step in _tree_path(detail["loc"][:-1], data):
        data = data[step]
    data[name] = stand_ins[name]
    return True


def _last_first(path: Path) -> tuple[tuple[bool, int, str], ...]:
    """Return a key that puts later items of a list after earlier ones, so that removing one moves no other."""
    return tuple((isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in path)


def _remove(data: Any, path: Path, tree: Tree) -> None:
    """Take the value at the path out of the data; the places of what follows it in a list move up with it."""
    for step in path[:-1]:
        data = data[step]
    last = path[-1]
    if isinstance(data, dict):
        data.pop(last, None)
    elif isinstance(last, int):
        del data[last]
        tree.close_up(path[:-1], last)


def _to_fill_in(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each place that is still to be filled in; nothing else is said of it."""
    rest: list[tuple[Path, Any]] = [((), tree.value)]
    while rest:
        path, value = rest.pop()
        if isinstance(value, dict | list):
            steps = value.items() if isinstance(value, dict) else enumerate(value)
            rest += [((*path, step), part) for step, part in steps]
        elif is_to_fill_in(value):
            tree.refused.add(path)
            key = next((step for step in reversed(path) if isinstance(step, str)), "")
            yield Problem(tree.place(path), still_to_fill_in(key, value))


def _unknown_keys(unknown: _Unknown, tree: Tree) -> list[Problem]:
    problems = []
    for container, key, known in unknown.found:
        path = (*tree.paths.get(container, ()), key)
        near = did_you_mean(key, known)
        if " " in key and _value_at(tree.value, path) in ("", None):
            problems.append(Problem(tree.key_place(path), comma_in_words(key)))
            continue
        fault = (
            Fault.of(
                "Nyckeln '{key}' är okänd här.",
                "Menade du '{near}'?",
                "The key '{key}' is unknown here.",
                "Did you mean '{near}'?",
                key=key,
                near=near,
            )
            if near
            else Fault.of(
                "Nyckeln '{key}' är okänd här.",
                "Här kan stå: {known}.",
                "The key '{key}' is unknown here.",
                "What may stand here: {known}.",
                key=key,
                known=", ".join(known),
            )
        )
        problems.append(Problem(tree.key_place(path), fault))
    return problems


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _problem(detail: ErrorDetails, tree: Tree) -> Problem:
    path = _tree_path(detail["loc"], tree.value)
    place = tree.place(path)
    if detail["loc"] and detail["loc"][-1] == "[key]":
        return Problem(tree.key_place(path), fault_of(detail))
    if detail["type"] == "missing":
        return Problem(tree.key_place(path), missing(str(detail["loc"][-1])))
    return Problem(place, fault_of(detail))
