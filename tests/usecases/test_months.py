"""Every shipped place's payments by month sum to what the place gets."""

from __future__ import annotations

from datetime import date

import pytest

from overens.notice.rows import Certainty
from overens.usecases.documents.months import months_document
from overens.usecases.library import open_library
from overens.usecases.months import months_table, payments_table, show_months
from overens.usecases.place import show_place
from tests.builders import REGION

LIBRARY = open_library()


@pytest.mark.parametrize("year", [2017, 2021, 2024, 2026])
def test_the_months_of_every_place_sum_to_the_place_to_the_krona(year: int) -> None:
    for who in LIBRARY.register.everyone:
        place, answer = show_place(LIBRARY, who, year), show_months(LIBRARY, who, year)
        rows = months_table(answer).rows
        assert sum(int(str(row[1])) for row in rows) == place.sum_of(Certainty.CERTAIN)
        assert sum(int(str(row[2])) for row in rows) == place.sum_of(Certainty.INFERRED)
        assert sum(one.kr for one in answer.paid.payments) == sum(sum(map(int, map(str, row[1:4]))) for row in rows)


def test_table_payments_and_document_say_the_same() -> None:
    who = LIBRARY.register.get(REGION, "06")
    assert who is not None
    answer = show_months(LIBRARY, who, 2024)
    document = months_document(answer)

    assert [one["month"] for one in document["months"]] == [row[0] for row in months_table(answer).rows if row[0]]
    assert document["month_not_found"]["certain_kr"] == (answer.paid.undated.certain_kr if answer.paid.undated else 0)
    assert len(payments_table(answer).rows) == len(document["payments"])
    assert ("2024-12", 43_275_241) in [(one["month"], one["kr"]) for one in document["payments"]]
    assert [row[0] is None for row in payments_table(answer).rows] == sorted(
        row[0] is None for row in payments_table(answer).rows
    )


def test_a_month_that_was_told_later_is_not_known_on_the_day() -> None:
    who = LIBRARY.register.get(REGION, "06")
    assert who is not None
    then = show_months(LIBRARY, who, 2024, date(2023, 12, 31)).paid

    assert then.to_earn_kr == 49_657_246
    assert then.months == (), "the payments in December 2024 were told in December 2024"
