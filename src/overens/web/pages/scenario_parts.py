"""What a change in a pot moves -> the parts of its page: sums, who gets more and less, steps, who pays, the identity."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from overens.allocation.model import PotAllocation
from overens.export.csv_table import Table
from overens.figures.population import kr_each
from overens.scenario.effects import PotMove
from overens.usecases.simulate import Row as Gets
from overens.usecases.simulate import Simulation
from overens.usecases.simulation_tables import IDENTITY, identity_of
from overens.usecases.what_if.what_if import WhatIf
from overens.usecases.what_if_tables import LESS, MORE
from overens.usecases.wording.compare import pot_state_words, signed
from overens.usecases.wording.moved import from_and_to
from overens.usecases.wording.simulate import effect_words, not_sure_words, predictable_words
from overens.usecases.wording.what_if import (
    assumed_words,
    cannot,
    how_many,
    moves,
    qualified,
    signed_percent,
    step_words,
)
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text, plain
from overens.web.asked import Asked
from overens.web.command import command_line
from overens.web.form import Form, Target, file_name_of
from overens.web.grid import CellView, Column, Grid, SumOf, grid, money, words
from overens.web.ordering import ordered
from overens.web.table_grid import Row, Shown, table_grid

CHANGES, ASSUMED = "changes", "assumed"
"""The scenario files that the page gives."""
MANY = 60
"""From so many recipients on the table is folded."""


def answer_of(asked: Asked, what_if: WhatIf, tables: Mapping[str, Table]) -> dict[str, Any]:
    """Return what the template shows below the form."""
    moved, pot = what_if.simulation, what_if.base.pot(what_if.pot_id)
    assert pot is not None
    shown: dict[str, Any] = {
        "moved": moved,
        "assumed": assumed_words(what_if),
        "cannot_before": cannot(pot),
        "before": _before(asked, what_if, pot, tables) if moved is None and pot.awards else None,
        "folded": len(pot.recipients) > MANY and not asked.sort,
        "commands": _commands(asked, what_if),
        "files": [(name, asked.here(Form.YAML, table=name), _file_name(asked, name)) for name in _files(what_if)],
    }
    if moved is None:
        return shown
    mine = next(one for one in moved.pots if one.name == what_if.name)
    return shown | {
        "cannot_after": cannot(mine.after),
        "changes_nothing": moved.changes_nothing,
        "lead": moves(moved) if moved.compared else None,
        "sums": _sums(moved, what_if) if moved.compared else [],
        "steps": [(step_words(what_if, step), effect_words(step)) for step in moved.steps],
        "recipients": _recipients(asked, what_if, tables["recipients"]) if moved.rows else None,
        "newly": [qualified(one) for one in moved.newly_qualified],
        "no_longer": [qualified(one) for one in moved.no_longer_qualified],
        "payers": from_and_to(moved.balance) if moved.compared else [],
        "predictable": predictable_words(moved.predictable_before, moved.predictable_after),
        "not_sure": not_sure_words(moved),
        "identities": [_identity(one) for one in moved.compared],
        "not_compared": [_not_compared(one) for one in moved.not_compared],
    }


def _files(what_if: WhatIf) -> list[str]:
    return [name for name, one in ((CHANGES, what_if.tried), (ASSUMED, what_if.assumed)) if one is not None]


def _file_name(asked: Asked, name: str) -> str:
    return file_name_of(Target(asked.target.path, Form.YAML), name)


# --- as agreed ----------------------------------------------------------------------


def _before(asked: Asked, what_if: WhatIf, pot: PotAllocation, tables: Mapping[str, Table]) -> Grid:
    by_name = {(one.kind.name.lower(), one.code): one for one in pot.recipients}
    columns = (
        Shown("name", lambda row: _name(asked, what_if, by_name.get((str(row["kind"]), str(row["code"]))), row)),
        Shown("awarded_kr", total=True),
    )
    caption = Text("Vad var och en får, innan något ändras", "What each gets, before anything is changed")
    return table_grid(
        ordered(tables["awards"], asked.sort, asked.language), columns, caption, "awards", Text("Summa", "Total")
    )


def _name(asked: Asked, what_if: WhatIf, who: Recipient | None, row: Row) -> CellView:
    """Return the name, with a link to why the recipient gets what it gets as agreed."""
    if who is None or (who.kind, who.code) not in asked.addresses.words:
        return words(str(row["name"]))
    agreement = what_if.agreed.agreement
    why = f"/{agreement.years[0]}/{asked.addresses.word(who)}/{agreement.id}/{what_if.pot_id}"
    name = who.name if who.kind is RecipientKind.AREA else who.short_name
    return words(name, asked.link(why))


# --- what moves ---------------------------------------------------------------------


def _sums(moved: Simulation, what_if: WhatIf) -> list[tuple[Text, CellView, Text]]:
    """Return what those who gain get more, what those who lose get less, and the sum before and after."""
    gained = SumOf("difference_kr", (("direction", MORE),), "recipients")
    lost = SumOf("difference_kr", (("direction", LESS),), "recipients")
    before, after = (SumOf(name, table="recipients") for name in ("before_kr", "after_kr"))
    agreed = Text("med det som antas", "with what is assumed") if what_if.assumed else Text("som avtalat", "as agreed")
    if len(moved.compared) > 1:
        values: dict[str, object] = {"agreed": agreed, "n": str(len(moved.compared))}
        agreed = Text("{agreed}, i de {n} potter som ändras", "{agreed}, in the {n} pots that change", values)
    return [
        (Text("Får mer", "Get more"), _signed(moved.balance.gained_kr, gained), how_many(moved, moved.gaining)),
        (Text("Får mindre", "Get less"), _signed(-moved.balance.lost_kr, lost), how_many(moved, moved.losing)),
        (Text("Delas ut före", "Awarded before"), money(moved.before_kr, before), agreed),
        (Text("Delas ut efter", "Awarded after"), money(moved.after_kr, after), _difference(moved)),
    ]


def _difference(moved: Simulation) -> Text:
    kr = moved.after_kr - moved.before_kr
    return plain(signed(kr)) if kr else Text("oförändrat", "unchanged")


def _signed(kr: int, sum_of: SumOf | None = None) -> CellView:
    return CellView(plain(signed(kr)), value=kr, sum_of=sum_of)


def _recipients(asked: Asked, what_if: WhatIf, table: Table) -> Grid:
    assert what_if.simulation is not None
    rows = {(row.who.kind.name.lower(), row.who.code): row for row in what_if.simulation.rows}

    def of(row: Row) -> Gets:
        return rows[(str(row["kind"]), str(row["code"]))]

    columns = (
        Shown("name", lambda row: _name(asked, what_if, of(row).who, row)),
        Shown("before_kr", total=True),
        Shown("after_kr", total=True),
        Shown(
            "difference_kr",
            lambda row: _signed(of(row).difference_kr),
            total=True,
            amount=lambda kr, of: _signed(kr or 0, of),
        ),
        Shown("difference_percent", lambda row: words(signed_percent(of(row)))),
        Shown("difference_kr_per_inhabitant", lambda row: words(_each(of(row).per_inhabitant))),
    )
    caption = Text(
        "Den som får mest mer står först; namnet leder till varför.",
        "Who gains most comes first; the name leads to why.",
    )
    total = Text("Summa", "Total")
    return table_grid(ordered(table, asked.sort, asked.language), columns, caption, "recipients", total)


def _each(kr: Fraction | None) -> Text:
    if kr is None:
        return plain("–")
    return Text("+{kr}", "+{kr}", {"kr": kr_each(kr)}) if kr > 0 else kr_each(kr)


# --- the pots -----------------------------------------------------------------------

_PARTS = ("awarded", "lapsed", "undistributed")


def _identity(one: PotMove) -> Grid:
    """Return where the pot's kronor are before and after: awarded, lapsed, reaching nobody; they sum to the pot."""
    before, after = identity_of(one.before), identity_of(one.after)
    rows = [
        [words(IDENTITY[n]), money(before[n]), money(after[n]), _signed((after[n] or 0) - (before[n] or 0))]
        for n in (1, 2, 3)
    ]
    where = (("pot", one.name),)
    sums = [SumOf(" ".join(f"{side}_{part}_kr" for part in _PARTS), where, "pots") for side in ("before", "after")]
    whole = (before[0] or 0, after[0] or 0)
    total = [
        words(IDENTITY[0]),
        *(money(kr, of) for kr, of in zip(whole, sums, strict=True)),
        words(signed(whole[1] - whole[0])),
    ]
    columns = (
        Column(Text("Kronorna", "The kronor")),
        Column(Text("Före", "Before"), number=True),
        Column(Text("Efter", "After"), number=True),
        Column(Text("Skillnad", "Difference"), number=True),
    )
    caption = Text(
        "{pot}: delarna summerar till potten", "{pot}: the parts sum to the pot", {"pot": one.after.pot.name}
    )
    return grid(caption, columns, rows, total)


def _not_compared(one: PotMove) -> tuple[str, Text, Text]:
    return one.after.pot.name, pot_state_words(one.before), pot_state_words(one.after)


# --- on the command line --------------------------------------------------------------


def _commands(asked: Asked, what_if: WhatIf) -> list[str]:
    """Return the command that gives the same: each change on the line, or the files where only they can say it."""
    if what_if.tried is None and what_if.assumed is None:
        return [command_line(asked, "agreement", what_if.agreed.agreement.id)]
    assumed, tried = _file_name(asked, ASSUMED), _file_name(asked, CHANGES)
    given = ("--from", assumed) if what_if.assumed and what_if.tried else ()
    lock = ("--same-total",) if what_if.same_total and what_if.tried else ()
    lines = [step.on_a_line() for step in what_if.changes]
    if what_if.tried is None:
        changes = [assumed]
    elif all(lines):
        changes = [word for line in lines for word in ("--change", line or "")]
    else:
        changes, lock = [tried], ()
    return [command_line(asked, "simulate", *changes, *given, *lock)]
