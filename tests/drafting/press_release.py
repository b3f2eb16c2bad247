"""A made-up press release whose values are marked by hand, as a file, so that what shows is tested without what finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from overens.drafting.model import ReadTable, Unit
from tests.drafting.made import made, table

MARKED = """\
# {5,5 miljarder kronor|total 2031} till hamnar och fyrar

Totalt {5,5 miljarder kronor|total 2031} satsas under 2031.

## {2,9 miljarder kronor|total regions 2031} till kajer

{380 miljoner kronor|earmark ?outside for=fyrar} öronmärks för fyrar. Det är en ökning med {30 miljoner kronor|change}.

## {2,6 miljarder kronor|total 2031} till farleder

Av det går {2 miljarder kronor|part} till bojar och drygt {596 miljoner kronor|part at_least} till prickar.

Ansökan ska ha kommit in senast {den 3 mars 2031|date apply_by iso=2031-03-03}. Medlen betalas ut {31 februari|date pay_by}.

Om pengarna finns {Överenskommelse om hamnar 2031|name}. {Medlen fördelas efter kajernas längd.|passage=R22}

Region Miljoner kronor
Norrvik 20
Söderhamna 30
Totalt 50
"""
TEXT = re.sub(r"\{([^|{}]*)\|[^{}]*\}", r"\1", MARKED)
SENTENCE = "380 miljoner kronor öronmärks för fyrar."


def harbours() -> ReadTable:
    """Return the table of the press release, placed where it stands."""
    return table(
        {"Norrvik": ("01", 20), "Söderhamna": ("03", 30)},
        unit=Unit.MKR,
        total=51,
        sums=False,
        header="Miljoner kronor",
        at=TEXT.index("Norrvik"),
    )


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the press release as a file; whatever is read in this test is read as it."""
    path = tmp_path / "hamnar-2031-02.md"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(
        "overens.usecases.read.read_words", lambda _, *, dated="": made(MARKED, tables=[harbours()], dated=dated)
    )
    return path
