"""Events -> a table on a page: when, what, of which agreement and pot, and kronor where any are paid."""

from __future__ import annotations

from collections.abc import Sequence

from overens.followup.model import Event
from overens.followup.wording import when_words
from overens.usecases import event_names as names
from overens.usecases.wording.dates import paid_words
from overens.vocabulary.wording import Text, plain
from overens.web.asked import Asked
from overens.web.grid import CellView, Column, Grid, grid, words


def events_grid(asked: Asked, events: Sequence[Event], caption: Text) -> Grid | None:
    """Return the events in the order given; None where there are none."""
    columns = [Column(Text("När", "When"), day=True), Column(Text("Vad", "What"))]
    if any(event.kr is not None for event in events):
        columns.append(Column(Text("Kronor", "Kronor"), number=True))
    rows = [
        [
            words(when_words(event.when)),
            event_cell(asked, event),
            CellView(plain(paid_words(event)), value=event.kr),
        ][: len(columns)]
        for event in events
    ]
    return grid(caption, columns, rows) if rows else None


def event_cell(asked: Asked, event: Event) -> CellView:
    """Return what happens, and of which agreement and pot."""
    about = names.event_about(asked.library, event, asked.as_known_on)
    return CellView(event.what, asked.link(f"/avtal/{event.agreement}"), note=plain(about))


def agreement_name(asked: Asked, agreement_id: str) -> str:
    """Return what the agreement was called on the day asked about."""
    return names.agreement_name(asked.library, agreement_id, asked.as_known_on)


def pot_name(asked: Asked, event: Event) -> str:
    """Return what the event's pot is called; empty where it is of the whole agreement."""
    return names.pot_name(asked.library, event, asked.as_known_on)
