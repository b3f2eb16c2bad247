"""Every view of the portal: its address, what answers it, and what it takes after the question mark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from overens.web.answer import Answer, Elsewhere
from overens.web.api import page as api_page
from overens.web.asked import Asked
from overens.web.pages import (
    about,
    agreement,
    agreements,
    all_grants,
    calendar,
    change,
    data,
    early_notice,
    early_notice_year,
    front,
    performance,
    performances,
    place,
    press,
    scenario,
    scenarios,
    search,
    why,
    year,
)


@dataclass(frozen=True)
class View:
    """A page of the portal (vy).

    Attributes:
        path: Its address, with names in braces.
        takes: Parameters beside those that every page takes.
        own: Whether it takes others too, and tells itself which it knows; an empty one then says something.
    """

    name: str
    path: str
    answer: Callable[[Asked], Answer | Elsewhere]
    takes: tuple[str, ...] = ()
    own: bool = False

    def ask(self, asked: Asked) -> Answer | Elsewhere:
        """Return what it answers; the order of one table asked for by itself is no matter of the page's."""
        bare = asked.unsorted()
        found = self.answer(bare)
        return self.answer(asked) if isinstance(found, Elsewhere) and bare is not asked else found


VIEWS = (
    View("front", "/", front.answer),
    View("agreements", "/avtal", agreements.answer, agreements.TAKES),
    View("about", "/om", about.about),
    View("data", "/data", data.answer),
    View("data-table", "/data/{resource}", data.of_table),
    View("api", "/api", api_page.answer),
    View("scenarios", "/scenario", scenarios.answer, scenarios.TAKES),
    View("scenario", "/scenario/{agreement}/{pot}", scenario.answer, own=True),
    View("performances", "/prestation", performances.answer, performances.TAKES),
    View("performance", "/prestation/{agreement}/{pot}", performance.of_all, performance.TAKES, own=True),
    View(
        "performance-place",
        "/prestation/{agreement}/{pot}/{place}",
        performance.of_place,
        performance.PLACE_TAKES,
        own=True,
    ),
    View("search", "/sok", search.answer, ("q",)),
    View("early-notice", "/tidiga-besked", early_notice.series),
    View("accessibility", "/tillganglighet", about.accessibility),
    View("agreement", "/avtal/{agreement}", agreement.answer),
    View("agreement-change", "/avtal/{agreement}/andring", change.of_agreement, change.TAKES),
    View("year", "/{year}", year.answer),
    View("year-change", "/{year}/andring", change.of_year, change.TAKES),
    View("calendar", "/{year}/kalender", calendar.answer, calendar.TAKES),
    View("all-grants", "/{year}/alla-bidrag", all_grants.answer),
    View("early-notice-year", "/{year}/tidiga-besked", early_notice_year.year),
    View("press", "/{year}/pressmeddelande", press.answer),
    View("place", "/{year}/{place}", place.answer),
    View("place-change", "/{year}/{place}/andring", change.of_place, ("fran",)),
    View("place-calendar", "/{year}/{place}/kalender", calendar.place_answer, calendar.TAKES),
    View("why", "/{year}/{place}/{agreement}/{pot}", why.answer),
)
"""In the order they are tried: a word of its own before a name."""
