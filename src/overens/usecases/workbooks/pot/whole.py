"""A product divided by a whole -> steps in which no number has more digits than a spreadsheet keeps."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 10**14
"""No number on the way is greater: spreadsheets hold 15 digits, and take numbers for equal that differ in the last."""
_ROOM = 10
"""How many times greater the amount may be made before the steps have too little room."""
_MOST_STEPS = 4


@dataclass(frozen=True)
class Split:
    """How an amount is split in digits, so that amount × weight / divisor is taken a digit at a time (delning).

    Attributes:
        base: The base of the digits, a power of ten.
        steps: How many digits.
    """

    base: int
    steps: int

    def digits(self, amount: int) -> tuple[int, ...]:
        """Return the amount's digits, the first first.

        >>> Split(1000, 3).digits(1_002_003)
        (1, 2, 3)
        """
        found = []
        for _ in range(self.steps - 1):
            amount, digit = divmod(amount, self.base)
            found.append(digit)
        return (amount, *reversed(found))


def split_for(amount: int, divisor: int) -> Split | None:
    """Return the fewest steps that have room for the amount and ten times as much; None where there is no room.

    >>> split_for(1_633_000_000, 10_551_707)
    Split(base=1000000, steps=2)
    """
    base = 10
    while 2 * (base * 10) * divisor <= MOST:
        base *= 10
    steps = 1 if amount * _ROOM * divisor <= MOST else 2
    while base ** (steps - 1) * min(base, MOST) < amount * _ROOM and steps > 1:
        steps += 1
    return Split(base, steps) if 2 * base * divisor <= MOST and steps <= _MOST_STEPS else None


def quotient(what: str, by: str) -> str:
    """Return the formula for the whole quotient of two whole numbers, which is right although a cell is rounded.

    What a cell gives can be a whole number too many, never too few; then it is made one less.
    """
    return f"INT(({what})/{by})-(INT(({what})/{by})*{by}>({what}))"


def whole_steps(amount: int, weight: int, divisor: int, split: Split) -> list[tuple[int, int]]:
    """Return each step's whole quotient and rest, as the formulas give them.

    >>> whole_steps(1000, 1, 3, Split(10, 4))
    [(0, 1), (3, 1), (3, 1), (3, 1)]
    """
    found, rest = [], 0
    for digit in split.digits(amount):
        whole, rest = divmod(rest * split.base + digit * weight, divisor)
        found.append((whole, rest))
    return found
