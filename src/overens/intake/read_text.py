"""A file on disk -> its text, or a problem that says why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.wording import whole_number


def read_text(path: Path, *, shown: str, largest: int) -> str | Problem:
    """Return the file's text.

    Args:
        path: The file.
        shown: The name to show in problems.
        largest: The most bytes that are read; a larger file is refused unread.
    """
    try:
        size = path.stat().st_size
        if size > largest:
            return Problem(Place(shown), _too_large(size, largest))
        raw = path.read_bytes()
    except OSError as error:
        return Problem(Place(shown), _unreadable(error))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        return Problem(Place(shown, line, column), _not_utf8(raw[error.start]))


def _too_large(size: int, largest: int) -> Fault:
    return Fault.of(
        "Filen är {size} byte; högst {largest} läses.",
        "Dela upp filen, eller lägg tabeller som CSV under 'underlag'.",
        "The file is {size} bytes; at most {largest} are read.",
        "Split the file, or put tables as CSV under 'underlag'.",
        size=whole_number(size),
        largest=whole_number(largest),
    )


def _unreadable(error: OSError) -> Fault:
    return Fault.of(
        "Filen går inte att läsa ({why}).",
        "Kontrollera sökvägen och dina rättigheter.",
        "The file cannot be read ({why}).",
        "Check the path and your permissions.",
        why=error.strerror or type(error).__name__,
    )


def _not_utf8(byte: int) -> Fault:
    return Fault.of(
        "Byten 0x{byte} är inte UTF-8; filen är troligen sparad som Latin-1 eller Windows-1252.",
        "Spara om filen som UTF-8.",
        "The byte 0x{byte} is not UTF-8; the file was probably saved as Latin-1 or Windows-1252.",
        "Save the file again as UTF-8.",
        byte=f"{byte:02X}",
    )
