"""make demo: the year 2024, one place and one explanation, as the command line shows them."""

from __future__ import annotations

import sys

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
  .venv/bin/overens check --contradictions         var källorna säger emot varandra
  .venv/bin/overens --lang en --help               in English
Skriv ett eget avtal: docs/avtalsfilen.md
"""


def main() -> int:
    """Run the commands one after the other; stop at the first that fails."""
    for args in SHOWN:
        shown = " ".join(f'"{arg}"' if " " in arg else arg for arg in args)
        click.echo(click.style(f"\n$ overens {shown}", bold=True))
        code = run(list(args))
        if code:
            return code
    click.echo(NEXT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
