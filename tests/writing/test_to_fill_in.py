"""'att fylla i' is told once for each place and hides nothing else; stretches lead to values that are there."""

from __future__ import annotations

import pytest

from overens.vocabulary.wording import Language
from overens.writing.faults import TO_FILL_IN
from tests.builders import agreement_text, one_pot, problems_in, said

POT = "belopp: 5 Mkr\ntill: SKR\n"


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("slag: överenskommelse", "slag: att fylla i", "slag"),
        ("status: beslutad", "status: att fylla i", "status"),
        ("avser: 2024", "avser: att fylla i", "avser"),
        ("belopp: 5 Mkr", "belopp: att fylla i", "belopp"),
        ("till: SKR", "till: att fylla i", "till"),
        ("till: SKR", "till: {grupp: myndighet, namn: att fylla i}", "namn"),
        ("till: SKR", "till: regioner\n    fördelning: att fylla i", "fördelning"),
        ("till: SKR", "till: regioner\n    fördelning: {andel av: befolkning, per: att fylla i}", "per"),
        ("till: SKR", "till: SKR\n    skyldigheter: [{vad: v, vem: att fylla i, senast: 2024, källa: k}]", "vem"),
        ("till: SKR", "till: SKR\n    villkor: att fylla i", "villkor"),
    ],
)
def test_it_is_told_once_and_nothing_else_is(before: str, after: str, key: str) -> None:
    text = one_pot(POT)
    assert before in text
    (line,) = said(problems_in(text.replace(before, after, 1)))
    assert f"'{key}' är kvar att fylla i. Skriv vad källan säger, i stället för 'att fylla i'." in line


def test_what_it_may_be_is_shown_in_both_languages() -> None:
    text = one_pot(POT + "anmärkning: att fylla i (del eller öronmärkt)\n")
    (problem,) = problems_in(text)
    assert problem.message.say() == "'anmärkning' är kvar att fylla i (del eller öronmärkt)."
    assert problem.message.say(Language.ENGLISH) == "'anmärkning' is still to be filled in (del eller öronmärkt)."


def test_a_sum_that_is_wrong_elsewhere_is_still_told() -> None:
    text = agreement_text("a: {namn: A, belopp: 5 Mkr, källa: k, till: SKR}", total="9 Mkr").replace(
        "status: beslutad", f"status: {TO_FILL_IN}"
    )
    assert len(problems_in(text)) == 2


def stretches(entries: str) -> list[str]:
    """Return what is said of a source's stretches."""
    return said(
        problems_in(one_pot(POT).replace("k: {titel: Källan}", f"k: {{titel: Källan, ställen: {{{entries}}}}}"))
    )


def test_a_stretch_is_of_a_value_that_is_there() -> None:
    assert stretches("belopp: 4–9, potter.a.belopp: 12–20") == []
    (line,) = stretches("potter.b.belopp: 4–9")
    assert "Under 'ställen' står 'potter.b.belopp', som inte finns i filen." in line


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ("belopp: 9–4", "'9–4' är inget ställe i en text."),
        ("belopp: rad 4", "'rad 4' är inget ställe i en text."),
        ('"a..b": 4–9', "'a..b' är ingen väg till ett värde."),
    ],
)
def test_a_stretch_or_path_that_cannot_be(entries: str, words: str) -> None:
    assert any(words in line for line in stretches(entries))


def test_a_fingerprint_is_of_one_kind() -> None:
    text = one_pot(POT).replace("k: {titel: Källan}", "k: {titel: Källan, fingeravtryck: abc}")
    (line,) = said(problems_in(text))
    assert "'abc' är inget fingeravtryck." in line
