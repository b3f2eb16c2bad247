"""How early money was known -> bars of days by year, and for one year a curve of the share known by each day."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from overens.export.charts.known_curve import KnownBy, draw_known_curve, share_by
from overens.export.charts.notice_days import YearNotice, draw_notice_days
from overens.export.csv_table import Table
from overens.export.picture import Picture
from overens.notice.lead_time import BUDGETS_AFTER_YEAR_END, middle_day
from overens.usecases.lead_tables import LEAST, MOST, YEAR
from overens.usecases.lead_time import LeadSeries, LeadYear
from overens.usecases.pictures.compose import picture
from overens.vocabulary.wording import Text, percent


def lead_pictures(series: LeadSeries) -> tuple[Picture, ...]:
    """Return the days of notice of every year; none where there is no money."""
    years = [
        YearNotice(
            one.year,
            int(one.main.median.middle),
            None if one.main.median.low is None else int(one.main.median.low),
            None if one.main.median.high is None else int(one.main.median.high),
            one.all_unsure,
        )
        for one in series.years.values()
        if one.main is not None
    ]
    if not years:
        return ()
    title = _years_title(years)
    table = Table(
        title,
        ("year", "median_days", "median_low", "median_high"),
        (YEAR, Text("Median, dagar till 1 januari", "Median, days to 1 January"), LEAST, MOST),
        tuple((str(one.year), one.days, one.low, one.high) for one in years),
    )
    description = Text(
        "En stapel för varje år, från 1 januari till den dag då hälften av pengarna var känd: åt vänster före, åt höger efter. "
        "Tunna linjer visar vad källorna lämnar öppet; streckat är år med bara osäkra belopp.",
        "A bar for each year, from 1 January to the day by which half of the money was known: to the left before, to the right after. "
        "Thin lines show what the sources leave open; hatched are years with uncertain amounts only.",
    )
    return (picture("dagar", title, description, table, lambda look: draw_notice_days(years, look)),)


def _years_title(years: list[YearNotice]) -> Text:
    in_time = [one for one in years if one.days >= 0]
    values: dict[str, object] = {"n": str(len(in_time)), "of": str(len(years))}
    if not in_time:
        return Text(
            "Inget av {of} år var hälften av pengarna känd till årsskiftet",
            "In none of {of} years was half of the money known by the new year",
            values,
        )
    if len(in_time) == len(years):
        return Text(
            "Alla {of} år var hälften av pengarna känd till årsskiftet",
            "In all {of} years half of the money was known by the new year",
            values,
        )
    return Text(
        "{n} av {of} år var hälften av pengarna känd till årsskiftet",
        "In {n} of {of} years half of the money was known by the new year",
        values,
    )


def lead_year_pictures(one: LeadYear) -> tuple[Picture, ...]:
    """Return the share of one year's money known by each day; none where there is no money."""
    points = known_by(one)
    if not points:
        return ()
    new_year = date(one.year, 1, 1)
    shares = [share_by(points, day) for day in (new_year - timedelta(days=BUDGETS_AFTER_YEAR_END), new_year)]
    title = (
        Text(
            "Inget av pengarna för {year} var känt vid årsskiftet",
            "Nothing of the money for {year} was known by the new year",
            {"year": str(one.year)},
        )
        if not shares[1]
        else Text(
            "{budgets} av pengarna för {year} var kända den 30 november, {new_year} vid årsskiftet",
            "{budgets} of the money for {year} was known by 30 November, {new_year} by the new year",
            {"budgets": percent(shares[0], 0), "year": str(one.year), "new_year": percent(shares[1], 0)},
        )
    )
    table = Table(
        title,
        ("known_from", "share"),
        (Text("Känt", "Known"), Text("Andel", "Share")),
        tuple((point.day.isoformat(), point.share) for point in points),
    )
    description = Text(
        "En trappa som stiger den dag då varje belopp blev känt, till hela summan för {year}. "
        "Är bara månaden känd räknas dess mitt.",
        "A stair that rises on the day when each sum became known, to the whole sum for {year}. "
        "Where only the month is known its middle counts.",
        {"year": str(one.year)},
    )
    return (picture("kant", title, description, table, lambda look: draw_known_curve(points, one.year, look)),)


def known_by(one: LeadYear) -> list[KnownBy]:
    """Return the share of the main series that was known by each day on which something became known."""
    by_day: dict[date, int] = {}
    for known in one.main_sums:
        day = middle_day(known.known)
        by_day[day] = by_day.get(day, 0) + known.kr
    whole = sum(by_day.values())
    if whole <= 0:
        return []
    points, so_far = [], 0
    for day in sorted(by_day):
        so_far += by_day[day]
        points.append(KnownBy(day, Fraction(so_far, whole)))
    return points
