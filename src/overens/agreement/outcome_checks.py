"""A performance rule + the outcomes that measure it -> what in the one cannot be said of the other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from overens.agreement.checks import pot_path
from overens.agreement.performance import Requirement, Requirements, UnitPrices, VolumeShare
from overens.agreement.read_agreement import Written
from overens.figures.model import Series, Snapshot
from overens.vocabulary.problems import Fault, Problem
from overens.vocabulary.recipients import RecipientKind
from overens.writing.tree import Path

SHARE = "procent"


def check_levels(written: Written, figures: Snapshot) -> Iterator[Problem]:
    """Yield a problem for each level or direction that cannot be right for the outcome, and each price of a share."""
    for path, pot in written.agreement.leaves():
        if pot.to is not None and pot.performance is not None:
            for at, fault in _faults(pot.performance, pot.to.group.kind, figures):
                yield Problem(written.place(*pot_path(path), "prestation", *at), fault)


def _faults(performance: object, kind: RecipientKind, figures: Snapshot) -> Iterator[tuple[Path, Fault]]:
    def series(name: str | None) -> Series | None:
        return next(iter(figures.named(name, kind)), None) if name else None

    match performance:
        case Requirements():
            for n, one in enumerate(performance.requirements):
                outcome = series(one.outcome)
                if outcome is not None:
                    yield from _of_requirement(one, outcome, ("krav", n))
        case UnitPrices():
            for n, price in enumerate(performance.prices):
                outcome = series(price.outcome)
                if outcome is not None and outcome.unit == SHARE:
                    yield ("styckpriser", n, "utfall"), _a_share_is_not_counted(outcome)
        case VolumeShare():
            outcome = series(performance.outcome)
            if outcome is not None and outcome.unit == SHARE:
                yield ("utfall",), _a_share_is_not_counted(outcome)
        case _:
            return


def _of_requirement(one: Requirement, outcome: Series, at: Path) -> Iterator[tuple[Path, Fault]]:
    for key, level, lower in (("eller minst", one.or_at_least, False), ("eller högst", one.or_at_most, True)):
        if level is None:
            continue
        if one.better_than is not None and bool(outcome.lower_is_better) is not lower:
            yield (*at, key), _against_the_direction(key, outcome, lower=bool(outcome.lower_is_better))
        if outcome.unit == SHARE and isinstance(level, Fraction) and (level > 100 or 0 < level < 1):
            yield (*at, key), _not_a_percentage(level)


def _a_share_is_not_counted(outcome: Series) -> Fault:
    return Fault.of(
        "Utfallet '{name}' är i procent, men det är antal som ersätts.",
        "Ange ett utfall i antal, eller använd 'krav' eller 'trappa'.",
        "The outcome '{name}' is in percent, but it is numbers that are paid for.",
        "Name an outcome in numbers, or use 'krav' or 'trappa'.",
        name=outcome.key.figure,
    )


def _against_the_direction(key: str, outcome: Series, *, lower: bool) -> Fault:
    if lower:
        return Fault.of(
            "'{key}' står här, men för utfallet '{name}' är lägre bättre.",
            "Skriv 'eller högst', eller ändra 'lägre är bättre' i utfallets fil.",
            "'{key}' stands here, but for the outcome '{name}' lower is better.",
            "Write 'eller högst', or change 'lägre är bättre' in the outcome's file.",
            key=key,
            name=outcome.key.figure,
        )
    return Fault.of(
        "'{key}' står här, men för utfallet '{name}' är högre bättre.",
        "Skriv 'eller minst', eller 'lägre är bättre: ja' i utfallets fil.",
        "'{key}' stands here, but for the outcome '{name}' higher is better.",
        "Write 'eller minst', or 'lägre är bättre: ja' in the outcome's file.",
        key=key,
        name=outcome.key.figure,
    )


def _not_a_percentage(level: Fraction) -> Fault:
    return Fault.of(
        "Nivån {level} är ingen andel i procent.",
        "Utfallet är i procent: skriv 70 för 70 %.",
        "The level {level} is no share in percent.",
        "The outcome is in percent: write 70 for 70 %.",
        level=level,
    )
