"""How early the money of every year was known -> the terminal: bars, a table, and the claims tested."""

from __future__ import annotations

from collections.abc import Iterable

from overens.cli.language import count, t
from overens.cli.show.lead_parts import group_notes, share, show_claims, sign_note, signed, span
from overens.cli.show.page import Page
from overens.notice.lead_time import LeadTime
from overens.usecases.lead_time import LeadSeries, LeadYear
from overens.usecases.wording.amounts import whole_millions

BAR_ROOM = 18
"""What a line of the chart needs beside its bars: the year, a mark, the days and spaces."""


def show_lead_series(page: Page, series: LeadSeries) -> None:
    """Print the median and the shares of every year, with bars, and the claims tested."""
    years = [one for one in series.years.values() if one.main is not None]
    if not years:
        page.line(_nothing_at_all(series))
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
    page.notes(_series_notes(years))
    show_claims(page, series.claims)


def _nothing_at_all(series: LeadSeries) -> str:
    return t(
        "Inget var känt den {day}; det första beskedet i biblioteket är från {first}.",
        "Nothing was known on {day}; the first notice in the library is from {first}.",
        day=str(series.as_known_on),
        first=str(series.first_known or "–"),
    )


def _series_headings() -> tuple[str, ...]:
    return (
        t("År", "Year"),
        t("Mkr", "Mkr"),
        t("Median till 1 jan.", "Median to 1 Jan"),
        t("Till 30 nov.", "To 30 Nov"),
        t("Känt 1 jan.", "By 1 Jan"),
        t("Känt 30 nov.", "By 30 Nov"),
    )


def _series_row(year: int, lead: LeadTime) -> tuple[str, ...]:
    to_budgets = signed(lead.median_to_budgets.middle)
    return (
        str(year),
        whole_millions(lead.kr),
        span(lead.median),
        to_budgets,
        share(lead.in_time),
        share(lead.before_budgets),
    )


def _series_notes(years: list[LeadYear]) -> Iterable[str]:
    yield sign_note()
    yield t(
        "Bara årliga pengar; nya pengar under året räknas på årets sida.",
        "Annual money only; money added during the year is counted on the year's page.",
    )
    yield from group_notes(years)


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
