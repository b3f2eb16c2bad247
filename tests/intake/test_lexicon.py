"""Every file of the lexicon is sound, and has no phrase twice in one list."""

import pytest

from overens.drafting.lexicon import PARTS
from overens.intake.lexicon import PLACE, shipped_lexicon
from overens.writing.clauses import as_plain, check_tree
from overens.writing.tree import read_tree


def test_the_files_are_those_that_are_read() -> None:
    assert sorted(path.stem for path in PLACE.glob("*")) == sorted(PARTS)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_file_is_sound_and_says_nothing_twice(name: str) -> None:
    tree, problems = read_tree((PLACE / f"{name}.yaml").read_text(encoding="utf-8"), file=name)
    checked = check_tree(PARTS[name], tree)
    assert [problem.say() for problem in problems + checked.problems] == []
    assert [words for words in lists_in(as_plain(checked.value)) if len(words) != len(set(words))] == []


def lists_in(part: object) -> list[list[str]]:
    """Return every list of words in it."""
    match part:
        case dict():
            return [found for value in part.values() for found in lists_in(value)]
        case list() if part and all(isinstance(word, str) for word in part):
            return [part]
        case list():
            return [found for value in part for found in lists_in(value)]
        case _:
            return []


def test_it_is_read_once() -> None:
    assert shipped_lexicon() is shipped_lexicon()
