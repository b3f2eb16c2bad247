"""Which grants there are for which years -> JSON document."""

from __future__ import annotations

from collections.abc import Sequence

from overens.agreement.model import Agreement
from overens.usecases.coverage import CoveredSeries, CoveredYear
from overens.usecases.documents.parts import Document, amount, word
from overens.vocabulary.money import Amount


def coverage_document(every: Sequence[CoveredSeries], years: tuple[int, int]) -> Document:
    """Return the coverage (overens coverage --json).

    Args:
        years: The first and the last year asked about.
    """
    return {
        "first_year": years[0],
        "last_year": years[1],
        "series": [
            {"id": one.id, "name": one.name, "remark": one.remark, "years": [_year(year) for year in one.years]}
            for one in every
        ],
    }


def _year(one: CoveredYear) -> Document:
    return {
        "year": one.year,
        "state": word(one.state),
        "agreements": [_agreement(agreement) for agreement in one.agreements],
        "amount": amount(one.amount),
        "reason": one.reason,
    }


def _agreement(one: Agreement) -> Document:
    total = one.total if isinstance(one.total, Amount) else None
    return {"id": one.id, "name": one.name, "years": list(one.years), "total": amount(total)}
