"""What is asked about, and values given for what no source says -> the pots that are earned, each agreement as it then reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from overens.agreement.figure_checks import check_figures
from overens.agreement.read_agreement import Written
from overens.allocation.allocate import allocate
from overens.allocation.model import Allocation, PotAllocation, State
from overens.scenario.given import ON_A_LINE, Given, assume
from overens.usecases.library import Library
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault, Place, Problem, blocking


@dataclass(frozen=True)
class Asked:
    """What is asked about: a year, or an agreement, or one pot of it."""

    year: int | None = None
    agreement: str = ""
    pot: str = ""

    @property
    def words(self) -> str:
        """As it is written: 2024, tillganglighet-2024, tillganglighet-2024/bup."""
        return str(self.year) if self.year is not None else f"{self.agreement}{'/' * bool(self.pot)}{self.pot}"


Scope = list[tuple[Written, Allocation, list[PotAllocation]]]


def scope_of(library: Library, asked: Asked, day: date | None) -> Scope:
    """Return the agreements with the pots in them that are earned and known."""
    names = [asked.agreement] if asked.year is None else [a.id for a in library.of_year(asked.year, day)]
    found = []
    for name in names:
        reading = library.reading(name, day)
        allocation = library.allocate(reading, day)
        pots = [p for p in allocation.pots if p.pot.performance is not None and p.state is not State.NOT_YET_KNOWN]
        chosen = [p for p in pots if not asked.pot or asked.pot in (p.id, "/".join(p.path))]
        if chosen:
            found.append((reading.written, allocation, chosen))
    return found


def sorted_out(scope: Scope, given: Sequence[Given]) -> tuple[dict[str, list[Given]], list[Problem]]:
    """Return what was given by pot, 'AVTAL/POTT', and a problem for each value of which the pot is not clear."""
    names = {f"{allocation.agreement.id}/{pot.id}": pot for _, allocation, pots in scope for pot in pots}
    open_pots = [name for name, pot in names.items() if pot.missing]
    wanted: dict[str, list[Given]] = {}
    problems = []
    for n, one in enumerate(given, 1):
        named = [name for name in names if one.within in (name, name.rpartition("/")[2])] if one.within else open_pots
        if len(named) == 1:
            wanted.setdefault(named[0], []).append(one)
        else:
            problems.append(Problem(Place(ON_A_LINE, n), _which_pot(one, named or list(names))))
    return wanted, problems


def assumed(
    library: Library,
    written: Written,
    allocation: Allocation,
    pots: Sequence[PotAllocation],
    wanted: Mapping[str, Sequence[Given]],
    day: date | None,
) -> tuple[Written, Allocation, list[Problem]]:
    """Return the agreement as it reads with what was given, computed; itself, where nothing was given for it."""
    changed = written
    for pot in pots:
        given = wanted.get(f"{allocation.agreement.id}/{pot.id}")
        if given:
            found, problems = assume(changed, pot.path, given)
            if found is None:
                return written, allocation, problems
            changed = found
    if changed is written:
        return written, allocation, []
    problems = blocking(check_figures(changed, library.snapshot_for(changed), lambda: list(library.files.figures)))
    mine = [one for one in problems if one.place.file == ON_A_LINE]
    if mine:
        return written, allocation, mine
    now = allocate(changed.agreement, library.snapshot_for(changed), day)
    return changed, replace(now, readings=allocation.readings), []


def _which_pot(one: Given, names: Sequence[str]) -> Fault:
    near = did_you_mean(one.within.rpartition("/")[2], [name.rpartition("/")[2] for name in names])
    known = ", ".join(names) or "–"
    if one.within:
        return Fault.of(
            "Potten '{pot}' finns inte bland dem som visas.",
            "Menade du '{near}'?" if near else "Där finns: {known}.",
            "The pot '{pot}' is not among those shown.",
            "Did you mean '{near}'?" if near else "There are: {known}.",
            pot=one.within[:120],
            near=near,
            known=known,
        )
    return Fault.of(
        "Det står inte för vilken pott '{path}' gäller.",
        "Skriv 'AVTAL/POTT: {path}={value}'. Potter där något saknas: {known}.",
        "It is not said for which pot '{path}' is.",
        "Write 'AGREEMENT/POT: {path}={value}'. Pots where something is missing: {known}.",
        path=one.path[:120],
        value=one.value[:60],
        known=known,
    )
