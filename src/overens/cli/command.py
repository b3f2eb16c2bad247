"""Commands whose help speaks the language of the run."""

from __future__ import annotations

import click

from overens.cli.language import t


def unwrapped(sv: str, en: str) -> str:
    """Return an example for the end of a help text, which is not broken within an id."""
    return "\b\n" + "\n".join(t(sv, en).split(" · "))


class _Worded(click.Command):
    """What a command and a group share: their help's own words, in Swedish or English."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = self.collect_usage_pieces(ctx)
        words = [t("[VAL]", "[OPTIONS]") if piece == "[OPTIONS]" else piece for piece in pieces]
        words = [t("KOMMANDO …", "COMMAND …") if piece == "COMMAND [ARGS]..." else piece for piece in words]
        formatter.write_usage(ctx.command_path, " ".join(words), prefix=t("Användning: ", "Usage: "))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help, worded."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = t("Visa den här hjälpen.", "Show this help.")
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and, for a group, its commands."""
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        if records:
            with formatter.section(t("Val", "Options")):
                formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class Command(_Worded):
    """A command."""


class Group(_Worded, click.Group):
    """A group of commands."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with one line each."""
        with formatter.section(t("Kommandon", "Commands")):
            formatter.write_dl([(name, command.get_short_help_str(80)) for name, command in self.commands.items()])
