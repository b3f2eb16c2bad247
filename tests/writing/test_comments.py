"""What is a comment in a YAML file, and what only looks like one."""

from __future__ import annotations

import pytest

from overens.writing.comments import find_comments


def comments(text: str) -> list[tuple[int, int, str]]:
    return [(one.place.line, one.place.column, one.text) for one in find_comments(text, file="f")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# först\na: b\n", [(1, 1, "# först")]),
        ("a: b # efter\n", [(1, 6, "# efter")]),
        ("a: b\n\n  # inskjuten\nc: d\n", [(3, 3, "# inskjuten")]),
        ("a: b\n# sist", [(2, 1, "# sist")]),
        ("a: # efter nyckel\n  b: c\n", [(1, 4, "# efter nyckel")]),
        ("a: [b, # i listan\n  c]\n", [(1, 8, "# i listan")]),
        ("a: >- # efter tecknet\n  text # inte\n", [(1, 7, "# efter tecknet")]),
        ("a: |\n  text\n# under\nb: c\n", [(3, 1, "# under")]),
        ("a: |\n  text\n\n# under\n", [(4, 1, "# under")]),
        ("# ett\n# två # tre\na: b\n", [(1, 1, "# ett"), (2, 1, "# två # tre")]),
        ("å: ö # é\n", [(1, 6, "# é")]),
        ("a: 🎈 # b\n", [(1, 6, "# b")]),
        ("a: b # c\r\nd: e\r\n", [(1, 6, "# c")]),
        ('a: "b" # c\n', [(1, 8, "# c")]),
    ],
)
def test_a_comment_is_found_where_it_stands(text: str, found: list[tuple[int, int, str]]) -> None:
    assert comments(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "a: b#c\n",
        'a: "b # c"\n',
        "a: 'b # c'\n",
        "a: |\n  # text\n",
        "a: >-\n  ord\n  # text\n  ord\n",
        'a: "b\n  # c"\n',
        "a: sida.se/x#y\n",
        "a: b\n",
    ],
)
def test_a_sign_within_what_is_said_is_no_comment(text: str) -> None:
    assert comments(text) == []
