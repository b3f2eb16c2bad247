"""A document's sums stand in trees: each once, parts under their whole, and whether they make it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overens.drafting.sums import SumNode, divided, tree_of_sums, walk_sums
from overens.vocabulary.money import Amount
from tests.drafting.made import made


def shape(nodes: Sequence[SumNode]) -> list[object]:
    """Return trees as nested lists: millions, then what is under them, earmarks after a star."""
    return [
        [node.money.kr // 10**6, *shape(node.parts), *(["*", *shape(node.earmarks)] if node.earmarks else [])]
        for node in nodes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{900 miljoner kronor|total}: {400 miljoner kronor|part} och {500 miljoner kronor|part}.", [[900, [400], [500]]]),
        ("{400 miljoner kronor|part} och {500 miljoner kronor|part}, totalt {900 miljoner kronor|total}.", [[900, [400], [500]]]),
        # the heading says it roughly, the text exactly: one sum
        ("# {1,3 miljarder kronor|total} till vården\n\nDet är {1 320 000 000 kronor|total}.", [[1320]]),
        # and so a part that its heading says roughly
        (
            "Totalt {7 miljarder kronor|total}.\n\n## {6 miljarder kronor|part nearly} till vården\n\nDet är {5,9 miljarder kronor|part}.",
            [[7000, [5900]]],
        ),
        # one sum in two sections is two
        ("# Vård\n\n## A\n\nDär {50 miljoner kronor|total for=kort}.\n\n## B\n\nHär {50 miljoner kronor|total for=recept}.", [[50], [50]]),
        # the wholes of sections under the whole that they make
        (
            "# {9 miljoner kronor|total}\n\n## A\n\nDet blir {4 miljoner kronor|total}.\n\n## B\n\nDet blir {5 miljoner kronor|total}.",
            [[9, [4], [5]]],
        ),
        # varav of a part is of that part
        ("{9 miljoner kronor|total}. {5 miljoner kronor|part} går dit, varav {1 miljoner kronor|earmark}.", [[9, [5, "*", [1]]]]),
        ("{9 miljoner kronor|total}. {5 miljoner kronor|part} dit, varav {3 Mkr|earmark} och {2 Mkr|earmark}.", [[9, [5, "*", [3], [2]]]]),
        # what is for another year or greater is no part
        ("{9 miljoner kronor|total 2024} och {3 miljoner kronor|part 2025}.", [[9], [3]]),
        ("{9 miljoner kronor|total} och {30 miljoner kronor|part}.", [[9], [30]]),
        # the part said again in another paragraph
        ("{9 miljoner kronor|total}: {4 miljoner kronor|part skr}.\n\nSå.\n\nDe {4 miljoner kronor|part skr} används.", [[9, [4]]]),
        ("{9 miljoner kronor|total}:\n\n* {4 miljoner kronor|part}\n* {4 miljoner kronor|part}\n", [[9, [4], [4]]]),
    ],
)  # fmt: skip
def test_where_each_sum_stands(text: str, expected: list[object]) -> None:
    assert shape(tree_of_sums(made(text))) == expected


def test_what_is_beside_stands_with_the_sum_of_its_sentence() -> None:
    (whole,) = tree_of_sums(
        made(
            "{500 miljoner kronor|total}. {76,5 miljoner kronor|part rcc}, upp {28,5 miljoner kronor|change}. "
            "Därtill {100 miljoner kronor|outside}."
        )
    )
    assert [one.mention.kr for one in whole.parts[0].beside] == [28_500_000]
    assert [one.mention.kr for one in whole.beside] == [100_000_000]


@pytest.mark.parametrize(
    ("text", "compatible", "difference"),
    [
        ("{9 miljoner kronor|total}: {4 miljoner kronor|part} och {5 miljoner kronor|part}.", True, 0),
        ("{9 miljoner kronor|total}: {4 miljoner kronor|part} och {7 miljoner kronor|part}.", False, -2_000_000),
        ("{9 miljoner kronor|total}: {4 miljoner kronor|part} och {2 miljoner kronor|part}.", None, 3_000_000),
        ("{9 miljoner kronor|total}: {4 miljoner kronor|part}.", None, 5_000_000),
        ("{9 miljoner kronor|total}.", None, None),
        (
            "{90 miljoner kronor|total}:\n\n* {40 miljoner kronor|part}\n* {20 miljoner kronor|part}\n* {10 miljoner kronor|part}\n",
            False,
            20_000_000,
        ),
    ],
)
def test_whether_the_parts_make_the_whole(text: str, compatible: bool | None, difference: int | None) -> None:
    (whole,) = tree_of_sums(made(text))
    gap = whole.difference
    assert (whole.compatible, gap.kr if isinstance(gap, Amount) else None) == (compatible, difference)


def test_earmarks_may_be_all_of_it() -> None:
    (whole,) = tree_of_sums(
        made("{9 miljoner kronor|total} varav {4 miljoner kronor|earmark} och {5 miljoner kronor|earmark}.")
    )
    assert divided(whole) == whole.earmarks


roles = st.sampled_from(["total", "part", "earmark", "change", "outside", "per_unit", "other"])


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 10**9), roles, st.sampled_from([". ", "\n\n", "\n\n## Rubrik\n\n", " och "])),
        max_size=14,
    )
)
def test_every_sum_is_in_the_trees_once(sums: list[tuple[int, str, str]]) -> None:
    document = made("".join(f"{{{kr} kr|{role}}}{after}" for kr, role, after in sums) or "Hej.")
    found = Counter(id(one) for node in walk_sums(tree_of_sums(document)) for one in (*node.mentions, *node.beside))
    assert found == Counter(id(one) for one in document.amounts)
