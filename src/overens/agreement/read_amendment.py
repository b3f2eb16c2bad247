"""An amendment file's text -> the amendment as written, or problems with line and column."""

from __future__ import annotations

from dataclasses import dataclass

from overens.agreement import amendment_faults as faults
from overens.agreement.amendment import Amendment, AmendmentOutline
from overens.vocabulary.periods import When
from overens.vocabulary.problems import Place, Problem, in_order
from overens.writing.clauses import check_tree
from overens.writing.tree import Tree, read_tree


@dataclass(frozen=True)
class WrittenAmendment:
    """An amendment together with the places of everything in its file, and the day it became known."""

    amendment: Amendment
    tree: Tree
    since: When

    def place(self, *path: str | int) -> Place:
        """Return where the value at the path stands."""
        return self.tree.place(path)


def read_amendment(text: str, *, file: str, whole: bool = False) -> tuple[WrittenAmendment | None, list[Problem]]:
    """Read an amendment file; what needs the agreement it changes is checked by `read_through`.

    Args:
        text: The file's contents.
        file: The name to show in problems; nothing is opened.
        whole: Look into the pots too. They are looked into again where they will stand, so that reading an
            agreement need not do it twice.

    Returns:
        The amendment, or None if anything in it is wrong, and every problem, in line order.
    """
    tree, problems = read_tree(text, file=file)
    if tree.value is None:
        return None, problems
    checked = check_tree(Amendment if whole else AmendmentOutline, tree)
    problems += checked.problems
    if problems and not whole:
        return read_amendment(text, file=file, whole=True)
    if checked.value is None or problems:
        return None, in_order(problems)
    months = checked.value.applies
    if months is not None and months.end.last < months.start.first:
        return None, [Problem(tree.place(("gäller", "till")), faults.months_turned(months.start, months.end))]
    since = checked.value.known_from or checked.value.decided
    if not isinstance(since, When):
        return None, [Problem(tree.place(("beslutad",)), faults.no_day())]
    return WrittenAmendment(checked.value, tree, since), []


def problems_in_pots(change: WrittenAmendment) -> list[Problem]:
    """Return what is wrong in the amendment's pots, when they cannot be looked into where they would stand."""
    return check_tree(Amendment, change.tree).problems
