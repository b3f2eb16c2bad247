"""A page -> its days and months with the year that is meant, and what each is the date of."""

from __future__ import annotations

from overens.drafting.dates.roles import judge_dates
from overens.drafting.dates.stated import Stated, stated_dates
from overens.drafting.dates.years import in_their_years
from overens.drafting.lexicon import Lexicon
from overens.drafting.model import DateRole, Judged, ReadDate
from overens.drafting.page import Page


def find_dates(page: Page, lexicon: Lexicon) -> list[ReadDate]:
    """Return the dates in text order."""
    stated = stated_dates(page, lexicon.dates)
    dates = in_their_years(page, stated, lexicon.dates)
    roles = judge_dates(page, dates, lexicon.dates)
    return [
        _read(page, date, role, inferred=not as_stated.has_year)
        for as_stated, date, role in zip(stated, dates, roles, strict=True)
    ]


def _read(page: Page, date: Stated, role: Judged[DateRole], *, inferred: bool) -> ReadDate:
    """Return the date as it stands in the document."""
    span = page.span(date.start, date.end)
    days = (date.first,) if date.last is None else (date.first, date.last)
    iso = [day.iso() for day in days]
    return ReadDate(
        span=span,
        text=page.clean.source[span.start : span.end],
        iso="/".join(iso) if all(iso) else "",
        role=role,
        year_inferred=inferred and date.has_year,
        impossible=not all(day.exists() for day in days),
    )
