"""What a county's organisations share, and what each gets for itself -> sentences and tables for a place's page."""

from __future__ import annotations

from dataclasses import dataclass

from overens.export.csv_table import Table
from overens.notice.illustration import Illustration
from overens.notice.standing import Standing
from overens.usecases.county import County, Joint
from overens.usecases.wording.place_sums import OWN_PART
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text, kronor
from overens.web.asked import Asked
from overens.web.grid import CellView, Grid, money, words
from overens.web.table_grid import Row, Shown, table_grid


@dataclass(frozen=True)
class SharedView:
    """A pot that a county's organisations share.

    Attributes:
        words: Who shares what, and why each one's part is not known.
        own: The own municipality's part, were it divided by population; None for others, or where it is not shown.
        why_not: Why nothing is illustrated.
        href: The agreement's page.
    """

    words: Text
    agreement: str
    href: str
    own: Text | None
    why_not: Text | None


def shared_views(asked: Asked, joint: tuple[Joint, ...], who: Recipient) -> list[SharedView]:
    """Return each pot that the place shares with others."""
    return [
        SharedView(
            one.words,
            one.row.allocation.agreement.name,
            asked.link(f"/avtal/{one.row.allocation.agreement.id}"),
            _own(one, who),
            one.illustration if isinstance(one.illustration, Text) else None,
        )
        for one in joint
    ]


def _own(joint: Joint, who: Recipient) -> Text | None:
    part = joint.part_of(who)
    if part is None or not isinstance(joint.illustration, Illustration):
        return None
    return Text(
        "Efter folkmängd per {day} vore delen för {who} ungefär {kr}.",
        "By population on {day} the part of {who} would be about {kr}.",
        {"day": joint.illustration.measured_on, "who": who.short_name, "kr": kronor(round(part, -3))},
    )


def illustration_grid(asked: Asked, table: Table, year: int) -> Grid:
    """Return what each municipality would get of what the county shares, by population; no total."""

    def agreement(row: Row) -> CellView:
        name = str(row["agreement"])
        return words(asked.library.readings[name][-1].written.agreement.name, asked.link(f"/avtal/{name}"))

    caption = Text("Illustration, inte ett besked: efter folkmängd.", "An illustration, no notice: by population.")
    shown = (
        Shown("name", lambda row: _municipality(asked, row, year)),
        Shown("illustration_kr", _about),
        Shown("agreement", agreement),
    )
    return table_grid(table, shown, caption)


def _about(row: Row) -> CellView:
    kr = row["illustration_kr"]
    return money(kr if isinstance(kr, int) else None, rough=True)


def _municipality(asked: Asked, row: Row, year: int) -> CellView:
    who = asked.library.register.get(RecipientKind.MUNICIPALITY, str(row["code"]))
    assert who is not None
    return words(who.name, asked.link(f"/{year}/{asked.addresses.word(who)}"))


_COLUMNS = ((Standing.CERTAIN, "certain_kr"), (Standing.INFERRED, "inferred_kr"))


def _awarded(county: County, standing: Standing, column: str) -> Shown:
    """Return the column of what each member has that is certain, or inferred; rounded where one of them is."""
    sums = {(one.recipient.kind.name.lower(), one.recipient.code): one.sums.get(standing) for one in county.members}

    def cell(row: Row) -> CellView:
        stake = sums[str(row["kind"]), str(row["code"])]
        return money(stake.awarded_kr, rough=not stake.exact) if stake else money(None)

    rough = any(not stake.exact for stake in sums.values() if stake)
    return Shown(column, cell, total=True, amount=lambda kr, sum_of: money(kr, sum_of, rough=rough and bool(kr)))


def members_grid(asked: Asked, county: County, table: Table) -> Grid:
    """Return the county's region and municipalities with what each gets for itself."""
    by_code = {(one.recipient.kind.name.lower(), one.recipient.code): one.recipient for one in county.members}

    def name(row: Row) -> CellView:
        who = by_code[(str(row["kind"]), str(row["code"]))]
        return words(who.name, asked.link(f"/{county.year}/{asked.addresses.word(who)}"))

    shown = (
        Shown("name", name),
        Shown("inhabitants"),
        *(_awarded(county, standing, column) for standing, column in _COLUMNS),
    )
    return table_grid(table, shown, OWN_PART, "members", Text("Summa", "Total"))
