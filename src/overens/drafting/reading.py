"""A document's text -> everything that it says: tables, amounts with their roles, dates, names and passages."""

from __future__ import annotations

from dataclasses import dataclass

from overens.drafting.amounts.find import find_amounts
from overens.drafting.dates.find import find_dates
from overens.drafting.lexicon import Lexicon
from overens.drafting.model import Passage, ReadAmount, ReadDate, ReadName, ReadTable
from overens.drafting.names.find import find_names
from overens.drafting.page import Page, lay_out_page
from overens.drafting.passages.find import find_passages
from overens.drafting.roles.judge import judge_amounts
from overens.drafting.tables.find import find_tables
from overens.drafting.tables.settle import settle_tables
from overens.vocabulary.recipients import Register


@dataclass(frozen=True)
class ReadDocument:
    """What one document says, in text order. Every value has its span in the document as it was read."""

    page: Page
    amounts: tuple[ReadAmount, ...]
    tables: tuple[ReadTable, ...]
    dates: tuple[ReadDate, ...]
    names: tuple[ReadName, ...]
    passages: tuple[Passage, ...]


def read_source(source: str, lexicon: Lexicon, register: Register, *, dated: str = "") -> ReadDocument:
    """Read a document. The same text and lexicon give the same reading; no text raises.

    Args:
        source: The document, newlines untouched.
        lexicon: The words to read with.
        register: The recipients whose names are known.
        dated: What is known from elsewhere of when it was published: "2023-12-20", "2023-12", "2023" or "".
    """
    page = lay_out_page(source, lexicon.text, dated=dated)
    tables, taken = find_tables(page, lexicon, register)
    mentions = find_amounts(page, lexicon, taken)
    amounts = judge_amounts(page, mentions, lexicon)
    return ReadDocument(
        page,
        tuple(amounts),
        tuple(settle_tables(tables, mentions, page, lexicon.tables)),
        tuple(find_dates(page, lexicon)),
        tuple(find_names(page, lexicon)),
        tuple(find_passages(page, lexicon)),
    )
