"""A user's own agreement and figure files, short enough for a test to show what is wrong in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from overens.intake.register import read_register
from tests.cli.running import overens

REGIONS = tuple(region.code for region in read_register().regions)
MUNICIPALITIES = tuple(municipality.code for municipality in read_register().municipalities)
BY_POPULATION = "{andel av: befolkning, per: 2023-12-31}"

AGREEMENT = """\
id: prov-2024
namn: Prov
slag: överenskommelse
avser: 2024
beslutad: 2023-12-20
status: beslutad
belopp: {total}
källa: k
källor:
  k: {{titel: Källan}}
potter:
  a:
    namn: Till alla
    belopp: {amount}
    till: {to}
    fördelning: {key}
    källa: k
{more}"""

FIGURE = """\
# id: provtal
# namn: Provtal
# enhet: {unit}
# mottagare: {to}
# licens: CC0
# serier:
#   "2023-12-31":
#     slag: officiell
#     källa: Provmyndigheten
per,kod,namn,värde
{rows}"""


def agreement(
    amount: str = "1 000 000 kr",
    *,
    total: str | None = None,
    key: str = BY_POPULATION,
    to: str = "regioner",
    more: str = "",
) -> str:
    """Return an agreement with one pot: its amount stands on line 14, its key on 16, what is more from 18."""
    return AGREEMENT.format(total=total or amount, amount=amount, key=key, to=to, more=more)


def figure(values: Mapping[str, object], *, unit: str = "antal", to: str = "regioner") -> str:
    """Return the figure 'provtal' of 2023-12-31: its first value stands on line 11."""
    return FIGURE.format(unit=unit, to=to, rows="".join(f"2023-12-31,{code},x,{values[code]}\n" for code in values))


def write(folder: Path, **files: str | bytes) -> Path:
    """Write files to a library folder: 'prov_yaml' is prov.yaml, 'provtal_regioner_csv' provtal.regioner.csv."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@dataclass(frozen=True)
class Checked:
    """What checking a path gave; each problem is 'file.yaml:14:13: what is wrong. What to write.', with plain spaces."""

    path: Path
    code: int
    swedish: list[str]

    @property
    def english(self) -> list[str]:
        """The same problems in English."""
        answer = overens("check", self.path, "--json", "--lang", "en")
        assert (answer.code, answer.err) == (self.code, "")
        return [_line(problem) for problem in answer.parsed["problems"]]


def check(path: Path) -> Checked:
    """Check a folder or file."""
    answer = overens("check", path, "--json")
    assert answer.err == ""
    return Checked(path, answer.code, [_line(problem) for problem in answer.parsed["problems"]])


def _line(problem: dict[str, str]) -> str:
    words = f"{problem['message']} {problem['remedy']}".replace("\u00a0", " ")
    return f"{Path(problem['file']).name}:{problem['line']}:{problem['column']}: {words}"
