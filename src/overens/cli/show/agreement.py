"""An agreement -> its pots, rules, awards, annexes and contradictions in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from overens.agreement.amendment import Amendment
from overens.agreement.model import Agreement, walk
from overens.agreement.readings import Reading
from overens.allocation.allocate import earmarks_known, is_known
from overens.allocation.describe import describe_rule
from overens.allocation.model import Allocation, GroupSum, PotAllocation
from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import kr, mkr, say
from overens.cli.show.run import run_words
from overens.usecases.wording.agreement import (
    NOT_COMPUTED,
    amended_later_words,
    amended_words,
    annex_words,
    aside_words,
    deviation_words,
    state_words,
    whole_words,
)
from overens.usecases.wording.amendments import unread_words
from overens.usecases.wording.amounts import amount_said
from overens.usecases.wording.contradictions import about_words
from overens.vocabulary.money import add_up
from overens.vocabulary.recipients import RecipientKind, Register
from overens.vocabulary.sources import status_words


def show_agreement(page: Page, allocation: Allocation, readings: Sequence[Reading], register: Register) -> None:
    """Print an agreement: its pots as a tree that sums, who gets what, its amendments, and what does not agree."""
    agreement = allocation.agreement
    page.heading(agreement.name)
    page.line(_facts(agreement))
    _amendments(page, readings, allocation.as_known_on)
    _pots(page, allocation)
    page.line(say(whole_words(allocation)))
    page.notes(
        f"{pot.id}: {' '.join(map(say, (describe_rule(pot.pot, register), *state_words(pot))))}"
        for pot in allocation.pots
    )
    for kind in (RecipientKind.REGION, RecipientKind.AREA):
        _matrix(page, allocation, kind)
    _municipalities(page, allocation)
    _annexes(page, allocation)
    _rest(page, agreement, allocation.as_known_on)
    page.blank()
    page.line(run_words(allocation), dim=True)


def _facts(agreement: Agreement) -> str:
    parts = [
        agreement.id,
        t("beslutad {day}", "decided {day}", day=str(agreement.decided)),
        say(status_words(agreement.status)),
        t("utbetalas av {who}", "paid by {who}", who=agreement.paid_by) if agreement.paid_by else "",
        t("anslag {what}", "appropriation {what}", what=", ".join(agreement.appropriations))
        if agreement.appropriations
        else "",
    ]
    return " · ".join(part for part in parts if part)


def _amendments(page: Page, readings: Sequence[Reading], day: date | None) -> None:
    """Print the amendments in order, and which of them what follows is read with."""
    for amendment, since in [(one.amendment, one.since) for one in readings if one.amendment is not None]:
        applied = since is None or since.known_on(day)
        page.item(
            "·",
            f"{say(amended_words(amendment, since))} {_before_and_after(amendment)}"
            if applied
            else say(amended_later_words(amendment, since, day)),
            dim=not applied,
        )


def _before_and_after(amendment: Amendment) -> str:
    """Return how to see what the amendment changes, or why that is not known."""
    if amendment.unread is not None:
        return say(unread_words(amendment.unread))
    return t("Före och efter: overens compare {id}", "Before and after: overens compare {id}", id=amendment.id)


def _pots(page: Page, allocation: Allocation) -> None:
    """Print each pot under the one it is part of; lapsed money has a column where there is any."""
    by_path = {pot.path: pot for pot in allocation.pots}
    sums = {group.path: group for group in allocation.groups}
    lapsed = any(pot.lapsed_kr for pot in allocation.pots)
    rows = []
    for path, pot in walk(allocation.agreement.pots):
        name = f"{'· ' * (len(path) - 1)}{path[-1]}: {pot.name}"
        one = sums.get(path) or by_path[path]
        awarded = kr(one.awarded_kr) if isinstance(one, GroupSum) else _awarded(one)
        left = kr(one.undistributed_kr) if one.amount or isinstance(one, GroupSum) else "–"
        rows.append((name, amount_said(one.amount), awarded, *([kr(one.lapsed_kr)] if lapsed else []), left))
    headings = (
        t("Pott", "Pot"),
        t("Belopp", "Amount"),
        t("Tilldelat", "Awarded"),
        *([t("Förfallet", "Lapsed")] if lapsed else []),
        t("Ej fördelat", "Not distributed"),
    )
    page.table(headings, rows, right=range(1, len(headings)))


def _awarded(pot: PotAllocation) -> str:
    return amount_said(add_up(a.amount for a in pot.awards)) if pot.awards else say(NOT_COMPUTED)


def _matrix(page: Page, allocation: Allocation, kind: RecipientKind) -> None:
    """Print one row for each region or county and one column for each pot, in kronor (Mkr when there are many)."""
    pots = [p for p in allocation.pots if p.awards and p.awards[0].recipient.kind is kind]
    if not pots:
        return
    who = {r.code: r for p in pots for r in p.recipients}
    show = kr if len(pots) <= 3 else mkr
    rows = []
    for code in sorted(who):
        awards = [p.award_to(who[code]) for p in pots]
        rows.append(
            (
                who[code].short_name if kind is RecipientKind.REGION else who[code].name,
                *(show(a.amount.kr if a else 0) for a in awards),
            )
        )
    total = (t("Summa", "Total"), *(show(p.awarded_kr) for p in pots))
    unit = "" if show is kr else t(", miljoner kronor", ", millions of kronor")
    page.heading((t("Per region", "By region") if kind is RecipientKind.REGION else t("Per län", "By county")) + unit)
    page.table(("", *(p.id for p in pots)), rows, right=range(1, len(pots) + 1), total=total)


def _municipalities(page: Page, allocation: Allocation) -> None:
    for pot in allocation.pots:
        if pot.awards and pot.awards[0].recipient.kind is RecipientKind.MUNICIPALITY:
            amounts = sorted({award.amount.kr for award in pot.awards})
            span = kr(amounts[0]) if len(amounts) == 1 else f"{kr(amounts[0])} – {kr(amounts[-1])}"
            page.line(
                t(
                    "{pot}: {n} kommuner, {span} var. Alla med --csv.",
                    "{pot}: {n} municipalities, {span} each. All with --csv.",
                    pot=pot.id,
                    n=str(len(pot.awards)),
                    span=span,
                ),
            )


def _annexes(page: Page, allocation: Allocation) -> None:
    found = [pot for pot in allocation.pots if pot.annex is not None]
    if not found:
        return
    page.heading(t("Mot publicerade bilagor", "Against published annexes"))
    for pot in found:
        assert pot.annex is not None
        page.line(f"{pot.id}: {say(annex_words(pot.annex))}")
        page.notes(say(deviation_words(one)) for one in pot.annex.deviations)


def _rest(page: Page, agreement: Agreement, day: date | None) -> None:
    earmarks = list(earmarks_known(agreement, day))
    if earmarks:
        page.heading(t("Öronmärkt, varav", "Earmarked, of which"))
        page.notes(f"{path[-1]}: {say(aside_words(one))}" if path else say(aside_words(one)) for path, one in earmarks)
    if agreement.outside and is_known(agreement, day):
        page.heading(t("Utanför beloppet", "Outside the total"))
        page.notes(say(aside_words(o)) for o in agreement.outside)
    if agreement.contradictions:
        page.heading(t("Motsägelser", "Contradictions"))
        rows = [(say(about_words(agreement, c.about)), c.says, c.used, c.reason) for c in agreement.contradictions]
        headings = (t("Om", "About"), t("Källan säger", "The source says"), t("Använt", "Used"), t("Skäl", "Reason"))
        page.table(headings, rows)
    if agreement.not_found:
        page.heading(t("Ej funnet", "Not found"))
        page.notes(n.what for n in agreement.not_found)
