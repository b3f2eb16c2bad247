"""As known on a day: one argument to agreement, year and place; nothing that came later may show."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from overens.allocation.allocate import known_from
from overens.allocation.model import State
from overens.usecases.documents.agreement import agreement_document
from overens.usecases.library import Library, open_library
from overens.usecases.place import show_place
from overens.usecases.year import show_year
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Language

LAST = date(2100, 12, 31)


@cache
def library() -> Library:
    """Return the shipped library, read once."""
    return open_library()


def the_day_before(agreement_id: str) -> date | None:
    """Return the last day on which nothing of the agreement was known, or None if a part has no date."""
    read = [one.written.agreement for one in library().readings[agreement_id]]
    dates = [known_from(agreement, pot) for agreement in read for _, pot in agreement.leaves()]
    known = [since.last for since in dates if since is not None]
    return min(known) - timedelta(days=1) if len(known) == len(dates) else None


def taken_away() -> set[str]:
    """Return agreement/pot of every pot that an amendment took away."""
    changes = [(name, one.amendment) for name, found in library().readings.items() for one in found]
    return {f"{name}/{pot}" for name, change in changes if change for pot in change.removed}


def recipient(kind: RecipientKind, code: str) -> Recipient:
    """Return a region, municipality or county."""
    found = library().register.get(kind, code)
    assert found is not None
    return found


def kronor_in(document: Any) -> list[int]:
    """Return every number of kronor in a document, but for sums of nothing."""
    if isinstance(document, dict):
        return [
            kr
            for key, value in document.items()
            for kr in ([value] if key.endswith("kr") and isinstance(value, int) and value else kronor_in(value))
        ]
    return [kr for item in document for kr in kronor_in(item)] if isinstance(document, list) else []


every_agreement = pytest.mark.parametrize("agreement", sorted(library().written))


def test_nearly_every_agreement_has_a_day_before_which_it_was_not_known() -> None:
    assert sum(the_day_before(agreement) is not None for agreement in library().written) >= 20


@pytest.mark.parametrize("agreement", [name for name in sorted(library().written) if the_day_before(name)])
def test_before_it_was_known_no_krona_of_it_shows(agreement: str) -> None:
    allocation = library().allocation(agreement, the_day_before(agreement))

    assert {pot.state for pot in allocation.pots} == {State.NOT_YET_KNOWN}
    document = agreement_document(allocation, (), Language.SWEDISH)
    assert document["total"] is None
    assert kronor_in({key: document[key] for key in ("pots", "groups", "outside")}) == []


@every_agreement
def test_on_the_last_day_all_is_known_that_is_known_at_all(agreement: str) -> None:
    last, undated = library().allocation(agreement, LAST), library().allocation(agreement)

    assert [(p.id, p.state, p.awards, p.reason) for p in last.pots] == [
        (p.id, p.state, p.awards, p.reason) for p in undated.pots
    ]
    assert last.whole == undated.whole


def days_around(agreement: str) -> list[date]:
    """Return some days through the years, and those on which the agreement came to read otherwise, with the days before."""
    since = [one.since.last for one in library().readings[agreement] if one.since is not None]
    turns = [day - timedelta(days=n) for day in since for n in (0, 1)]
    return [date(2020, 12, 1), date(2022, 12, 31), date(2023, 12, 20), date(2024, 6, 1), date(2025, 1, 1), *turns]


@every_agreement
def test_at_no_time_is_more_awarded_than_is_known_now_of_how_it_then_read(agreement: str) -> None:
    """An amendment may make two pots of one, or cut a pot; so each day is held against its own reading."""
    for day in days_around(agreement):
        now = {pot.path: pot.awarded_kr for pot in library().allocate(library().reading(agreement, day)).pots}
        pots = library().allocation(agreement, day).pots
        assert [pot.path for pot in pots] == list(now)
        for pot in pots:
            assert pot.awarded_kr in (0, now[pot.path])
            if pot.amount is not None:
                assert pot.awarded_kr + pot.lapsed_kr + pot.undistributed_kr == pot.amount.kr


def test_a_condition_that_was_assessed_later_leaves_only_the_ceiling() -> None:
    before, after = (library().allocation("cancer-2024", day).pot("svf-andra") for day in (date(2024, 6, 1), LAST))

    assert before is not None
    assert after is not None
    assert (before.state, before.awards, before.undistributed_kr) == (State.NOT_COMPUTED, (), 182_500_000)
    assert before.ceilings["06"] == 6_382_005
    assert after.state is State.COMPUTED
    assert {award.recipient.code: award.amount.kr for award in after.awards}["06"] == 6_382_005


def test_a_later_pot_of_a_known_agreement_is_not_yet_known() -> None:
    early = library().allocation("sektorsbidrag-2024", date(2024, 1, 31))
    states = {pot.id: (pot.state, pot.amount) for pot in early.pots}

    assert states["varandringsbudget"] == (State.NOT_YET_KNOWN, None)
    assert states["vardbehov"][1] is not None
    assert early.whole.amount is None, "9 000 Mkr was first known with the spring budget"


def test_a_year_names_the_agreements_that_were_not_made_yet() -> None:
    early, late = (show_year(library(), 2024, day) for day in (date(2023, 12, 19), date(2024, 12, 31)))

    assert "kvinnors-halsa-2024" in early.not_yet_known
    assert "kvinnors-halsa-2024" not in [a.agreement.id for a in early.allocations]
    assert late.not_yet_known == ()
    assert len(late.allocations) == len(early.allocations) + len(early.not_yet_known)


def test_the_printed_tables_of_a_year_show_from_the_day_they_were_printed() -> None:
    before, on = (show_year(library(), 2024, date(2023, 12, day)) for day in (19, 20))

    assert ([t.id for t in before.tables], {row.published_kr for row in before.regions}) == ([], {None})
    assert "regiontabell-2024" in [table.id for table in on.tables]
    assert sum(row.published_kr or 0 for row in on.regions) == 9_842_000_000


def test_a_place_has_only_the_rows_that_were_known() -> None:
    jonkoping = recipient(RecipientKind.REGION, "06")

    days = (date(2022, 12, 31), date(2023, 12, 20), date(2024, 12, 31))
    rows = [show_place(library(), jonkoping, 2024, day).rows for day in days]
    pots = [
        {f"{r.allocation.agreement.id}/{r.pot.id}": known_from(r.allocation.agreement, r.pot.pot) for r in found}
        for found in rows
    ]
    assert pots[0] == {}
    assert "kvinnors-halsa-2024/befolkning" in pots[1]
    assert "sektorsbidrag-2024/varandringsbudget" in pots[2].keys() - pots[1].keys()
    for day, before, found in zip(days, [{}, *pots], pots, strict=False):
        assert [name for name, since in found.items() if since and not since.known_on(day)] == []
        assert before.keys() - found.keys() <= taken_away()


def test_what_a_place_has_more_of_a_year_later_became_known_in_between() -> None:
    jonkoping, first, later = recipient(RecipientKind.REGION, "06"), date(2023, 12, 20), date(2024, 12, 31)

    known, more = (show_place(library(), jonkoping, 2024, day).rows for day in (first, later))
    names = {(row.allocation.agreement.id, row.pot.id) for row in known}
    new = [row for row in more if (row.allocation.agreement.id, row.pot.id) not in names]
    since = [known_from(row.allocation.agreement, row.pot.pot) for row in new]
    assert new
    assert [one for one in since if one is None or one.known_on(first)] == []


def test_what_a_place_shares_and_what_a_countys_members_get_follow_the_day_too() -> None:
    habo, county = recipient(RecipientKind.MUNICIPALITY, "0643"), recipient(RecipientKind.AREA, "06")

    early = show_place(library(), habo, 2024, date(2023, 12, 1))
    on_the_day = show_place(library(), habo, 2024, date(2023, 12, 31))

    names = [{row.allocation.agreement.id for row in (*one.rows, *one.shared)} for one in (early, on_the_day)]
    assert "god-och-nara-vard-2024" not in names[0] | {d.agreement for d in early.deadlines}
    assert [
        row.award.amount.kr
        for row in on_the_day.shared
        if row.award and row.allocation.agreement.id == "god-och-nara-vard-2024"
    ] == [29_000_000]
    assert "omstallning-socialtjanst-2024" not in names[1], "650 000 kr to each was first decided in February"
    members = {who.code: kr for who, kr in show_place(library(), county, 2024, date(2023, 12, 31)).members}
    assert (members["0643"] or 0) == on_the_day.total_kr
    assert members["06"]


def test_the_day_is_part_of_what_the_run_is_a_hash_of() -> None:
    runs = [
        agreement_document(library().allocation("cancer-2024", day), (), Language.SWEDISH)["run"]
        for day in (None, date(2024, 6, 1), LAST)
    ]

    assert len({run["arguments"] for run in runs}) == 3
    assert runs[0]["rules"] == runs[2]["rules"]
    assert runs[0]["result"] == runs[2]["result"] != runs[1]["result"]
