"""The one exception that carries a library's problems to the place that prints them."""

from __future__ import annotations

from overens.vocabulary.problems import Problem


class Faulty(Exception):
    """The library has errors; nothing is computed on it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
