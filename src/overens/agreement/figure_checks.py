"""Agreement + figures -> problems: figures that are not there, tables that do not match, codes that do not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from overens.agreement import rule_faults
from overens.agreement.checks import pot_path
from overens.agreement.model import Pot
from overens.agreement.outcome_checks import check_levels
from overens.agreement.read_agreement import Written
from overens.agreement.rules import ListKey
from overens.figures.model import Snapshot
from overens.vocabulary.money import Amount, may_be_equal, rounded_to
from overens.vocabulary.names import did_you_mean, misspelling_of
from overens.vocabulary.periods import When
from overens.vocabulary.problems import Fault, Problem
from overens.vocabulary.recipients import RecipientKind, kind_words
from overens.vocabulary.wording import kronor
from overens.writing.clauses import Clause, keys_of
from overens.writing.tree import Path
from overens.writing.values import Missing

KnownFigures = Callable[[], list[tuple[str, RecipientKind]]]
Named = tuple[Path, str, When | Missing | None, RecipientKind]


def figures_named(written: Written) -> Iterator[Named]:
    """Yield every figure the agreement names, with its place in the file, its date and for whom."""
    for path, pot in written.agreement.leaves():
        if pot.to is not None:
            for at, name, measured_on in _named(pot, pot_path(path)):
                yield at, name, measured_on, pot.to.group.kind


def _named(part: object, path: Path) -> Iterator[tuple[Path, str, When | Missing | None]]:
    if isinstance(part, Clause):
        for name, key in keys_of(type(part)):
            value = getattr(part, name)
            if name == "figure":
                yield (*path, key), value, part.measured_on  # type: ignore[attr-defined] # stands beside every 'figure'
            elif value and isinstance(value, Clause | tuple):
                yield from _named(value, (*path, key))
    elif isinstance(part, tuple):
        for n, item in enumerate(part):
            yield from _named(item, (*path, n))


def figures_used(written: Written) -> Iterator[tuple[Path, str, RecipientKind]]:
    """Yield every figure that the agreement's amounts can depend on, outcomes among them, with its place and for whom."""
    yield from ((at, name, kind) for at, name, _, kind in figures_named(written))
    yield from outcomes_named(written)


def outcomes_named(written: Written) -> Iterator[tuple[Path, str, RecipientKind]]:
    """Yield every outcome that a performance rule is measured by, with its place and for whom; it need not be there."""
    for path, pot in written.agreement.leaves():
        if pot.to is not None and pot.performance is not None:
            for at, name in _outcomes(pot.performance, (*pot_path(path), "prestation")):
                yield at, name, pot.to.group.kind


def _outcomes(part: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(part, Clause):
        for name, key in keys_of(type(part)):
            value = getattr(part, name)
            if name == "outcome" and value is not None:
                yield (*path, key), value
            elif value and isinstance(value, Clause | tuple):
                yield from _outcomes(value, (*path, key))
    elif isinstance(part, tuple):
        for n, item in enumerate(part):
            yield from _outcomes(item, (*path, n))


def check_figures(written: Written, figures: Snapshot, known: KnownFigures) -> list[Problem]:
    """Return a problem for every figure or recipient that the agreement names and that is not there.

    A figure whose file is there and cannot be read is a problem of that file.

    Args:
        figures: The series that could be found.
        known: Returns every figure there is, for 'did you mean'; asked only when one is not found.
    """
    named = list(figures_named(written))
    problems = [
        Problem(written.place(*at), _absent_figure(name, measured_on, kind, figures, known))
        for at, name, measured_on, kind in named
        if not isinstance(measured_on, Missing)
        and figures.get(name, kind, measured_on) is None
        and (figures.named(name, kind) or (name, kind) not in known())
    ]
    problems += _check_outcomes(written, figures, known)
    problems += check_levels(written, figures)
    problems += _check_units(written, named, figures)
    for path, pot in written.agreement.leaves():
        problems += _check_codes(written, path, pot, figures)
        problems += _check_table(written, path, pot, figures)
    return problems


def _check_outcomes(written: Written, figures: Snapshot, known: KnownFigures) -> Iterator[Problem]:
    """Yield a problem for an outcome that is not there and whose name is a letter or so from one that is.

    That an outcome is missing is no fault of the file: few are published, and a user brings its own. Outcomes
    of the same file may be as like as 'krav-1' and 'krav-2', and are never taken for each other.
    """
    outcomes = list(outcomes_named(written))
    for at, name, kind in outcomes:
        if not figures.named(name, kind):
            others = {one for one, of in known() if of is kind} - {one for _, one, _ in outcomes}
            if misspelling_of(name, others):
                yield Problem(written.place(*at), _absent_figure(name, None, kind, figures, known))


_IN_KRONOR = {"lista", "intjänat", "av", "tabell"}
"""Keys of a figure that is paid out, compared or bounded as kronor."""


def _check_units(written: Written, named: Iterable[Named], figures: Snapshot) -> Iterator[Problem]:
    for at, name, measured_on, kind in named:
        if at[-1] not in _IN_KRONOR or isinstance(measured_on, Missing):
            continue
        series = figures.get(name, kind, measured_on)
        if series is not None and series.unit != "kr" and (at[-1], series.unit) != ("intjänat", "procent"):
            fault = Fault.of(
                "Underlaget '{name}' är i {unit}, inte i kronor.",
                "Ange en tabell i kronor, eller använd 'andel av' om det är en nyckel.",
                "The figure '{name}' is in {unit}, not in kronor.",
                "Name a table in kronor, or use 'andel av' if it is a key.",
                name=name,
                unit=series.unit,
            )
            yield Problem(written.place(*at), fault)


def _absent_figure(
    name: str, measured_on: When | None, kind: RecipientKind, figures: Snapshot, known: KnownFigures
) -> Fault:
    dates = [s.key.measured_on for s in figures.named(name, kind)]
    if dates and measured_on is not None:
        return Fault.of(
            "Underlaget '{name}' finns inte per {date} för {kind}.",
            "Det finns per: {dates}.",
            "The figure '{name}' does not exist on {date} for {kind}.",
            "It exists on: {dates}.",
            name=name,
            date=measured_on.words,
            kind=kind_words(kind),
            dates=", ".join(dates),
        )
    if dates:
        return Fault.of(
            "Underlaget '{name}' har flera datum.",
            "Ange 'per': {dates}.",
            "The figure '{name}' has several dates.",
            "Give 'per': {dates}.",
            name=name,
            dates=", ".join(dates),
        )
    names = sorted({one for one, of in known() if of is kind})
    near = did_you_mean(name, names)
    return Fault.of(
        "Underlaget '{name}' finns inte för {kind}.",
        "Menade du '{near}'?"
        if near
        else "Lägg en fil '{name}.….csv' i biblioteket; 'overens figures list' visar alla.",
        "The figure '{name}' does not exist for {kind}.",
        "Did you mean '{near}'?"
        if near
        else "Put a file '{name}.….csv' in the library; 'overens figures list' shows all.",
        name=name,
        kind=kind_words(kind),
        near=near,
    )


def _check_codes(written: Written, path: tuple[str, ...], pot: Pot, figures: Snapshot) -> Iterator[Problem]:
    if pot.to is None:
        return
    codes = {r.code for r in figures.register.of(pot.to.group.kind)}
    if not codes:
        return
    for at, code in _codes(pot, pot_path(path)):
        if code not in codes:
            place = written.tree.key_place(at) if at[-2] == "vikter" else written.place(*at)
            yield Problem(place, rule_faults.code_of_wrong_kind(code, pot.to.group.value))


def _codes(part: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every code in the pot's rule, with its place."""
    if isinstance(part, Clause):
        for name, key in keys_of(type(part)):
            value, at = getattr(part, name), (*path, key)
            if name in ("only", "but_not"):
                yield from (((*at, n), code) for n, code in enumerate(value))
            elif name in ("rest_to", "code") and isinstance(value, str):
                yield at, value
            elif name == "class_weights":
                yield from (((*at, code), code) for code in value)
            else:
                yield from _codes(value, at)
    elif isinstance(part, tuple):
        for n, item in enumerate(part):
            yield from _codes(item, (*path, n))


def _check_table(written: Written, path: tuple[str, ...], pot: Pot, figures: Snapshot) -> Iterator[Problem]:
    """A list that is the key must sum to its pot, or say so by being printed roughly."""
    if not isinstance(pot.key, ListKey) or pot.to is None or not isinstance(pot.amount, Amount):
        return
    if pot.to.only or pot.to.but_not or pot.conditions:
        return
    series = figures.get(pot.key.figure, pot.to.group.kind, pot.key.measured_on)
    if series is None or None in series.values.values():
        return
    listed = rounded_to(int(series.total), series.rounded_to * len(series.values))
    if not may_be_equal(listed, pot.amount):
        fault = Fault.of(
            "Potten är {pot} men tabellen '{table}' summerar till {total}.",
            "Rätta beloppet, eller tabellen.",
            "The pot is {pot} but the table '{table}' sums to {total}.",
            "Mend the amount, or the table.",
            pot=kronor(pot.amount.kr),
            table=pot.key.figure,
            total=kronor(int(series.total)),
        )
        yield Problem(written.place(*pot_path(path), "belopp"), fault)
