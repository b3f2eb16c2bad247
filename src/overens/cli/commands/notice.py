"""overens notice "region jönköpings län" 2024."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from overens.agreement.label import EVERYTHING, Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.language import language, t
from overens.cli.notice_files import Letters, ManyPlaces, kind_list, write_letter, write_letters
from overens.cli.options import Common, Form, common_params, find_place, read_common, sound_library
from overens.cli.output import emit
from overens.cli.parameter_types import Today, YearNumber
from overens.cli.show.page import Page
from overens.cli.summaries import summaries
from overens.cli.web_address import WebAddress
from overens.usecases.library import Library
from overens.vocabulary.recipients import Recipient

LETTER = 72
"""Columns of a letter: what a mail shows without breaking lines of its own."""


def build() -> click.Command:
    """Return the command."""
    return Command(
        "notice",
        callback=_run,
        help=summaries()["notice"],
        params=[
            click.Argument(["words"], nargs=-1, required=True, metavar=t("[NAMN] ÅR", "[NAME] YEAR")),
            *_letters(),
            *common_params(table=False),
        ],
        epilog=unwrapped(
            'Exempel: overens notice "region jönköpings län" 2024 · overens notice nässjö 2024 --as-known-on 2024-02-01'
            " · overens notice nässjö 2024 --out nassjo.pdf --pdf",
            'Example: overens notice "region jönköpings län" 2024 · overens notice nässjö 2024 --as-known-on 2024-02-01'
            " · overens notice nässjö 2024 --out nassjo.pdf --pdf",
        ),
    )


def _letters() -> list[click.Parameter]:
    return [
        click.Option(
            ["--pdf"],
            is_flag=True,
            help=t("Som PDF att skriva ut, med bilaga.", "As a PDF to print, with an appendix."),
        ),
        click.Option(
            ["--all", "every"],
            is_flag=True,
            help=t(
                "Ett för varje plats, till mappen i --out; körs det igen skrivs bara det som är nytt.",
                "One for each place, to the folder of --out; run again, only what is new is written.",
            ),
        ),
        click.Option(
            ["--kind", "kinds"],
            type=ManyPlaces(),
            multiple=True,
            metavar=t("SLAG", "KIND"),
            help=t(
                "Med --all: bara {kinds}. Kan upprepas.",
                "With --all: only {kinds}. May be repeated.",
                kinds=kind_list(),
            ),
        ),
        click.Option(
            ["--both-languages", "both"],
            is_flag=True,
            help=t("Med --all: på svenska och engelska.", "With --all: in Swedish and in English."),
        ),
        click.Option(
            ["--address"],
            type=WebAddress(),
            metavar="URL",
            help=t(
                "Med --pdf: portalens adress, för länk och QR-kod till platsens sida.",
                "With --pdf: the portal's address, for a link and QR code to the place's page.",
            ),
        ),
        click.Option(
            ["--today"],
            type=Today(),
            metavar=t("DATUM", "DATE"),
            help=t(
                "Med --pdf: dagen den ses från, eller 'idag' (förvalt: den sista som biblioteket vet något om).",
                "With --pdf: the day it is seen from, or 'today' (default: the last that the library knows of).",
            ),
        ),
    ]


def _run(
    words: tuple[str, ...],
    pdf: bool,
    every: bool,
    kinds: tuple[Any, ...],
    both: bool,
    address: str | None,
    today: date | None,
    **options: Any,
) -> int:
    *name, year_typed = words
    ctx = click.get_current_context()
    year = YearNumber().convert(year_typed, ctx.command.params[0], ctx)
    _check(
        pdf=pdf,
        every=every,
        named=" ".join(name),
        given={"--kind": kinds, "--both-languages": both, "--address": address, "--today": today},
    )
    folder = options.pop("out") if every else None
    common = read_common(options)
    if pdf and common.form is not Form.PEOPLE:
        raise click.UsageError(t("Välj en av --pdf och --json.", "Choose one of --pdf and --json."))
    letters = Letters(year, kinds, both, address or "", today)
    library = sound_library(common, EVERYTHING if pdf else Wanted(year=year))
    if every:
        return write_letters(Common(common.form, common.libraries, common.as_known_on, folder), library, letters)
    who = find_place(library, " ".join(name))
    if pdf:
        return write_letter(common, library, who, letters)
    _tell(common, library, who, year)
    return 0


def _check(*, pdf: bool, every: bool, named: str, given: Mapping[str, object]) -> None:
    """Refuse options that do not go together, so that none is passed over in silence."""
    if every and named:
        raise click.UsageError(
            t("--all gäller alla platser; ta bort '{name}'.", "--all is every place; take out '{name}'.", name=named)
        )
    if every and not pdf:
        raise click.UsageError(t("--all skriver filer: lägg till --pdf.", "--all writes files: add --pdf."))
    if not every and not named:
        raise click.UsageError(
            t("Namnet på platsen saknas före året.", "The name of the place is missing before the year.")
        )
    needs = {
        "--kind": ("--all", every),
        "--both-languages": ("--all", every),
        "--address": ("--pdf", pdf),
        "--today": ("--pdf", pdf),
    }
    for option, value in given.items():
        needed, there = needs[option]
        if value and not there:
            words = t("{option} behöver {needed}.", "{option} needs {needed}.", option=option, needed=needed)
            raise click.UsageError(words)


def _tell(common: Common, library: Library, who: Recipient, year: int) -> None:
    from overens.usecases.notice import write_notice

    letter = write_notice(library, who, year, common.as_known_on)

    def document() -> dict[str, Any]:
        from overens.usecases.documents.notice import notice_document

        return notice_document(letter, language())

    def show(page: Page) -> None:
        from overens.cli.show.notice import show_notice

        show_notice(page, letter)

    emit(common, document, None, show, width=LETTER)
