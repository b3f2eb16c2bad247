"""overens year 2024."""

from __future__ import annotations

from typing import Any

import click

from overens.agreement.label import Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.language import t
from overens.cli.options import YearNumber, common_params, read_common, sound_library
from overens.cli.output import emit
from overens.cli.summaries import summaries
from overens.export.csv_table import Table


def build() -> click.Command:
    """Return the command."""
    return Command(
        "year",
        callback=_run,
        help=summaries()["year"],
        params=[click.Argument(["year"], type=YearNumber(), metavar=t("ÅR", "YEAR")), *common_params()],
        epilog=unwrapped(
            "Exempel: overens year 2024 --csv-excel --out 2024.csv", "Example: overens year 2024 --csv --out 2024.csv"
        ),
    )


def _run(year: int, **options: Any) -> int:
    from overens.usecases.year import show_year

    common = read_common(options)
    answer = show_year(sound_library(common, Wanted(year=year)), year, common.as_known_on)

    def show(page: Any) -> None:
        from overens.cli.show.year import show_year as show_in_terminal

        show_in_terminal(page, answer)

    def document() -> dict[str, Any]:
        from overens.usecases.documents.year import year_document

        return year_document(answer)

    def table() -> Table:
        from overens.usecases.year_tables import year_table

        return year_table(answer)

    emit(common, document, table, show)
    return 0
