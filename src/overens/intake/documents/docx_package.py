"""The bytes of a DOCX -> its parts, unpacked only so far as limits allow."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from struct import unpack_from

from overens.intake.documents.answer import Refusal, Refused
from overens.intake.documents.limits import (
    LARGE_PART,
    LARGEST_PART,
    MOST_DIRECTORY,
    MOST_MEMBERS,
    MOST_TIMES_SMALLER,
    MOST_UNPACKED,
)

_END = b"PK\x05\x06"
_HEADER = 30
_ENCRYPTED = 0x1
_SPREADSHEETS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
_LONGEST_NAME = 250


def open_package(raw: bytes) -> zipfile.ZipFile:
    """Return the package of a Word document, when what its directory says is within limits; nothing has been unpacked.

    Raises:
        Refused: If it is damaged, too large unpacked, or no Word document.
    """
    package = open_zip(raw)
    if "word/document.xml" not in package.namelist():
        raise Refused(Refusal.SPREADSHEET if _is_spreadsheet(package) else Refusal.PACKAGE)
    return package


def open_zip(raw: bytes) -> zipfile.ZipFile:
    """Return the packed files, when what their directory says is within limits; nothing has been unpacked.

    Raises:
        Refused: If it is damaged, or too large unpacked.
    """
    _check_directory_size(raw)
    try:
        package = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise Refused(Refusal.DAMAGED) from error
    _check(package.infolist())
    return package


def part(package: zipfile.ZipFile, name: str) -> bytes | None:
    """Return a part of the package, or None if there is none."""
    try:
        with package.open(name) as file:
            content = file.read(LARGEST_PART + 1)
    except KeyError:
        return None
    except MemoryError:
        raise
    except Exception as error:  # unpackers raise what they please on bytes that are not theirs
        raise Refused(Refusal.DAMAGED) from error
    if len(content) > LARGEST_PART:
        raise Refused(Refusal.BOMB)
    return content


def _check_directory_size(raw: bytes) -> None:
    """Refuse a directory of hundreds of thousands of members before it is read into memory."""
    at = raw.rfind(_END, max(0, len(raw) - 65_557))
    if at < 0 or at + 22 > len(raw):
        raise Refused(Refusal.DAMAGED)
    members, size = unpack_from("<HI", raw, at + 10)
    if members > MOST_MEMBERS or size > MOST_DIRECTORY:
        raise Refused(Refusal.BOMB)


def _check(members: list[zipfile.ZipInfo]) -> None:
    if any(one.flag_bits & _ENCRYPTED for one in members):
        raise Refused(Refusal.ENCRYPTED)
    names = [one.filename for one in members]
    if len(set(names)) < len(names) or not all(map(_is_fair, names)):
        raise Refused(Refusal.NAMES)
    swollen = any(
        one.file_size > LARGEST_PART
        or (one.file_size > LARGE_PART and one.file_size > MOST_TIMES_SMALLER * one.compress_size)
        for one in members
    )
    if swollen or sum(one.file_size for one in members) > MOST_UNPACKED or _overlap(members):
        raise Refused(Refusal.BOMB)


def _overlap(members: list[zipfile.ZipInfo]) -> bool:
    """Return whether two members share bytes, which lets one small heap be unpacked many times."""
    spans = sorted(
        (one.header_offset, one.header_offset + _HEADER + len(one.orig_filename) + one.compress_size) for one in members
    )
    return any(end > begin for (_, end), (begin, _) in pairwise(spans))


def _is_fair(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and not name.startswith(("/", "\\")) and ".." not in name.split("/")


def _is_spreadsheet(package: zipfile.ZipFile) -> bool:
    return any(name in package.namelist() for name in _SPREADSHEETS)
