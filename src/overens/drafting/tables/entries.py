"""A line of text -> a name with its numbers, a name alone, numbers alone, or something else."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from overens.drafting.page import Page
from overens.drafting.tables.grid import Cell, cell_of
from overens.drafting.tables.lines import Line
from overens.drafting.tables.places import NOWHERE, PlaceCodes, Places
from overens.drafting.words.tables import TableGrammar

_LONGEST = 160
_BULLET = re.compile(r"(?:\*(?!\*)|[•·▪◦]|[-–] (?=\S)|\d{1,2}[.)] (?=[^\d\s])) *")
_CODE = re.compile(r"\d{2}(?:\d{2})? +([^\W\d]\w*+)")
_DASH = re.compile(r"\s[-–]\s*$")
_VALUE = re.compile(r"(?<!\w)(?:[<>] ?\d|(?<=[\s:])[-–+]\d|\d)")
_ATOM = re.compile(r"[<>] ?\d++|[-–+]?\d[\d.]*+(?:,\d++)?|[-–](?=\s|$)|\.\.+")
_LEADING_ZERO = re.compile(r"0\d")
_WORDS = re.compile(r"[^\d<>(;]{1,40}")
_WIDE = re.compile(r" {2,}| ?; ?")
_TAIL = re.compile(r"\s{0,3}[,(;.*]|\s{0,3}$")
_AROUND = " :–-=,.;|(*_"

Stretch = tuple[int, int]


class EntryKind(Enum):
    """What a line is among the lines of a list."""

    ROW = "a recipient with numbers"
    TOTAL = "a total with numbers"
    UNKNOWN = "another name with numbers"
    NAME = "a recipient alone"
    TOTAL_NAME = "a total alone"
    VALUE = "numbers alone"
    OTHER = "something else"


class Entry(NamedTuple):
    """A line.

    Attributes:
        segments: Its numbers: in each segment groups of digits that only spaces part, as stretches of the clean text.
        end: Where what was understood ends.
        dash: A dash between the name and the numbers, which may join them or say that the first number is missing.
    """

    kind: EntryKind
    line: Line
    name: Cell
    place: PlaceCodes = NOWHERE
    segments: tuple[tuple[Stretch, ...], ...] = ()
    end: int = 0
    dash: Stretch | None = None


_NO_NAME = Cell(0, 0, "")


def read_entry(page: Page, line: Line, grammar: TableGrammar, places: Places) -> Entry:
    """Return what the line is."""
    text = page.text
    other = Entry(EntryKind.OTHER, line, _NO_NAME)
    if line.end - line.start > _LONGEST:
        return other
    begin = line.start
    if bullet := _BULLET.match(text, begin, line.end):
        begin = bullet.end()
    code = _CODE.match(text, begin, line.end)
    if code and grammar.measure(code[1]):
        code = None
    first = _VALUE.search(text, code.start(1) if code else begin, line.end)
    if first is None:
        return _without_digits(text, begin, line, grammar, places)
    segments, end = _segments(page, first.start(), line.end, grammar)
    if not segments or _LEADING_ZERO.match(text, segments[0][0][0]):
        return other
    name = _name(text, begin, first.start(), grammar)
    if not name.words:
        back = _behind(text, end, line, grammar, places)
        return back._replace(segments=segments) if back else _alone(other, segments, end, line)
    if not _TAIL.match(text, end, line.end):
        return other
    dash = _DASH.search(text, name.end, first.start())
    entry = _named(line, name, segments, end, grammar, places)
    return entry._replace(dash=(dash.start() + 1, dash.start() + 2)) if dash else entry


def _alone(other: Entry, segments: tuple[tuple[Stretch, ...], ...], end: int, line: Line) -> Entry:
    return Entry(EntryKind.VALUE, line, _NO_NAME, NOWHERE, segments, end) if end >= line.end else other


def _named(
    line: Line,
    name: Cell,
    segments: tuple[tuple[Stretch, ...], ...],
    end: int,
    grammar: TableGrammar,
    places: Places,
) -> Entry:
    place = places.find(name.words)
    whole = end >= line.end
    if any(place):
        kind = EntryKind.ROW
    elif not whole:
        kind = EntryKind.OTHER
    else:
        kind = EntryKind.TOTAL if grammar.is_total(name.words) else EntryKind.UNKNOWN
    return Entry(kind, line, name, place, segments, end)


def _without_digits(text: str, begin: int, line: Line, grammar: TableGrammar, places: Places) -> Entry:
    """Return a line without digits: a recipient or total alone, or with a sign for no number."""
    name = _name(text, begin, line.end, grammar)
    place = places.find(name.words)
    sign = text.rfind(" ", begin, line.end) + 1
    if any(place) or grammar.is_total(name.words):
        if sign > name.end and grammar.is_no_number(text[sign : line.end]):
            return Entry(EntryKind.ROW, line, name, place, (((sign, line.end),),), line.end)
        return Entry(EntryKind.NAME if any(place) else EntryKind.TOTAL_NAME, line, name, place, (), line.end)
    if text[begin : line.end] in ("-", "–", ".."):
        return Entry(EntryKind.VALUE, line, _NO_NAME, NOWHERE, (((begin, line.end),),), line.end)
    return Entry(EntryKind.OTHER, line, name)


def _name(text: str, begin: int, end: int, grammar: TableGrammar) -> Cell:
    """Return the name before a number, without what joins them."""
    raw = text[begin:end]
    stripped = raw.rstrip(_AROUND)
    for pattern in (grammar.hedge_last, grammar.links):
        if found := pattern.search(stripped):
            stripped = stripped[: found.start()].rstrip(_AROUND)
    return cell_of(text, begin + len(raw) - len(raw.lstrip("*_ ")), begin + max(len(stripped), 0))


def _behind(text: str, end: int, line: Line, grammar: TableGrammar, places: Places) -> Entry | None:
    """Return the row of a line with the number first: '3,5 miljoner kronor till Region Uppsala'."""
    begin = end
    while begin < line.end and text[begin] in " :–-,":
        begin += 1
    if link := grammar.back_links.match(text, begin - 1, line.end):
        begin = link.end()
    name = _name(text, begin, line.end, grammar)
    place = places.find(name.words)
    return Entry(EntryKind.ROW, line, name, place, (), line.end) if any(place) else None


def _segments(page: Page, begin: int, end: int, grammar: TableGrammar) -> tuple[tuple[tuple[Stretch, ...], ...], int]:
    """Return the numbers from `begin` and where they end; none where words follow that are no unit."""
    pieces = _pieces(page, begin, end)
    if len(pieces) > 1:
        read = [_scan(page.text, *piece, grammar) for piece in pieces]
        if all(found and stop >= piece[1] for (found, stop), piece in zip(read, pieces, strict=True)):
            return tuple((piece,) for piece in pieces), end
    return _scan(page.text, begin, end, grammar)


def _pieces(page: Page, begin: int, end: int) -> list[Stretch]:
    """Return what tabs, or two spaces or more, part."""
    gaps = [found.span() for found in _WIDE.finditer(page.text, begin, end)]
    source = page.span(begin, end)
    if "\t" in page.clean.source[source.start : source.end]:
        tabs = [n for n in range(begin, end) if page.clean.source[page.span(n, n + 1).start] == "\t"]
        gaps = sorted({*gaps, *((n, n + 1) for n in tabs if not any(a <= n < b for a, b in gaps))})
    edges = [begin, *(edge for gap in gaps for edge in gap), end]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]


def _scan(text: str, begin: int, end: int, grammar: TableGrammar) -> tuple[tuple[tuple[Stretch, ...], ...], int]:
    """Return the numbers that stand one after another, each with its unit, and where the last ends."""
    segments: list[tuple[Stretch, ...]] = []
    atoms: list[Stretch] = []
    at = begin
    while at < end and (atom := _ATOM.match(text, at, end)):
        if atoms and atoms[-1][1] == atom.start():
            return (), begin
        atoms.append(atom.span())
        at = _skip(text, atom.end(), end)
        words = None if _ATOM.match(text, at, end) else _WORDS.match(text, at, end)
        if words is None:
            continue
        unit, comma, tail = words[0].partition(",")
        if link := grammar.back_links.search(unit):
            unit, tail = unit[: link.start()], unit[link.start() :]
        if grammar.measure(unit.strip()):
            atoms[-1] = (atoms[-1][0], at + len(unit.rstrip()))
        elif unit.strip() or not (comma or tail):
            return (), begin
        segments.append(tuple(atoms))
        atoms = []
        if tail.strip():
            break
        at = _skip(text, at + len(words[0]), end)
    segments += [tuple(atoms)] if atoms else []
    if not segments:
        return (), begin
    rest = text[at:end].strip(" .*;|")
    return tuple(segments), end if not rest or (rest[0] == "(" and rest[-1] == ")") else segments[-1][-1][1]


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at
