"""Open a library: read agreements and the figures they name, check them, and compute on demand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from overens.agreement.figure_checks import check_figures, figures_used
from overens.agreement.label import EVERYTHING, Wanted, amends_of, id_of
from overens.agreement.model import Agreement
from overens.agreement.published import PublishedTable, PublishedTotals, read_published
from overens.agreement.read_agreement import Written
from overens.agreement.readings import Reading, reading_on
from overens.agreement.series import GrantSeries, WrittenSeries, read_series
from overens.allocation.allocate import allocate
from overens.allocation.model import Allocation
from overens.allocation.run_record import RunRecord, join_runs, record_run
from overens.figures.model import Series, Snapshot
from overens.intake.library_folder import LibraryFile, LibraryFiles, list_library, texts_of
from overens.intake.read_text import read_text
from overens.intake.register import read_register, shipped_library
from overens.usecases.agreement_files import AgreementFiles, read_agreement_files
from overens.usecases.figure_files import FigureKey, ReadFigure, doubled, read_figure_file
from overens.usecases.kept import KeptDays
from overens.vocabulary.money import Amount
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault, Place, Problem, blocking, in_order
from overens.vocabulary.recipients import Register
from overens.writing.tree import LARGEST_FILE as LARGEST_AGREEMENT
from overens.writing.values import Missing

if TYPE_CHECKING:
    from overens.agreement.announcements import Announcements


@dataclass
class Library:
    """Agreements and figures that have been read and checked (bibliotek).

    Problems are gathered, never raised; `faulty` tells whether anything may be computed.

    Attributes:
        agreement_files: The agreements with their amendments.
        draft: The id of the file that was read by itself, if one was.
        written_series: What is written of grants through the years, by id; None until read by `read_series`.
    """

    register: Register
    files: LibraryFiles
    agreement_files: AgreementFiles = field(default_factory=AgreementFiles)
    published: list[PublishedTable] = field(default_factory=list)
    draft: str = ""
    written_series: dict[str, WrittenSeries] | None = None
    problems: list[Problem] = field(default_factory=list)
    figures: dict[FigureKey, list[ReadFigure]] = field(default_factory=dict)
    snapshots: dict[int, tuple[Written, Snapshot]] = field(default_factory=dict)
    announcements: list[Announcements] | None = None
    kept: KeptDays = field(default_factory=KeptDays, repr=False)

    @property
    def faulty(self) -> bool:
        """Whether there are errors (not only warnings); then nothing may be computed."""
        return bool(blocking(self.problems))

    @property
    def ids(self) -> set[str]:
        """The id of every agreement there is a file for, also of those not read whole."""
        return self.agreement_files.ids

    @property
    def years(self) -> set[int]:
        """Every year that any agreement is for."""
        return self.agreement_files.years

    @property
    def readings(self) -> dict[str, list[Reading]]:
        """How each agreement reads from each day on, by id: as made, then as amended."""
        return self.agreement_files.readings

    @property
    def amends(self) -> dict[str, str]:
        """Which agreement each amendment changes, by id."""
        return self.agreement_files.amends

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
        return self.agreements_on(None)

    def agreements_on(self, day: date | None) -> list[Agreement]:
        """Return every agreement as it read on the day, by first year and id."""
        found = [reading_on(readings, day).written.agreement for readings in self.readings.values()]
        return sorted(found, key=lambda a: (a.years, a.id))

    def of_year(self, year: int, day: date | None = None) -> list[Agreement]:
        """Return the agreements whose money is for the year, as they read on the day, by years and id.

        One for several years counts in its first.
        """
        return [a for a in self.agreements_on(day) if year == a.years[0]]

    def snapshot(self, keys: Iterable[FigureKey]) -> Snapshot:
        """Return the recipients and every series of the figures, reading files that are not yet read."""
        series = [one for key in dict.fromkeys(keys) for read in self.read_figures(key) for one in read.series]
        return Snapshot.of(self.register, series)

    def read_figures(self, key: FigureKey) -> list[ReadFigure]:
        """Return the figure's files, read and checked; an unknown figure has none."""
        if key not in self.figures:
            self.figures[key] = [read_figure_file(file, key, self.register) for file in self.files.figures.get(key, [])]
            self.problems += [problem for read in self.figures[key] for problem in read.problems]
            self.problems += doubled(self.figures[key], self.register)
        return self.figures[key]

    def snapshot_for(self, written: Written) -> Snapshot:
        """Return the figures that the agreement names."""
        if id(written) not in self.snapshots:
            keys = [(name, kind) for _, name, kind in figures_used(written)]
            self.snapshots[id(written)] = (written, self.snapshot(keys))  # kept, so that no other can have its identity
        return self.snapshots[id(written)][1]

    @property
    def series(self) -> dict[str, GrantSeries]:
        """What is written of grants through the years, by id."""
        return {name: written.series for name, written in self.read_series().items()}

    def read_series(self) -> dict[str, WrittenSeries]:
        """Read, once, what is written of grants through the years; problems are gathered with the others."""
        if self.written_series is None:
            self.written_series = {}
            for file, text in texts_of(self.files.series, LARGEST_AGREEMENT, self.problems):
                self._add_series(text, file.shown, self.written_series)
        return self.written_series

    def _add_series(self, text: str, shown: str, found: dict[str, WrittenSeries]) -> None:
        one, problems = read_series(text, file=shown)
        self.problems += problems
        if one is not None and one.series.id in found:
            first = found[one.series.id].place("id")
            self.problems.append(Problem(one.place("id"), _doubled_series(one.series.id, first)))
        elif one is not None:
            found[one.series.id] = one

    @property
    def pots(self) -> set[str]:
        """Every pot with a rule of its own, as agreement/pot."""
        return {f"{w.agreement.id}/{path[-1]}" for w in self.written.values() for path, _ in w.agreement.leaves()}

    def read_announcements(self) -> list[Announcements]:
        """Return when sums became known; read and checked the first time, against agreements that are all read."""
        from overens.usecases.announcements import read_lists

        if self.announcements is None:
            self.announcements, problems = read_lists(self.files.announcements, self.ids, self.pots)
            self.problems = in_order([*self.problems, *problems])
        return self.announcements

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
        """Return the allocation of one reading of an agreement; it is computed once for each day that is kept."""
        name = reading.written.agreement.id
        readings = self.readings[name]
        n = next(n for n, one in enumerate(readings) if one is reading)
        kept = self.kept.on(as_known_on).allocations
        if (name, n) not in kept:
            allocation = allocate(reading.written.agreement, self.snapshot_for(reading.written), as_known_on)
            kept[name, n] = replace(allocation, readings=tuple(readings[: n + 1]))
        return kept[name, n]

    def run(self, allocations: Iterable[Allocation]) -> RunRecord:
        """Return what was computed from what, for the library's allocations together, in their order."""
        return join_runs(self._run(allocation) for allocation in allocations)

    def _run(self, allocation: Allocation) -> RunRecord:
        kept, key = self.kept.on(allocation.as_known_on), (allocation.agreement.id, len(allocation.readings) - 1)
        if kept.allocations.get(key) is not allocation:
            return record_run(allocation)
        return kept.runs.setdefault(key, kept.runs.get(key) or record_run(allocation))


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


def open_draft(own: Iterable[Path], path: Path) -> Library:
    """Read one agreement file by itself, with the figures of the library; an amendment with the agreement it changes.

    A draft may have the id of an agreement in the library: it stands in its stead.
    """
    files = list_library([(shipped_library(), ""), *((folder, str(folder)) for folder in own)])
    file = LibraryFile(path, str(path))
    text = read_text(path, shown=file.shown, largest=LARGEST_AGREEMENT)
    if isinstance(text, Problem):
        return Library(read_register(), files, problems=[text])
    name = id_of(text) or ""
    others = files.agreements if amends_of(text) else []
    rest = [one for one in others if one.path.resolve() != path.resolve()]
    library = read_library(replace(files, agreements=[*rest, file]), Wanted(agreement=name))
    library.draft = name
    return library


def read_library(files: LibraryFiles, wanted: Wanted = EVERYTHING) -> Library:
    """Read and check the wanted agreements in the list, and the figures that they name."""
    found = read_agreement_files(files.agreements, wanted)
    library = Library(read_register(), files, found, problems=[*files.problems, *found.problems])
    if wanted.agreement is None and wanted.either is None:
        for file, text in texts_of(files.published, LARGEST_AGREEMENT, library.problems):
            _add_published(library, text, file.shown, wanted)
    for written in (reading.written for readings in library.readings.values() for reading in readings):
        library.problems += check_figures(written, library.snapshot_for(written), lambda: list(files.figures))
    library.problems = in_order([*library.problems, *_check_published(library)])
    return library


def _add_published(library: Library, text: str, shown: str, wanted: Wanted) -> None:
    if not wanted.takes(text):
        return
    table, problems = read_published(text, file=shown)
    library.problems += problems
    if table is not None:
        library.published.append(table)


def _check_published(library: Library) -> list[Problem]:
    problems: list[Problem] = []
    for table in library.published:
        problems += table.problems_with(library.pots, library.totals)
        if table.totals.figure is not None and library.printed_series(table.totals) is None:
            place = table.tree.place(("tabell",))
            problems.append(Problem(place, _no_table(table.totals.figure, table.totals.measured_on.words)))
    return problems


def _doubled_series(name: str, first: Place) -> Fault:
    return Fault.of(
        "Serien '{name}' finns redan i {first}.",
        "Lägg ihop de två filerna.",
        "The series '{name}' exists already in {first}.",
        "Put the two files together.",
        name=name,
        first=str(first),
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
