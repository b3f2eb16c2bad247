"""A place, a year and a pot -> the page that tells how each krona was computed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from overens.allocation.describe import describe_rule
from overens.allocation.explain import StepKind
from overens.allocation.explain_results import published_kr
from overens.allocation.run_record import record_run
from overens.export.csv_table import Table
from overens.export.workbook.model import Workbook
from overens.notice.standing import standing_of
from overens.usecases import reproduce
from overens.usecases.documents.agreement import explanation_document
from overens.usecases.documents.sensitivity import sensitivity_document
from overens.usecases.pictures.why import why_pictures
from overens.usecases.program import Again
from overens.usecases.reproduce import name_for
from overens.usecases.sensitivity import show_sensitivity
from overens.usecases.source_links import source_links
from overens.usecases.tables import explanation_table
from overens.usecases.why import Why, recipients_table, show_why
from overens.usecases.wording.amounts import amount_said
from overens.usecases.wording.place import certainty_of, kronor_of, to_the_county
from overens.usecases.wording.sensitivity import sensitivity_words
from overens.usecases.wording.why import (
    goes_to_words,
    not_then_words,
    rank_words,
    step_fractions,
    step_heading,
    why_title,
)
from overens.usecases.workbooks.cover import BookIdentity
from overens.usecases.workbooks.why import why_workbook
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, percent, plain
from overens.web.answer import Answer, Elsewhere
from overens.web.asked import Asked
from overens.web.command import command_line
from overens.web.find import find_agreement, find_place, find_pot, find_year, of_its_year
from overens.web.grid import CellView, Grid, SumOf, money, words
from overens.web.ordering import ordered
from overens.web.table_grid import Row, Shown, plain_cell, table_grid
from overens.web.taken_workbook import workbook_file

MOST_SHOWN = 30
"""A longer table is folded."""
MOST_LINKS = 100
"""In a longer table only names of the own county are links, so that the page stays light."""


def answer(asked: Asked) -> Answer | Elsewhere:
    """Return the page, or its own address."""
    agreement = find_agreement(asked, asked.words["agreement"])
    year = of_its_year(asked, find_year(asked), agreement)
    who = find_place(asked, f"/{year}/{{}}/{agreement}/{asked.words['pot']}")
    if isinstance(who, Elsewhere):
        return who
    allocation = asked.library.allocation(agreement, asked.as_known_on)
    pot = find_pot(asked, allocation, f"/{year}/{asked.addresses.word(who)}")
    own = f"/{year}/{asked.addresses.word(who)}/{agreement}/{pot.id}"
    if own != asked.target.path:
        return Elsewhere(asked.moved(asked.target.moved(own)))
    why = show_why(allocation, pot, who, asked.library.register)

    def book(about: BookIdentity) -> Workbook:
        return why_workbook(why, asked.library.register, about)

    return Answer(
        why_title(why),
        "why.html",
        _context(asked, why, year),
        {"recipients": recipients_table(allocation, pot), "steps": explanation_table(why.explanation)},
        lambda language: {
            **explanation_document(allocation, why.explanation, language),
            "sensitivity": sensitivity_document(show_sensitivity(asked.library, allocation, pot, why.who), language),
        },
        why_pictures(why),
        allocations=(allocation,),
        again=Again(reproduce.why, (name_for(who, asked.library.register), agreement, pot.id)),
        files=workbook_file(asked, why_title(why), book),
    )


def _context(asked: Asked, why: Why, year: int) -> dict[str, Any]:
    register = asked.library.register
    not_then = not_then_words(why)
    name = f"{why.allocation.agreement.id}/{why.pot.id}"
    return {
        "why": why,
        "year_asked": year,
        "word": asked.addresses.word(why.who),
        "rule": None if not_then else describe_rule(why.pot.pot, register),
        "not_then": not_then,
        "goes_to": None if why.row or not_then else goes_to_words(why, register),
        "facts": _facts(why),
        "county_gets": to_the_county(why.county) if why.county else None,
        "county_href": _why_href(asked, year, why, why.explanation.area) if why.explanation.area else "",
        "instead": [(one, href) for one in why.instead if (href := _why_href(asked, year, why, one))],
        "steps": _steps(why),
        "more": _more(asked, why),
        "recipients": _recipients(asked, why, year),
        "folded": len(why.pot.recipients) > MOST_SHOWN and not asked.sort,
        "run": record_run(why.allocation),
        "command": command_line(asked, "explain", why.who.name, name),
    }


def _facts(why: Why) -> list[dict[str, Any]]:
    """Return the result and what stands beside it, each with its heading and a remark."""
    award, annex = why.explanation.award, why.pot.annex
    if why.row is None:
        return []
    standing = standing_of(why.row).name.lower().replace("_", "-")
    where = (("kind", why.who.kind.name.lower()), ("code", why.who.code))
    shown = CellView(kronor_of(why.row))
    if award is not None:
        exact = award.amount.low == award.amount.high
        shown = money(award.amount.kr, SumOf("awarded_kr", where, "recipients"), rough=not exact)
    found = [_fact(Text("Till {who}", "To {who}", {"who": why.who.name}), shown, certainty_of(why.row), standing)]
    if award is None and why.pot.amount is not None:
        found.append(_fact(Text("Hela potten", "The whole pot"), words(amount_said(why.pot.amount)), None))
    if why.share is not None and len(why.pot.awards) > 1:
        share = percent(why.share, 3)
        found.append(
            _fact(Text("Andel av det som delats ut", "Part of what is given out"), words(share), rank_words(why))
        )
    if award is not None and annex is not None:
        published = published_kr(annex, why.who, award)
        found.append(
            _fact(
                _PUBLISHED,
                money(published, SumOf("published_kr", where, "recipients")),
                _against(published, award.amount.kr),
            )
        )
    return found


_PUBLISHED = Text("Publicerad tabell", "Published table")


def _fact(name: Text, shown: CellView, note: Text | None, standing: str = "") -> dict[str, Any]:
    return {"name": name, "shown": shown, "note": note, "standing": standing}


def _against(published: int | None, awarded: int) -> Text:
    if published is None:
        return Text("visar inget belopp här", "shows no amount here")
    if published == awarded:
        return Text("lika, till kronan", "equal, to the krona")
    return Text("skiljer {kr}", "differs by {kr}", {"kr": money(published - awarded).text})


def _steps(why: Why) -> list[dict[str, Any]]:
    """Return the steps, each exact fraction where it first is."""
    found, told = [], set()
    for step in why.explanation.steps:
        fractions = [(name, value) for name, value in step_fractions(step) if value.say() not in told]
        told |= {value.say() for _, value in fractions}
        sources = source_links(step.cited) if step.kind in (StepKind.POT, StepKind.KEY, StepKind.PERFORMANCE) else []
        heading = step_heading(step.kind)
        found.append({"heading": heading, "text": step.text, "fractions": fractions, "sources": sources})
    return found


def _more(asked: Asked, why: Why) -> list[Text]:
    """Return what one per cent more of each figure would give, or why that cannot be said; nothing without an award."""
    if why.explanation.award is None:
        return []
    found = show_sensitivity(asked.library, why.allocation, why.pot, why.who)
    if isinstance(found, Text):
        return [Text("Det går inte att säga: {why}.", "It cannot be said: {why}.", {"why": found})]
    return [sensitivity_words(one) for one in found]


def _why_href(asked: Asked, year: int, why: Why, who: Recipient) -> str:
    """Return the address of the same pot for another; nothing for one that has no page: SKR, an agency."""
    if (who.kind, who.code) not in asked.addresses.words:
        return ""
    return asked.link(f"/{year}/{asked.addresses.word(who)}/{why.allocation.agreement.id}/{why.pot.id}")


def _recipients(asked: Asked, why: Why, year: int) -> Grid | None:
    if not why.pot.recipients:
        return None
    table = ordered(recipients_table(why.allocation, why.pot), asked.sort, asked.language)
    by_name = {(one.kind.name.lower(), one.code): one for one in why.pot.recipients}

    def who(row: Row) -> Recipient:
        return by_name[(str(row["kind"]), str(row["code"]))]

    def name(row: Row) -> CellView:
        near = len(by_name) <= MOST_LINKS or who(row).county == why.who.county
        return words(plain(who(row).name), _why_href(asked, year, why, who(row)) if near else "")

    columns = [Shown("name", name), *(_shown(one) for one in table.names[3:] if one not in _left_out(table))]
    caption = Text("Alla som potten går till", "All that the pot goes to")
    if len(by_name) > MOST_LINKS:
        caption = Text(
            "Alla som potten går till; namnen i det egna länet leder till samma fråga för dem",
            "All that the pot goes to; the names in the same county lead to the same question for them",
        )
    total = Text("Summa", "Total") if why.pot.awards else None
    own = (why.who.kind, why.who.code)
    return table_grid(table, columns, caption, "recipients", total, lambda row: (who(row).kind, who(row).code) == own)


def _left_out(table: Table) -> set[str]:
    """Return the columns that the page does not show: the mark, which is of the pot, and shares that are all alike."""
    shares = {row[table.names.index("share")] for row in table.rows} if "share" in table.names else set()
    return {"mark", "share"} if len(shares) == 1 else {"mark"}


def _shown(name: str) -> Shown:
    return Shown(name, (lambda row: _percent(row, name)) if name == "share" else None, total=name == "awarded_kr")


def _percent(row: Row, name: str) -> CellView:
    share = row[name]
    return words(percent(Fraction(share), 3)) if isinstance(share, Fraction | int) else plain_cell(name, share)
