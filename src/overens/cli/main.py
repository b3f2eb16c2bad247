"""The overens command: finds the command asked for, and turns every way of failing into an exit code.

Exit codes: 0 fine, 1 problems found, 2 wrong use, 3 refused by the machine (disk, rights), 4 our fault.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import click

from overens.cli.command import Group
from overens.cli.faulty import Faulty
from overens.cli.language import choose_language, t
from overens.vocabulary.wording import Text

COMMANDS = (
    "year",
    "place",
    "calendar",
    "notice",
    "press",
    "agreement",
    "explain",
    "performance",
    "compare",
    "simulate",
    "grants",
    "coverage",
    "check",
    "check-annex",
    "lead-time",
    "figures",
    "outcomes",
    "export",
    "read",
    "new",
    "fmt",
    "schema",
    "serve",
    "publish",
)
INTERRUPTED = 130


class Commands(Group):
    """The commands, each imported only when it is used, so that --help starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order a newcomer wants them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"overens.cli.commands.{cmd_name.replace('-', '_')}")
        command = module.build()
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with one line each, without importing them."""
        from overens.cli.summaries import summaries

        with formatter.section(t("Kommandon", "Commands")):
            formatter.write_dl([(name, summaries()[name]) for name in COMMANDS])


def _group() -> click.Group:
    return Commands(
        "overens",
        help=t(
            "Statsbidrag till regioner och kommuner: från överenskommelse till krona, räknat och förklarat.",
            "State grants to regions and municipalities: from agreement to krona, computed and explained.",
        ),
        params=[
            click.Option(
                ["--lang"], type=click.Choice(["sv", "en"]), expose_value=False, help=t("Språk.", "Language.")
            ),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_version,
                help=t("Visa versionen.", "Show the version."),
            ),
        ],
        no_args_is_help=True,
        add_help_option=True,
        context_settings={"help_option_names": ["--help", "-h"]},
    )


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from overens import __version__

        click.echo(f"overens {__version__}")
        ctx.exit()


def run(args: Sequence[str]) -> int:
    """Run one command and return its exit code. Nothing a user can do gives a traceback."""
    args = [_as_utf8(arg) for arg in args]
    choose_language(args, os.environ.get("OVERENS_LANG"))
    _mend_streams()
    try:
        group = _group()
        with group.make_context("overens", list(args)) as context:
            code = group.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        code = done.exit_code
    except Faulty as faulty:
        from overens.cli.output import print_problems

        print_problems(faulty.problems)
        return 1
    except click.UsageError as error:
        from overens.cli.usage_errors import explain_usage_error

        return _fail(explain_usage_error(error, args), 2)
    except (KeyboardInterrupt, click.Abort):
        return _fail(t("Avbrutet. Inget har skrivits.", "Interrupted. Nothing has been written."), INTERRUPTED)
    except BrokenPipeError:
        _forget_stdout()
        return 0
    except OSError as error:
        _forget_stdout()
        return _fail(_os_error(error), 3)
    except Exception as error:  # noqa: BLE001 - the last resort: our fault, said without a traceback
        return _fail(_our_fault(error), 4)
    return code if isinstance(code, int) else 0


def _as_utf8(arg: str) -> str:
    """Return the argument as it was typed, where the machine's locale could not decode it."""
    try:
        return arg.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return arg.encode("utf-8", "backslashreplace").decode("utf-8")


def _mend_streams() -> None:
    """Write UTF-8 whatever the terminal says; a process without a stream gets one that keeps nothing."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif (stream.encoding or "").lower() not in ("utf-8", "utf8") and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _fail(message: str, code: int) -> int:
    """Say what went wrong, if it can be said, and return the exit code."""
    with suppress(OSError, ValueError):
        click.echo(message, err=True)
    return code


def _forget_stdout() -> None:
    """Point stdout elsewhere, so that Python does not try to flush it again on exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _os_error(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):  # no room, no room for this user, or for one file
        return t(
            "Disken är full{where}. Inget halvt har sparats; frigör plats och kör igen.",
            "The disk is full{where}. Nothing half-written was kept; free some space and run again.",
            where=where,
        )
    return t(
        "Det går inte att läsa eller skriva{where}: {why}.",
        "Cannot read or write{where}: {why}.",
        where=where,
        why=_why(error),
    )


def _why(error: OSError) -> Text:
    from overens.intake.read_text import why

    return why(error)


def _our_fault(error: Exception) -> str:
    if os.environ.get("OVERENS_DEBUG"):
        import traceback

        return traceback.format_exc()
    return t(
        "Det här är vårt fel, inte ditt: {what}. Kör igen med OVERENS_DEBUG=1 och skicka oss texten.",
        "This is our fault, not yours: {what}. Run again with OVERENS_DEBUG=1 and send us the text.",
        what=" · ".join([f"{type(error).__name__} {error}", *getattr(error, "__notes__", ())]),
    )


def main() -> NoReturn:
    """Run the command line and exit."""
    start_fast()
    sys.exit(run(sys.argv[1:]))


def start_fast() -> None:
    """Leave out what a command that lives half a second has no use for.

    No garbage is collected, and pydantic looks for no plug-ins: none may change how files are read.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
