"""Numbers on plain lines, whose groups of digits only spaces part -> columns."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

Stretch = tuple[int, int]
Segments = Sequence[Sequence[Stretch]]

_MOST_GROUPS = 24
_SAMPLE = 60
_TRIED = 8
_MOST_TRIED = 64


def count_columns(text: str, rows: Sequence[Segments], expected: int) -> int:
    """Return how many numbers the rows have: as many as expected or the fewest that nearly all of them can be read as.

    '12 345' may be one number or two, '2 111 110' one, two or three, '12 34 56' only three.
    """
    bounds = [(sum(_fewest(text, one) for one in row), sum(map(len, row))) for row in rows]
    most = max((most for _, most in bounds), default=1)
    tried = [expected, *range(1, most + 1)] if expected > 1 else list(range(1, most + 1))
    nearly = (n for n in tried if 10 * sum(low <= n <= high for low, high in bounds) >= 9 * len(bounds))
    return next(nearly, 1)


def split_rows(text: str, rows: Sequence[Segments], columns: int) -> list[list[Stretch]]:
    """Return the numbers of each row. Where groups may be parted in several ways, as in the other rows."""
    ways = [_ways(text, row, columns) for row in rows]
    usual = _usual([[_lengths(text, way) for way in found] for found in ways[:_SAMPLE] if found])
    return [
        min(found, key=lambda way: _distance(_lengths(text, way), usual)) if found else _anyhow(row, columns)
        for row, found in zip(rows, ways, strict=True)
    ]


def _usual(ways: Sequence[Sequence[Sequence[int]]]) -> Sequence[int]:
    """Return how long the numbers of a row usually are: as in rows that can be read in one way, else as fits most rows."""
    decided = [found[0] for found in ways if len(found) == 1]
    if decided:
        return [median_low(column) for column in zip(*decided, strict=True)]
    tried = [way for found in ways[:_TRIED] for way in found][:_MOST_TRIED]
    return min(tried, key=lambda way: sum(min(_distance(other, way) for other in found) for found in ways), default=())


def _fewest(text: str, atoms: Sequence[Stretch]) -> int:
    """Return the fewest numbers that the groups can be."""
    return sum(not (n and _continues(text, atoms, n)) for n in range(len(atoms)))


def _continues(text: str, atoms: Sequence[Stretch], n: int) -> bool:
    """Tell whether a group may continue the number before it: three digits after one to three."""
    before, here = text[slice(*atoms[n - 1])], text[slice(*atoms[n])]
    whole = here.partition(",")[0].split(" ")[0].split("%")[0]
    return (
        len(whole.rstrip("abcdefghijklmnopqrstuvwxyzåäö.")) == 3
        and whole[:3].isdecimal()
        and before.lstrip("-–+").isdecimal()
        and len(before.lstrip("-–+")) <= 3
        and before != "0"
    )


def _ways(text: str, row: Segments, columns: int) -> list[list[Stretch]]:
    """Return every way to read the row as so many numbers."""
    if sum(map(len, row)) > _MOST_GROUPS:
        return []
    ways: list[list[Stretch]] = [[]]
    for atoms in row:
        for n, atom in enumerate(atoms):
            longer = [[*way[:-1], (way[-1][0], atom[1])] for way in ways if n and _continues(text, atoms, n)]
            ways = [way for way in (*longer, *([*way, atom] for way in ways)) if len(way) <= columns][:256]
    return [way for way in ways if len(way) == columns]


def _anyhow(row: Segments, columns: int) -> list[Stretch]:
    """Return a row that cannot be read as the others: one number of all its groups, or its groups as they come."""
    atoms = [atom for segment in row for atom in segment]
    return [(atoms[0][0], atoms[-1][1])] if columns == 1 else [(one[0][0], one[-1][1]) for one in row][:columns]


def _lengths(text: str, way: Sequence[Stretch]) -> list[int]:
    """Return how many digits longer each number of a row is than the first."""
    lengths = [sum(map(str.isdecimal, text[a:b].partition(",")[0])) for a, b in way]
    return [length - lengths[0] for length in lengths]


def _distance(lengths: Sequence[int], usual: Sequence[int]) -> int:
    return sum(abs(a - b) for a, b in zip(lengths, usual, strict=True))
