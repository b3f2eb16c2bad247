"""overens fmt FILE… [--check] [--diff]."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from overens.cli.command import Command, unwrapped
from overens.cli.language import language, t
from overens.cli.options import Common, FilePath, Form, common_params, read_common
from overens.cli.output import emit
from overens.cli.summaries import summaries

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
                    "Skriv inget; slutkod 1 om något skulle ändras.", "Write nothing; exit code 1 if anything would change."
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
            *[p for p in common_params(dated=False, table=False) if p.name != "library" and p.name != "out"],
        ],
        epilog=unwrapped(
            "Exempel: overens fmt --check mitt-bibliotek · overens fmt - < avtal.yaml",
            "Example: overens fmt --check my-library · overens fmt - < agreement.yaml",
        ),
    )


def _run(paths: tuple[Path, ...], only_check: bool, diff: bool, drop_comments: bool, **options: Any) -> int:
    from overens.usecases.documents.rewrite import rewrite_document
    from overens.usecases.rewrite import rewrite_files, save

    common = read_common(options)
    writes = not (only_check or diff)
    if STDIN in paths:
        return _from_stdin(common, paths, only_check=only_check, diff=diff, drop_comments=drop_comments)
    files = rewrite_files(paths, drop_comments=drop_comments)
    if writes:
        save(files)

    def show(page: Any) -> None:
        from overens.cli.show.rewrite import show_rewritten

        show_rewritten(page, files, is_written=writes, with_difference=diff)

    emit(common, lambda: rewrite_document(files, language(), is_written=writes), None, show)
    return 1 if any(file.problems or (file.is_changed and not writes) for file in files) else 0


def _from_stdin(
    common: Common, paths: tuple[Path, ...], *, only_check: bool, diff: bool, drop_comments: bool
) -> int:
    """Rewrite what comes on standard input: the text goes to standard output, what is said of it elsewhere."""
    from overens.cli.show.rewrite import show_rewritten
    from overens.usecases.documents.rewrite import rewrite_document
    from overens.usecases.rewrite import rewrite_bytes
    from overens.writing.tree import LARGEST_FILE

    if len(paths) > 1:
        raise click.UsageError(
            t("'-' (standard in) står för sig, utan andra filer.", "'-' (standard input) stands alone, without files.")
        )
    raw = click.get_binary_stream("stdin").read(LARGEST_FILE + 1)
    file = rewrite_bytes(raw, file="-", drop_comments=drop_comments)
    if common.form is Form.JSON or only_check or diff:
        emit(
            common,
            lambda: rewrite_document([file], language(), is_written=False),
            None,
            lambda page: show_rewritten(page, [file], is_written=False, with_difference=diff),
        )
        return 1 if file.problems or (file.is_changed and (only_check or diff)) else 0
    for problem in file.problems:
        click.echo(problem.say(language()), err=True)
    click.echo(file.new or "", nl=False)
    return 1 if file.problems else 0
