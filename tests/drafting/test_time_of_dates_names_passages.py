from __future__ import annotations

from time import process_time

import pytest

from overens.drafting.dates.find import find_dates
from overens.drafting.names.find import find_names
from overens.drafting.page import lay_out_page
from overens.drafting.passages.find import find_passages
from overens.intake.lexicon import shipped_lexicon


@pytest.mark.parametrize(
    "piece",
    [
        "1 mars, ",
        "mars och ",
        "1 mars till ",
        "1-",
        "överenskommelsen om vård och ",
        "överenskommelsen om a, b, ",
        "medel efter antal ",
        "1",
    ],
)
def test_ten_times_the_text_takes_no_hundred_times_as_long(piece: str) -> None:
    """The ratio would be near a hundred if anything were quadratic; machines that wait make it more than ten."""
    lexicon = shipped_lexicon()

    def seconds(length: int) -> float:
        page = lay_out_page(piece * (length // len(piece)), lexicon.text)
        start = process_time()
        for find in (find_dates, find_names, find_passages):
            find(page, lexicon)
        return process_time() - start

    seconds(2_000)
    assert seconds(100_000) < 40 * seconds(10_000) + 0.2
