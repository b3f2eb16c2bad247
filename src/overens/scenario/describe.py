"""A pot on both sides + a cause -> the words that say what of it changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from overens.agreement.model import Pot
from overens.allocation.describe import describe_key, describe_rule
from overens.scenario.attribute import Cause, same_but_figures
from overens.scenario.pairs import PotPair
from overens.vocabulary.money import Amount
from overens.vocabulary.wording import Text, plain
from overens.writing.clauses import as_plain


def describe_change(pair: PotPair, cause: Cause) -> Text:
    """Return what changed: the amount from so much to so much, the figures from one date to another."""
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
    """Return what of the rule changed: the key in words, else the part by its name."""
    if not same_but_figures(before.key, after.key):
        return _from_to(Text("regeln", "the rule"), _rule(before), _rule(after))
    if before.to != after.to:
        return Text("mottagarna", "the recipients")
    if not same_but_figures(before.bounds, after.bounds):
        return Text("golv eller tak", "floor or cap")
    return Text("avrundningen", "the rounding")


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
                if key in ("per", "lista", "av") and isinstance(value, str):
                    yield value
                else:
                    yield from _named(value)
        case list():
            for item in part:
                yield from _named(item)
