"""What was read of a document -> JSON in the shape of annotations, and beside it how sure each value is and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeVar

from overens.drafting.findings.model import Finding
from overens.drafting.model import DateRole, Judged, ReadAmount, ReadDate, ReadName, ReadTable, Receiver, Span, Unit
from overens.drafting.places import Places
from overens.drafting.reading import ReadDocument
from overens.drafting.sums import SumNode
from overens.drafting.wording import addition_words, cue_identifier
from overens.usecases.documents.against import against_document
from overens.usecases.documents.parts import Document, problem, word
from overens.usecases.read import Reading
from overens.vocabulary.wording import Language

_T = TypeVar("_T")
_RECEIVERS = {Receiver.SKR: "SKR", Receiver.RCC: "RCC"}
_MUST = (DateRole.APPLY_BY, DateRole.REPAY_BY, DateRole.REPORT_BY)
_UNITS = {Unit.KR: "kr", Unit.TKR: "tkr", Unit.MKR: "Mkr", Unit.MEUR: "MEUR"}


def read_file_document(reading: Reading, language: Language) -> Document:
    """Return all that was read of a file; what is words is in the language."""
    source = reading.source
    return {
        "file": reading.file,
        "document": {
            "file": reading.file,
            "sha256": source.sha256,
            "format": source.format.value,
            "encoding": source.encoding,
            "pages": source.pages,
            "characters": len(source.text),
            "dated": reading.said.page.dated,
            "notes": [problem(note, language) for note in source.notes],
        },
        **reading_document(reading.said),
        "sums": [_sum(node, reading, language) for node in reading.sums],
        "against": None if reading.against is None else [against_document(one, language) for one in reading.against],
        "findings": [_finding(finding, reading.places, language) for finding in reading.findings],
    }


def reading_document(said: ReadDocument) -> Document:
    """Return what the document says; start and end are code points in the document as it was read."""
    places = Places(said.page)
    return {
        "amounts": [_amount(amount, places) for amount in said.amounts],
        "tables": [_table(table, places) for table in said.tables],
        "dates": [_date(date, places) for date in said.dates],
        "agreements": [name.text for name in said.names],
        "agreement_places": [_place(name, places) for name in said.names],
        "passages": [
            _span(passage.span) | {"text": passage.text} | _judged("kind", passage.kind) for passage in said.passages
        ],
    }


def receiver_word(receiver: Receiver) -> str:
    """Return who gets the money as the identifier that the annotations use."""
    return _RECEIVERS.get(receiver, word(receiver))


def date_word(role: DateRole) -> str:
    """Return what a date is the date of as the annotations have it: what must be done by it, or other."""
    return word(role) if role in _MUST else word(DateRole.OTHER)


def unit_word(unit: Unit) -> str:
    """Return the unit of a column as the identifier that the annotations use."""
    return _UNITS.get(unit, word(unit))


def _amount(amount: ReadAmount, places: Places) -> Document:
    mention = amount.mention
    return {
        "text": mention.text,
        **_span(mention.span),
        "value_kr": mention.kr,
        "approx": word(mention.hedge),
        "role": word(amount.role.chosen),
        "purpose": amount.purpose,
        "recipient": receiver_word(amount.receiver.chosen),
        "period": mention.period,
        "per_year": mention.per_year,
        "recipient_explicit": amount.explicit,
        "sure": amount.role.sure and amount.receiver.sure,
        "alternatives": {
            "role": list(map(word, amount.role.others)),
            "recipient": list(map(receiver_word, amount.receiver.others)),
        },
        "cues": _cues("role", amount.role) + _cues("recipient", amount.receiver),
        "per_unit": mention.per_unit,
        "printed_as": mention.printed_as,
        "exact_to": mention.exact_to,
        "section": amount.section,
        **_where(mention.span, places),
    }


def _cues(about: str, judged: Judged[_T]) -> list[Document]:
    return [
        {
            "about": about,
            "words": cue.words,
            "says": cue_identifier(cue.says),
            "strength": cue.strength,
            **_span(cue.span),
        }
        for cue in judged.cues
    ]


def _span(span: Span) -> Document:
    return {"start": span.start, "end": span.end}


def _where(span: Span, places: Places) -> Document:
    """Return the sentence and the line that a value stands in."""
    return {"sentence": _span(places.sentence(span)), "line": places.line(span.start)}


def _table(table: ReadTable, places: Places) -> Document:
    return {
        "header": table.header,
        "unit": unit_word(table.unit.chosen),
        "total": _number(table.total),
        "sums_ok": table.sums,
        "rows": [
            {
                "name": row.name,
                "code": row.code,
                "value": _number(row.value),
                "printed": row.printed,
                "misprinted": row.is_misprinted,
                **_span(row.value_at),
                "line": places.line(row.value_at.start),
            }
            for row in table.rows
        ],
        "caption": table.caption,
        **_span(table.span),
        "line": places.line(table.span.start),
        "is_list": table.is_list,
        "sure": table.unit.sure,
        "alternatives": {"unit": list(map(unit_word, table.unit.others))},
    }


def _number(value: Fraction | None) -> int | float | None:
    """Return a number as JSON has it; only decimals of a table in millions are no whole number."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def _date(date: ReadDate, places: Places) -> Document:
    return {
        "text": date.text,
        **_span(date.span),
        "iso": date.iso,
        "role": date_word(date.role.chosen),
        "date_of": word(date.role.chosen),
        "sure": date.role.sure,
        "alternatives": {"date_of": list(map(word, date.role.others))},
        "year_inferred": date.year_inferred,
        "impossible": date.impossible,
        **_where(date.span, places),
    }


def _place(name: ReadName, places: Places) -> Document:
    return {"text": name.text, **_span(name.span), "line": places.line(name.span.start)}


def _judged(key: str, judged: Judged[str]) -> Document:
    return {
        key: judged.chosen,
        "sure": judged.sure,
        "alternatives": {key: list(judged.others)},
        "cues": _cues(key, judged),
    }


def _finding(finding: Finding, places: Places, language: Language) -> Document:
    return {
        "kind": word(finding.kind),
        "sure": word(finding.sure),
        "what": finding.what.say(language),
        "remedy": finding.remedy.say(language),
        "where": [_span(span) | {"line": places.line(span.start)} for span in finding.where],
    }


def _sum(node: SumNode, reading: Reading, language: Language) -> Document:
    """Return a sum with what it is made of; amounts are places in the list of amounts, counted from 0."""
    addition = addition_words(node)

    def at(amounts: Sequence[ReadAmount]) -> list[int]:
        return [reading.number(amount) - 1 for amount in amounts]

    return {
        "amount": at([node.amount])[0],
        "mentions": at(node.mentions),
        "kr": node.money.kr,
        "low_kr": node.money.low,
        "high_kr": node.money.high,
        "parts": [_sum(part, reading, language) for part in node.parts],
        "earmarks": [_sum(part, reading, language) for part in node.earmarks],
        "beside": at(node.beside),
        "adds_up": node.compatible,
        "addition": addition.say(language) if addition else None,
    }
