"""An agreement's allocation -> maps and bars of who gets what, for regions, counties and municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overens.allocation.model import Allocation
from overens.export.charts.bars import Bar
from overens.export.charts.look import Unit, unit_for
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
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import Text, plain

_KINDS = {
    RecipientKind.REGION: ("regioner", Text("regionerna", "the regions"), Text("regioner", "regions")),
    RecipientKind.AREA: ("lan", Text("länen", "the counties"), Text("län", "counties")),
    RecipientKind.MUNICIPALITY: (
        "kommuner",
        Text("kommunerna", "the municipalities"),
        Text("kommuner", "municipalities"),
    ),
}
MOST_BARS = 25
"""As many bars as can be read; more are only a map and its table."""


def agreement_pictures(allocation: Allocation, register: Register) -> tuple[Picture, ...]:
    """Return a map for each kind of recipient that something is computed for, and bars where they are not too many."""
    return tuple(one for kind in _KINDS for one in _of_kind(allocation, register.of(kind), kind))


def _of_kind(allocation: Allocation, listed: Sequence[Recipient], kind: RecipientKind) -> Iterator[Picture]:
    who = [one for one in listed if any(pot.is_for(one) for pot in allocation.pots)]
    bars = {one.code: Bar(plain(one.short_name), parts_of(rows_for([allocation], one))) for one in who}
    got = [bars[one.code] for one in who if bars[one.code].counted]
    if not got:
        return
    slug, all_of_kind, _ = _KINDS[kind]
    values: dict[str, object] = {"who": all_of_kind, "name": allocation.agreement.name}
    unit = unit_for(bar.counted for bar in got)
    title = _title([(bar.name, bar.counted) for bar in got], kind, allocation, unit)
    yield map_picture(
        f"karta-{slug}",
        title,
        Text(
            "Karta över {who}: kronor ur {name}. Ju mörkare färg, desto mer.",
            "Map of {who}: kronor from {name}. The darker the colour, the more.",
            values,
        ),
        listed,
        {code: bar.counted for code, bar in bars.items() if bar.counted},
        ("computed_kr", Text("Beräknat", "Computed")),
        unit,
        {one.code for one in listed} - set(bars),
    )
    ordered = largest_first(bar for bar in bars.values() if bar.whole)
    if len(ordered) <= MOST_BARS and not all_equal([(bar.name, bar.counted) for bar in ordered]):
        yield bar_picture(
            slug,
            title,
            Text(
                "Staplar för {who}: kronor ur {name}, störst först.",
                "Bars for {who}: kronor from {name}, largest first.",
                values,
            ),
            ordered,
        )


def _title(named: Sequence[Named], kind: RecipientKind, allocation: Allocation, unit: Unit) -> Text:
    values: dict[str, object] = {"n": str(len(named)), "kind": _KINDS[kind][2], "name": allocation.agreement.name}
    if len(named) == 1:
        return Text(
            "Allt som är beräknat går till {who}: {kr}",
            "All that is computed goes to {who}: {kr}",
            {"who": named[0][0], "kr": said(unit, named[0][1])},
        )
    if all_equal(named):
        return Text(
            "{n} {kind} får lika mycket var: {kr}",
            "{n} {kind} get the same each: {kr}",
            {**values, "kr": said(unit_for([named[0][1]]), named[0][1])},
        )
    first = leaders(named, unit)
    if first is not None:
        return Text(
            "{who} får mest av {n} {kind}: {kr}",
            "Most of {n} {kind} goes to {who}: {kr}",
            {**values, "who": first.who, "kr": first.said(unit)},
        )
    low, high = min(value for _, value in named), max(value for _, value in named)
    return Text(
        "{n} {kind} får mellan {low} och {high} var",
        "{n} {kind} get between {low} and {high} each",
        {**values, "low": said(unit, low), "high": said(unit, high)},
    )
