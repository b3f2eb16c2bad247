"""A year -> the page that says how much the state gives, to whom, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from overens.allocation.model import Allocation
from overens.export.workbook.model import Workbook
from overens.figures.population import (
    ROUNDED_WHEN_SHOWN,
    Population,
    kr_each,
)
from overens.usecases import reproduce
from overens.usecases.coverage import Coverage, CoveredSeries, show_coverage
from overens.usecases.coverage_tables import coverage_table
from overens.usecases.documents.year import year_with_sums
from overens.usecases.pictures.year import year_pictures
from overens.usecases.population import regional_populations
from overens.usecases.pot_sums import PotSum, pot_sums, pot_sums_table
from overens.usecases.program import Again
from overens.usecases.wording.agreement import NOT_COMPUTED, annex_badges
from overens.usecases.wording.amounts import amount_said
from overens.usecases.wording.nothing import nothing_of
from overens.usecases.wording.titles import year_title
from overens.usecases.wording.year import (
    NONE_BY_REGION,
    anything_regional,
    contradiction_words,
    printed_sum_words,
    region_notes,
)
from overens.usecases.workbooks.cover import BookIdentity
from overens.usecases.workbooks.year import year_workbook
from overens.usecases.year import Year, show_year
from overens.usecases.year_tables import agreements_table, counties_table, regions_table
from overens.vocabulary.money import Precision
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, counted, join_texts, plain, swedish_order
from overens.web.agreement_grids import is_rough
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.find import find_year
from overens.web.grid import CellView, Grid, SumOf, mkr, money, place_name, words
from overens.web.ordering import ordered
from overens.web.standing_sums import sum_cell, to_whom_grid, tops
from overens.web.table_grid import Row, Shown, table_grid
from overens.web.taken_workbook import workbook_file

Counted = Mapping[str, Population]
"""Region code -> its population."""


def answer(asked: Asked) -> Answer:
    """Return the year's page; a year without agreements says what there is."""
    year = show_year(asked.library, find_year(asked), asked.as_known_on)
    sums = pot_sums(year.allocations)
    populations = regional_populations(asked.library, year)
    heads = {code: one.inhabitants for code, one in populations.items()}
    lacking = show_coverage(asked.library, year.year, year.year)
    tables = {
        "regions": regions_table(year, heads),
        "counties": counties_table(year),
        "agreements": agreements_table(year),
        "pots": pot_sums_table(sums, Text("Potter {year}, kronor", "Pots {year}, kronor", {"year": str(year.year)})),
        "coverage": coverage_table(lacking),
    }
    shown = _shown(asked, year, tables, populations)
    title = year_title(year.year)

    def book(about: BookIdentity) -> Workbook:
        return year_workbook(year, sums, heads, lacking, asked.library.register, about, nothing_of(year))

    return Answer(
        title,
        "year.html",
        {**shown, **_summed(year, sums), **_missing(lacking)},
        tables,
        lambda _: year_with_sums(year, sums, heads),
        year_pictures(year, heads),
        allocations=year.allocations,
        files=workbook_file(asked, title, book),
        again=Again(reproduce.year, (year.year,)),
    )


def _shown(asked: Asked, year: Year, tables: Mapping[str, Any], populations: Counted) -> dict[str, Any]:
    printed = any(row.published_kr is not None for row in year.regions)
    per_head = next(iter(populations.values()), None)
    regions = _regions(asked, year, tables, populations)
    return {
        "of_year": year,
        "nothing": nothing_of(year),
        "years": year.years_in_library,
        "before": max((one for one in year.years_in_library if one < year.year), default=None),
        "after": min((one for one in year.years_in_library if one > year.year), default=None),
        "regions": regions if anything_regional(year.regions) else None,
        "none_by_region": NONE_BY_REGION,
        "notes": list(region_notes(year.regions, printed)),
        "counted_by": _counted_by(per_head) if per_head else None,
        "rounded": ROUNDED_WHEN_SHOWN,
        "counties": _counties(asked, year, tables) if year.counties else None,
        "agreements": _agreements(asked, year, tables) if year.allocations else None,
        "printed_sums": [printed_sum_words(one) for one in year.sums],
        "contradictions": [contradiction_words(one) for _, one in year.contradictions],
        "areas": sorted(asked.library.register.areas, key=lambda area: swedish_order(area.short_name)),
        "word": asked.addresses.word,
    }


def _counted_by(one: Population) -> Text:
    return Text(
        "Per invånare: allt som är beräknat, delat med folkmängden per {day} ({source}).",
        "Per inhabitant: all that is computed, divided by the population on {day} ({source}).",
        {"day": one.measured_on, "source": ", ".join(filter(None, (one.source, one.publisher)))},
    )


# --- how much, to whom, how sure -----------------------------------------------------


def _summed(year: Year, sums: Sequence[PotSum]) -> dict[str, Any]:
    unknown = sum(one.amount_kr is None for one in sums)
    return {
        "whole": sum_cell(sums, "amount_kr", unit=True),
        "n_agreements": counted(len(year.allocations), ("avtal", "avtal"), ("agreement", "agreements")),
        "unknown": counted(unknown, ("pott", "potter"), ("pot", "pots")) if unknown else None,
        "tops": tops(sums),
        "to_whom": to_whom_grid(sums) if sums else None,
    }


# --- the tables ---------------------------------------------------------------------


def _regions(asked: Asked, year: Year, tables: Mapping[str, Any], populations: Counted) -> Grid:
    by_code = {row.recipient.code: row.recipient for row in year.regions}
    table = ordered(tables["regions"], asked.sort, asked.language)
    n = {name: table.names.index(name) for name in table.names}
    there = [name for name in _REGION_COLUMNS if any(row[n[name]] for row in table.rows)]
    printed = "published_kr" in there
    columns = [
        Shown("name", lambda row: _place(asked, year.year, by_code[str(row["code"])])),
        *(Shown(name, heading=_OF_PRINTED.get(name) if printed else None, total=True, amount=mkr) for name in there),
        *((Shown("computed_per_inhabitant", _each),) if populations else ()),
    ]
    caption = Text(
        "Miljoner kronor till varje region; följ namnet för att se mer. Exakta kronor finns i CSV.",
        "Millions of kronor to each region; follow the name to see more. Exact kronor are in the CSV.",
    )
    return table_grid(table, columns, caption, "regions", Text("Summa", "Total"))


_OF_PRINTED = {
    "verified_kr": Text("Säkert, i tabellen", "Certain, in the table"),
    "inferred_kr": Text("Härlett, i tabellen", "Inferred, in the table"),
}
_REGION_COLUMNS = ("published_kr", "verified_kr", "inferred_kr", "residual_kr", "outside_table_kr", "ceiling_kr")


def _place(asked: Asked, year: int, who: Recipient) -> CellView:
    return words(place_name(who), asked.link(f"/{year}/{asked.addresses.word(who)}"))


def _each(row: Row) -> CellView:
    share = row["computed_per_inhabitant"]
    return words(kr_each(share)) if isinstance(share, Fraction) else words("–")


def _counties(asked: Asked, year: Year, tables: Mapping[str, Any]) -> Grid:
    by_code = {row.area.code: row.area for row in year.counties}
    columns = [
        Shown("name", lambda row: _place(asked, year.year, by_code[str(row["code"])])),
        Shown("published_kr", total=True),
        Shown("awarded_kr", total=True),
    ]
    caption = Text("Kronor till kommunerna i varje län.", "Kronor to the municipalities of each county.")
    return table_grid(tables["counties"], columns, caption, "counties", Text("Summa", "Total"))


def _agreements(asked: Asked, year: Year, tables: Mapping[str, Any]) -> Grid:
    amounts = {a.agreement.id: a.whole.amount for a in year.allocations}
    awarded = {a.agreement.id: any(pot.awards for pot in a.pots) for a in year.allocations}
    badges = {a.agreement.id: _badges(a) for a in year.allocations}
    lapsed = any(a.whole.lapsed_kr for a in year.allocations)
    rough = {a.agreement.id: is_rough(a) for a in year.allocations}
    about = {name: amount is not None and amount.precision is not Precision.EXACT for name, amount in amounts.items()}
    columns = [
        Shown("name", lambda row: words(str(row["name"]), asked.link(f"/avtal/{row['id']}"), badges[str(row["id"])])),
        Shown(
            "total_kr",
            lambda row: _as_said(amount_said(amounts[str(row["id"])]), row["total_kr"]),
            None,
            True,
            _in(about),
        ),
        Shown("awarded_kr", lambda row: _awarded(row, awarded, rough), None, True, _in(rough)),
        *((Shown("lapsed_kr", total=True),) if lapsed else ()),
        Shown("undistributed_kr", lambda row: _kronor(row, "undistributed_kr", about), None, True, _in(about)),
        Shown("pots_not_computed"),
    ]
    caption = Text("Årets avtal; följ namnet för att se vad som avtalats.", "The year's agreements; follow the name.")
    return table_grid(tables["agreements"], columns, caption, "agreements", Text("Summa", "Total"))


def _badges(allocation: Allocation) -> Text | None:
    found = [one.words for one in annex_badges(allocation)]
    return join_texts(found, "; ") if found else None


def _as_said(said: str, value: object) -> CellView:
    return CellView(plain(said), value=value if isinstance(value, int) else None)


def _awarded(row: Row, awarded: Mapping[str, bool], rough: Mapping[str, bool]) -> CellView:
    return _kronor(row, "awarded_kr", rough) if awarded[str(row["id"])] else words(NOT_COMPUTED)


def _kronor(row: Row, name: str, rough: Mapping[str, bool]) -> CellView:
    value = row[name]
    return money(value if isinstance(value, int) else None, rough=bool(value) and rough[str(row["id"])])


def _in(rough: Mapping[str, bool]) -> Callable[[int | None, SumOf | None], CellView]:
    """Return how the sum of all is shown: rounded where a part of it is."""
    return lambda kr, sum_of: money(kr, sum_of, rough=any(rough.values()))


# --- what is not here, and every municipality ---------------------------------------


def _missing(every: Sequence[CoveredSeries]) -> dict[str, Any]:
    lacking = [one for one in every if one.years[0].state is Coverage.MISSING]
    return {
        "missing": [(one.name, amount_said(one.years[0].amount), one.years[0].reason) for one in lacking],
        "n_missing": counted(len(lacking), ("bidrag", "bidrag"), ("grant", "grants")),
    }
