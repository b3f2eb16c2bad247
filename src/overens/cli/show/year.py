"""A year -> its tables in the terminal."""

from __future__ import annotations

from collections.abc import Callable

from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import mkr, say, tenths
from overens.usecases.wording.amounts import whole_millions
from overens.usecases.wording.nothing import no_agreements, not_known_then
from overens.usecases.wording.year import (
    NONE_BY_REGION,
    anything_regional,
    contradiction_words,
    printed_sum_words,
    region_notes,
)
from overens.usecases.year import Year, not_computed


def show_year(page: Page, year: Year) -> None:
    """Print the regions, the counties and the agreements of a year."""
    if not year.allocations and not year.not_yet_known:
        page.line(say(no_agreements(year.year, year.years_in_library)))
        return
    page.heading(t("Regionerna {year}, miljoner kronor", "The regions {year}, millions of kronor", year=str(year.year)))
    _regions(page, year)
    if year.counties:
        _counties(page, year)
    if year.not_yet_known:
        page.line(say(not_known_then(year.not_yet_known, year.as_known_on)))
    page.heading(t("Avtalen {year}, miljoner kronor", "The agreements {year}, millions of kronor", year=str(year.year)))
    _agreements(page, year)
    _printed(page, year)


def _counties(page: Page, year: Year) -> None:
    page.heading(t("Till kommunerna, per län, miljoner kronor", "To the municipalities, by county, millions of kronor"))
    rows = [(row.area.name, whole_millions(row.published_kr), whole_millions(row.awarded_kr)) for row in year.counties]
    printed = whole_millions(sum(r.published_kr or 0 for r in year.counties))
    awarded = whole_millions(sum(r.awarded_kr for r in year.counties))
    headings = (t("Län", "County"), t("Tryckt", "Printed"), t("Tilldelat länet", "Awarded to the county"))
    page.table(headings, rows, right=(1, 2), total=(t("Summa", "Total"), printed, awarded))


def _printed(page: Page, year: Year) -> None:
    """Print the sums that were printed over several agreements, and what does not agree."""
    for one in year.sums:
        page.line(say(printed_sum_words(one)))
    if year.contradictions:
        page.heading(t("Motsägelser i det tryckta", "Contradictions in what was printed"))
        page.notes(say(contradiction_words(one)) for _, one in year.contradictions)


def _regions(page: Page, year: Year) -> None:
    printed = any(row.published_kr is not None for row in year.regions)
    rows = year.regions
    if not anything_regional(rows):
        page.line(say(NONE_BY_REGION))
        return
    columns: list[tuple[str, list[int | None], Callable[[int | None], str]]] = [
        (t("Säkert", "Sure"), [r.verified_kr for r in rows], mkr),
        (t("Härlett", "Inferred"), [r.inferred_kr for r in rows], mkr),
    ]
    if printed:
        columns.insert(0, (t("Tryckt", "Printed"), [r.published_kr for r in rows], whole_millions))
        columns.append((t("Rest", "Residual"), [r.residual_kr for r in rows], mkr))
    if any(r.outside_kr for r in rows):
        columns.append((t("Utanför", "Outside"), [r.outside_kr for r in rows], mkr))
    if any(r.ceiling_kr for r in rows):
        columns.append((t("Ej beräknat", "Not computed"), [r.ceiling_kr or None for r in rows], mkr))
    body = [(row.recipient.short_name, *(show(values[n]) for _, values, show in columns)) for n, row in enumerate(rows)]
    total = (t("Summa", "Total"), *(show(sum(v or 0 for v in values)) for _, values, show in columns))
    headings = (t("Region", "Region"), *(name for name, _, _ in columns))
    page.table(headings, body, right=range(1, len(headings)), total=total)
    page.notes(say(note) for note in region_notes(rows, printed))


def _agreements(page: Page, year: Year) -> None:
    rows = []
    for a in year.allocations:
        left = [pot.id for pot in not_computed(a)]
        total = tenths(a.whole.amount.kr) if a.whole.amount else "–"
        rows.append(
            (
                a.agreement.id,
                total,
                mkr(a.whole.awarded_kr) if any(pot.awards for pot in a.pots) else t("ej beräknat", "not computed"),
                mkr(a.whole.undistributed_kr),
                str(len(left)) if left else "",
            )
        )
    headings = (
        t("Avtal", "Agreement"),
        t("Belopp", "Total"),
        t("Tilldelat", "Awarded"),
        t("Ej fördelat", "Undistributed"),
        t("Ej beräknade potter", "Pots not computed"),
    )
    page.table(headings, rows, right=(1, 2, 3, 4), whole=(0,))
