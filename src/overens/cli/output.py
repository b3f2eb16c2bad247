"""An answer in the form asked for -> the terminal, a pipe or a file."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from overens.cli.language import language, t
from overens.cli.options import Common, Form
from overens.export.csv_table import Table, to_csv, to_excel_csv
from overens.export.write_file import write_whole
from overens.vocabulary.problems import Problem

if TYPE_CHECKING:
    from rich.console import Console


def emit(
    common: Common,
    document: Callable[[], dict[str, Any]],
    table: Callable[[], Table] | None,
    show: Callable[[Console], None],
) -> None:
    """Give the answer as JSON, as CSV or to people."""
    match common.form:
        case Form.JSON:
            text = json.dumps(document(), ensure_ascii=False, indent=2) + "\n"
        case Form.CSV:
            text = to_csv(_table(table), language())
        case Form.EXCEL:
            text = to_excel_csv(_table(table), language())
        case Form.PEOPLE:
            if common.out is None:
                show(_console())
                return
            text = _as_text(show)
    if common.out is not None:
        write_whole(common.out, text)
        click.echo(t("Skrev {file}.", "Wrote {file}.", file=str(common.out)), err=True)
    else:
        sys.stdout.write(text)


def _table(table: Callable[[], Table] | None) -> Table:
    assert table is not None, "this command has no CSV form"
    return table()


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def _as_text(show: Callable[[Console], None]) -> str:
    from rich.console import Console

    out = io.StringIO()
    show(Console(file=out, width=100, highlight=False))
    return out.getvalue()


def print_problems(problems: list[Problem]) -> None:
    """Print problems to stderr, one a line, with their number."""
    for problem in problems:
        click.echo(problem.say(language()), err=True)
    n = str(len(problems))
    click.echo(t("{n} problem. Inget har beräknats.", "{n} problems. Nothing has been computed.", n=n), err=True)
