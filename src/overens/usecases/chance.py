"""A seed and the number of a draw -> whole chances, the same on every machine and whichever draws were made before."""

from __future__ import annotations

from random import Random

BITS = 32


def chances(seed: int, draw: int, count: int) -> list[int]:
    """Return so many whole numbers below 2**32 for one draw.

    Each draw has a stream of its own, so that it is the same whether draws are made from the first on, from where one
    stopped, or many at a time.

    >>> chances(1, 0, 2) == chances(1, 0, 3)[:2], chances(1, 0, 2) == chances(1, 1, 2)
    (True, False)
    """
    words = Random(f"{seed}/{draw}").getrandbits(BITS * count).to_bytes(4 * count, "little") if count else b""
    return [int.from_bytes(words[at : at + 4], "little") for at in range(0, 4 * count, 4)]
