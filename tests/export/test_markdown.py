"""Markdown shows the words, whatever signs they hold, in every reader."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.export.csv_table import Table
from overens.export.manuscript import Bullets, Heading, Manuscript, Note, Paragraph, ShownTable
from overens.export.markdown import escape, to_markdown
from overens.vocabulary.wording import Language, plain

HOSTILE = "# *A|B* <script>`x`</script> [l](http://x)\n- 1. _b_ \\ ~c~ &lt;" + "å" * 200


def manuscript(words: str) -> Manuscript:
    text = plain(words)
    table = Table(text, ("name", "kr_kr"), (text, text), ((words, 1000), (words, None)))
    blocks = (Heading(text), Paragraph(text), Bullets((text, text)), Note(text))
    return Manuscript(text, (*blocks, ShownTable("t", table, table.names, text, text)))


def test_each_block_has_its_form() -> None:
    assert to_markdown(manuscript("ord"), Language.SWEDISH) == (
        "# ord\n\n## ord\n\nord\n\n- ord\n- ord\n\n*ord*\n\nord\n\n"
        "| ord | ord |\n| :--- | ---: |\n| ord | 1\u00a0000 |\n| ord | – |\n| ord | 1\u00a0000 |\n"
    )


def test_hostile_words_add_no_heading_list_column_or_line() -> None:
    plain_lines = to_markdown(manuscript("ord"), Language.SWEDISH).splitlines()
    lines = to_markdown(manuscript(HOSTILE), Language.SWEDISH).splitlines()
    assert len(lines) == len(plain_lines)
    for line, like in zip(lines, plain_lines, strict=True):
        assert len(re.findall(r"(?<!\\)\|", line)) == like.count("|")
        assert line.startswith("#") == like.startswith("#")
        assert not re.search(r"(?<!\\)[<`\[]", line)


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("# rubrik", "\\# rubrik"),
        ("- punkt", "\\- punkt"),
        ("+ punkt", "\\+ punkt"),
        ("12. punkt", "12\\. punkt"),
        ("12) punkt", "12\\) punkt"),
        ("=== rad", "\\=== rad"),
        ("12 345 kr", "12 345 kr"),
        ("a_b och _c_", "a_b och \\_c\\_"),
        ("Malmö – Lund", "Malmö – Lund"),
    ],
)
def test_what_markdown_obeys_is_escaped_and_nothing_else(words: str, safe: str) -> None:
    assert escape(words) == safe


@given(st.text())
def test_unescaped_it_is_what_it_was(words: str) -> None:
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escape(words)) == words
