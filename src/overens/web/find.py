"""The words of an address -> the year, the place or the agreement meant, or what may have been meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from overens.allocation.model import Allocation, PotAllocation
from overens.vocabulary.names import did_you_mean, slug
from overens.vocabulary.periods import year_spans
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text, plain
from overens.web.answer import Elsewhere
from overens.web.asked import Asked
from overens.web.refused import Refused, Way

FIRST, LAST = 1990, 2100


def find_year(asked: Asked) -> int:
    """Return the year in the address; one without agreements is a year all the same.

    Raises:
        Refused: If it is no year.
    """
    words = asked.words["year"]
    if words.isascii() and words.isdigit() and len(words) == 4 and FIRST <= int(words) <= LAST:
        return int(words)
    near = did_you_mean(words, [str(year) for year in asked.library.years])
    ways = [Way(plain(str(year)), asked.link(f"/{year}")) for year in ([near] if near else _newest(asked))]
    raise Refused(404, _no_year(words), [*ways, Way(_SEARCH, asked.link("/sok", q=words[:100]))])


def find_place(asked: Asked, path: str) -> Recipient | Elsewhere:
    """Return the place in the address, or the address it has: one written in another way is shown the right one.

    Args:
        path: The address of the view, with {} for the place.

    Raises:
        Refused: If nobody has the name, or several do.
    """
    word = asked.words["place"]
    found = asked.addresses.find(word)
    if len(found) == 1:
        own = asked.addresses.word(found[0])
        if own == word:
            return found[0]
        return Elsewhere(asked.moved(asked.target.moved(path.format(own))))
    ways = [_way(asked, path, who) for who in found or asked.addresses.near(word)]
    raise Refused(300, _several(word), ways) if found else Refused(404, _nobody(word), ways)


def find_named_place(asked: Asked, typed: str) -> Recipient | None:
    """Return the place that a form's field names; None for an empty field.

    Raises:
        Refused: If nobody has the name, or several do.
    """
    if not typed:
        return None
    found = asked.addresses.find(slug(typed)) or asked.addresses.find(typed)
    if len(found) == 1:
        return found[0]
    near = found or asked.addresses.near(typed)
    ways = [Way(_named(asked, who), asked.here(place=asked.addresses.word(who))) for who in near]
    raise Refused(300, _several(typed), ways) if found else Refused(422, _nobody(typed), ways)


def find_agreement(asked: Asked, word: str) -> str:
    """Return the agreement's id; for an amendment, that of the agreement it changes.

    Raises:
        Refused: If there is none.
    """
    library = asked.library
    found = library.amends.get(word, word)
    if found in library.readings:
        return found
    near = did_you_mean(word, library.ids)
    ways = [Way(plain(near), asked.link(f"/avtal/{near}"))] if near else []
    raise Refused(404, no_agreement(word), [*ways, Way(_ALL, asked.link("/avtal"))])


def of_its_year(asked: Asked, year: int, agreement_id: str) -> int:
    """Return the year that the agreement's money counts in; that is its first, for one that is for several.

    Raises:
        Refused: If the agreement is not for the year at all.
    """
    years = asked.library.reading(agreement_id, asked.as_known_on).written.agreement.years
    if year in years:
        return years[0]
    words = asked.words
    right = f"/{years[0]}/{words['place']}/{words['agreement']}/{words['pot']}"
    raise Refused(404, _other_year(agreement_id, year, years), [Way(plain(right), asked.link(right))])


def find_pot(asked: Asked, allocation: Allocation, base: str) -> PotAllocation:
    """Return the pot in the address.

    Args:
        base: The address of the year and the place, for links to other pots.

    Raises:
        Refused: If the agreement has no such pot, had none on the day, or it is a sum of pots.
    """
    word, agreement = asked.words["pot"], allocation.agreement
    found = allocation.pot(word)
    if found is not None:
        return found
    near = did_you_mean(word, [pot.id for pot in allocation.pots])
    inside = [pot for pot in allocation.pots if word in pot.path[:-1]]
    shown = inside or [pot for pot in allocation.pots if pot.id == near] or allocation.pots
    ways = [
        Way(plain(f"{pot.pot.name} ({pot.id})"), asked.link(f"{base}/{agreement.id}/{pot.id}"))
        for pot in shown[:MOST_WAYS]
    ]
    later = any(path[-1] == word for path, _ in asked.library.written[agreement.id].agreement.leaves())
    if later and asked.as_known_on:
        now = Way(_NOW, asked.here(as_known_on=""))
        raise Refused(404, _no_pot_then(word, agreement.id, asked.as_known_on), [now, *ways])
    fault = _sum_of_pots(word, agreement.id) if inside else _no_pot(word, agreement.id)
    raise Refused(404, fault, [*ways, Way(plain(agreement.name), asked.link(f"/avtal/{agreement.id}"))])


MOST_WAYS = 12
"""As many pots as are named to someone who asks for one that is not there."""

_NOW = Text("Visa som det är känt nu", "Show as it is known now")
_SEARCH = Text("Sök efter det i stället", "Search for it instead")
_ALL = Text("Alla avtal", "All agreements")


def _newest(asked: Asked) -> list[int]:
    return sorted(asked.library.years)[-3:]


def _way(asked: Asked, path: str, who: Recipient) -> Way:
    return Way(_named(asked, who), asked.link(path.format(asked.addresses.word(who))))


def _named(asked: Asked, who: Recipient) -> Text:
    """Return the name, and the county of a municipality: of those that are taken for each other, one knows one's county."""
    if who.kind is not RecipientKind.MUNICIPALITY:
        return plain(who.name)
    county = asked.library.register.get(RecipientKind.AREA, who.county)
    return plain(f"{who.name} ({county.name})" if county else who.name)


def _no_year(words: str) -> Fault:
    return Fault.of(
        "'{words}' är inget år.",
        "Adresser börjar med ett år, som /2024, eller med ett ord som /avtal.",
        "'{words}' is not a year.",
        "Addresses begin with a year, as /2024, or a word, as /avtal.",
        words=words[:60],
    )


def _nobody(word: str) -> Fault:
    return Fault.of(
        "Ingen region, kommun eller något län heter '{word}'.",
        "Sök, eller välj nedan om något stämmer.",
        "No region, municipality or county is called '{word}'.",
        "Search, or choose below if one is right.",
        word=word[:60],
    )


def _several(word: str) -> Fault:
    return Fault.of(
        "'{word}' kan vara flera.",
        "Välj en:",
        "'{word}' may be several.",
        "Choose one:",
        word=word[:60],
    )


def no_agreement(word: str) -> Fault:
    """Return what is said of an agreement that does not exist."""
    return Fault.of(
        "Avtalet '{word}' finns inte.",
        "Sök, eller se alla avtal.",
        "There is no agreement '{word}'.",
        "Search, or see all agreements.",
        word=word[:60],
    )


def nothing_here(path: str) -> Fault:
    """Return what is said of an address that no page has."""
    return Fault.of(
        "Adressen {path} finns inte.",
        "Sök efter din region eller kommun, eller börja från framsidan.",
        "There is no address {path}.",
        "Search for your region or municipality, or begin at the front page.",
        path=path[:100],
    )


def _other_year(agreement_id: str, year: int, years: Sequence[int]) -> Fault:
    return Fault.of(
        "Avtalet {id} gäller {years}, inte {year}.",
        "Se det år som avtalet gäller:",
        "The agreement {id} is for {years}, not {year}.",
        "See the year that the agreement is for:",
        id=agreement_id,
        years=year_spans(years),
        year=str(year),
    )


def _no_pot(word: str, agreement_id: str) -> Fault:
    return Fault.of(
        "Avtalet {id} har ingen pott '{word}'.",
        "Dess potter är:",
        "The agreement {id} has no pot '{word}'.",
        "Its pots are:",
        id=agreement_id,
        word=word[:60],
    )


def _no_pot_then(word: str, agreement_id: str, day: date) -> Fault:
    return Fault.of(
        "Potten '{word}' fanns inte i {id} som avtalet löd {day}.",
        "Den har kommit till senare.",
        "There was no pot '{word}' in {id} as the agreement read on {day}.",
        "It came later.",
        id=agreement_id,
        word=word[:60],
        day=day.isoformat(),
    )


def _sum_of_pots(word: str, agreement_id: str) -> Fault:
    return Fault.of(
        "'{word}' i {id} är en summa av flera potter, och fördelas inte själv.",
        "Välj en av dem:",
        "'{word}' in {id} is a sum of several pots, and is not divided itself.",
        "Choose one of them:",
        id=agreement_id,
        word=word[:60],
    )
