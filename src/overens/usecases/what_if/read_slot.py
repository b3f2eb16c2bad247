"""What a visitor wrote in a slot -> the value as it stands in an address and in a file, or what would be right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overens.usecases.what_if.slots import Kind, Slot, Written
from overens.vocabulary.money import Amount, amount_words, parse_amount
from overens.vocabulary.names import did_you_mean, matching, nearest_recipients
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import NO_BREAK_SPACE, Text, kronor, whole_number
from overens.writing.numbers import number_words, parse_count, parse_number, parse_share, share_words

MOST_KR = 10**13
"""Ten thousand billion kronor: more than ten times what the state spends in a year."""
_DIGITS = re.compile(r"[0-9][0-9 \u00a0\u202f]*(,[0-9]+)?")


@dataclass(frozen=True)
class Value:
    """A value that was read.

    Attributes:
        word: As it stands in an address.
        written: As it stands in a file; None where nothing is to stand there.
    """

    word: str
    written: Written | None


def read_slot(slot: Slot, typed: str, register: Register) -> Value | Fault:
    """Return the value; nothing typed takes away what may be left out.

    >>> from overens.vocabulary.recipients import Register
    >>> slot = Slot("golv", Text("Golv", "Floor"), Kind.MONEY, ("gränser", "golv"))
    >>> read_slot(slot, "20 Mkr", Register((), (), ()))
    Value(word='20000000', written='20 000 000 kr')
    """
    text = " ".join(typed.split())
    if not text:
        return Value("", None) if slot.empty is not None else _needed(slot)
    match slot.kind:
        case Kind.MONEY:
            return _money(text)
        case Kind.PERCENT:
            return _percent(text)
        case Kind.NUMBER:
            number = parse_number(text[:60])
            return (
                number
                if isinstance(number, Fault)
                else Value(number_words(number).replace(" ", ""), number_words(number))
            )
        case Kind.COUNT:
            count = parse_count(text[:60])
            return count if isinstance(count, Fault) else Value(str(count), str(count))
        case Kind.CHOICE:
            return _choice(slot, text)
        case Kind.NAMES:
            return _names(slot, text, register)


def _money(text: str) -> Value | Fault:
    amount = parse_amount(f"{text} kr" if _DIGITS.fullmatch(text) else text[:60])
    if isinstance(amount, Fault):
        return _money_like(amount)
    if amount.bound:
        return _rough(text)
    if amount.kr > MOST_KR:
        return _too_much(amount.kr)
    return Value(str(amount.kr), amount_words(Amount.exactly(amount.kr)))


def _percent(text: str) -> Value | Fault:
    share = parse_share(text if text.endswith("%") or "/" in text else f"{text} %")
    if isinstance(share, Fault) or share > 1:
        return _no_percent(text)
    if "/" in share_words(share):
        return Value(share_words(share), share_words(share))
    return Value(number_words(share * 100).replace(" ", ""), share_words(share))


def _choice(slot: Slot, text: str) -> Value | Fault:
    found = next((one for one in slot.choices if one.word == text), None)
    if found is None:
        return _no_choice(text, [one.word for one in slot.choices if one.word])
    return Value(found.word, found.value)


def _names(slot: Slot, text: str, register: Register) -> Value | Fault:
    codes: list[str] = []
    for words in re.split(r"[,;]", text):
        if not words.strip():
            continue
        mine = {one.code: one for one in register.of(slot.among)} if slot.among else {}
        meant = [one for one in matching(words, register) if mine.get(one.code) == one]
        code = meant[0].code if len(meant) == 1 else words.strip() if words.strip() in mine else ""
        if not code:
            near = [one.name for one in nearest_recipients(words.strip(), register) if mine.get(one.code) == one]
            return _nobody(words.strip(), near)
        codes.append(code)
    if len({*codes}) < len(codes):
        return _twice(text)
    return Value(",".join(sorted(codes)), [*sorted(codes)]) if codes else Value("", None)


def shown(slot: Slot, word: str, register: Register) -> str:
    """Return what stands in the slot's field for a value in an address: kronor in groups, places by name.

    >>> shown(Slot("golv", Text("Golv", "Floor"), Kind.MONEY, ("gränser", "golv")), "20000000", Register((), (), ()))
    '20 000 000'
    """
    match slot.kind:
        case Kind.MONEY if word:
            return whole_number(int(word)).replace(NO_BREAK_SPACE, " ")
        case Kind.NAMES if slot.among is not None:
            names = {one.code: one.short_name for one in register.of(slot.among)}
            return ", ".join(names.get(code, code) for code in word.split(",") if code)
        case _:
            return word


def said(slot: Slot, word: str, register: Register) -> Text:
    """Return the value of a slot in words, with its unit."""
    if not word:
        return next((one.said for one in slot.choices if not one.word), slot.empty or Text("inget", "nothing"))
    words = shown(slot, word, register).replace(" ", NO_BREAK_SPACE)
    match slot.kind:
        case Kind.MONEY:
            return Text("{kr}", "{kr}", {"kr": kronor(int(word))})
        case Kind.PERCENT if "/" not in word:
            return Text("{n}\u00a0%", "{n}\u00a0%", {"n": words})
        case Kind.CHOICE:
            return next(one.said for one in slot.choices if one.word == word)
        case _:
            return Text("{words}", "{words}", {"words": shown(slot, word, register)})


# --- what is wrong ------------------------------------------------------------------


def _needed(slot: Slot) -> Fault:
    return Fault.of(
        "{label}: fältet är tomt.",
        "Skriv ett värde, eller återställ.",
        "{label}: the field is empty.",
        "Write a value, or reset.",
        label=slot.label,
    )


def _money_like(fault: Fault) -> Fault:
    return Fault.of(
        "{message}",
        "Skriv hela kronor eller miljoner: '20 000 000' eller '20 Mkr'.",
        "{message}",
        "Write whole kronor or millions: '20 000 000' or '20 Mkr'.",
        message=fault.message,
    )


def _rough(text: str) -> Fault:
    return Fault.of(
        "'{text}' är inget bestämt belopp.",
        "Skriv beloppet utan 'cirka', 'minst' eller 'högst'.",
        "'{text}' is no definite amount.",
        "Write the amount without 'cirka', 'minst' or 'högst'.",
        text=text[:60],
    )


def _too_much(kr: int) -> Fault:
    return Fault.of(
        "{kr} är mer än vad som går att pröva.",
        "Skriv högst {most}.",
        "{kr} is more than can be tried.",
        "Write at most {most}.",
        kr=kronor(kr),
        most=kronor(MOST_KR),
    )


def _no_percent(text: str) -> Fault:
    return Fault.of(
        "'{text}' är ingen andel.",
        "Skriv procent från 0 till 100, '37,5', eller en del, '1/3'.",
        "'{text}' is not a share.",
        "Write per cent from 0 to 100, '37,5', or a part, '1/3'.",
        text=text[:60],
    )


def _no_choice(text: str, words: list[str]) -> Fault:
    near = did_you_mean(text[:100], words)
    return Fault.of(
        "'{text}' finns inte att välja.",
        "Menade du '{near}'?" if near else "Välj i listan.",
        "'{text}' is not there to choose.",
        "Did you mean '{near}'?" if near else "Choose from the list.",
        text=text[:60],
        near=near,
    )


def _nobody(text: str, near: list[str]) -> Fault:
    return Fault.of(
        "'{text}' är ingen som potten går till.",
        "Menade du {near}?" if near else "Skriv namn med komma emellan.",
        "'{text}' is nobody that the pot goes to.",
        "Did you mean {near}?" if near else "Write names with commas between.",
        text=text[:60],
        near=", ".join(near[:3]),
    )


def _twice(text: str) -> Fault:
    return Fault.of(
        "'{text}' nämner någon två gånger.",
        "Nämn var och en en gång.",
        "'{text}' names someone twice.",
        "Name each once.",
        text=text[:60],
    )
