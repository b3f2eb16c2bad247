"""What is computed on a day is kept: the same again, apart by day and reading, and never more than so many days."""

from __future__ import annotations

from datetime import date, timedelta

from overens.agreement.label import Wanted
from overens.allocation.allocate import allocate
from overens.allocation.run_record import record_run
from overens.usecases.compare import amendment_sides, show_changes, year_side
from overens.usecases.kept import MOST_DAYS
from overens.usecases.library import Library, open_library

DAY = date(2024, 3, 1)


def one(agreement: str = "kvinnors-halsa-2024") -> Library:
    """Return a library of one agreement."""
    return open_library(wanted=Wanted(agreement=agreement))


def test_it_is_computed_once_for_each_day() -> None:
    library = one()
    first = library.allocation("kvinnors-halsa-2024")

    assert library.allocation("kvinnors-halsa-2024") is first
    assert library.allocation("kvinnors-halsa-2024", DAY) is not first
    assert library.allocation("kvinnors-halsa-2024", DAY).as_known_on == DAY


def test_what_is_kept_is_what_would_be_computed() -> None:
    library = one()
    library.allocation("kvinnors-halsa-2024", DAY)
    kept = library.allocation("kvinnors-halsa-2024", DAY)
    written = library.reading("kvinnors-halsa-2024", DAY).written

    assert kept.pots == allocate(written.agreement, library.snapshot_for(written), DAY).pots
    assert library.run([kept]) == library.run([kept])
    assert library._run(kept) == record_run(kept)


def test_each_reading_of_an_agreement_is_kept_by_itself() -> None:
    library = one("kvinnors-halsa-2021")
    before, after = amendment_sides(library, "kvinnors-halsa-2021-tillagg")

    assert before.allocations[0].pots != after.allocations[0].pots
    assert library.allocation("kvinnors-halsa-2021") is after.allocations[0]


def test_only_the_days_last_asked_about_are_kept() -> None:
    library = one()
    for n in range(MOST_DAYS + 10):
        library.allocation("kvinnors-halsa-2024")
        library.allocation("kvinnors-halsa-2024", DAY + timedelta(days=n))

    assert len(library.kept.days) == MOST_DAYS
    assert {None, DAY + timedelta(days=MOST_DAYS + 9)} <= set(library.kept.days)
    assert DAY not in library.kept.days


def test_two_years_are_compared_once_for_all_places_but_each_day_by_itself() -> None:
    library = open_library()

    def compared(day: date | None) -> object:
        return show_changes(library, year_side(library, 2023, day), year_side(library, 2024, day)).comparison

    assert compared(None) is compared(None)
    assert compared(DAY) is not compared(None)
