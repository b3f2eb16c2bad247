"""A user's own agreement with performance, its outcomes, and a scenario in which some are uncertain."""

from __future__ import annotations

from pathlib import Path

from tests.cli.own_files import REGIONS

AGREEMENT = """\
id: prov-2024
namn: Prov
slag: överenskommelse
avser: 2024
beslutad: 2023-12-20
status: beslutad
belopp: ej funnet
källa: k
källor:
  k: {{titel: Källan}}
potter:
  a:
    namn: Efter prestation
    belopp: 10 Mkr
    till: regioner
    fördelning: {{andel av: befolkning, per: 2023-12-31}}
    prestation:
      mäts: {{från: 2024-01, till: 2024-03, varje: månad}}
      krav:
        - {{nyckeltal: besök, utfall: besok, bättre än: samma månad 2023, eller minst: 80, andel av potten: 1/1}}
    ej intjänat: {fate}
    källa: k
    {bounds}
  {more}
"""
OUTCOMES = """\
# id: besok
# namn: Besök i tid
# enhet: procent
# mottagare: regioner
# licens: CC0
# lägre är bättre: nej
# serier:
#   "2023-01/2023-03":
#     slag: syntetisk
#     källa: Påhittat
#   "2024-01":
#     slag: syntetisk
#     källa: Påhittat
per,kod,värde
"""
SCENARIO = """\
namn: Våren är osäker
gäller: prov-2024
osäkert:
  - {utfall: besok, per: 2024-02/2024-03, fördelning: {lägst: 40, p50: 60, högst: 90}}
"""


def write_draws(
    folder: Path, *, fate: str = "bonuspott", bounds: str = "", more: str = "", scenario: str = SCENARIO
) -> tuple[Path, Path]:
    """Return a library folder with the agreement and its outcomes, and the scenario file."""
    library = folder / "bibliotek"
    library.mkdir(exist_ok=True)
    (library / "prov-2024.yaml").write_text(AGREEMENT.format(fate=fate, bounds=bounds, more=more), encoding="utf-8")
    rows = [
        f"{month},{code},{50 + (n * 7 + k * 13) % 23}"
        for k, month in enumerate(("2023-01", "2023-02", "2023-03", "2024-01"))
        for n, code in enumerate(REGIONS)
    ]
    (library / "besok.regioner.csv").write_text(OUTCOMES + "\n".join(rows) + "\n", encoding="utf-8")
    path = folder / "scenario.yaml"
    path.write_text(scenario, encoding="utf-8")
    return library, path
