"""A document on disk or on standard input -> its text, or a problem that says why there is none."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from overens.intake.documents import cautions, faults
from overens.intake.documents.answer import Refused
from overens.intake.documents.call_child import End, read_in_child
from overens.intake.documents.decode import Decoded, decode
from overens.intake.documents.document import Format, SourceDocument
from overens.intake.documents.kinds import Foreign, kind_of, text_kind
from overens.intake.documents.limits import MOST_BYTES, MOST_TEXT
from overens.intake.documents.mojibake import find_garbled, lost_letters
from overens.intake.read_text import read_bytes, too_large
from overens.vocabulary.problems import Fault, Place, Problem, Severity


def read_document(path: Path, *, shown: str) -> SourceDocument | Problem:
    """Return the text of a file: text, Markdown, HTML, PDF or DOCX, told by its bytes.

    HTML, PDF and DOCX are read in a child process each; text and Markdown here.

    Args:
        path: The file.
        shown: The name to show in problems.
    """
    raw = read_bytes(path, shown=shown, largest=MOST_BYTES, remedy=faults.SMALLER)
    return raw if isinstance(raw, Problem) else _document(raw, shown, path.suffix.lower())


def document_of(raw: bytes, *, shown: str) -> SourceDocument | Problem:
    """Return the text of a document whose bytes came on standard input; give at most `MOST_BYTES + 1` of them."""
    if len(raw) > MOST_BYTES:
        return Problem(Place(shown), too_large(len(raw), MOST_BYTES, faults.SMALLER))
    return _document(raw, shown, "")


def _document(raw: bytes, shown: str, suffix: str) -> SourceDocument | Problem:
    kind = kind_of(raw)
    if isinstance(kind, Foreign):
        return Problem(Place(shown), faults.foreign(kind))
    if kind is not None:
        return _by_child(raw, kind, raw, shown)
    decoded = decode(raw)
    if decoded is None:
        return Problem(Place(shown), faults.foreign(Foreign.BINARY))
    if not decoded.text.strip("\ufeff \t\r\n\f\v\u00a0"):
        return Problem(Place(shown), faults.empty())
    written_as = text_kind(decoded.text, suffix)
    if written_as is Format.HTML:
        return _by_child(decoded.text.encode("utf-8", "replace"), written_as, raw, shown, decoded)
    if len(decoded.text) > MOST_TEXT:
        return Problem(Place(shown), faults.too_much_text(MOST_TEXT))
    notes = (*_uncertain(decoded, shown, in_file=True), *_garbled(decoded.text, shown, in_file=True))
    return SourceDocument(decoded.text, written_as, sha256(raw).hexdigest(), decoded.encoding, None, notes)


def _by_child(
    source: bytes, kind: Format, raw: bytes, shown: str, decoded: Decoded | None = None
) -> SourceDocument | Problem:
    """Return what a child process reads in the source.

    Args:
        source: What the child is given: the raw bytes, or a page's text in UTF-8.
        kind: What it is.
        raw: The file's own bytes.
        shown: The name to show in problems.
        decoded: The page's text and encoding, if it has one.
    """
    reading = read_in_child(source, kind)
    if isinstance(reading, Refused):
        return Problem(Place(shown), faults.refused(reading, kind))
    if isinstance(reading, End):
        return Problem(Place(shown), faults.ended(reading))
    notes = [Problem(Place(shown), cautions.remark(*one), Severity.WARNING) for one in reading.remarks]
    uncertain = _uncertain(decoded, shown, in_file=False) if decoded else ()
    encoding = decoded.encoding if decoded else None
    garbled = _garbled(reading.text, shown, in_file=False)
    return SourceDocument(
        reading.text, kind, sha256(raw).hexdigest(), encoding, reading.pages, (*notes, *uncertain, *garbled)
    )


def _uncertain(decoded: Decoded, shown: str, *, in_file: bool) -> tuple[Problem, ...]:
    """Return a warning if the bytes did not say what they are in."""
    if decoded.sure or decoded.encoding == "utf-8":
        return ()
    return (_warning(decoded.text, decoded.at, cautions.older_encoding(decoded.encoding), shown, in_file=in_file),)


def _garbled(text: str, shown: str, *, in_file: bool) -> tuple[Problem, ...]:
    """Return warnings of letters that were read wrongly before the document came here."""
    warnings: list[Problem] = []
    garbled = find_garbled(text)
    if garbled:
        fault = cautions.garbled(garbled.n, garbled.sample, garbled.mended)
        warnings.append(_warning(text, garbled.at, fault, shown, in_file=in_file))
    lost = lost_letters(text)
    if lost:
        at, sample, n = lost
        warnings.append(_warning(text, at, cautions.lost(n, sample), shown, in_file=in_file))
    return tuple(warnings)


def _warning(text: str, at: int, fault: Fault, shown: str, *, in_file: bool) -> Problem:
    """Return a warning with line and column, where the text is that of the file."""
    if not in_file:
        return Problem(Place(shown), fault, Severity.WARNING)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Problem(Place(shown, line, column), fault, Severity.WARNING)
