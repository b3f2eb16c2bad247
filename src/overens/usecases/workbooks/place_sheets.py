"""A place's agreements, months, members and peers -> sheets whose kronor are formulas over its pots and payments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from overens.export.csv_table import Cell, Table
from overens.notice.standing import Standing, standing_words
from overens.usecases.months import MonthsOfPlace, months_table, payments_table
from overens.usecases.peers import Peers
from overens.usecases.peers_table import peers_table
from overens.usecases.place_parts import PlaceParts
from overens.usecases.place_parts_table import parts_table
from overens.usecases.workbooks.place_pots import STAKE_HEADINGS, STAKES
from overens.usecases.workbooks.table_sheet import (
    Here,
    Live,
    Plan,
    Written,
    chosen,
    live,
    quoted_words,
    same_as,
    where_anything,
    with_rough,
)
from overens.usecases.workbooks.words import ROUGH, SURENESS, any_rough
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import NO, YES, Language, Text

_OF_AGREEMENT = {
    "certain_kr": (Standing.CERTAIN, "awarded_kr"),
    "inferred_kr": (Standing.INFERRED, "awarded_kr"),
    "to_earn_at_most_kr": (Standing.TO_EARN, "at_most_kr"),
    "to_earn_at_least_kr": (Standing.TO_EARN, "at_least_kr"),
    "to_earn_part_of_kr": (Standing.TO_EARN, "part_of_kr"),
    "not_computed_at_most_kr": (Standing.NOT_COMPUTED, "at_most_kr"),
    "not_computed_at_least_kr": (Standing.NOT_COMPUTED, "at_least_kr"),
    "not_computed_part_of_kr": (Standing.NOT_COMPUTED, "part_of_kr"),
    "shared_in_county_kr": (Standing.SHARED, "part_of_kr"),
}
"""A column of the agreements -> how the pots that it sums stand, and their column."""
_COMPARED = ("compared_before_kr", "compared_after_kr", "difference_kr")
_DAYS = Text(
    "Dagar med minus: efter den dagen. Minst och mest skiljer där bara månaden är känd.",
    "Days with a minus: after that day. Least and most differ where only the month is known.",
)
_NO_MONTH = Text("månad ej funnen", "month not found")


def sums_sheet(parts: PlaceParts, pots: Live, name: str, language: Language) -> Live:
    """Return the place's kronor by how they stand; ways of knowing that are not of one kind are never added."""
    table = Table(
        Text(
            "{who} {year}: vad vi får, kronor",
            "{who} {year}: what we get, kronor",
            {"who": parts.recipient.name, "year": str(parts.year)},
        ),
        ("sureness", "pots", *STAKES, "rough"),
        (SURENESS, Text("Potter", "Pots"), *STAKE_HEADINGS, ROUGH),
        tuple(
            (
                standing_words(standing),
                sum(pot.standing is standing for part in parts.parts for pot in part.pots),
                *(getattr(stake, column) for column in STAKES),
                ROUGH if any_rough([stake]) else None,
            )
            for standing, stake in parts.sums.items()
        ),
    )

    def of(column: str) -> Written:
        return lambda here, _: pots.sum_where(column, ("sureness", here("sureness")))

    formulas: dict[str, Written] = {column: of(column) for column in STAKES}
    formulas["pots"] = lambda here, _: f"COUNTIFS({pots.column('sureness')},{here('sureness')})"
    return live(table, Plan(name, "sums", (), formulas, STAKES[:1]), language)


def agreements_sheet(parts: PlaceParts, pots: Live, name: str, language: Language) -> Live:
    """Return the agreements: sums of their pots, and what is comparable last year."""
    compared = _COMPARED if parts.last_year else ()
    table = _with_both_ends(where_anything(parts_table(parts), ("agreement", "name", *compared)), parts)
    table = with_rough(table, "name", ROUGH, [any_rough(part.sums.values()) for part in parts.parts])

    def of(standing: Standing, column: str) -> Written:
        words = quoted_words(standing_words(standing).say(language))
        return lambda here, values: pots.sum_where(
            column, ("agreement", same_as(here("agreement"), str(values["agreement"]))), ("sureness", words)
        )

    formulas: dict[str, Written] = {name: of(*found) for name, found in _OF_AGREEMENT.items()}
    formulas["difference_kr"] = lambda here, _: f"{here('compared_after_kr')}-{here('compared_before_kr')}"
    summed = [one for one in table.names if one.endswith("_kr")]
    return live(table, Plan(name, "agreements", (_DAYS,), formulas, summed, frozen=2), language)


def _with_both_ends(table: Table, parts: PlaceParts) -> Table:
    """Return the table with the least and the most days of notice: they differ where only a month is known."""
    for name, of in (("days_to_1_january", "days"), ("days_to_30_november", "days_to_budgets")):
        if name not in table.names:
            continue
        n = table.names.index(name)
        heads = tuple(
            replace(words, values={"days": table.headings[n]})
            for words in (Text("{days}, minst", "{days}, least"), Text("{days}, mest", "{days}, most"))
        )
        found = [getattr(part.known, of) if part.known else None for part in parts.parts]
        rows = tuple(
            (*row[:n], one.low if one else None, one.high if one else None, *row[n + 1 :])
            for row, one in zip(table.rows, found, strict=True)
        )
        names = (*table.names[:n], f"{name}_least", f"{name}_most", *table.names[n + 1 :])
        table = Table(table.title, names, (*table.headings[:n], *heads, *table.headings[n + 1 :]), rows)
    return table


def payments_sheet(months: MonthsOfPlace, pots: Live, name: str, language: Language) -> Live:
    """Return the payments; the last of each pot is what the pot gives less the others, so that they follow the pot."""
    table = _worded(payments_table(months))
    at = {name: n for n, name in enumerate(table.names)}
    last = {(row[at["agreement"]], row[at["pot"]]): n for n, row in enumerate(table.rows)}
    of_pot = {(row[0], row[2]): n for n, row in enumerate(pots.table.rows)}
    earned = standing_words(Standing.TO_EARN)

    def rest(here: Here, values: Mapping[str, Cell]) -> str:
        pot = (values["agreement"], values["pot"])
        n = here.row - here.span.first
        if last[pot] != n:
            return ""
        others = [m for m, row in enumerate(table.rows) if (row[at["agreement"]], row[at["pot"]]) == pot and m != n]
        whole = pots.cell("at_most_kr" if values["standing"] == earned else "awarded_kr", of_pot[pot])
        return whole + "".join(f"-{here.span.cell(at['kr'], here.span.first + m)}" for m in others)

    note = Text(
        "Pottens sista betalning är vad potten ger minus de andra betalningarna.",
        "A pot's last payment is what the pot gives less the other payments.",
    )
    plan = Plan(name, "payments", (note,), {"kr": rest}, ("kr",), inputs=("kr",), filtered=True)
    return live(table, plan, language)


def _worded(table: Table) -> Table:
    """Return the payments with words for people: how each stands, a month that is not found, and yes or no."""
    at = {name: n for n, name in enumerate(table.names)}

    def row(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        said = list(cells)
        said[at["month"]] = cells[at["month"]] or _NO_MONTH
        said[at["at_latest"]] = YES if cells[at["at_latest"]] else NO
        said[at["standing"]] = standing_words(Standing[str(cells[at["standing"]]).upper()])
        return tuple(said)

    headings = (*table.headings[: at["standing"]], SURENESS, *table.headings[at["standing"] + 1 :])
    return replace(table, headings=headings, rows=tuple(map(row, table.rows)))


def months_sheet(months: MonthsOfPlace, payments: Live, name: str, language: Language) -> Live:
    """Return the months: sums of their payments by how each stands; what no payment is known of has no column."""
    table = months_table(months)
    table = chosen(table, [one for n, one in enumerate(table.names) if n == 0 or any(row[n] for row in table.rows)])
    table = replace(table, rows=tuple((row[0] or _NO_MONTH, *row[1:]) for row in table.rows))

    def paid(here: Here, *standings: Standing, at_latest: bool = False) -> str:
        # exact comparison, since SUMIFS would take '2024-08' for a day
        month = f"({payments.column('month')}={here('month')})"
        how = "+".join(
            f"({payments.column('standing')}={quoted_words(standing_words(one).say(language))})" for one in standings
        )
        latest = f"*({payments.column('at_latest')}={quoted_words(YES.say(language))})" if at_latest else ""
        return f"SUMPRODUCT({month}*({how}){latest}*{payments.column('kr')})"

    formulas: dict[str, Written] = {
        "certain_kr": lambda here, _: paid(here, Standing.CERTAIN),
        "inferred_kr": lambda here, _: paid(here, Standing.INFERRED),
        "to_earn_at_most_kr": lambda here, _: paid(here, Standing.TO_EARN),
        "of_which_at_latest_kr": lambda here, _: paid(here, Standing.CERTAIN, Standing.INFERRED, at_latest=True),
    }
    return live(table, Plan(name, "months", (), formulas, table.names[1:]), language)


def members_sheet(table: Table, name: str, language: Language) -> Live:
    """Return the region and the municipalities of a county beside each other, with sums."""
    shown = _beside(table)
    summed = [one for one in shown.names if one.endswith("_kr")]
    return live(shown, Plan(name, "members", (), _each(shown), summed, frozen=2), language)


def peers_sheet(peers: Peers, pots: Live, name: str, language: Language) -> Live:
    """Return similar places beside each other; what the place itself gets is summed from its pots.

    A county stands there with all that its organisations get, which is more than its own pots.
    """
    table = peers_table(peers)
    at = table.names.index("name")
    named = zip(table.rows, (one.recipient.name for one in peers.places), strict=True)
    shown = _beside(replace(table, rows=tuple((*row[:at], name, *row[at + 1 :]) for row, name in named)))
    shown = with_rough(shown, "name", ROUGH, [any_rough(one.sums.values()) for one in peers.places])

    def own(standing: Standing, stake: str) -> Written:
        words = quoted_words(standing_words(standing).say(language))
        mine = peers.recipient.code if peers.recipient.kind is not RecipientKind.AREA else ""
        return lambda _, values: pots.sum_where(stake, ("sureness", words)) if values["code"] == mine else ""

    formulas = _each(shown) | {column: own(*found) for column, found in _OF_AGREEMENT.items()}
    return live(shown, Plan(name, "peers", (peers.why,), formulas, frozen=2), language)


def _beside(table: Table) -> Table:
    return where_anything(table, ("code", "name", "inhabitants", "computed_kr", "computed_kr_per_inhabitant"))


def _each(shown: Table) -> dict[str, Written]:
    """Return the formulas of what is certain and inferred together, and per inhabitant."""
    both = [one for one in ("certain_kr", "inferred_kr") if one in shown.names]
    return {
        "computed_kr": lambda here, _: "+".join(map(here, both)),
        "computed_kr_per_inhabitant": lambda here, _: f"{here('computed_kr')}/{here('inhabitants')}",
    }
