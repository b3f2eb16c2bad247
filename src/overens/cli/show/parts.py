"""Tables and lines for the terminal: numbers right, names whole, colour only where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text as RichText

from overens.cli.language import language
from overens.export.csv_table import Cell, Table
from overens.vocabulary.money import Amount, Precision
from overens.vocabulary.wording import Text, kronor, whole_number
from overens.vocabulary.wording import millions as in_millions


def say(text: Text) -> str:
    """Return the sentence in the language of this run."""
    return text.say(language())


def heading(console: Console, words: str) -> None:
    """Print a heading with a line of space before it."""
    console.print()
    console.print(RichText(words, style="bold"))


def line(console: Console, words: str, style: str = "") -> None:
    """Print one line of words, as it is."""
    console.print(RichText(words, style=style))


def notes(console: Console, sentences: Iterable[str]) -> None:
    """Print sentences as a list."""
    for sentence in sentences:
        grid = RichTable.grid(padding=(0, 1))
        grid.add_row("·", RichText(sentence))
        console.print(grid)


def number_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1, total: Sequence[str] | None = None
) -> RichTable:
    """Return a table whose first columns are words and the others numbers, with a total row under a line.

    Args:
        words: How many of the first columns hold words.
    """
    table = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_footer=total is not None, padding=(0, 1))
    for n, name in enumerate(headings):
        footer = total[n] if total else ""
        if n < words:
            table.add_column(name, footer=footer, overflow="fold", no_wrap=n == 0)
        else:
            table.add_column(name, footer=footer, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return table


def word_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()) -> RichTable:
    """Return a table of words that wraps, with the named columns set right."""
    table = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for n, name in enumerate(headings):
        if n in right:
            table.add_column(name, justify="right", no_wrap=True)
        else:
            table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def kr(amount: int | None) -> str:
    """Return kronor, or a dash for what is not known."""
    return "–" if amount is None else kronor(amount)


def mkr(amount: int | None) -> str:
    """Return millions with one decimal and no unit, or a dash for what is not known."""
    if amount is None:
        return "–"
    words = in_millions(amount).removesuffix("\u00a0Mkr")
    return words if "," in words else f"{words},0"


def whole_mkr(amount: int | None) -> str:
    """Return whole millions, for what was printed so; or a dash."""
    return "–" if amount is None else in_millions(amount, 0).removesuffix("\u00a0Mkr")


def amount_words(amount: Amount | None) -> str:
    """Return an amount with the sign of its precision, or a dash."""
    if amount is None:
        return "–"
    return kronor(amount.kr) if amount.precision is Precision.EXACT else str(amount)


def cell(value: Cell) -> str:
    """Return a cell of an answer's table as words."""
    match value:
        case None:
            return "–"
        case int():
            return whole_number(value)
        case Text():
            return say(value)
        case _:
            return str(value)


def plain_table(table: Table, *, words: int) -> RichTable:
    """Return an answer's table as it stands, its first columns words."""
    return number_table([say(h) for h in table.headings], [[cell(c) for c in row] for row in table.rows], words=words)
