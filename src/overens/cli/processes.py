"""--processes -> how many processes a command uses: as many as asked for, else one per core."""

from __future__ import annotations

import os
from typing import Any

import click

from overens.cli.language import t

MOST_PROCESSES = 64


class Count(click.ParamType[int]):
    """A whole number on the command line, within bounds."""

    name = "tal"

    def __init__(self, least: int, most: int) -> None:
        """Take numbers from the least to the most."""
        self._least, self._most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        text = str(value).strip()
        if not (text.isascii() and text.isdigit() and len(text) < 9 and self._least <= int(text) <= self._most):
            words = t(
                "'{text}' går inte; skriv ett heltal från {least} till {most}.",
                "'{text}' will not do; write a whole number from {least} to {most}.",
                text=text,
                least=self._least,
                most=self._most,
            )
            self.fail(words, param, ctx)
        return int(text)


def processes_option() -> click.Option:
    """Return --processes."""
    return click.Option(
        ["--processes"],
        type=Count(1, MOST_PROCESSES),
        metavar=t("ANTAL", "NUMBER"),
        help=t("Antal processer (förvalt: en per kärna).", "Number of processes (default: one per core)."),
    )


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(MOST_PROCESSES, len(os.sched_getaffinity(0)))
    return min(MOST_PROCESSES, os.cpu_count() or 1)
