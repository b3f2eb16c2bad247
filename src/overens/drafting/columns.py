"""A column of a table -> its rows in kronor, their sum, and how much of it is rounding."""

from __future__ import annotations

from fractions import Fraction

from overens.drafting.model import ReadTable, Unit
from overens.vocabulary.money import Amount, Precision
from overens.vocabulary.wording import Text

KRONOR = {Unit.KR: 1, Unit.TKR: 10**3, Unit.MKR: 10**6}
"""How many kronor one of the unit is."""

_UNITS = {
    Unit.MEUR: Text("miljoner euro", "million euro"),
    Unit.PERCENT: Text("procent", "per cent"),
    Unit.PERSONS: Text("personer", "persons"),
    Unit.COUNT: Text("", ""),
}


def rows_sum(table: ReadTable) -> Fraction | None:
    """Return what the rows sum to, in the unit of the column; None where a row has no number, or there are none."""
    values = [row.value for row in table.rows if row.value is not None]
    return sum(values, Fraction(0)) if values and len(values) == len(table.rows) else None


def last_digit(table: ReadTable) -> Fraction:
    """Return what the last printed digit of the column is worth, in its unit: 1, or 1/10 where one row has a decimal."""
    decimals = 0
    for row in table.rows:
        value = row.value or Fraction(0)
        while decimals < 6 and (value * 10**decimals).denominator != 1:
            decimals += 1
    return Fraction(1, 10**decimals)


def room(table: ReadTable) -> Fraction:
    """Return how far the rows may be from their sum by rounding alone: half a last digit each, and none in whole kronor."""
    if table.unit.chosen in (Unit.KR, Unit.PERSONS, Unit.COUNT):
        return Fraction(0)
    return last_digit(table) * (len(table.rows) + 1) / 2


def in_kronor(table: ReadTable) -> Amount | None:
    """Return the sum of the rows in kronor as an interval, or None for what is no money or cannot be summed."""
    total, unit = rows_sum(table), KRONOR.get(table.unit.chosen)
    if total is None or unit is None or (total * unit).denominator != 1:
        return None
    kr, wide = int(total * unit), int(room(table) * unit)
    return Amount(kr, kr - wide, kr + wide, Precision.ROUNDED if wide else Precision.EXACT)


def in_unit(number: Fraction, table: ReadTable) -> Text:
    """Return a number of the column with its unit, in either language."""
    unit = _UNITS.get(table.unit.chosen, Text(table.unit.chosen.value, table.unit.chosen.value))
    words = "{number}\u00a0{unit}" if unit.sv else "{number}"
    return Text(words, words, {"number": number, "unit": unit})


def named(table: ReadTable) -> Text:
    """Return what a column is called in a sentence: its heading, or that it is a table."""
    words = " ".join((table.header or table.caption).split())[:60]
    return Text("'{name}'", "'{name}'", {"name": words}) if words else Text("tabellen", "the table")
