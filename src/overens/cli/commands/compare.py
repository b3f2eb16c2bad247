"""overens compare 2023 2024 --place "region skåne"."""

from __future__ import annotations

from typing import Any

import click

from overens.cli.command import Command, unwrapped
from overens.cli.language import language, t
from overens.cli.options import common_params, find_place, read_common
from overens.cli.output import emit
from overens.cli.sides import open_sides, read_side
from overens.cli.summaries import summaries


def build() -> click.Command:
    """Return the command."""
    return Command(
        "compare",
        callback=_run,
        help=summaries()["compare"]
        + t(
            " A och B är ett år, ett avtal, eller en egen fil; @DATUM efter betyder som det var känt då."
            " En ändring för sig, utan B: avtalet före och efter den.",
            " A and B are a year, an agreement, or a file of your own; @DATE after means as known then."
            " An amendment by itself, without B: the agreement before and after it.",
        ),
        params=[
            click.Argument(["a"]),
            click.Argument(["b"], required=False),
            click.Option(
                ["--place"],
                metavar=t("NAMN", "NAME"),
                help=t("Bara vad den platsen får.", "Only what that place gets."),
            ),
            *common_params(),
        ],
        epilog=unwrapped(
            'Exempel: overens compare 2023 2024 --place "region skåne" · overens compare tillganglighet-2020-tillagg'
            " · overens compare kvinnors-halsa-2024 mitt-utkast.yaml",
            'Example: overens compare 2023 2024 --place "region skåne" · overens compare tillganglighet-2020-tillagg'
            " · overens compare kvinnors-halsa-2024 my-draft.yaml",
        ),
    )


def _run(a: str, b: str | None, place: str | None, **options: Any) -> int:
    from overens.usecases.compare import recipients_of, show_changes
    from overens.usecases.compare_tables import changes_table
    from overens.usecases.documents.compare import changes_document

    common = read_common(options)
    library, before, after = open_sides(common, read_side(a, common), read_side(b, common) if b is not None else None)
    who = find_place(library, place, prefer=recipients_of(before, after)) if place is not None else None
    changes = show_changes(library, before, after, who)

    def show(page: Any) -> None:
        from overens.cli.show.compare import show_comparison

        show_comparison(page, changes)

    emit(common, lambda: changes_document(changes, language()), lambda: changes_table(changes, library.register), show)
    return 0
