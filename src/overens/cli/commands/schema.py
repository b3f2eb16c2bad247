"""overens schema [avtal|ändring|serie|sammanställning|underlag]."""

from __future__ import annotations

from typing import Any

import click

from overens.cli.command import Command
from overens.cli.language import t
from overens.cli.options import common_params, read_common
from overens.cli.output import emit
from overens.cli.summaries import summaries

_KINDS = ("avtal", "ändring", "serie", "sammanställning", "besked", "underlag", "scenario")
"""Written here too, so that help and completion need no models."""


def build() -> click.Command:
    """Return the command."""
    return Command(
        "schema",
        callback=_run,
        help=summaries()["schema"],
        params=[
            click.Argument(
                ["what"],
                type=click.Choice(_KINDS),
                default="avtal",
                required=False,
                metavar=f"[{'|'.join(_KINDS)}]",
            ),
            *[p for p in common_params(dated=False, table=False) if p.name in ("out",)],
            click.Option(
                ["--lang"], type=click.Choice(["sv", "en"]), expose_value=False, help=t("Språk.", "Language.")
            ),
            click.Option(
                ["--json", "as_json"],
                is_flag=True,
                help=t(
                    "Alltid JSON; valet finns för likhetens skull.", "Always JSON; the option is here for likeness."
                ),
            ),
        ],
    )


def _run(what: str, **options: Any) -> int:
    from overens.usecases.schema import schema_of

    options["as_json"] = True
    common = read_common(options)
    emit(common, lambda: schema_of(what), None, lambda _: None)
    return 0
