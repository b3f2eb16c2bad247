"""A place's calendar -> what it must do, what happens when, and what is not found about dates."""

from __future__ import annotations

from collections.abc import Sequence

from overens.followup.model import Event, MayLapse
from overens.followup.wording import when_words
from overens.notice.stake import stake_words
from overens.usecases.event_names import event_about
from overens.usecases.place import Place
from overens.usecases.wording.dates import gaps_counted, undated_words
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text
from overens.web.asked import Asked
from overens.web.event_grid import event_cell, events_grid
from overens.web.grid import CellView, Column, Grid, grid, words

_CAPTION = Text(
    "Begärs eller görs det inte i tid kan pengarna gå förlorade.",
    "If not asked for or done in time, the money may be lost.",
)
_UNDATED = Text("Ska begäras eller göras, men när är inte funnet.", "Must be asked for or done, but when is not found.")


def to_do_grids(asked: Asked, place: Place) -> tuple[Grid | None, Grid | None]:
    """Return what must be asked for or done: with a date, and without one that is found."""
    dated = [one for one in place.calendar.may_lapse if isinstance(one.event.when, When)]
    return _to_do(asked, _CAPTION, dated), _to_do(
        asked, _UNDATED, [one for one in place.calendar.may_lapse if one not in dated]
    )


def _to_do(asked: Asked, caption: Text, found: Sequence[MayLapse]) -> Grid | None:
    columns = (Column(Text("Senast", "By"), day=True), Column(Text("Vad", "What")), Column(Text("Gäller", "Concerns")))
    return grid(caption, columns, [_may_lapse(asked, one) for one in found]) if found else None


def _may_lapse(asked: Asked, one: MayLapse) -> list[CellView]:
    event = one.event
    passed = Text("passerat", "passed") if event.passed(asked.seen_from) else None
    return [
        words(when_words(event.when), note=passed),
        event_cell(asked, event),
        words(stake_words(one.stake)),
    ]


def dates_grid(asked: Asked, place: Place) -> Grid | None:
    """Return what happens and must be done, by date; what others are to do is left to the calendar."""
    dated = [event for event in _own(place) if isinstance(event.when, When)]
    return events_grid(asked, dated, Text("Allt som har ett datum, i ordning.", "All that has a date, in order."))


def next_event(asked: Asked, place: Place) -> Event | None:
    """Return what comes next for the place from the day it is asked; None where nothing is ahead."""
    return next((e for e in _own(place) if isinstance(e.when, When) and not e.passed(asked.seen_from)), None)


def not_found(asked: Asked, place: Place) -> list[Text]:
    """Return a sentence for each date that is missing; pots about which nothing is found are counted."""
    undated = [event for event in _own(place) if not isinstance(event.when, When)]
    about = undated_words(undated, (), lambda one: event_about(asked.library, one, place.as_known_on))
    return [*about, *gaps_counted(place.calendar.gaps)]


def _own(place: Place) -> list[Event]:
    return [event for event in place.deadlines if not event.others_duty]
