"""What click says about wrong use -> one sentence in the language of the run, with what to write instead."""

from __future__ import annotations

from collections.abc import Sequence

import click

from overens.cli.language import t
from overens.cli.summaries import summaries
from overens.vocabulary.names import did_you_mean


def explain_usage_error(error: click.UsageError, args: Sequence[str]) -> str:
    """Return the sentence for a usage error, and where to read more."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    command = _command(error, args)
    help_line = t("Se '{command} --help'.", "See '{command} --help'.", command=command)
    return f"{_what(error)} {help_line}"


def _command(error: click.UsageError, args: Sequence[str]) -> str:
    """Return the command whose help says more, also where click knows only the outermost."""
    path = error.ctx.command_path if error.ctx else "overens"
    at = next((n for n, arg in enumerate(args) if arg in summaries()), None)
    if path == "overens" and at is not None:
        path = " ".join(["overens", *args[at : at + (2 if args[at] == "figures" else 1)]])
    return path


def _what(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = did_you_mean(error.option_name, _options(error))
            return t("Valet {name} finns inte.", "There is no option {name}.", name=error.option_name) + _meant(near)
        case click.MissingParameter():
            return t("{name} saknas.", "{name} is missing.", name=_name(error))
        case click.BadParameter():
            return t("{name}: {why}", "{name}: {why}", name=_name(error), why=_bad(error))
        case click.BadOptionUsage() if "requires" in error.message:
            return t("{name} behöver ett värde.", "{name} needs a value.", name=error.option_name)
        case click.BadOptionUsage():
            return t("{name} tar inget värde.", "{name} takes no value.", name=error.option_name)
        case _ if error.message.startswith("No such command"):
            typed = error.message.split("'")[1] if "'" in error.message else "?"
            near = did_you_mean(typed, summaries())
            return t("Kommandot '{name}' finns inte.", "There is no command '{name}'.", name=typed) + _meant(near)
        case _ if "unexpected extra argument" in error.message:
            return t(
                "För många ord: {what}. Sätt citattecken runt namn med mellanslag.",
                "Too many words: {what}. Put quotes around names with spaces.",
                what=error.message.partition("(")[2].rstrip(")"),
            )
        case _:
            return error.format_message()


def _name(error: click.BadParameter) -> str:
    """Return the option or argument as the user writes it."""
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.human_readable_name if error.param else "?"


def _bad(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Parameter) and isinstance(error.param.type, click.Choice):
        choices = ", ".join(str(choice) for choice in error.param.type.choices)
        return t("skriv ett av: {choices}.", "write one of: {choices}.", choices=choices)
    if isinstance(error.param, click.Parameter) and isinstance(error.param.type, click.IntRange):
        return _no_number(error.message, error.param.type.min or 0)
    return error.message


def _no_number(said: str, least: int | float) -> str:
    """Return that it is no number, or too small, with what was written as click tells it."""
    typed = said.split("'")[1] if "'" in said else said.partition(" ")[0]
    return t(
        "'{typed}' är inget heltal från {least} och uppåt. Skriv siffror, till exempel {example}.",
        "'{typed}' is not a whole number from {least} up. Write digits, for instance {example}.",
        typed=typed,
        least=str(least),
        example=str(1000),
    )


def _options(error: click.UsageError) -> list[str]:
    if error.ctx is None:
        return []
    return [name for param in error.ctx.command.params for name in param.opts if name.startswith("--")]


def _meant(near: str | None) -> str:
    return t(" Menade du '{near}'?", " Did you mean '{near}'?", near=near) if near else ""
