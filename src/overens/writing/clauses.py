"""Tree -> checked clause (a frozen pydantic model), with every problem placed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, ValidationInfo, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from overens.vocabulary.money import Amount
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault, Problem
from overens.writing.tree import Path, Tree

T = TypeVar("T")
C = TypeVar("C", bound="Clause")
TAG = "§"
_MOST_REPAIRS = 60


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
        return tuple(field.alias or name for name, field in cls.model_fields.items())


def as_plain(part: object) -> object:
    """Return what a clause says as dicts, lists and strings under its Swedish keys, without what is not said.

    The same rule gives the same structure however its file was laid out or commented.
    """
    match part:
        case BaseModel():
            fields = type(part).model_fields.items()
            said = {field.alias or name: as_plain(getattr(part, name)) for name, field in fields}
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


def check_tree(kind: type[C], tree: Tree) -> Checked[C]:
    """Return the clause the tree states, and every problem in it, at once.

    What is wrong is left out and the rest is read again, so that one misspelt date does not hide
    a sum that does not add up elsewhere in the file.
    """
    problems: list[Problem] = []
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
                problems += [_problem(detail, tree) for detail in details]
                data, first = _plain_copy(data), False
            paths = {_repairable(detail, data) for detail in details}
            left_out |= paths
            if () in paths or not all(_remove(data, path) for path in paths):
                return Checked(None, problems, frozenset(left_out))
        else:
            if first:
                problems += _unknown_keys(unknown, tree)
            return Checked(value, problems, frozenset(left_out))
    return Checked(None, problems, frozenset(left_out))


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


def expected_words(value: object) -> Fault:
    """Return the fault for a list or group that stands where words should."""
    return Fault.of(
        "Här står en {what} där ett enda värde väntas.",
        "Skriv värdet efter kolonet, på samma rad.",
        "There is a {what} here where one value is expected.",
        "Write the value after the colon, on the same line.",
        what="lista" if isinstance(value, list) else "grupp",
    )


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


def _repairable(detail: ErrorDetails, data: Any) -> Path:
    return _tree_path(detail["loc"], data)


def _remove(data: Any, path: Path) -> bool:
    """Take the value at the path out of the data; lists keep their length with an empty place removed."""
    for step in path[:-1]:
        if not isinstance(data, dict | list):
            return True
        try:
            data = data[step]  # type: ignore[index]
        except (KeyError, IndexError):
            return True
    last = path[-1]
    if isinstance(data, dict):
        data.pop(last, None)
    elif isinstance(data, list) and isinstance(last, int) and last < len(data):
        del data[last]
    return True


def _unknown_keys(unknown: _Unknown, tree: Tree) -> list[Problem]:
    problems = []
    for container, key, known in unknown.found:
        path = (*tree.paths.get(container, ()), key)
        near = did_you_mean(key, known)
        if " " in key and _value_at(tree.value, path) in ("", None):
            problems.append(Problem(tree.key_place(path), _comma_in_words(key)))
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


def _comma_in_words(key: str) -> Fault:
    return Fault.of(
        "'{key}' står efter ett komma inom {{…}} och har inget värde.",
        "Sätt citattecken runt text med kommatecken i.",
        "'{key}' stands after a comma within {{…}} and has no value.",
        "Put quotes around text with a comma in it.",
        key=key,
    )


def _problem(detail: ErrorDetails, tree: Tree) -> Problem:
    path = _tree_path(detail["loc"], tree.value)
    place = tree.place(path)
    if detail["type"] == "missing":
        return Problem(tree.key_place(path), _missing(str(detail["loc"][-1])))
    return Problem(place, _fault(detail))


def _missing(key: str) -> Fault:
    return Fault.of(
        "'{key}' saknas.",
        "Lägg till '{key}:' här.",
        "'{key}' is missing.",
        "Add '{key}:' here.",
        key=key,
    )


def _fault(detail: ErrorDetails) -> Fault:
    context: dict[str, Any] = detail.get("ctx", {})
    shown = detail["input"] if isinstance(detail["input"], str) else ""
    match detail["type"]:
        case "fault":
            fault = context["fault"]
            assert isinstance(fault, Fault)
            return fault
        case "enum" | "literal_error":
            return _not_one_of(shown, str(context.get("expected", "")))
        case "kind":
            return _no_kind(detail["input"], str(context["part"]), str(context["kinds"]))
        case "string_type":
            return expected_words(detail["input"])
        case "string_too_short":
            return Fault.of(
                "Värdet är tomt.",
                "Skriv något här, eller ta bort nyckeln.",
                "The value is empty.",
                "Write something here, or remove the key.",
            )
        case "list_type" | "tuple_type":
            return Fault.of(
                "Här väntas en lista.",
                "Skriv varje post på egen rad efter '- '.",
                "A list is expected here.",
                "Write each item on a line of its own after '- '.",
            )
        case "dict_type" | "model_type" | "model_attributes_type" | "is_instance_of":
            return Fault.of(
                "'{shown}' står där en grupp av nycklar väntas.",
                "Skriv 'nyckel: värde' på raderna under.",
                "'{shown}' stands where a group of keys is expected.",
                "Write 'key: value' on the lines below.",
                shown=shown,
            )
        case _:
            return Fault.of(
                "Värdet '{shown}' går inte att läsa här ({why}).",
                "Se docs/avtalsfilen.md.",
                "The value '{shown}' cannot be read here ({why}).",
                "See docs/avtalsfilen.md.",
                shown=shown,
                why=detail["msg"],
            )


def _not_one_of(shown: str, expected: str) -> Fault:
    words = expected.replace(" or ", ", ").replace("'", "").split(", ")
    near = did_you_mean(shown, words)
    return Fault.of(
        "'{shown}' är inte ett av de ord som kan stå här.",
        "Menade du '{near}'? Möjliga: {words}." if near else "Skriv ett av: {words}.",
        "'{shown}' is not one of the words that may stand here.",
        "Did you mean '{near}'? Possible: {words}." if near else "Write one of: {words}.",
        shown=shown,
        near=near,
        words=", ".join(words),
    )


def _no_kind(given: object, part: str, kinds: str) -> Fault:
    written = [given] if isinstance(given, str) else list(given) if isinstance(given, dict) else []
    near = next(filter(None, (did_you_mean(word, kinds.split(", ")) for word in written)), None)
    return Fault.of(
        "'{part}' är inte av något känt slag.",
        "Menade du '{near}'? Kända slag: {kinds}." if near else "Börja med en av nycklarna: {kinds}.",
        "'{part}' is of no known kind.",
        "Did you mean '{near}'? Known kinds: {kinds}." if near else "Begin with one of the keys: {kinds}.",
        part=part,
        near=near,
        kinds=kinds,
    )
