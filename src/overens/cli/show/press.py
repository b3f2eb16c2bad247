"""An announcement -> its text in the terminal; tables in millions, since whole kronor need the width of a paper."""

from __future__ import annotations

from overens.cli.language import language, t
from overens.cli.show.page import Page
from overens.cli.show.parts import mkr
from overens.export.csv_table import Cell
from overens.export.manuscript import Block, Bullets, Heading, Manuscript, Note, Paragraph, ShownTable, cell_said, said


def show_press(page: Page, manuscript: Manuscript) -> None:
    """Print the announcement."""
    page.line(said(manuscript.title, language()))
    for block in manuscript.blocks:
        _show(page, block)


def _show(page: Page, block: Block) -> None:
    match block:
        case Heading():
            page.heading(said(block.text, language()))
        case Paragraph():
            if block.lead:
                page.blank()
            page.line(said(block.text, language()))
        case Note():
            page.blank()
            page.line(said(block.text, language()), dim=True)
        case Bullets():
            page.notes(said(item, language()) for item in block.items)
        case ShownTable() if any(block.numbers):
            _show_table(page, block)
        case ShownTable():  # words: each row as a sentence, since columns of them are too narrow
            page.notes(": ".join(_cell(one) for one in row if one is not None) for row in block.rows)


def _show_table(page: Page, shown: ShownTable) -> None:
    page.line(
        t("Miljoner kronor; hela kronor finns i de andra formerna.", "Millions of kronor; the other forms have all.")
    )
    numbers = [n for n, number in enumerate(shown.numbers) if number]
    page.table(
        [said(one, language()) for one in shown.headings],
        [[_cell(one) for one in row] for row in shown.rows],
        right=numbers,
        total=[_cell(one) for one in shown.sums] if shown.total is not None else None,
    )


def _cell(value: Cell) -> str:
    return mkr(value) if isinstance(value, int) else cell_said(value, language())
