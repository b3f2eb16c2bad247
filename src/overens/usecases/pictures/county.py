"""A county in a year -> bars of what each of its organisations gets, and a hatched illustration of what they share."""

from __future__ import annotations

from collections.abc import Iterator

from overens.export.charts.bars import Bar
from overens.export.charts.certainty import COUNTED
from overens.export.charts.look import unit_for
from overens.export.picture import Picture
from overens.notice.illustration import Illustration
from overens.notice.standing import Standing
from overens.usecases.county import ILLUSTRATION, County, Joint, Member
from overens.usecases.pictures.compose import bar_picture, largest_first, leaders, said
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Text, join_texts, plain


def county_pictures(county: County, register: Register) -> tuple[Picture, ...]:
    """Return what each organisation gets for itself, and each shared sum were the sum divided by population."""
    return (*_members(county), *(_shared(one, county, register, n) for n, one in enumerate(_illustrated(county), 1)))


def _members(county: County) -> Iterator[Picture]:
    bars = largest_first(bar for one in county.members if (bar := _member(one)).counted)
    if len(bars) < 2:
        return
    unit = unit_for(bar.whole for bar in bars)
    whole = sum(bar.counted for bar in bars)
    values: dict[str, object] = {"county": county.area.name, "year": str(county.year)}
    first = leaders([(bar.name, bar.counted) for bar in bars], unit)
    if first is None:
        title = Text(
            "{n} organisationer i {county} får tillsammans {kr} {year}",
            "{n} organisations in {county} together get {kr} in {year}",
            {**values, "n": str(len(bars)), "kr": said(unit_for([whole]), whole)},
        )
    else:
        title = Text(
            "{who} får mest i {county} {year}: {kr}",
            "Most in {county} in {year}: {who}, {kr}",
            {**values, "who": first.who, "kr": first.said(unit_for([first.value]))},
        )
    description = Text(
        "Staplar för organisationerna i {county} {year}, störst först: säkert och härlett.",
        "Bars for the organisations in {county} in {year}, largest first: certain and inferred.",
        values,
    )
    yield bar_picture("organisationer", title, description, bars)


def _member(one: Member) -> Bar:
    awarded = {standing: one.sums[standing].awarded_kr for standing in COUNTED if standing in one.sums}
    return Bar(plain(one.recipient.name), {standing: kr for standing, kr in awarded.items() if kr})


def _illustrated(county: County) -> list[Joint]:
    """Return what is shared by several and may be illustrated."""
    return [
        one for one in county.joint if isinstance(one.illustration, Illustration) and len(one.illustration.parts) > 1
    ]


def _shared(joint: Joint, county: County, register: Register, n: int) -> Picture:
    illustration = joint.illustration
    assert isinstance(illustration, Illustration)
    parts = illustration.parts
    towns = [town for town in register.municipalities if town.code in parts]
    title = Text(
        "Illustration: {kr} till {county} {year}, om det delades efter folkmängd",
        "Illustration: {kr} to {county} in {year}, were it divided by population",
        {
            "kr": said(unit_for([illustration.shared_kr]), illustration.shared_kr),
            "county": county.area.name,
            "year": str(county.year),
        },
    )
    bars = largest_first(Bar(plain(town.name), {Standing.SHARED: parts[town.code]}) for town in towns)
    return bar_picture(f"illustration-{n}", title, join_texts([joint.words, ILLUSTRATION]), bars)
