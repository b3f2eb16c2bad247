"""GLOSSARY.md is the only bridge between Swedish and English, and it holds."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import overens
from overens.writing.clauses import Clause

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in GLOSSARY.splitlines()
    if line.startswith("| ")
]


def _modules() -> Iterator[object]:
    for found in pkgutil.walk_packages(overens.__path__, "overens."):
        if ".library" not in found.name and not found.name.endswith("cli.demo"):
            yield importlib.import_module(found.name)


def _classes() -> set[type]:
    return {
        value
        for module in _modules()
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__.startswith("overens.")
    }


def _swedish(kind: type) -> list[str]:
    """The Swedish terms in parentheses in the first line of a class."""
    return re.findall(r"\(([a-zåäö ,]+)\)[,.:]", (kind.__doc__ or "").partition("\n")[0])


def _clauses(kind: type[Clause] = Clause) -> Iterator[type[Clause]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("overens."):
            yield one
        yield from _clauses(one)


def test_every_identifier_exists() -> None:
    classes = _classes()
    named = re.findall(r"`([\w.]+)`", "\n".join(row[2] for row in ROWS if len(row) == 3))
    assert [one for one in named if not any(_is_named(kind, *one.partition(".")[::2]) for kind in classes)] == []


def _is_named(kind: type, name: str, attribute: str) -> bool:
    if kind.__name__ != name:
        return False
    fields = getattr(kind, "model_fields", {}) | getattr(kind, "__dataclass_fields__", {})
    return not attribute or attribute in fields or hasattr(kind, attribute)


def test_every_swedish_key_of_a_written_file_has_its_row() -> None:
    _classes()
    rows = {(row[0], identifier) for row in ROWS if len(row) == 3 for identifier in re.findall(r"`([\w.]+)`", row[2])}
    wanted = {
        (field.alias or name, f"{one.__name__}.{name}")
        for one in _clauses()
        for name, field in one.model_fields.items()
        if name not in getattr(one.__base__, "model_fields", {})  # what a clause inherits has its row there
    }
    assert wanted - rows == set()


def test_every_swedish_key_and_word_is_in_the_guides() -> None:
    guides = "\n".join(
        (ROOT / "docs" / name).read_text(encoding="utf-8")
        for name in ("avtalsfilen.md", "underlag.md", "lasaren.md", "scenarier.md")
    )
    _classes()
    keys = {field.alias or name for one in _clauses() for name, field in one.model_fields.items()}
    words = {
        member.value
        for one in _clauses()
        for field in one.model_fields.values()
        if isinstance(field.annotation, type) and issubclass(field.annotation, Enum)
        for member in field.annotation
    }
    assert sorted(word for word in keys | words if word not in guides) == []


def test_the_swedish_word_in_a_docstring_is_the_one_in_the_glossary() -> None:
    """The first line of a class that means a Swedish term gives it in parentheses."""
    known = {word.strip() for row in ROWS for word in row[0].split(",")}
    wrong = []
    for kind in _classes():
        for words in _swedish(kind):
            if not {w.strip() for w in words.split(",")} & known and f"`{kind.__name__}`" in GLOSSARY:
                wrong.append((kind.__name__, words))
    assert wrong == []


def test_a_class_is_named_in_one_row() -> None:
    named = Counter(name for row in ROWS if len(row) == 3 for name in re.findall(r"`([A-Z]\w*)`", row[2]))
    assert [name for name, rows in named.items() if rows > 1] == []


def test_no_two_classes_have_both_name_and_swedish_term_in_common() -> None:
    """A reader who goes from a term to its class finds one."""
    terms = Counter((kind.__name__, words) for kind in _classes() for words in _swedish(kind))
    assert [one for one, classes in terms.items() if classes > 1 and f"`{one[0]}`" in GLOSSARY] == []
