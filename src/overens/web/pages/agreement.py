"""An agreement -> the page that says what was agreed: pots that sum, rules, terms, amendments, sources, and who gets what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from overens.agreement.amendment import Amendment
from overens.agreement.model import Agreement
from overens.agreement.readings import Reading
from overens.agreement.terms import Source
from overens.allocation.allocate import earmarks_known, is_known, known_since
from overens.allocation.describe import describe_rule
from overens.allocation.explain_steps import basis_words
from overens.allocation.model import Allocation
from overens.export.web_address import web_address
from overens.export.workbook.model import Workbook
from overens.followup.model import Event
from overens.followup.wording import when_words
from overens.notice.rows import PlaceRow, rows_for_everyone
from overens.usecases import reproduce
from overens.usecases.agreement_tables import annexes_table, recipients_table, tree_table
from overens.usecases.agreements import series_of_agreement
from overens.usecases.calendar import YearCalendar, calendar_of_agreement
from overens.usecases.calendar_tables import calendar_table
from overens.usecases.coverage_tables import coverage_table
from overens.usecases.documents.agreement import agreement_document
from overens.usecases.pictures.agreement import agreement_pictures
from overens.usecases.pot_sums import pot_sums, pot_sums_table
from overens.usecases.program import Again
from overens.usecases.sides import earlier
from overens.usecases.tables import awards_table
from overens.usecases.wording.agreement import (
    amended_later_words,
    annex_badges,
    annex_words,
    aside_words,
    changes_words,
    equal_words,
    state_words,
    whole_words,
)
from overens.usecases.wording.amounts import amount_said
from overens.usecases.wording.dates import gaps_counted, undated_words
from overens.usecases.wording.place import use_words
from overens.usecases.workbooks.agreement import agreement_workbook
from overens.usecases.workbooks.cover import BookIdentity
from overens.usecases.year import any_known
from overens.vocabulary.periods import When, year_spans
from overens.vocabulary.sources import grant_kind_words, status_words
from overens.vocabulary.wording import Text, plain
from overens.web.agreement_grids import (
    contradictions_grid,
    dates_grid,
    deviations_grid,
    receivers,
    series_grid,
    tree_grid,
)
from overens.web.answer import Answer, Elsewhere
from overens.web.asked import Asked
from overens.web.find import find_agreement
from overens.web.form import Form
from overens.web.grid import CellView, words
from overens.web.ordering import ordered
from overens.web.standing_sums import sum_in_full, tops
from overens.web.taken_workbook import workbook_file

AMENDMENTS = "andringar"
"""Where on the page the amendments stand."""


def answer(asked: Asked) -> Answer | Elsewhere:
    """Return the agreement's page; an amendment's address leads to the agreement it changes."""
    name = find_agreement(asked, asked.words["agreement"])
    if name != asked.words["agreement"]:
        target = asked.target
        moved = asked.moved(target.moved(f"/avtal/{name}"))
        return Elsewhere(moved if target.form is not Form.PAGE or target.embedded else f"{moved}#{AMENDMENTS}")
    library, readings = asked.library, asked.library.readings[name]
    allocation = library.allocation(name, asked.as_known_on)
    agreement, register = allocation.agreement, library.register
    calendar = calendar_of_agreement(library, agreement, asked.as_known_on)
    series = series_of_agreement(library, name, asked.as_known_on)
    title = plain(agreement.name)
    tables = {
        "recipients": recipients_table(allocation),
        "awards": awards_table(allocation),
        "tree": tree_table(allocation, register),
        "pots": pot_sums_table(pot_sums([allocation]), title),
        "deviations": annexes_table(allocation),
        "dates": calendar_table(calendar),
        "series": coverage_table([series]),
    }
    shown = receivers(asked, allocation, ordered(tables["recipients"], asked.sort, asked.language))

    def book(about: BookIdentity) -> Workbook:
        return agreement_workbook(allocation, register, tables["dates"], about)

    known = any_known(agreement, asked.as_known_on)
    return Answer(
        title,
        "agreement.html",
        {
            **_facts(asked, allocation, readings),
            **_sums(allocation),
            **_terms(allocation, calendar),
            "known": known,
            "not_known": None if known else _not_known(agreement, asked.as_known_on),
            "receivers": shown,
            "pots": [_pot(asked, row) for row in rows_for_everyone([allocation])],
            "series": series,
            "earlier": earlier(library, name),
            "series_table": series_grid(asked, series, name),
        },
        tables,
        lambda language: agreement_document(allocation, readings, language),
        agreement_pictures(allocation, register) if known else (),
        allocations=(allocation,),
        again=Again(reproduce.agreement, (name,)),
        files=workbook_file(asked, title, book),
    )


# --- what was agreed ------------------------------------------------------------------


def _facts(asked: Asked, allocation: Allocation, readings: Sequence[Reading]) -> dict[str, Any]:
    agreement = allocation.agreement
    return {
        "agreement": agreement,
        "of_year": agreement.years[0],
        "facts": list(_fact_rows(asked, agreement)),
        "sources": [
            (name, source, source_words(source), web_address(source.address))
            for name, source in agreement.sources.items()
        ],
        "badges": [(equal_words(one), basis_words(one.basis), one.equal == one.of) for one in annex_badges(allocation)],
        "amendments": [_amendment(asked, one) for one in readings if one.amendment is not None],
        "contradictions": contradictions_grid(agreement) if agreement.contradictions else None,
        "not_found": agreement.not_found,
        "AMENDMENTS": AMENDMENTS,
    }


def _fact_rows(asked: Asked, agreement: Agreement) -> Iterator[tuple[Text, CellView]]:
    yield Text("Slag", "Kind"), words(grant_kind_words(agreement.kind))
    yield Text("Avser", "For"), words(year_spans(agreement.years))
    yield Text("Beslutad", "Decided"), words(when_words(agreement.decided))
    since = known_since(agreement)
    if agreement.known_from and since:
        yield Text("Känd från", "Known from"), words(since.words)
    yield Text("Status", "Status"), words(status_words(agreement.status))
    if agreement.parties:
        yield Text("Parter", "Parties"), words(", ".join(agreement.parties))
    if agreement.paid_by:
        yield Text("Utbetalas av", "Paid by"), words(agreement.paid_by)
    if agreement.appropriations:
        yield Text("Anslag", "Appropriation"), words(", ".join(agreement.appropriations))
    if agreement.predecessor:
        before = agreement.predecessor.of
        there = before in asked.library.readings
        yield Text("Föregående", "Predecessor"), words(before, asked.link(f"/avtal/{before}") if there else "")
    if agreement.remark:
        yield Text("Anmärkning", "Remark"), words(agreement.remark)


def source_words(source: Source) -> Text:
    """Return who published a source, when, under what number, and when it was checked."""
    checked = Text("kontrollerad {day}", "checked {day}", {"day": source.checked})
    parts = [
        source.publisher,
        source.published,
        source.registry_number,
        checked if source.checked else None,
        source.remark,
    ]
    told = [part if isinstance(part, Text) else plain(str(part)) for part in parts if part is not None]
    names = {f"p{n}": part for n, part in enumerate(told)}
    template = ", ".join(f"{{{name}}}" for name in names)
    return Text(template, template, dict(names))


def _sums(allocation: Allocation) -> dict[str, Any]:
    sums, total = pot_sums([allocation]), allocation.whole.amount
    whole = sum_in_full(sums, "amount_kr")
    return {
        "whole": whole if total is None else replace(whole, text=plain(amount_said(total))),
        "total_known": allocation.whole.amount is not None,
        "tops": tops(sums, in_full=True),
        "tree": tree_grid(allocation),
        "identity": whole_words(allocation),
    }


def _not_known(agreement: Agreement, day: date | None) -> Text:
    since = min((pot.known_from for _, pot in agreement.leaves() if pot.known_from), default=known_since(agreement))
    return Text(
        "Avtalet var inte känt {day}. Det blev känt {since}.",
        "The agreement was not known on {day}. It became known on {since}.",
        {"day": day, "since": since},
    )


# --- amendments -----------------------------------------------------------------------


def _amendment(asked: Asked, reading: Reading) -> dict[str, Any]:
    """Return an amendment on the time line: from when, what it changes, and where before and after are seen."""
    amendment, since = reading.amendment, reading.since
    assert amendment is not None
    applied = since is None or since.known_on(asked.as_known_on)
    return {
        "amendment": amendment,
        "since": since,
        "status": status_words(amendment.status),
        "changes": list(changes_words(amendment)),
        "later": None if applied else amended_later_words(amendment, since, asked.as_known_on),
        "before": asked.here(as_known_on=_day_before(since)) if since else "",
        "compare": _compare(asked, amendment),
    }


def _day_before(since: When) -> str:
    return (since.first - timedelta(days=1)).isoformat()


def _compare(asked: Asked, amendment: Amendment) -> str:
    if amendment.unread is not None:
        return ""
    return asked.link(f"/avtal/{amendment.id}/andring")


# --- pots and terms --------------------------------------------------------------------


def _pot(asked: Asked, row: PlaceRow) -> dict[str, Any]:
    pot, agreement = row.pot, row.allocation.agreement
    return {
        "pot": pot,
        "amount": amount_said(pot.amount),
        "rule": describe_rule(pot.pot, asked.library.register),
        "states": list(state_words(pot)),
        "use": use_words(row),
        "status": status_words(pot.pot.status) if pot.pot.status and pot.pot.status != agreement.status else None,
        "known_from": pot.pot.known_from,
        "sources": [(name, agreement.sources[name].title) for name in pot.pot.source if name in agreement.sources],
        "annex": annex_words(pot.annex) if pot.annex else None,
        "equal": pot.annex is not None and pot.annex.equal == pot.annex.of,
        "deviations": deviations_grid(pot),
        "not_published": [who.short_name for who in pot.annex.not_published] if pot.annex else [],
    }


def _terms(allocation: Allocation, calendar: YearCalendar) -> dict[str, Any]:
    agreement, day = allocation.agreement, allocation.as_known_on
    leaves = {pot.path for pot in allocation.pots}
    dated = [one for one in calendar.calendar.events if isinstance(one.when, When)]
    return {
        "dates": dates_grid(dated) if dated else None,
        "undated": [*undated_words(_undated(calendar.calendar.events), ()), *gaps_counted(calendar.calendar.gaps)],
        "earmarks": [
            (path[-1] if path else "", path in leaves, aside_words(one)) for path, one in earmarks_known(agreement, day)
        ],
        "outside": [aside_words(one) for one in agreement.outside] if is_known(agreement, day) else [],
    }


def _undated(events: Sequence[Event]) -> list[Event]:
    return [one for one in events if not isinstance(one.when, When)]
