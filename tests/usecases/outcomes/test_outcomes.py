"""Outcomes from a filled file to figure files: the first, corrections, nothing new, and what is refused."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from overens.intake.register import read_register
from overens.usecases.library import open_library
from overens.usecases.outcomes.into_folder import Becomes, Imported, plan_import, write_import
from overens.usecases.outcomes.read import read_outcomes
from tests.builders import REGION, plain_spaces, when

TODAY = date(2026, 1, 1)
CODES = [one.code for one in read_register().regions]
HEAD = """\
# källa: {{titel: Provmätningen, utgivare: Provmyndigheten}}
# känd från: {known_from}
# slag: syntetisk
# licens: fri
# nyckeltal:
#   besok: {{namn: Besök inom 30 dagar, mått: andel, lägre är bättre: nej}}
#   op: {{namn: Operationer, mått: volym}}
nyckeltal;per;kod;namn;värde;täljare;nämnare
"""


def text(
    visits: Mapping[str, tuple[int, int]] | None = None,
    known_from: str = "2024-03-15",
    more: str = "",
    *,
    period: str = "2024-01",
) -> str:
    shares = {**dict.fromkeys(CODES, (1, 3)), **(visits or {})}
    rows = [f"besok;{period};{code};;;{n};{of}\n" for code, (n, of) in shares.items()]
    rows += [f"op;{period};{code};;7;;\n" for code in CODES]
    return HEAD.format(known_from=known_from) + "".join(rows) + more


def plan(folder: Path, content: str) -> Imported:
    path = folder / "utfall.csv"
    path.write_text(content, encoding="utf-8")
    return plan_import(path, folder / "ut", [], TODAY)


def take_in(folder: Path, content: str) -> Imported:
    planned = plan(folder, content)
    assert [one.say() for one in planned.problems] == []
    write_import(planned)
    return planned


def said(folder: Path, content: str) -> list[str]:
    planned = plan(folder, content)
    assert planned.figures == () if planned.faulty else planned.figures
    return [plain_spaces(one.say()) for one in planned.problems]


def test_outcomes_become_figures_that_a_library_reads(tmp_path: Path) -> None:
    first = take_in(tmp_path, text())
    assert {one.path.name for one in first.figures} == {"besok.regioner.csv", "op.regioner.csv"}
    library = open_library([tmp_path / "ut"], shipped=False)
    snapshot = library.snapshot([("besok", REGION), ("op", REGION)])
    assert library.problems == []
    visits, operations = (snapshot.get(name, REGION, when("2024-01")) for name in ("besok", "op"))
    assert visits is not None
    assert operations is not None
    assert (visits.values["01"], visits.unit, visits.lower_is_better) == (Fraction(100, 3), "procent", False)
    assert list(visits.counted["01"]) == [1, 3]
    assert (visits.kind.value, visits.publisher, str(visits.known_from)) == (
        "syntetisk",
        "Provmyndigheten",
        "2024-03-15",
    )
    assert (operations.values["25"], operations.unit, len(operations.counted)) == (Fraction(7), "antal", 0)


def test_the_same_again_is_nothing_new(tmp_path: Path) -> None:
    take_in(tmp_path, text())
    again = take_in(tmp_path, text())
    assert {one.becomes for one in again.figures} == {Becomes.NOTHING_NEW}
    assert len(list((tmp_path / "ut").iterdir())) == 2


def test_a_correction_is_a_new_version_and_the_first_is_as_it_was(tmp_path: Path) -> None:
    take_in(tmp_path, text())
    before = (tmp_path / "ut" / "besok.regioner.csv").read_bytes()
    planned = take_in(tmp_path, text({"03": (2, 3)}, "2024-06-01"))
    by_id = {one.indicator: one for one in planned.figures}
    assert (by_id["op"].becomes, by_id["besok"].values) == (Becomes.NOTHING_NEW, 1)
    assert by_id["besok"].path.name == "besok@2024-06-01.regioner.csv"
    assert (tmp_path / "ut" / "besok.regioner.csv").read_bytes() == before
    library = open_library([tmp_path / "ut"], shipped=False)
    snapshot = library.snapshot([("besok", REGION)])
    assert library.problems == []
    for day, value in ((None, Fraction(200, 3)), (date(2024, 5, 31), Fraction(100, 3))):
        found = snapshot.known_on(day).get("besok", REGION, when("2024-01"))
        assert found is not None
        assert found.values["03"] == value


def test_a_new_month_is_added_as_a_version_with_every_region(tmp_path: Path) -> None:
    take_in(tmp_path, text())
    later = "".join(f"op;2024-02;{code};;9;;\n" for code in CODES[:20])
    planned = plan(tmp_path, text(None, "2024-06-01", later))
    assert ["saknar värde för 2024-02" in one.say() for one in planned.problems] == [True]
    write_import(planned)
    library = open_library([tmp_path / "ut"], shipped=False)
    (series,) = [
        one for one in library.snapshot([("op", REGION)]).named("op", REGION) if one.key.measured_on == "2024-02"
    ]
    assert library.problems == []
    assert series.values[CODES[20]] is None


@pytest.mark.parametrize(
    ("known_from", "words"),
    [
        ("2024-03-15", "Av 'besok' finns redan en version som är känd från 2024-03-15, och värdena här är andra."),
        ("2024-03-14", "Av 'besok' finns redan en version känd från 2024-03-15, senare än 2024-03-14."),
    ],
)
def test_two_versions_cannot_be_known_from_one_day(tmp_path: Path, known_from: str, words: str) -> None:
    take_in(tmp_path, text())
    (problem,) = said(tmp_path, text({"03": (2, 3)}, known_from))
    assert problem.startswith(words)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (";;;1;3\n", ";;;1;0\n", "Raderna 9 ('1 / 0'), 10 ('1 / 0'),"),
        ("besok;2024-01;03;;;1;3", "besok;2024-01;03;;;4;3", "Rad 10 ('4 / 3'): Andelen är över 100 %"),
        ("besok;2024-01;03;;;1;3", "besok;2024-01;03;;101;;", "Rad 10 ('101'): Andelen är inte mellan 0 och 100"),
        ("besok;2024-01;03", "bsok;2024-01;03", "Rad 10: Nyckeltalet 'bsok' står inte i huvudet. Menade du 'besok'?"),
        ("besok;2024-01;03", "besok;jan-24;03", "Rad 10 ('jan-24'): Det är ingen månad och inget år."),
        ("besok;2024-01;03", "besok;2024-01;01", "Rad 10: Samma region och period står två gånger."),
        ("besok;2024-01;03", "besok;2025-01;03", "Rad 10 ('2025-01'): Perioden hade inte börjat"),
        ("op;2024-01;03;;7;;", "op;2024-01;03;;7;1;2", "Rad 31: Kolumnen passar inte måttet"),
        ("op;2024-01;03;;7;;", "op;2024-01;0380;;7;;", "Rad 31 ('0380'): Raden är en kommun"),
        ("op;2024-01;03;;7;;", "op;2024-01;03;;7,5;;", "Rad 31 ('7,5'): Ett antal är ett heltal"),
        ("nyckeltal;per;kod", "nyckeltal;när;kod", "Rad 8: Kolumnen 'per' saknas."),
        ("# känd från: 2024-03-15", "# känd från: 2024-03", "Rad 2 ('2024-03'): 'känd från' är inte en dag."),
        ("# känd från: 2024-03-15", "# känd från: 2031-03-15", "Rad 2 ('2031-03-15'): 'känd från' är en dag som inte"),
        ("# känd från: 2024-03-15", "# känd från: att fylla i", "Rad 2: 'känd från' är kvar att fylla i."),
        ("mått: volym", "mått: vikt", "Rad 7: "),
        ("# slag: syntetisk\n", "", "'slag' saknas"),
        (HEAD.format(known_from="2024-03-15"), "nyckeltal;per;kod;namn;värde\n", "Rad 1: Filen saknar huvud."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_line_and_nothing_is_written(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    problems = said(tmp_path, text().replace(old, new))
    assert words in problems[0]
    assert not (tmp_path / "ut").exists()


def test_what_is_there_already_and_wrong_is_told_with_its_file(tmp_path: Path) -> None:
    take_in(tmp_path, text())
    path = tmp_path / "ut" / "op.regioner.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2024-01,25,", "2024-01,99,"), encoding="utf-8")
    (problem,) = said(tmp_path, text({"03": (2, 3)}, "2024-06-01"))
    assert problem.startswith("Det som redan finns av 'op' har fel (")


@pytest.mark.parametrize("failing", [1, 2])
def test_a_full_disk_in_the_middle_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    planned = plan(tmp_path, text())
    calls = 0

    def full(_: int) -> None:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_import(planned)
    assert list((tmp_path / "ut").iterdir()) == []


def test_a_file_that_has_come_meanwhile_is_never_written_over(tmp_path: Path) -> None:
    planned = plan(tmp_path, text())
    (tmp_path / "ut").mkdir()
    there = tmp_path / "ut" / "op.regioner.csv"
    there.write_text("mitt", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_import(planned)
    assert [one.name for one in (tmp_path / "ut").iterdir()] == ["op.regioner.csv"]
    assert there.read_text(encoding="utf-8") == "mitt"


def test_a_figure_of_the_shipped_library_is_corrected_not_doubled(tmp_path: Path) -> None:
    head = (
        HEAD.format(known_from="2025-06-01")
        .replace("besok:", "N79179:")
        .replace("#   op: {namn: Operationer, mått: volym}\n", "")
    )
    planned = plan(tmp_path, head + "N79179;2024;01;;88,0;;\n")
    (figure,) = planned.figures
    assert (figure.becomes, figure.path.name) == (Becomes.CORRECTION, "N79179@2025-06-01.regioner.csv")


def test_an_outcome_of_a_year_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "utfall.csv"
    path.write_text(text(period="2023"), encoding="utf-8")
    read = read_outcomes(path, read_register(), TODAY)
    assert {one.period for of in read.outcomes.values() for one in of} == {"2023"}
