"""Every grant of a year and the next -> the terminal: a table for each year, and what each lacks."""

from __future__ import annotations

from overens.cli.language import count, t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.notice.standing import standing_words
from overens.usecases.grants import AllGrants, Grant, GrantYear
from overens.usecases.pot_sums import to_whom_words
from overens.usecases.wording.amounts import kr_words
from overens.usecases.wording.nothing import nothing_of
from overens.usecases.wording.titles import grants_title
from overens.vocabulary.sources import status_words


def show_all_grants(page: Page, found: AllGrants) -> None:
    """Print both years, the earlier first."""
    page.heading(say(grants_title(found.years[0].year)))
    for year in found.years:
        _show_year(page, year)
    page.blank()
    page.line(
        t(
            "Som arbetsbok med filter, villkor och källor: --xlsx --out FIL.",
            "As a workbook with filters, terms and sources: --xlsx --out FILE.",
        )
    )


def _show_year(page: Page, year: GrantYear) -> None:
    page.heading(str(year.year))
    nothing = nothing_of(year.of)
    if nothing is not None:
        page.line(say(nothing))
    if year.grants:
        headings = (t("Bidrag", "Grant"), t("Till", "To"), t("Belopp", "Amount"), t("Hur säkert", "How sure"), "Status")
        rough = any(not one.exact for one in year.grants)
        total = (t("Summa", "Total"), "", kr_words(year.total_kr, exact=not rough), "", "")
        page.table(headings, [_row(one) for one in year.grants], right=(2,), total=total)
    if year.lacking:
        page.blank()
        n = count(len(year.lacking), ("bidrag", "bidrag"), ("grant", "grants"))
        page.line(t("{n} utan belopp här:", "{n} without an amount here:", n=n))
        page.notes(f"{one.series.name}: {say(one.why)}" for one in year.lacking)


def _row(one: Grant) -> tuple[str, ...]:
    return (
        one.agreement.name,
        say(to_whom_words(one.whom)),
        kr_words(one.amount_kr, exact=one.exact),
        say(standing_words(one.standing)),
        say(status_words(one.status)),
    )
