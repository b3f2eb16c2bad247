"""overens explain --json: a versioned trace of one award, its numbers exact and its sources named."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.cli.running import document
from tests.cli.shapes import has, is_award, is_recipient, is_run

STEP_KINDS = {
    "pot", "recipients", "key", "exact", "bounds", "conditions", "unearned",
    "rounding", "payment", "annex", "certainty", "not_computed",
}  # fmt: skip
JONKOPING = ("explain", "region jönköpings län", "kvinnors-halsa-2024/befolkning")


def steps(*question: str) -> dict[str, Any]:
    """Return kind -> step of an explanation, the first of each kind."""
    return {step["kind"]: step for step in reversed(document(*question)["steps"])}


@pytest.mark.parametrize(
    "question",
    [
        JONKOPING,
        ("explain", "gotland", "kvinnors-halsa-2024/landsbygd"),
        ("explain", "region gotland", "tillganglighet-2024/bup"),
        ("explain", "håbo", "omstallning-socialtjanst-2024/kommuner"),
        ("explain", "kalmar län", "god-och-nara-vard-2024/kommuner"),
        ("explain", "region skåne", "vardkapacitet-2025/regioner"),
        ("explain", "håbo", "kvinnors-halsa-2024/befolkning"),
    ],
)
def test_it_has_a_version_who_what_and_steps(question: tuple[str, ...]) -> None:
    answer = document(*question)

    assert answer["version"] == 1
    has(answer, agreement=str, pot=str, recipient=dict, state=str, steps=list, award=(dict, type(None)))
    assert f"{answer['agreement']}/{answer['pot']}" == question[2]
    is_recipient(answer["recipient"])
    is_run(answer["run"])
    if answer["award"] is not None:
        is_award(answer["award"])
    assert answer["steps"]
    for step in answer["steps"]:
        has(step, kind=str, text=str, numbers=dict, source=str)
        assert step["kind"] in STEP_KINDS
        assert step["text"]
        for number in step["numbers"].values():
            assert isinstance(number, str)
            Fraction(number)


def test_the_numbers_of_the_steps_make_the_award() -> None:
    found = steps(*JONKOPING)
    weight, total = (Fraction(found["key"]["numbers"][name]) for name in ("weight", "sum_of_weights"))
    pot = Fraction(found["pot"]["numbers"]["pot_kr"])

    assert [weight, total, pot] == [Fraction(369_201), Fraction(10_557_682), Fraction(1_367_000_000)]
    assert Fraction(found["exact"]["numbers"]["share"]) == pot * weight / total
    assert found["rounding"]["numbers"]["awarded_kr"] == "47803842"
    assert document(*JONKOPING)["award"]["awarded_kr"] == 47_803_842


def test_the_pot_and_the_key_name_their_sources() -> None:
    found = steps(*JONKOPING)

    assert "SKR" in found["pot"]["source"]
    assert "Löst ur tabellen över 1 367 Mkr" in found["key"]["source"].replace("\u00a0", " ")


def test_the_explanation_tells_of_the_annex_and_the_certainty() -> None:
    found = steps(*JONKOPING)

    assert "21 av 21" in found["annex"]["text"]
    assert "verifierat" in found["certainty"]["text"]


def test_a_pot_that_is_not_computed_has_a_reason_and_no_award() -> None:
    answer = document("explain", "region gotland", "tillganglighet-2024/bup")

    assert (answer["state"], answer["award"]) == ("not_computed", None)
    assert [step["kind"] for step in answer["steps"]][-1] == "not_computed"


def test_a_ceiling_is_given_where_only_the_condition_is_unknown() -> None:
    answer = document("explain", "region gotland", "tillganglighet-2021/efter-handlingsplan")

    assert answer["award"] is None
    assert answer["ceiling_kr"] == 4_277_307


def test_who_is_not_among_the_recipients_is_told_so() -> None:
    answer = document("explain", "håbo", "kvinnors-halsa-2024/befolkning")

    assert answer["award"] is None
    assert "hör inte till dem" in answer["steps"][-1]["text"]


def test_it_is_the_award_the_agreement_shows_and_the_same_run() -> None:
    answer = document(*JONKOPING)
    whole = document("agreement", "kvinnors-halsa-2024")
    (pot,) = [pot for pot in whole["pots"] if pot["id"] == "befolkning"]

    assert answer["award"] in pot["awards"]
    assert answer["run"] == whole["run"]


def test_the_words_follow_the_language_and_the_numbers_do_not() -> None:
    english = document(*JONKOPING, "--lang", "en")

    assert [s["numbers"] for s in english["steps"]] == [s["numbers"] for s in document(*JONKOPING)["steps"]]
    assert english["steps"][0]["text"].startswith("The pot ")
