"""overens check-annex TABLE.csv kvinnors-halsa-2024/befolkning."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from overens.agreement.label import Wanted
from overens.cli.command import Command
from overens.cli.language import language, t
from overens.cli.options import Form, common_params, find_agreement, find_pot, read_common, sound_library
from overens.cli.output import emit
from overens.cli.parameter_types import FilePath
from overens.cli.summaries import summaries


def build() -> click.Command:
    """Return the command."""
    return Command(
        "check-annex",
        callback=_run,
        help=summaries()["check-annex"],
        params=[
            click.Argument(["table"], type=FilePath(), metavar=t("TABELL.csv", "TABLE.csv")),
            click.Argument(["pot"], metavar=t("ID/POTT", "ID/POT")),
            *common_params(),
        ],
        epilog=t(
            "Tabellen behöver en kolumn 'kod' eller 'namn' och en kolumn 'belopp'. Slutkod 1 om någon cell skiljer.",
            "The table needs a column 'kod' or 'namn' and a column 'belopp'. Exit code 1 if any cell differs.",
        ),
    )


def _run(table: Path, pot: str, **options: Any) -> int:
    from overens.usecases.check_annex import check_annex
    from overens.usecases.documents.overviews import checked_table_document
    from overens.usecases.tables import cells_table

    common = read_common(options)
    agreement_id, _, pot_id = pot.partition("/")
    library = sound_library(common, Wanted(agreement=agreement_id))
    allocation = library.allocation(find_agreement(library, agreement_id), common.as_known_on)
    found = find_pot(allocation, pot_id)
    if not found.awards:
        reason = found.reason.say(language()) if found.reason else "?"
        raise click.UsageError(
            t("Potten '{pot}' är inte beräknad: {why}.", "The pot '{pot}' is not computed: {why}.", pot=pot, why=reason)
        )
    answer = check_annex(library, table, allocation, found)

    def show(page: Any) -> None:
        from overens.cli.show.check import show_checked_table

        show_checked_table(page, answer)

    if common.form in (Form.CSV, Form.EXCEL):
        for problem in answer.problems:
            click.echo(problem.say(language()), err=True)
    emit(common, lambda: checked_table_document(answer, language()), lambda: cells_table(answer), show)
    return 0 if answer.of and answer.equal == len(answer.cells) and not answer.problems else 1
