"""--outcomes and --example: outcomes beside the library, of the user's own or made up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from overens.agreement.label import Wanted
from overens.cli.faulty import Faulty
from overens.cli.language import t
from overens.cli.options import Common
from overens.cli.parameter_types import FilePath

if TYPE_CHECKING:
    from overens.usecases.library import Library


def outcome_params() -> list[click.Parameter]:
    """Return the two options."""
    return [
        click.Option(
            ["--outcomes"],
            type=FilePath(),
            multiple=True,
            metavar=t("FIL|MAPP", "FILE|DIR"),
            help=t(
                "Lägg till utfall: en fil <id>.regioner.csv eller en mapp. Kan upprepas.",
                "Add outcomes: a file <id>.regioner.csv or a folder. May be repeated.",
            ),
        ),
        click.Option(
            ["--example"],
            is_flag=True,
            help=t("Lägg till påhittade utfall, för att prova.", "Add made-up outcomes, to try it."),
        ),
    ]


def open_with(common: Common, outcomes: Sequence[Path], wanted: Wanted, *, example: bool) -> Library:
    """Open what is wanted of the library with the outcomes; with errors in it, print them and stop with exit code 1."""
    from overens.usecases.performance_library import open_with_outcomes

    library = open_with_outcomes(common.libraries, outcomes, wanted, example=example)
    if library.faulty:
        raise Faulty(library.problems)
    return library
