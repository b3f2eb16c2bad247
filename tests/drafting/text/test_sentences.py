"""A sentence ends where a Swede would end it."""

import pytest

from overens.drafting.page import lay_out_page
from overens.intake.lexicon import shipped_lexicon


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        ("Pengarna delas. Alla får.", ["Pengarna delas.", "Alla får."]),
        ("Det gäller bl.a. Uppsala och t.ex. Skåne. Slut.", ["Det gäller bl.a. Uppsala och t.ex. Skåne.", "Slut."]),
        (
            "Medel avsätts fr.o.m. 2025 och prop. 2024/25:1 följs.",
            ["Medel avsätts fr.o.m. 2025 och prop. 2024/25:1 följs."],
        ),
        ("Summan är 1.500.000 kronor. Den betalas.", ["Summan är 1.500.000 kronor.", "Den betalas."]),
        ("Senast den 1. 12 dagar senare.", ["Senast den 1. 12 dagar senare."]),
        ("Det kostar 5 miljoner. 20 miljoner återstår.", ["Det kostar 5 miljoner.", "20 miljoner återstår."]),
        ("Vem får? Alla! Så är det.", ["Vem får?", "Alla!", "Så är det."]),
        ("Han sade ”nej.” Sedan gick han.", ["Han sade ”nej.”", "Sedan gick han."]),
        ("# En rubrik. Med punkt", ["En rubrik. Med punkt"]),
    ],
)
def test_sentences(source: str, sentences: list[str]) -> None:
    page = lay_out_page(source, shipped_lexicon().text)
    assert [page.text[s.start : s.end].strip() for s in page.sentences] == sentences


def test_a_position_leads_to_its_sentence_and_block() -> None:
    page = lay_out_page("# Titel\n\nFörst. Sedan.", shipped_lexicon().text)
    sentence = page.sentence_at(page.text.index("Sedan") + 2)
    assert sentence is not None
    assert page.text[sentence.start : sentence.end] == "Sedan."
    block = page.block_at(sentence.start)
    assert block is page.blocks[sentence.block]
