"""A place and a year -> the page a planner can budget from."""

from __future__ import annotations

from typing import Any

from overens.allocation.describe import describe_rule
from overens.followup.model import Calendar, Event, MayLapse
from overens.followup.wording import when_words
from overens.notice.compose import Notice, compose_notice
from overens.notice.rows import PlaceRow
from overens.notice.stake import stake_words
from overens.notice.standing import Standing
from overens.usecases.documents.overviews import place_document
from overens.usecases.pictures.place import place_pictures
from overens.usecases.place import Place, show_place
from overens.usecases.tables import place_table
from overens.usecases.wording.conditions import met_sentence
from overens.usecases.wording.dates import gaps_counted, need_words, paid_words, undated_words
from overens.usecases.wording.nothing import nothing_reaches
from overens.usecases.wording.place import (
    certainty_of,
    has_terms,
    kronor_of,
    printed_row_words,
    to_the_county,
    use_words,
)
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import RecipientKind, Register
from overens.vocabulary.wording import Text, counted, plain
from overens.web.answer import Answer, Elsewhere
from overens.web.asked import Asked
from overens.web.find import find_place, find_year
from overens.web.grid import CellView, Column, Grid, SumOf, grid, money, words

STANDINGS = {
    Standing.CERTAIN: Text("Säkert", "Certain"),
    Standing.INFERRED: Text("Härlett", "Inferred"),
    Standing.TO_EARN: Text("Att tjäna in", "To earn"),
    Standing.NOT_COMPUTED: Text("Ej beräknat", "Not computed"),
    Standing.SHARED: Text("Delas i länet", "Shared in the county"),
}


def answer(asked: Asked) -> Answer | Elsewhere:
    """Return the place's page, or its own address."""
    year = find_year(asked)
    found = find_place(asked, f"/{year}/{{}}")
    if not isinstance(found, tuple):
        return found
    who = found[0]
    place = show_place(asked.library, who, year, asked.as_known_on)
    notice = compose_notice(place.rows, place.shared, who, year, asked.as_known_on)
    title = Text("{who} {year}", "{who} {year}", {"who": who.name, "year": str(year)})
    return Answer(
        title,
        "place.html",
        _context(asked, place, notice),
        {"pots": place_table(place)},
        lambda language: place_document(place, language),
        place_pictures(place),
        allocations=tuple(row.allocation for row in (*place.rows, *place.shared)),
    )


def _context(asked: Asked, place: Place, notice: Notice) -> dict[str, Any]:
    who = place.recipient
    register = asked.library.register
    return {
        "place": place,
        "notice": notice,
        "years": sorted(asked.library.years),
        "county": register.get(RecipientKind.AREA, who.county) if who.kind is not RecipientKind.AREA else None,
        "word": asked.addresses.word,
        "sums": [_sum(notice, standing) for standing in Standing if notice.of(standing)],
        "nothing": None if place.rows or place.shared else nothing_reaches(who, place.year, place.as_known_on),
        "to_do": _to_do(asked, place.calendar),
        "need_not_found": need_words(place.calendar.need_not_found) if place.calendar.need_not_found else None,
        "pots": _pots(asked, place),
        "printed": printed_row_words(place.printed) if place.printed and place.printed.published_kr else None,
        "terms": [(row, _terms(row, place, register)) for row in (*place.rows, *place.shared) if has_terms(row)],
        "dates": _dates([e for e in place.deadlines if not e.others_duty and isinstance(e.when, When)]),
        "undated": [
            *undated_words([e for e in place.deadlines if not e.others_duty and not isinstance(e.when, When)], ()),
            *gaps_counted(place.calendar.gaps),
        ],
        "shared": [(row, to_the_county(row)) for row in place.shared],
    }


def _sum(notice: Notice, standing: Standing) -> dict[str, Any]:
    stake = notice.sum_of(standing)
    assert stake is not None
    pots = counted(len(notice.of(standing)), ("pott", "potter"), ("pot", "pots"))
    exact = stake.awarded_kr is not None and standing in (Standing.CERTAIN, Standing.INFERRED)
    where = (("certainty", standing.name.lower()), ("shared", ""))
    shown = (
        money(stake.awarded_kr, SumOf("awarded_kr", where, "pots"), rough=not stake.exact)
        if exact
        else CellView(stake_words(stake))
    )
    return {
        "standing": standing.name.lower().replace("_", "-"),
        "name": STANDINGS[standing],
        "shown": shown,
        "pots": pots,
    }


def _to_do(asked: Asked, calendar: Calendar) -> Grid | None:
    rows = [_may_lapse(asked, one) for one in calendar.may_lapse]
    columns = (
        Column(Text("Senast", "By")),
        Column(Text("Vad", "What")),
        Column(Text("Gäller", "Concerns")),
    )
    caption = Text(
        "Begärs eller görs det inte kan pengarna gå förlorade.", "If not asked for or done, the money may be lost."
    )
    return grid(caption, columns, rows) if rows else None


def _may_lapse(asked: Asked, one: MayLapse) -> list[CellView]:
    agreement = words(one.event.agreement, asked.link(f"/avtal/{one.event.agreement}"))
    return [
        words(when_words(one.event.when)),
        CellView(one.event.what, note=agreement.text),
        words(stake_words(one.stake)),
    ]


def _pots(asked: Asked, place: Place) -> Grid:
    base = f"/{place.year}/{asked.addresses.word(place.recipient)}"
    rows = [
        [
            words(
                row.pot.pot.name,
                asked.link(f"{base}/{row.allocation.agreement.id}/{row.pot.id}"),
                plain(row.allocation.agreement.name),
            ),
            _kronor(row),
            words(certainty_of(row)),
        ]
        for row in place.rows
    ]
    columns = (
        Column(Text("Pott", "Pot")),
        Column(Text("Kronor", "Kronor"), number=True),
        Column(Text("Hur säkert", "How sure")),
    )
    caption = Text("Varje pott; följ den för att se varför.", "Each pot; follow it to see why.")
    return grid(caption, columns, rows)


def _kronor(row: PlaceRow) -> CellView:
    return CellView(kronor_of(row), value=row.award.amount.kr if row.award else None)


def _terms(row: PlaceRow, place: Place, register: Register) -> list[Text]:
    found = [describe_rule(row.pot.pot, register), met_sentence(row, place.recipient), use_words(row)]
    return [text for text in found if text is not None]


def _dates(events: list[Event]) -> Grid | None:
    rows = [
        [
            words(when_words(event.when)),
            CellView(event.what, note=plain(event.name)),
            CellView(plain(paid_words(event)), value=event.kr),
        ]
        for event in events
    ]
    columns = (
        Column(Text("När", "When")),
        Column(Text("Vad", "What")),
        Column(Text("Kronor", "Kronor"), number=True),
    )
    return (
        grid(Text("Vad som händer och ska göras, när", "What happens and must be done, when"), columns, rows)
        if rows
        else None
    )
