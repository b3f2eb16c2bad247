"""What a person typed -> the recipient meant, the candidates, or the nearest names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient, RecipientKind, Register


def fold(name: str) -> str:
    """Return the name without case, accents, hyphens and double spaces: 'Håbo' -> 'habo'."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-_/\s\u00ad]+", " ", letters).split())


def slug(name: str) -> str:
    """Return an id made of the name: 'Kvinnors hälsa' -> 'kvinnors-halsa'."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:60].strip("-")


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return the known name nearest to the one given, if one is near enough.

    >>> did_you_mean("befolknig", ["befolkning", "landsbygdsvikt"])
    'befolkning'
    """
    by_folded = {fold(k): k for k in known}
    near = get_close_matches(fold(name), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else None


def misspelling_of(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that the one given is but a letter or so from; names that share a stem are not.

    >>> misspelling_of("operation-hotf", ["operation-hoft", "operation-starr"])
    'operation-hoft'
    >>> misspelling_of("operation-kna", ["operation-hoft", "operation-starr"])
    """
    near = did_you_mean(name, known)
    return near if near and get_close_matches(fold(name), [fold(near)], cutoff=0.85) else None


def names_of(recipient: Recipient) -> tuple[str, ...]:
    """Return every name a person may use for the recipient: official, short, with its kind."""
    short = recipient.short_name
    match recipient.kind:
        case RecipientKind.REGION:
            bare = short.removesuffix(" län")
            plain = (recipient.name, short, f"region {short}", f"region {bare}", f"region {recipient.code}")
            return (*plain, *recipient.aliases, *(f"region {alias}" for alias in recipient.aliases))
        case RecipientKind.MUNICIPALITY:
            return (recipient.name, short, f"{short} kommun", f"kommun {recipient.code}", recipient.code)
        case RecipientKind.AREA:
            bare = recipient.name.removesuffix(" län")
            return (recipient.name, f"{bare} län", f"{short} län", f"{short}s län", f"län {recipient.code}")
        case _:
            return (recipient.name, recipient.code)


def find_recipients(typed: str, register: Register) -> tuple[Recipient, ...]:
    """Return who the words may mean: one recipient, several candidates, or none.

    Exact spelling wins (case apart); only when no name is spelt so are å, ä and ö forgiven. Among
    several, the full official name wins, then the municipality, if there is only one of them.
    """
    words = " ".join(typed.split())
    if re.fullmatch(r"\d{2}", words):
        return tuple(r for r in register.everyone if r.code == words)
    return _prefer(words, matching(words, register))


def matching(typed: str, register: Register) -> list[Recipient]:
    """Return everyone who has the name: exactly spelt or, if nobody has, with å, ä and ö forgiven."""
    words = " ".join(typed.split())
    exact = [r for r in register.everyone if words.casefold() in {n.casefold() for n in names_of(r)}]
    return exact or [r for r in register.everyone if fold(words) in {fold(n) for n in names_of(r)}]


def owners_of_names(register: Register, kind: RecipientKind) -> dict[str, Recipient]:
    """Return every name of every recipient of the kind, case apart -> whose it is."""
    return {name.casefold(): r for r in register.of(kind) for name in names_of(r)}


def name_of_another(recipient: Recipient, name: str) -> Fault:
    """Return the fault for a code beside the name of someone else."""
    return Fault.of(
        "Koden {code} är {who}, men namnet bredvid är '{name}'.",
        "Rätta koden eller namnet.",
        "The code {code} is {who}, but the name beside it is '{name}'.",
        "Correct the code or the name.",
        code=recipient.code,
        who=recipient.name,
        name=name[:60],
    )


def _prefer(words: str, candidates: list[Recipient]) -> tuple[Recipient, ...]:
    official = [r for r in candidates if fold(r.name) == fold(words)]
    if len(official) == 1:
        return (official[0],)
    municipalities = [r for r in candidates if r.kind is RecipientKind.MUNICIPALITY]
    return tuple(municipalities[:1]) if len(municipalities) == 1 else tuple(candidates)


def recipient_meant(who: str, kind: RecipientKind, register: Register) -> Recipient | None:
    """Return the one recipient of the kind that a cell of a table means: by code, also without its zero, or by name."""
    by_code = register.get(
        kind, who.zfill(2 if kind is not RecipientKind.MUNICIPALITY else 4) if who.isdigit() else who
    )
    if by_code is not None:
        return by_code
    word = {RecipientKind.REGION: "region ", RecipientKind.MUNICIPALITY: "", RecipientKind.AREA: ""}.get(kind, "")
    for name in (who, word + who):
        found = [r for r in find_recipients(name, register) if r.kind is kind]
        if len(found) == 1:
            return found[0]
    same = [r for r in register.of(kind) if fold(r.short_name) == fold(who)]
    return same[0] if len(same) == 1 else None


def nearest_recipients(typed: str, register: Register, n: int = 5) -> tuple[Recipient, ...]:
    """Return recipients whose names are near what was typed, nearest first."""
    by_name: dict[str, list[Recipient]] = {}
    for recipient in register.everyone:
        for name in {fold(name) for name in names_of(recipient)}:
            by_name.setdefault(name, []).append(recipient)
    near = get_close_matches(fold(typed), by_name, n=n, cutoff=0.7)
    found = [recipient for name in near for recipient in by_name[name]]
    return tuple(dict.fromkeys(found))[:n]
