"""A year -> a map and bars of what each region gets, in kronor and per inhabitant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from overens.export.charts.bars import Bar
from overens.export.charts.look import KR, Number, Unit, unit_for
from overens.export.picture import Picture
from overens.notice.rows import rows_for
from overens.usecases.pictures.compose import (
    Named,
    all_equal,
    bar_picture,
    largest_first,
    leaders,
    map_picture,
    parts_of,
    said,
)
from overens.usecases.year import Year
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, percent, plain

FEW = Unit(Text("kr", "kr"), 1, 1)
_LARGEST = 3


def year_pictures(year: Year, inhabitants: Mapping[str, int] | None = None) -> tuple[Picture, ...]:
    """Return the map and the bars of the regions; none where nothing is computed by region.

    Args:
        inhabitants: Region code -> inhabitants; without them nothing is drawn per inhabitant.
    """
    who = [row.recipient for row in year.regions]
    bars = {one.code: Bar(plain(one.short_name), parts_of(rows_for(year.allocations, one))) for one in who}
    if not any(bar.counted for bar in bars.values()):
        return ()
    return tuple(_drawn(year.year, who, bars, inhabitants or {}))


def _drawn(
    year: int, who: Sequence[Recipient], bars: Mapping[str, Bar], inhabitants: Mapping[str, int]
) -> Iterator[Picture]:
    if all(inhabitants.get(one.code) for one in who):
        each = {code: per_inhabitant(bar, inhabitants[code]) for code, bar in bars.items()}
        yield _map(year, who, each)
        if drawable(bars):
            yield _bars(year, bars)
            yield _bars_each(year, each)
    elif drawable(bars):
        yield _bars(year, bars)


def drawable(bars: Mapping[str, Bar]) -> bool:
    """Tell whether there is more than one bar; one number is said, not drawn."""
    return len([bar for bar in bars.values() if bar.whole]) > 1


def per_inhabitant(bar: Bar, inhabitants: int) -> Bar:
    """Return the bar divided by the inhabitants, exactly."""
    return Bar(bar.name, {standing: Fraction(value, inhabitants) for standing, value in bar.parts.items()}, bar.own)


def unit_each(values: Iterable[Number]) -> Unit:
    """Return the unit for kr per inhabitant: with a decimal where all are small."""
    return FEW if max(values, default=0) < 100 else KR


def _map(year: int, who: Sequence[Recipient], each: Mapping[str, Bar]) -> Picture:
    unit = unit_each(bar.counted for bar in each.values())
    return map_picture(
        "karta",
        most_title([(each[one.code].name, each[one.code].counted) for one in who], year, unit),
        Text(
            "Karta över de 21 regionerna {year}. Ju mörkare färg, desto fler kronor per invånare av det som är beräknat.",
            "Map of the 21 regions in {year}. The darker the colour, the more kronor per inhabitant of what is computed.",
            {"year": str(year)},
        ),
        who,
        {code: bar.counted for code, bar in each.items() if bar.counted},
        ("computed_kr_per_inhabitant", Text("Beräknat, kr per invånare", "Computed, kr per inhabitant")),
        unit,
    )


def most_title(named: Sequence[Named], year: int, unit: Unit) -> Text:
    """Return who gets most per inhabitant."""
    values: dict[str, object] = {"year": str(year)}
    if all_equal(named):
        words = Text(
            "Alla får lika mycket per invånare {year}: {kr}", "All get the same per inhabitant in {year}: {kr}"
        )
        return Text(words.sv, words.en, {**values, "kr": said(unit, named[0][1])})
    first = leaders(named, unit)
    if first is None:
        low, high = min(value for _, value in named), max(value for _, value in named)
        return Text(
            "Mellan {low} och {high} per invånare {year}",
            "Between {low} and {high} per inhabitant in {year}",
            {**values, "low": said(unit, low), "high": said(unit, high)},
        )
    return Text(
        "{who} får mest per invånare {year}: {kr}",
        "Most per inhabitant in {year}: {who}, {kr}",
        {**values, "who": first.who, "kr": first.said(unit)},
    )


def _bars(year: int, bars: Mapping[str, Bar]) -> Picture:
    ordered = largest_first(bar for bar in bars.values() if bar.whole)
    return bar_picture(
        "regioner",
        _share_title(ordered, year),
        Text(
            "Staplar för regionerna {year}, störst först: säkert, härlett och, streckat, det som kan komma. "
            "De som inget är beräknat för är inte med.",
            "Bars for the regions in {year}, largest first: certain, inferred and, hatched, what may come. "
            "Those for which nothing is computed are left out.",
            {"year": str(year)},
        ),
        ordered,
    )


def _share_title(ordered: Sequence[Bar], year: int) -> Text:
    """Return how much of the whole the largest get, or how many get anything."""
    whole = sum(bar.counted for bar in ordered)
    values: dict[str, object] = {"kr": said(unit_for([whole]), whole), "year": str(year)}
    got = [bar for bar in ordered if bar.counted]
    if len(got) <= 2 * _LARGEST:
        return Text(
            "{kr} är beräknade till {n} av regionerna {year}",
            "{kr} are computed for {n} of the regions in {year}",
            {**values, "n": str(len(got))},
        )
    largest = sum(bar.counted for bar in got[:_LARGEST])
    return Text(
        "De tre som får mest får {share} av de {kr} som är beräknade till regionerna {year}",
        "The three that get most get {share} of the {kr} computed for the regions in {year}",
        {**values, "share": percent(Fraction(largest, whole), 0)},
    )


def _bars_each(year: int, each: Mapping[str, Bar]) -> Picture:
    ordered = largest_first(bar for bar in each.values() if bar.whole)
    unit = unit_each(bar.counted for bar in ordered)
    return bar_picture(
        "per-invanare",
        spread_title(ordered, year, unit),
        Text(
            "Staplar för de 21 regionerna {year} i kronor per invånare, mest först.",
            "Bars for the 21 regions in {year} in kronor per inhabitant, most first.",
            {"year": str(year)},
        ),
        ordered,
        unit,
        "kr_per_inhabitant",
    )


def spread_title(ordered: Sequence[Bar], year: int, unit: Unit) -> Text:
    """Return how far apart the first and the last are."""
    first, last = ordered[0], ordered[-1]
    return Text(
        "Från {low} per invånare ({last}) till {high} ({first}) {year}",
        "From {low} per inhabitant ({last}) to {high} ({first}) in {year}",
        {
            "low": said(unit, last.counted),
            "last": last.name,
            "high": said(unit, first.counted),
            "first": first.name,
            "year": str(year),
        },
    )
