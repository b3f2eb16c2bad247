"""Figures in a library -> a list of them, or one with its values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overens.figures.model import Series, known_last
from overens.usecases.library import Library
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.recipients import RecipientKind


@dataclass(frozen=True)
class FigureSummary:
    """A figure with the dates it is measured on."""

    id: str
    kind: RecipientKind
    name: str
    unit: str
    series: tuple[Series, ...]
    file: str


def list_figures(library: Library, as_known_on: date | None = None) -> list[FigureSummary]:
    """Return every figure in the library, by id and kind of recipient, with the series that were known on the day."""
    keys = sorted(library.files.figures, key=lambda key: (key[0], key[1].value))
    return [one for key in keys if (one := _summary(library, *key, None, as_known_on))]


def show_figure(
    library: Library, name: str, per: str | None = None, as_known_on: date | None = None
) -> list[FigureSummary]:
    """Return the figure for every kind of recipient that has it, of one date or all; nothing if there is no such."""
    kinds = sorted(kind for figure, kind in library.files.figures if figure == name)
    return [one for kind in kinds if (one := _summary(library, name, kind, per, as_known_on))]


def _summary(
    library: Library, name: str, kind: RecipientKind, per: str | None, day: date | None
) -> FigureSummary | None:
    """Return the figure with its series of the date asked for, as they were known on the day."""
    reads = [(read, read.head) for read in library.read_figures((name, kind)) if read.head is not None]
    if not reads:
        return None
    (read, head), *_ = sorted(reads, key=lambda one: one[0].version or "")
    series = known_last((one for read, _ in reads for one in read.series), day)
    if len(reads) > 1:  # a correction may add what comes before
        series.sort(key=lambda one: one.key.measured_on)
    chosen = tuple(one for one in series if per is None or one.key.measured_on == per)
    return FigureSummary(name, kind, head.name, head.unit, chosen, read.file.shown)


def names_of(library: Library) -> dict[tuple[str, str], str]:
    """Return the short name of every recipient, by the Swedish word for its kind and its code."""
    return {(r.kind.value, r.code): r.short_name for r in library.register.everyone}


def nearest_figure(library: Library, name: str) -> str | None:
    """Return the figure that may have been meant."""
    return did_you_mean(name, {figure for figure, _ in library.files.figures})
