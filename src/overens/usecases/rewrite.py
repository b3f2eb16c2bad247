"""YAML files as a person wrote them -> the same files in the one fixed form, with nothing lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from overens.agreement.file_kind import FileKind, kind_of
from overens.export.write_file import write_whole
from overens.intake.library_folder import LibraryFile, list_library
from overens.intake.read_text import read_text, text_of
from overens.scenario.read_as import read_as
from overens.vocabulary.problems import Fault, Place, Problem, blocking, in_order
from overens.writing.comments import Comment, find_comments
from overens.writing.tree import LARGEST_FILE
from overens.writing.write_clause import write_clause


@dataclass(frozen=True)
class Rewritten:
    """A file in the fixed form (fast form), or the problems that it was refused for.

    Attributes:
        path: Where it stands; None for what came on standard input.
        old: The text as it was; empty if it could not be read.
        new: The text in the fixed form, or None for a file that is refused.
        dropped: Comments that are not in the new text.
    """

    file: str
    path: Path | None = None
    kind: FileKind | None = None
    old: str = ""
    new: str | None = None
    problems: tuple[Problem, ...] = ()
    dropped: tuple[Comment, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether the fixed form is another text than the one that was there."""
        return self.new is not None and self.new != self.old

    @property
    def difference(self) -> list[str]:
        """The change line by line, as 'diff -u' shows it; nothing if there is none."""
        new = self.old if self.new is None else self.new
        return list(unified_diff(self.old.splitlines(), new.splitlines(), self.file, self.file, n=2, lineterm=""))

    @property
    def lines_changed(self) -> int:
        """How many lines differ: those that came or, if they are more, those that went."""
        signs = [line[0] for line in self.difference[2:]]
        return max(signs.count("+"), signs.count("-"))


def rewrite_files(paths: Iterable[Path], *, drop_comments: bool = False) -> list[Rewritten]:
    """Return each file, and every YAML file of each folder, in the fixed form; nothing is written."""
    found: dict[Path, Rewritten] = {}
    for path in paths:
        files, problems = _files(path)
        found |= {Path(p.place.file): Rewritten(p.place.file, problems=(p,)) for p in problems}
        for file in files:
            if file.path.resolve() not in found:
                found[file.path.resolve()] = _rewrite_file(file, drop_comments)
    return list(found.values())


def rewrite_bytes(raw: bytes, *, file: str, drop_comments: bool = False) -> Rewritten:
    """Return what came on standard input in the fixed form."""
    text = text_of(raw, shown=file, largest=LARGEST_FILE)
    if isinstance(text, Problem):
        return Rewritten(file, problems=(text,))
    return rewrite_text(text, file=file, drop_comments=drop_comments)


def _files(path: Path) -> tuple[list[LibraryFile], list[Problem]]:
    """Return the file, or the YAML files of the folder, and what cannot be one."""
    if not path.is_dir():
        if path.suffix in (".yaml", ".yml") or not path.exists():
            return [LibraryFile(path, str(path))], []
        return [], [Problem(Place(str(path)), _not_yaml())]
    listed = list_library([(path, str(path))])
    files = sorted(
        (*listed.agreements, *listed.series, *listed.published, *listed.announcements, *listed.scenarios),
        key=lambda file: file.path,
    )
    unreadable = [p for p in listed.problems if not p.place.file.endswith(".csv")]
    return files, unreadable if files or unreadable else [Problem(Place(str(path)), _no_yaml())]


def _rewrite_file(file: LibraryFile, drop_comments: bool) -> Rewritten:
    text = read_text(file.path, shown=file.shown, largest=LARGEST_FILE)
    if isinstance(text, Problem):
        return Rewritten(file.shown, file.path, problems=(text,))
    folder = file.path.resolve().parent.name
    return rewrite_text(text, file=file.shown, path=file.path, folder=folder, drop_comments=drop_comments)


def rewrite_text(
    text: str, *, file: str, path: Path | None = None, folder: str = "", drop_comments: bool = False
) -> Rewritten:
    """Return the text in the fixed form, or why it is refused: it has errors, or comments that would be lost.

    Args:
        text: The contents.
        file: The name to show in problems.
        path: Where it stands, if it is a file.
        folder: The name of the folder it stands in, which tells the kind where the keys do not.
        drop_comments: Whether comments may be lost.
    """
    kind = kind_of(text, folder=folder)
    clause, problems = read_as(kind, text, file=file)
    if clause is None or blocking(problems):
        return Rewritten(file, path, kind, text, problems=tuple(blocking(problems)))
    modeline = _MODELINE.match(text)
    kept = modeline[0] if modeline else ""
    comments = [one for one in find_comments(text, file=file) if not (kept and one.place.line == 1)]
    if comments and not drop_comments:
        return Rewritten(file, path, kind, text, problems=tuple(in_order([_would_be_lost(one) for one in comments])))
    new = write_clause(clause)
    again, _ = read_as(kind, new, file=file)
    if again is None or again != clause or write_clause(again) != new:
        raise ValueError(f"{file}: the fixed form does not say what the file said")
    return Rewritten(file, path, kind, text, kept + new, dropped=tuple(comments))


_MODELINE = re.compile(r"# yaml-language-server:[^\n]*\n")
"""The line that tells an editor which schema to help with."""


def save(file: Rewritten) -> bool:
    """Write the file, whole or not at all, if it is changed; tell whether it was."""
    if not file.is_changed or file.path is None or file.new is None:
        return False
    write_whole(file.path, file.new)
    return True


def _would_be_lost(comment: Comment) -> Problem:
    fault = Fault.of(
        "Kommentaren '{text}' finns inte i den fasta formen.",
        "Flytta den till 'anmärkning', eller kör med --drop-comments.",
        "The comment '{text}' has no place in the fixed form.",
        "Move it to 'anmärkning', or run with --drop-comments.",
        text=comment.text[:60],
    )
    return Problem(comment.place, fault)


def _not_yaml() -> Fault:
    return Fault.of(
        "Filen är ingen YAML-fil.",
        "Ange en fil som slutar på .yaml eller .yml.",
        "The file is no YAML file.",
        "Give a file that ends in .yaml or .yml.",
    )


def _no_yaml() -> Fault:
    return Fault.of(
        "Mappen har inga YAML-filer.",
        "Kontrollera sökvägen.",
        "The folder has no YAML files.",
        "Check the path.",
    )
