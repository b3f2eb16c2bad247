"""What was read -> a draft agreement file on the terminal, or in a file with its tables beside it."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from overens.cli.language import t
from overens.cli.options import Common
from overens.cli.output import deliver
from overens.cli.terminal import say_beside
from overens.drafting.sums import SumNode, wholes_in
from overens.export.write_file import write_whole
from overens.usecases.draft import draft_agreement
from overens.usecases.read import Reading


def give_draft(common: Common, reading: Reading, total: int | None) -> None:
    """Write the draft, and say what else the text holds that could have been drafted.

    Args:
        common: The shared options.
        reading: What was read.
        total: The number of the sum that the draft is of, as it is shown; None for the first whole.
    """
    wholes = wholes_in(reading.sums)
    draft = draft_agreement(reading.said, whole=_chosen(reading, wholes, total))
    for name, text in draft.files.items():  # first, lest a draft is left that names a table that could not be written
        _give_table(common, name, text)
    deliver(common, draft.text)
    if draft.files and common.out is not None:
        say_beside(_with_tables(str(common.out), str(common.out.parent)))
    if total is None and len(wholes) > 1:
        say_beside(_others(reading, wholes))


def _give_table(common: Common, name: str, text: str) -> None:
    """Write a table that the draft names beside the draft's file; without a file, say that there is one."""
    if common.out is None or (common.out.exists() and not common.out.is_file()):  # nothing lies beside a device
        said = t(
            "Till utkastet hör tabellen {name}; med --out skrivs den också.",
            "The table {name} goes with the draft; with --out it is written too.",
            name=name,
        )
    else:
        path = common.out.parent / name
        _refuse_another(path, text)
        path.parent.mkdir(exist_ok=True)
        write_whole(path, text)
        said = t("Skrev {file}.", "Wrote {file}.", file=str(path))
    say_beside(said)


def _with_tables(file: str, folder: str) -> str:
    check = f"overens check {shlex.quote(file)} --library {shlex.quote(folder)}"
    return t("Pröva utkastet med tabellen: {check}", "Check the draft with its table: {check}", check=check)


def _refuse_another(path: Path, text: str) -> None:
    """Refuse to write over a table that is not the same: somebody may have mended it by hand, and nobody named it here."""
    if path.exists() and (not path.is_file() or path.read_bytes() != text.encode()):
        raise click.UsageError(
            t(
                "{file} finns redan och är en annan; flytta den, eller skriv utkastet i en annan mapp.",
                "{file} exists and is another; move it, or write the draft in another folder.",
                file=str(path),
            )
        )


def _chosen(reading: Reading, wholes: list[SumNode], total: int | None) -> int:
    """Return the place among the wholes of the one that is asked for."""
    if total is None:
        return 0
    for n, node in enumerate(wholes):
        if total in map(reading.number, node.mentions):
            return n
    raise click.UsageError(
        t(
            "--total: {n} är ingen helhet i texten; där finns: {numbers}.",
            "--total: {n} is no total in the text; there are: {numbers}.",
            n=str(total),
            numbers=_numbers(reading, wholes),
        )
    )


def _others(reading: Reading, wholes: list[SumNode]) -> str:
    return t(
        "Texten har flera helheter: {numbers}. Utkastet gäller den första; välj en annan med --total N.",
        "The text has several totals: {numbers}. The draft is of the first; choose another with --total N.",
        numbers=_numbers(reading, wholes),
    )


def _numbers(reading: Reading, wholes: list[SumNode]) -> str:
    return ", ".join(str(reading.number(node.amount)) for node in wholes) or "–"
