"""Tables of recipients -> who is missing, who stands twice, and names that are nobody's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from overens.drafting.columns import named
from overens.drafting.findings.model import Certainty, Finding, FindingKind
from overens.drafting.model import ReadCell, ReadTable
from overens.vocabulary.names import fold
from overens.vocabulary.recipients import RecipientKind, Register
from overens.vocabulary.wording import Text

_FEWEST_ROWS = 15
_MOST_MISSING = 6
_MOST_SHOWN = 8
_SHOWN = 60


def check_recipients(tables: Sequence[ReadTable], register: Register) -> Iterator[Finding]:
    """Yield what is odd among the names of each table of recipients; columns beside each other have the same names."""
    seen = set()
    for table in tables:
        names = tuple((row.name_at, row.name) for row in table.rows)
        if names in seen:
            continue
        seen.add(names)
        coded = [row for row in table.rows if row.code]
        if len(coded) < _FEWEST_ROWS or len(coded) * 4 < len(table.rows) * 3:
            continue
        yield from _missing(table, coded, register)
        yield from _doubled(table, coded)
        yield from (_nobody(table, row) for row in table.rows if not row.code)


def _missing(table: ReadTable, coded: Sequence[ReadCell], register: Register) -> Iterator[Finding]:
    """Yield which regions a table of nearly all regions or counties does not have."""
    codes = {row.code for row in coded}
    missing = [one for one in register.of(RecipientKind.REGION) if one.code not in codes]
    if not codes <= {one.code for one in register.of(RecipientKind.REGION)} or not 0 < len(missing) <= _MOST_MISSING:
        return
    yield Finding(
        FindingKind.RECIPIENT_MISSING,
        Text(
            "Dessa står inte i {table}: {names}.",
            "These are not in {table}: {names}.",
            {"table": named(table), "names": ", ".join(one.short_name for one in missing)},
        ),
        (table.span,),
        Certainty.POSSIBLE,
        Text(
            "Se efter om de inte uppfyllde villkoren, inte omfattas eller har fallit bort i trycket.",
            "See whether they did not meet the conditions, are not covered, or fell out in print.",
        ),
    )


def _doubled(table: ReadTable, coded: Sequence[ReadCell]) -> Iterator[Finding]:
    counts = Counter(row.code for row in coded)
    shown = 0
    for code, count in counts.items():
        if count > 1 and shown < _MOST_SHOWN:
            shown += 1
            rows = [row for row in coded if row.code == code]
            same = len({fold(row.name) for row in rows}) == 1
            yield _twice(table, rows) if same else _shared(table, rows)


def _twice(table: ReadTable, rows: Sequence[ReadCell]) -> Finding:
    return Finding(
        FindingKind.RECIPIENT_TWICE,
        Text(
            "{name} står {n} gånger i {table}.",
            "{name} stands {n} times in {table}.",
            {"name": _name(rows[0]), "n": str(len(rows)), "table": named(table)},
        ),
        tuple(sorted({row.name_at for row in rows})),
        Certainty.LIKELY,
        Text(
            "Se efter om en av raderna är en annan mottagare, eller om beloppen ska läggas ihop.",
            "See whether one of the rows is another recipient, or whether the sums are to be added.",
        ),
    )


def _shared(table: ReadTable, rows: Sequence[ReadCell]) -> Finding:
    return Finding(
        FindingKind.CODE_SHARED,
        Text(
            "{names} i {table} lästes som en och samma mottagare ({code}).",
            "{names} in {table} were read as one recipient ({code}).",
            {"names": ", ".join(_name(row) for row in rows), "table": named(table), "code": rows[0].code},
        ),
        tuple(sorted({row.name_at for row in rows})),
        Certainty.LIKELY,
        Text("Se efter vilken rad som är vems.", "See which row is whose."),
    )


def _nobody(table: ReadTable, row: ReadCell) -> Finding:
    return Finding(
        FindingKind.NOT_A_RECIPIENT,
        Text(
            "'{name}' i {table} är ingen av de kända mottagarna.",
            "'{name}' in {table} is none of the known recipients.",
            {"name": _name(row), "table": named(table)},
        ),
        (row.name_at,),
        Certainty.POSSIBLE,
        Text(
            "Se efter om det är en summa, en annan mottagare eller ett feltryckt namn.",
            "See whether it is a sum, another recipient or a misprinted name.",
        ),
    )


def _name(row: ReadCell) -> str:
    return " ".join(row.name.split())[:_SHOWN]
