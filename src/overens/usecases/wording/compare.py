"""A comparison -> what differs, why, and what is in no sum, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overens.allocation.model import PotAllocation
from overens.scenario.attribute import Cause, Who
from overens.scenario.compare import Line
from overens.scenario.describe import describe_change
from overens.usecases.compare import Changes, OneSided, Side
from overens.usecases.wording.amendments import unread_words
from overens.usecases.wording.amounts import amount_said, kr_words
from overens.vocabulary.periods import year_spans
from overens.vocabulary.wording import MINUS, Text, counted, join_texts, kronor, plain

SAME = Text(
    "Båda sidorna är samma sak; ingenting skiljer.",
    "Both sides are the same thing; nothing differs.",
)
NOTHING_ON_BOTH = Text("Inget är beräknat på båda sidor.", "Nothing is computed on both sides.")
IN_NO_SUM = Text(
    "Inte beräknat på någon sida, eller möjligen en del av det som inte är det; i ingen summa.",
    "Not computed on one side, or possibly part of what is not; in no sum.",
)
ONE_SIDE_ONLY = Text("Bara på ena sidan, inte i någon summa", "On one side only, in no sum")


def signed(amount: int) -> str:
    """Return kronor with a sign: +1 500 kr."""
    return f"+{kronor(amount)}" if amount > 0 else kronor(amount)


def empty_words(sides: Sequence[Side], years: Sequence[int]) -> Text:
    """Return the sentence about sides that the library has nothing for."""
    return Text(
        "Biblioteket har inget för {names}; då går inget att jämföra. Där finns avtal för {years}.",
        "The library has nothing for {names}; so nothing can be compared. It has agreements for {years}.",
        {"names": join_texts([side.name for side in sides], "; "), "years": year_spans(years) or "–"},
    )


def nothing_told(changes: Changes) -> Text | None:
    """Return why nothing is told, where one side is empty or both are the same."""
    if changes.same:
        return SAME
    empty = [side for side in (changes.before, changes.after) if not side.allocations]
    return empty_words(empty, changes.years) if empty else None


def unread_amendments(changes: Changes) -> Iterator[Text]:
    """Yield the later side's amendments of which it is not known what they change."""
    for reading in (a.readings[-1] for a in changes.after.allocations if changes.after.year is None and a.readings):
        if reading.amendment is not None and reading.amendment.unread is not None:
            values: dict[str, object] = {
                "name": reading.amendment.name,
                "what": unread_words(reading.amendment.unread),
            }
            yield Text("{name}: {what}", "{name}: {what}", values)


def compared_words(changes: Changes) -> Iterator[Text]:
    """Yield the sums that are compared, that nothing differs where nothing does, and what is left out of them."""
    difference = changes.after_kr - changes.before_kr
    values: dict[str, object] = {
        "a": kronor(changes.before_kr),
        "b": kronor(changes.after_kr),
        "d": signed(difference),
    }
    if difference:
        yield Text("Det som jämförs: {a} → {b}, {d}.", "What is compared: {a} → {b}, {d}.", values)
    else:
        yield Text("Det som jämförs: {b} på båda sidor.", "What is compared: {b} on both sides.", values)
    if not any(line.causes for line in changes.lines):
        yield (
            Text("Av det som går att jämföra skiljer ingenting.", "Of what can be compared nothing differs.")
            if changes.not_compared
            else Text("Ingenting skiljer.", "Nothing differs.")
        )
    if outside := [*_outside(changes)]:
        yield Text("Utanför: {what}.", "Left out: {what}.", {"what": join_texts(outside, "; ")})


def _outside(changes: Changes) -> Iterator[Text]:
    """Yield what no sum above holds, so that nobody takes the difference for all that differs."""
    if n := len(changes.not_compared):
        yield Text(
            "{pots} som inte går att jämföra",
            "{pots} that cannot be compared",
            {"pots": counted(n, ("pott", "potter"), ("pot", "pots"))},
        )
    for side, later in ((changes.before, False), (changes.after, True)):
        if alone := [one for one in changes.one_sided if one.on_the_later_side is later]:
            yield Text(
                "{agreements} som bara finns i {side} ({kr} beräknat)",
                "{agreements} only in {side} ({kr} computed)",
                {
                    "agreements": counted(len(alone), ("avtal", "avtal"), ("agreement", "agreements")),
                    "side": side.name,
                    "kr": kronor(sum(one.kr or 0 for one in alone)),
                },
            )


def causes_of(line: Line) -> list[Text]:
    """Return what changed in a pot, one for each cause, each with its kronor and what it moved between recipients."""
    return [_cause(line, cause) for cause in Cause if cause in line.causes]


def _cause(line: Line, cause: Cause) -> Text:
    moved = line.moved_kr.get(cause, 0)
    between = Text(" ({moved} byter mottagare)", " ({moved} changes hands)", {"moved": kronor(moved)})
    values: dict[str, object] = {
        "what": describe_change(line.pair, cause, line.together.get(cause, ())),
        "kr": signed(line.causes[cause]),
        "between": between if moved > abs(line.causes[cause]) else "",
    }
    return Text("{what} {kr}{between}", "{what} {kr}{between}", values)


def pot_state_words(pot: PotAllocation | None) -> Text:
    """Return how a pot that cannot be compared stands on one side: its amount, and why nothing is computed."""
    if pot is None:
        return Text("finns inte", "does not exist")
    why = pot.reason if pot.reason is not None and not pot.awards else None
    amount = plain(amount_said(pot.amount))
    return Text("{amount} ({why})", "{amount} ({why})", {"amount": amount, "why": why}) if why else amount


def one_sided_kr(one: OneSided) -> Text:
    """Return the kronor of an agreement that only one side has, or how much of it is computed."""
    if one.kr is None:
        return Text("ej beräknat", "not computed")
    if one.of is not None and one.of.low != one.kr:
        values: dict[str, object] = {"kr": kronor(one.kr), "all": amount_said(one.of)}
        return Text("{kr} av {all} beräknat", "{kr} of {all} computed", values)
    return plain(kr_words(one.kr))


def identity_words(changes: Changes) -> Text:
    """Return the sums as an identity, in kronor: before, what each cause gives or takes, after."""
    parts = [
        f"{'+' if kr > 0 else MINUS} {kronor(abs(kr))}"
        for cause in Cause
        if (kr := changes.of_cause(cause)) or any(cause in line.causes for line in changes.lines)
    ]
    return plain(" ".join([kronor(changes.before_kr), *parts, "=", kronor(changes.after_kr)]))


def moved_words(changes: Changes) -> Text | None:
    """Return how many get more and how many less, and how much in all; None where nothing differs, or for one place."""
    if changes.place is not None:
        return None
    sums: dict[Who, int] = {}
    for change in changes.comparison.changes:
        for who in change.recipients:
            sums[who] = sums.get(who, 0) + change.after_kr(who) - change.before_kr(who)
    more, less = [kr for kr in sums.values() if kr > 0], [kr for kr in sums.values() if kr < 0]
    found = []
    if more:
        values: dict[str, object] = {"who": counted_recipients(len(more)), "kr": signed(sum(more))}
        found.append(Text("{who} får mer, sammanlagt {kr}.", "More, {kr} in all, to {who}.", values))
    if less:
        values = {"who": counted_recipients(len(less)), "kr": kronor(sum(less))}
        found.append(Text("{who} får mindre, sammanlagt {kr}.", "Less, {kr} in all, to {who}.", values))
    return join_texts(found) if found else None


def counted_recipients(n: int) -> Text:
    """Return how many recipients, in words."""
    return counted(n, ("mottagare", "mottagare"), ("recipient", "recipients"))
