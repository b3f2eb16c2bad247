"""Awards + the published table -> how many are equal to the krona, and what that is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from overens.agreement.model import Pot
from overens.allocation.model import AnnexComparison, Basis, Deviation
from overens.figures.model import Series
from overens.vocabulary.recipients import Recipient


def compare_with_annex(
    pot: Pot, table: Series, computed: Mapping[str, int], recipients: Sequence[Recipient], used: Sequence[Series]
) -> AnnexComparison:
    """Compare each computed amount with the published one.

    Args:
        pot: The pot, with the deviations that are known.
        table: The published amounts, in kronor; a value that is not published is not counted.
        computed: Code -> computed kronor.
        recipients: Everyone of the kind; those to whom neither gives anything are not counted.
        used: Every series the computation read, which decides the basis.
    """
    reasons = {d.code: d.reason for d in pot.annex.deviations} if pot.annex else {}
    values = {r: table.values.get(r.code) for r in recipients if r.code in computed or table.values.get(r.code)}
    published = {r: value for r, value in values.items() if value is not None}
    deviations = tuple(
        Deviation(r, int(value), computed.get(r.code, 0), reasons.get(r.code))
        for r, value in published.items()
        if value != computed.get(r.code, 0)
    )
    return AnnexComparison(
        table=table.key.figure,
        equal=len(published) - len(deviations),
        of=len(published),
        basis=basis_of(table, used),
        deviations=deviations,
        not_published=tuple(r for r, value in values.items() if value is None),
        published_total_kr=int(sum(published.values())),
    )


def basis_of(table: Series, used: Sequence[Series]) -> Basis:
    """Return what agreement with the table proves.

    Nothing, if a figure is the table itself (under whatever name); consistency, if a figure was solved back
    from this very table; truth, only if every figure comes from elsewhere.
    """
    if any(_same_values(one, table) for one in used):
        return Basis.LIST
    if any(table.key.figure in one.derived_from for one in used):
        return Basis.SAME_TABLE
    return Basis.INDEPENDENT


def _same_values(one: Series, table: Series) -> bool:
    return one.key.figure == table.key.figure or (one.unit == table.unit and dict(one.values) == dict(table.values))
