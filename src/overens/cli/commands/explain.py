"""overens explain "region jönköpings län" kvinnors-halsa-2024/befolkning."""

from __future__ import annotations

from typing import Any

import click

from overens.agreement.label import Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.language import language, t
from overens.cli.options import common_params, find_agreement, find_place, find_pot, read_common, sound_library
from overens.cli.output import emit
from overens.cli.summaries import summaries


def build() -> click.Command:
    """Return the command."""
    return Command(
        "explain",
        callback=_run,
        help=summaries()["explain"],
        params=[
            click.Argument(["name"], metavar=t("NAMN", "NAME")),
            click.Argument(["pot"], metavar=t("ID/POTT", "ID/POT")),
            *common_params(),
        ],
        epilog=unwrapped(
            'Exempel: overens explain "region skåne" kvinnors-halsa-2024/befolkning',
            'Example: overens explain "region skåne" kvinnors-halsa-2024/befolkning',
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

    emit(common, lambda: explanation_document(allocation, answer, language()), lambda: explanation_table(answer), show)
    return 0
