"""A pot and what a visitor wrote for values that no source gives -> its requirements' sentences filled in, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from overens.agreement.model import Pot
from overens.allocation.parameters import Parameter
from overens.scenario.given import ON_A_LINE, Given
from overens.usecases.library import Library
from overens.usecases.performance import Performance, PotPerformance, show_performance
from overens.usecases.performance_scope import Asked
from overens.usecases.what_if.performance_slots import performance_sentences
from overens.usecases.what_if.read_slot import Value, read_slot, shown
from overens.usecases.what_if.sentence import sentences_of
from overens.usecases.what_if.slots import Choice, Kind, Sentence, Slot, Written, path_words, slots_of
from overens.usecases.wording.performance import EXAMPLES
from overens.vocabulary.names import slug
from overens.vocabulary.problems import Fault, Problem
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text, plain
from overens.writing.numbers import parse_share

_BY_MONTH = re.compile(r"(\d{4}-\d{2})\s*(?:[–/-]|till|to)\s*(\d{4}-\d{2})")


@dataclass(frozen=True)
class Blank:
    """A value that no source gives, as it is filled in (lucka).

    Attributes:
        slot: How it is written; None where it is written as in an agreement file.
        typed: What stands in its field.
        word: The value as it stands in an address; empty where none is given.
        value: The value as it would stand in a file; empty where none is given.
        fault: Why what was typed cannot be meant.
    """

    parameter: Parameter
    slot: Slot | None
    typed: str = ""
    word: str = ""
    value: str = ""
    fault: Fault | None = None

    @property
    def name(self) -> str:
        """In an address."""
        return slug(self.parameter.path.removeprefix("prestation/"))

    @property
    def label(self) -> Text:
        """What it is, for one who does not see the sentence."""
        return self.slot.label if self.slot else self.parameter.what

    @property
    def example(self) -> str:
        """What a value may look like, where it is written as in a file."""
        last = self.parameter.path.rpartition("/")[2]
        return "2024-01–2024-12" if last == "mäts" else EXAMPLES.get(last, "")


Line: TypeAlias = "tuple[Text | Blank, ...]"


@dataclass(frozen=True)
class Filled:
    """A pot's requirements with what was given in them, and how far the pot has come with that (ifyllt).

    Attributes:
        agreed: The pot as agreed, with nothing given.
        shown: With what was given; as agreed, where something that was given cannot be meant.
        lines: The requirements in sentences, with a blank for each value in them that no source gives.
        others: Blanks that stand in no sentence.
        faults: What is wrong that no single blank tells.
    """

    agreed: PotPerformance
    shown: Performance
    lines: tuple[Line, ...]
    others: tuple[Blank, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def pot(self) -> PotPerformance:
        """The pot as it is shown."""
        return self.shown.pots[0]

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """Every blank, in the order they are read."""
        return (*(one for line in self.lines for one in line if isinstance(one, Blank)), *self.others)

    @property
    def given(self) -> tuple[Given, ...]:
        """The values that were given."""
        return tuple(Given("", one.parameter.path, one.value) for one in self.blanks if one.value)

    @property
    def wrong(self) -> bool:
        """Whether something that was given cannot be meant."""
        return bool(self.faults) or any(one.fault for one in self.blanks)

    @property
    def query(self) -> dict[str, str]:
        """What an address says of it."""
        return {one.name: one.word for one in self.blanks if one.word}


def fill(
    library: Library,
    pot: tuple[str, str],
    typed: Mapping[str, str],
    who: Recipient | None = None,
    day: date | None = None,
) -> Filled:
    """Return the pot's requirements with what was typed in them, and how far the pot has come with that.

    Args:
        pot: The agreement and the pot, which is earned.
        typed: What was written, by the names of the blanks.
    """
    asked = Asked(agreement=pot[0], pot=pot[1])
    agreed, problems = show_performance(library, asked, who, day)
    assert agreed is not None, problems
    assert agreed.pots, pot
    mine = agreed.pots[0]
    blanks = {path: _fill(one, typed.get(one.name, ""), library) for path, one in _blanks(library, mine, day)}
    lines = tuple(_lines(mine.pot.pot, blanks, library))
    there = {one.parameter.path for line in lines for one in line if isinstance(one, Blank)}
    filled = Filled(mine, agreed, lines, tuple(one for path, one in blanks.items() if path not in there))
    if filled.wrong or not filled.given:
        return filled
    told, problems = show_performance(library, asked, who, day, filled.given)
    return replace(filled, shown=told) if told is not None else _with_problems(filled, problems)


def _blanks(library: Library, pot: PotPerformance, day: date | None) -> Iterator[tuple[str, Blank]]:
    slots = list(slots_of(sentences_of(library, pot.pot.pot, day)))
    kind = pot.pot.recipients[0].kind if pot.pot.recipients else None
    for one in pot.pot.missing:
        yield one.path, Blank(one, next((slot for slot in slots if _is_for(slot, one)), None) or _slot_of(one, kind))


def _slot_of(one: Parameter, kind: RecipientKind | None) -> Slot | None:
    """Return how a value is written that has no place in a sentence; None where it is written as in a file."""
    path, last = tuple(one.path.split("/")), one.path.rpartition("/")[2]
    if last in ("belopp", "pris"):
        return Slot("", one.what, Kind.MONEY, path)
    return Slot("", one.what, Kind.NAMES, path, among=kind) if last == "nådd av" and kind is not None else None


def _is_for(slot: Slot, one: Parameter) -> bool:
    if slot.kind is Kind.CHOICE:
        return slot.missing and bool(_choices(slot, one))
    return slot.words == one.path


def _choices(slot: Slot, one: Parameter) -> list[Choice]:
    """Return what may be chosen that stands just where the value is missing."""
    return [c for c in slot.choices if c.value is not None and path_words(c.path or slot.path) == one.path]


def _fill(blank: Blank, typed: str, library: Library) -> Blank:
    slot = blank.slot
    if slot is not None and slot.kind is Kind.CHOICE:
        blank = replace(blank, slot=replace(slot, choices=tuple(_choices(slot, blank.parameter))))
    if not typed.strip():
        return blank
    if blank.slot is None:
        return replace(blank, typed=typed, word=typed, value=_as_in_a_file(blank.parameter.path, typed))
    part = parse_share(typed[:60]) if blank.slot.kind is Kind.PERCENT and "/" in typed else None
    if isinstance(part, Fraction) and 0 <= part <= 1:  # a third is no number of per cent
        words = f"{part.numerator}/{part.denominator}"
        return replace(blank, typed=words, word=words, value=words)
    read = read_slot(blank.slot, typed, library.register)
    if not isinstance(read, Value):
        return replace(blank, typed=typed, fault=read)
    return replace(blank, typed=shown(blank.slot, read.word, library.register), word=read.word, value=_flow(read))


def _flow(read: Value) -> str:
    return _in_flow(read.written) if read.written is not None else ""


def _in_flow(written: Written) -> str:
    """Return a value on one line as it stands in a file.

    >>> _in_flow({"andel av": "befolkning", "per": "2023-11-01"})
    '{andel av: befolkning, per: 2023-11-01}'
    """
    match written:
        case dict():
            return f"{{{', '.join(f'{key}: {_in_flow(value)}' for key, value in written.items())}}}"
        case list():
            return f"[{', '.join(_in_flow(one) for one in written)}]"
        case _:
            return written


def _as_in_a_file(path: str, typed: str) -> str:
    """Return what was typed as it would stand in a file: months from one to another are a period of measurement.

    >>> _as_in_a_file("prestation/mäts", "2024-02 – 2024-12")
    '{från: 2024-02, till: 2024-12, varje: månad}'
    """
    months = _BY_MONTH.fullmatch(typed.strip()) if path.endswith("/mäts") else None
    return f"{{från: {months[1]}, till: {months[2]}, varje: månad}}" if months else typed


def _lines(pot: Pot, blanks: Mapping[str, Blank], library: Library) -> Iterator[Line]:
    """Yield each requirement as a sentence in which what is known is words and what is not is a blank."""
    for sentence in performance_sentences(pot):
        line = [one if isinstance(one, Text) else _filled_in(one, blanks, library) for one in sentence]
        line[-1:-1] = _beside(sentence, line, blanks)
        if any(isinstance(one, Blank) for one in line):
            yield tuple(_with_unit(line))


def _filled_in(slot: Slot, blanks: Mapping[str, Blank], library: Library) -> Text | Blank:
    """Return the blank where the value is missing, also where it is a sum though the sentence says a share."""
    amount = f"{slot.words.rpartition('/')[0]}/belopp"
    missing = blanks.get(slot.words) or (None if slot.agreed else blanks.get(amount))
    if missing is not None:
        return missing
    if slot.kind is Kind.PERCENT and slot.agreed:  # two thirds have no last decimal
        hundredths = round(Fraction(slot.agreed.replace(",", ".")) * 100)
        return Text("{n}", "{n}", {"n": Fraction(hundredths, 100)})
    return plain(shown(slot, slot.agreed, library.register)) if slot.agreed else _NOT_PUBLISHED


def _beside(sentence: Sentence, line: Sequence[Text | Blank], blanks: Mapping[str, Blank]) -> Iterator[Text | Blank]:
    """Yield the blanks of the same requirement that the sentence has no words for."""
    first = next((one for one in sentence if isinstance(one, Slot)), None)
    within = "/".join(first.words.split("/")[:3]) if first is not None and len(first.path) > 3 else None
    for path, one in blanks.items():
        if within is not None and path.startswith(f"{within}/") and one not in line:
            yield Text("; {what}:", "; {what}:", {"what": one.label})
            yield one


def _with_unit(line: Sequence[Text | Blank]) -> Iterator[Text | Blank]:
    """Yield the line with what is said after each blank as it goes with what is typed there."""
    before: Text | Blank | None = None
    for one in line:
        yield _unit_after(before, one) if isinstance(before, Blank) and isinstance(one, Text) else one
        before = one


def _unit_after(blank: Blank, said: Text) -> Text:
    """Return what is said after the blank: after a part such as 1/3 no 'per cent', and after a sum 'kronor' instead."""
    money = blank.slot is not None and blank.slot.kind is Kind.MONEY
    if not said.sv.startswith("procent") or not (money or "/" in blank.typed):
        return said
    unit = "kr" if money else ""
    sv, en = unit + said.sv.removeprefix("procent"), unit + said.en.removeprefix("per cent")
    return Text(sv.strip(), en.strip(), said.values)


_NOT_PUBLISHED = Text("(ej publicerat)", "(not published)")


def _with_problems(filled: Filled, problems: Sequence[Problem]) -> Filled:
    """Return the form with each problem beside the blank that it is about."""
    paths = [one.path for one in filled.given]
    wrong: dict[str, Fault] = {}
    faults: list[Fault] = []
    for one in problems:
        n = one.place.line - 1
        if one.place.file == ON_A_LINE and n < len(paths):
            wrong.setdefault(paths[n], one.fault)
        else:
            faults.append(one.fault)

    def told(blank: Blank) -> Blank:
        return replace(blank, fault=wrong.get(blank.parameter.path))

    return replace(
        filled,
        lines=tuple(tuple(told(x) if isinstance(x, Blank) else x for x in line) for line in filled.lines),
        others=tuple(told(x) for x in filled.others),
        faults=tuple(faults),
    )
