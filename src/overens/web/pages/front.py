"""The day it is asked -> the front page: find a place, the newest year at a glance, what is due next, the way to everything."""

from __future__ import annotations

from typing import Any

from overens.export.picture import Picture
from overens.followup.wording import when_words
from overens.usecases.counted_sums import CountedSum
from overens.usecases.documents.front import front_document
from overens.usecases.front import Front, show_front
from overens.usecases.front_tables import due_table, glance_table, known_table, years_table
from overens.usecases.glance import Glance, show_glance
from overens.usecases.pictures.year import year_pictures
from overens.usecases.population import regional_populations
from overens.usecases.pot_sums import pot_sums, pot_sums_table
from overens.usecases.wording.amounts import about_millions, amount_said
from overens.usecases.year import Year, show_year
from overens.vocabulary.money import Precision
from overens.vocabulary.wording import Text, counted, plain
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.event_grid import events_grid
from overens.web.everywhere import everywhere
from overens.web.grid import CellView, Column, Grid, grid, money, words
from overens.web.standing_sums import sum_cell, to_whom_grid, tops

_TITLE = Text(
    "Statsbidragen till regioner och kommuner, i kronor", "State grants to regions and municipalities, in kronor"
)


def answer(asked: Asked) -> Answer:
    """Return the front page."""
    front = show_front(asked.library, asked.seen_from, asked.as_known_on)
    year = show_year(asked.library, front.glance.year, asked.as_known_on) if front.glance else None
    sums = pot_sums(year.allocations if year else ())
    glances = [show_glance(asked.library, one, asked.as_known_on) for one in reversed(asked.years)]
    tables = {
        "glance": glance_table(front),
        "pots": pot_sums_table(sums, Text("Potter, kronor", "Pots, kronor")),
        "due": due_table(front),
        "known": known_table(front),
        "years": years_table(one for one in glances if one.agreements),
    }
    drawn, pictures = _newest_drawn(asked, [one.year for one in glances])
    return Answer(
        _TITLE,
        "front.html",
        {
            **_at_a_glance(front),
            "whole": sum_cell(sums, "amount_kr", unit=True),
            "tops": tops(sums),
            "to_whom": to_whom_grid(sums) if sums else None,
            "drawn_year": drawn,
            "due": _due(asked, front),
            "due_more": counted(front.due_more, ("händelse", "händelser"), ("event", "events"))
            if front.due_more
            else None,
            "nothing_due": front.nothing_due,
            "known": _known(asked, front),
            "years": _years(asked, [one for one in glances if one.agreements]),
            "places": everywhere(asked),
        },
        tables,
        lambda language: front_document(front, language),
        pictures,
        allocations=year.allocations if year else (),
    )


def _at_a_glance(front: Front) -> dict[str, Any]:
    return {
        "glance": front.glance,
        "n_agreements": _agreements(front.glance) if front.glance else None,
        "before": _before(front.before) if front.before else None,
        "before_year": front.before.year if front.before else None,
        "lacking": _lacking([one for one in (front.glance, front.before) if one is not None]),
    }


def _agreements(one: Glance) -> Text:
    return counted(one.agreements, ("avtal", "avtal"), ("agreement", "agreements"))


def _before(one: Glance) -> Text:
    return Text(
        "Året före, {year}: {n}, {kr}. Vilka bidrag som finns skiljer sig mellan åren.",
        "The year before, {year}: {n}, {kr}. Which grants there are differs between the years.",
        {
            "year": str(one.year),
            "n": _agreements(one),
            "kr": about_millions(one.total.kr, exact=one.total.precision is Precision.EXACT),
        },
    )


def _lacking(years: list[Glance]) -> Text | None:
    """Return how many agreements of the years have no sum of their own, so that the years cannot quite be compared."""
    without = sum(len(one.without_total) for one in years)
    if not without:
        return None
    n = counted(without, ("avtal", "avtal"), ("agreement", "agreements"))
    return Text(
        "Summan är inte funnen för {n}; de räknas med de potter som är kända.",
        "The total is not found for {n}; they count by the pots that are known.",
        {"n": n},
    )


def _newest_drawn(asked: Asked, years: list[int]) -> tuple[int | None, tuple[Picture, ...]]:
    """Return the newest year for which something is computed for the regions, and its first picture."""
    for one in years:
        year = show_year(asked.library, one, asked.as_known_on)
        pictures = year_pictures(year, _inhabitants(asked, year))
        if pictures:
            return one, pictures[:1]
    return None, ()


def _inhabitants(asked: Asked, year: Year) -> dict[str, int]:
    return {code: found.inhabitants for code, found in regional_populations(asked.library, year).items()}


def _due(asked: Asked, front: Front) -> Grid | None:
    caption = Text(
        "Det som kommer närmast, för alla bidrag, från {day}.",
        "What comes next, of all grants, from {day}.",
        {"day": front.today.isoformat()},
    )
    return events_grid(asked, front.due, caption)


def _known(asked: Asked, front: Front) -> Grid | None:
    columns = (
        Column(Text("Blev känt", "Became known"), day=True),
        Column(Text("Vad", "What")),
        Column(Text("Kronor", "Kronor"), number=True),
    )
    caption = Text("Det som blev känt senast, nyast först.", "What became known last, the newest first.")
    return grid(caption, columns, [_sum(asked, one) for one in front.known]) if front.known else None


def _sum(asked: Asked, one: CountedSum) -> list[CellView]:
    href = asked.link(f"/avtal/{one.agreements[0]}") if len(one.agreements) == 1 else ""
    unsure = Text("osäkert: {why}", "uncertain: {why}", {"why": one.unsure}) if one.unsure else None
    return [
        words(when_words(one.known)),
        words(one.name, href, plain(one.source.title)),
        CellView(plain(amount_said(one.amount)), value=one.amount.kr, note=unsure),
    ]


def _years(asked: Asked, glances: list[Glance]) -> Grid:
    columns = (
        Column(Text("År", "Year")),
        Column(Text("Avtal", "Agreements"), number=True),
        Column(Text("Summa", "Total"), number=True),
    )
    caption = Text("Varje år, och vad dess avtal summerar till.", "Each year, and what its agreements sum to.")
    return grid(
        caption,
        columns,
        [
            [
                words(str(one.year), asked.link(f"/{one.year}")),
                CellView(plain(str(one.agreements)), value=one.agreements),
                money(one.total.kr, rough=one.total.precision is not Precision.EXACT),
            ]
            for one in glances
        ],
    )
