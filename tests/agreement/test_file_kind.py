"""Which kind of file a YAML file is, by its keys or else its folder."""

from __future__ import annotations

import pytest

from overens.agreement.file_kind import FileKind, kind_of, read_as
from tests.builders import agreement_text


@pytest.mark.parametrize(
    ("text", "folder", "kind"),
    [
        ("id: a\nnamn: A\npotter: {}\n", "", FileKind.AGREEMENT),
        ("id: a\nändrar: b\npotter: {}\n", "2024", FileKind.AMENDMENT),
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


@pytest.mark.parametrize("kind", FileKind)
def test_every_kind_has_a_reader_that_says_what_is_wrong(kind: FileKind) -> None:
    assert read_as(kind, "id: [a]\n", file="f")[1]


def test_an_agreement_is_read_with_its_checks() -> None:
    clause, problems = read_as(FileKind.AGREEMENT, agreement_text("a: {namn: A, belopp: 1 kr, källa: x}"), file="f")
    assert clause is not None
    assert len(problems) >= 2
