"""A library or single files -> every problem, every contradiction, every annex recomputed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from overens.agreement.checks import pot_path
from overens.agreement.read_agreement import Written
from overens.agreement.readings import Reading
from overens.agreement.terms import Contradiction
from overens.allocation.model import Allocation, AnnexComparison
from overens.intake.library_folder import LibraryFile, LibraryFiles, add_file, list_library
from overens.intake.register import shipped_library
from overens.usecases.audit import Audit, audit
from overens.usecases.check_scenarios import check_scenarios, scenario_files
from overens.usecases.coverage import check_series
from overens.usecases.library import Library, read_library
from overens.vocabulary.problems import Fault, Place, Problem, in_order
from overens.vocabulary.wording import Text, kronor


@dataclass(frozen=True)
class FoundContradiction:
    """A contradiction (motsägelse), with the file and the place it is written in."""

    about: str
    place: Place
    contradiction: Contradiction


@dataclass(frozen=True)
class CheckedAnnex:
    """A published annex recomputed: whose it is and how it came out."""

    agreement: str
    pot: str
    comparison: AnnexComparison


@dataclass(frozen=True)
class Check:
    """Everything a check found. A contradiction is not a problem."""

    problems: tuple[Problem, ...]
    contradictions: tuple[FoundContradiction, ...]
    agreements: int
    figures: int
    scenarios: int
    annexes: tuple[CheckedAnnex, ...]
    audit: Audit


def check(own: list[Path], paths: list[Path], today: date) -> Check:
    """Check the library, or single files and folders of one's own against it.

    Args:
        own: Library folders added with --library.
        paths: Files or folders to check; the whole library when empty.
        today: The day against which it is held when each source was last looked at.
    """
    files = list_library([(shipped_library(), ""), *((folder, str(folder)) for folder in own)])
    wanted = _add_paths(files, paths)
    library = read_library(files)
    for key, found in files.figures.items():
        if not paths or any(file.shown in wanted for file in found):
            library.read_figures(key)
    if files.announcements:
        library.read_announcements()
    scenarios = scenario_files(library)
    problems = [*check_series(library), *check_scenarios(library, scenarios), *library.problems]
    every = [(reading, library.allocate(reading)) for reading in ([] if library.faulty else _readings(library))]
    for reading, allocation in every:
        problems += _allocation_problems(reading.written, allocation)
    latest = [allocation for reading, allocation in every if reading is library.reading(allocation.agreement.id)]
    mine = wanted if paths else None
    audited = audit(library, mine, today)
    problems += audited.problems
    return Check(
        tuple(p for p in in_order(problems) if mine is None or _concerns(p, mine)),
        tuple(contradictions_in(library, mine)),
        sum(1 for w in library.written.values() if mine is None or w.file in mine),
        sum(mine is None or file.shown in mine for found in files.figures.values() for file in found),
        sum(mine is None or file.shown in mine for file in scenarios),
        tuple(
            CheckedAnnex(a.agreement.id, pot.id, pot.annex)
            for a in latest
            for pot in a.pots
            if pot.annex is not None and (mine is None or library.written[a.agreement.id].file in mine)
        ),
        audited,
    )


def _add_paths(files: LibraryFiles, paths: list[Path]) -> set[str]:
    """Add the user's files to the library and return their shown names."""
    for path in paths:
        if path.is_dir():
            more = list_library([(path, str(path))])
            if not [*_every(more), *more.problems]:
                files.problems.append(Problem(Place(str(path)), _empty_folder()))
            files.agreements += more.agreements
            files.published += more.published
            files.series += more.series
            files.announcements += more.announcements
            files.scenarios += more.scenarios
            files.problems += more.problems
            for key, found in more.figures.items():
                files.figures.setdefault(key, []).extend(found)
        elif not path.exists():
            files.problems.append(Problem(Place(str(path)), _nothing_there()))
        elif not add_file(files, path, str(path)):
            files.problems.append(Problem(Place(str(path)), _not_ours()))
    _drop_doubles(files)
    roots = [path.resolve() for path in paths]
    mine = {file.shown for file in _every(files) if any(file.path.resolve().is_relative_to(root) for root in roots)}
    return mine | {str(path) for path in paths} | {p.place.file for p in files.problems}


def _drop_doubles(files: LibraryFiles) -> None:
    """A path that already is in the library is checked once, under the name the user gave."""
    read_whole = (files.agreements, files.published, files.series, files.announcements, files.scenarios)
    for found in (*read_whole, *files.figures.values()):
        by_path = {file.path.resolve(): file for file in found}
        found[:] = list(by_path.values())


def _every(files: LibraryFiles) -> Iterator[LibraryFile]:
    yield from files.agreements
    yield from files.published
    yield from files.series
    yield from files.announcements
    yield from files.scenarios
    for found in files.figures.values():
        yield from found


def _concerns(problem: Problem, mine: set[str]) -> bool:
    return problem.place.file in mine


def _readings(library: Library) -> Iterator[Reading]:
    for readings in library.readings.values():
        yield from readings


def _allocation_problems(written: Written, allocation: Allocation) -> Iterator[Problem]:
    """Yield what only shows when the rules are run: annexes that differ without a reason, floors above the pot."""
    for pot in allocation.pots:
        where = pot_path(pot.path)
        for deviation in pot.annex.deviations if pot.annex else ():
            if deviation.reason is None:
                fault = _unexplained(
                    pot.id, deviation.recipient.short_name, deviation.published_kr, deviation.computed_kr
                )
                yield Problem(written.place(*where, "bilaga"), fault)
        if pot.impossible and pot.reason is not None:
            yield Problem(written.place(*where, "belopp"), _impossible(pot.id, pot.reason))


def contradictions_in(library: Library, mine: set[str] | None = None) -> list[FoundContradiction]:
    """Return every contradiction of the library, or of the files that are `mine`, each once."""
    in_readings = {
        place: FoundContradiction(w.agreement.id, place, c)
        for w in (reading.written for reading in _readings(library))
        for n, c in enumerate(w.agreement.contradictions)
        if (place := w.place("motsägelser", n, "om"))
    }
    found = [*in_readings.values()]
    found += [
        FoundContradiction(t.totals.id, t.tree.place(("motsägelser", n, "om")), c)
        for t in library.published
        for n, c in enumerate(t.totals.contradictions)
    ]
    return [f for f in found if mine is None or f.place.file in mine]


def _unexplained(pot: str, who: str, published: int, computed: int) -> Fault:
    return Fault.of(
        "Potten '{pot}': bilagan säger {published} för {who}, regeln ger {computed}.",
        "Rätta regeln, eller skriv avvikelsen under 'bilaga: avvikelser' med skäl.",
        "Pot '{pot}': the annex says {published} for {who}, the rule gives {computed}.",
        "Mend the rule, or record the deviation under 'bilaga: avvikelser' with a reason.",
        pot=pot,
        who=who,
        published=kronor(published),
        computed=kronor(computed),
    )


def _impossible(pot: str, reason: Text) -> Fault:
    return Fault.of(
        "Potten '{pot}' kan inte delas: {reason}.",
        "Ändra potten, eller golvet, grundbeloppet eller tabellen som kräver mer.",
        "The pot '{pot}' cannot be divided: {reason}.",
        "Change the pot, or the floor, base amount or table that asks for more.",
        pot=pot,
        reason=reason,
    )


def _nothing_there() -> Fault:
    return Fault.of(
        "Filen finns inte.",
        "Kontrollera sökvägen.",
        "The file does not exist.",
        "Check the path.",
    )


def _empty_folder() -> Fault:
    return Fault.of(
        "Mappen har varken avtal (.yaml) eller underlag (.csv).",
        "Kontrollera sökvägen.",
        "The folder has neither agreements (.yaml) nor figures (.csv).",
        "Check the path.",
    )


def _not_ours() -> Fault:
    return Fault.of(
        "Filen är varken ett avtal (.yaml) eller ett underlag (.csv).",
        "Ange en sådan fil, eller en mapp.",
        "The file is neither an agreement (.yaml) nor a figure (.csv).",
        "Give such a file, or a folder.",
    )
