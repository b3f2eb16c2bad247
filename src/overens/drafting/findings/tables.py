"""Tables -> rows that do not sum to what is stated, under them or in the text."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from overens.drafting.columns import in_kronor, in_unit, named, room, rows_sum
from overens.drafting.findings.mentions import MISPRINT_REMEDY
from overens.drafting.findings.model import Certainty, Finding, FindingKind
from overens.drafting.model import ReadAmount, ReadCell, ReadTable, Role, Span
from overens.drafting.money import money_of
from overens.drafting.reading import ReadDocument
from overens.drafting.tables.sums import Proposal, mend
from overens.vocabulary.money import Amount, may_be_equal
from overens.vocabulary.wording import Text, join_texts, kronor

_FEWEST_ROWS = 10
_LONGEST_NAME = 60
_MOST_SHOWN = 4
_NEAR = 20
"""A sum of the text that is within a twentieth of the table's is taken to be meant for it."""


def check_tables(document: ReadDocument) -> Iterator[Finding]:
    """Yield each column whose rows do not give the sum that is stated."""
    stated = [
        (amount, money_of(amount.mention))
        for amount in document.amounts
        if amount.role.chosen in (Role.TOTAL, Role.PART, Role.EARMARK) and not amount.mention.per_unit
    ]
    for table in document.tables:
        yield from (_misprint(row, table) for row in table.rows if row.is_misprinted)
        wrong = _against_total(table)
        if wrong is not None:
            yield wrong
        elif table.sums is not True:
            yield from _against_text(table, stated)


def _misprint(row: ReadCell, table: ReadTable) -> Finding:
    return Finding(
        FindingKind.MISPRINT,
        Text(
            "{name}: '{printed}' är feltryckt och lästes som {read}.",
            "{name}: '{printed}' is misprinted and was read as {read}.",
            {
                "name": row.name[:_LONGEST_NAME],
                "printed": row.printed,
                "read": in_unit(row.value or Fraction(0), table),
            },
        ),
        (row.value_at,),
        Certainty.LIKELY,
        MISPRINT_REMEDY,
    )


def _against_total(table: ReadTable) -> Finding | None:
    total = rows_sum(table)
    if table.sums is not False or table.total is None or total is None or abs(table.total - total) <= room(table):
        return None
    return Finding(
        FindingKind.TABLE_AGAINST_TOTAL,
        Text(
            "Raderna i {table} summerar till {rows}, men summan sägs vara {stated}: det skiljer {gap}.",
            "The rows of {table} sum to {rows}, but the sum is said to be {stated}: a difference of {gap}.",
            {
                "table": named(table),
                "rows": in_unit(total, table),
                "stated": in_unit(table.total, table),
                "gap": in_unit(abs(table.total - total), table),
            },
        ),
        _where(table, table.total_at),
        Certainty.CERTAIN if table.unit.sure else Certainty.LIKELY,
        _remedy(table),
    )


def _remedy(table: ReadTable) -> Text:
    """Return what to do, with the cells of which any one, read otherwise, would make the rows sum."""
    proposals = mend(table)[: _MOST_SHOWN + 1]
    compare = Text(
        "Jämför raderna med den tryckta bilagan; rätta ingenting på egen hand.",
        "Compare the rows with the printed annex; mend nothing on your own.",
    )
    if not proposals or len(proposals) > _MOST_SHOWN:
        return compare
    return Text(
        "Det stämmer om {proposals}. {compare}",
        "It sums if {proposals}. {compare}",
        {"proposals": join_texts([_proposed(one, table) for one in proposals], "; "), "compare": compare},
    )


def _proposed(one: Proposal, table: ReadTable) -> Text:
    values = {"name": one.name, "value": in_unit(one.value, table)}
    if one.row < 0:
        return Text("summan är {value}", "the sum is {value}", values)
    return Text("{name} har {value}", "{name} has {value}", values)


def _against_text(table: ReadTable, stated: list[tuple[ReadAmount, Amount]]) -> Iterator[Finding]:
    """Yield a column of recipients whose sum no sum of the text has, though one is near it."""
    total = in_kronor(table)
    coded = sum(1 for row in table.rows if row.code)
    if total is None or coded < _FEWEST_ROWS or any(may_be_equal(total, money) for _, money in stated):
        return
    near = [(abs(money.kr - total.kr), n) for n, (_, money) in enumerate(stated) if _is_near(money, total)]
    if near:
        amount, money = stated[min(near)[1]]
        yield Finding(
            FindingKind.TABLE_AGAINST_TEXT,
            Text(
                "Raderna i {table} summerar till {rows}, men texten säger {stated}: det skiljer {gap}.",
                "The rows of {table} sum to {rows}, but the text says {stated}: a difference of {gap}.",
                {
                    "table": named(table),
                    "rows": kronor(total.kr),
                    "stated": kronor(money.kr),
                    "gap": kronor(abs(money.kr - total.kr)),
                },
            ),
            _where(table, amount.mention.span),
            Certainty.LIKELY if len(near) == 1 else Certainty.POSSIBLE,
            Text(
                "Se efter vilket som är tryckt fel, eller om en mottagare fattas; skriv båda under 'motsägelser'.",
                "See which is misprinted, or whether a recipient is missing; write both under 'motsägelser'.",
            ),
        )


def _is_near(money: Amount, total: Amount) -> bool:
    return abs(money.kr - total.kr) * _NEAR <= total.kr


def _where(table: ReadTable, other: Span | None) -> tuple[Span, ...]:
    return tuple(sorted({table.span, other} if other is not None else {table.span}))
