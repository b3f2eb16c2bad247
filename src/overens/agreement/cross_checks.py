"""What agreements say of the year before -> whether the agreement of that year says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from overens.agreement.checks import find_path, pot_path
from overens.agreement.model import Agreement, Pot, walk
from overens.agreement.read_agreement import Written
from overens.agreement.terms import Predecessor
from overens.vocabulary.money import Amount, Precision, may_be_equal, weakest
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault, Place, Problem, Severity
from overens.writing.tree import Path


class CrossCheckOutcome(StrEnum):
    """How a claim about the year before came out (utfall av en korskontroll)."""

    AGREES = "stämmer"
    DIFFERS = "stämmer inte"
    NOT_IN_LIBRARY = "kan inte prövas"


@dataclass(frozen=True)
class CrossCheck:
    """A claim about an earlier agreement, beside what that agreement says.

    Attributes:
        about: The agreement or pot that makes the claim, as ID or ID/POT.
        of: What it says it continues.
        claimed: The amount that was, by the claim; None where it only names what it continues.
        found: The amount the earlier agreement has; None where it is not in the library or has none.
    """

    about: str
    of: str
    claimed: Amount | None
    found: Amount | None
    outcome: CrossCheckOutcome
    place: Place


def cross_check(readings: Mapping[str, Sequence[Written]]) -> tuple[list[CrossCheck], list[Problem]]:
    """Return every claim about an earlier agreement with how it came out, and the problems among them.

    A claim that does not agree is a warning, unless the file itself records it as a contradiction.

    Args:
        readings: How each agreement reads, by id: as made first, then as amended. What it now says is what it
            claims; what it was said to be may also be a pot that an amendment took away.
    """
    checks: list[CrossCheck] = []
    problems: list[Problem] = []
    for one in (said[-1] for said in readings.values()):
        for about, where, whole, claim in _claims(one.agreement):
            place = one.place(*where, "föregående")
            check, fault = _check(about, claim, whole, place, readings.get(claim.of.partition("/")[0], ()))
            checks += [check] if check else []
            if fault is not None:
                problems.append(Problem(place, fault))
            elif not _recorded(one, where):
                problems += [Problem(place, fault, Severity.WARNING) for fault in _doubts(check, claim, whole)]
    return checks, problems


def _check(
    about: str, claim: Predecessor, whole: Amount | None, place: Place, target: Sequence[Written]
) -> tuple[CrossCheck | None, Fault | None]:
    """Return how a claim came out, or what is wrong with it."""
    name, _, pot = claim.of.partition("/")
    if claim.of in (about, about.partition("/")[0]):
        return None, _itself(claim.of)
    if not target:
        return CrossCheck(about, claim.of, _claimed(whole, claim), None, CrossCheckOutcome.NOT_IN_LIBRARY, place), None
    found = next((f for one in reversed(target) if (f := _amount_of(one.agreement, pot)) is not None), None)
    if found is None:
        names = [path[-1] for path, _ in walk(target[-1].agreement.pots)]
        return None, _no_such_pot(name, pot, did_you_mean(pot, names), names)
    return _compare(about, claim, whole, found[0], place), None


def _doubts(check: CrossCheck | None, claim: Predecessor, whole: Amount | None) -> Iterator[Fault]:
    """Yield what does not agree: the claim with the other file, or the parts of the claim with each other."""
    if check is not None and check.outcome is CrossCheckOutcome.DIFFERS:
        yield _differs(check)
    changed = _changed_from(whole, claim)
    if claim.was is not None and changed is not None and not may_be_equal(claim.was, changed):
        yield _does_not_add_up(claim, whole, changed)


def _claims(agreement: Agreement) -> Iterator[tuple[str, Path, Amount | None, Predecessor]]:
    """Yield who claims, where it stands, its own amount, and the claim."""
    if agreement.predecessor is not None:
        yield agreement.id, (), _known(agreement), agreement.predecessor
    for path, pot in walk(agreement.pots):
        if pot.predecessor is not None:
            yield f"{agreement.id}/{path[-1]}", pot_path(path), _known(pot), pot.predecessor


def _known(one: Agreement | Pot) -> Amount | None:
    amount = one.total if isinstance(one, Agreement) else one.amount
    return amount.marked(weakest((one.mark, amount.mark))) if isinstance(amount, Amount) else None


def _amount_of(agreement: Agreement, pot: str) -> tuple[Amount | None] | None:
    """Return the amount of the agreement or of one of its pots; None where there is no such pot."""
    if not pot:
        return (_known(agreement),)
    return next(((_known(one),) for path, one in walk(agreement.pots) if pot in (path[-1], "/".join(path))), None)


def _claimed(whole: Amount | None, claim: Predecessor) -> Amount | None:
    """Return what was, by the claim: said outright, or now less the increase, or now and the decrease."""
    return claim.was if claim.was is not None else _changed_from(whole, claim)


def _changed_from(whole: Amount | None, claim: Predecessor) -> Amount | None:
    """Return what is now, less the increase and with the decrease; None where that is not said."""
    if whole is None or (claim.increase is None and claim.decrease is None):
        return None
    was = whole
    if claim.increase is not None:
        was = _less(was, claim.increase)
    if claim.decrease is not None:
        was = _more(was, claim.decrease)
    return was


def _less(one: Amount, other: Amount) -> Amount:
    low = None if one.low is None or other.high is None else one.low - other.high
    high = None if one.high is None or other.low is None else one.high - other.low
    return Amount(one.kr - other.kr, low, high, _roughest(one, other), one.mark)


def _more(one: Amount, other: Amount) -> Amount:
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return Amount(one.kr + other.kr, low, high, _roughest(one, other), one.mark)


def _roughest(one: Amount, other: Amount) -> Precision:
    return max(one.precision, other.precision, key=list(Precision).index)


def _compare(about: str, claim: Predecessor, whole: Amount | None, found: Amount | None, place: Place) -> CrossCheck:
    claimed = _claimed(whole, claim)
    if claimed is None or found is None:
        outcome = (
            CrossCheckOutcome.AGREES
            if claimed is None and not _says_amount(claim)
            else CrossCheckOutcome.NOT_IN_LIBRARY
        )
    else:
        outcome = CrossCheckOutcome.AGREES if may_be_equal(claimed, found) else CrossCheckOutcome.DIFFERS
    return CrossCheck(about, claim.of, claimed, found, outcome, place)


def _says_amount(claim: Predecessor) -> bool:
    return any(one is not None for one in (claim.was, claim.increase, claim.decrease))


def _recorded(written: Written, where: Path) -> bool:
    """Tell whether the file records the difference as a contradiction about the claim."""
    named = [find_path(c.about, written.tree) for c in written.agreement.contradictions]
    return any(path is not None and path[: len(where) + 1] == (*where, "föregående") for path in named)


def _no_such_pot(target: str, pot: str, near: str | None, names: list[str]) -> Fault:
    return Fault.of(
        "Potten '{pot}' finns inte i '{target}'.",
        "Menade du '{near}'?" if near else "Där finns: {names}.",
        "There is no pot '{pot}' in '{target}'.",
        "Did you mean '{near}'?" if near else "There are: {names}.",
        pot=pot,
        target=target,
        near=near,
        names=", ".join(names),
    )


def _itself(of: str) -> Fault:
    return Fault.of(
        "'{of}' kan inte fortsätta sig själv.",
        "Skriv vad det fortsätter från ett tidigare avtal, eller ta bort 'föregående'.",
        "'{of}' cannot continue itself.",
        "Write what it continues of an earlier agreement, or take 'föregående' away.",
        of=of,
    )


def _does_not_add_up(claim: Predecessor, whole: Amount | None, changed: Amount) -> Fault:
    return Fault.of(
        "'var' är {was}, men {now} och ändringen ger {changed}.",
        "Rätta 'var', 'ökning' eller 'minskning'; skiljer källorna, skriv det under 'motsägelser' (om: … .föregående).",
        "'var' is {was}, but {now} and the change give {changed}.",
        "Mend 'var', 'ökning' or 'minskning'; if the sources differ, record it under 'motsägelser' (om: … .föregående).",
        was=claim.was,
        now=whole,
        changed=changed,
    )


def _differs(check: CrossCheck) -> Fault:
    return Fault.of(
        "Enligt det här var '{of}' {claimed}, men den filen säger {found}.",
        "Rätta det som är fel; skiljer källorna, skriv det under 'motsägelser' (om: … .föregående).",
        "By this '{of}' was {claimed}, but that file says {found}.",
        "Mend what is wrong; if the sources differ, record it under 'motsägelser' (om: … .föregående).",
        of=check.of,
        claimed=check.claimed,
        found=check.found,
    )
