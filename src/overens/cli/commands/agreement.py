"""overens agreement kvinnors-halsa-2024."""

from __future__ import annotations

from typing import Any

import click

from overens.agreement.label import Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.language import language
from overens.cli.options import common_params, find_agreement, read_common, sound_library
from overens.cli.output import emit
from overens.cli.summaries import summaries


def build() -> click.Command:
    """Return the command."""
    return Command(
        "agreement",
        callback=_run,
        help=summaries()["agreement"],
        params=[click.Argument(["agreement_id"], metavar="ID"), *common_params()],
        epilog=unwrapped(
            "Exempel: overens agreement kvinnors-halsa-2024", "Example: overens agreement kvinnors-halsa-2024"
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

    emit(common, lambda: agreement_document(allocation, readings, language()), lambda: awards_table(allocation), show)
    return 0
