"""A view and the allocations behind it -> the line to cite it by: title, address, day, run and version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from overens import __version__
from overens.allocation.model import Allocation
from overens.allocation.run_record import RunRecord
from overens.usecases.library import Library
from overens.vocabulary.wording import Text, plain

SHORT = 12
"""How many hex digits of a run are shown; as many as tell runs apart."""


@dataclass(frozen=True)
class Citation:
    """How a view is cited (källhänvisning): the same run gives the same kronor.

    Attributes:
        address: The view's path with its query, which holds all of its state; empty where no portal is known.
        run: What was computed from what; None for a view that nothing was computed for.
        own_files: Whether the library holds more than the shipped files, so that it is not the same everywhere.
    """

    title: Text
    address: str
    as_known_on: date | None
    run: RunRecord | None
    version: str = __version__
    own_files: bool = False

    @property
    def short_run(self) -> str:
        """The beginning of the run's hash, as it is shown; empty where there is no run."""
        return self.run.whole[:SHORT] if self.run else ""

    @property
    def words(self) -> Text:
        """The line itself."""
        own = Text(", med egna filer i biblioteket", ", with files of its own in the library")
        run = Text(", körning {run}", ", run {run}", {"run": self.short_run})
        return Text(
            "Överens {version}: {title}{address}, {known}{own}{run}.",
            "Överens {version}: {title}{address}, {known}{own}{run}.",
            {
                "version": self.version,
                "title": self.title,
                "address": f", {self.address}" if self.address else "",
                "known": known_words(self.as_known_on),
                "own": own if self.own_files else plain(""),
                "run": run if self.run else plain(""),
            },
        )


def known_words(day: date | None) -> Text:
    """Return as known on which day something is told."""
    if day is None:
        return Text("allt som är känt", "all that is known")
    return Text("som det var känt {day}", "as known on {day}", {"day": day.isoformat()})


def cite(
    library: Library,
    title: Text,
    address: str,
    allocations: Iterable[Allocation] = (),
    as_known_on: date | None = None,
) -> Citation:
    """Return how to cite a view of these allocations, in their order; the library keeps what it has hashed."""
    behind = list(allocations)
    run = library.run(behind) if behind else None
    return Citation(title, address, as_known_on, run, own_files=library.files.own)


def as_known_today(library: Library, allocations: Sequence[Allocation], today: date) -> tuple[Allocation, ...] | None:
    """Return the allocations as known today, by which a view that names no day is cited so that it stays the same.

    Returns:
        None where the kronor would be others: where something becomes known after today, or older readings are shown.
    """
    then = tuple(library.allocation(one.agreement.id, today) for one in allocations)
    return then if library.run(then).result == library.run(allocations).result else None
