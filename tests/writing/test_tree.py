"""YAML text -> strings with their places; what YAML would make of them is of no account."""

from __future__ import annotations

from typing import Any

import pytest

from overens.vocabulary.problems import Place
from overens.writing.tree import DEEPEST, LARGEST_FILE, MOST_ANCHORS, Tree, read_tree
from tests.builders import EN, said


def tree_of(text: str) -> Tree:
    tree, problems = read_tree(text, file="f")
    assert said(problems) == []
    return tree


def value_of(text: str) -> Any:
    return tree_of(text).value


def faults(text: str) -> list[str]:
    """Return what is wrong in the text; each sentence must differ between the languages."""
    problems = read_tree(text, file="f")[1]
    assert all(p.message.say() != p.message.say(EN) and p.remedy.say() != p.remedy.say(EN) for p in problems)
    return said(problems)


# --- every scalar is text -----------------------------------------------------------


@pytest.mark.parametrize(
    "word",
    ["0114", "no", "yes", "on", "1e3", "2023-12-20", "0x1F", "1_000", "~", "null", "true", ".inf", "1:30", "12.50"],
)
def test_a_word_stays_as_it_was_written(word: str) -> None:
    assert value_of(f"a: {word}\n") == {"a": word}


def test_keys_stay_as_they_were_written() -> None:
    assert value_of("0114: a\nno: b\n") == {"0114": "a", "no": "b"}


def test_nothing_after_the_colon_is_an_empty_word() -> None:
    assert value_of("a:\nb: ''\n") == {"a": "", "b": ""}


def test_folded_and_quoted_text() -> None:
    assert value_of("a: >-\n  en\n  två\nb: \"1:6\"\nc: 'it''s'\n") == {"a": "en två", "b": "1:6", "c": "it's"}


def test_lists_and_groups_in_both_styles() -> None:
    assert value_of("a: [1, {b: 2}]\nc:\n  - d: 3\n  - e\n") == {"a": ["1", {"b": "2"}], "c": [{"d": "3"}, "e"]}


def test_a_tag_gives_no_type() -> None:
    assert value_of("a: !!int 7\nb: !!python/object:os.system x\n") == {"a": "7", "b": "x"}


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    tree = tree_of("\ufeffid: x\n")
    assert tree.value == {"id": "x"}
    assert tree.key_place(("id",)) == Place("f", 1, 1)


def test_windows_line_ends() -> None:
    tree = tree_of("a: 1\r\nb: 2\r\n")
    assert tree.value == {"a": "1", "b": "2"}
    assert tree.place(("b",)) == Place("f", 2, 4)


# --- places -------------------------------------------------------------------------


def test_every_key_and_value_knows_its_line_and_column() -> None:
    tree = tree_of("a: 1\nb:\n  - c: x\n    dö: [y, z]\n")
    assert tree.place(("a",)) == Place("f", 1, 4)
    assert tree.key_place(("b",)) == Place("f", 2, 1)
    assert tree.place(("b", 0)) == Place("f", 3, 5)
    assert tree.place(("b", 0, "c")) == Place("f", 3, 8)
    assert tree.key_place(("b", 0, "dö")) == Place("f", 4, 5)
    assert tree.place(("b", 0, "dö", 1)) == Place("f", 4, 13)


def test_what_is_not_there_has_the_place_of_what_is_above_it() -> None:
    tree = tree_of("a:\n  b: 1\n")
    assert tree.place(("a", "c", "d")) == Place("f", 2, 3)
    assert tree.key_place(("a", "c")) == Place("f", 2, 3)


def test_columns_count_letters_not_bytes() -> None:
    assert tree_of("{å ä ö: 1, 😀: 2}").key_place(("😀",)) == Place("f", 1, 12)


def test_a_text_cut_out_of_a_file_keeps_the_places_of_the_file() -> None:
    tree, problems = read_tree("a: 1\na: 2\n", file="f", column_shifts=[2, 1])
    assert tree.place(("a",)) == Place("f", 1, 6)
    assert [p.place for p in problems] == [Place("f", 2, 2)]


# --- keys ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "where", "first"),
    [
        ("a: 1\nb: 2\na: 3\n", "f:3:1", 1),
        ("a:\n  b: 1\n  b: 2\n", "f:3:3", 2),
        ("a:\n  - b: 1\n    c: 2\n    b: 3\n", "f:4:5", 2),
        ("a: {b: {c: 1, c: 2}}\n", "f:1:15", 1),
    ],
)
def test_a_doubled_key_is_a_problem_at_any_depth(text: str, where: str, first: int) -> None:
    (fault,) = faults(text)
    assert fault.startswith(f"{where}: Nyckeln '")
    assert f"står två gånger; första gången på rad {first}." in fault


def test_a_doubled_key_keeps_its_first_value() -> None:
    tree, _ = read_tree("a: 1\na: 2\nb: 3\n", file="f")
    assert tree.value == {"a": "1", "b": "3"}
    assert tree.place(("a",)) == Place("f", 1, 4)


def test_a_doubled_key_within_a_doubled_key_is_found_too() -> None:
    found = faults("a:\n  b: 1\na:\n  c: 1\n  c: 2\nd: 4\n")
    assert [fault.split(": ")[0] for fault in found] == ["f:3:1", "f:5:3"]
    assert "första gången på rad 4" in found[1]


def test_a_key_three_times_is_two_problems() -> None:
    assert [f.split(": ")[0] for f in faults("a: 1\na: 2\na: 3\n")] == ["f:2:1", "f:3:1"]


@pytest.mark.parametrize("text", ["? {a: 1}\n: value\nb: 2\n", "{a}: value\nb: 2\n", "[a, c]: value\nb: 2\n"])
def test_a_key_that_is_a_list_or_group_is_one_problem_and_the_rest_is_read(text: str) -> None:
    tree, problems = read_tree(text, file="f")
    assert [p.message.say() for p in problems] == ["En nyckel är en lista eller en grupp."]
    assert tree.value["b"] == "2"
    assert "value" not in tree.value


# --- anchors, bombs, circles --------------------------------------------------------


def test_an_anchor_and_an_alias_are_refused_where_they_stand() -> None:
    found = faults("a: &x 1\nb: *x\n")
    assert [f.split(": ")[0] for f in found] == ["f:1:4", "f:2:4"]
    assert "Ankaret 'x'" in found[0]


def test_an_alias_as_a_key_is_one_problem_and_the_rest_is_read() -> None:
    tree, problems = read_tree("x: 1\n*y : value\nb: 2\n", file="f")
    assert [p.place for p in problems] == [Place("f", 2, 1)]
    assert tree.value["b"] == "2"


@pytest.mark.parametrize("text", ["{*0", "*0 id: a\nb: 1\n", "*a : 1\n'': 2\n", "? *a\n? *b\n", "? [a]\n? [b]\n: c\n"])
def test_aliases_and_lists_as_keys_are_problems_never_an_error_of_ours(text: str) -> None:
    assert faults(text)


def test_a_circle_is_refused_not_followed() -> None:
    tree, problems = read_tree("a: &x\n  b: *x\n", file="f")
    assert [p.place.line for p in problems] == [1, 2]
    assert tree.value == {"a": {"b": ""}}


def test_a_bomb_of_aliases_does_not_grow_and_is_not_told_a_thousand_times() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    tree, problems = read_tree("\n".join(lines), file="f")
    assert len(problems) == MOST_ANCHORS
    assert sum(len(value) for value in tree.value.values()) == 2 + 8 * 9


# --- size, depth, documents ---------------------------------------------------------


def test_as_deep_as_allowed_and_one_deeper() -> None:
    assert value_of("[" * DEEPEST + "]" * DEEPEST)
    (fault,) = faults("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))
    assert fault.startswith(f"f:1:{DEEPEST + 1}: Något är nästlat djupare än {DEEPEST} nivåer.")


@pytest.mark.parametrize("text", ["[" * 200_000, "- " * 200_000, "{a: " * 100_000, "? " * 100_000])
def test_a_hundred_thousand_levels_are_refused_at_once(text: str) -> None:
    assert "nästlat djupare" in faults(text)[-1]


def test_too_large_a_file_is_refused_unread() -> None:
    (fault,) = faults("x" * (LARGEST_FILE + 1))
    assert fault.startswith("f:1:1: Filen är 1 000 001 tecken")


def test_two_documents_are_refused_and_the_first_is_read() -> None:
    tree, problems = read_tree("a: 1\n---\nb: 2\n---\nc: 3\n", file="f")
    assert said(problems) == ["f:2:1: Filen har flera YAML-dokument (---). Lägg ett avtal per fil."]
    assert tree.value == {"a": "1"}


def test_one_document_may_have_its_mark() -> None:
    assert value_of("%YAML 1.1\n---\na: 1\n...\n") == {"a": "1"}


@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff", "\t"])
def test_an_empty_file_says_so(text: str) -> None:
    assert faults(text) == ["f:1:1: Filen är tom. Börja med 'id:' och 'namn:'."]


def test_a_file_with_only_a_remark_is_empty_too() -> None:
    assert faults("# kommer snart\n") == ["f:1:1: Filen är tom. Börja med 'id:' och 'namn:'."]


# --- what is no YAML ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"), [("a:\n\tb: 1\n", 2), ("a:\n  b: 1\n\tc: 1\n", 3), ("a:\n  - 1\n \t- 2\n", 3)]
)
def test_a_tab_is_named(text: str, line: int) -> None:
    (fault,) = faults(text)
    assert fault.startswith(f"f:{line}:")
    assert "Raden är indragen med tabbtecken." in fault


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: b: c\n", "f:1:5"),
        ("a: 1\n b: 2\n", "f:2:3"),
        ("a: 'x\n", "f:2:1"),
        ("a: [1\nb: 2\n", "f:2:2"),
        ("a: @x\n", "f:1:4"),
    ],
)
def test_broken_yaml_has_its_line_and_column(text: str, where: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith(f"{where}: Raden går inte att läsa som YAML")


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\ufffe"])
def test_a_control_character_is_refused(character: str) -> None:
    (fault,) = faults(f"a: 1\nb: x{character}y\n")
    assert "ett tecken som YAML inte tillåter" in fault


def test_a_control_character_has_its_line_and_column() -> None:
    assert faults("a: 1\nå: x\x07y\n")[0].startswith("f:2:5: ")


def test_half_a_surrogate_pair_is_refused_not_raised() -> None:
    assert len(faults("a: \ud800\n")) == 1
