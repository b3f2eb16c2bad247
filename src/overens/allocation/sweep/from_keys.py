"""A key + figures -> tables of whole numbers with one common denominator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import gcd, lcm

from overens.agreement.rules import BaseKey, EqualKey, FixedKey, Key, ListKey, MixKey, ShareKey
from overens.allocation.model import NotComputed
from overens.allocation.rule_steps import share_out
from overens.allocation.sweep.plan import Shares, Table
from overens.figures.model import Snapshot
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text

Recipients = Sequence[Recipient]


@dataclass(frozen=True)
class KeyTables:
    """A key as rows with one number for each recipient of the pot (or, for coefficients, each figure)."""

    tables: Mapping[Table, Sequence[int]]
    shares: Shares = Shares.OF_POT
    mixed: bool = False
    denominator: int = 1


def key_tables(key: Key, recipients: Recipients, figures: Snapshot) -> KeyTables:
    """Return the key as tables.

    Raises:
        NotComputed: If the key is not known, a value is missing, all weights are zero, or a mix holds kronor.
    """
    match key:
        case FixedKey():
            return KeyTables({Table.BASE: [key.each.kr] * len(recipients)}, Shares.FIXED)
        case ListKey():
            return _listed(key, recipients, figures)
        case BaseKey():
            return _on_base(key, key_tables(key.rest, recipients, figures), len(recipients))
        case _:
            return _mixed(_parts(key, Fraction(1), recipients, figures))


def _on_base(key: BaseKey, rest: KeyTables, count: int) -> KeyTables:
    """Put the base amount under what the rest gives; a base under a fixed sum is a fixed sum."""
    if rest.shares is Shares.LISTED:
        raise NotComputed(_kronor_within())
    below = rest.tables.get(Table.BASE, [0] * count)
    return replace(rest, tables={**rest.tables, Table.BASE: [key.base.kr + kr for kr in below]})


def _listed(key: ListKey, recipients: Recipients, figures: Snapshot) -> KeyTables:
    exact = share_out(key, Fraction(0), recipients, figures).exact
    kronor = [exact[one.code] for one in recipients]
    denominator = lcm(*(kr.denominator for kr in kronor))
    tables = {Table.BASE: [int(kr) for kr in kronor]}
    if denominator > 1:
        tables[Table.WEIGHTS] = [int((kr - int(kr)) * denominator) for kr in kronor]
    return KeyTables(tables, Shares.LISTED, denominator=denominator)


Part = tuple[Fraction, list[Fraction]]


def _parts(key: Key, share: Fraction, recipients: Recipients, figures: Snapshot) -> list[Part]:
    """Return each figure in the key, with its share of the pot; mixes within mixes are multiplied out."""
    match key:
        case MixKey():
            return [one for part in key.parts for one in _parts(part.key, share * part.weight, recipients, figures)]
        case ShareKey() | EqualKey():
            exact = share_out(key, Fraction(1), recipients, figures).exact
            return [(share, [exact[one.code] for one in recipients])]
        case FixedKey() | ListKey() | BaseKey():
            raise NotComputed(_kronor_within())
        case _:
            share_out(key, Fraction(1), recipients, figures)
            raise AssertionError("a key without shares is not computed")


def _mixed(parts: Sequence[Part]) -> KeyTables:
    """Return the figures as whole numbers without a common factor, and their shares of the pot likewise."""
    shares = _whole([share for share, _ in parts])
    weights = [number for _, figure in parts for number in _whole(figure)]
    return KeyTables({Table.COEFFICIENTS: shares, Table.WEIGHTS: weights}, mixed=len(parts) > 1)


def _whole(numbers: Sequence[Fraction]) -> list[int]:
    """Return whole numbers in the same proportions, as small as they can be.

    >>> _whole([Fraction(1, 2), Fraction(1, 3)])
    [3, 2]
    """
    denominator = lcm(*(number.denominator for number in numbers))
    whole = [int(number * denominator) for number in numbers]
    common = gcd(*whole) or 1
    return [number // common for number in whole]


def _kronor_within() -> Text:
    return Text(
        "en blandning av nycklar där någon ger bestämda kronor räknas av den vanliga motorn",
        "a mix of keys of which one gives fixed kronor is computed by the ordinary engine",
    )
