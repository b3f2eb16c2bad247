"""overens check [PATH…]."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from overens.cli.command import Command
from overens.cli.language import language, t
from overens.cli.options import common_params, read_common
from overens.cli.output import emit
from overens.cli.parameter_types import FilePath, Today
from overens.cli.summaries import summaries
from overens.vocabulary.problems import blocking


def build() -> click.Command:
    """Return the command."""
    return Command(
        "check",
        callback=_run,
        help=summaries()["check"],
        params=[
            click.Argument(
                ["paths"],
                nargs=-1,
                type=FilePath(),
                metavar=t("[FIL ELLER MAPP]…", "[FILE OR FOLDER]…"),
            ),
            click.Option(
                ["--contradictions"], is_flag=True, help=t("Lista motsägelserna.", "List the contradictions.")
            ),
            click.Option(
                ["--sources"],
                is_flag=True,
                help=t(
                    "Lista värden vars källa inte går att slå upp.", "List values whose source cannot be looked up."
                ),
            ),
            click.Option(
                ["--cross-checks"],
                is_flag=True,
                help=t(
                    "Lista vad avtalen säger om året före, och om det stämmer.",
                    "List what agreements say of the year before, and whether it agrees.",
                ),
            ),
            click.Option(
                ["--today"],
                type=Today(),
                default="idag",
                metavar=t("DATUM", "DATE"),
                help=t(
                    "Dagen som källornas 'kontrollerad' prövas mot (förvalt: i dag).",
                    "The day that each source's 'kontrollerad' is held against (default: today).",
                ),
            ),
            *common_params(dated=False),
        ],
        epilog=t(
            "Slutkod 1 om det finns fel; varningar och motsägelser är inga fel.",
            "Exit code 1 if there are errors; warnings and contradictions are none.",
        ),
    )


def _run(
    paths: tuple[Path, ...], contradictions: bool, sources: bool, cross_checks: bool, today: date, **options: Any
) -> int:
    from overens.usecases.check import check
    from overens.usecases.documents.overviews import check_document
    from overens.usecases.tables import problems_table

    common = read_common(options)
    answer = check(list(common.libraries), list(paths), today)

    def show(page: Any) -> None:
        from overens.cli.show.check import Lists, show_check

        show_check(page, answer, Lists(contradictions, sources, cross_checks))

    emit(common, lambda: check_document(answer, language()), lambda: problems_table(answer), show)
    return 1 if blocking(list(answer.problems)) else 0
