"""overens press 2024 [--markdown | --docx]."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from overens.agreement.label import EVERYTHING
from overens.cli.command import Command, unwrapped
from overens.cli.extras import refuse_without
from overens.cli.language import language, t
from overens.cli.options import Common, Form, common_params, read_common, sound_library
from overens.cli.output import deliver_file, emit
from overens.cli.parameter_types import YearNumber
from overens.cli.show.page import Page
from overens.cli.summaries import summaries
from overens.vocabulary.wording import plain

if TYPE_CHECKING:
    from overens.export.manuscript import Manuscript


def build() -> click.Command:
    """Return the command."""
    return Command(
        "press",
        callback=_run,
        help=summaries()["press"],
        params=[
            click.Argument(["year"], type=YearNumber(), metavar=t("ÅR", "YEAR")),
            click.Option(
                ["--markdown", "as_markdown"],
                is_flag=True,
                help=t("Som Markdown, med tabeller.", "As Markdown, with tables."),
            ),
            click.Option(
                ["--docx", "as_docx"],
                is_flag=True,
                help=t("Som Word-dokument; ange --out.", "As a Word document; give --out."),
            ),
            *common_params(table=False),
        ],
        epilog=unwrapped(
            "Exempel: overens press 2024 · overens press 2024 --docx --out statsbidrag-2024.docx"
            " · overens press 2024 --markdown --as-known-on 2023-12-21",
            "Example: overens press 2024 · overens press 2024 --docx --out grants-2024.docx"
            " · overens press 2024 --markdown --as-known-on 2023-12-21",
        ),
    )


def _run(year: int, as_markdown: bool, as_docx: bool, **options: Any) -> int:
    from overens.usecases.citation import cite
    from overens.usecases.press_release import show_press_release
    from overens.usecases.press_text import write_press_release

    common = read_common(options)
    _check(common, as_markdown=as_markdown, as_docx=as_docx)
    library = sound_library(common, EVERYTHING)  # what is missing is told of every grant there is
    release = show_press_release(library, year, common.as_known_on)
    bare = write_press_release(release, library.register)
    address = f"overens press {year}" + (f" --as-known-on {common.as_known_on}" if common.as_known_on else "")
    citation = cite(library, bare.title, address, release.year.allocations, common.as_known_on)
    manuscript = write_press_release(release, library.register, citation if release.grants else None)
    if as_docx:
        return _give_docx(common, manuscript)
    if as_markdown:
        from overens.export.markdown import to_markdown

        deliver_file(common, to_markdown(manuscript, language()))
        return 0

    def document() -> dict[str, Any]:
        from overens.usecases.documents.citation import citation_document
        from overens.usecases.documents.press import press_document

        cited = {"citation": citation_document(citation, language())} if release.grants else {}
        return {**press_document(release, manuscript, language()), **cited}

    def show(page: Page) -> None:
        from overens.cli.show.press import show_press

        show_press(page, manuscript)

    emit(common, document, None, show)
    return 0


def _check(common: Common, *, as_markdown: bool, as_docx: bool) -> None:
    if as_markdown + as_docx + (common.form is not Form.PEOPLE) > 1:
        raise click.UsageError(
            t("Välj en av --json, --markdown och --docx.", "Choose one of --json, --markdown and --docx.")
        )
    if as_docx and common.out is None and sys.stdout.isatty():
        raise click.UsageError(
            t(
                "--docx är en fil som en terminal inte kan visa. Ange --out FIL.docx.",
                "--docx is a file that a terminal cannot show. Give --out FILE.docx.",
            )
        )


def _give_docx(common: Common, manuscript: Manuscript) -> int:
    """Write the Word document to the file, or to what stdout leads to; without the extra say which it is."""
    from overens.export.docx_file import to_docx

    try:
        packed = to_docx(manuscript, language())
    except ImportError as absent:
        return refuse_without(plain("Word"), absent, "word")
    deliver_file(common, packed)
    return 0
