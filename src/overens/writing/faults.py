"""What the validation of a clause found -> sentences in Swedish and English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic_core import ErrorDetails

from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text


def expected_words(value: object) -> Fault:
    """Return the fault for a list or group that stands where words should."""
    return Fault.of(
        "Här står en {what} där ett enda värde väntas.",
        "Skriv värdet efter kolonet, på samma rad.",
        "There is a {what} here where one value is expected.",
        "Write the value after the colon, on the same line.",
        what=Text("lista", "list") if isinstance(value, list) else Text("grupp", "group"),
    )


def comma_in_words(key: str) -> Fault:
    """Return the fault for words after a comma within braces, which YAML takes for a key."""
    return Fault.of(
        "'{key}' står efter ett komma inom {{…}} och har inget värde.",
        "Sätt citattecken runt text med kommatecken i.",
        "'{key}' stands after a comma within {{…}} and has no value.",
        "Put quotes around text with a comma in it.",
        key=key,
    )


TO_FILL_IN = "att fylla i"
"""Stands for what a person is still to write; more words may follow, which say what it may be."""


def is_to_fill_in(value: object) -> bool:
    """Tell whether the words stand for what is still to be written: 'att fylla i', 'att fylla i (del eller öronmärkt)'.

    >>> is_to_fill_in("att fylla i"), is_to_fill_in("att fylla ihop")
    (True, False)
    """
    if not isinstance(value, str) or not value.startswith(TO_FILL_IN):
        return False
    return not value[len(TO_FILL_IN) : len(TO_FILL_IN) + 1].isalnum()


def still_to_fill_in(key: str, words: str) -> Fault:
    """Return the fault for what is still to be written; what is said of it after the words is shown."""
    hint = words.removeprefix(TO_FILL_IN).strip(" :()")
    return Fault.of(
        "'{key}' är kvar att fylla i ({hint})." if hint else "'{key}' är kvar att fylla i.",
        "Skriv vad källan säger, i stället för '{words}'.",
        "'{key}' is still to be filled in ({hint})." if hint else "'{key}' is still to be filled in.",
        "Write what the source says, instead of '{words}'.",
        key=key,
        hint=hint,
        words=TO_FILL_IN,
    )


def missing(key: str) -> Fault:
    """Return the fault for a key that must be there and is not."""
    known = key not in _MAY_BE_UNKNOWN
    return Fault.of(
        "'{key}' saknas.",
        "Lägg till '{key}:' här." if known else "Lägg till '{key}:' här, eller '{key}: ej funnet'.",
        "'{key}' is missing.",
        "Add '{key}:' here." if known else "Add '{key}:' here, or '{key}: ej funnet'.",
        key=key,
    )


_MAY_BE_UNKNOWN = frozenset({"belopp", "beslutad", "senast"})
"""Keys that must be there, but of which the source may say nothing."""


_LIST_EXPECTED = Fault.of(
    "Här väntas en lista.",
    "Skriv varje post på egen rad efter '- '.",
    "A list is expected here.",
    "Write each item on a line of its own after '- '.",
)
_NAMES_EXPECTED = Fault.of(
    "Här står en lista där varje post ska ha ett namn.",
    "Skriv ett id och kolon före varje post, i stället för '- '.",
    "There is a list here where each item is to have a name.",
    "Write an id and a colon before each item, instead of '- '.",
)
_ONE_EXPECTED = Fault.of(
    "Här står en lista där en enda post väntas.",
    "Skriv en post, utan '- ' och '[ ]'; är det flera, dela upp det som listan hör till.",
    "There is a list here where one item is expected.",
    "Write one item, without '- ' and '[ ]'; if they are several, divide what the list belongs to.",
)
_PLAIN = {
    "string_too_short": Fault.of(
        "Värdet är tomt.",
        "Skriv något här, eller ta bort nyckeln.",
        "The value is empty.",
        "Write something here, or remove the key.",
    ),
    "too_short": Fault.of(
        "Här står ingenting.",
        "Skriv minst en post, eller ta bort nyckeln.",
        "Nothing stands here.",
        "Write at least one item, or remove the key.",
    ),
    "list_type": _LIST_EXPECTED,
    "tuple_type": _LIST_EXPECTED,
}
"""Kind of error -> the fault, for those that need no word from the file."""


def fault_of(detail: ErrorDetails) -> Fault:
    """Return the fault that an error of the validation means."""
    context: dict[str, Any] = detail.get("ctx", {})
    shown = detail["input"] if isinstance(detail["input"], str) else ""
    match detail["type"]:
        case "fault":
            fault = context["fault"]
            assert isinstance(fault, Fault)
            return fault
        case "enum" | "literal_error":
            expected = str(context.get("expected", ""))
            return not_one_of(shown, expected.replace(" or ", ", ").replace("'", "").split(", "))
        case "kind":
            return _no_kind(detail["input"], str(context["part"]), str(context["kinds"]))
        case "string_type":
            return expected_words(detail["input"])
        case "string_too_long":
            return Fault.of(
                "Texten är längre än {n} tecken.",
                "Korta den.",
                "The text is longer than {n} characters.",
                "Shorten it.",
                n=str(context.get("max_length", "")),
            )
        case "dict_type" | "model_type" | "model_attributes_type" | "is_instance_of":
            if isinstance(detail["input"], list):
                return _NAMES_EXPECTED if detail["type"] == "dict_type" else _ONE_EXPECTED
            return Fault.of(
                "'{shown}' står där en grupp av nycklar väntas.",
                "Skriv 'nyckel: värde' på raderna under.",
                "'{shown}' stands where a group of keys is expected.",
                "Write 'key: value' on the lines below.",
                shown=shown,
            )
        case plain if plain in _PLAIN:
            return _PLAIN[plain]
        case _:
            return Fault.of(
                "Värdet '{shown}' går inte att läsa här ({why}).",
                "Se docs/avtalsfilen.md.",
                "The value '{shown}' cannot be read here ({why}).",
                "See docs/avtalsfilen.md.",
                shown=shown,
                why=detail["msg"],
            )


def not_one_of(shown: str, words: Sequence[str]) -> Fault:
    """Return the fault for a word that is none of those that may stand in its place."""
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
        "Menade du '{near}'? Kända slag: {kinds}." if near else "En av dessa nycklar måste finnas: {kinds}.",
        "'{part}' is of no known kind.",
        "Did you mean '{near}'? Known kinds: {kinds}." if near else "One of these keys must be there: {kinds}.",
        part=part,
        near=near,
        kinds=kinds,
    )
