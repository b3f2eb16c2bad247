"""A place in a year -> bars by agreement."""

from __future__ import annotations

from collections.abc import Iterator

from overens.export.charts.bars import Bar
from overens.export.charts.look import unit_for
from overens.export.picture import Picture
from overens.notice.rows import PlaceRow
from overens.usecases.pictures.compose import bar_picture, largest_first, parts_of, said
from overens.usecases.place import Place
from overens.vocabulary.wording import Text, plain


def place_pictures(place: Place) -> tuple[Picture, ...]:
    """Return what the place gets by agreement."""
    return tuple(_by_agreement(place))


def short_name(name: str, year: int) -> str:
    """Return an agreement's name without the year that a picture is of."""
    return name.removesuffix(f" {year}")


def _by_agreement(place: Place) -> Iterator[Picture]:
    by_agreement: dict[str, list[PlaceRow]] = {}
    for row in place.rows:
        by_agreement.setdefault(row.allocation.agreement.name, []).append(row)
    every = [Bar(plain(short_name(name, place.year)), parts_of(rows)) for name, rows in by_agreement.items()]
    bars = largest_first(bar for bar in every if bar.whole)
    if len(bars) < 2 and not any(len(bar.parts) > 1 for bar in bars):
        return  # one number is said, not drawn
    values = {"who": place.recipient.name, "year": str(place.year)}
    yield bar_picture(
        "avtal",
        _agreement_title(bars, values),
        Text(
            "Staplar för {who} {year}, en per avtal, störst först: säkert, härlett och, streckat, det som kan komma. "
            "Avtal utan känt belopp för mottagaren är inte med.",
            "Bars for {who} in {year}, one for each agreement, largest first: certain, inferred and, hatched, what may come. "
            "Agreements without a known sum for the recipient are left out.",
            {**values},
        ),
        bars,
    )


def _agreement_title(bars: list[Bar], values: dict[str, str]) -> Text:
    whole = sum(bar.counted for bar in bars)
    if not whole:
        most = sum(bar.whole for bar in bars)
        return Text(
            "Inget är beräknat för {who} {year}; högst {kr} kan komma",
            "Nothing is computed for {who} in {year}; at most {kr} may come",
            {**values, "kr": said(unit_for([most]), most)},
        )
    first = bars[0]
    all_: dict[str, object] = {**values, "kr": said(unit_for([whole]), whole), "name": first.name}
    if first.counted == whole:
        return Text(
            "Allt som är beräknat för {who} {year}, {kr}, kommer från {name}",
            "All that is computed for {who} in {year}, {kr}, comes from {name}",
            all_,
        )
    return Text(
        "{part} av de {kr} som är beräknade för {who} {year} kommer från {name}",
        "{part} of the {kr} computed for {who} in {year} comes from {name}",
        {**all_, "part": said(unit_for([first.counted]), first.counted)},
    )
