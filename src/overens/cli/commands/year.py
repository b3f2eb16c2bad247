"""overens year 2024."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from overens.agreement.label import EVERYTHING, Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.language import t
from overens.cli.options import Form, common_params, read_common, sound_library
from overens.cli.output import emit
from overens.cli.parameter_types import YearNumber
from overens.cli.summaries import summaries
from overens.export.csv_table import Table

if TYPE_CHECKING:  # loaded only where a workbook is asked for
    from overens.export.workbook.model import Workbook


def build() -> click.Command:
    """Return the command."""
    return Command(
        "year",
        callback=_run,
        help=summaries()["year"],
        params=[click.Argument(["year"], type=YearNumber(), metavar=t("ÅR", "YEAR")), *common_params(workbook=True)],
        epilog=unwrapped(
            "Exempel: overens year 2024 --csv-excel --out 2024.csv", "Example: overens year 2024 --csv --out 2024.csv"
        ),
    )


def _run(year: int, **options: Any) -> int:
    from overens.usecases.year import show_year

    common = read_common(options)
    wanted = EVERYTHING if common.form is Form.WORKBOOK else Wanted(year=year)
    library = sound_library(common, wanted)
    answer = show_year(library, year, common.as_known_on)

    def show(page: Any) -> None:
        from overens.cli.show.year import show_year as show_in_terminal

        show_in_terminal(page, answer)

    def document() -> dict[str, Any]:
        from overens.usecases.documents.year import year_document

        return year_document(answer)

    def table() -> Table:
        from overens.usecases.year_tables import year_table

        return year_table(answer)

    def workbook() -> Workbook:
        from overens.cli.about_book import about_book
        from overens.usecases.coverage import show_coverage
        from overens.usecases.population import regional_populations
        from overens.usecases.pot_sums import pot_sums
        from overens.usecases.wording.nothing import nothing_of
        from overens.usecases.wording.titles import year_title
        from overens.usecases.workbooks.year import year_workbook

        heads = {code: one.inhabitants for code, one in regional_populations(library, answer).items()}
        about = about_book(common, library, year_title(year), f"/{year}", {}, answer.allocations)
        lacking = show_coverage(library, year, year)
        return year_workbook(
            answer, pot_sums(answer.allocations), heads, lacking, library.register, about, nothing_of(answer)
        )

    emit(common, document, table, show, workbook=workbook)
    return 0
