"""What a sum is for, in words of the document."""

from __future__ import annotations

import pytest

from tests.drafting.roles.reading import judged

PURPOSES = (
    (
        "Regeringen avsätter 9 miljoner kronor för att laga gamla läktare, säger ministern.",
        "för att laga gamla läktare",
    ),
    ("Regeringen avsätter 9 miljoner kronor till regionerna för att laga läktare.", "för att laga läktare"),
    ("9 miljoner kronor 2031 till trygga och ljusa läktare.", "till trygga och ljusa läktare"),
    ("Regeringen avsätter 9 miljoner kronor.", ""),
    (
        "# Läktare\n\n## Trygga läktare i hela landet\n\nRegeringen avsätter 9 miljoner kronor.",
        "Trygga läktare i hela landet",
    ),
    ("Detta ingår:\n\n* Bättre läktare i norr, 9 miljoner kronor\n* Sand, 8 miljoner kronor", "Bättre läktare i norr"),
)


@pytest.mark.parametrize(("text", "purpose"), PURPOSES)
def test_the_purpose_is_taken_from_the_document(text: str, purpose: str) -> None:
    assert judged(text)[0].purpose == purpose


def test_a_long_purpose_is_cut_after_eight_words() -> None:
    [amount] = judged("9 miljoner kronor för att laga och måla alla gamla fina läktare i hela landet och på öarna.")
    assert amount.purpose == "för att laga och måla alla gamla fina"


def test_the_section_is_the_heading_over_the_sum() -> None:
    [amount] = judged("# Läktare\n\n## Läktare i norr\n\nRegeringen avsätter 9 miljoner kronor.")
    assert amount.section == "Läktare i norr"
