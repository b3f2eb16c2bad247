"""What a sum is for, in words of the document."""

from __future__ import annotations

import pytest

from tests.drafting.roles.reading import judged

PURPOSES = (
    (
        "Regeringen avsätter 9 miljoner kronor för att laga gamla läktare, säger ministern.",
        "laga gamla läktare",
    ),
    ("Regeringen avsätter 9 miljoner kronor till regionerna för att laga läktare.", "laga läktare"),
    ("9 miljoner kronor 2031 till trygga och ljusa läktare.", "trygga och ljusa läktare"),
    ("Regeringen avsätter 9 miljoner kronor.", ""),
    (
        "# Läktare\n\n## Trygga läktare i hela landet\n\nRegeringen avsätter 9 miljoner kronor.",
        "Trygga läktare i hela landet",
    ),
    ("8 miljoner kronor till sand för läktare och drygt 9 miljoner kronor till regionerna.", "sand för läktare"),
    ("9 miljoner kronor till sammanhållna, ljusa och trygga läktare.", "sammanhållna, ljusa och trygga läktare"),
    ("9 miljoner kronor avsätts till läktarområdet.", "läktarområdet"),
    ("Detta ingår:\n\n* Bättre läktare i norr, 9 miljoner kronor\n* Sand, 8 miljoner kronor", "Bättre läktare i norr"),
)


@pytest.mark.parametrize(("text", "purpose"), PURPOSES)
def test_the_purpose_is_taken_from_the_document(text: str, purpose: str) -> None:
    assert judged(text)[0].purpose == purpose


def test_a_long_purpose_is_cut_after_at_most_eight_words() -> None:
    [amount] = judged("9 miljoner kronor för att laga och måla alla gamla fina läktare i hela landet och på öarna.")
    assert amount.purpose == "laga och måla alla gamla fina läktare"


def test_the_section_is_the_heading_over_the_sum() -> None:
    [amount] = judged("# Läktare\n\n## Läktare i norr\n\nRegeringen avsätter 9 miljoner kronor.")
    assert amount.section == "Läktare i norr"


def test_a_sum_under_a_heading_with_a_sum_is_for_the_same() -> None:
    purposes = [
        amount.purpose
        for amount in judged(
            "# Läktare\n\n## 9 miljoner kronor för trygga läktare\n\nRegionerna får 8 miljoner kronor."
        )
    ]
    assert purposes == ["trygga läktare", "trygga läktare"]
