"""What one per cent more of a figure gives, and who pays it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.allocation.model import PotAllocation
from overens.figures.model import Series, Snapshot
from overens.usecases.documents.sensitivity import sensitivity_document
from overens.usecases.sensitivity import Sensitivity, sensitivity_of
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Text
from tests.builders import ABC, REGION, SV, divide, kronor_of, plain_spaces, regions, series
from tests.properties.strategies import TEST, figure, weights

PEOPLE = series("befolkning", {"01": 100, "03": 100, "04": 200})
AREA = series("yta", {"01": 10, "03": 20, "04": 10})
POT = "belopp: 4000 kr\ntill: regioner\n"


def asked(
    pot: PotAllocation, *figures: Series, code: str = "01", register: Register = ABC
) -> tuple[Sensitivity, ...] | Text:
    """Return what one per cent more gives the region."""
    who = register.get(REGION, code)
    assert who is not None
    return sensitivity_of(pot, who, Snapshot.of(register, figures))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("fördelning: {andel av: befolkning}", [("befolkning", 1000, 1007)]),
        ("fördelning: {andel av: befolkning, delat med: yta}", [("befolkning", 1143, 1151), ("yta", 1143, 1135)]),
        ("fördelning: {grundbelopp: 1000 kr, resten: {andel av: befolkning}}", [("befolkning", 1250, 1252)]),
        (
            "fördelning: {blandning: [{vikt: 1/2, nyckel: {andel av: befolkning}}, {vikt: 1/2, nyckel: {andel av: yta}}]}",
            [("befolkning", 1000, 1004), ("yta", 1000, 1004)],
        ),
        ("fördelning: {andel av: befolkning}\ngränser: {tak: 1003 kr}", [("befolkning", 1003, 1003)]),
        ("fördelning: {andel av: befolkning}\ngränser: {golv: 1200 kr}", [("befolkning", 1200, 1200)]),
    ],
)
def test_the_pot_is_divided_anew(rule: str, expected: list[tuple[str, int, int]]) -> None:
    found = asked(divide(POT + rule, PEOPLE, AREA), PEOPLE, AREA)
    assert not isinstance(found, Text)
    assert [(one.series.key.figure, one.before_kr, one.after_kr) for one in found] == expected


def test_one_more_inhabitant_is_told_before_rounding() -> None:
    found = asked(divide(POT + "fördelning: {andel av: befolkning}", PEOPLE), PEOPLE)
    assert (
        sensitivity_document(found, SV)["figures"][0]["one_more_inhabitant_kr"] == "7.481296758105"
    )  # 4000·101/401 − 1000


def test_the_sentence_says_what_is_changed_and_what_it_gives() -> None:
    found = asked(divide(POT + "fördelning: {andel av: befolkning}", PEOPLE), PEOPLE)
    assert plain_spaces(sensitivity_document(found, SV)["figures"][0]["text"]) == (
        "1 % fler invånare (100 → 101), och allt annat lika, skulle ge 7 kr mer. "
        "En invånare till skulle ge 7,48 kr, före avrundning."
    )


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("fördelning: lika", "nyckeln använder inga underlag som kan ändras"),
        ("fördelning: {lista: yta}", "nyckeln använder inga underlag som kan ändras"),
        ("fördelning: ej publicerad", "potten är inte beräknad: fördelningsnyckeln är inte publicerad"),
        ("fördelning: {andel av: befolkning, per: ej funnet}", "potten är inte beräknad: datumet för underlaget"),
    ],
)
def test_why_it_cannot_be_said(rule: str, why: str) -> None:
    reason = sensitivity_document(asked(divide(POT + rule, PEOPLE, AREA), PEOPLE, AREA), SV)
    assert reason["figures"] == []
    assert reason["reason"].startswith(why)


def test_who_is_outside_the_pot_is_told_so() -> None:
    pot = divide("belopp: 10 kr\ntill: {grupp: regioner, utom: ['01']}\nfördelning: {andel av: befolkning}", PEOPLE)
    assert asked(pot, PEOPLE) == Text(
        "{who} är inte med i potten", "{who} has no part in the pot", {"who": "Region 01"}
    )


@TEST
@given(
    st.integers(0, 10**9),
    st.sampled_from(["{andel av: w}", "{grundbelopp: 2 kr, resten: {andel av: w}}"]),
    st.sampled_from(["", "gränser: {tak: 900 kr}\n", "gränser: {golv: 1 kr}\n"]),
    weights(least=2),
)
def test_what_one_gains_the_others_lose(total: int, key: str, bounds: str, values: dict[str, int]) -> None:
    register, code = regions(*sorted(values)), min(values)
    total += 2 * len(values)
    pot = divide(f"belopp: {total} kr\ntill: regioner\nfördelning: {key}\n{bounds}", figure(values), register=register)
    found = asked(pot, figure(values), code=code, register=register)
    assert not isinstance(found, Text)
    (one,) = found
    before, after = kronor_of(one.before), kronor_of(one.after)
    assert sum(after.values()) + one.after.lapsed_kr + one.after.undistributed_kr == total
    assert one.difference_kr == after[code] - before[code] >= 0
    others = sum(after[other] - before[other] for other in before if other != code)
    assert others == one.before.undistributed_kr - one.after.undistributed_kr - one.difference_kr
