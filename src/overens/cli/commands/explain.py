"""overens explain "region jönköpings län" kvinnors-halsa-2024/befolkning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from overens.agreement.label import Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.language import language, t
from overens.cli.options import common_params, find_agreement, find_place, find_pot, read_common, sound_library
from overens.cli.output import emit
from overens.cli.summaries import summaries

if TYPE_CHECKING:  # loaded only where a workbook is asked for
    from overens.export.workbook.model import Workbook


def build() -> click.Command:
    """Return the command."""
    return Command(
        "explain",
        callback=_run,
        help=summaries()["explain"],
        params=[
            click.Argument(["name"], metavar=t("NAMN", "NAME")),
            click.Argument(["pot"], metavar=t("ID/POTT", "ID/POT")),
            *common_params(workbook=True),
        ],
        epilog=unwrapped(
            'Exempel: overens explain "region skåne" kvinnors-halsa-2024/befolkning'
            " · overens explain gotland kvinnors-halsa-2024/landsbygd --xlsx --out varfor.xlsx",
            'Example: overens explain "region skåne" kvinnors-halsa-2024/befolkning'
            " · overens explain gotland kvinnors-halsa-2024/landsbygd --xlsx --out why.xlsx",
        ),
    )


def _run(name: str, pot: str, **options: Any) -> int:
    from overens.allocation.explain import explain
    from overens.usecases.documents.agreement import explanation_document
    from overens.usecases.tables import explanation_table

    common = read_common(options)
    agreement_id, _, pot_id = pot.partition("/")
    library = sound_library(common, Wanted(agreement=agreement_id))
    allocation = library.allocation(find_agreement(library, agreement_id), common.as_known_on)
    found = find_pot(allocation, pot_id)
    answer = explain(allocation, found, find_place(library, name, prefer=found.recipients))

    def show(page: Any) -> None:
        from overens.cli.show.explain import show_explanation

        show_explanation(page, allocation, answer)

    def workbook() -> Workbook:
        from overens.cli.about_book import about_book
        from overens.usecases.why import show_why
        from overens.usecases.wording.why import why_title
        from overens.usecases.workbooks.why import why_workbook
        from overens.web.addresses import address_book

        why = show_why(allocation, found, answer.recipient, library.register)
        word, agreement = address_book(library.register).word(why.who), allocation.agreement
        path = f"/{agreement.years[0]}/{word}/{agreement.id}/{found.id}"
        return why_workbook(why, library.register, about_book(common, library, why_title(why), path, {}, [allocation]))

    emit(
        common,
        lambda: explanation_document(allocation, answer, language()),
        lambda: explanation_table(answer),
        show,
        workbook=workbook,
    )
    return 0
