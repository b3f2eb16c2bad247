"""What was read of a document -> JSON in the shape of annotations: amounts, tables, dates and agreements."""

from __future__ import annotations

from fractions import Fraction

from overens.drafting.model import ReadAmount, ReadDate, ReadTable, Receiver, Unit
from overens.drafting.reading import ReadDocument
from overens.usecases.documents.parts import Document, word

_RECEIVERS = {Receiver.SKR: "SKR", Receiver.RCC: "RCC"}
_UNITS = {Unit.KR: "kr", Unit.TKR: "tkr", Unit.MKR: "Mkr", Unit.MEUR: "MEUR"}


def reading_document(reading: ReadDocument) -> Document:
    """Return what the document says; start and end are code points in the document as it was read."""
    return {
        "amounts": [_amount(amount) for amount in reading.amounts],
        "tables": [_table(table) for table in reading.tables],
        "dates": [_date(date) for date in reading.dates],
        "agreements": [name.text for name in reading.names],
    }


def receiver_word(receiver: Receiver) -> str:
    """Return who gets the money as the identifier that the annotations use."""
    return _RECEIVERS.get(receiver, word(receiver))


def _amount(amount: ReadAmount) -> Document:
    mention = amount.mention
    return {
        "text": mention.text,
        "start": mention.span.start,
        "end": mention.span.end,
        "value_kr": mention.kr,
        "approx": word(mention.hedge),
        "role": word(amount.role.chosen),
        "purpose": amount.purpose,
        "recipient": receiver_word(amount.receiver.chosen),
        "period": mention.period,
        "per_year": mention.per_year,
        "recipient_explicit": amount.explicit,
    }


def _table(table: ReadTable) -> Document:
    return {
        "header": table.header,
        "unit": _UNITS.get(table.unit.chosen, word(table.unit.chosen)),
        "total": _number(table.total),
        "sums_ok": table.sums,
        "rows": [
            {"name": row.name, "code": row.code, "value": _number(row.value), "printed": row.printed}
            for row in table.rows
        ],
    }


def _number(value: Fraction | None) -> int | float | None:
    """Return a number as JSON has it; only decimals of a table in millions are no whole number."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def _date(date: ReadDate) -> Document:
    return {
        "text": date.text,
        "start": date.span.start,
        "end": date.span.end,
        "iso": date.iso,
        "role": word(date.role.chosen),
    }
