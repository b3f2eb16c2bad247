"""Words, lists and groups of keys -> YAML text in one fixed layout: short groups on a line, long text folded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

import yaml
from yaml.resolver import Resolver

from overens.vocabulary.wording import WITHIN_NUMBER

WIDTH = 120
_UNBROKEN = 10**9
_RESOLVER: Any = Resolver()
_TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True)
class Scalar:
    """A word or phrase.

    Attributes:
        text: What it says.
        quoted: Whether it stands in quotation marks, as a code does, although YAML does not need them.
    """

    text: str
    quoted: bool = False


@dataclass(frozen=True)
class Keyed:
    """Keys with their values; a block is never put on one line."""

    entries: dict[str, Part]
    is_block: bool = False


Part: TypeAlias = "Scalar | Keyed | list[Part]"


def write_tree(group: Keyed) -> str:
    """Return the YAML text of the keys, with an empty line around each key that takes several lines."""
    pieces = [_emit(_block(Keyed({key: part}), 0)) for key, part in group.entries.items()]
    text = ""
    for before, piece in zip(["", *pieces], pieces, strict=False):
        stands_apart = before and max(before.count("\n"), piece.count("\n")) > 1
        text += f"\n{piece}" if stands_apart else piece
    return text


def other_than_text(words: str) -> bool:
    """Tell whether other readers of YAML than ours would take the bare words for a number, a date or nothing."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, words, (True, False))
    return tag != _TEXT or re.fullmatch(r"[0-9]+", words) is not None


def _node(part: Part, indent: int, used: int) -> yaml.Node:
    """Return the node of a part.

    Args:
        part: What is written.
        indent: The column where its own keys or dashes stand, if it takes lines of its own.
        used: How much of the first line is taken before it.
    """
    if isinstance(part, Scalar):
        return _scalar(part, WIDTH - used)
    if _is_leaf(part):
        line = _line(part)
        if len(_emit(line).rstrip("\n")) <= WIDTH - used or line.value == []:
            return line
    return _block(part, indent)


def _block(part: Keyed | list[Part], indent: int) -> yaml.Node:
    if isinstance(part, list):
        items = [_node(item, indent + 2, indent + 2) for item in part]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=False)
    pairs = [
        (_key(key), _node(value, indent + 2, indent + len(key) + 2 * (1 + other_than_text(key))))
        for key, value in part.entries.items()
    ]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)


def _line(part: Part) -> yaml.Node:
    """Return the node of a part that stands on one line."""
    match part:
        case Scalar():
            return yaml.ScalarNode(_TEXT, part.text, style='"' if part.quoted else None)
        case list():
            return yaml.SequenceNode("tag:yaml.org,2002:seq", [_line(item) for item in part], flow_style=True)
        case Keyed():
            pairs = [(_key(key), _line(value)) for key, value in part.entries.items()]
            return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=True)


def _key(key: str) -> yaml.Node:
    return yaml.ScalarNode(_TEXT, key, style='"' if other_than_text(key) else None)


def _is_leaf(part: Keyed | list[Part]) -> bool:
    """Tell whether the part may stand on one line: words, a list of words, or keys with nothing deeper."""
    if isinstance(part, list):
        return all(isinstance(item, Scalar) for item in part)
    return not part.is_block and all(
        isinstance(value, Scalar) or (isinstance(value, list) and _is_leaf(value)) for value in part.entries.values()
    )


_BREAKS = re.compile("[\n\x85\u2028\u2029]")


def _scalar(scalar: Scalar, room: int) -> yaml.ScalarNode:
    """Return the node of words in a block: folded where they are long, line by line where they are lines."""
    text = scalar.text
    breaks = set(_BREAKS.findall(text))
    style = '"' if scalar.quoted or breaks - {"\n"} else "|" if breaks else None
    if style is None and len(text) > room and " " in text and "  " not in text and text == text.strip(" "):
        style = ">"
    return yaml.ScalarNode(_TEXT, text, style=style)


def _emit(node: yaml.Node) -> str:
    return str(yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=_UNBROKEN))


_KEPT = "\0"
_INNER_COLON = re.compile(r"(?<=\w):(?=\w)")


class _Dumper(yaml.SafeDumper):
    """Writes what it is told: no word is taken for a number, and a list is set in under its key."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]  # the stubs miss that it is one

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Set lists in under their key, as a reader expects."""
        super().increase_indent(flow, False)

    def analyze_scalar(self, scalar: str) -> Any:
        """Let a colon within a word stand bare on a line too: {sökt i: SKR:s sida}."""
        analysis = super().analyze_scalar(scalar)
        if analysis.allow_block_plain:
            analysis.allow_flow_plain = super().analyze_scalar(_INNER_COLON.sub("x", scalar)).allow_flow_plain
        return analysis

    def choose_scalar_style(self) -> str:
        """Prefer the quotation marks that people type."""
        style = str(super().choose_scalar_style())
        text = self.event.value if isinstance(self.event, yaml.ScalarEvent) else ""
        return '"' if style == "'" and '"' not in text else style

    def write_folded(self, text: str) -> None:
        """Fold between words so that no line is longer than the page, where PyYAML lets the last word pass it."""
        self.write_indicator(">-", True)
        indent = self.indent or 0
        column = WIDTH
        for word in WITHIN_NUMBER.sub(_KEPT, text).split(" "):
            if column + 1 + len(word) > WIDTH:
                self.write_indent()
                column = indent
            else:
                self.stream.write(" ")
                column += 1
            self.stream.write(word.replace(_KEPT, " "))
            self.column = column = column + len(word)
        self.whitespace = self.indention = False
