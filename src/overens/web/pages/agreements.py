"""The library -> the page that lists every agreement by year, to be narrowed by year and words."""

from __future__ import annotations

from collections.abc import Sequence

from overens.followup.wording import when_words
from overens.usecases.agreements import (
    ListedAgreement,
    agreement_list_document,
    agreement_list_table,
    list_agreements,
)
from overens.usecases.wording.agreement import NOT_COMPUTED
from overens.usecases.wording.amounts import amount_said
from overens.vocabulary.periods import year_spans
from overens.vocabulary.sources import grant_kind_words, status_words
from overens.vocabulary.wording import Text, counted, plain
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.grid import CellView, Grid, SumOf, mkr, words
from overens.web.ordering import ordered
from overens.web.parameters import one, read_year
from overens.web.table_grid import Row, Shown, plain_cell, table_grid

TAKES = ("year", "q")
YEARS_AT_ONCE = 3
"""As many years, the newest, as are shown when nothing is asked for; the others have a page each."""


def answer(asked: Asked) -> Answer:
    """Return the list of agreements."""
    year, wanted = read_year(asked.values, "year"), one(asked.values, "q")
    found = list_agreements(asked.library, year, wanted, asked.as_known_on)
    table, every = agreement_list_table(found), sorted({_year(listed) for listed in found}, reverse=True)
    years = every if year or wanted else every[:YEARS_AT_ONCE]
    other = [one for one in every if one not in years]
    total = sum(listed.allocation.whole.amount.kr for listed in found if listed.allocation.whole.amount)
    return Answer(
        Text("Alla avtal", "All agreements"),
        "agreements.html",
        {
            "agreements": _grid(asked, _at_once(found, years)) if found else None,
            "shown_years": year_spans(years) if other else "",
            "other_years": [(other_year, asked.link("/avtal", year=str(other_year))) for other_year in other],
            "n": counted(len(found), ("avtal", "avtal"), ("agreement", "agreements")),
            "total": mkr(total, SumOf("total_kr", table="agreements"), rough=True, unit=True),
            "years": sorted(asked.library.years, reverse=True),
            "chosen": year,
            "wanted": wanted,
        },
        {"agreements": table},
        lambda _: agreement_list_document(found),
        allocations=tuple(listed.allocation for listed in found),
    )


def _year(listed: ListedAgreement) -> int:
    return listed.allocation.agreement.years[0]


def _at_once(found: tuple[ListedAgreement, ...], years: Sequence[int]) -> tuple[ListedAgreement, ...]:
    return tuple(listed for listed in found if _year(listed) in years)


def _grid(asked: Asked, found: tuple[ListedAgreement, ...]) -> Grid:
    by_id = {listed.allocation.agreement.id: listed for listed in found}
    table = ordered(agreement_list_table(found), asked.sort, asked.language)

    def listed(row: Row) -> ListedAgreement:
        return by_id[str(row["id"])]

    columns = [
        Shown("name", lambda row: _name(asked, listed(row))),
        Shown("year", lambda row: words(str(row["year"]))),
        Shown("kind", lambda row: words(grant_kind_words(listed(row).allocation.agreement.kind))),
        Shown("decided", lambda row: words(when_words(listed(row).allocation.agreement.decided))),
        Shown("status", lambda row: words(status_words(listed(row).allocation.agreement.status))),
        Shown("total_kr", lambda row: _total(listed(row), row)),
        Shown("awarded_kr", lambda row: _awarded(listed(row), row)),
    ]
    caption = Text("Nyast år först; följ namnet för att se vad som avtalats.", "Newest year first; follow the name.")
    return table_grid(table, columns, caption, "agreements")


def _name(asked: Asked, listed: ListedAgreement) -> CellView:
    agreement = listed.allocation.agreement
    series = listed.series.name
    return words(
        agreement.name, asked.link(f"/avtal/{agreement.id}"), plain(series) if series not in agreement.name else None
    )


def _total(listed: ListedAgreement, row: Row) -> CellView:
    value = row["total_kr"]
    said = amount_said(listed.allocation.whole.amount)
    return CellView(plain(said), value=value if isinstance(value, int) else None)


def _awarded(listed: ListedAgreement, row: Row) -> CellView:
    pots = len(listed.allocation.pots)
    if not any(pot.awards for pot in listed.allocation.pots):
        return words(NOT_COMPUTED)
    cell = plain_cell("awarded_kr", row["awarded_kr"])
    if listed.computed == pots:
        return cell
    note = Text("{n} av {of} potter", "{n} of {of} pots", {"n": listed.computed, "of": pots})
    return CellView(cell.text, value=cell.value, note=note)
