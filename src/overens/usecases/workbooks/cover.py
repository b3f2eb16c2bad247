"""What a workbook is -> its first sheet: title, day, run, address, whether it adds up, its sheets and its colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overens.export.workbook.model import Column, Fact, Formula, Inside, Link, Look, Sheet, Styled, Tone, quoted
from overens.usecases.citation import Citation
from overens.vocabulary.wording import Language, Text

COVER = Text("Om arbetsboken", "About the workbook")


@dataclass(frozen=True)
class Identity:
    """The cells with a sum and what becomes of it, and what they hold (identitet).

    Attributes:
        amount, awarded, lapsed, undistributed: Each a cell, as formulas of other sheets write it, and its value.
    """

    amount: tuple[str, int]
    awarded: tuple[str, int]
    lapsed: tuple[str, int]
    undistributed: tuple[str, int]


def cover_sheet(
    name: str,
    title: str,
    citation: Citation | None,
    contents: Sequence[tuple[str, str]],
    language: Language,
    identity: Identity | None = None,
    notes: Sequence[Text] = (),
) -> Sheet:
    """Return the first sheet.

    Args:
        contents: Each sheet's name and what it holds.
    """
    columns = (
        Column(Text("Blad", "Sheet").say(language), width=36),
        Column("", width=22),
        Column(Text("Vad där står och hur det följer", "What it holds and how it follows").say(language), width=78),
    )
    facts = (*_cited(citation, language), *_sums(identity, language), *_colours(language))
    rows = [(Inside(sheet, f"{quoted(sheet)}!A1"), None, words) for sheet, words in contents]
    said = [one.say(language) for one in (*([citation.words] if citation else []), *notes)]
    return Sheet(name, title, columns, rows, tuple(said), frozen=0, facts=facts)


def _cited(citation: Citation | None, language: Language) -> Iterator[Fact]:
    if citation is None:
        return
    known = Text("Allt som är känt", "All that is known").say(language)
    if citation.as_known_on is not None:
        known = citation.as_known_on.isoformat()
    yield _fact(Text("Som det var känt", "As known on"), Styled(known), language)
    if citation.run is not None:
        yield _fact(Text("Körning", "Run"), Styled(citation.short_run), language)
    yield _fact(Text("Adress", "Address"), Styled(Link(citation.address, citation.address)), language)


def _sums(identity: Identity | None, language: Language) -> Iterator[Fact]:
    if identity is None:
        return
    parts = (identity.awarded, identity.lapsed, identity.undistributed)
    labels = (Text("Tilldelat", "Awarded"), Text("+ förfallet", "+ lapsed"), Text("+ ej fördelat", "+ undistributed"))
    for label, (cell, value) in zip(labels, parts, strict=True):
        yield _fact(label, Styled(Formula(f"={cell}", value), Look.KRONOR), language)
    cell, value = identity.amount
    yield _fact(Text("= potten", "= the pot"), Styled(Formula(f"={cell}", value), Look.KRONOR), language)
    apart = f"{'+'.join(one for one, _ in parts)}-{cell}"
    left = sum(kr for _, kr in parts) - value
    yield _fact(
        Text("Skillnad, ska vara 0", "Difference, to be 0"),
        Styled(Formula(f"={apart}", left), Look.KRONOR, Tone.CHECK),
        language,
    )
    agrees = [Text("stämmer", "agrees").say(language), Text("stämmer inte", "does not agree").say(language)]
    words = Formula(f'=IF({apart}=0,"{agrees[0]}","{agrees[1]}")', agrees[left != 0])
    yield _fact(Text("Summan", "The sum"), Styled(words), language)


def _colours(language: Language) -> Iterator[Fact]:
    told = (
        (Tone.INPUT, Text("gult", "yellow"), Text("Får ändras; kronorna följer", "May be changed; the kronor follow")),
        (
            Tone.FIXED,
            Text("grått", "grey"),
            Text("Värde; följer inget annat", "A value; follows nothing else"),
        ),
        (Tone.RESULT, Text("grönt", "green"), Text("Resultat, räknat med formler", "A result, by formulas")),
    )
    for tone, colour, words in told:
        yield _fact(words, Styled(colour.say(language), Look.TEXT, tone), language)


def _fact(label: Text, value: Styled, language: Language) -> Fact:
    return Fact(label.say(language), value)
