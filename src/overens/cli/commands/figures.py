"""overens figures list, overens figures show ID."""

from __future__ import annotations

from typing import Any

import click

from overens.cli.command import Command, Group
from overens.cli.faulty import Faulty
from overens.cli.language import t
from overens.cli.options import common_params, lang_option, read_common
from overens.cli.output import emit
from overens.cli.summaries import summaries


def build() -> click.Command:
    """Return the group of commands."""
    return Group(
        "figures",
        help=summaries()["figures"],
        params=[lang_option()],
        no_args_is_help=True,
        commands=[
            Command(
                "list",
                callback=_list,
                help=t("Alla underlag i biblioteket.", "All figures in the library."),
                params=common_params(),
            ),
            Command(
                "show",
                callback=_show,
                help=t("Ett underlag med värden och källor.", "One figure with values and sources."),
                params=[
                    click.Argument(["name"], metavar="ID"),
                    click.Option(["--per"], metavar=t("DATUM", "DATE"), help=t("Bara detta datum.", "Only this date.")),
                    *common_params(),
                ],
            ),
        ],
    )


def _list(**options: Any) -> int:
    from overens.usecases.documents.overviews import figures_document
    from overens.usecases.figures import list_figures
    from overens.usecases.library import open_library
    from overens.usecases.tables import figures_table

    common = read_common(options)
    library = open_library(common.libraries)
    found = list_figures(library, common.as_known_on)
    if library.faulty:
        raise Faulty(library.problems)

    def show(page: Any) -> None:
        from overens.cli.show.figures import show_list

        show_list(page, found)

    emit(common, lambda: figures_document(found), lambda: figures_table(found), show)
    return 0


def _show(name: str, per: str | None, **options: Any) -> int:
    from overens.usecases.documents.overviews import figure_document
    from overens.usecases.figures import names_of, nearest_figure, show_figure
    from overens.usecases.library import open_library
    from overens.usecases.tables import figure_table

    common = read_common(options)
    library = open_library(common.libraries)
    found = show_figure(library, name, per, common.as_known_on)
    if library.faulty:
        raise Faulty(library.problems)
    if not found:
        near = nearest_figure(library, name)
        meant = t(" Menade du '{near}'?", " Did you mean '{near}'?", near=near) if near else ""
        raise click.UsageError(t("Underlaget '{name}' finns inte.", "There is no figure '{name}'.", name=name) + meant)
    if not any(one.series for one in found):
        known = show_figure(library, name, None, common.as_known_on)
        dates = ", ".join(sorted({series.key.measured_on for one in known for series in one.series}))
        raise click.UsageError(_no_series(per, dates))

    def show(page: Any) -> None:
        from overens.cli.show.figures import show_one

        show_one(page, found, names_of(library))

    emit(common, lambda: figure_document(found), lambda: figure_table(found, names_of(library)), show)
    return 0


def _no_series(per: str | None, dates: str) -> str:
    if not dates:
        return t("Inget av underlaget var känt den dagen.", "Nothing of the figure was known on that day.")
    return t(
        "Underlaget finns inte per {per}. Det finns per: {dates}.",
        "The figure does not exist on {per}. It exists on: {dates}.",
        per=per,
        dates=dates,
    )
