"""Which kind of file a YAML file is, by its keys or else its folder."""

from __future__ import annotations

import pytest

from overens.agreement.file_kind import FileKind, kind_of


@pytest.mark.parametrize(
    ("text", "folder", "kind"),
    [
        ("id: a\nnamn: A\npotter: {}\n", "", FileKind.AGREEMENT),
        ("id: a\nändrar: b\npotter: {}\n", "2024", FileKind.AMENDMENT),
        ("namn: a\nändringar: []\n", "", FileKind.SCENARIO),
        ("namn: a\n", "scenarier", FileKind.SCENARIO),
        ("id: a\nomfattar: []\n", "", FileKind.TOTALS),
        ("id: a\nnamn: A\nsaknas: []\n", "", FileKind.SERIES),
        ("id: a\nnamn: A\n", "serier", FileKind.SERIES),
        ("id: a\nnamn: A\nfel: x\n", "serier", FileKind.SERIES),
        ("id: a\nnamn: A\ntabell: t\n", "sammanstallningar", FileKind.TOTALS),
        ("id: a\nnamn: A\n", "", FileKind.AGREEMENT),
        ("- a\n", "", FileKind.AGREEMENT),
        ("", "", FileKind.AGREEMENT),
        ("a: [", "2024", FileKind.AGREEMENT),
    ],
)
def test_the_keys_tell_or_else_the_folder(text: str, folder: str, kind: FileKind) -> None:
    assert kind_of(text, folder=folder) is kind
