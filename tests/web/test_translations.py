"""Every sentence that a visitor sees exists in both languages: the templates' in the catalogue, the code's as pairs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

import overens
from overens.web.words import CATALOGUES

SOURCE = Path(overens.__file__).parent
TEMPLATES = SOURCE / "web" / "templates"
ENGLISH = CATALOGUES / "en.po"
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
LETTER = re.compile(r"[^\W\d_]")
SAME_IN_BOTH = {
    "CSV",
    "JSON",
    "stat",
    "Parquet",
    "SVG",
    "PNG",
    "ics",
    "json",
    "csv",
    "excel",
    "Överens",
    "English",
    "Svenska",
    "Excel",
}
"""Names of formats, of the program, and of each language in itself."""
SHOWN_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder", "value", "content")
SWEDISH = re.compile(r"[åäöÅÄÖ]|\b(?:och|inte|eller|som|finns|inget|ingen|till|kronor)\b")
NAME = re.compile(r"[a-z0-9/-]+")
"""An id, or a part of an address; it is not shown."""
BOTH_READ_ALIKE = {
    "kronor",
    "krona",
    "kr",
    "mkr",
    "median",
    "period",
    "bonus",
    "region",
    "status",
    "version",
    "illustration",
    "id",
    "per",
    "överens",
}
"""Words that are the same in Swedish and English."""
NAMES = {"Överens", "Nässjö", "Region Skåne", "Kvinnors hälsa"}
"""Names that the portal shows as they are, in both languages: its own, and examples of what to search for."""
BILINGUAL = "Försök igen strax.\nThe portal"
"""In the words to one who is turned away at the door, before any language is known: both languages."""


# --- the catalogue ------------------------------------------------------------------


def messages(folder: Path) -> dict[str | tuple[str, ...], str]:
    """Return every sentence of the templates, with where it first stands."""
    found: dict[str | tuple[str, ...], str] = {}
    jinja = {"**.html": {"newstyle_gettext": "true", "trimmed": "false"}}
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2)}
    for file, line, message, _, _ in extract_from_dir(
        folder, method_map=[("**.html", "jinja2")], options_map=jinja, keywords=keywords
    ):
        found.setdefault(message, f"{file}:{line}")
    return found


def english() -> Catalog:
    """Return the English catalogue."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def placeholders(words: str | Sequence[str] | None) -> set[str]:
    """Return the names of the values in a sentence, or in its forms for one and for many."""
    return set(PLACEHOLDER.findall(words if isinstance(words, str) else " ".join(words or ())))


def test_every_sentence_has_its_english_and_no_english_is_left_over() -> None:
    written = {message.id: message for message in english() if message.id}
    wanted = messages(TEMPLATES)

    lacking = [
        f"{place}: {said!r}" for said, place in wanted.items() if said not in written or not written[said].string
    ]
    assert lacking == []
    assert [said for said in written if said not in wanted] == []
    assert [said for said, message in written.items() if message.fuzzy] == []


def test_the_english_has_the_same_values() -> None:
    differing = [m.id for m in english() if m.id and placeholders(m.id) != placeholders(m.string)]

    assert differing == []


def test_no_sentence_stands_twice_in_the_catalogue() -> None:
    said = re.findall(r"^msgid (.*(?:\n\".*)*)", ENGLISH.read_text(encoding="utf-8"), re.MULTILINE)

    assert [one for one in dict.fromkeys(said) if said.count(one) > 1] == []


# --- the templates ------------------------------------------------------------------


class Literal(HTMLParser):
    """Words of a template that stand outside its expressions, with their lines."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code += tag == "code"
        given = dict(attrs)
        for name in SHOWN_ATTRIBUTES:
            if name == "content" and given.get("name") != "description":
                continue
            self._see(given.get(name) or "")

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag == "code"

    def handle_data(self, data: str) -> None:
        if not self._code:
            self._see(data)

    def _see(self, words: str) -> None:
        if any(LETTER.search(one) and one not in SAME_IN_BOTH for one in re.findall(r"\w+", words)):
            self.found.append((self.getpos()[0], " ".join(words.split())))


def hard_coded(template: str) -> list[tuple[int, str]]:
    """Return words of a template that cannot be translated: line and words."""
    expression = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
    bare = expression.sub(lambda found: " " + "\n" * found[0].count("\n"), template)
    literal = Literal()
    literal.feed(bare)
    literal.close()
    return [*literal.found, *_in_expressions(template)]


def _in_expressions(template: str) -> Iterator[tuple[int, str]]:
    """Yield sentences that an expression shows without asking for a translation."""
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(template)
    asked = {
        id(part)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in ("_", "gettext", "ngettext")
        for part in call.find_all(nodes.Const)
    }
    for one in tree.find_all(nodes.Const):
        words = one.value
        if id(one) in asked or not isinstance(words, str) or NAME.fullmatch(words):
            continue
        if SWEDISH.search(words) or re.search(r"\w \w", words):
            yield one.lineno, words


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(path: Path) -> None:
    found = hard_coded(path.read_text(encoding="utf-8"))

    assert [f"{path.name}:{line}: {words!r}" for line, words in found] == []


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("<p>Hej</p>", 1),
        ("<p>{{ _('Ja') }}</p>\n<p>{{ x }} kronor</p>", 2),
        ('{% if x\n %}<img alt="karta">{% endif %}', 2),
        ('<input placeholder="Sök">', 1),
        ("<p>{{ 'två ord' }}</p>", 1),
        ('<meta name="description" content="Bidrag">', 1),
    ],
)
def test_words_of_its_own_are_found(template: str, line: int) -> None:
    assert [found[0] for found in hard_coded(template)] == [line]


def test_what_is_asked_for_or_needs_no_translation_is_not_found() -> None:
    template = "<p>{{ _('Ett bidrag till') }} <a href='{{ x }}'>CSV</a> · <code>--lang en</code></p>{# ett ord #}"

    assert hard_coded(template) == []


# --- the code -----------------------------------------------------------------------

Pair = tuple[ast.expr, ast.expr]


def pairs(tree: ast.AST) -> Iterator[tuple[ast.Call, Pair]]:
    """Yield each Swedish and English sentence that stand together, with the call that they stand in."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        match call.func, call.args:
            case ast.Name(id="Text" | "t"), [sv, en, *_]:
                yield call, (sv, en)
            case ast.Attribute(value=ast.Name(id="Fault"), attr="of"), [sv, remedy, en, en_remedy, *_]:
                yield call, (sv, en)
                yield call, (remedy, en_remedy)


def spellings(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield the sentences that a pair can be, where both are written out; both sides choose by the same question."""
    sv, en = pair
    if isinstance(sv, ast.IfExp) and isinstance(en, ast.IfExp) and ast.dump(sv.test) == ast.dump(en.test):
        yield from spellings((sv.body, en.body))
        yield from spellings((sv.orelse, en.orelse))
    elif isinstance(sv, ast.Constant) and isinstance(en, ast.Constant):
        yield str(sv.value), str(en.value)


def named(sentence: str) -> set[str]:
    """Return the names of the values in a sentence."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def given(call: ast.Call, tree: ast.AST) -> set[str]:
    """Return the names of the values that a call gives, as far as they are written out in it or under a name nearby."""
    names = {one.id for one in call.args if isinstance(one, ast.Name)}
    kept = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign) and names & _assigned(node) and node.value is not None
    ]
    keys = [key for one in (*call.args, *kept) if isinstance(one, ast.Dict) for key in one.keys]
    written = {str(key.value) for key in keys if isinstance(key, ast.Constant)}
    return written | {one.arg for one in call.keywords if one.arg}


def _assigned(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {one.id for one in targets if isinstance(one, ast.Name)}


def differs(sv: str, en: str, values: set[str] | frozenset[str] = frozenset()) -> str | None:
    """Return what is wrong between a Swedish and an English sentence, or None.

    Args:
        values: Values that the call gives; a sentence may leave out one that only the other language needs.
    """
    if named(sv) != named(en) and not named(sv) | named(en) <= values:
        return "other values"
    bare = re.sub(r"\{\w*\}", "", sv)
    if not sv and not en:
        return None
    if not sv.strip() or not en.strip():
        return "one is empty"
    words = {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", bare)}
    return "not translated" if sv == en and not words <= BOTH_READ_ALIKE else None


def test_a_sentence_in_code_has_both_languages_with_the_same_values() -> None:
    wrong = [
        f"{path.relative_to(SOURCE)}:{call.lineno}: {why}: {sv!r} / {en!r}"
        for path in sorted(SOURCE.rglob("*.py"))
        for tree in [ast.parse(path.read_text(encoding="utf-8"))]
        for call, pair in pairs(tree)
        for sv, en in spellings(pair)
        if (why := differs(sv, en, given(call, tree))) is not None
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("sv", "en", "why"),
    [
        ("{n} år", "{m} years", "other values"),
        ("Bidrag", "Bidrag", "not translated"),
        ("Bidrag", "", "one is empty"),
        ("{who} {year}", "{who} {year}", None),
        ("Kronor", "Kronor", None),
    ],
)
def test_a_sentence_that_differs_is_found(sv: str, en: str, why: str | None) -> None:
    assert differs(sv, en) == why


def swedish_alone(source: str) -> Iterator[tuple[int, str]]:
    """Yield Swedish words in code that stand in no pair, and are no documentation: line and words."""
    tree = ast.parse(source)
    told = {id(part) for call, pair in pairs(tree) for side in pair for part in ast.walk(side)}
    told |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    told |= {id(part) for call in ast.walk(tree) if _counts(call) for part in ast.walk(call)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in told:
            continue
        if SWEDISH.search(node.value) and node.value not in NAMES and BILINGUAL not in node.value:
            yield node.lineno, node.value


def _counts(node: ast.AST) -> bool:
    """Tell whether a call counts things by their nouns, given in Swedish and in English."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("counted", "count")


def test_the_portal_says_nothing_in_swedish_alone() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{line}: {words!r}"
        for path in sorted((SOURCE / "web").rglob("*.py"))
        for line, words in swedish_alone(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_swedish_alone_is_found_and_documentation_is_not() -> None:
    assert list(swedish_alone('"""Om å."""\nx = Text("Sök", "Search")\ny = "Sök"')) == [(3, "Sök")]
