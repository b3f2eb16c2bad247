"""A table a person has (CSV from Excel or by hand) -> kronor per recipient, or problems cell by cell."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from overens.vocabulary.names import fold, name_of_another, owners_of_names, recipient_meant
from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.recipients import Recipient, RecipientKind, Register, kind_words

_CODE = ("kod", "code", "region code", "regionkod", "kommunkod", "lanskod", "lan kod")
_NAME = ("namn", "name", "region", "kommun", "lan", "mottagare", "recipient")
_AMOUNT = ("belopp", "varde", "value", "kronor", "kr", "amount", "awarded kr", "published kr", "summa", "tilldelning")


@dataclass(frozen=True)
class TableCell:
    """What a table says one recipient gets, and where it says so."""

    recipient: Recipient
    kr: int
    place: Place


def read_table(
    text: str, kind: RecipientKind, register: Register, *, file: str
) -> tuple[list[TableCell], list[Problem]]:
    """Read a table with a column of codes or names and a column of kronor.

    Comma, semicolon and tab are told apart by the first row; Swedish spacing and 'kr' are allowed in amounts.
    Rows named Totalt, Summa or Riket are passed over.
    """
    numbered = [
        (n, one) for n, one in enumerate(text.removeprefix("\ufeff").splitlines(), 1) if not one.startswith("#")
    ]
    if not numbered:
        return [], [Problem(Place(file), _empty())]
    separator = max(";\t,", key=numbered[0][1].count)
    try:
        records = list(_records(numbered, separator))
    except csv.Error:  # a field of more than 131 072 characters
        return [], [Problem(Place(file), _not_a_table())]
    first, names = records[0]
    header = [fold(name) for name in names]
    code_at, name_at, amount_at = (_column(header, names) for names in (_CODE, _NAME, _AMOUNT))
    if amount_at is None or (code_at is None and name_at is None):
        return [], [Problem(Place(file, first), _no_columns(", ".join(names)))]
    cells: list[TableCell] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    owners = owners_of_names(register, kind)
    for number, row in records[1:]:
        who = " ".join(_at(row, code_at if code_at is not None else name_at).split())
        if not any(field.strip() for field in row) or fold(who) in ("totalt", "summa", "riket", "total", "00"):
            continue
        recipient = recipient_meant(who, kind, register)
        place = Place(file, number, 1 + sum(len(field) + 1 for field in row[:amount_at]))
        kr = _kronor(_at(row, amount_at))
        name = _at(row, name_at).strip()
        if recipient is None:
            problems.append(Problem(Place(file, number), _nobody(who, kind)))
        elif owners.get(name.casefold(), recipient) != recipient:
            problems.append(Problem(Place(file, number), name_of_another(recipient, name)))
        elif recipient.code in seen:
            problems.append(Problem(Place(file, number), _again(recipient, seen[recipient.code])))
        elif isinstance(kr, Fault):
            problems.append(Problem(place, kr))
        else:
            cells.append(TableCell(recipient, kr, place))
        if recipient is not None:
            seen.setdefault(recipient.code, number)
    return cells, problems


def _records(numbered: list[tuple[int, str]], separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line of the file that it begins on; a field in quotes may hold several lines."""
    reader = csv.reader((line for _, line in numbered), delimiter=separator)
    begun = 0
    for row in reader:
        yield numbered[begun][0], row
        begun = reader.line_num


def _at(row: list[str], index: int | None) -> str:
    return row[index] if index is not None and index < len(row) else ""


def _column(header: list[str], names: tuple[str, ...]) -> int | None:
    return next((n for n, name in enumerate(header) if name in names), None)


_KRONOR = re.compile(
    r"^-?([0-9]{1,30}|[0-9]{1,3}([ \u00a0\u2009\u202f][0-9]{3}){1,9}|[0-9]{1,3}(\.[0-9]{3}){2,9})([,.]0{1,2})?$"
)


def _kronor(words: str) -> int | Fault:
    text = re.sub(r"[ \u00a0\u202f]?(kr|kronor|SEK)$", "", words.strip().replace("−", "-"), flags=re.IGNORECASE)
    if _KRONOR.match(text):
        return int(re.sub(r"[,.]0{1,2}$|[ \u00a0\u2009\u202f.]", "", text))
    return Fault.of(
        "'{words}' är inte hela kronor.",
        "Skriv till exempel 47 803 842.",
        "'{words}' is not whole kronor.",
        "Write for instance 47 803 842.",
        words=words.strip()[:60],
    )


def _empty() -> Fault:
    return Fault.of(
        "Tabellen är tom.",
        "Skriv 'kod;belopp' och en rad per mottagare.",
        "The table is empty.",
        "Write 'kod;belopp' and one row for each recipient.",
    )


def _not_a_table() -> Fault:
    return Fault.of(
        "Ett fält är längre än en tabell rymmer.",
        "Kontrollera citattecknen; ett som inte avslutas sväljer resten av filen.",
        "A field is longer than a table holds.",
        "Check the quotation marks; one that is not closed swallows the rest of the file.",
    )


def _no_columns(header: str) -> Fault:
    return Fault.of(
        "Kolumnerna '{header}' säger inte vem och hur mycket.",
        "Döp en kolumn till 'kod' eller 'namn' och en till 'belopp'.",
        "The columns '{header}' do not say who and how much.",
        "Name one column 'kod' or 'namn' and one 'belopp'.",
        header=header[:120],
    )


def _nobody(who: str, kind: RecipientKind) -> Fault:
    return Fault.of(
        "'{who}' är ingen {kind}.",
        "Skriv koden ('06', '0680') eller namnet.",
        "'{who}' is no {kind}.",
        "Write the code ('06', '0680') or the name.",
        who=who,
        kind=kind_words(kind),
    )


def _again(who: Recipient, line: int) -> Fault:
    return Fault.of(
        "{who} står två gånger; första gången på rad {line}.",
        "Ta bort den ena raden.",
        "{who} stands twice; the first time on line {line}.",
        "Remove one of the rows.",
        who=who.name,
        line=str(line),
    )
