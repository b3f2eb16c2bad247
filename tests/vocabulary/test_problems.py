"""How a problem is said, sorted and counted."""

from __future__ import annotations

from overens.vocabulary.problems import Fault, Place, Problem, Severity, blocking, in_order
from tests.builders import EN

SUM = Fault.of("Summan är {n}.", "Rätta {n}.", "The sum is {n}.", "Mend {n}.", n="7")


def test_a_problem_is_where_what_and_what_would_be_right() -> None:
    assert Problem(Place("a.yaml", 41, 13), SUM).say() == "a.yaml:41:13: Summan är 7. Rätta 7."
    assert Problem(Place("a.yaml", 41, 13), SUM).say(EN) == "a.yaml:41:13: The sum is 7. Mend 7."


def test_a_warning_says_that_it_is_one() -> None:
    warning = Problem(Place("a.yaml"), SUM, Severity.WARNING)
    assert warning.say() == "a.yaml:1:1: varning: Summan är 7. Rätta 7."
    assert warning.say(EN) == "a.yaml:1:1: warning: The sum is 7. Mend 7."


def test_problems_stand_in_the_order_of_the_file_each_once() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 2), Place("a", 9, 5), Place("a", 10, 1), Place("a", 9, 5)]
    assert [p.place for p in in_order([Problem(place, SUM) for place in places])] == [
        Place("a", 9, 5),
        Place("a", 10, 1),
        Place("a", 10, 2),
        Place("b", 1, 1),
    ]


def test_only_errors_block() -> None:
    error, warning = Problem(Place("a"), SUM), Problem(Place("a"), SUM, Severity.WARNING)
    assert blocking([warning, error]) == [error]
