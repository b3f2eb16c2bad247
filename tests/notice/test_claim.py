"""A claim that notice came earlier: true, false or open, against which years, and whether it lasted."""

from __future__ import annotations

import pytest

from overens.notice.claim import claim_words, weigh_claim
from overens.notice.lead_time import KnownSum, LeadTime, measure
from tests.builders import EN, plain_spaces, when


def lead(year: int, words: str) -> LeadTime:
    found = measure([KnownSum(10, 10, 10, when(words))], year)
    assert found is not None
    return found


SERIES = {
    2021: lead(2021, "2020-12-01"),
    2022: lead(2022, "2022-02-01"),
    2023: lead(2023, "2023-02-01"),
    2024: lead(2024, "2023-12-20"),
    2025: lead(2025, "2025-02-01"),
}


def test_it_holds_against_the_year_before_but_not_against_all_and_did_not_last() -> None:
    verdict = weigh_claim(SERIES, 2024)

    assert verdict is not None
    assert (verdict.holds, verdict.before_year, verdict.before_budgets, verdict.lasted) == (True, True, False, False)
    assert (list(verdict.earlier_than), list(verdict.not_earlier_than)) == ([2022, 2023], [2021])
    words = plain_spaces(claim_words(verdict).say())
    assert words == (
        "Påståendet stämmer för 2024: hälften av pengarna var kända 12 dagar före årsskiftet eller tidigare, och det var "
        "tidigare än 2022–2023. Det var inte tidigare än 2021 (31 dagar före årsskiftet). Det höll inte i sig: 2025 "
        "(31 dagar efter årsskiftet). Det kom efter budgetarna: 20 dagar efter den 30 november, då 0 % var känt."
    )
    assert "The claim holds for 2024" in claim_words(verdict).say(EN)


@pytest.mark.parametrize(
    ("words", "holds", "sentence"),
    [
        (
            "2024-01-02",
            False,
            "Påståendet stämmer inte för 2024: hälften av pengarna blev kända 1 dag efter årsskiftet",
        ),
        ("2024-01-01", True, "kända samma dag som årsskiftet eller tidigare"),
        ("2023-10-01", True, "Det kom före budgetarna: 60 dagar före den 30 november."),
        ("2023", True, "Om det kom före budgetarna lämnar källorna öppet"),
        ("2024-01", None, "Om påståendet stämmer för 2024 går inte att avgöra"),
    ],
)
def test_the_sentence_follows_the_series(words: str, holds: bool | None, sentence: str) -> None:
    verdict = weigh_claim({2023: SERIES[2023], 2024: lead(2024, words)}, 2024)

    assert verdict is not None
    assert verdict.holds is holds
    assert sentence in plain_spaces(claim_words(verdict).say())


def test_against_a_year_whose_month_alone_is_known_it_may_be_open() -> None:
    verdict = weigh_claim({2023: lead(2023, "2022-12"), 2024: SERIES[2024]}, 2024)

    assert verdict is not None
    assert (list(verdict.undecided), verdict.holds, verdict.lasted) == ([2023], None, None)
    assert "Mot 2023 (16 dagar före årsskiftet) lämnar källorna det öppet." in claim_words(verdict).say()
    assert "Om det höll i sig vet vi inte än." in claim_words(verdict).say()


def test_it_lasted_if_every_later_year_was_in_time() -> None:
    verdict = weigh_claim({**SERIES, 2025: lead(2025, "2024-12-31")}, 2024)

    assert verdict is not None
    assert verdict.lasted is True
    assert "Det höll i sig: 2025 (1 dag före årsskiftet)." in claim_words(verdict).say()


def test_a_year_without_money_has_no_verdict() -> None:
    assert weigh_claim(SERIES, 2031) is None
