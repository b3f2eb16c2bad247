"""All grants of two years -> one workbook to filter: a sheet for each year, and both beside each other by formulas."""

from __future__ import annotations

from dataclasses import replace

from overens.export.workbook.model import Workbook
from overens.usecases.grants import AllGrants, GrantYear
from overens.usecases.grants_tables import beside_table, grants_of_year
from overens.usecases.wording.nothing import nothing_of
from overens.usecases.workbooks.cover import COVER, EMPTY, FORMULAS, ROUGH, BookIdentity, Check, workbook
from overens.usecases.workbooks.sources import SOURCES, sources_sheet
from overens.usecases.workbooks.table_sheet import SUBTOTAL, Live, Plan, Written, chosen, live, named_sheets, same_as
from overens.vocabulary.wording import Language, Text

_NOTE = Text(
    "Filtrera på rubrikerna: summan längst ned räknar bara de rader som syns. Ett bidrag som året saknar har en rad"
    " utan belopp, med skälet.",
    "Filter by the headings: the total at the bottom counts only the rows that show. A grant that the year lacks has a row"
    " without an amount, with the reason.",
)
_BESIDE = Text(
    "Ett belopp är tomt där det, eller en del av det, inte är känt; då finns ingen skillnad. Orden bredvid säger varför.",
    "An amount is empty where it, or a part of it, is not known; then there is no difference. The words beside it say why.",
)
_ORDER = (
    *("grant", "to", "amount_kr", "rough", "low_kr", "high_kr", "sureness", "status", "mark", "conditions", "paid"),
    *("requisition", "due", "decided", "known_from", "paid_by", "reason", "name", "pots", "kind", "not_counted_kr"),
    *("source", "source_address", "agreement", "series", "year", "page"),
)
"""What a reader asks first stands first: which grant, to whom, how much, how sure."""
_WIDTHS = {
    "grant": 34,
    "name": 44,
    "pots": 44,
    "reason": 60,
    "source": 44,
    "source_address": 40,
    "paid": 20,
    "due": 30,
    "to": 24,
    "sureness": 22,
}


def grants_workbook(found: AllGrants, about: BookIdentity) -> Workbook:
    """Return the workbook of all targeted grants."""
    language = about.language
    a, b = (str(year.year) for year in found.years)
    names = named_sheets(
        {
            "cover": COVER,
            "first": Text("Bidrag {year}", "Grants {year}", {"year": a}),
            "second": Text("Bidrag {year}", "Grants {year}", {"year": b}),
            "beside": Text("{a} och {b}", "{a} and {b}", {"a": a, "b": b}),
            "sources": SOURCES,
        },
        language,
    )
    years = [_year(year, names[name], about) for year, name in zip(found.years, ("first", "second"), strict=True)]
    both = _beside(found, years, names["beside"], language)
    behind = [allocation for year in found.years for allocation in year.of.allocations]
    sources = sources_sheet(behind, names["sources"], language)
    checks = [
        Check(
            Text("Alla kända belopp {year}", "All known amounts {year}", {"year": str(year.year)}),
            sheet.sum("amount_kr"),
            any(not one.exact for one in year.grants),
        )
        for year, sheet in zip(found.years, years, strict=True)
    ]
    nothing = [words for year in found.years if (words := nothing_of(year.of)) is not None]
    return workbook(about, (*years, both, sources), checks, [*nothing, FORMULAS, EMPTY, ROUGH])


def _year(year: GrantYear, name: str, about: BookIdentity) -> Live:
    plan = Plan(
        name,
        f"grants_{year.year}",
        (_NOTE,),
        summed=("amount_kr", "not_counted_kr"),
        inputs=("amount_kr",),
        links={
            "source_address": lambda values: str(values["source_address"]),
            "page": lambda values: str(values["page"]),
        },
        widths=_WIDTHS,
        filtered=True,
        by=SUBTOTAL,
    )
    order = [name for name in _ORDER if about.leads or name != "page"]
    table = grants_of_year(year)
    n = table.names.index("page")
    rows = tuple((*row[:n], about.href(str(row[n])) if row[n] else None, *row[n + 1 :]) for row in table.rows)
    return live(chosen(replace(table, rows=rows), order), plan, about.language)


def _beside(found: AllGrants, years: list[Live], name: str, language: Language) -> Live:
    table = beside_table(found)

    def of(year: Live) -> Written:
        return lambda here, values: year.sum_where(
            "amount_kr", ("series", same_as(here("series"), str(values["series"])))
        )

    formulas: dict[str, Written] = {
        "before_kr": of(years[0]),
        "after_kr": of(years[1]),
        "difference_kr": lambda here, _: f"{here('after_kr')}-{here('before_kr')}",
    }
    summed = ("before_kr", "after_kr")
    widths = {"grant": 44, "before": 50, "after": 50}
    plan = Plan(name, "beside", (_BESIDE,), formulas, summed, widths=widths, frozen=2, filtered=True, by=SUBTOTAL)
    return live(table, plan, language)
