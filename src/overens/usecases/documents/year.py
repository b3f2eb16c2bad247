"""Year -> JSON document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from overens.allocation.model import Allocation
from overens.usecases.documents.parts import Document, amount, contradiction, recipient, run, word
from overens.usecases.documents.population import exact_or_null
from overens.usecases.pot_sums import PARTS, PotSum
from overens.usecases.year import RegionRow, Year, not_computed


def year_document(year: Year) -> Document:
    """Return a year (overens year 2024 --json); residual = published − verified − inferred."""
    return {
        "year": year.year,
        "as_known_on": year.as_known_on.isoformat() if year.as_known_on else None,
        "regions": [_region(row) for row in year.regions],
        "counties": [
            {**recipient(row.area), "published_kr": row.published_kr, "awarded_kr": row.awarded_kr}
            for row in year.counties
        ],
        "agreements": [_agreement(a) for a in year.allocations],
        "tables": [
            {
                "id": t.id,
                "name": t.name,
                "status": t.status.value,
                "holds": [ref.name for ref in t.holds],
                "leaves_out": [{"pot": ref.name, "reason": ref.reason} for ref in t.leaves_out],
            }
            for t in year.tables
        ],
        "sums": [
            {"id": s.totals.id, "name": s.totals.name, "printed": amount(s.printed), "computed": amount(s.computed)}
            for s in year.sums
        ],
        "not_yet_known": list(year.not_yet_known),
        "contradictions": [{"table": name, **contradiction(one)} for name, one in year.contradictions],
    }


def year_with_sums(year: Year, sums: Sequence[PotSum], inhabitants: Mapping[str, int]) -> Document:
    """Return a year as `year_document`, with every pot's parts, and what each region gets per inhabitant.

    Args:
        inhabitants: Region code -> inhabitants; for who is not there, the values are null.
    """
    document = year_document(year)
    for row, region in zip(year.regions, document["regions"], strict=True):
        heads, kr = inhabitants.get(row.recipient.code), row.verified_kr + row.inferred_kr + row.outside_kr
        each = exact_or_null(Fraction(kr, heads) if heads else None)
        region |= {"computed_kr": kr, "inhabitants": heads, "computed_per_inhabitant": each}
    return document | {"pots": [_pot_sum(one) for one in sums]}


def _pot_sum(one: PotSum) -> Document:
    return {
        "agreement": one.agreement,
        "pot": one.pot or None,
        "to": word(one.whom),
        "standing": word(one.standing),
        "amount_kr": one.amount_kr,
        **{name: getattr(one, name) for name, _ in PARTS},
        "exact": one.exact,
    }


def _region(row: RegionRow) -> Document:
    return {
        **recipient(row.recipient),
        "published_kr": row.published_kr,
        "verified_kr": row.verified_kr,
        "inferred_kr": row.inferred_kr,
        "residual_kr": row.residual_kr,
        "outside_table_kr": row.outside_kr,
        "ceiling_kr": row.ceiling_kr,
    }


def _agreement(a: Allocation) -> Document:
    return {
        "id": a.agreement.id,
        "name": a.agreement.name,
        "status": a.agreement.status.value,
        "total": amount(a.whole.amount),
        "awarded_kr": a.whole.awarded_kr,
        "lapsed_kr": a.whole.lapsed_kr,
        "undistributed_kr": a.whole.undistributed_kr,
        "not_computed": [pot.id for pot in not_computed(a)],
        "run": run(a),
    }
