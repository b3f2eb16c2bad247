"""A library and a folder -> the whole portal as files in it, the same bytes each time, gone on with where it was stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from overens import __version__
from overens.export.folder.taken import SUMS, Taken, check_apart, is_whole, take_folder
from overens.export.folder.written import Sum
from overens.intake.register import shipped_library
from overens.usecases.last_known import speaks_from
from overens.usecases.library import Library
from overens.web.addresses import address_book
from overens.web.edition import Edition
from overens.web.file_names import shown_address
from overens.web.publishing.crawl import Crawled, Tell, crawl
from overens.web.publishing.page_files import Material, make_files, not_found_page, own_file, units_of
from overens.web.publishing.sitemap import sitemaps
from overens.web.shelf import Shelved


@dataclass(frozen=True)
class Wanted:
    """What is to be published (önskad utgåva).

    Attributes:
        years: None for all.
        places: Their words in addresses; empty for all.
        today: The day it speaks from; None for the last day that the library knows something of.
        address: Where it will stand, with no / last; empty where that is not said.
    """

    years: tuple[int, ...] | None = None
    places: frozenset[str] = frozenset()
    today: date | None = None
    as_known_on: date | None = None
    address: str = ""


@dataclass(frozen=True)
class Published:
    """What has been published.

    Attributes:
        files: How many.
        size: Bytes together.
        refused: Files that only say why there is no answer: none, unless a page leads to what is not there.
        before: Whether the folder had it all already.
    """

    edition: Edition
    files: int
    size: int
    refused: tuple[str, ...] = ()
    before: bool = False


def publish(
    shelved: Shelved,
    wanted: Wanted,
    path: Path,
    libraries: Sequence[Path] = (),
    *,
    processes: int = 1,
    replace_other: bool = False,
    tell: Tell = lambda *_: None,
) -> Published:
    """Write the edition in the folder.

    Args:
        shelved: A library without errors.
        libraries: The folders that it was read from, beside the shipped one.
        replace_other: Remove the files of another edition that is there.
        tell: Is told how far it has come.

    Raises:
        Unfit: If the folder cannot be taken.
        OSError: If it cannot be written; what is written is gone on with the next time.
    """
    check_apart(path, (shipped_library(), *libraries))
    edition = edition_of(shelved, wanted)
    library = _until(shelved.library, edition.years[-1])
    material = Material(library, address_book(library.register), edition)
    with take_folder(path, edition.key, replace=replace_other) as taken:
        if is_whole(taken):
            return Published(edition, len(taken.sums) + 1, sum(size for size, _ in taken.sums.values()), before=True)
        _warm(library, edition)
        crawled = crawl(material, taken, processes, tell)
        _write_rest(material, taken, crawled)
        taken.finish(crawled.files)
    size = sum(size for size, _ in crawled.files.values())
    return Published(edition, len(crawled.files) + 1, size, tuple(sorted(crawled.refused)))


def edition_of(shelved: Shelved, wanted: Wanted) -> Edition:
    """Return which edition is wanted, with all that was left to choose."""
    library = shelved.library
    years = tuple(sorted(wanted.years if wanted.years is not None else library.years))
    today = speaks_from(library, wanted.today, wanted.as_known_on)
    agreements = frozenset(
        one.id for one in library.agreements_on(wanted.as_known_on) if wanted.years is None or {*one.years} & {*years}
    )
    options = (years, sorted(wanted.places), today, wanted.as_known_on, wanted.address)
    key = sha256(repr((__version__, shelved.version, options)).encode()).hexdigest()[:12]
    return Edition(years, wanted.places, agreements, today, wanted.as_known_on, wanted.address, shelved.version, key)


def _until(library: Library, last: int) -> Library:
    """Return the library as if the edition's last year were its newest, so that its pages are about that year."""
    years = {year for year in library.years if year <= last}
    return replace(library, agreement_files=replace(library.agreement_files, years=years))


def _warm(library: Library, edition: Edition) -> None:
    """Compute what all pages share before the work is parted, so that the processes share it too."""
    for day in {edition.as_known_on, edition.today}:
        for agreement in library.agreements_on(day):
            library.allocation(agreement.id, day)


def _write_rest(material: Material, taken: Taken, crawled: Crawled) -> None:
    """Write what is not a page of the portal, and last what counts all the others."""
    put = _putting(taken, crawled.files)
    for file in sorted(crawled.own - {SUMS}):
        put(file, own_file(file))
    edition = material.edition
    put("404.html", not_found_page(material, urlsplit(edition.address).path))
    if edition.address:
        pages = [*crawled.files.keys(), *crawled.about]
        for file, body in sitemaps(
            edition.address, [shown_address(one) for one in pages if one.endswith("/index.html") or one == "index.html"]
        ):
            put(file, body)
    whole = len(crawled.files) + len(crawled.about) * 2 + 1
    counted = replace(edition, files=whole, size=sum(size for size, _ in crawled.files.values()))
    for unit in units_of(crawled.about):
        make_files(unit, replace(material, edition=counted), put)
    assert len(crawled.files) + 1 == whole


def _putting(taken: Taken, files: dict[str, Sum]) -> Callable[[str, bytes], None]:
    def put(file: str, body: bytes) -> None:
        files[file] = taken.writer.put(file, body)

    return put
