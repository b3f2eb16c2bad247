"""An agreement that is earned by two requirements, and monthly outcomes for it, as files of a user's own library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from overens.agreement.label import Wanted
from overens.intake.register import read_register
from overens.usecases.library import Library
from overens.usecases.performance_library import open_with_outcomes

CODES = tuple(region.code for region in read_register().regions)
MONTHS = ("2024-01", "2024-02", "2024-03")
BEFORE = ("2023-01", "2023-02", "2023-03")

AGREEMENT = """\
id: prov-2024
namn: Prov
slag: överenskommelse
avser: 2024
beslutad: 2023-12-20
status: beslutad
belopp: 210 Mkr
källa: k
källor:
  k: {{titel: Källan}}
potter:
  bup:
    namn: Prestation
    belopp: 210 Mkr
    till: regioner
    fördelning: lika
    prestation:
      mäts: {{från: 2024-01, till: 2024-03, varje: månad}}
      krav:
        - {{nyckeltal: Besök, utfall: besok, bättre än: samma månad 2023, eller minst: {level}, andel av potten: 2/3}}
        - {{nyckeltal: Utredning, utfall: utredning, bättre än: samma månad 2023, andel av potten: {share}}}
    ej intjänat: {fate}
    källa: k
"""

OUTCOME = """\
# id: {name}
# namn: {name}
# enhet: procent
# mottagare: regioner
# licens: CC0
{more}# serier:
#   "2023-01/2024-12":
#     slag: {kind}
#     källa: Prov
per,kod,namn,värde
{rows}"""

Values = Mapping[str, Mapping[str, object]]
"""Month -> code -> value; a code left out has the value of 'alla'."""


def agreement(*, level: str = "70", share: str = "1/3", fate: str = "bonuspott") -> str:
    """Return the agreement: 10 Mkr for each region, two thirds for visits, one third for assessments."""
    return AGREEMENT.format(level=level, share=share, fate=fate)


def outcome(name: str, values: Values, *, kind: str = "syntetisk", more: str = "") -> str:
    """Return a figure file with the months; a value of None leaves the row out."""
    rows = [
        f"{month},{code},x,{value}\n"
        for month, of in values.items()
        for code in CODES
        for value in [of.get(code, of.get("alla"))]
        if value is not None
    ]
    return OUTCOME.format(name=name, kind=kind, rows="".join(rows), more=more)


VISITS: Values = {
    **{month: {"alla": 60} for month in BEFORE},
    "2024-01": {"alla": 61, "09": 60},  # Gotland as before: more than 0
    "2024-02": {"alla": 59, "01": 75},
    "2024-03": {"alla": 65, "09": 58},
}
ASSESSMENTS: Values = {
    **{month: {"alla": 50} for month in BEFORE},
    "2024-01": {"alla": 55, "09": 47},
    "2024-02": {"alla": 55},
    "2024-03": {"alla": 55},
}


def without(values: Values, *months: str) -> Values:
    """Return the outcomes without some months."""
    return {month: of for month, of in values.items() if month not in months}


def write_library(
    folder: Path, *, text: str = "", visits: str = "", assessments: str = "", more: Mapping[str, str] | None = None
) -> Path:
    """Write the agreement and its outcomes to a library folder, and what is more by file name."""
    files = {
        "avtal/prov-2024.yaml": text or agreement(),
        "underlag/besok.regioner.csv": visits or outcome("besok", VISITS),
        "underlag/utredning.regioner.csv": assessments or outcome("utredning", ASSESSMENTS),
        **(more or {}),
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def open_library(folder: Path, outcomes: Iterable[Path] = ()) -> Library:
    """Open the library in the folder, only the one agreement."""
    return open_with_outcomes([folder], outcomes, Wanted(agreement="prov-2024"))
