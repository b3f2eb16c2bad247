"""Every contradiction between sources -> a page of its own, and the list of them all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from overens.agreement.checks import find_path
from overens.agreement.terms import Contradiction, Source
from overens.usecases.check import contradictions_in
from overens.usecases.library import Library
from overens.vocabulary.periods import When
from overens.writing.tree import Path, Tree
from pages.markdown import bullets, code, page, sentence, table
from pages.other_amount import what_it_means

_ABOUT = """\
Ibland säger två källor olika om samma sak. Då sparas båda värdena. Ett av dem används, och skälet står här. En motsägelse är inget fel i
biblioteket: den visar vad som inte går ihop i källorna."""

_PATH_WORDS = {
    "belopp": "hela avtalets belopp",
    "fördelning": "hur pengarna delas",
    "slag": "vilket slags beslut det är",
    "anslag": "vilket anslag pengarna kommer från",
    "skyldigheter": "vad som ska lämnas in",
    "känd från": "när det blev känt",
    "omfattar": "vad tabellen omfattar",
    "utanför belopp": "pengar som nämns vid sidan av beloppet",
    "föregående var": "hur mycket det var året före",
}
"""What a path that goes to no pot is about, without the numbers in it."""

_POT_WORDS = {
    "": "regeln",
    "belopp": "beloppet",
    "fördelning": "hur pengarna delas",
    "villkor": "villkoret",
    "prestation mäts varje": "hur ofta prestationen mäts",
    "rekvisition senast": "sista dagen att rekvirera",
    "utbetalning": "utbetalningen",
    "utbetalning datum": "dagen för utbetalningen",
    "utbetalning senast": "sista dagen för utbetalningen",
}
"""What a path within a pot is about."""


@dataclass(frozen=True)
class Subject:
    """What a contradiction is written in: an agreement, or a printed table or sum over several.

    Attributes:
        names: The name of each pot, by its id.
    """

    id: str
    name: str
    tree: Tree
    sources: Mapping[str, Source]
    names: Mapping[str, str]


@dataclass(frozen=True)
class ContradictionPage:
    """One contradiction, under the name of its page."""

    name: str
    subject: Subject
    contradiction: Contradiction


def contradiction_pages(library: Library) -> dict[str, str]:
    """Return the pages about contradictions, by their path within docs."""
    found = list(_named(library))
    made = {f"motsagelser/{one.name}": _page(one, library) for one in found}
    return {"motsagelser.md": _index(found), **made}


def _named(library: Library) -> Iterator[ContradictionPage]:
    """Yield every contradiction with the name of its page: AGREEMENT--PATH--SOURCE.md, numbered where that is not enough."""
    taken: dict[str, int] = {}
    found = sorted(contradictions_in(library), key=lambda f: (f.about, str(f.place.file), f.place.line or 0))
    for one in found:
        subject = _subject(library, one.about, one.contradiction)
        name = "--".join(map(slug, (one.about, one.contradiction.about, "-".join(one.contradiction.source))))
        taken[name] = taken.get(name, 0) + 1
        numbered = name if taken[name] == 1 else f"{name}-{taken[name]}"
        yield ContradictionPage(f"{numbered}.md", subject, one.contradiction)


def _subject(library: Library, about: str, contradiction: Contradiction) -> Subject:
    """Return what the contradiction is written in: the last reading of the agreement that has it."""
    for reading in reversed(library.readings.get(about, [])):
        agreement = reading.written.agreement
        if contradiction in agreement.contradictions:
            names = {path[-1]: pot.name for path, pot in (*agreement.groups(), *agreement.leaves())}
            return Subject(about, agreement.name, reading.written.tree, agreement.sources, names)
    table = next(one for one in library.published if one.totals.id == about)
    return Subject(about, table.totals.name, table.tree, table.totals.sources, {})


def slug(words: str) -> str:
    """Return the words as they may stand in the name of a file.

    >>> slug("potter.bup.känd från")
    'potter-bup-kand-fran'
    """
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


# --- one page -----------------------------------------------------------------------


def _page(one: ContradictionPage, library: Library) -> str:
    contradiction, subject = one.contradiction, one.subject
    used = _used_sources(contradiction, subject)
    same = set(used) <= set(contradiction.source)
    meaning = what_it_means(library, subject.id, contradiction)
    return page(
        f"{subject.name}: {about_words(contradiction, subject)}",
        f"Två värden för samma sak i {_file(subject)} (`{contradiction.about}`).",
        table(("", "värde"), [("en källa säger", contradiction.says), ("det här används", contradiction.used)]),
        f"**Därför används det.** {sentence(contradiction.reason)}",
        "## Vad det betyder i kronor",
        *meaning,
        "## Källorna",
        f"Säger {_quoted(contradiction.says)}:\n\n{bullets(_sources(contradiction.source, subject))}",
        f"Det som används, {_quoted(contradiction.used)}, står under samma källa i avtalsfilen."
        if same
        else f"Det som används, {_quoted(contradiction.used)}:\n\n{bullets(_sources(used, subject))}",
        "[Alla motsägelser](../motsagelser.md)",
    )


def _quoted(words: str) -> str:
    return f"”{words}”"


def _file(subject: Subject) -> str:
    return f"[{code(subject.id)}](../../src/overens/library/{subject.tree.file})"


def about_words(contradiction: Contradiction, subject: Subject) -> str:
    """Return what the contradiction is about, with the pot's own name where it is about a pot."""
    steps = contradiction.about.split(".")
    pots = [step for before, step in pairwise(steps) if before == "potter"]
    rest = " ".join(step for step in steps if step != "potter" and step not in pots and not step.isdigit())
    if pots:
        return f"{_POT_WORDS.get(rest, rest)} i potten {_quoted(subject.names.get(pots[-1], pots[-1]))}"
    if steps[0] == "källor":
        return "vad källan heter" if steps[-1] == "titel" else "en källa"
    return _PATH_WORDS.get(rest, rest)


def _used_sources(contradiction: Contradiction, subject: Subject) -> tuple[str, ...]:
    """Return the sources of the value that is used: its own in the file, or those of what it stands in."""
    path: Path = find_path(contradiction.about, subject.tree) or ()
    if path[:1] == ("källor",):
        return (str(path[1]),)
    for length in range(len(path), -1, -1):
        named = _source_at(subject.tree.value, path[:length])
        if named:
            return named
    return ()


def _source_at(value: object, path: Path) -> tuple[str, ...]:
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
    named = value.get("källa") if isinstance(value, dict) else None
    return (named,) if isinstance(named, str) else tuple(named or ())


def _sources(names: Iterable[str], subject: Subject) -> list[str]:
    return [_source(subject.sources[name]) for name in names if name in subject.sources]


def _source(source: Source) -> str:
    parts = [
        source.title,
        source.publisher,
        source.published.words if isinstance(source.published, When) else None,
        f"diarienummer {source.registry_number}" if source.registry_number else None,
        f"hämtad {source.fetched.words}" if source.fetched else None,
        f"<https://{source.address}>" if source.address else "adress ej angiven",
    ]
    return ", ".join(part for part in parts if part)


# --- the list -----------------------------------------------------------------------


def _index(found: list[ContradictionPage]) -> str:
    rows = [
        (
            f"[{one.subject.name}](motsagelser/{one.name})",
            about_words(one.contradiction, one.subject),
            one.contradiction.says,
            one.contradiction.used,
        )
        for one in found
    ]
    return page(
        "Motsägelser",
        _ABOUT,
        f"{len(found)} motsägelser. Samma lista i terminalen: `overens check --contradictions`.",
        table(("avtal", "om", "en källa säger", "det här används"), rows),
    )
