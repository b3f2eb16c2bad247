"""The console blocks of a document, and whether what they show is what is printed."""

from __future__ import annotations

import re
from pathlib import Path

CONSOLE = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)\n?```", re.DOTALL)
CUT = "…"
TUTORIAL = Path(__file__).parents[2] / "docs" / "forsta-avtalsfilen.md"


def assert_shown(document: str, shown: str, printed: str) -> None:
    """Assert that what is shown was printed, in that order; a line of … stands for lines that are left out."""
    at = 0
    for piece in shown.split(f"\n{CUT}\n"):
        wanted = piece.removesuffix(f"\n{CUT}").removeprefix(f"{CUT}\n")
        found = printed.find(wanted, at)
        assert found >= 0, f"{document}: not printed (in this order):\n{wanted}\n\nbut:\n{printed[at:]}"
        at = found + len(wanted)
