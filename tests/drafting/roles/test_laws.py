"""Whatever the text, every sum is judged once, in order, and in time that grows with the text."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from tests.drafting.roles.reading import judged, laid_out, mentions_in

_PIECES = st.sampled_from(
    (
        "9 miljoner kronor",
        "90 miljoner kronor 2033",
        "8 tusen kronor",
        "varav ",
        " till regionerna ",
        "Socialstyrelsen får använda ",
        ", dels ",
        ". ",
        "\n\n",
        "\n* ",
        "\n\n## ",
        "# ",
        " och ",
        " per ",
        "totalt ",
        "av de ",
        "\r\n",
        "\u00ad",
    )
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_every_sum_is_judged_once_and_in_order(text: str) -> None:
    expected = list(mentions_in(laid_out(text)))
    assert [amount.mention for amount in judged(text)] == expected


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_every_purpose_stands_in_the_document_and_is_short(text: str) -> None:
    words = laid_out(text).text.split()
    for amount in judged(text):
        assert len(amount.purpose.split()) <= 8
        assert all(word.strip(" ,") in " ".join(words) for word in amount.purpose.split())


def test_a_sentence_without_end_takes_time_that_grows_with_it() -> None:
    def seconds(times: int) -> float:
        text = "9 miljoner kronor till regionerna, varav Boverket får använda " * times
        begun = time.process_time()
        judged(text)
        return time.process_time() - begun

    seconds(10)
    assert seconds(4000) < 12 * max(seconds(1000), 0.05)
