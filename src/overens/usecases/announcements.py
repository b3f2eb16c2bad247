"""Files with announcements -> lists that are read and checked, and every problem in them."""

from __future__ import annotations

from collections.abc import Iterable

from overens.agreement.announcements import Announcements, doubled, read_announcements
from overens.intake.library_folder import LibraryFile, texts_of
from overens.vocabulary.problems import Problem
from overens.writing.tree import LARGEST_FILE


def read_lists(
    files: Iterable[LibraryFile], agreements: set[str], pots: set[str]
) -> tuple[list[Announcements], list[Problem]]:
    """Read the files, and check what they name against the agreements and pots of the library."""
    lists: list[Announcements] = []
    problems: list[Problem] = []
    for file, text in texts_of(files, LARGEST_FILE, problems):
        read, wrong = read_announcements(text, file=file.shown)
        problems += wrong
        if read is not None:
            lists.append(read)
            problems += read.problems_with(agreements, pots)
    return lists, [*problems, *doubled(lists)]
