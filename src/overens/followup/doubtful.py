"""Agreements -> their dates that sources state in different ways, or that do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from overens.agreement.model import Agreement
from overens.followup.model import DoubtfulDate
from overens.notice.compose import sources_named, was_known
from overens.vocabulary.periods import impossible_days

_DATES = ("datum", "senast", "känd från", "beslutad", "till och med", "utbetalning")
"""Keys of a file whose values are dates, or payments with dates."""


def doubtful_dates(agreements: Iterable[Agreement], day: date | None = None) -> Iterator[DoubtfulDate]:
    """Yield each contradiction about a date; those whose sources were all published after the day are left out."""
    for agreement in agreements:
        for one in agreement.contradictions:
            impossible = tuple(impossible_days(one.says))
            if (one.about.rpartition(".")[2] in _DATES or impossible) and was_known(agreement, one.source, day):
                sources = sources_named(agreement, one.source)
                yield DoubtfulDate(agreement.id, one.says, one.used, one.reason, impossible, sources)
