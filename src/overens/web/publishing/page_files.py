"""A page and what of it is wanted -> each of its files, all from one answer, and the files that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from overens.usecases.library import Library
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language
from overens.web.addresses import Addresses
from overens.web.answer import Answer, Elsewhere
from overens.web.asked import Asked
from overens.web.edition import Edition
from overens.web.file_names import Address, address_of_file, file_of
from overens.web.files import DRAWING, drawing_script, own_files
from overens.web.find_view import find_view
from overens.web.form import Form, Target
from overens.web.pages.refusal import as_page_or_document, refusal
from overens.web.publishing.about import about_edition
from overens.web.publishing.reach import ABOUT
from overens.web.publishing.rewrite import Rewriting
from overens.web.refused import Refused, Way
from overens.web.respond import respond

Put = Callable[[str, bytes], None]
"""Takes a file's path in the folder, and what it holds."""


@dataclass(frozen=True)
class Material:
    """What an edition's pages are made from."""

    library: Library
    addresses: Addresses
    edition: Edition


@dataclass(frozen=True)
class Unit:
    """A page, by its file, and those of its files that are wanted, in order; the page itself may be one of them."""

    page: str
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class Made:
    """What came of a unit.

    Attributes:
        found: The files of other pages that the page leads to.
        own: The portal's own files that it leads to.
        refused: Files that only say why there is no answer.
    """

    found: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def units_of(files: Iterable[str]) -> list[Unit]:
    """Return the files gathered by page, in order."""
    pages: dict[str, list[str]] = {}
    for file in sorted(files):
        pages.setdefault(file_of(address_of_file(file).page) or file, []).append(file)
    return [Unit(page, tuple(wanted)) for page, wanted in sorted(pages.items())]


def make_files(unit: Unit, material: Material, put: Put) -> Made:
    """Make what is wanted of the page, and of its own files all that the page then leads to."""
    answer = _answered(unit.page, material)
    todo, done = list(unit.wanted), set(unit.wanted)
    found: set[str] = set()
    own: set[str] = set()
    refused = []
    while todo:
        file = todo.pop(0)
        rewriting = Rewriting(file, material.edition)
        body = _body(answer, file, material)
        if body is None:
            refused.append(file)
            body = _refusal_body(answer, file, material)
        put(file, _rewritten(body, address_of_file(file).target, rewriting))
        new = rewriting.found.keys() - done
        mine = {one for one in new if one != unit.page and file_of(rewriting.found[one].page) == unit.page}
        todo += sorted(mine)
        found |= new - mine
        done |= new
        own |= rewriting.own
    return Made(tuple(sorted(found)), tuple(sorted(own)), tuple(refused))


def own_file(path: str) -> bytes:
    """Return one of the portal's own files, by its path: static/HASH/NAME."""
    name = path.rpartition("/")[2]
    return drawing_script() if name == DRAWING else own_files()[name]


def _answered(page: str, material: Material) -> Answer | Refused:
    address = address_of_file(page)
    asked = _asked(address, material)
    if address.target.path == ABOUT:
        return about_edition(asked)
    found = find_view(address.target.path)
    assert found is not None  # only addresses of views are led to
    try:
        answer = found[0].answer(asked)
    except Refused as refused:
        return refused
    return Refused(300, _MOVED, [Way(_MOVED.remedy, answer.href)]) if isinstance(answer, Elsewhere) else answer


_MOVED = Fault.of("Sidan har en annan adress.", "Till sidan", "The page has another address.", "To the page")


def _asked(address: Address, material: Material) -> Asked:
    """Return the question that the file answers, on the edition's day."""
    edition, found = material.edition, find_view(address.target.path)
    values: dict[str, tuple[str, ...]] = {}
    for name, value in address.values:
        values[name] = (*values.get(name, ()), value)
    if address.language is not Language.SWEDISH:
        values["lang"] = (address.language.value,)
    if edition.as_known_on is not None:
        values["as-known-on"] = (edition.as_known_on.isoformat(),)
    words: Mapping[str, str] = found[1] if found else {}
    return Asked(
        material.library,
        material.addresses,
        address.target,
        words,
        values,
        edition.today,
        edition.address,
        edition=edition,
    )


def _body(answer: Answer | Refused, file: str, material: Material) -> bytes | None:
    if isinstance(answer, Refused):
        return None
    try:
        return respond(answer, _asked(address_of_file(file), material)).body
    except Refused:
        return None


def _refusal_body(answer: Answer | Refused, file: str, material: Material) -> bytes:
    refused = answer if isinstance(answer, Refused) else Refused(404, _NO_FILE)
    return respond(refusal(refused), as_page_or_document(_asked(address_of_file(file), material))).body


_NO_FILE = Fault.of("Sidan finns inte i den formen.", "", "The page does not exist in that form.", "")


def _rewritten(body: bytes, target: Target, rewriting: Rewriting) -> bytes:
    if target.form is Form.PAGE:
        return rewriting.html(body.decode()).encode()
    if target.form is Form.JSON and not target.picture:
        return rewriting.json(body.decode()).encode()
    return body


def not_found_page(material: Material, base: str) -> bytes:
    """Return the page that a server shows where there is no file; its links hold wherever it is shown from.

    Args:
        base: Where on its server the edition stands: the path of its address, with no / last.
    """
    asked = _asked(Address(Target("/")), material)
    page = respond(refusal(Refused(404, _NOTHING_HERE)), asked).body.decode()
    return Rewriting("404.html", material.edition, absolute=base).html(page).encode()


_NOTHING_HERE = Fault.of(
    "Adressen finns inte i den här utgåvan.",
    "Sök efter din region eller kommun, eller börja från framsidan.",
    "The address is not in this edition.",
    "Search for your region or municipality, or begin at the front page.",
)
