"""What must hold of outcomes together: each once, none before it was known; and which of them are missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from overens.figures.outcomes import faults
from overens.figures.outcomes.found import Found, Spot
from overens.figures.outcomes.periods import in_words
from overens.figures.outcomes.values import Outcome
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.problems import Severity
from overens.vocabulary.recipients import RecipientKind, Register


def check_outcomes(outcomes: Sequence[Outcome], known_from: When) -> list[Found]:
    """Return a fault for each outcome that stands twice, or whose period had not begun when it was known."""
    seen: set[tuple[str, str, str]] = set()
    found = []
    early = {period for period in {one.period for one in outcomes} if not _had_begun(period, known_from)}
    for one in outcomes:
        key = (one.indicator, one.period, one.code)
        if key in seen:
            found.append(Found(one.spot, faults.DOUBLED))
        seen.add(key)
        if one.period in early:
            found.append(Found(one.spot, faults.NOT_YET_MEASURED, one.period))
    return found


def gaps(
    outcomes: Sequence[Outcome], asked: Iterable[str], spot: Spot, register: Register, wrong: Iterable[str] = ()
) -> list[Found]:
    """Return a warning for each region that lacks periods which others have, and one for periods that nobody has.

    Args:
        outcomes: Those of one indicator.
        asked: The periods that there is room for.
        spot: The sheet, or nowhere.
        wrong: Codes of regions of which something is wrong, so that what is missing of them is told already.
    """
    have: dict[str, set[str]] = {}
    for one in outcomes:
        have.setdefault(one.code, set()).add(one.period)
    everyone = {period for periods in have.values() for period in periods}
    empty = sorted(set(asked) - everyone)
    found = [Found(spot, faults.nobody_has(in_words(empty)), severity=Severity.WARNING)] if everyone and empty else []
    for region in register.of(RecipientKind.REGION):
        absent = sorted(everyone - have.get(region.code, set()))
        if absent and region.code not in wrong:
            fault = faults.region_lacks(region.name, in_words(absent))
            found.append(Found(spot, fault, severity=Severity.WARNING))
    return found


def _had_begun(period: str, known_from: When) -> bool:
    when = parse_when(period)
    return not isinstance(when, When) or when.first <= known_from.last
