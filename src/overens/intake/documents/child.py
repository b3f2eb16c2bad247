"""A child process: a document's bytes on standard input -> its text as JSON on standard output, within limits."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable
from contextlib import suppress

from overens.intake.documents.answer import Reading, Refusal, Refused, pack
from overens.intake.documents.limits import CHILD_MEMORY, CHILD_SECONDS, MOST_TEXT

_LATER = ("cp437", "utf-16", "utf-16-le", "ascii", "latin-1")
"""Encodings that are looked up when nothing can be opened any more: names in packages, halves of letters."""


def main() -> None:
    """Read one document of the format named by the first argument, and answer."""
    answering = os.dup(1)
    os.dup2(2, 1)  # what a parser may print is no answer
    raw = sys.stdin.buffer.read()
    try:
        answer = pack(_read(_reader(sys.argv[1]), raw))
    except Refused as refused:
        answer = pack(refused)
    except (MemoryError, RecursionError):
        answer = pack(Refused(Refusal.MEMORY))
    except Exception:  # noqa: BLE001 - a parser on bytes from anywhere may raise anything
        answer = pack(Refused(Refusal.DAMAGED))
    with os.fdopen(answering, "wb") as out:
        out.write(answer)
    os._exit(0)  # a parser's own tidying has been seen to take longer than the reading


def _reader(name: str) -> Callable[[bytes], Reading]:
    """Return the function that reads the format, with all it needs imported, since nothing can be opened later."""
    try:
        if name == "html":
            import selectolax.lexbor  # noqa: F401 - imported before the limits, used by the reader

            from overens.intake.documents.html_text import read_html

            return read_html
        if name == "pdf":
            import pypdfium2.raw  # noqa: F401 - imported before the limits, used by the reader

            from overens.intake.documents.pdf_text import read_pdf

            return read_pdf
        if name == "xlsx":
            from overens.intake.documents.xlsx_cells import read_xlsx

            return read_xlsx
    except ImportError as absent:
        raise Refused(Refusal.NO_PARSER, name=str(absent.name)) from absent
    from overens.intake.documents.docx_text import read_docx

    return read_docx


def _read(reader: Callable[[bytes], Reading], raw: bytes) -> Reading:
    _limit()
    found = reader(raw)
    if len(found.text) > MOST_TEXT:
        raise Refused(Refusal.TOO_MUCH, most=MOST_TEXT)
    return found


def _limit() -> None:
    """Set what the machine allows from here on: memory, time, and no file, no connection, no process."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock remains
        return
    for encoding in _LATER:
        codecs.lookup(encoding)
    memory = _memory() + CHILD_MEMORY
    limits = {
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_CPU: (CHILD_SECONDS, CHILD_SECONDS + 1),  # a second between, so that the signal tells why
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_NOFILE: (0, 0),
    }
    for limit, most in limits.items():
        with suppress(ValueError, OSError):  # a lower limit may hold already
            resource.setrlimit(limit, most)


def _memory() -> int:
    """Return the address space in use, in bytes."""
    try:
        with open("/proc/self/statm", "rb") as pages:  # noqa: PTH123 - pathlib takes longer to import than to read
            return int(pages.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 512 * 1024 * 1024  # about what Python and the parsers map where it cannot be asked


if __name__ == "__main__":
    main()
