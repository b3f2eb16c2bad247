"""An agreement file's text -> the agreement as written, or problems with line and column."""

from __future__ import annotations

from dataclasses import dataclass

from overens.agreement.checks import UNKNOWN_SOURCE, check_agreement
from overens.agreement.model import Agreement
from overens.vocabulary.problems import Fault, Place, Problem, blocking, in_order
from overens.writing.clauses import check_tree
from overens.writing.tree import Path, Tree, read_tree


@dataclass(frozen=True)
class Written:
    """An agreement together with the places of everything in its file."""

    agreement: Agreement
    tree: Tree
    left_out: frozenset[Path]
    """Paths of what was wrong and could not be used."""

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.tree.file

    def place(self, *path: str | int) -> Place:
        """Return where the value at the path stands."""
        return self.tree.place(path)


STAND_INS = {
    "id": "okand",
    "namn": "?",
    "slag": "överenskommelse",
    "avser": "2000",
    "beslutad": "ej funnet",
    "status": "beslutad",
    "belopp": "ej funnet",
    "källa": [UNKNOWN_SOURCE],
    "källor": {UNKNOWN_SOURCE: {"titel": "?"}},
}
"""What stands in for a key that is wrong or missing, while the rest of the file is checked."""


def read_agreement(text: str, *, file: str) -> tuple[Written | None, list[Problem]]:
    """Read an agreement file and check all that can be checked without figures.

    Args:
        text: The file's contents.
        file: The name to show in problems; nothing is opened.

    Returns:
        The agreement, or None if too little can be understood, and every problem, in line order.
        An agreement with problems that are errors must not be computed.
    """
    tree, problems = read_tree(text, file=file)
    if tree.value is None:
        return None, problems
    if not isinstance(tree.value, dict):
        return None, [*problems, Problem(tree.place(()), _no_keys())]
    written, found = check_written(tree)
    return written, in_order([*problems, *found])


def check_written(tree: Tree) -> tuple[Written | None, list[Problem]]:
    """Return the agreement a tree states, or None, and every problem that needs no figures to be seen."""
    checked = check_tree(Agreement, tree, STAND_INS)
    problems = checked.problems
    if checked.value is None:
        return None, in_order(problems)
    written = Written(checked.value, tree, checked.left_out)
    problems += check_agreement(checked.value, tree, checked.left_out)
    return written, in_order(problems)


def usable(written: Written | None, problems: list[Problem]) -> bool:
    """Tell whether the agreement can be computed: it was understood and has no errors."""
    return written is not None and not blocking(problems)


def _no_keys() -> Fault:
    return Fault.of(
        "Filen är inte en grupp av nycklar.",
        "Börja med 'id: kvinnors-halsa-2024' på första raden.",
        "The file is not a group of keys.",
        "Begin with 'id: kvinnors-halsa-2024' on the first line.",
    )
