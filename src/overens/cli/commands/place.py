"""overens place "region jönköpings län" 2024."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from overens.agreement.label import EVERYTHING, Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.language import language, t
from overens.cli.options import Form, common_params, find_place, read_common, sound_library
from overens.cli.output import emit
from overens.cli.parameter_types import YearNumber
from overens.cli.summaries import summaries
from overens.vocabulary.names import matching

if TYPE_CHECKING:  # loaded only where a workbook is asked for
    from overens.export.workbook.model import Workbook


def build() -> click.Command:
    """Return the command."""
    return Command(
        "place",
        callback=_run,
        help=summaries()["place"],
        params=[
            click.Argument(["name"], metavar=t("NAMN", "NAME")),
            click.Argument(["year"], type=YearNumber(), metavar=t("ÅR", "YEAR")),
            *common_params(workbook=True),
        ],
        epilog=unwrapped(
            'Exempel: overens place "region jönköpings län" 2024 · overens place nässjö 2024 · overens place 0680 2024',
            'Example: overens place "region jönköpings län" 2024 · overens place nässjö 2024 · overens place 0680 2024',
        ),
    )


def _run(name: str, year: int, **options: Any) -> int:
    from overens.usecases.documents.overviews import place_document
    from overens.usecases.place import show_place
    from overens.usecases.tables import place_table

    common = read_common(options)
    library = sound_library(common, EVERYTHING if common.form is Form.WORKBOOK else Wanted(year=year))
    who = find_place(library, name)
    answer = show_place(library, who, year, common.as_known_on)

    def show(page: Any) -> None:
        from overens.cli.show.place import show_place as show_in_terminal

        namesakes = [*matching(name, library.register), *matching(f"region {name}", library.register)]
        show_in_terminal(page, answer, library.register, [r for r in dict.fromkeys(namesakes) if r != who])

    def workbook() -> Workbook:
        from overens.cli.about_book import about_book
        from overens.usecases.place_page import show_place_page
        from overens.usecases.wording.titles import place_title
        from overens.usecases.workbooks.place import place_workbook
        from overens.web.addresses import address_book

        page, word = show_place_page(library, who, year, common.as_known_on), address_book(library.register).word(who)
        about = about_book(common, library, place_title(who, year), f"/{year}/{word}", {}, page.allocations)
        return place_workbook(page, library.register, word, about)

    emit(
        common,
        lambda: place_document(answer, language()),
        lambda: place_table(answer),
        show,
        workbook=workbook,
    )
    return 0
