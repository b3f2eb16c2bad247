"""Columns of numbers -> units that are mixed, and rows whose price is not that of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from overens.drafting.columns import KRONOR, in_unit, named
from overens.drafting.findings.model import Certainty, Finding, FindingKind
from overens.drafting.model import ReadCell, ReadTable, Unit
from overens.vocabulary.wording import Text

_FEWEST_ROWS = 8
_TOO_MANY_TIMES = 10_000
"""A row this many times the middle one is not in the unit of the others: no recipient is that much larger."""


def check_columns(tables: Sequence[ReadTable]) -> Iterator[Finding]:
    """Yield what is odd in the numbers of a column, by itself and beside the column before it."""
    for before, table in zip([None, *tables], tables, strict=False):
        yield from _other_unit(table)
        if before is not None:
            yield from _other_price(before, table)


def _other_unit(table: ReadTable) -> Iterator[Finding]:
    sizes = sorted(abs(row.value) for row in table.rows if row.value)
    if len(sizes) < _FEWEST_ROWS or table.unit.chosen not in KRONOR:
        return
    middle = sizes[len(sizes) // 2]
    for row in table.rows:
        if row.value and not middle <= abs(row.value) * _TOO_MANY_TIMES <= middle * _TOO_MANY_TIMES**2:
            yield Finding(
                FindingKind.MIXED_UNITS,
                Text(
                    "{name} i {table} har {value}, långt från de andra raderna.",
                    "{name} in {table} has {value}, far from the other rows.",
                    {"name": row.name, "table": named(table), "value": in_unit(row.value, table)},
                ),
                (row.value_at,),
                Certainty.LIKELY,
                Text("Se efter om raden är i en annan enhet.", "See whether the row is in another unit."),
            )


def _other_price(counts: ReadTable, sums: ReadTable) -> Iterator[Finding]:
    """Yield the rows whose sum is not their count times the price that nearly all the other rows have."""
    if counts.unit.chosen not in (Unit.COUNT, Unit.PERSONS) or sums.unit.chosen is not Unit.KR:
        return
    pairs = [
        (row, one.value, row.value)
        for one, row in zip(counts.rows, sums.rows, strict=False)
        if one.name_at == row.name_at and one.name == row.name and one.value and row.value
    ]
    if len(pairs) < _FEWEST_ROWS:
        return
    prices = Counter(value / count for _, count, value in pairs)
    price, held = prices.most_common(1)[0]
    if held == len(pairs) or held * 10 < len(pairs) * 8:
        return
    for row, count, value in pairs:
        if value / count != price:
            yield _priced(sums, row, count, price)


def _priced(sums: ReadTable, row: ReadCell, count: Fraction, price: Fraction) -> Finding:
    return Finding(
        FindingKind.PRICE_TIMES_COUNT,
        Text(
            "{name}: {count} × {price} är {total}, men där står {value}.",
            "{name}: {count} × {price} is {total}, but {value} is printed.",
            {
                "name": row.name,
                "count": count,
                "price": in_unit(price, sums),
                "total": in_unit(price * count, sums),
                "value": in_unit(row.value or Fraction(0), sums),
            },
        ),
        (row.value_at,),
        Certainty.LIKELY,
        Text("Se efter om antalet eller beloppet är tryckt fel.", "See whether the count or the sum is misprinted."),
    )
