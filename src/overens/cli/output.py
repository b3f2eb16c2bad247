"""An answer in the form asked for -> the terminal, a pipe or a file."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from overens.cli.extras import refuse_without
from overens.cli.language import count, language, t
from overens.cli.options import Common, Form
from overens.cli.show.page import Page
from overens.cli.terminal import say_beside, write_answer
from overens.export.csv_table import Table, to_csv, to_excel_csv
from overens.export.write_file import write_whole
from overens.vocabulary.problems import Problem
from overens.vocabulary.wording import plain

if TYPE_CHECKING:  # what writes workbooks is loaded only where one is asked for
    from overens.export.workbook.model import Workbook


def emit(
    common: Common,
    document: Callable[[], dict[str, Any]],
    table: Callable[[], Table] | None,
    show: Callable[[Page], None],
    *,
    width: int | None = None,
    workbook: Callable[[], Workbook] | None = None,
) -> None:
    """Give the answer as JSON, as CSV, as a workbook or to people; to a file it goes whole or not at all.

    Args:
        width: Columns of the page, whatever the terminal has; None for the terminal's.
    """
    match common.form:
        case Form.JSON:
            text = json.dumps(document(), ensure_ascii=False, indent=2) + "\n"
        case Form.CSV:
            text = to_csv(_table(table), language())
        case Form.EXCEL:
            text = to_excel_csv(_table(table), language())
        case Form.PEOPLE:
            page = Page(width or _width())
            show(page)
            text = page.text()
        case Form.WORKBOOK:
            assert workbook is not None, "this command has no workbook"
            _write_workbook(common, workbook)
            return
    deliver(common, text)


def _write_workbook(common: Common, workbook: Callable[[], Workbook]) -> None:
    """Write the workbook to the file asked for, whole or not at all."""
    from overens.export.does_not_fit import DoesNotFit
    from overens.export.workbook.write import write_workbook

    assert common.out is not None, "checked as the options were read"
    try:
        content = write_workbook(workbook())
    except ModuleNotFoundError as absent:
        raise click.exceptions.Exit(refuse_without(plain("Excel"), absent, "excel")) from absent
    except DoesNotFit as large:
        say_beside(f"{large.fault.message.say(language())} {large.fault.remedy.say(language())}")
        raise click.exceptions.Exit(1) from None
    deliver_file(common, content)


def deliver(common: Common, text: str) -> None:
    """Write the text to the file asked for, whole or not at all, else to stdout."""
    if common.out is not None:
        write_whole(common.out, click.unstyle(text))
        say_beside(t("Skrev {file}.", "Wrote {file}.", file=str(common.out)))
    elif common.form is Form.PEOPLE:
        click.echo(text, nl=False)  # colour is left out where there is no terminal
    else:
        write_answer(text)


def deliver_file(common: Common, content: str | bytes) -> None:
    """Write what is a file in itself to the file asked for, whole or not at all, else to what stdout leads to."""
    if common.out is not None:
        write_whole(common.out, content)
        say_beside(t("Skrev {file}.", "Wrote {file}.", file=str(common.out)))
    elif isinstance(content, str):
        write_answer(content)
    else:
        sys.stdout.buffer.write(content)


def refuse_to_replace(path: Path) -> None:
    """Stop where the file that is to be written is there already; what it is of nobody has said."""
    if path.exists():
        raise click.UsageError(
            t("{file} finns redan och skrivs inte över.", "{file} exists and is not written over.", file=str(path))
        )


def _table(table: Callable[[], Table] | None) -> Table:
    assert table is not None, "this command has no CSV form"
    return table()


def _width() -> int:
    """Return the terminal's width, between 60 and 120 columns; 100 where there is no terminal."""
    return min(120, max(60, shutil.get_terminal_size((100, 24)).columns))


def print_problems(problems: list[Problem]) -> None:
    """Print problems to stderr, one a line, with their number."""
    for problem in problems:
        say_beside(problem.say(language()))
    n = count(len(problems), ("problem", "problem"), ("problem", "problems"))
    say_beside(t("{n}. Inget har beräknats.", "{n}. Nothing has been computed.", n=n))
