"""Agreement files -> how each agreement reads from each day on, and the problems in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from overens.agreement import amendment_faults
from overens.agreement.label import EVERYTHING, Wanted, amends_of, id_of, is_scenario, years_of
from overens.agreement.read_agreement import read_agreement
from overens.agreement.read_amendment import WrittenAmendment, problems_in_pots, read_amendment
from overens.agreement.readings import Reading, read_through
from overens.intake.library_folder import LibraryFile, texts_of
from overens.vocabulary.problems import Fault, Place, Problem, blocking
from overens.writing.tree import LARGEST_FILE


@dataclass
class AgreementFiles:
    """Agreements with their amendments.

    Attributes:
        ids: Of every agreement there is a file for, also of those not read whole.
        years: The first year of each.
        readings: How each agreement reads from each day on, by id: as made, then as amended.
        amendments: Every amendment that was read, by id.
        amends: Which agreement each amendment changes, by id, also of those not read whole.
    """

    ids: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    readings: dict[str, list[Reading]] = field(default_factory=dict)
    amendments: dict[str, WrittenAmendment] = field(default_factory=dict)
    amends: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class _Labelled:
    """A file's text, with what its labels say: its id, and which agreement it changes if it is an amendment."""

    shown: str
    text: str
    id: str
    amends: str | None


def read_agreement_files(files: Iterable[LibraryFile], wanted: Wanted = EVERYTHING) -> AgreementFiles:
    """Read the wanted agreements, each with its amendments."""
    found = AgreementFiles()
    read = texts_of(files, LARGEST_FILE, found.problems)
    texts = [_labelled(found, file, text) for file, text in read if not is_scenario(text)]
    found.amends = {one.id: one.amends for one in texts if one.amends and one.id}
    asked, wanted = wanted.agreement, _amended(wanted, found.amends)
    asked_for = [one for one in texts if one.amends is None and wanted.takes(one.text)]
    for one in asked_for:
        _add_agreement(found, one)
    for one in texts:
        if one.amends and (wanted == EVERYTHING or one.amends in found.readings or one.id == asked):
            _add_amendment(found, one)
    _amend(found)
    return found


def _amended(wanted: Wanted, amends: Mapping[str, str]) -> Wanted:
    """Return what is wanted, with the agreement an amendment changes in the amendment's stead."""
    if wanted.either is not None:
        one, other = wanted.either
        return Wanted(either=(_amended(one, amends), _amended(other, amends)))
    return Wanted(wanted.year, amends.get(wanted.agreement, wanted.agreement) if wanted.agreement else None)


def _labelled(found: AgreementFiles, file: LibraryFile, text: str) -> _Labelled:
    one = _Labelled(file.shown, text, id_of(text) or "", amends_of(text))
    if one.amends is None:
        found.ids.add(one.id)
        found.years |= set(years_of(text)[:1])
    return one


def _add_agreement(found: AgreementFiles, one: _Labelled) -> None:
    written, problems = read_agreement(one.text, file=one.shown)
    found.problems += problems
    if written is None:
        return
    name = written.agreement.id
    if name in found.readings:
        first = found.readings[name][0].written.place("id")
        found.problems.append(Problem(written.place("id"), _doubled_id(name, first)))
    else:
        found.readings[name] = [Reading(written)]


def _add_amendment(found: AgreementFiles, one: _Labelled) -> None:
    change, problems = read_amendment(one.text, file=one.shown)
    found.problems += problems
    if change is None:
        return
    name, base = change.amendment.id, change.amendment.amends
    first = _place_of(found, name)
    if first is not None:
        found.problems.append(Problem(change.place("id"), _doubled_id(name, first)))
    elif base == name:
        found.problems.append(Problem(change.place("ändrar"), amendment_faults.amends_itself(name)))
    elif base in found.amends:
        fault = amendment_faults.amends_an_amendment(base, found.amends[base])
        found.problems.append(Problem(change.place("ändrar"), fault))
    elif base in found.readings:
        found.amendments[name] = change
    elif base not in found.ids:
        fault = amendment_faults.amends_nothing_known(base, found.ids)
        found.problems.append(Problem(change.place("ändrar"), fault))


def _place_of(found: AgreementFiles, name: str) -> Place | None:
    """Return where the id is taken already."""
    if name in found.amendments:
        return found.amendments[name].place("id")
    return found.readings[name][0].written.place("id") if name in found.readings else None


def _amend(found: AgreementFiles) -> None:
    """Let the amendments apply, where the agreement itself has no errors."""
    faulty = {problem.place.file for problem in blocking(found.problems)}
    for name, readings in found.readings.items():
        base = readings[0].written
        changes = [c for c in found.amendments.values() if c.amendment.amends == name]
        problems: list[Problem] = []
        if changes and base.file not in faulty:
            found.readings[name], problems = read_through(base, changes)
            found.problems += problems
        if blocking(problems) or base.file in faulty:
            found.problems += [problem for change in changes for problem in problems_in_pots(change)]


def _doubled_id(name: str, first: Place) -> Fault:
    return Fault.of(
        "Två filer har id '{name}'; det första i {first}.",
        "Byt id på det ena.",
        "Two files have the id '{name}'; the first in {first}.",
        "Change the id of one.",
        name=name,
        first=str(first),
    )
