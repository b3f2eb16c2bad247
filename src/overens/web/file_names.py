"""An address of the portal <-> the file that it is in the static edition: one file each, with a name that every disk takes."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from overens.vocabulary.wording import Language
from overens.web.form import MEDIA_TYPES, START, Form, Target, read_target

INDEX = "index.html"
LONGEST_NAME, LONGEST_PATH = 180, 400
"""Characters: every disk takes 255 bytes in a name, and some 1 024 in a path with what stands before it."""
_LOOKS = {"theme": "dark", "size": "narrow"}
"""What only a picture takes, and what its name then says; it is light and wide where nothing is asked."""
_OWN = ("en", "static", "404", "sitemap", "robots")
"""Beginnings of names that the edition uses for files of its own."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\Z")
"""Names that Windows takes for something else than files, whatever their endings."""
_ENDINGS = ("excel", "jsonstat", "dark", "light", "narrow", "wide")
"""What stands between dots in a name and means something, so that no table may be called so."""
_PLAIN = re.compile(rb"[a-z0-9-]")
_ESCAPED = re.compile(r"_([0-9a-f]{2})")
_NOTHING = "_"
_FORMS = sorted((form for form in MEDIA_TYPES if form.value), key=lambda form: -len(form.value))


@dataclass(frozen=True)
class Address:
    """What a page's link asks for, where two that ask for the same are equal (adress).

    Attributes:
        values: What stands after the question mark, by name; without the language.
    """

    target: Target
    language: Language = Language.SWEDISH
    values: tuple[tuple[str, str], ...] = ()

    @property
    def page(self) -> Address:
        """The page that it is a form, a table or a picture of."""
        return _address(Target(self.target.path), self.language, self.values)


def read_address(href: str) -> Address:
    """Return what a link asks for, without what makes no difference.

    >>> read_address("/2024/nassjo/bild/avtal.svg?size=narrow&theme=light").values
    (('size', 'narrow'),)
    """
    split = urlsplit(href)
    found = parse_qsl(split.query)
    language = Language.ENGLISH if ("lang", Language.ENGLISH.value) in found else Language.SWEDISH
    return _address(read_target(unquote(split.path)), language, tuple(found))


def _address(target: Target, language: Language, values: tuple[tuple[str, str], ...]) -> Address:
    """Return the address with only the values that its form heeds, in order of their names."""
    heeded = [(name, value) for name, value in values if value and name != "lang" and _heeds(target, name, value)]
    once = {name: (name, value) for name, value in reversed(heeded) if name in ("table", *_LOOKS)}
    rest = [pair for pair in heeded if pair[0] not in once]
    return Address(target, language, tuple(sorted([*rest, *once.values()])))


def _heeds(target: Target, name: str, value: str) -> bool:
    if name in _LOOKS:
        drawn = target.form in (Form.SVG, Form.PNG, Form.JSON)
        return bool(target.picture) and drawn and value == _LOOKS[name]
    return name != "table" or (target.form is not Form.PAGE and not target.picture and not target.table)


def file_of(address: Address) -> str | None:
    """Return the file's path in the folder, with / between; None where it would be too long for some disks.

    >>> file_of(read_address("/2024/nassjo"))
    '2024/nassjo/index.html'
    >>> file_of(read_address("/2024/nassjo.excel.csv?table=pots&lang=en"))
    'en/2024/nassjo.pots.excel.csv'
    >>> file_of(read_address("/2024/nassjo/bild/avtal.svg?theme=dark&size=narrow"))
    '2024/nassjo/bild/avtal.dark.narrow.svg'
    >>> file_of(read_address("/2024/tabell/regions"))
    '2024/tabell/regions/index.html'
    >>> file_of(read_address("/avtal/CON/andring?fran=x"))
    'avtal/_43_4f_4e/andring/fran=x/index.html'
    """
    target, values = address.target, dict(address.values)
    at_start = target.path == "/" and (target.form is not Form.PAGE or target.picture or target.table)
    words = target.path.split("/")[1:] if target.path != "/" else [START[1:]] if at_start else []
    names = [_word(word, first=n == 0) for n, word in enumerate(words)]
    asked = [(name, value) for name, value in address.values if name not in ("table", *_LOOKS)]
    names += [",".join(f"{_word(name)}={_word(value)}" for name, value in asked)] if asked else []
    names += ["bild", _word(target.picture)] if target.picture else []
    names += ["tabell", _word(target.table)] if target.table else []
    parts = [_part(values["table"])] if "table" in values else []
    parts += [values[name] for name in _LOOKS if name in values]
    names = _ended(names, parts, target.form)
    names = ["en", *names] if address.language is Language.ENGLISH else names
    path = "/".join(names)
    return path if len(path) <= LONGEST_PATH and max(map(len, names)) <= LONGEST_NAME else None


def _ended(names: list[str], parts: list[str], form: Form) -> list[str]:
    if form is Form.PAGE:
        return [*names, INDEX]
    return [*names[:-1], ".".join([names[-1], *parts]) + form.value]


def address_of_file(path: str) -> Address:
    """Return the address whose file it is: the inverse of `file_of`.

    >>> address_of_file("en/2024/nassjo.pots.csv").target
    Target(path='/2024/nassjo', form=<Form.CSV: '.csv'>, picture='', table='')
    """
    names = path.split("/")
    language = Language.ENGLISH if names[0] == "en" else Language.SWEDISH
    names = names[1:] if language is Language.ENGLISH else names
    names, parts, form = _without_ending(names)
    values = [("table", _unword(part)) for part in parts if part not in _ENDINGS]
    values += [(name, part) for part in parts for name in _LOOKS if part == _LOOKS[name]]
    apart = len(names) > 1 and names[-2] in ("bild", "tabell") and names[-1] != _NOTHING and "=" not in names[-1]
    bare, kind, part = (names[:-2], names[-2], _unword(names[-1])) if apart else (names, "", "")
    words = [_unword(name) for name in bare if "=" not in name]
    values += [_pair(pair) for name in bare if "=" in name for pair in name.split(",")]
    asked = "/".join(["", *words]) if words and words != [START[1:]] else "/"
    picture, table = (part, "") if kind == "bild" else ("", part)
    return _address(Target(asked, form, picture, table), language, tuple(values))


def _without_ending(names: list[str]) -> tuple[list[str], list[str], Form]:
    if names[-1] == INDEX:
        return names[:-1], [], Form.PAGE
    form = next(one for one in _FORMS if names[-1].endswith(one.value))
    last, *parts = names[-1].removesuffix(form.value).split(".")
    return [*names[:-1], last], parts, form


def _pair(written: str) -> tuple[str, str]:
    name, _, value = written.partition("=")
    return _unword(name), _unword(value)


def _word(word: str, *, first: bool = False) -> str:
    """Return a word as a file's name holds it: letters, digits and hyphens as they are, other bytes as _ and two digits."""
    kept = "".join(chr(byte) if _PLAIN.match(bytes([byte])) else f"_{byte:02x}" for byte in word.encode())
    taken = _DEVICES.match(kept) or (first and kept in _OWN)
    return f"_{ord(kept[0]):02x}{kept[1:]}" if taken else kept or _NOTHING


def _part(word: str) -> str:
    kept = _word(word)
    return f"_{ord(kept[0]):02x}{kept[1:]}" if kept in _ENDINGS else kept


def _unword(kept: str) -> str:
    if kept == _NOTHING:
        return ""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), kept).encode("latin-1").decode()


def relative(to: str, start: str) -> str:
    """Return a link from one file of the folder to another.

    >>> relative("2024/nassjo.csv", "2024/nassjo/index.html")
    '../nassjo.csv'
    """
    return posixpath.relpath(to, posixpath.dirname(start) or ".")


def shown_address(path: str) -> str:
    """Return a file's address as it is cited: a page without the name of its file.

    >>> shown_address("2024/nassjo/index.html")
    '2024/nassjo/'
    """
    return path.removesuffix(INDEX)
