"""How early the money of every year was known -> the terminal: bars, a table, and the claims tested."""

from __future__ import annotations

from overens.cli.language import count, t
from overens.cli.show.lead_parts import show_claims
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.notice.lead_time import LeadTime
from overens.usecases.lead_time import LeadSeries, LeadYear
from overens.usecases.wording.amounts import whole_millions
from overens.usecases.wording.early_notice import (
    ANNUAL_ONLY,
    BY_BUDGETS,
    BY_NEW_YEAR,
    SIGN_NOTE,
    TO_BUDGETS,
    days_span,
    group_notes,
    nothing_at_all,
    share_words,
    signed,
)

BAR_ROOM = 18
"""What a line of the chart needs beside its bars: the year, a mark, the days and spaces."""


def show_lead_series(page: Page, series: LeadSeries) -> None:
    """Print the median and the shares of every year, with bars, and the claims tested."""
    years = [one for one in series.years.values() if one.main is not None]
    if not years:
        page.line(say(nothing_at_all(series)))
        return
    page.heading(
        t(
            "Tidiga besked {first}–{last}: dagar till 1 januari, median per krona",
            "Early notice {first}–{last}: days to 1 January, median per krona",
            first=str(years[0].year),
            last=str(years[-1].year),
        )
    )
    _chart(page, years)
    page.blank()
    rows = [_series_row(one.year, one.main) for one in years if one.main is not None]
    page.table(_series_headings(), rows, right=(1, 2, 3, 4, 5))
    page.notes(say(one) for one in (SIGN_NOTE, ANNUAL_ONLY, *group_notes(years)))
    show_claims(page, series.claims)


def _series_headings() -> tuple[str, ...]:
    return (
        t("År", "Year"),
        t("Mkr", "Mkr"),
        t("Median till 1 jan.", "Median to 1 Jan"),
        say(TO_BUDGETS),
        say(BY_NEW_YEAR),
        say(BY_BUDGETS),
    )


def _series_row(year: int, lead: LeadTime) -> tuple[str, ...]:
    to_budgets = signed(lead.median_to_budgets.middle)
    return (
        str(year),
        whole_millions(lead.kr),
        days_span(lead.median),
        to_budgets,
        say(share_words(lead.in_time)),
        say(share_words(lead.before_budgets)),
    )


def _chart(page: Page, years: list[LeadYear]) -> None:
    """Print a bar for each year: left of the line is after 1 January, right of it before."""
    medians = {one.year: int(one.main.median.middle) for one in years if one.main is not None}
    late, early = max(0, -min(medians.values())), max(0, *medians.values())
    step = max(1, -(-(late + early) // (page.width - BAR_ROOM)))
    left, right = -(-late // step), -(-early // step)
    for year, days in medians.items():
        bar = "#" * max(1, round(abs(days) / step)) if days else ""
        after, before = (bar, "") if days < 0 else ("", bar)
        page.lines.append(f"{year}  {after.rjust(left)}|{before.ljust(right)}  {signed(days)}")
    page.line(
        t(
            "Varje # är {n}: till vänster om strecket efter årsskiftet, till höger före.",
            "Each # is {n}: left of the line after the new year, right of it before.",
            n=count(step, ("dag", "dagar"), ("day", "days")),
        ),
        dim=True,
    )
