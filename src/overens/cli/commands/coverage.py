"""overens coverage --series psykisk-halsa."""

from __future__ import annotations

from typing import Any

import click

from overens.agreement.label import EVERYTHING
from overens.cli.command import Command, unwrapped
from overens.cli.language import t
from overens.cli.options import common_params, read_common, sound_library
from overens.cli.output import emit
from overens.cli.parameter_types import YearNumber
from overens.cli.summaries import summaries
from overens.vocabulary.names import did_you_mean, fold


def build() -> click.Command:
    """Return the command."""
    from overens.usecases.coverage import FIRST, LAST

    return Command(
        "coverage",
        callback=_run,
        help=summaries()["coverage"],
        params=[
            click.Argument(["year"], type=YearNumber(), required=False, metavar=t("[ÅR]", "[YEAR]")),
            click.Option(
                ["--series"],
                metavar=t("ID ELLER NAMN", "ID OR NAME"),
                help=t("Bara det bidraget, år för år.", "Only that grant, year by year."),
            ),
            click.Option(
                ["--from", "first"],
                type=YearNumber(),
                metavar=t("ÅR", "YEAR"),
                help=t(f"Första året (förvalt: {FIRST}).", f"The first year (default: {FIRST})."),
            ),
            click.Option(
                ["--to", "last"],
                type=YearNumber(),
                metavar=t("ÅR", "YEAR"),
                help=t(f"Sista året (förvalt: {LAST}).", f"The last year (default: {LAST})."),
            ),
            *common_params(dated=False),
        ],
        epilog=unwrapped(
            "Exempel: overens coverage · overens coverage 2022 · overens coverage --series psykisk-halsa --from 2012",
            "Example: overens coverage · overens coverage 2022 · overens coverage --series psykisk-halsa --from 2012",
        ),
    )


def _run(year: int | None, series: str | None, first: int | None, last: int | None, **options: Any) -> int:
    from overens.usecases.coverage import FIRST, LAST, CoveredSeries, show_coverage
    from overens.usecases.coverage_tables import coverage_table
    from overens.usecases.documents.coverage import coverage_document

    common = read_common(options)
    if year is not None and (first is not None or last is not None):
        raise click.UsageError(
            t(
                "Skriv ett år, eller --from och --to, men inte båda.",
                "Write one year, or --from and --to, but not both.",
            )
        )
    years = (year, year) if year is not None else _years(first, last, FIRST, LAST)
    library = sound_library(common, EVERYTHING)
    every = show_coverage(library, *years)
    told: tuple[CoveredSeries, ...] = every if series is None else (_find(every, series),)

    def show(page: Any) -> None:
        from overens.cli.show.coverage import show_matrix, show_series, show_year

        if series is not None:
            show_series(page, told[0])
        elif years[0] == years[1]:
            show_year(page, told)
        else:
            show_matrix(page, told)

    emit(common, lambda: coverage_document(told, years), lambda: coverage_table(told), show)
    return 0


def _years(first: int | None, last: int | None, usual_first: int, usual_last: int) -> tuple[int, int]:
    """Return the first and last year; one that is given alone moves the other if it must."""
    begin = first if first is not None else min(usual_first, last or usual_first)
    end = last if last is not None else max(usual_last, begin)
    if begin > end:
        raise click.UsageError(
            t(
                "--from {first} är efter --to {last}. Skriv åren i ordning.",
                "--from {first} is after --to {last}. Write the years in order.",
                first=begin,
                last=end,
            )
        )
    return begin, end


def _find(every: Any, typed: str) -> Any:
    """Return the grant with the id or name, or stop with what may have been meant."""
    found = [one for one in every if fold(typed) in (fold(one.id), fold(one.name))]
    if len(found) == 1:
        return found[0]
    names = {one.name: one.id for one in every}
    near = did_you_mean(typed, [one.id for one in every]) or names.get(did_you_mean(typed, names) or "")
    part = [one.id for one in every if fold(typed) and fold(typed) in f"{fold(one.id)} {fold(one.name)}"]
    meant = part or ([near] if near else [])
    raise click.UsageError(
        t("Bidraget '{typed}' finns inte.", "There is no grant '{typed}'.", typed=typed)
        + (t(" Menade du {ids}?", " Did you mean {ids}?", ids=", ".join(meant)) if meant else _how_to_list())
    )


def _how_to_list() -> str:
    return t(
        " Kör 'overens coverage --csv' för alla id och namn.", " Run 'overens coverage --csv' for every id and name."
    )
