"""Places and a year -> a printed notice of each in a folder; what is the same stays, what is another's is never touched."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from overens.export.pdf import made_from, typeset
from overens.export.seal import made_from_what
from overens.export.write_file import write_whole
from overens.usecases.last_known import speaks_from
from overens.usecases.library import Library
from overens.usecases.printed.sheet import sheet_of
from overens.usecases.printed.write import TEMPLATE, print_notice
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language

AT_ONCE = 2
"""How many are set at once: to set type takes no lock, and the rest takes little time."""


@dataclass(frozen=True)
class NoticeFile:
    """A notice to be written: whose, in which language, its page's address (or none), and where it goes."""

    who: Recipient
    language: Language
    address: str
    path: Path


@dataclass(frozen=True)
class Filled:
    """What became of the notices of a folder.

    Attributes:
        same: How many were there already, just as they would be written now.
        stopped: Whether it was stopped before all was done.
        error: Why it could not go on, where it could not.
    """

    wanted: int
    written: int
    same: int
    stopped: bool = False
    error: OSError | None = None


def others(files: Iterable[NoticeFile]) -> list[Path]:
    """Return the files that are there and were not written here, or were changed afterwards: not to be written over."""
    return [one.path for one in files if one.path.exists() and made_from_what(one.path.read_bytes()) is None]


def fill_folder(
    library: Library,
    files: Sequence[NoticeFile],
    year: int,
    as_known_on: date | None,
    done: Callable[[int], None],
    seen_from: date | None = None,
) -> Filled:
    """Write every notice that is not there already; stopped, or without room, it leaves whole files only.

    Args:
        done: Told how many more are done, written or left as they were.
        seen_from: The day from which to tell what has passed; None for the day it is known on, else the library's last.
    """
    seen = speaks_from(library, seen_from, as_known_on)
    counts = {"written": 0, "same": 0}
    waiting: deque[Future[bool]] = deque()

    def take() -> None:
        written = waiting[0].result()  # stopped here, it is counted with those left
        waiting.popleft()
        counts["written" if written else "same"] += 1
        done(1)

    stopped, error = False, None
    with ThreadPoolExecutor(AT_ONCE) as setting:
        try:
            for one in files:
                notice = print_notice(library, one.who, year, as_known_on, one.address, seen)
                waiting.append(setting.submit(_write, one.path, sheet_of(notice, one.language), notice.seen_from))
                if len(waiting) > AT_ONCE:
                    take()
            while waiting:
                take()
        except (KeyboardInterrupt, OSError) as stop:
            stopped, error = isinstance(stop, KeyboardInterrupt), stop if isinstance(stop, OSError) else None
            setting.shutdown(wait=True, cancel_futures=True)
    for left in waiting:  # begun before the stop, and finished
        if not left.cancelled() and left.exception() is None:
            counts["written" if left.result() else "same"] += 1
    return Filled(len(files), counts["written"], counts["same"], stopped, error)


def _write(path: Path, words: Mapping[str, object], made_on: date) -> bool:
    """Write one notice; return False for one that is there already, made from the same."""
    if path.exists() and made_from_what(path.read_bytes()) == made_from(TEMPLATE, words, made_on):
        return False
    write_whole(path, typeset(TEMPLATE, words, made_on))
    return True
