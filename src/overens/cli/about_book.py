"""A question at the terminal -> how its workbook says what it is: the page's path, the day, and the run behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from overens.allocation.model import Allocation
from overens.cli.language import language
from overens.cli.options import Common
from overens.usecases.citation import Citation, cite
from overens.usecases.library import Library
from overens.usecases.workbooks.cover import BookIdentity
from overens.vocabulary.wording import Language, Text


def about_book(
    common: Common,
    library: Library,
    title: Text,
    path: str,
    asked: Mapping[str, str],
    allocations: Iterable[Allocation],
) -> BookIdentity:
    """Return how the workbook is given.

    Args:
        path: The path of the same page in the portal; which portal nobody has said.
        asked: What stands after the question mark there.
    """
    behind = tuple(allocations)
    address = _address(path, {**asked, **_kept(common)})
    if behind:
        citation = cite(library, title, address, behind, common.as_known_on)
    else:
        citation = Citation(title, address, common.as_known_on, None, own_files=library.files.own)
    return BookIdentity(language(), citation, lambda page: _address(page, _kept(common)))


def _kept(common: Common) -> dict[str, str]:
    """Return what every page is asked with: the language, if not Swedish, and the day."""
    kept = {} if language() is Language.SWEDISH else {"lang": language().value}
    return kept | ({"as-known-on": common.as_known_on.isoformat()} if common.as_known_on else {})


def _address(path: str, asked: dict[str, str]) -> str:
    said = [(name, value) for name, value in asked.items() if value]
    return (quote(path) if path.startswith("/") else path) + (f"?{urlencode(said)}" if said else "")
