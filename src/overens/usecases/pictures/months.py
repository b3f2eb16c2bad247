"""Months and similar places, as rows that others have computed -> columns by month, and bars with the own one marked."""

from __future__ import annotations

from collections.abc import Sequence

from overens.export.charts.bars import Bar
from overens.export.charts.columns import draw_columns
from overens.export.charts.look import Unit, unit_for
from overens.export.picture import Picture
from overens.usecases.pictures.compose import bar_picture, bars_table, largest_first, leaders, picture, said
from overens.vocabulary.wording import Text


def month_pictures(months: Sequence[Bar], apart: Bar | None, whose: Text, year: int) -> tuple[Picture, ...]:
    """Return the months as columns; none where there is nothing in any of them.

    Args:
        months: Every month in order, with the kronor of each certainty; an empty one has its place.
        apart: What has no month, if there is any.
    """
    every = [*months, *([apart] if apart else [])]
    if not any(bar.whole for bar in every):
        return ()
    title = _title(months, apart, whose, year)
    description = Text(
        "Kolumner för {whose} {year}, en för varje månad: säkert, härlett och, streckat, det som kan komma. "
        "Vad som inte har någon funnen månad står för sig.",
        "Columns for {whose} in {year}, one for each month: certain, inferred and, hatched, what may come. "
        "What has no month that is found stands apart.",
        {"whose": whose, "year": str(year)},
    )
    unit = unit_for(bar.whole for bar in every)
    table = bars_table(title, every)
    return (picture("manader", title, description, table, lambda look: draw_columns(months, apart, look, unit)),)


def _title(months: Sequence[Bar], apart: Bar | None, whose: Text, year: int) -> Text:
    whole = sum(bar.counted for bar in months) + (apart.counted if apart else 0)
    unit = unit_for([whole])
    values: dict[str, object] = {"whose": whose, "year": str(year), "kr": said(unit, whole)}
    if not whole:
        return Text(
            "Inget är säkert eller härlett för {whose} {year}; bilden visar vad som högst kan tjänas in",
            "Nothing is certain or inferred for {whose} in {year}; the picture shows what can be earned at most",
            values,
        )
    if apart and 2 * apart.counted > whole:
        return Text(
            "För {part} av {kr} är månaden inte funnen",
            "For {part} of {kr} the month is not found",
            {**values, "part": said(unit, apart.counted)},
        )
    first = leaders([(bar.name, bar.counted) for bar in months], unit)
    if first is None:
        return Text("{kr} till {whose} {year}, månad för månad", "{kr} to {whose} in {year}, month by month", values)
    return Text(
        "Mest kommer i {month}: {part} av {kr}",
        "Most comes in {month}: {part} of {kr}",
        {**values, "month": first.who, "part": first.said(unit)},
    )


def peer_pictures(rows: Sequence[Bar], unit: Unit, what: Text, suffix: str) -> tuple[Picture, ...]:
    """Return a place among similar ones, most first; none where there is nobody to compare with.

    Args:
        rows: The places; `own` marks the one that the picture is about.
        what: What the numbers are, within a sentence: "per invånare".
        suffix: Of the table's column names: "kr_per_inhabitant".
    """
    ordered = largest_first(rows)
    own = next((n for n, bar in enumerate(ordered) if bar.own), None)
    if own is None or len(ordered) < 2 or not any(bar.counted for bar in ordered):
        return ()
    mine = ordered[own]
    more = sum(bar.counted > mine.counted for bar in ordered)
    less = sum(bar.counted < mine.counted for bar in ordered)
    title = Text(
        "{who}: {kr} {what}. Av {n} liknande får {more} mer och {less} mindre",
        "{who}: {kr} {what}. Of {n} similar, {more} get more and {less} less",
        {
            "who": mine.name,
            "kr": said(unit, mine.counted),
            "what": what,
            "n": str(len(ordered) - 1),
            "more": str(more),
            "less": str(less),
        },
    )
    description = Text(
        "Staplar för {who} och {n} liknande, mest först; {who} är markerad.",
        "Bars for {who} and {n} similar, most first; {who} is marked.",
        {"who": mine.name, "n": str(len(ordered) - 1)},
    )
    return (bar_picture("liknande", title, description, ordered, unit, suffix),)
