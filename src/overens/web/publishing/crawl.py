"""The front page -> every page and file that is reached from it, made once each, in as many processes as there are cores."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from overens.export.folder.taken import Taken
from overens.export.folder.written import Sum, Writer, holds
from overens.web.file_names import INDEX, address_of_file
from overens.web.publishing.crew import crew
from overens.web.publishing.page_files import Made, Material, Unit, make_files, units_of
from overens.web.publishing.reach import ABOUT

Tell = Callable[[int, int], None]
"""Takes how many pages are done, and how many are known so far."""
Do = Callable[[Sequence[Unit]], Iterator[tuple[Unit, dict[str, Any]]]]


@dataclass
class Crawled:
    """What has been made.

    Attributes:
        files: Each file's size and checksum.
        known: Every file that pages lead to, made or not yet.
        about: The files that are made last, since they count the others.
        own: The portal's own files that pages lead to.
        refused: Files that only say why there is no answer.
    """

    files: dict[str, Sum] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)


def crawl(material: Material, taken: Taken, processes: int, tell: Tell) -> Crawled:
    """Make every page that is reached from the front page, and each file that they lead to.

    What an earlier run has done is not made again, if its files are there as they were written.
    """
    crawled, writer = Crawled(), taken.writer
    waiting, done = {INDEX}, 0

    def work(unit: Unit) -> dict[str, Any]:
        return make_unit(unit, material, writer)

    with taken.journal() as journal, crew(processes, work) as do:
        while waiting:
            units = units_of(waiting)
            crawled.known |= waiting
            found: set[str] = set()
            for line in _each(units, taken, journal, do):
                done += 1
                found |= _take(line, crawled)
                tell(done, done + len(units))
            waiting = found - crawled.known
    return crawled


def make_unit(unit: Unit, material: Material, writer: Writer) -> dict[str, Any]:
    """Make and write a page's files; return what came of it, as the journal keeps it."""
    files: dict[str, Sum] = {}

    def put(file: str, body: bytes) -> None:
        files[file] = writer.put(file, body)

    try:
        made = make_files(unit, material, put)
    except Exception as error:
        error.add_note(_named(unit))  # which page it was is told where the whole run ends
        raise
    return _kept(unit, files, made)


def _kept(unit: Unit, files: dict[str, Sum], made: Made) -> dict[str, Any]:
    return {
        "done": _named(unit),
        "files": files,
        "found": made.found,
        "own": made.own,
        "refused": made.refused,
    }


def _named(unit: Unit) -> str:
    return " ".join(unit.wanted)


def _each(units: Sequence[Unit], taken: Taken, journal: TextIO, do: Do) -> Iterator[dict[str, Any]]:
    """Yield what came of each unit, in no order: from the journal, or made now."""
    left = []
    for unit in units:
        line = taken.done.get(_named(unit))
        if line is not None and holds(taken.root, {name: (one[0], one[1]) for name, one in line["files"].items()}):
            yield line
        else:
            left.append(unit)
    for _, line in do(left):
        journal.write(json.dumps(line) + "\n")
        journal.flush()
        yield line


def _take(line: dict[str, Any], crawled: Crawled) -> set[str]:
    """Add what came of a unit; return the files of other pages that it leads to."""
    crawled.files |= {file: (size, digest) for file, (size, digest) in line["files"].items()}
    crawled.known |= line["files"].keys()
    crawled.own |= set(line["own"])
    crawled.refused |= set(line["refused"])
    last = about_files(line["found"])
    crawled.about |= last
    return set(line["found"]) - last


def about_files(files: Iterable[str]) -> set[str]:
    """Return those of the files that belong to the page about the edition."""
    return {file for file in files if "utgavan" in file and address_of_file(file).target.path == ABOUT}
