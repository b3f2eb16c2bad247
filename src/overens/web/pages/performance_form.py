"""A pot's requirements as they are filled in -> the form on its page: whose, the sentences with their blanks, and a first try."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from overens.usecases.performance_form import Blank, Filled
from overens.usecases.performance_library import EXAMPLE
from overens.usecases.what_if.slots import Choice, Kind
from overens.usecases.wording.performance import missing_words
from overens.usecases.wording.what_if import plausible_words
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, join_texts, swedish_order
from overens.web.asked import Asked
from overens.web.example import FIELD, beside_example, wants_example
from overens.web.form import Form

_WIDEST, _LEAST = 44, 7


def form_of(asked: Asked, filled: Filled, who: Recipient | None, base: str) -> dict[str, Any]:
    """Return what the template shows of what can be asked and given."""
    kept = {FIELD: EXAMPLE} if wants_example(asked) else {}
    return {
        "lines": filled.lines,
        "others": filled.others,
        "size": _size,
        "hint": lambda one: plausible_words(one.slot) if one.slot else None,
        "kinds": Kind,
        "hidden": kept,
        "wrong": filled.wrong,
        "faults": filled.faults,
        "reset": asked.link(asked.target.path, **kept),
        "tries": [] if filled.query or filled.wrong else list(_tries(asked, filled)),
        "still": [missing_words(one) for one in filled.pot.pot.missing],
        "places": _places(asked, filled, who),
        "for_all": asked.moved(base) if who else "",
        "made_up": bool(filled.pot.synthetic),
        "wants_example": wants_example(asked),
        "example": _example(asked, filled),
        "without": asked.here(Form.PAGE, "", **{FIELD: ""}),
    }


def _size(one: Blank) -> int:
    """Return how many characters a field is broad."""
    longest = max(len(one.typed), len(one.example), _LEAST)
    return min(
        _WIDEST, longest + 1 if one.slot is None or one.slot.kind is not Kind.PERCENT else max(len(one.typed), 6)
    )


def _places(asked: Asked, filled: Filled, who: Recipient | None) -> list[tuple[str, str, bool]]:
    """Return everyone the pot goes to: the word in addresses, the name, and whether it is the one shown."""
    there = [one for one in filled.pot.pot.recipients if (one.kind, one.code) in asked.addresses.words]
    there.sort(key=lambda one: swedish_order(one.name.removeprefix("Region ")))
    return [(asked.addresses.word(one), one.name, one == who) for one in there] if len(there) > 1 else []


def _example(asked: Asked, filled: Filled) -> str:
    """Return the address with made-up outcomes; empty where there are none for the pot, or they are shown."""
    if wants_example(asked) or filled.pot.synthetic:
        return ""
    outcomes = {one.outcome for one in filled.agreed.requirements if one.outcome}
    made_up = beside_example(asked.library).files.figures.keys() - asked.library.files.figures.keys()
    return asked.here(Form.PAGE, "", **{FIELD: EXAMPLE}) if outcomes & {name for name, _ in made_up} else ""


def _tries(asked: Asked, filled: Filled) -> Iterator[tuple[Text, str]]:
    """Yield a first try where only the shares of the requirements, and at most the key, are missing: all alike, by population."""
    blanks = filled.blanks
    shares = [one for one in blanks if one.parameter.path.endswith("/andel av potten")]
    keys = [one for one in blanks if one not in shares]
    chosen = [_people(one, filled) for one in keys]
    if len(shares) != len(filled.agreed.requirements) or len(shares) < 2 or None in chosen:
        return
    n = len(shares)
    values: dict[str, object] = {"n": str(n)}
    said = [choice.said for choice in chosen if choice is not None]
    alike = Text("kraven väger lika, 1/{n} var", "the requirements weigh alike, 1/{n} each", values)
    words = {one.name: choice.word for one, choice in zip(keys, chosen, strict=True) if choice is not None}
    yield join_texts([alike, *said], "; "), asked.here(Form.PAGE, "", **{one.name: f"1/{n}" for one in shares}, **words)


def _people(one: Blank, filled: Filled) -> Choice | None:
    """Return the population that was counted last before the year; None where the blank is not for a key."""
    year = filled.agreed.allocation.agreement.years[0]
    choices = one.slot.choices if one.slot else ()
    return next((c for c in choices if "befolkning@2000" < c.word < f"befolkning@{year}"), None)
