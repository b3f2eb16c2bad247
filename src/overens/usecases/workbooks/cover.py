"""Sheets of a question's answer -> a workbook: first what it is, as known when, whether it adds up, and what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from overens.export.workbook.model import (
    Column,
    Fact,
    Formula,
    Inside,
    Link,
    Look,
    NamedRange,
    Sheet,
    Styled,
    Tone,
    Workbook,
    quoted,
)
from overens.usecases.citation import Citation
from overens.usecases.wording.amounts import ROUGH as SIGN
from overens.usecases.workbooks.table_sheet import Live, quoted_words
from overens.vocabulary.wording import Language, Text

COVER = Text("Om arbetsboken", "About the workbook")
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
CHECK = Text("Kontroll: summan minus delarna, ska vara 0", "Check: the sum minus its parts, to be 0")
_NOT_ITS_PARTS = Text("delarna ger inte summan", "the parts do not give the sum")
_AGREES, _DIFFERS = Text("stämmer", "agrees"), Text("stämmer inte: {what}", "does not agree: {what}")


@dataclass(frozen=True)
class BookIdentity:
    """What a workbook says of itself (arbetsbokens uppgifter).

    Attributes:
        citation: What it says of itself; its run is None where nothing was computed.
        href: The path of a page -> its whole address.
    """

    language: Language
    citation: Citation
    href: Callable[[str], str]

    @property
    def leads(self) -> bool:
        """Whether it is known where the pages stand, so that an address leads to one."""
        return self.href("/").startswith(("https://", "http://"))


@dataclass(frozen=True)
class Check:
    """A line on the cover that a reader can check: words, and the formula that gives its kronor.

    Attributes:
        rough: Whether a part of the sum is stated roughly.
        wrong: What disagrees where it is not 0; None for what may be any kronor.
    """

    words: Text
    formula: Formula
    rough: bool = False
    wrong: Text | None = None


def identity(whole: Check, parts: Sequence[Check]) -> list[Check]:
    """Return a sum, its parts, and what differs between them, which is to be 0."""
    made = "+".join(_bare(one) for one in parts)
    left = _kr(whole) - sum(map(_kr, parts))
    return [whole, *parts, Check(CHECK, Formula(f"={_bare(whole)}-({made})", left), wrong=_NOT_ITS_PARTS)]


def _bare(one: Check) -> str:
    """Return the formula to count with; what is not known, and so empty, counts for nothing."""
    bare = one.formula.text.removeprefix("=")
    return f"N({bare})" if bare.startswith("IF(") else bare


def _kr(one: Check) -> int:
    value = one.formula.value
    assert value is None or isinstance(value, int)
    return value or 0


def workbook(
    about: BookIdentity,
    sheets: Sequence[Live | Sheet],
    checks: Iterable[Check],
    notes: Iterable[Text] = (),
    names: Iterable[NamedRange] = (),
) -> Workbook:
    """Return the workbook: its cover, then its sheets, with names for their columns of kronor.

    Args:
        names: Names beside those of the tables' own columns.
    """
    shown = [one for one in sheets if isinstance(one, Sheet) or one.table.rows]
    bare = [one if isinstance(one, Sheet) else one.sheet for one in shown]
    ranges = [name for one in shown if isinstance(one, Live) for name in one.ranges]
    every = {one.name.casefold(): one for one in (*ranges, *names)}
    cover = cover_sheet(about, bare, tuple(checks), notes)
    return Workbook(about.citation.title.say(about.language), (cover, *bare), tuple(every.values()))


def cover_sheet(about: BookIdentity, sheets: Sequence[Sheet], checks: Sequence[Check], notes: Iterable[Text]) -> Sheet:
    """Return the first sheet: what the workbook is, what in it adds up, what its colours mean, and what is in it."""
    language, title = about.language, about.citation.title.say(about.language)
    said = tuple(one.say(language) for one in (about.citation.words, *notes))
    columns = (
        Column(Text("Blad", "Sheet").say(language), width=42),
        Column("", width=20),
        Column(Text("Vad där står och hur det följer", "What it holds and how it follows").say(language), width=78),
    )
    cited = list(_cited(about.citation, language))
    first = Sheet("x", "", (), (), said).first_fact + len(cited)
    facts = (*cited, *_checked(checks, first, language), *_colours(language))
    rows = [(Inside(one.name, f"{quoted(one.name)}!A1"), None, _holds(one, title)) for one in sheets]
    return Sheet(COVER.say(language), title, columns, rows, said, frozen=0, facts=facts)


def _holds(sheet: Sheet, title: str) -> str:
    """Return what a sheet holds: its title, where that says more than its name, and its first note."""
    more = sheet.title not in (sheet.name, title) and not sheet.title.startswith(f"{sheet.name} · ")
    return ". ".join([*([sheet.title] if more else []), *sheet.notes[:1]])


def _cited(cited: Citation, language: Language) -> Iterator[Fact]:
    known = str(cited.as_known_on) if cited.as_known_on else Text("allt som är känt", "all that is known").say(language)
    yield _fact(Text("Som det var känt", "As known on"), Styled(known), language)
    run = Text("inget är beräknat", "nothing is computed").say(language)
    yield _fact(Text("Körning", "Run"), Styled(cited.short_run or run), language, cited.run.whole if cited.run else "")
    if cited.address:
        address = Link(cited.address, cited.address)
        yield _fact(Text("Sidans adress", "The page's address"), Styled(address, Look.LINE), language)


def _checked(checks: Sequence[Check], first: int, language: Language) -> Iterator[Fact]:
    """Yield the sums that a reader can check, and whether all of them agree.

    Args:
        first: The row of the first, counted from 1.
    """
    for one in checks:
        tone = Tone.PLAIN if one.wrong is None else Tone.CHECK
        yield _fact(one.words, Styled(one.formula, Look.KRONOR, tone), language, SIGN.strip() if one.rough else "")
    noughts = [(row, one, one.wrong) for row, one in enumerate(checks, first) if one.wrong is not None]
    if noughts:
        agrees = value = _AGREES.say(language)
        verdict = quoted_words(agrees)
        for row, one, wrong in reversed(noughts):
            differs = replace(_DIFFERS, values={"what": wrong}).say(language)
            verdict = f"IF(B{row}=0,{verdict},{quoted_words(differs)})"
            value = differs if _kr(one) else value
        shown = Styled(Formula(f"={verdict}", value), tone=Tone.RESULT)
        yield _fact(Text("Boken", "The workbook"), shown, language)


def _colours(language: Language) -> Iterator[Fact]:
    told = (
        (Tone.INPUT, Text("gult", "yellow"), Text("Får ändras; kronorna följer", "May be changed; the kronor follow")),
        (Tone.FIXED, Text("grått", "grey"), Text("Värde; följer inget annat", "A value; follows nothing else")),
        (Tone.RESULT, Text("grönt", "green"), Text("Resultat, räknat med formler", "A result, by formulas")),
    )
    for tone, colour, words in told:
        yield _fact(words, Styled(colour.say(language), Look.TEXT, tone), language)


def _fact(label: Text, value: Styled, language: Language, note: str = "") -> Fact:
    return Fact(label.say(language), value, note)
