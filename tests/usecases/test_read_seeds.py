"""The two press releases that the project started from are read whole."""

from __future__ import annotations

import pytest

from overens.drafting.model import ReadAmount, Receiver, Role, Unit
from overens.drafting.reading import ReadDocument
from overens.drafting.sums import tree_of_sums
from overens.usecases.read import read_words
from tests.builders import SHARED

SEEDS = SHARED / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not beside the repository")
MKR = 1_000_000


def seed(number: str) -> ReadDocument:
    [path] = SEEDS.glob(f"{number}_*.txt")
    return read_words(path.open(encoding="utf-8", newline="").read(), dated="")


def said(amount: ReadAmount) -> tuple[float, str, str]:
    return amount.mention.kr / MKR, amount.role.chosen.name, amount.receiver.chosen.name


def test_the_release_of_2023_has_one_sum_two_tables_and_five_agreements() -> None:
    document = seed("000")
    assert [(a.mention.kr / MKR, a.receiver.chosen, a.mention.period) for a in document.amounts] == [
        (750, Receiver.MUNICIPALITIES, "2024")
    ]
    assert [(t.unit.chosen, int(t.total or 0), t.sums, len(t.rows)) for t in document.tables] == [
        (Unit.MKR, 9842, True, 21),
        (Unit.MKR, 750, True, 21),
    ]
    assert {row.code for row in document.tables[0].rows} == {row.code for row in document.tables[1].rows}
    assert len(document.names) == 5
    assert document.names[0].subject == "ökad tillgänglighet i hälso- och sjukvården"


def test_the_release_of_2020_has_every_sum_with_earmark_change_and_what_lies_outside() -> None:
    assert [said(amount) for amount in seed("002").amounts] == [
        (5500, "TOTAL", "NONE"),
        (5500, "TOTAL", "NONE"),
        (2900, "TOTAL", "NONE"),
        (2900, "TOTAL", "NONE"),
        (380, "EARMARK", "NONE"),
        (500, "TOTAL", "NONE"),
        (500, "TOTAL", "NONE"),
        (76.5, "PART", "RCC"),
        (28.5, "CHANGE", "RCC"),
        (80, "PART", "NONE"),
        (100, "OUTSIDE", "NONE"),
        (1700, "TOTAL", "NONE"),
        (1700, "TOTAL", "NONE"),
        (397, "TOTAL", "NONE"),
        (290, "PART", "NONE"),
        (86, "PART", "NONE"),
        (20, "PART", "NONE"),
        (100, "OUTSIDE", "NONE"),
    ]


def test_its_four_agreements_stand_under_the_whole_and_their_parts_can_be_theirs() -> None:
    [whole] = [node for node in tree_of_sums(seed("002")) if node.amount.role.chosen is Role.TOTAL]
    assert [(part.amount.mention.kr / MKR, part.compatible) for part in whole.parts] == [
        (2900, None),
        (500, None),
        (1700, None),
        (397, True),
    ]
    assert whole.compatible
