"""A finding, what is drawn and its numbers -> a picture with its table, broad and narrow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from overens.export.charts.bars import Bar, draw_bars
from overens.export.charts.look import Look, Number, Unit, unit_for
from overens.export.charts.map import Land, draw_map
from overens.export.csv_table import Table
from overens.export.picture import Picture, Size, Spec
from overens.intake.borders import read_borders
from overens.notice.claim import enumerated
from overens.notice.rows import PlaceRow
from overens.notice.standing import Standing, standing_of
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language, Text, plain

CODE, NAME = Text("Kod", "Code"), Text("Namn", "Name")
_COLUMNS = {
    Standing.CERTAIN: ("certain", Text("Säkert", "Certain")),
    Standing.INFERRED: ("inferred", Text("Härlett", "Inferred")),
    Standing.TO_EARN: ("to_earn_at_most", Text("Att tjäna in, högst", "To earn, at most")),
    Standing.NOT_COMPUTED: ("not_computed_at_most", Text("Ej beräknat, högst", "Not computed, at most")),
    Standing.SHARED: ("shared", Text("Delas i länet", "Shared in the county")),
}
Named: TypeAlias = tuple[Text, Number]
_NAMED = 3
"""How many a title names."""


def picture(name: str, title: Text, description: Text, table: Table, chart: Callable[[Look], Spec]) -> Picture:
    """Return the picture, which can be drawn broad and narrow."""
    return Picture(
        name,
        title,
        description,
        table,
        lambda language, theme: chart(Look(language, theme, Size.WIDE)),
        lambda language, theme: chart(Look(language, theme, Size.NARROW)),
    )


def bar_picture(
    name: str, title: Text, description: Text, bars: Sequence[Bar], unit: Unit | None = None, suffix: str = "kr"
) -> Picture:
    """Return bars in the order given, and the table that has just the numbers that are drawn.

    Args:
        unit: What the numbers are shown in; chosen by their size if none is given.
        suffix: Of the table's column names: what the numbers are.
    """
    shown = unit or unit_for(bar.whole for bar in bars)
    return picture(name, title, description, bars_table(title, bars, suffix), lambda look: draw_bars(bars, look, shown))


def bars_table(title: Text, bars: Sequence[Bar], suffix: str = "kr") -> Table:
    """Return the numbers of the bars, one column for each certainty that any of them has."""
    there = [standing for standing in Standing if any(standing in bar.parts for bar in bars)]
    return Table(
        title,
        ("name", *(f"{_COLUMNS[standing][0]}_{suffix}" for standing in there)),
        (NAME, *(_COLUMNS[standing][1] for standing in there)),
        tuple((bar.name, *(bar.parts.get(standing, 0) for standing in there)) for bar in bars),
    )


def map_picture(
    name: str,
    title: Text,
    description: Text,
    who: Sequence[Recipient],
    values: Mapping[str, Number],
    column: tuple[str, Text],
    unit: Unit | None = None,
    outside: Collection[str] = (),
    *,
    moved: bool = False,
) -> Picture:
    """Return a map of the recipients, all of one kind, and the table that has just the numbers that are drawn.

    Args:
        values: Code -> number; who has none is hatched, and empty in the table.
        column: The name and the heading of the table's column.
        outside: Codes of those that the map is not about.
        moved: Whether the numbers are what each gains or loses.
    """
    shown = unit or unit_for(values.values())
    borders = read_borders(who[0].kind)
    land = Land(borders.topology, borders.name, {one.code: one.short_name for one in who}, outside)
    rows = tuple((one.code, plain(one.short_name), values.get(one.code)) for one in who)
    table = Table(title, ("code", "name", column[0]), (CODE, NAME, column[1]), rows)
    return picture(name, title, description, table, lambda look: draw_map(land, values, look, shown, moved=moved))


def parts_of(rows: Iterable[PlaceRow]) -> dict[Standing, Number]:
    """Return the kronor of the pots by certainty: awards, and ceilings of what is not computed, where they are known."""
    parts: dict[Standing, Number] = {}
    for row in rows:
        standing = standing_of(row)
        computed = standing in (Standing.CERTAIN, Standing.INFERRED)
        kr = (row.award.amount.kr if row.award else 0) if computed else (row.ceiling_kr or 0)
        if kr:
            parts[standing] = parts.get(standing, 0) + kr
    return parts


def largest_first(bars: Iterable[Bar]) -> list[Bar]:
    """Return the bars by what is computed, then by what may come, then by name."""
    return sorted(bars, key=lambda bar: (-bar.counted, -bar.whole, bar.name.say()))


@dataclass(frozen=True)
class Leaders:
    """Who has most: one, or several where it is shown as the same number."""

    who: Text
    n: int
    value: Number

    def said(self, unit: Unit) -> Text:
        """Return how much each has."""
        value = said(unit, self.value)
        return value if self.n == 1 else Text("{kr} var", "{kr} each", {"kr": value})


def leaders(named: Sequence[Named], unit: Unit) -> Leaders | None:
    """Return who has most.

    None where nobody has anything, all have the same, or more share the first place than a title can hold.
    """
    most = max((value for _, value in named), default=0)
    shown = [(name, unit.say(value, Language.SWEDISH)) for name, value in named]
    top = [name for name, words in shown if words == unit.say(most, Language.SWEDISH)]
    if most <= 0 or len(top) in (0, len(named)) or len(top) > _NAMED:
        return None
    return Leaders(enumerated(top), len(top), most)


def all_equal(named: Sequence[Named]) -> bool:
    """Tell whether all have the same, and that is something."""
    return len({value for _, value in named}) == 1 and named[0][1] > 0


def said(unit: Unit, value: Number) -> Text:
    """Return the number with its unit, with the decimal sign of the reader's language."""
    return Text("{sv}", "{en}", {"sv": unit.say(value, Language.SWEDISH), "en": unit.say(value, Language.ENGLISH)})
