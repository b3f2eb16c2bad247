"""overens grants 2025."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from overens.agreement.label import EVERYTHING
from overens.cli.command import Command, unwrapped
from overens.cli.language import language, t
from overens.cli.options import common_params, read_common, sound_library
from overens.cli.output import emit
from overens.cli.parameter_types import YearNumber
from overens.cli.summaries import summaries

if TYPE_CHECKING:  # loaded only where a workbook is asked for
    from overens.export.workbook.model import Workbook


def build() -> click.Command:
    """Return the command."""
    return Command(
        "grants",
        callback=_run,
        help=summaries()["grants"],
        params=[
            click.Argument(["year"], type=YearNumber(), metavar=t("ÅR", "YEAR")),
            *common_params(workbook=True),
        ],
        epilog=unwrapped(
            "Exempel: overens grants 2025 · overens grants 2025 --xlsx --out bidrag-2025-2026.xlsx",
            "Example: overens grants 2025 · overens grants 2025 --xlsx --out grants-2025-2026.xlsx",
        ),
    )


def _run(year: int, **options: Any) -> int:
    from overens.usecases.documents.grants import grants_document
    from overens.usecases.grants import show_grants
    from overens.usecases.grants_tables import grants_table

    common = read_common(options)
    library = sound_library(common, EVERYTHING)
    found = show_grants(library, year, common.as_known_on)

    def show(page: Any) -> None:
        from overens.cli.show.grants import show_all_grants

        show_all_grants(page, found)

    def workbook() -> Workbook:
        from overens.cli.about_book import about_book
        from overens.usecases.wording.titles import grants_title
        from overens.usecases.workbooks.grants import grants_workbook

        behind = [allocation for one in found.years for allocation in one.of.allocations]
        about = about_book(common, library, grants_title(year), f"/{year}/alla-bidrag", {}, behind)
        return grants_workbook(found, about)

    emit(
        common,
        lambda: grants_document(found, language()),
        lambda: grants_table(found),
        show,
        workbook=workbook,
    )
    return 0
