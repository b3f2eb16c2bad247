"""Figures as they were known on a day."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import overens

FIGURE = """\
# id: provtal
# namn: Provtal
# enhet: antal
# mottagare: regioner
# licens: CC0
# serier:
#   "2023":
#     slag: officiell
#     källa: {titel: Källan}
#     känd från: 2024-02
per,kod,namn,värde
""" + "".join(
    f"2023,{code:02d},,{code}\n"
    for code in (1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 17, 18, 19, 20, 21, 22, 23, 24, 25)
)


def figures(folder: Path, *args: str) -> tuple[int, str]:
    (folder / "provtal.regioner.csv").write_text(FIGURE, encoding="utf-8")
    found = overens("figures", *args, "--library", str(folder))
    return found.code, found.said


def test_a_series_is_shown_from_the_day_it_was_known(tmp_path: Path) -> None:
    assert figures(tmp_path, "show", "provtal", "--as-known-on", "2024-02-29")[0] == 0
    code, said = figures(tmp_path, "show", "provtal", "--as-known-on", "2024-02-28")
    assert (code, "Inget av underlaget var känt den dagen." in said) == (2, True)


def test_the_list_counts_only_what_was_known(tmp_path: Path) -> None:
    code, said = figures(tmp_path, "list", "--as-known-on", "2024-01-01", "--csv")
    row = next(line for line in said.split() if line.startswith("provtal,"))
    assert (code, "2023" in row) == (0, False)
