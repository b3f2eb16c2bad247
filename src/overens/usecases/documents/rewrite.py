"""Files in the fixed form, and a new file -> JSON documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from overens.usecases.documents.parts import Document, problem, word
from overens.usecases.new_file import NewFile
from overens.usecases.rewrite import Rewritten
from overens.vocabulary.wording import Language


def rewrite_document(files: Sequence[Rewritten], language: Language, *, is_written: bool) -> Document:
    """Return what became of each file (overens fmt --json)."""
    return {
        "files": [_file(file, is_written) for file in files],
        "problems": [problem(one, language) for file in files for one in file.problems],
    }


def _file(file: Rewritten, is_written: bool) -> Document:
    return {
        "file": file.file,
        "kind": word(file.kind) if file.kind else None,
        "result": "refused" if file.new is None else "changed" if file.is_changed else "unchanged",
        "written": is_written and file.is_changed and file.path is not None,
        "lines_changed": file.lines_changed,
        "comments_dropped": len(file.dropped),
        "text": file.new,
    }


def new_file_document(new: NewFile, path: Path | None, language: Language) -> Document:
    """Return the new file, where it was written, and what remains to be mended in it (overens new --json)."""
    return {
        "file": str(path) if path else None,
        "kind": word(new.kind),
        "id": new.id,
        "text": new.text,
        "problems": [problem(one, language) for one in new.problems],
    }
