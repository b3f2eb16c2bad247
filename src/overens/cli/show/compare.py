"""A comparison -> what differs and why, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from overens.allocation.model import PotAllocation
from overens.cli.language import count, t
from overens.cli.show.page import GAP, Page
from overens.cli.show.parts import kr, say
from overens.scenario.attribute import Cause
from overens.scenario.compare import Line
from overens.scenario.describe import describe_change
from overens.usecases.compare import Changes, OneSided, Side
from overens.usecases.compare_tables import cause_words
from overens.usecases.wording.agreement import unread_words
from overens.usecases.wording.amounts import amount_said
from overens.vocabulary.periods import year_spans
from overens.vocabulary.wording import kronor

BAR = 30
"""How many characters the longest bar is, where there is room."""


def show_comparison(page: Page, changes: Changes) -> None:
    """Print what differs between two sides, why to the krona, and what could not be compared."""
    who = f", {changes.place.name}" if changes.place else ""
    page.heading(f"{say(changes.before.name)} → {say(changes.after.name)}{who}")
    if changes.same:
        page.line(t("Båda sidorna är samma sak; ingenting skiljer.", "Both sides are the same thing; nothing differs."))
        return
    empty = [side for side in (changes.before, changes.after) if not side.allocations]
    if empty:
        page.line(_empty(empty, changes.years))
        return
    for reading in (a.readings[-1] for a in changes.after.allocations if changes.after.year is None and a.readings):
        if reading.amendment is not None and reading.amendment.unread is not None:
            page.line(f"{reading.amendment.name}: {say(unread_words(reading.amendment.unread))}")
    if not changes.lines:
        page.line(t("Inget är beräknat på båda sidor.", "Nothing is computed on both sides."))
    else:
        _sums(page, changes)
        _bars(page, changes)
        _pots(page, changes)
        _why(page, changes)
    _not_compared(page, changes)
    _one_sided(page, changes)


def _empty(sides: list[Side], years: tuple[int, ...]) -> str:
    return t(
        "Biblioteket har inget för {names}; då går inget att jämföra. Där finns avtal för {years}.",
        "The library has nothing for {names}; so nothing can be compared. It has agreements for {years}.",
        names="; ".join(say(side.name) for side in sides),
        years=year_spans(years) or "–",
    )


def _sums(page: Page, changes: Changes) -> None:
    difference = changes.after_kr - changes.before_kr
    same = t("Det som jämförs: {a} på båda sidor.", "What is compared: {a} on both sides.", a=kronor(changes.after_kr))
    page.line(
        t(
            "Det som jämförs: {a} → {b}, {d}.",
            "What is compared: {a} → {b}, {d}.",
            a=kronor(changes.before_kr),
            b=kronor(changes.after_kr),
            d=signed(difference),
        )
        if difference
        else same
    )
    if not any(line.causes for line in changes.lines):
        page.line(
            t("Av det som går att jämföra skiljer ingenting.", "Of what can be compared nothing differs.")
            if changes.not_compared
            else t("Ingenting skiljer.", "Nothing differs.")
        )
    if outside := [*_outside(changes)]:
        page.line(t("Utanför: {what}.", "Left out: {what}.", what="; ".join(outside)))


def _outside(changes: Changes) -> Iterator[str]:
    """Yield what no sum above holds, so that nobody takes the difference for all that differs."""
    if n := len(changes.not_compared):
        yield t(
            "{pots} som inte går att jämföra",
            "{pots} that cannot be compared",
            pots=count(n, ("pott", "potter"), ("pot", "pots")),
        )
    for side, later in ((changes.before, False), (changes.after, True)):
        if alone := [one for one in changes.one_sided if one.on_the_later_side is later]:
            yield t(
                "{agreements} som bara finns i {side} ({kr} beräknat)",
                "{agreements} only in {side} ({kr} computed)",
                agreements=count(len(alone), ("avtal", "avtal"), ("agreement", "agreements")),
                side=say(side.name),
                kr=kronor(sum(one.kr or 0 for one in alone)),
            )


def signed(amount: int) -> str:
    """Return kronor with a sign: +1 500 kr."""
    return f"+{kronor(amount)}" if amount > 0 else kronor(amount)


def _bars(page: Page, changes: Changes) -> None:
    """Print each cause with a bar, the longest of them the longest effect, so that they can be compared at a glance."""
    causes = [
        (cause, changes.of_cause(cause)) for cause in Cause if any(cause in line.causes for line in changes.lines)
    ]
    longest = max((abs(amount) for _, amount in causes), default=0)
    if not longest:
        return
    words = max(len(say(cause_words(cause))) for cause, _ in causes)
    numbers = max(len(signed(amount)) for amount in (changes.after_kr - changes.before_kr, *(kr for _, kr in causes)))
    room = min(BAR, page.width - words - numbers - 2 * len(GAP))
    rows = [
        (say(cause_words(cause)), signed(amount), ("█" if amount > 0 else "░") * max(1, abs(amount) * room // longest))
        for cause, amount in causes
        if amount
    ]
    rows += [(say(cause_words(cause)), kronor(0), "") for cause, amount in causes if not amount]
    total = (t("Skillnad", "Difference"), signed(changes.after_kr - changes.before_kr), "")
    page.blank()
    page.table(
        (t("Därför", "Because of"), t("Kronor", "Kronor"), t("█ mer ░ mindre", "█ more ░ less")),
        rows,
        right=(1,),
        total=total,
    )


def _pots(page: Page, changes: Changes) -> None:
    page.heading(t("Pott för pott", "Pot by pot"))
    rows = [
        (line.pair.name, kr(line.before_kr), kr(line.after_kr), signed(line.difference_kr)) for line in changes.lines
    ]
    total = (
        t("Summa", "Total"),
        kr(changes.before_kr),
        kr(changes.after_kr),
        signed(changes.after_kr - changes.before_kr),
    )
    headings = (t("Pott", "Pot"), t("Före", "Before"), t("Efter", "After"), t("Skillnad", "Difference"))
    page.table(headings, rows, right=(1, 2, 3), total=total)


def _why(page: Page, changes: Changes) -> None:
    differing = [line for line in changes.lines if line.causes]
    if not differing:
        return
    page.heading(t("Varför", "Why"))
    for line in differing:
        page.item("·", f"{line.pair.name}: {'; '.join(_cause(line, cause) for cause in Cause if cause in line.causes)}")


def _cause(line: Line, cause: Cause) -> str:
    moved = line.moved_kr.get(cause, 0)
    between = t(" ({moved} byter mottagare)", " ({moved} changes hands)", moved=kronor(moved))
    what = say(describe_change(line.pair, cause, line.together.get(cause, ())))
    return f"{what} {signed(line.causes[cause])}{between if moved > abs(line.causes[cause]) else ''}"


def _not_compared(page: Page, changes: Changes) -> None:
    if not changes.not_compared:
        return
    page.heading(t("Går inte att jämföra", "Cannot be compared"))
    page.line(
        t(
            "Inte beräknat på någon sida, eller möjligen en del av det som inte är det; i ingen summa.",
            "Not computed on one side, or possibly part of what is not; in no sum.",
        )
    )
    for pots in changes.not_compared:
        page.item("·", f"{pots.name}: {_state(pots.before)} → {_state(pots.after)}")


def _state(pot: PotAllocation | None) -> str:
    if pot is None:
        return t("finns inte", "does not exist")
    why = f" ({say(pot.reason)})" if pot.reason is not None and not pot.awards else ""
    return f"{amount_said(pot.amount)}{why}"


def _one_sided(page: Page, changes: Changes) -> None:
    if not changes.one_sided:
        return
    page.heading(t("Bara på ena sidan, inte i någon summa", "On one side only, in no sum"))
    for one in changes.one_sided:
        page.item("·", _alone(changes, one))


def _alone(changes: Changes, one: OneSided) -> str:
    side = changes.after if one.on_the_later_side else changes.before
    amount = kr(one.kr) if one.kr is not None else t("ej beräknat", "not computed")
    if one.kr is not None and one.of is not None and one.of.low != one.kr:
        amount = t("{kr} av {all} beräknat", "{kr} of {all} computed", kr=amount, all=amount_said(one.of))
    return t(
        "{id}: {amount} i {side}; {why}.",
        "{id}: {amount} in {side}; {why}.",
        id=one.allocation.agreement.id,
        amount=amount,
        side=say(side.name),
        why=say(one.why),
    )
