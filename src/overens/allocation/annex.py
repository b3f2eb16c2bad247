"""Awards + the published table -> how many are equal to the krona, and what that is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from overens.agreement.model import Pot
from overens.agreement.rules import BaseKey, Key, ListKey, MixKey
from overens.allocation.model import AnnexComparison, Basis, Deviation
from overens.figures.model import Series
from overens.vocabulary.recipients import Recipient


def compare_with_annex(
    pot: Pot, table: Series, computed: Mapping[str, int], recipients: Sequence[Recipient], used: Sequence[Series]
) -> AnnexComparison:
    """Compare each computed amount with the published one.

    Args:
        table: The published amounts, in kronor; a value that is not published is not counted.
        computed: Code -> computed kronor.
        used: Every series the computation read, which decides the basis.
    """
    reasons = {d.code: d.reason for d in pot.annex.deviations} if pot.annex else {}
    published = {r: value for r in recipients if (value := table.values.get(r.code)) is not None}
    deviations = tuple(
        Deviation(r, int(value), computed.get(r.code, 0), reasons.get(r.code))
        for r, value in published.items()
        if value != computed.get(r.code, 0)
    )
    return AnnexComparison(
        table=table.key.figure,
        equal=len(published) - len(deviations),
        of=len(published),
        basis=basis_of(pot.key, table, used),
        deviations=deviations,
        not_published=tuple(r for r in recipients if r not in published),
        published_total_kr=int(sum(published.values())),
    )


def basis_of(key: Key | None, table: Series, used: Sequence[Series]) -> Basis:
    """Return what agreement with the table proves.

    Nothing, if the key is the table itself (under whatever name); consistency, if a figure was solved back
    from this very table; truth, only if every figure comes from elsewhere.
    """
    if _lists(key) and any(_same_values(one, table) for one in used):
        return Basis.LIST
    if any(table.key.figure in one.derived_from or _same_values(one, table) for one in used):
        return Basis.SAME_TABLE
    return Basis.INDEPENDENT


def _lists(key: Key | None) -> bool:
    match key:
        case ListKey():
            return True
        case BaseKey():
            return _lists(key.rest)
        case MixKey():
            return any(_lists(part.key) for part in key.parts)
        case _:
            return False


def _same_values(one: Series, table: Series) -> bool:
    return one.key.figure == table.key.figure or (one.unit == table.unit and dict(one.values) == dict(table.values))
