"""Draws -> the bytes they are kept in, and back: a line that says of what, then whole numbers, draw after draw."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence

_KIND = b"overens-dragningar 1 "
_BYTES = 8


def head_of(fingerprint: str, width: int) -> bytes:
    r"""Return the first line of a file of draws.

    >>> head_of("ab12", 3)
    b'overens-dragningar 1 ab12 3\n'
    """
    return _KIND + f"{fingerprint} {width}\n".encode("ascii")


def is_of_draws(head: bytes) -> bool:
    """Tell whether a file begins as one of draws does, whichever they are."""
    return head.startswith(_KIND)


def size_of(draws: int, width: int) -> int:
    """Return how many bytes so many draws take."""
    return draws * width * _BYTES


def as_bytes(rows: Sequence[Sequence[int]]) -> bytes:
    """Return the draws as bytes, the same on every machine.

    >>> as_bytes([[1, 2]]).hex()
    '01000000000000000200000000000000'
    """
    numbers = array("q", (number for row in rows for number in row))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def from_bytes(data: bytes, width: int) -> array[int]:
    """Return the numbers of all whole draws; the last one, if it was cut off, is left out."""
    whole = len(data) // (width * _BYTES) * width * _BYTES
    numbers = array("q", data[:whole])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
