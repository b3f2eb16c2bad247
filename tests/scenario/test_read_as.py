"""Every kind of written file has its reader."""

from __future__ import annotations

import pytest

from overens.agreement.file_kind import FileKind
from overens.scenario.read_as import read_as
from tests.builders import agreement_text


@pytest.mark.parametrize("kind", FileKind)
def test_every_kind_has_a_reader_that_says_what_is_wrong(kind: FileKind) -> None:
    assert read_as(kind, "id: [a]\n", file="f")[1]


def test_an_agreement_is_read_with_its_checks() -> None:
    clause, problems = read_as(FileKind.AGREEMENT, agreement_text("a: {namn: A, belopp: 1 kr, källa: x}"), file="f")
    assert clause is not None
    assert len(problems) >= 2
