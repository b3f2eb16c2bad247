"""What was read of documents -> one table of their sums, each with how sure it is and where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from overens.drafting.model import ReadAmount
from overens.export.csv_table import Cell, Table
from overens.usecases.documents.parts import word
from overens.usecases.documents.reading import receiver_word
from overens.usecases.read import Reading
from overens.vocabulary.wording import Text

AMOUNT, ROLE, RECEIVER = Text("Kronor", "Kronor"), Text("Roll", "Role"), Text("Till", "To")
LINE, SENTENCE, PERIOD, FOR = Text("Rad", "Line"), Text("Mening", "Sentence"), Text("När", "When"), Text("För", "For")
NUMBER = Text("Nr", "No.")


def amounts_table(readings: Iterable[Reading]) -> Table:
    """Return every sum of the documents in text order; what is uncertain has what else it may be beside it."""
    return Table(
        Text("Lästa belopp", "Sums that were read"),
        (
            "file",
            "number",
            "text",
            "value_kr",
            "approx",
            "role",
            "role_sure",
            "other_roles",
            "recipient",
            "recipient_sure",
            "other_recipients",
            "recipient_explicit",
            "period",
            "per_year",
            "per_unit",
            "purpose",
            "printed_as",
            "line",
            "start",
            "end",
            "sentence",
        ),
        (
            Text("Fil", "File"),
            NUMBER,
            Text("Står", "Printed"),
            AMOUNT,
            Text("Ungefär", "Approximate"),
            ROLE,
            Text("Rollen säker", "Role sure"),
            Text("Andra roller", "Other roles"),
            RECEIVER,
            Text("Mottagaren säker", "Recipient sure"),
            Text("Andra mottagare", "Other recipients"),
            Text("Nämnd i meningen", "Named in the sentence"),
            PERIOD,
            Text("Per år", "A year"),
            Text("Per enhet", "Per unit"),
            FOR,
            Text("Läst som", "Read as"),
            LINE,
            Text("Från tecken", "From character"),
            Text("Till tecken", "To character"),
            SENTENCE,
        ),
        tuple(_row(reading, n, amount) for reading in readings for n, amount in enumerate(reading.said.amounts, 1)),
    )


def _row(reading: Reading, n: int, amount: ReadAmount) -> tuple[Cell, ...]:
    mention, role, receiver = amount.mention, amount.role, amount.receiver
    return (
        reading.file,
        n,
        mention.text,
        mention.kr,
        word(mention.hedge),
        word(role.chosen),
        _yes(role.sure),
        " ".join(map(word, role.others)),
        receiver_word(receiver.chosen),
        _yes(receiver.sure),
        " ".join(map(receiver_word, receiver.others)),
        None if amount.explicit is None else _yes(amount.explicit),
        mention.period,
        _yes(mention.per_year),
        mention.per_unit,
        amount.purpose,
        mention.printed_as,
        reading.places.line(mention.span.start),
        mention.span.start,
        mention.span.end,
        reading.places.sentence_words(mention.span),
    )


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
