"""The register of recipients -> a link to every place, so that one gets anywhere without typing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, counted, swedish_order
from overens.web.asked import Asked


@dataclass(frozen=True)
class PlaceLink:
    """A place's name and the address of its page."""

    name: str
    href: str


@dataclass(frozen=True)
class CountyLink:
    """A county, and each of its municipalities."""

    name: str
    href: str
    many: Text
    municipalities: tuple[PlaceLink, ...]


@dataclass(frozen=True)
class Everywhere:
    """Every place there is, å ä ö last."""

    regions: tuple[PlaceLink, ...]
    counties: tuple[CountyLink, ...]


def everywhere(asked: Asked) -> Everywhere:
    """Return the way to every place's page of the newest year."""
    register = asked.library.register
    return Everywhere(
        tuple(PlaceLink(who.name, place_href(asked, who)) for who in _in_order(register.regions)),
        tuple(_county(asked, area) for area in _in_order(register.areas)),
    )


def place_href(asked: Asked, who: Recipient) -> str:
    """Return the address of the place's page of the newest year."""
    return asked.link(f"/{newest_year(asked)}/{asked.addresses.word(who)}")


def newest_year(asked: Asked) -> int:
    """Return the newest year that any agreement is for; this year, if there are none."""
    return max(asked.library.years, default=asked.today.year)


def _county(asked: Asked, area: Recipient) -> CountyLink:
    inside = [one for one in asked.library.register.municipalities if one.county == area.code]
    return CountyLink(
        area.name,
        place_href(asked, area),
        counted(len(inside), ("kommun", "kommuner"), ("municipality", "municipalities")),
        tuple(PlaceLink(one.short_name, place_href(asked, one)) for one in _in_order(inside)),
    )


def _in_order(places: Iterable[Recipient]) -> list[Recipient]:
    return sorted(places, key=lambda who: swedish_order(who.short_name))
