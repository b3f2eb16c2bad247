"""A pot's recipients, bounds, conditions, fate of the unearned and rounding -> words and slots."""

from __future__ import annotations

from collections.abc import Iterator

from overens.agreement.model import Pot
from overens.agreement.rules import (
    Bound,
    Condition,
    Fate,
    GivenCondition,
    KronorBound,
    Met,
    ShareBound,
    To,
    Unearned,
)
from overens.usecases.what_if.key_slots import percent_word
from overens.usecases.what_if.slots import Choice, Kind, Sentence, Slot
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Text
from overens.writing.numbers import number_words

NOBODY = Text("ingen", "nobody")
NO_FLOOR, NO_CAP = Text("inget golv", "no floor"), Text("inget tak", "no cap")


def left_out(to: To) -> Sentence:
    """Return who the pot does not go to, of those it goes to."""
    label = Text("Utom, med komma emellan", "Except, with commas between")
    slot = Slot("utom", label, Kind.NAMES, ("till", "utom"), ",".join(sorted(to.but_not)), NOBODY, among=to.group.kind)
    return (Text("utom", "except"), slot)


def bound_pieces(pot: Pot) -> Sentence:
    """Return the least and the most that each gets; both can be set where the agreement has neither."""
    bounds = pot.bounds
    floor, cap = (bounds.floor, bounds.cap) if bounds else (None, None)
    return (
        Text(", minst", ", at least"),
        *_bound("golv", Text("Golv: minst till var och en", "Floor: at least to each"), floor, NO_FLOOR),
        Text("och högst", "and at most"),
        *_bound("tak", Text("Tak: högst till var och en", "Cap: at most to each"), cap, NO_CAP),
    )


def _bound(name: str, label: Text, bound: Bound | None, empty: Text) -> Sentence:
    at = ("gränser", name)
    if isinstance(bound, ShareBound):
        slot = Slot(name, label, Kind.PERCENT, (*at, "andel"), percent_word(bound.share))
        of = Text("procent av {figure} var", "per cent of {figure} each", {"figure": bound.figure})
        return (slot, of)
    agreed = str(bound.amount.kr) if isinstance(bound, KronorBound) else ""
    return (Slot(name, label, Kind.MONEY, at, agreed, empty), Text("kr var", "kr each"))


_MET = {
    Met.ALL: Text("alla", "all"),
    Met.NONE: Text("ingen", "nobody"),
    Met.NOT_KNOWN: Text("ej känt vilka", "not known who"),
}


def condition_sentences(pot: Pot, kind: RecipientKind) -> Iterator[Sentence]:
    """Yield each condition as a sentence of its own: who meets it, or the level it asks for."""
    for n, one in enumerate(pot.conditions):
        yield _condition(one, n, kind)


def _condition(one: Condition, n: int, kind: RecipientKind) -> Sentence:
    name, values = f"villkor-{n + 1}", {"what": one.what.rstrip("."), "n": str(n + 1)}
    if isinstance(one, GivenCondition):
        start = Text("Villkor: {what}. Det uppfylls av", "Condition: {what}. It is met by", {**values})
        choices = tuple(Choice(met.value, said, met.value) for met, said in _MET.items())
        known = one.met_by.who is not Met.NOT_KNOWN or bool(one.met_by.only or one.met_by.but_not)
        at = ("villkor", n, "uppfylls av")
        label = Text("Vilka som uppfyller villkor {n}", "Who meets condition {n}", {**values})
        if one.met_by.only:
            only = Slot(name, label, Kind.NAMES, (*at, "endast"), _codes(one.met_by.only), among=kind)
            return (start, only, FULL_STOP)
        who = Slot(name, label, Kind.CHOICE, at, one.met_by.who.value, None, choices, missing=not known)
        but = Text("Vilka som inte uppfyller villkor {n}", "Who does not meet condition {n}", {**values})
        not_these = Slot(
            f"{name}-utom",
            but,
            Kind.NAMES,
            (*at, "utom"),
            _codes(one.met_by.but_not),
            NOBODY,
            missing=not known,
            among=kind,
        )
        return (start, who, Text("utom", "except"), not_these, FULL_STOP)
    start = Text("Villkor: {what},", "Condition: {what},", {**values})
    found: list[Text | Slot] = [start]
    for key, said, level in (
        ("minst", Text("minst", "at least"), one.at_least),
        ("högst", Text("högst", "at most"), one.at_most),
    ):
        if level is not None:
            label = Text("Nivå i villkor {n}", "Level in condition {n}", {**values})
            found += [
                said,
                Slot(
                    f"{name}-{'minst' if key == 'minst' else 'hogst'}",
                    label,
                    Kind.NUMBER,
                    ("villkor", n, key),
                    number_words(level),
                ),
            ]
    return (*found, FULL_STOP)


def _codes(codes: tuple[str, ...]) -> str:
    return ",".join(sorted(codes))


_FATES = {
    Fate.LAPSES: Text("förfaller", "lapses"),
    Fate.BONUS_POT: Text(
        "blir en bonuspott som delas efter vad var och en tjänat in",
        "becomes a bonus pot, shared by what each has earned",
    ),
    Fate.STAYS_WHOLE: Text("delas av dem som uppfyller villkoren", "is shared by those who meet the conditions"),
    Fate.THE_BEST: Text("går till de bästa", "goes to the best"),
    Fate.NOT_FOUND: Text("blir kvar; vad som händer med det är inte funnet", "stays; what becomes of it is not found"),
}


def fate_sentence(unearned: Unearned | None) -> Sentence:
    """Return what becomes of what nobody earns."""
    agreed = unearned.fate if unearned else Fate.NOT_FOUND
    choices = tuple(Choice(fate.value, said, fate.value) for fate, said in _FATES.items())
    label = Text("Vad som händer med det som inte tjänas in", "What becomes of what is not earned")
    path = ("ej intjänat", "blir") if unearned else ("ej intjänat",)
    fate = Slot("ej-intjanat", label, Kind.CHOICE, path, agreed.value, None, choices)
    count = Slot(
        "antal-basta",
        Text("Hur många de bästa är", "How many the best are"),
        Kind.COUNT,
        ("ej intjänat", "antal"),
        str(unearned.count) if unearned and unearned.count else "",
        Text("antal", "number"),
    )
    told = (Text("(de bästa:", "(the best:"), count, Text("stycken)", "of them)")) if agreed is Fate.THE_BEST else ()
    return (Text("Det som inte tjänas in", "What is not earned"), fate, *told, FULL_STOP)


def rounding_sentence(pot: Pot) -> Sentence:
    """Return to what unit the amounts are rounded."""
    unit = pot.rounding.unit
    label = Text("Avrundas till hela så många kronor", "Rounded to whole multiples of so many kronor")
    slot = Slot("avrundning", label, Kind.MONEY, ("avrundning", "till"), str(unit.kr if unit else 1))
    return (Text("Beloppen avrundas till hela", "Amounts are rounded to whole"), slot, Text("kr.", "kr."))


FULL_STOP = Text(".", ".")
