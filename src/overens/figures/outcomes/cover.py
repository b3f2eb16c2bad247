"""The cover sheet of a workbook -> what it says of source, day and indicators, as a tree that knows its cells."""

from __future__ import annotations

from overens.figures.outcomes.grid import GridCell, Sheet
from overens.vocabulary.names import fold
from overens.vocabulary.problems import Place
from overens.writing.tree import Path, Tree

COVER = "Om utfallen"
"""The name of the cover sheet."""

LABELS: dict[str, Path] = {
    "källa": ("källa", "titel"),
    "utgivare": ("källa", "utgivare"),
    "adress": ("källa", "adress"),
    "känd från": ("känd från",),
    "slag": ("slag",),
    "licens": ("licens",),
    "anmärkning": ("anmärkning",),
}
"""What stands in the first column of the cover -> where it belongs in the head of outcomes."""

BREAKS = "brott"
"""The column whose words are a list: each a period from which values are not comparable with those before."""

ABOUT = ("namn", "mått", "lägre är bättre", BREAKS, "blad")
"""The columns of the list of indicators, after the indicator's own."""

_INDICATORS = "nyckeltal"


def read_cover(sheet: Sheet, *, file: str) -> Tree:
    """Return the tree of a cover sheet; the line and column of a place are row and column of its cell."""
    value: dict[str, object] = {}
    tree = Tree(file, value)
    labels = {fold(label): path for label, path in LABELS.items()}
    listing: dict[int, str] | None = None
    for number, row in sheet.rows.items():
        first = fold(_words(row.get(1)))
        if listing is None and first == _INDICATORS:
            listing = {column: fold(cell.words) for column, cell in row.items()}
        elif listing is not None:
            _add_indicator(tree, value, number, row, listing)
        elif first in labels and 2 in row:
            _add(tree, value, labels[first], row[2].words.strip(), Place(file, number, 2))
    for path, part in _groups(value):
        tree.paths[id(part)] = path
    return tree


def _add(tree: Tree, value: dict[str, object], path: Path, said: object, place: Place) -> None:
    for n, step in enumerate(path[:-1], 1):
        inner = value.setdefault(str(step), {})
        assert isinstance(inner, dict)
        value = inner
        tree.key_places.setdefault(path[:n], place)
        tree.places.setdefault(path[:n], place)
    value.setdefault(str(path[-1]), said)
    tree.places.setdefault(path, place)
    tree.key_places.setdefault(path, place)


def _add_indicator(
    tree: Tree, value: dict[str, object], number: int, row: dict[int, GridCell], listing: dict[int, str]
) -> None:
    name = _words(row.get(1))
    if not name:
        return
    known = {fold(key): key for key in ABOUT}
    indicators = value.setdefault(_INDICATORS, {})
    assert isinstance(indicators, dict)
    indicators.setdefault(name, {})
    tree.key_places.setdefault((_INDICATORS, name), Place(tree.file, number, 1))
    tree.places.setdefault((_INDICATORS, name), Place(tree.file, number, 1))
    for column, title in listing.items():
        words = _words(row.get(column))
        if title in known and words:
            key = known[title]
            said: object = [one.strip() for one in words.split(",")] if key == BREAKS else words
            _add(tree, value, (_INDICATORS, name, key), said, Place(tree.file, number, column))


def _groups(value: object, path: Path = ()) -> list[tuple[Path, object]]:
    if not isinstance(value, dict):
        return []
    return [(path, value), *(found for key, part in value.items() for found in _groups(part, (*path, key)))]


def _words(cell: GridCell | None) -> str:
    return cell.words.strip() if cell else ""
