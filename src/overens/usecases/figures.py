"""Figures in a library -> a list of them, or one with its values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overens.figures.model import Series
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
    found = []
    for (name, kind), files in sorted(library.files.figures.items(), key=lambda item: (item[0][0], item[0][1].value)):
        for read in library.read_figures((name, kind)):
            if read.head is not None:
                found.append(
                    FigureSummary(
                        name,
                        kind,
                        read.head.name,
                        read.head.unit,
                        _chosen(read.series, None, as_known_on),
                        files[0].shown,
                    )
                )
    return found


def show_figure(
    library: Library, name: str, per: str | None = None, as_known_on: date | None = None
) -> list[FigureSummary]:
    """Return the figure for every kind of recipient that has it, of one date or all; nothing if there is no such."""
    kinds = [kind for figure, kind in library.files.figures if figure == name]
    return [
        FigureSummary(
            name, kind, read.head.name, read.head.unit, _chosen(read.series, per, as_known_on), read.file.shown
        )
        for kind in sorted(kinds)
        for read in library.read_figures((name, kind))
        if read.head is not None
    ]


def _chosen(series: list[Series], per: str | None, day: date | None) -> tuple[Series, ...]:
    """Return the series of the date asked for that were known on the day."""
    known = [one for one in series if one.was_known(day)]
    return tuple(one for one in known if per is None or one.key.measured_on == per)


def names_of(library: Library) -> dict[tuple[str, str], str]:
    """Return the short name of every recipient, by the Swedish word for its kind and its code."""
    return {(r.kind.value, r.code): r.short_name for r in library.register.everyone}


def nearest_figure(library: Library, name: str) -> str | None:
    """Return the figure that may have been meant."""
    return did_you_mean(name, {figure for figure, _ in library.files.figures})
