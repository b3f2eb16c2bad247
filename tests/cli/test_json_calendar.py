"""overens calendar [NAME] YEAR --json: every event, what may lapse, and what is not found."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.running import asked, document
from tests.cli.shapes import KR_OR_NULL, WORDS_OR_NULL, has, is_recipient

KINDS = {
    "decision", "known", "application", "requisition", "condition", "duty", "payment", "use_ends", "repayment",
}  # fmt: skip
REGION = "region jönköpings län"
QUESTIONS = (("calendar", "2024"), ("calendar", REGION, "2024"), ("calendar", "håbo", "2024", "--during"))


def is_event(event: Any) -> None:
    """Fail unless it says what, when as written and as days, who must act, and where that was written."""
    has(event, kind=str, when=str, what=str, agreement=str, pot=WORDS_OR_NULL, kr=KR_OR_NULL, by=str, own=bool)
    has(event, first=WORDS_OR_NULL, last=WORDS_OR_NULL, exact=bool, if_late=WORDS_OR_NULL)
    assert event["met"] in (True, False, None)
    assert event["kind"] in KINDS
    assert (event["first"] is None) == (event["last"] is None) == event["when"].startswith("ej ")
    for source in event["sources"]:
        has(source, title=str, publisher=WORDS_OR_NULL, address=WORDS_OR_NULL)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_it_has_the_keys_that_are_documented(question: tuple[str, ...]) -> None:
    answer = document(*question)

    has(answer, year=int, during=bool, as_known_on=WORDS_OR_NULL, today=WORDS_OR_NULL, undated_of_other_years=int)
    has(answer, events=list, may_lapse=list, need_not_found=list, nothing_found=list, not_yet_known=list)
    if answer["recipient"] is not None:
        is_recipient(answer["recipient"])
    for event in answer["events"]:
        is_event(event)
        assert event["passed"] is None
    for one in answer["may_lapse"]:
        is_event(one)
        has(one["concerns"], exact=bool, unknown_pots=int, awarded_kr=KR_OR_NULL, part_of_kr=KR_OR_NULL)
        has(one["concerns"], at_most_kr=KR_OR_NULL, at_least_kr=KR_OR_NULL)
    for gap in (*answer["need_not_found"], *answer["nothing_found"]):
        has(gap, agreement=str, pots=list, kinds=list)
        assert set(gap["kinds"]) <= KINDS


def test_what_may_lapse_is_among_the_events_and_is_the_places_own() -> None:
    answer = document("calendar", REGION, "2024")
    names = {(e["agreement"], e["pot"], e["kind"], e["what"]) for e in answer["events"] if e["own"]}

    assert answer["may_lapse"]
    assert {(e["agreement"], e["pot"], e["kind"], e["what"]) for e in answer["may_lapse"]} <= names


def test_with_a_day_to_count_from_every_event_has_passed_or_not() -> None:
    events = document("calendar", REGION, "2024", "--today", "2024-12-15")["events"]

    assert {event["passed"] for event in events} == {True, False}
    dated = [e for e in events if e["last"] is not None]
    assert [e["when"] for e in dated if e["passed"] != (e["last"] < "2024-12-15")] == []
    assert "2024-12-01" in [e["when"] for e in dated if e["kind"] == "requisition" and e["passed"]]
    assert {e["passed"] for e in events if e["when"] == "2024-12"} == {False}


def test_all_agreements_have_nobodys_own_duties() -> None:
    answer = document("calendar", "2024")

    assert (answer["recipient"], answer["may_lapse"]) == (None, [])
    assert {event["own"] for event in answer["events"]} == {False}


def test_a_kind_may_be_named_in_swedish_or_english() -> None:
    swedish = document("calendar", "2024", "--kind", "återbetalning")
    english = document("calendar", "2024", "--kind", "repayment")

    assert swedish == english
    assert {event["kind"] for event in swedish["events"]} == {"repayment"}


def test_a_name_of_several_words_needs_no_quotation_marks() -> None:
    assert asked("calendar", *REGION.split(), "2024").out == asked("calendar", REGION, "2024").out
