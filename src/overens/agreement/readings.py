"""An agreement + its amendments -> how it reads from each day on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from overens.agreement import amendment_faults as faults
from overens.agreement.amend import amend
from overens.agreement.amendment import Amendment
from overens.agreement.read_agreement import Written
from overens.agreement.read_amendment import WrittenAmendment
from overens.vocabulary.periods import When
from overens.vocabulary.problems import Problem, Severity, blocking


@dataclass(frozen=True)
class Reading:
    """How an agreement reads (lydelse): as first made, or as last amended, from a day on."""

    written: Written
    amendment: Amendment | None = None
    since: When | None = None


def read_through(base: Written, changes: Sequence[WrittenAmendment]) -> tuple[list[Reading], list[Problem]]:
    """Return each reading of the agreement, the first first, and every problem with its amendments."""
    problems = [*_check_order(base, changes)]
    readings = [Reading(base)]
    if problems:
        return readings, problems
    for change in _in_order(changes):
        written, found = amend(readings[-1].written, change)
        problems += [_where_it_began(problem, change) for problem in found]
        if written is None or blocking(found):
            break
        readings.append(Reading(written, change.amendment, change.since))
    return readings, problems


def reading_on(readings: Sequence[Reading], day: date | None) -> Reading:
    """Return the reading that was known on the day; the last one, if no day is given."""
    return [one for one in readings if one.since is None or one.since.known_on(day)][-1]


def _where_it_began(problem: Problem, change: WrittenAmendment) -> Problem:
    """Return an error of the amended reading in the amendment's file: the agreement's own was sound before it."""
    if problem.place.file == change.tree.file or problem.severity is not Severity.ERROR:
        return problem
    return Problem(change.place("id"), faults.after_the_amendment(problem.fault, problem.place))


def _in_order(changes: Sequence[WrittenAmendment]) -> list[WrittenAmendment]:
    """Return the amendments by day; one that says it comes after another does."""
    ordered: list[WrittenAmendment] = []
    for change in sorted(changes, key=lambda c: (c.since.last, c.since.first, c.amendment.id)):
        before = next((n for n, one in enumerate(ordered) if one.amendment.after == change.amendment.id), len(ordered))
        ordered.insert(before, change)
    return ordered


def _check_order(base: Written, changes: Sequence[WrittenAmendment]) -> Iterator[Problem]:
    by_id = {change.amendment.id: change for change in changes}
    decided = base.agreement.known_from or base.agreement.decided
    for change in changes:
        after = change.amendment.after
        if isinstance(decided, When) and change.since.last < decided.first:
            yield Problem(change.place("beslutad"), faults.before_the_agreement(change.since, decided))
        if after is not None and (after not in by_id or by_id[after] is change):
            yield Problem(change.place("efter"), faults.after_unknown(after, set(by_id) - {change.amendment.id}))
        elif after is not None and _in_a_circle(change, by_id):
            yield Problem(change.place("efter"), faults.in_a_circle(after))
        elif after is not None and by_id[after].since.first > change.since.last:
            yield Problem(change.place("efter"), faults.out_of_order(change.since, after, by_id[after].since))
    for one, other in pairwise(_in_order(changes)):
        said = other.amendment.after == one.amendment.id or one.amendment.after == other.amendment.id
        if not said and one.since.last >= other.since.first:
            fault = faults.order_unclear(other.since, one.amendment.id, one.since)
            yield Problem(other.place("beslutad"), fault)


def _in_a_circle(change: WrittenAmendment, by_id: Mapping[str, WrittenAmendment]) -> bool:
    """Tell whether the amendment, one step after the other, is said to come after itself."""
    seen: set[str] = set()
    after = change.amendment.after
    while after is not None and after in by_id and after not in seen:
        seen.add(after)
        after = by_id[after].amendment.after
    return change.amendment.id in seen
