"""Open a library: read agreements and the figures they name, check them, and compute on demand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from overens.agreement import amendment_faults
from overens.agreement.figure_checks import check_figures, figures_named
from overens.agreement.label import EVERYTHING, Wanted, amends_of, id_of, years_of
from overens.agreement.model import Agreement
from overens.agreement.published import PublishedTable, PublishedTotals, read_published
from overens.agreement.read_agreement import Written, read_agreement
from overens.agreement.read_amendment import WrittenAmendment, read_amendment
from overens.agreement.readings import Reading, read_through, reading_on
from overens.agreement.series import GrantSeries, read_series
from overens.allocation.allocate import allocate
from overens.allocation.model import Allocation
from overens.figures.checks import check_figure
from overens.figures.header import FigureHead
from overens.figures.model import Series, Snapshot
from overens.figures.read_figure import LARGEST_FILE as LARGEST_FIGURE
from overens.figures.read_figure import read_figure
from overens.intake.library_folder import LibraryFile, LibraryFiles, list_library
from overens.intake.read_text import read_text
from overens.intake.register import read_register, shipped_library
from overens.vocabulary.money import Amount
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault, Place, Problem, blocking, in_order
from overens.vocabulary.recipients import RecipientKind, Register
from overens.writing.tree import LARGEST_FILE as LARGEST_AGREEMENT
from overens.writing.values import Missing

FigureKey = tuple[str, RecipientKind]


@dataclass
class ReadFigure:
    """A figure file that was read and checked."""

    file: LibraryFile
    head: FigureHead | None
    series: list[Series]
    problems: list[Problem]


@dataclass
class Library:
    """Agreements and figures that have been read and checked (bibliotek).

    Problems are gathered, never raised; `faulty` tells whether anything may be computed.

    Attributes:
        readings: How each agreement reads from each day on, by id: as made, then as amended.
        amendments: Every amendment that was read, by id.
        amends: Which agreement each amendment changes, by id, also of those not read.
        series: What is written of grants through the years, by id; read by `read_series`.
    """

    register: Register
    files: LibraryFiles
    ids: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    readings: dict[str, list[Reading]] = field(default_factory=dict)
    amendments: dict[str, WrittenAmendment] = field(default_factory=dict)
    amends: dict[str, str] = field(default_factory=dict)
    published: list[PublishedTable] = field(default_factory=list)
    series: dict[str, GrantSeries] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    figures: dict[FigureKey, list[ReadFigure]] = field(default_factory=dict)

    @property
    def faulty(self) -> bool:
        """Whether there are errors (not only warnings); then nothing may be computed."""
        return bool(blocking(self.problems))

    @property
    def written(self) -> dict[str, Written]:
        """Every agreement as it now reads, by id."""
        return {name: readings[-1].written for name, readings in self.readings.items()}

    def reading(self, agreement_id: str, day: date | None = None) -> Reading:
        """Return how the agreement read on the day; as it now reads, if no day is given."""
        return reading_on(self.readings[agreement_id], day)

    @property
    def agreements(self) -> list[Agreement]:
        """Every agreement as it now reads, by first year and id."""
        return sorted((w.agreement for w in self.written.values()), key=lambda a: (a.years, a.id))

    def of_year(self, year: int, day: date | None = None) -> list[Agreement]:
        """Return the agreements whose money is for the year, as they read on the day, by years and id.

        One for several years counts in its first.
        """
        found = [reading_on(readings, day).written.agreement for readings in self.readings.values()]
        return sorted((a for a in found if year == a.years[0]), key=lambda a: (a.years, a.id))

    def snapshot(self, keys: Iterable[FigureKey]) -> Snapshot:
        """Return the recipients and every series of the figures, reading files that are not yet read."""
        series = [one for key in dict.fromkeys(keys) for read in self.read_figures(key) for one in read.series]
        return Snapshot.of(self.register, series)

    def read_figures(self, key: FigureKey) -> list[ReadFigure]:
        """Return the figure's files, read and checked; an unknown figure has none."""
        if key not in self.figures:
            self.figures[key] = [_read_figure(file, key, self.register) for file in self.files.figures.get(key, [])]
            self.problems += [problem for read in self.figures[key] for problem in read.problems]
            self.problems += _doubled_figure(self.figures[key])
        return self.figures[key]

    def snapshot_for(self, written: Written) -> Snapshot:
        """Return the figures that the agreement names."""
        return self.snapshot((name, kind) for _, name, _, kind in figures_named(written))

    def read_series(self) -> None:
        """Read what is written of grants through the years; problems are gathered with the others."""
        for file in self.files.series if not self.series else ():
            text = read_text(file.path, shown=file.shown, largest=LARGEST_AGREEMENT)
            if isinstance(text, Problem):
                self.problems.append(text)
                continue
            one, problems = read_series(text, file=file.shown)
            self.problems += problems
            if one is not None and one.id in self.series:
                self.problems.append(Problem(Place(file.shown), _doubled_series(one.id)))
            elif one is not None:
                self.series[one.id] = one

    @property
    def totals(self) -> dict[str, Amount | Missing]:
        """The total of every agreement that has been read."""
        return {name: written.agreement.total for name, written in self.written.items()}

    def printed_series(self, totals: PublishedTotals) -> Series | None:
        """Return the printed table of totals, or None where there is none."""
        if totals.figure is None or totals.to is None:
            return None
        kind = totals.to.kind
        return self.snapshot([(totals.figure, kind)]).get(totals.figure, kind, totals.measured_on)

    def allocation(self, agreement_id: str, as_known_on: date | None = None) -> Allocation:
        """Return the agreement's allocation.

        Raises:
            KeyError: If there is no such agreement; the message says what may have been meant.
            ValueError: If the library has errors; nothing is computed on them.
        """
        if self.faulty:
            raise ValueError("\n".join(problem.say() for problem in blocking(self.problems)))
        if agreement_id not in self.readings:
            raise KeyError(f"{agreement_id}: did you mean {did_you_mean(agreement_id, self.ids)}?")
        return self.allocate(self.reading(agreement_id, as_known_on), as_known_on)

    def allocate(self, reading: Reading, as_known_on: date | None = None) -> Allocation:
        """Return the allocation of one reading of an agreement."""
        written = reading.written
        return allocate(written.agreement, self.snapshot_for(written), as_known_on)


def open_library(own: Iterable[Path] = (), wanted: Wanted = EVERYTHING, *, shipped: bool = True) -> Library:
    """Read and check a library: the shipped one, and the user's own folders on top of it.

    Args:
        own: Folders with agreement files and figures to add.
        wanted: Read only these agreements, and the figures they name; nothing else is checked then.
        shipped: Whether to begin with the library that comes with the program.
    """
    folders = [(shipped_library(), "")] if shipped else []
    folders += [(folder, str(folder)) for folder in own]
    return read_library(list_library(folders), wanted)


def read_library(files: LibraryFiles, wanted: Wanted = EVERYTHING) -> Library:
    """Read and check the wanted agreements in the list, and the figures that they name."""
    library = Library(read_register(), files, problems=list(files.problems))
    texts = [labelled for file in files.agreements if (labelled := _open(library, file)) is not None]
    library.amends = {one.id: one.amends for one in texts if one.amends}
    wanted = Wanted(wanted.year, library.amends.get(wanted.agreement or "", wanted.agreement))
    for one in texts:
        if one.amends is None and wanted.takes(one.text):
            _add_agreement(library, one)
    for one in texts:
        if one.amends and (wanted == EVERYTHING or one.amends in library.readings):
            _add_amendment(library, one)
    _amend(library)
    for file in files.published if wanted.agreement is None else ():
        _add_published(library, file, wanted)
    for written in (reading.written for readings in library.readings.values() for reading in readings):
        library.problems += check_figures(written, library.snapshot_for(written), lambda: list(files.figures))
    library.problems = in_order([*library.problems, *_check_published(library)])
    return library


@dataclass(frozen=True)
class _Labelled:
    """A file's text, with what its labels say: its id, and which agreement it changes if it is an amendment."""

    shown: str
    text: str
    id: str
    amends: str | None


def _open(library: Library, file: LibraryFile) -> _Labelled | None:
    text = read_text(file.path, shown=file.shown, largest=LARGEST_AGREEMENT)
    if isinstance(text, Problem):
        library.problems.append(text)
        return None
    one = _Labelled(file.shown, text, id_of(text) or "", amends_of(text))
    if one.amends is None:
        library.ids.add(one.id)
        library.years |= set(years_of(text)[:1])
    return one


def _add_agreement(library: Library, one: _Labelled) -> None:
    written, problems = read_agreement(one.text, file=one.shown)
    library.problems += problems
    if written is None:
        return
    name = written.agreement.id
    if name in library.readings:
        first = library.readings[name][0].written.place("id")
        library.problems.append(Problem(written.place("id"), _doubled_id(name, first)))
    else:
        library.readings[name] = [Reading(written)]


def _add_amendment(library: Library, one: _Labelled) -> None:
    change, problems = read_amendment(one.text, file=one.shown)
    library.problems += problems
    if change is None:
        return
    name, base = change.amendment.id, change.amendment.amends
    doubled = library.amendments.get(name) or library.written.get(name)
    if doubled is not None:
        library.problems.append(Problem(change.place("id"), _doubled_id(name, doubled.place("id"))))
    elif base in library.amends:
        fault = amendment_faults.amends_an_amendment(base, library.amends[base])
        library.problems.append(Problem(change.place("ändrar"), fault))
    elif base in library.readings:
        library.amendments[name] = change
    elif base not in library.ids:
        fault = amendment_faults.amends_nothing_known(base, library.ids)
        library.problems.append(Problem(change.place("ändrar"), fault))


def _amend(library: Library) -> None:
    """Let the amendments apply, where the agreement itself has no errors."""
    for name, readings in library.readings.items():
        base = readings[0].written
        changes = [c for c in library.amendments.values() if c.amendment.amends == name]
        if changes and not any(p.place.file == base.file for p in blocking(library.problems)):
            library.readings[name], problems = read_through(base, changes)
            library.problems += problems


def _add_published(library: Library, file: LibraryFile, wanted: Wanted) -> None:
    text = read_text(file.path, shown=file.shown, largest=LARGEST_AGREEMENT)
    if isinstance(text, Problem):
        library.problems.append(text)
        return
    if not wanted.takes(text):
        return
    table, problems = read_published(text, file=file.shown)
    library.problems += problems
    if table is not None:
        library.published.append(table)


def _read_figure(file: LibraryFile, key: FigureKey, register: Register) -> ReadFigure:
    text = read_text(file.path, shown=file.shown, largest=LARGEST_FIGURE)
    if isinstance(text, Problem):
        return ReadFigure(file, None, [], [text])
    series, head, cells, problems = read_figure(text, file=file.shown)
    if head is not None:
        problems += check_figure(head, series, cells, register)
        if (head.id, head.recipients.kind) != key:
            problems.append(Problem(Place(file.shown), _name_differs(head)))
    return ReadFigure(file, head, series, in_order(problems))


def _check_published(library: Library) -> list[Problem]:
    pots = {f"{w.agreement.id}/{path[-1]}" for w in library.written.values() for path, _ in w.agreement.leaves()}
    problems: list[Problem] = []
    for table in library.published:
        problems += table.problems_with(pots, library.totals)
        if table.totals.figure is not None and library.printed_series(table.totals) is None:
            place = table.tree.place(("tabell",))
            problems.append(Problem(place, _no_table(table.totals.figure, table.totals.measured_on.words)))
    return problems


def _doubled_figure(reads: list[ReadFigure]) -> list[Problem]:
    return [
        Problem(
            Place(read.file.shown),
            Fault.of(
                "Underlaget finns redan i {first}.",
                "Byt id, eller ta bort den ena filen.",
                "The figure is already in {first}.",
                "Change the id, or remove one of the files.",
                first=reads[0].file.shown,
            ),
        )
        for read in reads[1:]
    ]


def _doubled_id(name: str, first: Place) -> Fault:
    return Fault.of(
        "Två filer har id '{name}'; det första i {first}.",
        "Byt id på det ena.",
        "Two files have the id '{name}'; the first in {first}.",
        "Change the id of one.",
        name=name,
        first=str(first),
    )


def _doubled_series(name: str) -> Fault:
    return Fault.of(
        "Serien '{name}' finns redan.",
        "Lägg ihop de två filerna.",
        "The series '{name}' exists already.",
        "Put the two files together.",
        name=name,
    )


def _name_differs(head: FigureHead) -> Fault:
    return Fault.of(
        "Filnamnet stämmer inte med huvudet: id '{id}', mottagare '{who}'.",
        "Döp om filen, eller rätta huvudet.",
        "The file name does not match the head: id '{id}', mottagare '{who}'.",
        "Rename the file, or mend the head.",
        id=head.id,
        who=head.recipients.value,
    )


def _no_table(name: str, date: str) -> Fault:
    return Fault.of(
        "Tabellen '{name}' per {date} finns inte för dem som står under 'till'.",
        "Lägg den som underlag, eller rätta 'tabell', 'per' och 'till'.",
        "The table '{name}' on {date} does not exist for those under 'till'.",
        "Add it as a figure, or mend 'tabell', 'per' and 'till'.",
        name=name,
        date=date,
    )
