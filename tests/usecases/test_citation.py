"""Citing a view: the line says what it is, where, as known when, and by which run."""

from __future__ import annotations

from datetime import date

from overens import __version__
from overens.allocation.run_record import record_runs
from overens.usecases.citation import Citation, cite
from overens.usecases.documents.citation import citation_document
from overens.usecases.library import open_library
from overens.vocabulary.wording import Text
from tests.builders import EN, SV

LIBRARY = open_library()
TITLE = Text("Region Jönköpings län 2024", "Region Jönköpings län 2024")
WHERE = "/2024/region-jonkopings-lan"
DAY = date(2024, 3, 1)


def cited(day: date | None = None, year: int = 2024) -> Citation:
    """Return the citation of a year's allocations."""
    allocations = [LIBRARY.allocation(a.id, day) for a in LIBRARY.of_year(year, day)]
    return cite(LIBRARY, TITLE, WHERE, allocations, day)


def test_the_line_says_what_where_when_and_by_which_run() -> None:
    citation = cited(DAY)

    assert citation.words.say() == (
        f"Överens {__version__}: Region Jönköpings län 2024, {WHERE}, som det var känt 2024-03-01, "
        f"körning {citation.short_run}."
    )
    assert citation.words.say(EN).endswith(f"as known on 2024-03-01, run {citation.short_run}.")
    assert "allt som är känt" in cited().words.say()


def test_the_run_is_that_of_the_allocations_and_the_same_each_time() -> None:
    citation = cited()
    fresh = open_library()

    assert citation.run == record_runs([fresh.allocation(a.id) for a in fresh.of_year(2024)])
    assert citation == cited()
    assert len(citation.short_run) == 12


def test_another_day_or_year_is_another_run() -> None:
    assert len({cited().short_run, cited(DAY).short_run, cited(None, 2023).short_run}) == 3


def test_a_view_that_nothing_was_computed_for_has_no_run() -> None:
    citation = cite(LIBRARY, Text("Om Överens", "About Överens"), "/om")

    assert citation.words.say() == f"Överens {__version__}: Om Överens, /om, allt som är känt."
    assert citation_document(citation, SV)["run"] is None


def test_the_document_has_the_whole_hashes() -> None:
    citation = cited()
    run = citation_document(citation, EN)["run"]

    assert {len(value) for value in run.values()} == {64}
    assert run["whole"].startswith(citation.short_run)
