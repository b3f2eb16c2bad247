"""A page that is taken along as a workbook -> its cover: what it is, as known when, how it was computed, and what adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from overens.export.workbook.model import Cell, Column, Formula, Link, Look, Sheet, Workbook
from overens.usecases.citation import Citation
from overens.usecases.wording.amounts import ROUGH as SIGN
from overens.usecases.workbooks.live import Live
from overens.vocabulary.wording import Language, Text

COVER = Text("Omslag", "Cover")
FORMULAS = Text(
    "Summor, skillnader, rester och kronor per invånare är formler över bokens egna rader. Det som de räknar av är värden:"
    " tilldelningar, tak, potternas belopp, tryckta tabeller, invånare och datum.",
    "Sums, differences, residuals and kronor per inhabitant are formulas over the workbook's own rows. What they count from"
    " are values: awards, ceilings, the pots' amounts, printed tables, inhabitants and dates.",
)
EMPTY = Text(
    "Tomt är inte noll: det som inte är beräknat eller inte är funnet står tomt, med skälet bredvid.",
    "Empty is not zero: what is not computed or not found stands empty, with the reason beside it.",
)
ROUGH = Text(
    "≈ i en egen kolumn: källan anger beloppet avrundat eller ungefärligt; lägst och högst är vad orden medger.",
    "≈ in a column of its own: the source states the amount rounded or roughly; least and most are what its words allow.",
)


@dataclass(frozen=True)
class Edition:
    """How a workbook is given (utgåva).

    Attributes:
        citation: What it says of itself; its run is None where nothing was computed.
        href: The path of a page -> its whole address.
    """

    language: Language
    citation: Citation
    href: Callable[[str], str]


@dataclass(frozen=True)
class Check:
    """A line on the cover that a reader can check: words, and the formula that gives its kronor.

    Attributes:
        rough: Whether a part of the sum is stated roughly.
    """

    words: Text
    formula: Formula
    rough: bool = False


def workbook(edition: Edition, sheets: Sequence[Live], checks: Iterable[Check], notes: Iterable[Text] = ()) -> Workbook:
    """Return the workbook: its cover, then its sheets, with names for their columns of kronor."""
    shown = [one for one in sheets if one.table.rows]
    cover = cover_sheet(edition, shown, checks, notes)
    names = tuple(name for one in shown for name in one.ranges)
    return Workbook(edition.citation.title.say(edition.language), (cover, *(one.sheet for one in shown)), names)


def cover_sheet(edition: Edition, sheets: Sequence[Live], checks: Iterable[Check], notes: Iterable[Text]) -> Sheet:
    """Return the first sheet: what the workbook is, what in it adds up, what is in it, and what is formula and value."""

    def say(sv: str, en: str) -> str:
        return Text(sv, en).say(edition.language)

    cited = edition.citation
    known = say("allt som är känt", "all that is known")
    run = cited.run.whole if cited.run else say("inget är beräknat", "nothing is computed")
    rows: list[tuple[Cell, ...]] = [
        (say("Som det var känt", "As known on"), str(cited.as_known_on) if cited.as_known_on else known, None),
        (say("Sidans adress", "The page's address"), Link(cited.address, cited.address), None),
        (say("Körning", "Run"), run, None),
        (say("Källhänvisning", "Citation"), cited.words.say(edition.language), None),
        *((one.words.say(edition.language), SIGN.strip() if one.rough else None, one.formula) for one in checks),
        *((say("Att veta", "To know"), note.say(edition.language), None) for note in (*notes, FORMULAS, EMPTY, ROUGH)),
        *((say("Blad", "Sheet") + f": {one.sheet.name}", one.sheet.title, None) for one in sheets),
    ]
    columns = (
        Column(say("Uppgift", "What"), width=44),
        Column(say("Ord", "Words"), width=80),
        Column(say("Kronor", "Kronor"), Look.KRONOR, 20),
    )
    return Sheet(COVER.say(edition.language), cited.title.say(edition.language), columns, rows)
