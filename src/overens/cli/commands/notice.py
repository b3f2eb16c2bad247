"""overens notice "region jönköpings län" 2024."""

from __future__ import annotations

from typing import Any

import click

from overens.agreement.label import Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.language import language, t
from overens.cli.options import YearNumber, common_params, find_place, read_common, sound_library
from overens.cli.output import emit
from overens.cli.show.page import Page
from overens.cli.summaries import summaries

LETTER = 72
"""Columns of a letter: what a mail shows without breaking lines of its own."""


def build() -> click.Command:
    """Return the command."""
    return Command(
        "notice",
        callback=_run,
        help=summaries()["notice"],
        params=[
            click.Argument(["name"], metavar=t("NAMN", "NAME")),
            click.Argument(["year"], type=YearNumber(), metavar=t("ÅR", "YEAR")),
            *common_params(table=False),
        ],
        epilog=unwrapped(
            'Exempel: overens notice "region jönköpings län" 2024 · overens notice nässjö 2024 --as-known-on 2024-02-01',
            'Example: overens notice "region jönköpings län" 2024 · overens notice nässjö 2024 --as-known-on 2024-02-01',
        ),
    )


def _run(name: str, year: int, **options: Any) -> int:
    from overens.usecases.notice import write_notice

    common = read_common(options)
    library = sound_library(common, Wanted(year=year))
    letter = write_notice(library, find_place(library, name), year, common.as_known_on)

    def document() -> dict[str, Any]:
        from overens.usecases.documents.notice import notice_document

        return notice_document(letter, language())

    def show(page: Page) -> None:
        from overens.cli.show.notice import show_notice

        show_notice(page, letter)

    emit(common, document, None, show, width=LETTER)
    return 0
