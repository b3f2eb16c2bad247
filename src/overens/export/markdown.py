"""A document -> Markdown that shows the same words in every reader, whatever signs they hold."""

from __future__ import annotations

import re

from overens.export.manuscript import Block, Bullets, Heading, Manuscript, Note, Paragraph, ShownTable, cell_said, said
from overens.vocabulary.wording import Language, Text

_SIGNS = re.compile(r"[\\`*\[\]<>|~&]|(?<![^\W_])_|_(?![^\W_])")
"""Signs that Markdown obeys wherever they stand; an underscore within a word is only itself."""
_FIRST = re.compile(r"^(?:[#+=-]|\d{1,9}(?=[.)](?:\s|$)))")
"""What Markdown obeys at the beginning of a line: a heading, a list, a rule."""


def to_markdown(manuscript: Manuscript, language: Language) -> str:
    """Return the document as Markdown, with tables of pipes."""
    blocks = [f"# {escape(said(manuscript.title, language))}", *(_block(one, language) for one in manuscript.blocks)]
    return "\n\n".join(blocks) + "\n"


def escape(words: str) -> str:
    r"""Return words on one line that Markdown shows as they are.

    >>> escape("1. a|b *c*")
    '1\\. a\\|b \\*c\\*'
    """
    safe = _SIGNS.sub(lambda found: "\\" + found[0], words)
    return _FIRST.sub(_defused, safe)


def _defused(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _block(block: Block, language: Language) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_said(block.text, language)}"
        case Paragraph():
            return _said(block.text, language)
        case Bullets():
            return "\n".join(f"- {_said(item, language)}" for item in block.items)
        case Note():
            return f"*{_said(block.text, language)}*"
        case ShownTable():
            return _table(block, language)


def _table(shown: ShownTable, language: Language) -> str:
    rows = [*shown.rows, *([shown.sums] if shown.total is not None else [])]
    lines = [
        _line([_said(heading, language) for heading in shown.headings]),
        _line(["---:" if number else ":---" for number in shown.numbers]),
        *(_line([escape(cell_said(cell, language)) for cell in row]) for row in rows),
    ]
    return f"{_said(shown.caption, language)}\n\n" + "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _said(text: Text, language: Language) -> str:
    return escape(said(text, language))
