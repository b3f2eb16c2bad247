"""overens agreement kvinnors-halsa-2024."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from overens.agreement.label import Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.language import language
from overens.cli.options import common_params, find_agreement, read_common, sound_library
from overens.cli.output import emit
from overens.cli.summaries import summaries
from overens.vocabulary.wording import plain

if TYPE_CHECKING:  # loaded only where a workbook is asked for
    from overens.export.workbook.model import Workbook


def build() -> click.Command:
    """Return the command."""
    return Command(
        "agreement",
        callback=_run,
        help=summaries()["agreement"],
        params=[click.Argument(["agreement_id"], metavar="ID"), *common_params(workbook=True)],
        epilog=unwrapped(
            "Exempel: overens agreement kvinnors-halsa-2024 · overens agreement kvinnors-halsa-2024 --xlsx --out avtal.xlsx",
            "Example: overens agreement kvinnors-halsa-2024 · overens agreement kvinnors-halsa-2024 --xlsx --out pots.xlsx",
        ),
    )


def _run(agreement_id: str, **options: Any) -> int:
    from overens.usecases.documents.agreement import agreement_document
    from overens.usecases.tables import awards_table

    common = read_common(options)
    library = sound_library(common, Wanted(agreement=agreement_id))
    name = find_agreement(library, agreement_id)
    allocation, readings = library.allocation(name, common.as_known_on), library.readings[name]

    def show(page: Any) -> None:
        from overens.cli.show.agreement import show_agreement

        show_agreement(page, allocation, readings, library.register)

    def workbook() -> Workbook:
        from overens.cli.about_book import about_book
        from overens.usecases.calendar import calendar_of_agreement
        from overens.usecases.calendar_tables import calendar_table
        from overens.usecases.workbooks.agreement import agreement_workbook

        dates = calendar_table(calendar_of_agreement(library, allocation.agreement, common.as_known_on))
        title = plain(allocation.agreement.name)
        about = about_book(common, library, title, f"/avtal/{name}", {}, [allocation])
        return agreement_workbook(allocation, library.register, dates, about)

    emit(
        common,
        lambda: agreement_document(allocation, readings, language()),
        lambda: awards_table(allocation),
        show,
        workbook=workbook,
    )
    return 0
