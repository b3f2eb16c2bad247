"""Year -> JSON document."""

from __future__ import annotations

from overens.allocation.model import Allocation
from overens.usecases.documents.parts import Document, amount, contradiction, recipient, run
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
