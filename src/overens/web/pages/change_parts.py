"""A comparison -> the parts of its page: the sums as an identity, pots with their causes, who gets more and who less."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from overens.agreement.model import Agreement
from overens.allocation.model import PotAllocation
from overens.scenario.attribute import Cause
from overens.scenario.compare import Line
from overens.scenario.pairs import PotPair
from overens.usecases.compare import Changes, Side
from overens.usecases.compare_tables import cause_words, gains_table, pots_table
from overens.usecases.sides import same_series
from overens.usecases.wording.compare import (
    IN_NO_SUM,
    NOTHING_ON_BOTH,
    ONE_SIDE_ONLY,
    causes_of,
    compared_words,
    identity_words,
    moved_words,
    nothing_told,
    one_sided_kr,
    pot_state_words,
    signed,
    unread_amendments,
)
from overens.usecases.wording.moved import from_and_to, qualified_words
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text, join_texts, plain
from overens.web.asked import Asked
from overens.web.command import command_line
from overens.web.grid import CellView, Column, Grid, SumOf, grid, money, words
from overens.web.ordering import ordered
from overens.web.table_grid import Row, Shown, table_grid

MOST = 30
"""A longer table shows only the ends: those who gain most, and those who lose most."""
END = 10


@dataclass(frozen=True)
class Subject:
    """What is compared with something earlier: the address of its page, and its names for programs and people."""

    path: str
    id: str
    name: str

    @property
    def year(self) -> int | None:
        """The year, where it is one."""
        return int(self.id) if self.path == f"/{self.id}" else None


def change_context(asked: Asked, subject: Subject, changes: Changes | None, before: str) -> dict[str, Any]:
    """Return what the template shows.

    Args:
        changes: None where there is nothing to compare with, or it was not yet known.
        before: What it is compared with, as it is written in an address.
    """
    place = changes.place if changes else None
    shown = {
        "changes": changes,
        "subject": subject,
        "action": f"{subject.path}/andring",
        "before": before,
        "place_word": asked.addresses.word(place) if place else "",
        "place_name": place.name if place else "",
        "choices": _choices(asked, subject),
        "not_then": False,
    }
    if changes is None:
        return shown | dict.fromkeys(_OF_CHANGES)
    story = nothing_told(changes)
    told = [] if story else [line for line in changes.lines if line.causes]
    lines = () if story else changes.lines
    return shown | {
        "payers": [],
        "qualified": [],
        "nothing": story,
        "nothing_on_both": None if lines else NOTHING_ON_BOTH,
        "in_no_sum": IN_NO_SUM,
        "one_side_only": ONE_SIDE_ONLY,
        "command": _command(asked, subject, changes, before),
        "backwards": _backwards(asked, subject, changes),
        "unread": list(unread_amendments(changes)),
        "lead": list(compared_words(changes))[1:],
        "sums": _sums(changes) if lines else [],
        "identity": identity_words(changes) if told else None,
        "steps": _steps(changes) if told else None,
        "pots": _pots(asked, changes) if lines else None,
        "moved": moved_words(changes),
        **(_who_pays(changes) if told and place is None and subject.year is None else {}),
        "gains": _gains(asked, subject, changes) if place is None and told else None,
        "not_compared": _not_compared(asked, changes) if changes.not_compared and story is None else None,
        "one_sided": _one_sided(asked, changes) if changes.one_sided and story is None else None,
        "county": _county(asked, changes),
    }


_OF_CHANGES = ("backwards", "sums", "steps", "pots", "gains", "payers", "qualified", "not_compared", "one_sided")
"""What the page leaves out where nothing is compared."""


def _who_pays(changes: Changes) -> dict[str, Any]:
    """Return where the money that some gain comes from, and who gets a pot on one side only."""
    moved = changes.balance
    return {"payers": from_and_to(moved) if moved else [], "qualified": list(qualified_words(*changes.qualified))}


def _choices(asked: Asked, subject: Subject) -> list[str]:
    if subject.year is not None:
        return [str(year) for year in sorted(asked.library.years)]
    return [one.id for one in same_series(asked.library, subject.id) if one.id != subject.id]


def _command(asked: Asked, subject: Subject, changes: Changes, before: str) -> str:
    place = ("--place", changes.place.name) if changes.place else ()
    return command_line(asked, "compare", before, subject.id, *place)


def _backwards(asked: Asked, subject: Subject, changes: Changes) -> str:
    """Return the address of the comparison the other way round, where the later year is compared with the earlier."""
    before = changes.before.year
    if before is None or subject.year is None or before <= subject.year:
        return ""
    place = f"/{asked.addresses.word(changes.place)}" if changes.place else ""
    return asked.link(f"/{before}{place}/andring", fran=subject.id)


def _sums(changes: Changes) -> list[tuple[Text, CellView]]:
    difference = _signed(changes.after_kr - changes.before_kr, "difference_kr")
    return [
        (_comparable(changes.before), _of(changes.before_kr, "before_kr")),
        (_comparable(changes.after), _of(changes.after_kr, "after_kr")),
        (Text("Skillnad", "Difference"), difference),
    ]


def _comparable(side: Side) -> Text:
    return Text("{name}, det som går att jämföra", "{name}, what can be compared", {"name": side.name})


def _steps(changes: Changes) -> Grid:
    """Return the sums step by step; they are the identity that the picture draws."""
    causes = [cause for cause in Cause if any(cause in line.causes for line in changes.lines)]
    rows = [
        [words(changes.before.name), _of(changes.before_kr, "before_kr")],
        *(
            [words(cause_words(cause)), _signed(changes.of_cause(cause), f"{cause.name.lower()}_kr")]
            for cause in causes
        ),
    ]
    columns = (Column(Text("Steg", "Step")), Column(Text("Kronor", "Kronor"), number=True))
    total = [words(changes.after.name), _of(changes.after_kr, "after_kr")]
    caption = Text("Stegen summerar till skillnaden, på kronan.", "The steps sum to the difference, to the krona.")
    return grid(caption, columns, rows, total)


def _of(kr: int, column: str) -> CellView:
    return money(kr, SumOf(column, table="pots"))


def _signed(kr: int, column: str = "") -> CellView:
    return CellView(plain(signed(kr)), value=kr, sum_of=SumOf(column, table="pots") if column else None)


def _pots(asked: Asked, changes: Changes) -> Grid:
    lines = {line.pair.name: line for line in changes.lines}
    made = table_grid(
        ordered(pots_table(changes), asked.sort, asked.language),
        (
            Shown("pot", lambda row: _pot(asked, changes, lines[str(row["pot"])])),
            Shown("before_kr", total=True),
            Shown("after_kr", total=True),
            Shown("difference_kr", _difference, total=True),
        ),
        Text(
            "Varje pott som går att jämföra, och varför den skiljer",
            "Each pot that can be compared, and why it differs",
        ),
        "pots",
        Text("Summa", "Total"),
    )
    return replace(made, total=(*made.total[:-1], _signed(changes.after_kr - changes.before_kr, "difference_kr")))


def _difference(row: Row) -> CellView:
    kr = row["difference_kr"]
    assert isinstance(kr, int)
    return _signed(kr)


def _pot(asked: Asked, changes: Changes, line: Line) -> CellView:
    """Return the pot's name with a link to why, and what changed in it."""
    _, agreement = _pot_and_agreement(line.pair)
    told = [plain(agreement.name), *([join_texts(causes_of(line), "; ")] if line.causes else [])]
    return replace(_name(asked, line.pair, changes.place), note=join_texts(told, ": "))


def _name(asked: Asked, pair: PotPair, place: Recipient | None = None) -> CellView:
    """Return the pot's name with a link to why, or to its agreement, and the agreement's name below."""
    pot, agreement = _pot_and_agreement(pair)
    href = f"/avtal/{agreement.id}"
    if place is not None:
        href = f"/{agreement.years[0]}/{asked.addresses.word(place)}/{agreement.id}/{pot.id}"
    return words(plain(pot.pot.name), asked.link(href), plain(agreement.name))


def _pot_and_agreement(pair: PotPair) -> tuple[PotAllocation, Agreement]:
    """Return the pot and its agreement, on the later side that has it."""
    pot, side = pair.after or pair.before, pair.agreements.after if pair.after else pair.agreements.before
    assert pot is not None
    assert side is not None
    return pot, side.agreement


def _gains(asked: Asked, subject: Subject, changes: Changes) -> Grid:
    table = gains_table(changes, asked.library.register)
    if len(table.rows) > MOST:
        table = replace(table, rows=(*table.rows[:END], *table.rows[-END:]))
    everyone = {(one.kind.name.lower(), one.code): one for one in asked.library.register.everyone}

    def name(row: Row) -> CellView:
        who = everyone.get((str(row["kind"]), str(row["code"])))
        return words(str(row["name"]), _place_href(asked, subject, who) if who else "")

    columns = (Shown("name", name), Shown("before_kr"), Shown("after_kr"), Shown("difference_kr", _difference))
    caption = Text("Den som ökar mest står först.", "Who gains most comes first.")
    if len(table.rows) < len(gains_table(changes, asked.library.register).rows):
        caption = Text(
            "De {n} som ökar mest och de {n} som ökar minst eller minskar; alla finns i filen.",
            "The {n} who gain most and the {n} who gain least or lose; all are in the file.",
            {"n": str(END)},
        )
    return table_grid(table, columns, caption)


def _place_href(asked: Asked, subject: Subject, who: Recipient) -> str:
    word = asked.addresses.word(who)
    if subject.year is None:
        return asked.here(place=word, sort="")
    there = replace(asked, target=replace(asked.target, path=f"{subject.path}/{word}/andring"))
    return there.here(place="", sort="")


def _not_compared(asked: Asked, changes: Changes) -> Grid:
    rows = [
        [_name(asked, pots, changes.place), words(pot_state_words(pots.before)), words(pot_state_words(pots.after))]
        for pots in changes.not_compared
    ]
    columns = (Column(Text("Pott", "Pot")), Column(Text("Före", "Before")), Column(Text("Efter", "After")))
    return grid(Text("Potter som inte går att jämföra", "Pots that cannot be compared"), columns, rows)


def _one_sided(asked: Asked, changes: Changes) -> Grid:
    rows = [
        [
            words(plain(one.allocation.agreement.name), asked.link(f"/avtal/{one.allocation.agreement.id}")),
            words(changes.after.name if one.on_the_later_side else changes.before.name),
            CellView(one_sided_kr(one), value=one.kr),
            words(one.why),
        ]
        for one in changes.one_sided
    ]
    columns = (
        Column(Text("Avtal", "Agreement")),
        Column(Text("Finns i", "Is in")),
        Column(Text("Kronor", "Kronor"), number=True),
        Column(Text("Varför inte på andra sidan", "Why not on the other side")),
    )
    return grid(Text("Avtal som bara finns på ena sidan", "Agreements on one side only"), columns, rows)


def _county(asked: Asked, changes: Changes) -> tuple[str, str] | None:
    """Return the county of a place that nothing could be compared for: its name, and the address of its comparison."""
    who = changes.place
    if who is None or who.kind is RecipientKind.AREA or changes.lines:
        return None
    area = asked.library.register.get(RecipientKind.AREA, who.county)
    year = changes.after.year
    if area is None or year is None:
        return None
    there = replace(asked, target=replace(asked.target, path=f"/{year}/{asked.addresses.word(area)}/andring"))
    return area.name, there.here()
