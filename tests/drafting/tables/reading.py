"""Text -> the tables in it, read with the shipped lexicon and register."""

from __future__ import annotations

from fractions import Fraction

from overens.drafting.model import AmountMention, Hedge, ReadTable, Span
from overens.drafting.page import lay_out_page
from overens.drafting.tables.find import find_tables
from overens.drafting.tables.settle import settle_tables
from overens.intake.lexicon import shipped_lexicon
from overens.intake.register import read_register

Number = Fraction | int | None
Cells = list[tuple[str, str, Number]]


def read_tables(text: str, *stated: tuple[str, int, int], hedge: Hedge = Hedge.EXACT) -> list[ReadTable]:
    """Return the tables, settled with sums that stand in the text as (words, kronor, kronor of the last digit)."""
    lexicon = shipped_lexicon()
    page = lay_out_page(text, lexicon.text)
    tables, taken = find_tables(page, lexicon, read_register())
    assert taken == sorted(taken)
    mentions = []
    for words, kr, exact_to in stated:
        at = page.text.index(words)
        span = page.span(at, at + len(words))
        mentions.append(AmountMention(span, Span(at, at + len(words)), words, kr, hedge, exact_to=exact_to))
    return settle_tables(tables, mentions, page, lexicon.tables)


def taken_words(text: str) -> list[str]:
    lexicon = shipped_lexicon()
    page = lay_out_page(text, lexicon.text)
    return [page.text[a:b] for a, b in find_tables(page, lexicon, read_register())[1]]


def cells(table: ReadTable) -> Cells:
    return [(row.name, row.code, row.value) for row in table.rows]


def totals(*tables: ReadTable) -> list[tuple[Number, bool | None]]:
    return [(table.total, table.sums) for table in tables]


def only(text: str, *stated: tuple[str, int, int], hedge: Hedge = Hedge.EXACT) -> ReadTable:
    tables = read_tables(text, *stated, hedge=hedge)
    assert len(tables) == 1
    return tables[0]
