"""A pot's rule -> the sentences that say it, with a slot for each value that may be changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.agreement.model import Pot
from overens.agreement.performance import GivenEarned, Ladder, NamedLevels, Requirements
from overens.agreement.rules import FixedKey, ListKey, To
from overens.allocation.describe_recipients import describe_recipients
from overens.allocation.recipients import is_single, recipients_of
from overens.usecases.library import Library
from overens.usecases.what_if.key_slots import key_pieces, keys_offered
from overens.usecases.what_if.performance_slots import performance_sentences
from overens.usecases.what_if.rule_slots import (
    FULL_STOP,
    bound_pieces,
    condition_sentences,
    fate_sentence,
    left_out,
    rounding_sentence,
)
from overens.usecases.what_if.slots import Kind, Sentence, Slot
from overens.vocabulary.money import Amount
from overens.vocabulary.wording import Text


def sentences_of(library: Library, pot: Pot, day: date | None = None) -> tuple[Sentence, ...]:
    """Return the rule as sentences: who shares what by which key within which bounds, then the rest of it."""
    if pot.to is None:
        return ()
    return tuple(_sentences(library, pot, pot.to, day))


def _sentences(library: Library, pot: Pot, to: To, day: date | None) -> Iterator[Sentence]:
    shared = _is_shared(library, to)
    group = Text(
        "Till {group}", "To {group}", {"group": describe_recipients(_without_exceptions(to), library.register)}
    )
    if not shared:
        yield (group, Text("går", "goes"), *_amount(pot), FULL_STOP)
    else:
        key = key_pieces(pot.key, keys_offered(library, to.group.kind, day)) if _has_key(pot) else ()
        bounds = bound_pieces(pot) if key and not isinstance(pot.key, FixedKey | ListKey) and not _is_given(pot) else ()
        yield (group, *left_out(to), Text("delas", "are divided"), *_amount(pot), *key, *bounds, FULL_STOP)
        yield from condition_sentences(pot, to.group.kind)
    yield from performance_sentences(pot)
    if shared and (pot.performance is not None or pot.conditions):
        yield fate_sentence(pot.unearned)
    if shared and not isinstance(pot.key, ListKey):
        yield rounding_sentence(pot)


def _is_given(pot: Pot) -> bool:
    """Tell whether a table says already what each has earned, so that no bound would count."""
    return isinstance(pot.performance, GivenEarned)


def _amount(pot: Pot) -> Sentence:
    agreed = str(pot.amount.kr) if isinstance(pot.amount, Amount) else ""
    if not agreed and pot.open_ended:
        return (Text("en öppen ram", "an open-ended sum"),)
    label = Text("Pottens belopp", "The pot's amount")
    empty = None if agreed else Text("inte funnet", "not found")
    return (Slot("belopp", label, Kind.MONEY, ("belopp",), agreed, empty, missing=not agreed), Text("kr", "kr"))


def _is_shared(library: Library, to: To) -> bool:
    return not is_single(to) and len(recipients_of(to, library.register)) + len(to.but_not) > 1


def _has_key(pot: Pot) -> bool:
    """Tell whether a key divides the pot, or one must be given before it can be."""
    return (
        pot.key is not None
        or pot.performance is None
        or isinstance(pot.performance, Requirements | Ladder | NamedLevels)
    )


def _without_exceptions(to: To) -> To:
    return to.model_copy(update={"but_not": ()})
