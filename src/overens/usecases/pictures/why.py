"""A recipient and a pot -> bars of all who share the pot, its own bar marked."""

from __future__ import annotations

from collections.abc import Sequence

from overens.export.charts.bars import Bar
from overens.export.charts.look import unit_for
from overens.export.picture import Picture
from overens.notice.rows import rows_for
from overens.usecases.pictures.agreement import MOST_BARS
from overens.usecases.pictures.compose import bar_picture, largest_first, leaders, parts_of, said
from overens.usecases.why import Why
from overens.usecases.wording.why import rank_words
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain


def why_pictures(why: Why) -> tuple[Picture, ...]:
    """Return the bars of those who share the pot, of the own county where all are too many; none where all are alike."""
    everyone = why.pot.recipients
    few = len(everyone) <= MOST_BARS
    shown = everyone if few else [one for one in everyone if one.county == why.who.county]
    bars = largest_first(bar for bar in _bars(why, shown) if bar.whole)
    if len({bar.whole for bar in bars}) < 2:
        return ()
    values: dict[str, object] = {"pot": why.pot.pot.name, "agreement": why.allocation.agreement.name}
    description = Text(
        "Staplar, störst först, för alla som delar på {pot} ur {agreement}.",
        "Bars, the largest first, for all who share {pot} of {agreement}.",
        values,
    )
    if not few:
        description = Text(
            "Staplar, störst först, för dem i samma län som delar på {pot} ur {agreement}.",
            "Bars, the largest first, for those of the same county who share {pot} of {agreement}.",
            values,
        )
    return (bar_picture("mottagare", _title(why, bars), description, bars),)


def _bars(why: Why, recipients: Sequence[Recipient]) -> list[Bar]:
    own = (why.who.kind, why.who.code)
    return [
        Bar(
            plain(one.short_name),
            parts_of(row for row in rows_for([why.allocation], one) if row.pot is why.pot),
            (one.kind, one.code) == own,
        )
        for one in recipients
    ]


def _title(why: Why, bars: Sequence[Bar]) -> Text:
    unit = unit_for(bar.whole for bar in bars)
    own, rank = next((bar for bar in bars if bar.own), None), rank_words(why)
    if own is not None and rank is not None:
        values: dict[str, object] = {"who": why.who.name, "kr": said(unit, own.counted), "rank": rank}
        return Text("{who} får {kr}, {rank}", "{who} gets {kr}, {rank}", values)
    first = leaders([(bar.name, bar.whole) for bar in bars], unit)
    values = {"pot": why.pot.pot.name, "n": str(len(bars))}
    if first is None:
        return Text("{n} delar på potten {pot}", "{n} share the pot {pot}", values)
    values |= {"who": first.who, "kr": first.said(unit)}
    counted = any(bar.counted for bar in bars)
    return Text(
        "{who} får mest av {n}: {kr}" if counted else "{who} kan få mest av {n}: högst {kr}",
        "{who} gets most of {n}: {kr}" if counted else "{who} may get most of {n}: at most {kr}",
        values,
    )
