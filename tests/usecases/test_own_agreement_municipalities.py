"""A new user's grant to 290 municipalities: base amount and share, and share with a floor, by a figure of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from overens.allocation.model import Basis, State
from overens.intake.register import read_register
from overens.notice.rows import Certainty
from overens.usecases.check import check
from overens.usecases.library import open_library
from overens.usecases.place import show_place
from overens.vocabulary.money import Mark
from overens.vocabulary.recipients import RecipientKind
from tests.usecases.naive import at_least, largest_remainder

TODAY = date(2026, 11, 21)

CODES = [municipality.code for municipality in read_register().municipalities]
ELDERLY = {code: 180 + int(code) * 37 % 4_973 + (52_000 if code == "0180" else 0) for code in CODES}
BASE, FLOOR = 250_000, 400_000

AGREEMENT = """\
id: aldreomsorg-2025
namn: Bemanning i äldreomsorgen 2025
slag: förordning
avser: 2025
beslutad: 2025-02-13
status: beslutad
utbetalare: Socialstyrelsen
anslag: "4:5"
belopp: 700 000 000 kr
källa: beslut
källor:
  beslut: {titel: Fördelning av medel till kommunerna, utgivare: Socialstyrelsen}
potter:
  bemanning:
    namn: Grundbelopp och andel av äldre
    belopp: 500 000 000 kr
    till: kommuner
    fördelning: {grundbelopp: 250 000 kr, resten: {andel av: befolkning-80, per: 2024-12-31}}
    bilaga: {tabell: aldreomsorg-2025, per: 2025-02}
    källa: beslut
  kompetens:
    namn: Andel av äldre, minst 400 000 kr
    belopp: 200 000 000 kr
    till: kommuner
    fördelning: {andel av: befolkning-80, per: 2024-12-31}
    gränser: {golv: 400 000 kr}
    bilaga: {tabell: aldreomsorg-2025, per: 2025-03}
    utbetalning:
      - {datum: 2025-06, andel: 1/2}
      - {datum: 2025-12, andel: 1/2}
    källa: beslut
"""


def figure(figure_id: str, unit: str, series: dict[str, dict[str, int]], kind: str) -> str:
    """Return a figure file for municipalities, one series for each date."""
    lines = [
        f"id: {figure_id}",
        f"namn: {figure_id}",
        f"enhet: {unit}",
        "mottagare: kommuner",
        "licens: CC0",
        "serier:",
    ]
    for per, values in series.items():
        lines += [f'  "{per}":', f"    slag: {kind}", "    källa: prov", f"    summa: {sum(values.values())}"]
    rows = [f"{per};{code};{values[code]}" for per, values in series.items() for code in CODES]
    return "".join(f"# {line}\n" for line in lines) + "per;kod;värde\n" + "\n".join(rows) + "\n"


def published() -> dict[str, dict[str, int]]:
    """Return the two printed tables, worked out in another way than the engine's."""
    above = largest_remainder(500_000_000 - BASE * 290, ELDERLY)
    return {
        "2025-02": {code: BASE + kr for code, kr in above.items()},
        "2025-03": at_least(FLOOR, 200_000_000, ELDERLY),
    }


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A user's folder with the agreement, its key and its two printed tables."""
    files = {
        "aldreomsorg-2025.yaml": AGREEMENT,
        "befolkning-80.kommuner.csv": figure("befolkning-80", "invånare", {"2024-12-31": ELDERLY}, "syntetisk"),
        "aldreomsorg-2025.kommuner.csv": figure("aldreomsorg-2025", "kr", published(), "officiell"),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_printed_tables_sum_and_the_floor_binds_some_but_not_all() -> None:
    base, floor = published().values()

    assert (sum(base.values()), sum(floor.values())) == (500_000_000, 200_000_000)
    assert min(base.values()) > BASE
    assert min(floor.values()) == FLOOR
    assert 20 < sum(kr == FLOOR for kr in floor.values()) < 270


def test_both_tables_are_equal_in_all_290_cells(library: Path) -> None:
    found = check([], [library], TODAY)

    assert [problem.say() for problem in found.problems] == []
    assert {a.pot: (a.comparison.equal, a.comparison.of, a.comparison.basis) for a in found.annexes} == {
        "bemanning": (290, 290, Basis.INDEPENDENT),
        "kompetens": (290, 290, Basis.INDEPENDENT),
    }


@pytest.mark.parametrize(
    ("pot", "per", "total"), [("bemanning", "2025-02", 500_000_000), ("kompetens", "2025-03", 200_000_000)]
)
def test_the_engine_gives_what_the_other_way_gives(library: Path, pot: str, per: str, total: int) -> None:
    found = open_library([library]).allocation("aldreomsorg-2025").pot(pot)

    assert found is not None
    assert found.state is State.COMPUTED
    assert {award.recipient.code: award.amount.kr for award in found.awards} == published()[per]
    assert (found.awarded_kr, found.undistributed_kr) == (total, 0)


def test_a_krona_wrong_in_the_table_is_found_by_name(library: Path) -> None:
    path = library / "aldreomsorg-2025.kommuner.csv"
    kr = published()["2025-02"]["0680"]
    text = path.read_text(encoding="utf-8")
    assert f"2025-02;0680;{kr}\n" in text
    path.write_text(
        text.replace(f"2025-02;0680;{kr}\n", f"2025-02;0680;{kr + 1}\n").replace("500000000", "500000001"),
        encoding="utf-8",
    )

    (problem,) = check([], [library], TODAY).problems

    assert problem.place.file.endswith("aldreomsorg-2025.yaml")
    assert problem.place.line == 19
    assert "Jönköping" in problem.message.say()
    assert "'bemanning'" in problem.message.say()


def test_a_municipality_sees_both_pots_and_its_two_payments(library: Path) -> None:
    jonkoping = read_register().get(RecipientKind.MUNICIPALITY, "0680")
    assert jonkoping is not None

    place = show_place(open_library([library]), jonkoping, 2025)

    rows = {row.pot.id: row for row in place.rows if row.allocation.agreement.id == "aldreomsorg-2025"}
    assert set(rows) == {"bemanning", "kompetens"}
    kompetens = rows["kompetens"].award
    assert kompetens is not None
    assert kompetens.amount.kr == published()["2025-03"]["0680"]
    assert len(kompetens.instalments) == 2
    assert sum(kompetens.instalments) == kompetens.amount.kr
    assert [d.when and str(d.when) for d in place.deadlines if d.pot == "kompetens"] == ["2025-06", "2025-12"]


def test_a_synthetic_key_is_certain_only_where_a_printed_table_says_the_same(library: Path) -> None:
    with_table = open_library([library]).allocation("aldreomsorg-2025").pots
    (library / "aldreomsorg-2025.yaml").write_text(
        "".join(line for line in AGREEMENT.splitlines(keepends=True) if "bilaga" not in line), encoding="utf-8"
    )
    without = open_library([library]).allocation("aldreomsorg-2025").pots

    assert {award.amount.mark for pot in with_table for award in pot.awards} == {Mark.VERIFIED}
    assert {award.amount.mark for pot in without for award in pot.awards} == {Mark.INFERRED}
    jonkoping = read_register().get(RecipientKind.MUNICIPALITY, "0680")
    assert jonkoping is not None
    rows = show_place(open_library([library]), jonkoping, 2025).rows
    assert {row.certainty for row in rows if row.pot.id == "kompetens"} == {Certainty.INFERRED}
