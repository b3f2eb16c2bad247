"""overens serve: the portal, on this machine or for many."""

from __future__ import annotations

import errno
import re
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from overens.cli.command import Command
from overens.cli.extras import REFUSED, refuse_without
from overens.cli.faulty import Faulty
from overens.cli.language import t
from overens.cli.options import lang_option, library_option
from overens.cli.processes import Count, cores, processes_option
from overens.cli.summaries import summaries
from overens.vocabulary.wording import Text

if TYPE_CHECKING:
    from overens.web.serving.settings import Settings

_HOST_NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.(?!-)[a-z0-9-]{1,63})*|\[[0-9a-f:.]+\]")


class HostName(click.ParamType[str]):
    """A name that the portal answers to: portalen.example.se."""

    name = "namn"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name in lower case."""
        text = str(value).strip().lower()
        if not _HOST_NAME.fullmatch(text):
            words = t(
                "'{text}' är inget värdnamn; skriv bara namnet, utan http:// och port: portalen.example.se.",
                "'{text}' is not a host name; write only the name, without http:// and port: portal.example.com.",
                text=text,
            )
            self.fail(words, param, ctx)
        return text


def build() -> click.Command:
    """Return the command."""
    return Command(
        "serve",
        callback=_run,
        help=summaries()["serve"],
        params=[
            click.Option(
                ["--host"],
                default="127.0.0.1",
                metavar=t("ADRESS", "ADDRESS"),
                help=t(
                    "Var den lyssnar (förvalt: bara den här maskinen; 0.0.0.0 för alla).",
                    "Where it listens (default: this machine only; 0.0.0.0 for all).",
                ),
            ),
            click.Option(
                ["--port"],
                type=Count(0, 65_535),
                default="8000",
                metavar="PORT",
                help=t("Port (förvalt: 8000; 0 tar en ledig).", "Port (default: 8000; 0 takes a free one)."),
            ),
            library_option(
                t(
                    "Lägg till egna avtal och underlag; läses om när de ändras. Kan upprepas.",
                    "Add agreements and figures of your own; read anew when they change. May be repeated.",
                )
            ),
            processes_option(),
            click.Option(
                ["--allow-host"],
                type=HostName(),
                multiple=True,
                metavar=t("NAMN", "NAME"),
                help=t(
                    "Svara också under det här namnet. Kan upprepas.",
                    "Answer to this name too. May be repeated.",
                ),
            ),
            click.Option(
                ["--behind-proxy"],
                is_flag=True,
                help=t(
                    "Tro på vem en proxy på samma nät säger att besökaren är.",
                    "Believe who a proxy on the same network says the visitor is.",
                ),
            ),
            lang_option(),
        ],
        epilog=t("Sluta med Ctrl-C. Mer: docs/portalen.md", "Stop with Ctrl-C. More: docs/portalen.md"),
    )


def _run(
    host: str,
    port: int,
    library: tuple[Path, ...],
    processes: int | None,
    allow_host: tuple[str, ...],
    behind_proxy: bool,
) -> int:
    try:
        from overens.web.serving.run import bind, serve
        from overens.web.shelf import Shelf
    except ModuleNotFoundError as absent:
        return refuse_without(Text("Portalen", "The portal"), absent, "web")
    try:
        at = bind(host, port)
    except OSError as error:
        return _not_bound(error, host, port)
    with at:
        shelf = Shelf(library)
        problems = shelf.now().problems
        if problems:
            raise Faulty(list(problems))
        settings = _settings(host, allow_host, behind_proxy)
        return serve(shelf, at, settings, processes or cores(), lambda: _say_where(at, host))


def _settings(host: str, allowed: tuple[str, ...], behind_proxy: bool) -> Settings:
    from overens.web.serving.settings import LOCAL_HOSTS, Settings

    own = f"[{host}]" if ":" in host else host.lower()
    return Settings(LOCAL_HOSTS | {own, *allowed}, behind_proxy)


def _say_where(at: socket.socket, host: str) -> None:
    name = f"[{host}]" if ":" in host else host
    everywhere = host in ("0.0.0.0", "::", "")
    shown = "localhost" if everywhere else name
    click.echo(
        t(
            "Portalen svarar på http://{host}:{port}/ (sluta med Ctrl-C).",
            "The portal answers at http://{host}:{port}/ (stop with Ctrl-C).",
            host=shown,
            port=at.getsockname()[1],
        )
    )
    if everywhere:
        click.echo(
            t(
                "Andra maskiner når den under de namn som anges med --allow-host.",
                "Other machines reach it under the names given with --allow-host.",
            )
        )


def _not_bound(error: OSError, host: str, port: int) -> int:
    """Say why the address cannot be had, with the exit code: 2 where it is none of ours, 3 where it is refused."""
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        raise click.UsageError(
            t(
                "--host: '{host}' är ingen adress på den här maskinen. Skriv 127.0.0.1, eller 0.0.0.0 för alla.",
                "--host: '{host}' is no address of this machine. Write 127.0.0.1, or 0.0.0.0 for all.",
                host=host,
            )
        )
    if error.errno == errno.EADDRINUSE:
        sv = "Porten {port} på {host} är upptagen. Välj en annan med --port, eller --port 0 för en ledig."
        en = "Port {port} at {host} is taken. Choose another with --port, or --port 0 for a free one."
    elif error.errno in (errno.EACCES, errno.EPERM):
        sv = "Du har inte rätt att öppna porten {port} på {host}. Välj en över 1023 med --port."
        en = "You have no right to open port {port} at {host}. Choose one above 1023 with --port."
    else:
        raise error
    click.echo(t(sv, en, host=host, port=port), err=True)
    return REFUSED
