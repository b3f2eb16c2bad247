"""overens fmt FILE… [--check] [--diff]."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from overens.cli.command import Command, unwrapped
from overens.cli.language import count, language, t
from overens.cli.options import Form, common_params, read_common, stdin_alone
from overens.cli.output import emit
from overens.cli.parameter_types import FilePath
from overens.cli.summaries import summaries

if TYPE_CHECKING:
    from overens.usecases.rewrite import Rewritten

STDIN = Path("-")


def build() -> click.Command:
    """Return the command."""
    return Command(
        "fmt",
        callback=_run,
        help=summaries()["fmt"],
        params=[
            click.Argument(
                ["paths"], nargs=-1, required=True, type=FilePath(), metavar=t("FIL ELLER MAPP…", "FILE OR FOLDER…")
            ),
            click.Option(
                ["--check", "only_check"],
                is_flag=True,
                help=t(
                    "Skriv inget; slutkod 1 om något skulle ändras.",
                    "Write nothing; exit code 1 if anything would change.",
                ),
            ),
            click.Option(
                ["--diff"], is_flag=True, help=t("Visa ändringen; skriv inget.", "Show the change; write nothing.")
            ),
            click.Option(
                ["--drop-comments"],
                is_flag=True,
                help=t(
                    "Ta bort kommentarer (# …) i stället för att vägra.", "Drop comments (# …) instead of refusing."
                ),
            ),
            *[p for p in common_params(dated=False, table=False) if p.name not in {"library", "out"}],
        ],
        epilog=unwrapped(
            "Exempel: overens fmt --check mitt-bibliotek · overens fmt - < avtal.yaml",
            "Example: overens fmt --check my-library · overens fmt - < agreement.yaml",
        ),
    )


def _run(paths: tuple[Path, ...], only_check: bool, diff: bool, drop_comments: bool, **options: Any) -> int:
    from overens.usecases.documents.rewrite import rewrite_document
    from overens.usecases.rewrite import rewrite_bytes, rewrite_files
    from overens.writing.tree import LARGEST_FILE

    common = read_common(options)
    only_tells = only_check or diff
    if STDIN not in paths:
        files = rewrite_files(paths, drop_comments=drop_comments)
    elif len(paths) > 1:
        raise click.UsageError(stdin_alone())
    else:
        raw = sys.stdin.buffer.read(LARGEST_FILE + 1) if sys.stdin else b""
        files = [rewrite_bytes(raw, file="-", drop_comments=drop_comments)]
        if common.form is Form.PEOPLE and not only_tells:
            return _to_stdout(files[0])
    if not only_tells:
        _save_all(files)

    def show(page: Any) -> None:
        from overens.cli.show.rewrite import show_rewritten

        show_rewritten(page, files, is_written=not only_tells, with_difference=diff)

    emit(common, lambda: rewrite_document(files, language(), is_written=not only_tells), None, show)

    def fails(file: Rewritten) -> bool:
        return bool(file.problems) or (file.is_changed and only_tells)

    return 1 if any(map(fails, files)) else 0


def _save_all(files: Sequence[Rewritten]) -> None:
    """Write the changed files; where something stops it half way, say how many were written."""
    from overens.cli.main import INTERRUPTED
    from overens.usecases.rewrite import save

    written = 0
    try:
        for file in files:
            written += save(file)
    except (KeyboardInterrupt, OSError) as stopped:
        n = count(written, ("fil", "filer"), ("file", "files"))
        click.echo(
            t(
                "Avbrutet. {n} hann skrivas om, var och en hel; kör igen för resten.",
                "Interrupted. {n} rewritten by then, each whole; run again for the rest.",
                n=n,
            ),
            err=True,
        )
        if isinstance(stopped, OSError):
            raise
        raise click.exceptions.Exit(INTERRUPTED) from None


def _to_stdout(file: Any) -> int:
    """Write the new text to standard output, or why there is none to standard error."""
    for problem in file.problems:
        click.echo(problem.say(language()), err=True)
    click.echo(file.new or "", nl=False)
    return 1 if file.problems else 0
