"""A sum that only a county has + its municipalities' populations -> an illustration of each one's part, never an award."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from overens.allocation.apportion import apportion
from overens.figures.population import Population
from overens.notice.rows import PlaceRow
from overens.vocabulary.money import Amount
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import Text, plain


@dataclass(frozen=True)
class Illustration:
    """A county's sum as it would be, were it divided by population (illustration); it is in no total.

    Attributes:
        shared_kr: What the municipalities share; the parts sum to it, asserted.
        parts: Code of a municipality -> kronor.
        measured_on: The day the inhabitants were counted.
    """

    shared_kr: int
    parts: Mapping[str, int]
    measured_on: str

    def __post_init__(self) -> None:
        assert sum(self.parts.values()) == self.shared_kr


def sum_shared(row: PlaceRow) -> Amount | None:
    """Return the sum that a county's organisations share: its award or, of a county alone in the pot, the pot."""
    if row.award is not None:
        return row.award.amount
    return row.pot.amount if len(row.pot.recipients) == 1 else None


def illustrate(row: PlaceRow, area: Recipient, municipalities: Mapping[str, Population | Text]) -> Illustration | Text:
    """Divide what the municipalities of a county share by their populations, or say why that cannot be done.

    Whole kronor by largest remainder, so that the parts sum to what is shared.

    Args:
        row: A pot as seen from the county.
        municipalities: Code -> population of every municipality that may share it.
    """
    sharers = sharers_of(row, area)
    shared = sum_shared(row)
    if shared is None:
        return Text("länets summa är inte känd", "the county's sum is not known")
    if not sharers or not set(sharers) <= set(municipalities):
        return Text(
            "regionen och kommunerna delar; folkmängd säger inget om hur",
            "the region and the municipalities share; population says nothing of how",
        )
    counts = {code: count for code in sharers if isinstance(count := municipalities[code], Population)}
    days = {count.measured_on for count in counts.values()}
    if len(counts) < len(sharers) or len(days) != 1:
        return Text("folkmängden är inte funnen för alla", "the population of all is not found")
    parts = apportion(shared.kr, {code: count.inhabitants for code, count in counts.items()})
    return Illustration(shared.kr, parts, days.pop())


def sharers_of(row: PlaceRow, area: Recipient) -> tuple[str, ...]:
    """Return the codes of the organisations that share the county's part of the pot."""
    return next((one.shared_by for one in row.pot.recipients if (one.kind, one.code) == (area.kind, area.code)), ())


def shared_words(row: PlaceRow, area: Recipient, register: Register) -> Text:
    """Return who shares the county's money of a pot, and why each one's part is not known.

    'Jönköpings läns 13 kommuner delar 29 000 000 kr; nyckeln är inte publicerad.'
    """
    codes = sharers_of(row, area)
    amount = sum_shared(row)
    values: dict[str, object] = {
        "of": area.name if area.name.endswith("s") else f"{area.name}s",
        "county": area.name,
        "who": _sharers_words(codes, register),
        "kr": _share_words(row) if amount is None else plain(str(amount)),
        "why": row.pot.reason or Text("nyckeln är inte publicerad", "the key is not published"),
    }
    if len(codes) == 1:
        return Text(
            "{of} enda kommun får {kr}; i källan står summan på länet.",
            "The only municipality of {county} gets {kr}; the source states the sum for the county.",
            values,
        )
    return Text("{of} {who} delar {kr}; {why}.", "The {who} of {county} share {kr}; {why}.", values)


def _sharers_words(codes: tuple[str, ...], register: Register) -> Text:
    n = sum(register.get(RecipientKind.MUNICIPALITY, code) is not None for code in codes)
    many = Text("{n} kommuner", "{n} municipalities", {"n": str(n)})
    towns = Text("kommun", "municipality") if n == 1 else many
    return towns if len(codes) == n else Text("region och {towns}", "region and {towns}", {"towns": towns})


def _share_words(row: PlaceRow) -> Text:
    """Return that the county's own sum is not known, with the whole pot where that is."""
    if row.pot.amount is None:
        return Text("en summa som inte är känd", "a sum that is not known")
    return Text("en okänd del av {kr}", "an unknown part of {kr}", {"kr": str(row.pot.amount)})
