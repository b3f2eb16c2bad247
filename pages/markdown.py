"""Rows and words -> Markdown that reads well both as text and as a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

GENERATED = "<!-- Skriven av `make docs`. Ändra inte här: ändra biblioteket, eller texterna i mappen pages. -->"


def page(title: str, *parts: str) -> str:
    """Return a whole page: title, the word that it is generated, and its parts with a blank line between."""
    return "\n\n".join([f"# {title}", GENERATED, *(part for part in parts if part)]) + "\n"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Return a table; what stands in a cell is kept on one line.

    Args:
        right: The columns whose numbers are set to the right.
    """
    rule = ["---:" if n in right else "---" for n in range(len(headings))]
    return "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in (headings, rule, *rows))


def bullets(lines: Iterable[str]) -> str:
    """Return the lines as a list."""
    return "\n".join(f"- {_one_line(line)}" for line in lines)


def sentence(words: str) -> str:
    """Return the words with a capital first and a full stop last.

    >>> sentence("ingen nyckel är funnen")
    'Ingen nyckel är funnen.'
    """
    text = _one_line(words)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")


def code(words: str) -> str:
    """Return the words set as they are typed."""
    return f"`{words}`"


def _cell(words: str) -> str:
    return _one_line(words).replace("|", "\\|")


def _one_line(words: str) -> str:
    return " ".join(words.split(" ")).replace("\n", " ").strip()
