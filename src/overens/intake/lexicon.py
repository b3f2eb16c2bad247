"""The lexicon's files -> the lexicon that the reader looks with."""

from __future__ import annotations

from functools import cache

from overens.drafting.lexicon import PARTS, Lexicon, lexicon_of
from overens.intake.library_folder import LEXICON
from overens.intake.register import shipped_library
from overens.vocabulary.problems import Problem
from overens.writing.clauses import Clause, check_tree
from overens.writing.tree import read_tree

PLACE = shipped_library() / LEXICON
"""Where the shipped lexicon stands."""


@cache
def shipped_lexicon() -> Lexicon:
    """Return the lexicon that is shipped.

    Raises:
        ValueError: If a file of it is wrong, which a test forbids.
    """
    parts: dict[str, Clause] = {}
    problems: list[Problem] = []
    for name, kind in PARTS.items():
        file = PLACE / f"{name}.yaml"
        tree, found = read_tree(file.read_text(encoding="utf-8"), file=f"{name}.yaml")
        checked = check_tree(kind, tree)
        problems += found + checked.problems
        if checked.value is not None:
            parts[name] = checked.value
    if problems:
        raise ValueError("\n".join(problem.say() for problem in problems))
    return lexicon_of(parts)
