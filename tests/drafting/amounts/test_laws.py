"""Laws of every reading of sums: no text raises, spans lie in the text in order, and the words are the document's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from overens.drafting.model import Hedge
from overens.vocabulary.wording import whole_number
from tests.drafting.amounts.reading import read_amounts

_WORDS = (
    "000 2024 2023–2025 miljoner miljard miljo-ner kronor konor kr mnkr tusen och respektive till drygt högst två hundra "
    "euro årligen därefter som varje Å"
)
_PHRASES = ("från och med", "per år", "per dos", "en halv", "# ", "* ", "| ", "\r\n", "\n\n", "a\u030a")
_SIGNS = "0123456789 \n.,:-–/½(€\u00a0\u2009\u00ad"
_PIECES = st.sampled_from([*_SIGNS, *_WORDS.split(), *_PHRASES])
_TEXTS = (
    st.lists(_PIECES, max_size=60).map("".join) | st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=80)
)


@given(_TEXTS)
def test_spans_lie_in_the_text_in_order_and_say_what_the_document_says(text: str) -> None:
    last = 0
    for found in read_amounts(text, dated="2024"):
        assert last <= found.span.start < found.span.end <= len(text)
        assert found.text == text[found.span.start : found.span.end]
        assert found.kr >= 0
        assert found.exact_to >= 1
        last = found.span.end


@given(st.integers(1, 10**14), st.sampled_from(["kronor", "kr"]))
def test_whole_kronor_are_read_back(kr: int, unit: str) -> None:
    text = f"{whole_number(kr)} {unit}"
    assert [(one.text, one.kr, one.exact_to, one.printed_as) for one in read_amounts(f"Länet får {text}.")] == [
        (text, kr, 1, "")
    ]


@given(st.integers(1, 99_999), st.sampled_from(list(Hedge)))
def test_a_hedge_changes_no_sum(tenths: int, hedge: Hedge) -> None:
    word = {"exakt": "", "minst": "drygt ", "nästan": "knappt ", "ungefär": "cirka ", "högst": "högst "}[hedge.value]
    [found] = read_amounts(f"Länet får {word}{tenths // 10},{tenths % 10} miljoner kronor.")
    assert (found.kr, found.hedge) == (tenths * 100_000, hedge)
