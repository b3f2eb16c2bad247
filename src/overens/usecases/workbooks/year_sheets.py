"""A year's regions, counties, agreements and what is missing -> sheets whose kronor are formulas over awards and pots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from overens.allocation.model import Allocation
from overens.export.csv_table import Cell, Table
from overens.notice.standing import Standing, standing_words
from overens.usecases.tables import LEAST, MOST
from overens.usecases.wording.year import region_notes
from overens.usecases.workbooks.table_sheet import (
    Here,
    Live,
    Plan,
    Written,
    chosen,
    live,
    quoted_words,
    same_as,
    sum_of,
    where_anything,
    with_rough,
)
from overens.usecases.workbooks.words import REASON, ROUGH, roughly
from overens.usecases.workbooks.year_pots import NOT_COMPUTED
from overens.usecases.year import Year
from overens.usecases.year_tables import agreements_table, counties_table, regions_table
from overens.vocabulary.money import Precision
from overens.vocabulary.recipients import RecipientKind, kind_words
from overens.vocabulary.sources import status_words
from overens.vocabulary.wording import NO, YES, Language, counted

_SUMMED_REGIONS = (
    *("published_kr", "verified_kr", "inferred_kr", "residual_kr", "outside_table_kr", "ceiling_kr"),
    *("computed_kr", "inhabitants"),
)
_COMPUTED = ("verified_kr", "inferred_kr", "outside_table_kr")


def regions_sheet(year: Year, inhabitants: Mapping[str, int], awards: Live, name: str, language: Language) -> Live:
    """Return the regions: sums of their awards, what the printed table leaves, and kronor per inhabitant."""
    table = where_anything(
        regions_table(year, inhabitants), ("code", "name", "verified_kr", "inferred_kr", "computed_kr")
    )
    rough = _rough(year, RecipientKind.REGION)
    table = with_rough(table, "name", ROUGH, [row.recipient.code in rough for row in year.regions])
    certain, inferred = (
        quoted_words(standing_words(one).say(language)) for one in (Standing.CERTAIN, Standing.INFERRED)
    )
    yes, no = (quoted_words(one.say(language)) for one in (YES, NO))

    def of(here: Here, column: str, *more: tuple[str, str]) -> str:
        region = quoted_words(kind_words(RecipientKind.REGION).say(language))
        return awards.sum_where(column, ("kind", region), ("code", here("code")), *more)

    def inside(sureness: str) -> Written:
        return lambda here, _: of(here, "awarded_kr", ("sureness", sureness), ("in_table", yes))

    formulas: dict[str, Written] = {
        "verified_kr": inside(certain),
        "inferred_kr": inside(inferred),
        "residual_kr": lambda here, _: f"{here('published_kr')}-{here('verified_kr')}-{here('inferred_kr')}",
        "outside_table_kr": lambda here, _: of(here, "awarded_kr", ("in_table", no)),
        "ceiling_kr": lambda here, _: of(here, "ceiling_kr"),
        "computed_kr": lambda here, _: "+".join(here(one) for one in _COMPUTED if one in table.names),
        "computed_per_inhabitant": lambda here, _: f"{here('computed_kr')}/{here('inhabitants')}",
    }
    printed = any(row.published_kr is not None for row in year.regions)
    summed = [one for one in _SUMMED_REGIONS if one in table.names]
    plan = Plan(
        name,
        "regions",
        tuple(region_notes(year.regions, printed)),
        formulas,
        summed,
        per_inhabitant(table, "computed_kr", "computed_per_inhabitant"),
        frozen=2,
    )
    return live(table, plan, language)


def _rough(year: Year, kind: RecipientKind) -> frozenset[str]:
    """Return the codes of those who are awarded something that is not exact."""
    awards = (award for one in year.allocations for pot in one.pots for award in pot.awards)
    return frozenset(
        award.recipient.code
        for award in awards
        if award.recipient.kind is kind and award.amount.precision is not Precision.EXACT
    )


def per_inhabitant(table: Table, kr: str, column: str) -> dict[str, tuple[Callable[[Here], str], Fraction]]:
    """Return the total of a column of kronor per inhabitant: all kronor by all inhabitants, where everyone's are known."""
    if column not in table.names:
        return {}
    heads = [row[table.names.index("inhabitants")] for row in table.rows]
    if None in heads:
        return {}
    value = Fraction(sum_of(table, kr), sum_of(table, "inhabitants"))
    return {column: (lambda here: f"{here(kr)}/{here('inhabitants')}", value)}


def counties_sheet(year: Year, awards: Live, name: str, language: Language) -> Live:
    """Return the counties whose municipalities share a sum."""
    table = chosen(counties_table(year), ("code", "name", "published_kr", "awarded_kr"))
    rough = _rough(year, RecipientKind.AREA)
    table = with_rough(table, "name", ROUGH, [row.area.code in rough for row in year.counties])
    area = quoted_words(kind_words(RecipientKind.AREA).say(language))
    formulas: dict[str, Written] = {
        "awarded_kr": lambda here, _: awards.sum_where("awarded_kr", ("kind", area), ("code", here("code"))),
    }
    printed = ("published_kr",) if sum_of(table, "published_kr") else ()
    return live(table, Plan(name, "counties", (), formulas, (*printed, "awarded_kr"), frozen=2), language)


def agreements_sheet(year: Year, pots: Live, name: str, language: Language) -> Live:
    """Return the agreements: what the pots' sheet gives of each, and what of its total that leaves."""
    table = _agreements_table(year.allocations, agreements_table(year))

    def of(column: str) -> Written:
        return lambda here, values: pots.sum_where(column, ("agreement", same_as(here("id"), str(values["id"]))))

    not_computed = quoted_words(NOT_COMPUTED.say(language))
    formulas: dict[str, Written] = {
        "total_kr": of("amount_kr"),
        "awarded_kr": lambda here, values: f"{of('certain_kr')(here, values)}+{of('inferred_kr')(here, values)}",
        "lapsed_kr": of("lapsed_kr"),
        "undistributed_kr": lambda here, _: f"{here('total_kr')}-{here('awarded_kr')}-{here('lapsed_kr')}",
        "pots_not_computed": lambda here, values: (
            f"COUNTIFS({pots.column('agreement')},{same_as(here('id'), str(values['id']))},"
            f"{pots.column('state')},{not_computed},{pots.column('pot')},{quoted_words('?*')})"
        ),
    }
    summed = ("total_kr", "awarded_kr", "lapsed_kr", "undistributed_kr", "pots_not_computed")
    return live(table, Plan(name, "agreements", (), formulas, summed, frozen=2), language)


def _agreements_table(allocations: Iterable[Allocation], whole: Table) -> Table:
    """Return the agreements with how rough each total is; what is awarded of one that is not computed is empty."""
    at = {name: n for n, name in enumerate(whole.names)}
    rows: list[tuple[Cell, ...]] = []
    for allocation, row in zip(allocations, whole.rows, strict=True):
        n = row[at["pots_not_computed"]]
        awarded = any(pot.awards for pot in allocation.pots)
        kr = [row[at[name]] if awarded else None for name in ("awarded_kr", "lapsed_kr", "undistributed_kr")]
        why = (
            counted(
                n,
                ("pott är inte beräknad", "potter är inte beräknade"),
                ("pot is not computed", "pots are not computed"),
            )
            if isinstance(n, int) and n
            else None
        )
        rows.append(
            (
                *row[:2],
                status_words(allocation.agreement.status),
                row[3],
                *roughly(allocation.whole.amount),
                *kr,
                n,
                why,
            )
        )
    names = ("id", "name", "status", "total_kr", "rough", "low_kr", "high_kr")
    heads = [whole.headings[at[one]] for one in ("awarded_kr", "lapsed_kr", "undistributed_kr", "pots_not_computed")]
    return Table(
        whole.title,
        (*names, "awarded_kr", "lapsed_kr", "undistributed_kr", "pots_not_computed", "reason"),
        (*whole.headings[:4], ROUGH, LEAST, MOST, *heads, REASON),
        tuple(rows),
    )
