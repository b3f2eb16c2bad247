"""A pot's sentence with slots -> the form on its page: words and fields in reading order, and changes to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from overens.usecases.what_if.performance_slots import only_in_a_file
from overens.usecases.what_if.slots import Choice, Kind, Slot
from overens.usecases.what_if.what_if import FilledSlot, WhatIf, ask_what_if
from overens.usecases.wording.what_if import plausible_words, to_give
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text, kronor
from overens.web.asked import Asked
from overens.web.form import Form

_HUGS = (",", ".", ";", ")")
_UNITS = ("kr", "kr.", "procent", ",", ".")
_WIDEST, _LEAST = 60, 4


@dataclass(frozen=True)
class Field:
    """A field in the sentence.

    Attributes:
        size: How many characters it is broad.
        options: Word, words and whether it is chosen, where one chooses.
        hint: Between which values it is plausible.
    """

    filled: FilledSlot
    size: int
    options: tuple[tuple[str, Text, bool], ...]
    hint: Text | None


@dataclass(frozen=True)
class Piece:
    """Words or a field of a sentence.

    Attributes:
        unit: Whether the first of the words belongs to the field before it: a unit, a comma, the full stop.
        hugs: Whether they stand close to what is before them.
    """

    words: Text | None = None
    field: Field | None = None
    unit: bool = False
    hugs: bool = False


@dataclass(frozen=True)
class SentenceForm:
    """The whole form.

    Attributes:
        locked: Whether other pots make up for this one; None where there are none to do so.
        in_a_file: What must be given for the pot to be computed, and only a scenario file can say.
        tries: Changes to begin with, each with its address.
    """

    sentences: tuple[tuple[Piece, ...], ...]
    locked: bool | None
    faults: tuple[Fault, ...]
    in_a_file: tuple[Text, ...]
    tries: tuple[tuple[Text, str], ...]
    reset: str


def form_of(asked: Asked, what_if: WhatIf) -> SentenceForm:
    """Return the form, filled in as it was asked."""
    only_file = tuple(to_give(one) for one in only_in_a_file(what_if.pot.pot, what_if.sentences))
    others = [pot for pot in what_if.agreed.pots if pot.id != what_if.pot_id]
    return SentenceForm(
        tuple(tuple(_pieces(what_if, sentence)) for sentence in what_if.sentences),
        what_if.same_total if others else None,
        what_if.faults,
        only_file,
        () if what_if.query or what_if.wrong or only_file else tuple(_that_can_be_tried(asked, what_if)),
        asked.link(asked.target.path),
    )


def _pieces(what_if: WhatIf, sentence: tuple[Text | Slot, ...]) -> Iterator[Piece]:
    after_field = False
    for one in sentence:
        if isinstance(one, Slot):
            yield Piece(field=_field(what_if.filled[one.name]))
        else:
            unit = after_field and one.sv.split(" ")[0] in _UNITS
            yield Piece(one, unit=unit, hugs=one.sv.startswith(_HUGS))
        after_field = isinstance(one, Slot)


def _field(filled: FilledSlot) -> Field:
    slot = filled.slot
    options = tuple((one.word, one.said, one.word == filled.word) for one in slot.choices)
    room = (
        max(12, len(filled.typed))
        if slot.kind is Kind.NAMES
        else max(_LEAST, len(filled.typed), len(slot.empty.sv) if slot.empty else 0)
    )
    return Field(filled, min(_WIDEST, room + 1), options, plausible_words(slot))


# --- changes to begin with ------------------------------------------------------------


def _that_can_be_tried(asked: Asked, what_if: WhatIf) -> Iterator[tuple[Text, str]]:
    """Yield a few changes with their addresses; one that the rest of the agreement does not go with is left out."""
    for words, query in _tries(what_if):
        tried = ask_what_if(asked.library, what_if.agreed.agreement.id, what_if.pot_id, query, day=asked.as_known_on)
        if not tried.wrong:
            yield words, asked.here(Form.PAGE, "", **query)


def _tries(what_if: WhatIf) -> Iterator[tuple[Text, dict[str, str]]]:
    """Yield changes that pots of this kind can be tried with, as they stand in an address."""
    filled, amount, n = what_if.filled, what_if.pot.amount, len(what_if.pot.recipients)
    key = filled.get("nyckel")
    if key is not None and key.slot.missing:
        yield from _keys(key, what_if.agreed.agreement.years[0])
        return
    if "belopp" in filled and amount is not None and amount.kr >= 10:
        less = amount.kr * 9 // 10
        yield Text("10 procent mindre", "10 per cent less"), {"belopp": str(less)}
    if "golv" in filled and amount is not None and n and not filled["golv"].word:
        floor = _round(amount.kr // n // 2)
        if floor:
            yield (
                Text("minst {kr} till var och en", "at least {kr} to each", {"kr": kronor(floor)}),
                {"golv": str(floor)},
            )
    if key is not None and key.word != "lika" and any(choice.word == "lika" for choice in key.slot.choices):
        yield Text("lika mycket till alla", "the same to all"), {"nyckel": "lika"}


def _keys(key: FilledSlot, year: int) -> Iterator[tuple[Text, dict[str, str]]]:
    """Yield keys that may be assumed where none is published."""
    people = _people(key, year)
    for choice in (people, *(one for one in key.slot.choices if one.word == "lika")):
        if choice is not None:
            yield choice.said, {"nyckel": choice.word}


def _people(key: FilledSlot, year: int) -> Choice | None:
    """Return the population that was counted last before the year, or else the first."""
    counted = [one for one in key.slot.choices if one.word.startswith("befolkning@")]
    before = [one for one in counted if one.word < f"befolkning@{year}"]
    return before[0] if before else counted[-1] if counted else None


def _round(kr: int) -> int:
    """Return the amount with one figure: 31 234 567 kr as 30 Mkr."""
    unit = int(10 ** (len(str(kr)) - 1))
    return kr // unit * unit
