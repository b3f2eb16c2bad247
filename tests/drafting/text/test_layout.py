"""Headings, paragraphs, items, speech, lines and rows are told apart, each under its headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.drafting.page import Page, lay_out_page
from overens.drafting.text.layout import BlockKind
from overens.intake.lexicon import shipped_lexicon


def page(source: str) -> Page:
    return lay_out_page(source, shipped_lexicon().text)


def kinds(source: str) -> list[tuple[str, str]]:
    one = page(source)
    return [(block.kind.name, one.text[block.start : block.end]) for block in one.blocks]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("# Titel\n\nText här.", [("TITLE", "Titel"), ("PARAGRAPH", "Text här.")]),
        ("Titel utan tecken\n\nEn mening till.", [("TITLE", "Titel utan tecken"), ("PARAGRAPH", "En mening till.")]),
        (
            "En mening är ingen rubrik.\n\nEn till.",
            [("PARAGRAPH", "En mening är ingen rubrik."), ("PARAGRAPH", "En till.")],
        ),
        (
            "* 20 miljoner till kommunerna\n* 30 till SKR",
            [("ITEM", "20 miljoner till kommunerna"), ("ITEM", "30 till SKR")],
        ),
        ("1. Först\n2. Sedan", [("ITEM", "1. Först"), ("ITEM", "2. Sedan")]),
        ("– Det är bra, säger ministern.", [("SPEECH", "Det är bra, säger ministern.")]),
        ("-Det är bra, säger ministern.", [("SPEECH", "-Det är bra, säger ministern.")]),
        ("– till kommunerna\n– till regionerna", [("ITEM", "till kommunerna"), ("ITEM", "till regionerna")]),
        ("| A | B |\n| --- | --- |", [("ROW", "| A | B |"), ("ROW", "| --- | --- |")]),
        ("Uppsala 12\nSkåne 45\nBlekinge 7", [("LINE", "Uppsala 12"), ("LINE", "Skåne 45"), ("LINE", "Blekinge 7")]),
        (
            "För läktarna får länen\n45 kronor till\nsand och grus.",
            [("PARAGRAPH", "För läktarna får länen\n45 kronor till\nsand och grus.")],
        ),
        ("Publicerad\n\nText här.", [("FRAME", "Publicerad"), ("PARAGRAPH", "Text här.")]),
        (
            "Överenskommelse om vård:\nDen ska bidra till mycket mer vård.",
            [("TITLE", "Överenskommelse om vård:"), ("PARAGRAPH", "Den ska bidra till mycket mer vård.")],
        ),
        (
            "50 000 kronor\nvaravhögst 4 får användas av myndigheten själv.",
            [("PARAGRAPH", "50 000 kronor\nvaravhögst 4 får användas av myndigheten själv.")],
        ),
        ("", []),
        ("\n \n", []),
    ],
)
def test_blocks(source: str, found: list[tuple[str, str]]) -> None:
    assert kinds(source) == found


def test_a_block_knows_the_headings_it_stands_under() -> None:
    one = page("# Titel\n\n## Avsnitt\n\n### Under\n\nText.\n\n## Nästa\n\nMer text.")
    under = {one.text[b.start : b.end]: [one.text[h.start : h.end] for h in one.headings_over(b)] for b in one.blocks}
    assert under["Text."] == ["Under", "Avsnitt", "Titel"]
    assert under["Mer text."] == ["Nästa", "Titel"]
    assert one.title is not None
    assert one.text[one.title.start : one.title.end] == "Titel"


@given(st.text(st.sampled_from("aÖ1 .,:|#*-–\n\r\t\u00ad>"), max_size=120) | st.text(max_size=60))
def test_every_line_with_words_is_in_one_block_and_blocks_stand_in_order(source: str) -> None:
    one = page(source)
    assert [b.start for b in one.blocks] == sorted(b.start for b in one.blocks)
    assert all(a.end <= b.start for a, b in zip(one.blocks, one.blocks[1:], strict=False))
    assert all(-1 <= block.heading < n for n, block in enumerate(one.blocks))
    covered = set().union(*(range(b.start, b.end) for b in one.blocks)) if one.blocks else set()
    signs = set("#*-–•0123456789.) |\n")
    assert not {n for n, letter in enumerate(one.text) if n not in covered and letter not in signs}
    assert all(kind in BlockKind for kind in {block.kind for block in one.blocks})
