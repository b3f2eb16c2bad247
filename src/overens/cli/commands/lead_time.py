"""overens lead-time 2024."""

from __future__ import annotations

from typing import Any

import click

from overens.agreement.label import EVERYTHING, Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.faulty import Faulty
from overens.cli.language import language, t
from overens.cli.options import Common, common_params, read_common, sound_library
from overens.cli.output import emit
from overens.cli.parameter_types import YearNumber
from overens.cli.summaries import summaries


def build() -> click.Command:
    """Return the command."""
    return Command(
        "lead-time",
        callback=_run,
        help=summaries()["lead-time"],
        params=[
            click.Argument(["year"], type=YearNumber(), required=False, metavar=t("[ÅR]", "[YEAR]")),
            click.Option(
                ["--payments"],
                is_flag=True,
                help=t("I vilken månad pengarna betalas.", "In which month the money is paid."),
            ),
            *common_params(),
        ],
        epilog=unwrapped(
            "Exempel: overens lead-time · overens lead-time 2024 · overens lead-time 2024 --payments",
            "Example: overens lead-time · overens lead-time 2024 · overens lead-time 2024 --payments",
        ),
    )


def _run(year: int | None, payments: bool, **options: Any) -> int:
    common = read_common(options)
    if payments:
        _payments(common, year)
    else:
        _notice(common, year)
    return 0


def _notice(common: Common, year: int | None) -> None:
    from overens.usecases.documents.lead_time import lead_series_document, lead_year_document
    from overens.usecases.lead_tables import series_table, sums_table
    from overens.usecases.lead_time import show_lead_series

    library = sound_library(common, EVERYTHING)
    library.read_announcements()
    if library.faulty:
        raise Faulty(library.problems)
    series = show_lead_series(library, common.as_known_on)

    def document() -> dict[str, Any]:
        if year is None:
            return lead_series_document(series, language())
        return lead_year_document(series, year, language())

    def show(page: Any) -> None:
        from overens.cli.show.lead_series import show_lead_series as show_in_terminal
        from overens.cli.show.lead_time import show_lead_year

        if year is None:
            show_in_terminal(page, series)
        else:
            show_lead_year(page, series, year)

    emit(common, document, lambda: series_table(series) if year is None else sums_table(series, year), show)


def _payments(common: Common, year: int | None) -> None:
    from overens.usecases.documents.lead_time import payments_document
    from overens.usecases.lead_tables import payments_table
    from overens.usecases.payments import show_payments

    library = sound_library(common, EVERYTHING if year is None else Wanted(year=year))
    answer = show_payments(library, year, common.as_known_on)

    def show(page: Any) -> None:
        from overens.cli.show.payments import show_payments as show_in_terminal

        show_in_terminal(page, answer, year)

    emit(common, lambda: payments_document(answer, year), lambda: payments_table(answer), show)
