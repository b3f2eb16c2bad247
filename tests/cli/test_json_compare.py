"""overens compare --json: two sides, each pot with its causes and recipients, and what could not be compared."""

from __future__ import annotations

from typing import Any

from tests.cli.running import document, overens
from tests.cli.shapes import KR_OR_NULL, WORDS_OR_NULL, has, is_amount, is_recipient

CAUSES = {"envelope_kr", "figure_kr", "rule_kr", "performance_kr", "pot_kr"}


def answer(*more: str) -> Any:
    return document("compare", "2023", "2024", *more)


def has_causes(part: Any) -> None:
    """Fail unless every cause is there and they sum to the difference."""
    assert set(part["causes"]) == CAUSES
    assert sum(part["causes"].values()) == part["difference_kr"] == part["after_kr"] - part["before_kr"]


def test_the_sides_say_what_they_are() -> None:
    found = answer()

    for name, year in (("before", 2023), ("after", 2024)):
        has(found[name], name=str, year=int, agreements=list, not_yet_known=list)
        assert (found[name]["year"], found[name]["as_known_on"]) == (year, None)
    assert "kvinnors-halsa-2023" in found["before"]["agreements"]
    assert (found["place"], found["same"]) == (None, False)


def test_causes_sum_to_the_difference_in_every_part() -> None:
    found = answer()

    has_causes(found)
    for pot in found["pots"]:
        has(pot, pot=str, series=str, before=WORDS_OR_NULL, after=WORDS_OR_NULL, why=list, recipients=list)
        has_causes(pot)
        for recipient in pot["recipients"]:
            is_recipient(recipient)
            has_causes(recipient)
        assert sum(recipient["difference_kr"] for recipient in pot["recipients"]) == pot["difference_kr"]


def test_every_cause_is_said_in_words_in_the_language() -> None:
    whys = {pot["pot"]: pot["why"] for pot in answer()["pots"]}

    for one in (one for why in whys.values() for one in why):
        has(one, cause=str, together_with=list, what=str, kr=int, moved_kr=int)
        assert f"{one['cause']}_kr" in CAUSES
    amount, figures = whys["kvinnors-halsa-2024/befolkning"]
    assert (amount["cause"], amount["kr"]) == ("envelope", -70_000_000)
    assert (figures["cause"], figures["kr"], figures["moved_kr"] > 0) == ("figure", 0, True)
    english = overens("compare", "2023", "2024", "--json", "--lang", "en").json["pots"]
    assert "the amount (" in next(p for p in english if p["pot"] == "kvinnors-halsa-2024/befolkning")["why"][0]["what"]


def test_what_is_not_compared_has_amounts_and_reasons() -> None:
    found = answer()["not_compared"]

    assert found
    for pot in found:
        has(pot, pot=str, series=str, before_reason=WORDS_OR_NULL, after_reason=WORDS_OR_NULL)
        for side in ("before", "after"):
            if pot[f"{side}_amount"] is not None:
                is_amount(pot[f"{side}_amount"])
            assert pot[side] is not None or pot[f"{side}_amount"] is None


def test_what_stands_alone_has_a_side_and_a_reason() -> None:
    found = answer()["one_sided"]

    for one in found:
        has(one, agreement=str, series=str, side=str, kr=KR_OR_NULL, why=str)
        assert one["side"] in {"before", "after"}
    sides = {one["agreement"]: one["side"] for one in found}
    assert sides["sektorsbidrag-2024"] == "after"


def test_for_a_place_the_only_recipient_is_the_place() -> None:
    found = answer("--place", "region skåne")

    is_recipient(found["place"])
    assert found["pots"]
    assert {r["code"] for pot in found["pots"] for r in pot["recipients"]} == {"12"}
