"""What a place gets -> its sums, its agreements, its pots and its months, as they stand on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from overens.export.charts.bars import Bar
from overens.export.charts.certainty import COUNTED
from overens.export.csv_table import Table
from overens.export.picture import Picture
from overens.notice.hoarding import Month
from overens.notice.lead_time import Estimate
from overens.notice.months import MonthSum
from overens.notice.rows import PlaceRow
from overens.notice.stake import Stake, stake_parts, stake_words
from overens.notice.standing import Standing
from overens.usecases.months import MonthsOfPlace
from overens.usecases.pictures.months import month_pictures
from overens.usecases.place import Place
from overens.usecases.place_parts import AgreementPart, PlaceParts
from overens.usecases.wording.place import certainty_of, kronor_of
from overens.usecases.wording.place_sums import SUM_MEANINGS, SUM_NAMES, between_words
from overens.vocabulary.wording import Text, counted, plain
from overens.web.asked import Asked
from overens.web.grid import CellView, Column, Grid, SumOf, grid, money, words
from overens.web.table_grid import Row, Shown, table_grid

_OPEN = (Standing.TO_EARN, Standing.NOT_COMPUTED, Standing.SHARED)
_COLUMN = {Standing.CERTAIN: "certain_kr", Standing.INFERRED: "inferred_kr"}
_OPEN_COLUMNS = {
    Standing.TO_EARN: "to_earn_{}",
    Standing.NOT_COMPUTED: "not_computed_{}",
    Standing.SHARED: "shared_in_county_kr",
}


@dataclass(frozen=True)
class SumView:
    """One way of standing, with its kronor: several sums where they are not of one kind, as at most and part of."""

    kind: str
    name: Text
    meaning: Text
    shown: tuple[CellView, ...]
    pots: Text
    between: Text | None


def sum_views(parts: PlaceParts) -> list[SumView]:
    """Return each way of standing that there is, certain first; one of which there is nothing is not said to be 0."""
    n = {standing: sum(pot.standing is standing for part in parts.parts for pot in part.pots) for standing in Standing}
    return [
        SumView(
            standing.name.lower().replace("_", "-"),
            SUM_NAMES[standing],
            SUM_MEANINGS[standing],
            _sums(standing, stake),
            counted(n[standing], ("pott", "potter"), ("pot", "pots")),
            between_words(parts, standing),
        )
        for standing, stake in parts.sums.items()
    ]


def _sums(standing: Standing, stake: Stake) -> tuple[CellView, ...]:
    if standing in _COLUMN:
        return (_sum(standing, stake),)
    column = _OPEN_COLUMNS[standing]
    return tuple(
        CellView(part.words, value=part.kr, sum_of=SumOf(column.format(part.name), table="agreements"))
        for part in stake_parts(stake)
    )


def _sum(standing: Standing, stake: Stake) -> CellView:
    return money(stake.awarded_kr, SumOf(_COLUMN[standing], table="agreements"), rough=not stake.exact)


def agreements_grid(asked: Asked, parts: PlaceParts, base: str) -> Grid:
    """Return the agreements, a row each, with a sum of what is certain and inferred."""
    there = [standing for standing in COUNTED if standing in parts.sums]
    columns = (
        Column(Text("Avtal", "Agreement")),
        *(Column(SUM_NAMES[standing], number=True) for standing in there),
        Column(_MAY_COME if there else Text("Kan komma", "May come")),
        Column(Text("Blev känt", "Became known")),
    )
    rows = [_agreement(asked, part, there, base) for part in parts.parts]
    if not there:
        return grid(_NOTHING_COMPUTED, columns, rows)
    sums = [_sum(standing, parts.sums[standing]) for standing in there]
    total = (words(Text("Summa", "Total")), *sums, words(""), words(""))
    caption = Text(
        "Avtal för avtal. Säkert och härlett summeras; det som kan komma därtill ingår inte.",
        "Agreement by agreement. Certain and inferred are summed; what may come beside them is not included.",
    )
    return grid(caption, columns, rows, total)


_MAY_COME = Text("Kan komma därtill", "May come beside it")
_NOTHING_COMPUTED = Text(
    "Avtal för avtal. Inget av det är beräknat i kronor: inget är säkert eller härlett.",
    "Agreement by agreement. None of it is computed in kronor: nothing is certain or inferred.",
)


def _agreement(asked: Asked, part: AgreementPart, there: Sequence[Standing], base: str) -> list[CellView]:
    why = asked.link(f"{base}/{part.agreement.id}/{part.pots[0].row.pot.id}") if len(part.pots) == 1 else "#potter"
    return [
        words(part.agreement.name, asked.link(f"/avtal/{part.agreement.id}")),
        *(_awarded(part.sums, standing, why) for standing in there),
        _may_come(part.sums),
        known_cell(part),
    ]


def _awarded(sums: Mapping[Standing, Stake], standing: Standing, why: str) -> CellView:
    stake = sums.get(standing)
    if stake is None or stake.awarded_kr is None:
        return words("")
    cell = money(stake.awarded_kr, rough=not stake.exact)
    return CellView(cell.text, why, cell.value, rough=cell.rough)


def _may_come(sums: Mapping[Standing, Stake]) -> CellView:
    there = [standing for standing in _OPEN if standing in sums]
    if not there:
        return words("")
    first, *rest = (
        Text("{name}: {kr}", "{name}: {kr}", {"name": SUM_NAMES[one], "kr": stake_words(sums[one])}) for one in there
    )
    return CellView(first, note=rest[0] if rest else None)


def known_cell(part: AgreementPart) -> CellView:
    """Return when what an agreement gives the place became known, and how that lies to 1 January of its year."""
    if part.known is None:
        return words(Text("ej funnet", "not found"))
    earliest = min((pot.known.when for pot in part.pots if pot.known), key=lambda when: (when.first, when.last))
    days = notice_words(part.known.days)
    if earliest == part.known.when:
        return words(part.known.when.words, note=days)
    some = Text("{days}; en del redan {when}", "{days}; a part already {when}", {"days": days, "when": earliest.words})
    return words(part.known.when.words, note=some)


def notice_words(days: Estimate) -> Text:
    """Return how many days before, or after, 1 January something became known: least and most where only a month is."""
    ends = [int(end) for end in (days.low, days.high) if end is not None] or [int(days.middle)]
    if ends[0] < 0 < ends[-1]:
        either: dict[str, object] = {"before": _days(ends[-1]), "after": _days(-ends[0])}
        return Text(
            "mellan {before} före och {after} efter årsskiftet",
            "between {before} before and {after} after the year began",
            either,
        )
    least, most = min(map(abs, ends)), max(map(abs, ends))
    n = _days(most) if least == most else Text("{least}–{n}", "{least}–{n}", {"least": str(least), "n": _days(most)})
    if ends[0] >= 0:
        return Text("{n} före årsskiftet", "{n} before the year began", {"n": n})
    return Text("{n} efter årsskiftet", "{n} after the year began", {"n": n})


def _days(n: int) -> Text:
    return counted(n, ("dag", "dagar"), ("day", "days"))


def pots_grid(asked: Asked, place: Place, table: Table, base: str) -> Grid:
    """Return every pot, in the order asked for; each leads to why."""
    by_name = {(row.allocation.agreement.id, row.pot.id): row for row in (*place.rows, *place.shared)}

    def found(row: Row) -> PlaceRow:
        return by_name[(str(row["agreement"]), str(row["pot"]))]

    def name(row: Row) -> CellView:
        one = found(row)
        href = asked.link(f"{base}/{one.allocation.agreement.id}/{one.pot.id}")
        return words(one.pot.pot.name, href, plain(one.allocation.agreement.name))

    def kronor(row: Row) -> CellView:
        one = found(row)
        shared = Text("delas i länet", "shared in the county") if row["shared"] else None
        kr = one.award.amount.kr if one.award and not shared else None
        return CellView(kronor_of(one), value=kr, note=shared)

    shown = (
        Shown("name", name, Text("Pott", "Pot")),
        Shown("awarded_kr", kronor, Text("Kronor", "Kronor")),
        Shown("certainty", lambda row: words(certainty_of(found(row))), Text("Hur säkert", "How sure")),
    )
    return table_grid(table, shown, Text("Följ en pott för att se varför.", "Follow a pot to see why."))


def months_grid(table: Table, parts: PlaceParts) -> Grid:
    """Return the months with what is paid in each, rounded as its sum is; the last row is what no month is found for."""
    exact = {name: stake.exact for standing, stake in parts.sums.items() if (name := _COLUMN.get(standing))}
    if Standing.TO_EARN in parts.sums:
        exact["to_earn_at_most_kr"] = parts.sums[Standing.TO_EARN].at_most_exact

    def month(row: Row) -> CellView:
        if row["month"] is None:
            return words(Text("månad ej funnen", "month not found"))
        return words(str(row["month"]))

    def paid(name: str) -> Shown:
        def shown(kr: int | None, sum_of: SumOf | None) -> CellView:
            return money(kr, sum_of, rough=bool(kr) and not exact.get(name, True))

        return Shown(name, total=True, amount=shown)

    there = [name for name in table.names[1:] if any(row[table.names.index(name)] for row in table.rows)]
    caption = Text(
        "Utbetalningar per månad, kronor. Summan är densamma som ovan.",
        "Payments by month, kronor. The total is the same as above.",
    )
    shown = (Shown("month", month), *(paid(name) for name in there))
    return table_grid(table, shown, caption, "months", Text("Summa", "Total"))


def months_picture(months: MonthsOfPlace) -> tuple[Picture, ...]:
    """Return the picture of the months, where any is found; every month of the year has its place."""
    paid = {one.month: one for one in months.paid.months}
    known = {month for month in paid if month is not None}
    if not known:
        return ()
    every = sorted({*known, *(Month(months.year, n) for n in range(1, 13))})
    bars = [Bar(_month_name(month, months.year), _parts(paid.get(month))) for month in every]
    apart = months.paid.undated
    undated = Bar(Text("månad ej funnen", "month not found"), _parts(apart)) if apart else None
    return month_pictures(bars, undated, plain(months.recipient.name), months.year)


_SHORT = (
    Text("jan", "Jan"),
    Text("feb", "Feb"),
    Text("mars", "Mar"),
    Text("apr", "Apr"),
    Text("maj", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("aug", "Aug"),
    Text("sep", "Sep"),
    Text("okt", "Oct"),
    Text("nov", "Nov"),
    Text("dec", "Dec"),
)


def _month_name(month: Month, year: int) -> Text:
    name = _SHORT[month.number - 1]
    return name if month.year == year else Text("{m} {y}", "{m} {y}", {"m": name, "y": str(month.year)})


def _parts(one: MonthSum | None) -> dict[Standing, int]:
    if one is None:
        return {}
    parts = {
        Standing.CERTAIN: one.certain_kr,
        Standing.INFERRED: one.inferred_kr,
        Standing.TO_EARN: one.to_earn_kr,
    }
    return {standing: kr for standing, kr in parts.items() if kr}
