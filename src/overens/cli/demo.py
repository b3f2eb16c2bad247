"""make demo: the year 2024, one place and one explanation, as the command line shows them, and then the portal."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from http.client import HTTPConnection

import click

from overens.cli.main import run

SHOWN = (
    ("year", "2024"),
    ("place", "region jönköpings län", "2024"),
    ("explain", "region jönköpings län", "kvinnors-halsa-2024/befolkning"),
)
NEXT = """
Prova sedan:
  .venv/bin/overens place nässjö 2024              din egen kommun, region eller ditt län
  .venv/bin/overens calendar nässjö 2024           vad som ska göras när, och vad som kan gå förlorat
  .venv/bin/overens compare 2023 2024              vad som ändrats, och varför
  .venv/bin/overens lead-time                      hur tidigt pengarna blev kända, år för år
  .venv/bin/overens agreement tillganglighet-2024  ett avtal: potter, regler, bilagor, motsägelser
  .venv/bin/overens year 2021 --csv-excel --out 2021.csv
  .venv/bin/overens read docs/exempel/pressmeddelande-2026-12.md  vad ett pressmeddelande säger
  .venv/bin/overens simulate docs/exempel/scenario-golv.yaml      vad händer om golvet vore 20 Mkr?
  .venv/bin/overens performance operationer-2025-del-2            vad som tjänades in, och vad som missades
  .venv/bin/overens check --contradictions         var källorna säger emot varandra
  .venv/bin/overens --lang en --help               in English
Skriv ett eget avtal: docs/avtalsfilen.md
"""


OUR_FAULT = 4
FIRST_PORT = 8000
PORTS_TRIED = 20
UNATTENDED_SECONDS = 60
"""How long the portal runs where no one sits at a terminal; DEMO_SECONDS says otherwise (0: until it is stopped)."""


def main() -> int:
    """Show the commands, then start the portal; stop at the first that fails."""
    return show() or start_portal(_seconds(os.environ.get("DEMO_SECONDS", "")))


def show() -> int:
    """Run the commands one after the other; stop at the first that fails."""
    for args in SHOWN:
        shown = " ".join(f'"{arg}"' if " " in arg else arg for arg in args)
        click.echo(click.style(f"\n$ overens {shown}", bold=True))
        code = run(list(args))
        if code:
            return code
    click.echo(NEXT)
    return 0


def start_portal(seconds: int) -> int:
    """Start the portal on this machine, see that its first page answers, and let it run.

    Args:
        seconds: How long; 0 until it is stopped.
    """
    port = _free_port()
    click.echo(click.style(f"$ overens serve --port {port}", bold=True))
    command = [sys.executable, "-c", "from overens.cli.start import main; main()", "serve", "--port", str(port)]
    with (
        tempfile.TemporaryFile("w+") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as portal,
    ):
        try:
            assert portal.stdout is not None
            if not portal.stdout.readline():  # it says its address when it answers, or ends
                log.seek(0)
                click.echo(log.read(), err=True, nl=False)
                return portal.wait()
            if not _answers(port):
                return OUR_FAULT
            _say_how_long(seconds)
            with suppress(subprocess.TimeoutExpired):
                portal.wait(seconds or None)
        except KeyboardInterrupt:
            click.echo()
        finally:
            portal.terminate()
            portal.wait()
    return 0


def _answers(port: int) -> bool:
    """Ask for the front page, say how that went, and return whether it went well."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/")
    answer = connection.getresponse()
    size = len(answer.read())
    connection.close()
    click.echo(f"Portalen svarar ({answer.status}, {size} byte). Öppna http://127.0.0.1:{port}/ i en webbläsare.")
    return answer.status == 200


def _say_how_long(seconds: int) -> None:
    if seconds:
        click.echo(f"Den stänger av sig själv efter {seconds} s; DEMO_SECONDS=0 make demo låter den gå.")
    else:
        click.echo("Sluta med Ctrl-C.")
    sys.stdout.flush()


def _seconds(asked: str) -> int:
    """Return how long the portal is to run: as asked, else until it is stopped, or a while where no one can stop it."""
    if asked.isascii() and asked.isdigit():
        return int(asked)
    return 0 if sys.stdout.isatty() else UNATTENDED_SECONDS


def _free_port() -> int:
    """Return the first port from 8000 on that is free on this machine."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        with socket.socket() as tried, suppress(OSError):
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(("127.0.0.1", port))
            return port
    return FIRST_PORT  # taken too: overens serve says so


if __name__ == "__main__":
    sys.exit(main())
