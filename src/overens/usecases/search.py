"""What somebody has typed so far -> the places and agreements that may be meant, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from overens.agreement.label import series_of
from overens.agreement.model import Agreement
from overens.usecases.library import Library
from overens.usecases.search_entries import Entry, Hit, HitKind
from overens.usecases.wording.amounts import about_millions
from overens.usecases.year import any_known
from overens.vocabulary.money import Amount, Precision
from overens.vocabulary.names import fold, names_of
from overens.vocabulary.periods import year_spans
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import Text, counted, swedish_order

MOST = 50
"""How many hits are shown."""
MOST_NEAR = 6
NEAR = 0.72
"""How alike two names are that may be the same one misspelt, by difflib's ratio."""


_KINDS = {
    RecipientKind.REGION: HitKind.REGION,
    RecipientKind.MUNICIPALITY: HitKind.MUNICIPALITY,
    RecipientKind.AREA: HitKind.COUNTY,
}


@dataclass(frozen=True)
class Found:
    """What a search finds (sökresultat).

    Attributes:
        hits: At most `MOST`, the likeliest first.
        more: How many others there are.
        near: Names like what was typed, where nothing has it.
        exact: The one hit whose name was typed in full; None where several have it, or a region or county may be meant too.
    """

    q: str
    hits: tuple[Hit, ...] = ()
    more: int = 0
    near: tuple[Hit, ...] = ()
    exact: Hit | None = None


def search(library: Library, q: str, as_known_on: date | None = None) -> Found:
    """Return what may be meant: full names first, then what has a word that begins so; else names that are alike.

    Case, accents and hyphens do not count, but å, ä and ö that are typed tell alike names apart.
    """
    typed = fold(q)
    if not typed:
        return Found(q)
    entries = index_of(library, as_known_on)
    ranked = [(_rank(one, q, typed), one) for one in entries if all(f" {word}" in one.words for word in typed.split())]
    ranked.sort(key=lambda pair: (pair[0], _kind_order(pair[0], pair[1].hit.kind), pair[1].order))
    hits = tuple(one.hit for _, one in ranked)
    near = () if hits else tuple(_near(typed, entries))
    return Found(q, hits[:MOST], max(0, len(hits) - MOST), near, _exact(q, ranked))


def index_of(library: Library, as_known_on: date | None = None) -> tuple[Entry, ...]:
    """Return everything that can be found among what was known on the day; made once for each day that is kept."""
    kept = library.kept.on(as_known_on)
    if kept.search is None:
        known = [a for a in library.agreements_on(as_known_on) if any_known(a, as_known_on)]
        kept.search = (*_places(library.register), *(_agreement(library, a) for a in known))
    return kept.search


# --- what is found ------------------------------------------------------------------


@lru_cache(maxsize=2)
def _places(register: Register) -> tuple[Entry, ...]:
    return tuple(_place(who, register) for who in register.everyone)


def _place(who: Recipient, register: Register) -> Entry:
    own = (who.name, who.short_name, *who.aliases, who.code)
    return _entry(_hit(who, register), own, names_of(who), (0, swedish_order(who.short_name)))


def _hit(who: Recipient, register: Register) -> Hit:
    name = who.short_name if who.kind is RecipientKind.MUNICIPALITY else who.name
    return Hit(_KINDS[who.kind], who.code, name, _what(who, register), who)


def _what(who: Recipient, register: Register) -> Text:
    match who.kind:
        case RecipientKind.MUNICIPALITY:
            county = register.get(RecipientKind.AREA, who.county)
            values: dict[str, object] = {"county": county.name if county else ""}
            return Text("kommun i {county}", "municipality in {county}", values)
        case RecipientKind.AREA:
            n = sum(one.county == who.code for one in register.municipalities)
            many = counted(n, ("kommun", "kommuner"), ("municipality", "municipalities"))
            return Text("län med {many}", "county with {many}", {"many": many})
        case _:
            return Text("region", "region")


def _agreement(library: Library, agreement: Agreement) -> Entry:
    series = series_of(agreement.id, agreement.series)
    written = library.series.get(series)
    changes = [name for name, of in library.amends.items() if of == agreement.id]
    names = [agreement.name, agreement.id, *changes, series, *([written.name] if written else [])]
    appropriations = [f"anslag {one}" for one in agreement.appropriations]
    hit = Hit(HitKind.AGREEMENT, agreement.id, agreement.name, _what_agreement(agreement))
    return _entry(hit, names, appropriations, (-agreement.years[0], swedish_order(agreement.name)))


def _what_agreement(agreement: Agreement) -> Text:
    total = agreement.total
    amount = _NO_AMOUNT
    if isinstance(total, Amount):
        amount = about_millions(total.kr, exact=total.precision is Precision.EXACT)
    return Text(
        "avtal {years}, {amount}",
        "agreement {years}, {amount}",
        {"years": year_spans(agreement.years), "amount": amount},
    )


_NO_AMOUNT = Text("belopp ej funnet", "amount not found")


def _entry(hit: Hit, own: Iterable[str], others: Iterable[str], order: tuple[int, str]) -> Entry:
    first, second = ([" ".join(name.split()).casefold() for name in names] for names in (own, others))
    spelt = frozenset((*first, *second))
    folded = tuple(dict.fromkeys(fold(name) for name in (*first, *second)))
    begins = tuple(dict.fromkeys((*first, *(fold(name) for name in first))))
    return Entry(hit, spelt, folded, begins, "".join(f" {name}" for name in folded), order)


# --- how well it fits ---------------------------------------------------------------


def _rank(one: Entry, q: str, typed: str) -> int:
    """Return how well it fits, best first: a whole name, a name that begins so, a word that does; each as spelt, then folded."""
    spelt = " ".join(q.split()).casefold()
    if spelt in one.spelt:
        return _WHOLE_AS_SPELT
    if typed in one.folded:
        return _WHOLE
    if any(name.startswith(spelt) for name in one.begins):
        return 2
    return 3 if any(name.startswith(typed) for name in one.begins) else 4


_WHOLE_AS_SPELT, _WHOLE = 0, 1


def _kind_order(rank: int, kind: HitKind) -> int:
    """Return the order of kinds: of those who share a whole name the municipality comes first."""
    return -1 if rank <= _WHOLE and kind is HitKind.MUNICIPALITY else list(HitKind).index(kind)


def _exact(q: str, ranked: list[tuple[int, Entry]]) -> Hit | None:
    """Return the only one whose name was typed in full, unless a region or a county may be meant as well."""
    whole = [one.hit for rank, one in ranked if rank == _WHOLE_AS_SPELT]
    if q.isascii() or not whole:
        whole = [one.hit for rank, one in ranked if rank <= _WHOLE]
    joint = [one.hit for _, one in ranked if one.hit.kind in (HitKind.REGION, HitKind.COUNTY)]
    return whole[0] if len(whole) == 1 and all(hit is whole[0] for hit in joint) else None


def _near(typed: str, entries: Iterable[Entry]) -> Iterator[Hit]:
    """Yield the hits whose names are most like what was typed, the likest first."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(typed)
    found: list[tuple[float, tuple[int, str], Hit]] = []
    for one in entries:
        ratio = max(_likeness(matcher, name, len(typed)) for name in one.begins)
        if ratio >= NEAR:
            found.append((-ratio, one.order, one.hit))
    yield from (hit for _, _, hit in sorted(found, key=lambda of: of[:2])[:MOST_NEAR])


def _likeness(matcher: SequenceMatcher[str], name: str, length: int) -> float:
    if abs(len(name) - length) > max(2, length // 3):
        return 0
    matcher.set_seq1(name)
    if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
        return 0
    return matcher.ratio()
