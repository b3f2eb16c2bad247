"""overens compare 2023 2024 --place "region skåne"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from overens.cli.command import Command, unwrapped
from overens.cli.language import language, t
from overens.cli.options import common_params, find_place, read_common
from overens.cli.output import emit
from overens.cli.sides import Asked, SideKind, open_sides, read_side
from overens.cli.summaries import summaries

if TYPE_CHECKING:  # loaded only where a workbook is asked for
    from overens.export.workbook.model import Workbook
    from overens.usecases.compare import Changes
    from overens.usecases.library import Library


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
            *common_params(workbook=True),
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
    first, second = read_side(a, common), read_side(b, common) if b is not None else None
    library, before, after = open_sides(common, first, second)
    who = find_place(library, place, prefer=recipients_of(before, after)) if place is not None else None
    changes = show_changes(library, before, after, who)

    def show(page: Any) -> None:
        from overens.cli.show.compare import show_comparison

        show_comparison(page, changes)

    def workbook() -> Workbook:
        from overens.cli.about_book import about_book
        from overens.usecases.wording.compare import nothing_told
        from overens.usecases.wording.titles import change_title
        from overens.usecases.workbooks.change import change_workbook

        asked_then = replace(common, as_known_on=changes.after.day)
        behind = (*before.allocations, *after.allocations)
        about = about_book(asked_then, library, change_title(changes), *_page(library, changes, first, second), behind)
        return change_workbook(changes, library.register, about, nothing_told(changes))

    emit(
        common,
        lambda: changes_document(changes, language()),
        lambda: changes_table(changes, library.register),
        show,
        workbook=workbook,
    )
    return 0


def _page(library: Library, changes: Changes, first: Asked, second: Asked | None) -> tuple[str, dict[str, str]]:
    """Return the path of the same comparison in the portal, and what is asked there; of a file of one's own, the command."""
    from overens.web.addresses import address_book

    who, later = changes.place, second or first
    if SideKind.FILE in (first.kind, later.kind):
        return f"overens compare {first.name} {later.name if second else ''}".strip(), {}
    word = address_book(library.register).words.get((who.kind, who.code), who.name) if who else ""
    before = "" if second is None else first.name if changes.before.day == changes.after.day else first.named.words
    if changes.after.year is not None:
        return "/" + "/".join(filter(None, (f"{changes.after.year}", word, "andring"))), {"fran": before}
    return f"/avtal/{later.name}/andring", {"fran": before, "place": word}
