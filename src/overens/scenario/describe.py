"""A pot on both sides + a cause -> the words that say what of it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import assert_never

from overens.agreement.model import Pot
from overens.allocation.describe import describe_key, describe_rule
from overens.scenario.attribute import FIGURE_NAMES, Cause, same_but_figures
from overens.scenario.pairs import PotPair
from overens.vocabulary.money import Amount
from overens.vocabulary.wording import Text, join_texts, plain
from overens.writing.clauses import as_plain


def describe_change(pair: PotPair, cause: Cause, together: Sequence[Cause] = ()) -> Text:
    """Return what changed: the amount from so much to so much, the figures from one date to another.

    Args:
        together: Causes that cannot be told apart from this one.
    """
    parts = [_part(pair, one) for one in (*together, cause)]
    words = Text("{what} tillsammans med {rest}", "{what} together with {rest}")
    return reduce(lambda what, rest: Text(words.sv, words.en, {"what": what, "rest": rest}), parts)


def _part(pair: PotPair, cause: Cause) -> Text:
    if pair.before is None:
        return Text("ny pott", "new pot")
    if pair.after is None:
        return Text("potten finns inte längre", "the pot is no more")
    before, after = pair.before.pot, pair.after.pot
    match cause:
        case Cause.ENVELOPE:
            return _from_to(Text("beloppet", "the amount"), _amount(before), _amount(after))
        case Cause.FIGURE:
            old, new = " ".join(_dates(before)), " ".join(_dates(after))
            what = Text("underlaget", "the figures")
            return _from_to(what, plain(old), plain(new)) if old != new else what
        case Cause.RULE:
            return _rule_change(before, after)
        case Cause.PERFORMANCE:
            return Text("villkor och prestation", "conditions and performance")
        case Cause.POT:
            raise AssertionError("a pot on both sides is neither new nor ended")
        case _:
            assert_never(cause)


def _from_to(what: Text, old: Text, new: Text) -> Text:
    return Text("{what} ({old} → {new})", "{what} ({old} → {new})", {"what": what, "old": old, "new": new})


def _amount(pot: Pot) -> Text:
    return plain(str(pot.amount)) if isinstance(pot.amount, Amount) else Text("ej känt", "not known")


def _rule_change(before: Pot, after: Pot) -> Text:
    """Return what of the rule changed: the key in words, the other parts by name."""
    parts = []
    if not same_but_figures(before.key, after.key):
        parts.append(_from_to(Text("regeln", "the rule"), _rule(before), _rule(after)))
    if before.to != after.to:
        parts.append(Text("mottagarna", "the recipients"))
    if not same_but_figures(before.bounds, after.bounds):
        parts.append(Text("golv eller tak", "floor or cap"))
    if before.rounding != after.rounding or not parts:
        parts.append(Text("avrundningen", "the rounding"))
    return join_texts(parts, ", ")


def _rule(pot: Pot) -> Text:
    return describe_key(pot.key) if pot.key is not None else describe_rule(pot)


def _dates(pot: Pot) -> Iterator[str]:
    """Yield the dates, or the years' tables, that the key and bounds stand on."""
    yield from dict.fromkeys(_named(as_plain(pot.key)))
    yield from dict.fromkeys(_named(as_plain(pot.bounds)))


def _named(part: object) -> Iterator[str]:
    match part:
        case dict():
            for key, value in part.items():
                if key == "per" or (key in FIGURE_NAMES and "per" not in part):
                    yield str(value)
                else:
                    yield from _named(value)
        case list():
            for item in part:
                yield from _named(item)
