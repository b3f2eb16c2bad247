"""A file on disk -> its text, or a problem that says why it cannot be read."""

from __future__ import annotations

import codecs
import errno
from pathlib import Path

from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.wording import Text, plain, whole_number

_SPLIT_LIBRARY_FILE = Text(
    "Dela upp filen, eller lägg tabeller som CSV under 'underlag'.",
    "Split the file, or put tables as CSV under 'underlag'.",
)


def read_text(path: Path, *, shown: str, largest: int) -> str | Problem:
    """Return the file's text.

    Args:
        path: The file.
        shown: The name to show in problems.
        largest: The most bytes that are read; a larger file is refused unread.
    """
    raw = read_bytes(path, shown=shown, largest=largest)
    return raw if isinstance(raw, Problem) else text_of(raw, shown=shown, largest=largest)


def read_bytes(path: Path, *, shown: str, largest: int, remedy: Text = _SPLIT_LIBRARY_FILE) -> bytes | Problem:
    """Return the file's bytes; of a pipe or a device, which has no size to ask for, no more is taken than is needed to refuse it.

    Args:
        path: The file.
        shown: The name to show in problems.
        largest: The most bytes that are read; a larger file is refused unread.
        remedy: What to do with one that is too large.
    """
    try:
        size = path.stat().st_size
        if size > largest:
            return Problem(Place(shown), too_large(size, largest, remedy))
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except OSError as error:
        return Problem(Place(shown), _unreadable(error))
    return Problem(Place(shown), too_large(len(raw), largest, remedy)) if len(raw) > largest else raw


def text_of(raw: bytes, *, shown: str, largest: int) -> str | Problem:
    """Return the text that the bytes are, without a byte order mark."""
    if len(raw) > largest:
        return Problem(Place(shown), too_large(len(raw), largest))
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Problem(Place(shown, line, column), _not_utf8(raw[error.start]))


def why(error: OSError) -> Text:
    """Return why the machine refuses, as words in a sentence."""
    match error.errno:
        case errno.ENOENT:
            return Text("den finns inte", "it does not exist")
        case errno.EISDIR:
            return Text("det är en mapp", "it is a folder")
        case errno.ENOTDIR:
            return Text("en del av sökvägen är ingen mapp", "a part of the path is no folder")
        case errno.EACCES | errno.EPERM:
            return Text("du har inte rätt till det", "you have no right to it")
        case errno.EROFS:
            return Text("disken går inte att skriva på", "the disk cannot be written to")
        case _:
            return plain(error.strerror or type(error).__name__)


def too_large(size: int, largest: int, remedy: Text = _SPLIT_LIBRARY_FILE) -> Fault:
    """Return that a file is larger than what is read."""
    message = Text(
        "Filen är {size} byte; högst {largest} läses.",
        "The file is {size} bytes; at most {largest} are read.",
        {"size": whole_number(size), "largest": whole_number(largest)},
    )
    return Fault(message, remedy)


def _unreadable(error: OSError) -> Fault:
    return Fault.of(
        "Filen går inte att läsa ({why}).",
        "Kontrollera sökvägen och dina rättigheter.",
        "The file cannot be read ({why}).",
        "Check the path and your permissions.",
        why=why(error),
    )


def _not_utf8(byte: int) -> Fault:
    return Fault.of(
        "Byten 0x{byte} är inte UTF-8; filen är troligen sparad som Latin-1 eller Windows-1252.",
        "Spara om filen som UTF-8.",
        "The byte 0x{byte} is not UTF-8; the file was probably saved as Latin-1 or Windows-1252.",
        "Save the file again as UTF-8.",
        byte=f"{byte:02X}",
    )
