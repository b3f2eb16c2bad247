"""Library folders -> the library that the pages read: whole, sound, warm, and read anew when its files change."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from threading import Event, RLock, Thread

from overens.intake.register import shipped_library
from overens.usecases.library import Library, open_library
from overens.vocabulary.problems import Fault, Place, Problem, blocking
from overens.web.log import note

READ = (".yaml", ".yml", ".csv")
MOST_TOLD = 10
"""How many problems of a broken library stand in the log."""
EVERY_SECONDS = 2.0
SETTLED_SECONDS = 0.3
"""How long a change is left to rest, so that a file is not read while it is being written."""

Stamp = frozenset[tuple[str, int, int, int]]
"""Each file's path, time of change, size and number on the disk; another stamp means that something changed."""


@dataclass(frozen=True)
class Shelved:
    """A library that may be computed on, and what hinders a newer one.

    Attributes:
        version: The first characters of a hash of all its files; the same files give the same.
        problems: The errors of the files as they now are, if they cannot be used; none if `library` is the newest.
    """

    library: Library
    version: str
    problems: tuple[Problem, ...] = ()


class Shelf:
    """The library that the pages read (hylla), swapped in whole when files change; broken files keep the old one.

    Attributes:
        lock: To be held while computing: a library gathers what it has read as it is asked.
    """

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        """Read the shipped library and the folders; its problems are told by `now()`, nothing is raised."""
        self.lock = RLock()
        self._folders = folders
        self._stamp = _look(folders)
        self._stopped = Event()
        self._now = read_shelved(folders)

    def now(self) -> Shelved:
        """Return the library to answer from; the same one is to be used for the whole of an answer."""
        return self._now

    def look_again(self) -> bool:
        """Read the library anew if its files have changed since they were last read; return whether it did."""
        stamp = _look(self._folders)
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        self._take(_read_anew(self._folders))
        return True

    def watch(self, every: float = EVERY_SECONDS) -> Thread:
        """Look for changes in a thread of its own, until `stop`.

        Args:
            every: Seconds between looks.
        """
        thread = Thread(target=self._watch, args=(every,), name="shelf", daemon=True)
        thread.start()
        return thread

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def _watch(self, every: float) -> None:
        while not self._stopped.wait(every):
            if self._settled(min(every, SETTLED_SECONDS)):
                self.look_again()

    def _settled(self, seconds: float) -> bool:
        """Return whether something has changed and has stopped changing."""
        stamp = _look(self._folders)
        return stamp != self._stamp and not self._stopped.wait(seconds) and stamp == _look(self._folders)

    def _take(self, read: Shelved | tuple[Problem, ...]) -> None:
        if isinstance(read, Shelved):
            self._now = read
            note("library_read", version=read.version, agreements=len(read.library.ids))
        else:
            self._now = replace(self._now, problems=read)
            note("library_kept", "error", version=self._now.version, problems=[p.say() for p in read[:MOST_TOLD]])


def read_shelved(folders: tuple[Path, ...]) -> Shelved:
    """Read everything in the shipped library and the folders, and compute it once, so that the first page is quick."""
    version = _version(folders)
    library = open_library(folders)
    library.read_series()
    library.read_announcements()
    for key in list(library.files.figures):
        library.read_figures(key)
    if not library.faulty:
        for agreement in library.agreements:
            library.allocation(agreement.id)
    return Shelved(library, version, tuple(blocking(library.problems)))


def _read_anew(folders: tuple[Path, ...]) -> Shelved | tuple[Problem, ...]:
    """Return the new library, or what hinders it; whatever happens, the old one goes on serving."""
    try:
        read = read_shelved(folders)
    except Exception as error:  # noqa: BLE001 - a fault of ours in what is new must not stop what is old
        note("library_fault", "error", error=repr(error))
        return (Problem(Place(str(folders[-1] if folders else shipped_library())), _our_fault(error)),)
    return read.problems or read


def _look(folders: tuple[Path, ...]) -> Stamp:
    return frozenset(
        (str(path), seen.st_mtime_ns, seen.st_size, seen.st_ino) for path, seen in _files((shipped_library(), *folders))
    )


def _version(folders: tuple[Path, ...]) -> str:
    digest = sha256()
    for path, _ in _files((shipped_library(), *folders)):
        try:
            digest.update(f"{path.name}\0".encode("utf-8", "surrogateescape") + sha256(path.read_bytes()).digest())
        except OSError:  # the library says why it cannot be read
            digest.update(b"\0")
    return digest.hexdigest()[:12]


def _files(folders: tuple[Path, ...]) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield every file that a library reads, in order, with what the disk says of it."""
    for folder in folders:
        for parent, within, names in os.walk(folder):
            within[:] = sorted(one for one in within if not one.startswith("."))
            for name in sorted(names):
                if name.endswith(READ) and not name.startswith("."):
                    path = Path(parent, name)
                    try:
                        seen = path.stat()
                    except OSError:  # gone since it was listed
                        continue
                    if stat.S_ISREG(seen.st_mode):
                        yield path, seen


def _our_fault(error: Exception) -> Fault:
    return Fault.of(
        "De ändrade filerna gick inte att läsa: {what}.",
        "Det är vårt fel; ta bort det som ändrades sist och skicka oss texten.",
        "The changed files could not be read: {what}.",
        "This is our fault; take away what was changed last and send us the text.",
        what=f"{type(error).__name__} {error}",
    )
