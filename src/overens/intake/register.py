"""The shipped lists of regions and municipalities -> Register."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from overens.vocabulary.recipients import GROUPED_IN, MunicipalityGroup, Recipient, RecipientKind, Register


def shipped_library() -> Path:
    """Return the folder with the agreements and figures that come with the program."""
    return Path(__file__).parent.parent / "library"


@cache
def read_register() -> Register:
    """Return every region, municipality and county, in code order."""
    folder = shipped_library() / "mottagare"
    regions = _rows(folder / "regioner.csv")
    municipalities = _rows(folder / "kommuner.csv")
    return Register(
        tuple(_region(r) for r in regions),
        tuple(_municipality(m) for m in municipalities),
        tuple(Recipient(RecipientKind.AREA, r["kod"], r["lan"], r["kortnamn"], r["kod"]) for r in regions),
    )


def _region(row: dict[str, str]) -> Recipient:
    aliases = tuple(filter(None, row["andra_namn"].split("|")))
    return Recipient(RecipientKind.REGION, row["kod"], row["namn"], row["kortnamn"], row["kod"], aliases=aliases)


def _municipality(row: dict[str, str]) -> Recipient:
    group = MunicipalityGroup(row[f"skr_grupp_{GROUPED_IN}"], row[f"skr_grupp_{GROUPED_IN}_namn"])
    return Recipient(RecipientKind.MUNICIPALITY, row["kod"], row["namn"], row["kortnamn"], row["lan"], group=group)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return sorted(csv.DictReader(lines), key=lambda row: row["kod"])
