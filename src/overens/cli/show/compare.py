"""A comparison -> what differs and why, in the terminal."""

from __future__ import annotations

from overens.cli.language import t
from overens.cli.show.page import GAP, Page
from overens.cli.show.parts import kr, say
from overens.scenario.attribute import Cause
from overens.usecases.compare import Changes, OneSided
from overens.usecases.compare_tables import cause_words
from overens.usecases.wording.compare import (
    IN_NO_SUM,
    NOTHING_ON_BOTH,
    ONE_SIDE_ONLY,
    SAME,
    causes_of,
    compared_words,
    empty_words,
    one_sided_kr,
    pot_state_words,
    signed,
    unread_amendments,
)
from overens.usecases.wording.moved import from_and_to, qualified_words
from overens.vocabulary.wording import join_texts, kronor

BAR = 30
"""How many characters the longest bar is, where there is room."""


def show_comparison(page: Page, changes: Changes) -> None:
    """Print what differs between two sides, why to the krona, and what could not be compared."""
    who = f", {changes.place.name}" if changes.place else ""
    page.heading(f"{say(changes.before.name)} → {say(changes.after.name)}{who}")
    if changes.same:
        page.line(say(SAME))
        return
    empty = [side for side in (changes.before, changes.after) if not side.allocations]
    if empty:
        page.line(say(empty_words(empty, changes.years)))
        return
    for text in unread_amendments(changes):
        page.line(say(text))
    if not changes.lines:
        page.line(say(NOTHING_ON_BOTH))
    else:
        for text in compared_words(changes):
            page.line(say(text))
        _bars(page, changes)
        _pots(page, changes)
        _why(page, changes)
        _who_pays(page, changes)
    _not_compared(page, changes)
    _one_sided(page, changes)


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
        page.item("·", f"{line.pair.name}: {say(join_texts(causes_of(line), '; '))}")


def _who_pays(page: Page, changes: Changes) -> None:
    said = [] if changes.balance is None else from_and_to(changes.balance)
    said += qualified_words(*changes.qualified)
    if said:
        page.heading(t("Vem betalar, och till vem", "Who pays, and to whom"))
        page.notes(map(say, said))


def _not_compared(page: Page, changes: Changes) -> None:
    if not changes.not_compared:
        return
    page.heading(t("Går inte att jämföra", "Cannot be compared"))
    page.line(say(IN_NO_SUM))
    for pots in changes.not_compared:
        page.item("·", f"{pots.name}: {say(pot_state_words(pots.before))} → {say(pot_state_words(pots.after))}")


def _one_sided(page: Page, changes: Changes) -> None:
    if not changes.one_sided:
        return
    page.heading(say(ONE_SIDE_ONLY))
    for one in changes.one_sided:
        page.item("·", _alone(changes, one))


def _alone(changes: Changes, one: OneSided) -> str:
    side = changes.after if one.on_the_later_side else changes.before
    return t(
        "{id}: {amount} i {side}; {why}.",
        "{id}: {amount} in {side}; {why}.",
        id=one.allocation.agreement.id,
        amount=say(one_sided_kr(one)),
        side=say(side.name),
        why=say(one.why),
    )
