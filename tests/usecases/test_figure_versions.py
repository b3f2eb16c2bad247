"""A figure in several files: corrections by the day in their names, and what cannot be told apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from overens.intake.register import read_register
from overens.usecases.figures import list_figures, show_figure
from overens.usecases.library import Library, open_library
from tests.builders import said

CODES = [one.code for one in read_register().regions]


def text(values: dict[str, int], *, known_from: str | None, on: str = "2024-01", unit: str = "antal") -> str:
    known = f", känd från: {known_from}" if known_from else ""
    head = f"# id: besok\n# namn: Besök\n# enhet: {unit}\n# mottagare: regioner\n# licens: CC0\n"
    head += f'# serier:\n#   "{on}": {{slag: officiell, källa: Mätningen{known}}}\n'
    return head + "per,kod,värde\n" + "".join(f"{on},{code},{value}\n" for code, value in values.items())


WHOLE = text(dict.fromkeys(CODES, 5), known_from="2024-02-20")
CORRECTION = text({"03": 50}, known_from="2024-03-15")


def library(folder: Path, **files: str) -> Library:
    """Return the library of a folder: 'besok' is besok.regioner.csv, 'besok_2024_03_15' its correction of that day."""
    for name, content in files.items():
        figure, _, day = name.partition("_")
        path = folder / f"{figure}{'@' + day.replace('_', '-') if day else ''}.regioner.csv"
        path.write_text(content, encoding="utf-8")
    return open_library([folder], shipped=False)


def faults(found: Library) -> list[str]:
    list_figures(found)
    return said(found.problems)


def value(found: Library, code: str, day: date | None = None) -> str:
    (one,) = show_figure(found, "besok", "2024-01", day)
    return str(one.series[0].values[code]) if one.series else "-"


def test_the_last_known_version_counts_and_the_first_is_still_there(tmp_path: Path) -> None:
    found = library(tmp_path, besok=WHOLE, besok_2024_03_15=CORRECTION)
    assert faults(found) == []
    assert (value(found, "03"), value(found, "04")) == ("50", "5")
    assert value(found, "03", date(2024, 3, 14)) == "5"
    assert value(found, "03", date(2024, 2, 1)) == "-"
    (one,) = list_figures(found)
    assert one.file.endswith("besok.regioner.csv")


def test_a_correction_may_add_a_month_for_all(tmp_path: Path) -> None:
    more = text(dict.fromkeys(CODES, 6), known_from="2024-03-15", on="2023-12")
    found = library(tmp_path, besok=WHOLE, besok_2024_03_15=more)
    assert faults(found) == []
    (one,) = list_figures(found)
    assert [series.key.measured_on for series in one.series] == ["2023-12", "2024-01"]


@pytest.mark.parametrize(
    ("name", "content", "where", "words"),
    [
        ("besok_2024_02_20", CORRECTION.replace("03-15", "02-20"), ":9:12", "Rättelsen av '2024-01' är känd från 2024-02-20"),
        ("besok_2024_01_31", CORRECTION.replace("03-15", "01-31"), ":9:12", "Rättelsen av '2024-01' är känd från 2024-01-31"),
        ("besok_2024_03_16", CORRECTION, ":9:12", "en rättelse känd från 2024-03-16, men serien '2024-01' är känd från 2024-03-15"),
        ("besok_2024_03_15", text({"03": 50}, known_from=None), ":9:12", "är känd från …"),
        ("besok_2024_03", CORRECTION.replace("-15", ""), ":1:1", "känd från '2024-03', som inte är en dag."),
        ("besok_igår", CORRECTION, ":1:1", "känd från 'igår', som inte är en dag."),
        ("besok_2024_03_15", CORRECTION.replace("2024-01", "2023-12"), ":9:12", "20 mottagare saknas för 2023-12"),
        ("besok_2024_03_15", CORRECTION.replace("antal", "kr"), ":9:12", "Rättelsen är i kr, men det den rättar"),
    ],
)  # fmt: skip
def test_a_correction_that_cannot_be_one_is_told(
    tmp_path: Path, name: str, content: str, where: str, words: str
) -> None:
    (fault,) = faults(library(tmp_path, besok=WHOLE, **{name: content}))
    assert f"{where}: " in fault
    assert words in fault


def test_two_versions_with_one_known_from_date_are_told(tmp_path: Path) -> None:
    other = tmp_path / "igen"
    other.mkdir()
    (other / "besok@2024-03-15.regioner.csv").write_text(CORRECTION, encoding="utf-8")
    (fault,) = faults(library(tmp_path, besok=WHOLE, besok_2024_03_15=CORRECTION))
    assert "Två rättelser är kända från 2024-03-15; den första är" in fault


def test_a_second_file_that_corrects_nothing_is_told_as_ever(tmp_path: Path) -> None:
    other = tmp_path / "igen"
    other.mkdir()
    (other / "besok.regioner.csv").write_text(WHOLE, encoding="utf-8")
    (fault,) = faults(library(tmp_path, besok=WHOLE))
    assert "Underlaget finns redan i" in fault
    assert "en rättelse heter 'besok@2024-03-15.regioner.csv'" in fault
