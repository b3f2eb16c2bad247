"""An agreement + a pot's path -> the terms that govern the pot: its own, its groups', the agreement's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from overens.agreement.model import Agreement, Pot
from overens.agreement.terms import Application, Repayment, Requisition, RequisitionNeed
from overens.notice.compose import was_known

Terms = Agreement | Pot


def levels(agreement: Agreement, path: tuple[str, ...]) -> Iterator[tuple[str | None, Terms]]:
    """Yield the agreement (named None), each group the pot lies in, and the pot, outermost first."""
    yield None, agreement
    pots = agreement.pots
    for name in path:
        yield name, pots[name]
        pots = pots[name].pots


def application_of(agreement: Agreement, path: tuple[str, ...]) -> tuple[str | None, Application] | None:
    """Return the innermost application that governs the pot, and the name of the level that has it."""
    found = [(name, terms.application) for name, terms in levels(agreement, path) if terms.application]
    return found[-1] if found else None


def requisition_of(agreement: Agreement, path: tuple[str, ...]) -> tuple[str | None, Requisition] | None:
    """Return the innermost requisition that governs the pot, and the name of the level that has it."""
    found = [(name, terms.requisition) for name, terms in levels(agreement, path) if terms.requisition]
    return found[-1] if found else None


def need_of(agreement: Agreement, path: tuple[str, ...], day: date | None = None) -> RequisitionNeed:
    """Tell whether the pot's money must be requisitioned, as known on the day; not found where nothing says."""
    found = requisition_of(agreement, path)
    if found is not None:
        return found[1].need if was_known(agreement, found[1].source, day) else RequisitionNeed.NOT_FOUND
    _, pot = list(levels(agreement, path))[-1]
    said = {one.requisition for one in pot.instalments} if isinstance(pot, Pot) else set()
    if True in said:
        return RequisitionNeed.NEEDED
    return RequisitionNeed.NOT_NEEDED if said == {False} else RequisitionNeed.NOT_FOUND


def repayments_of(agreement: Agreement, path: tuple[str, ...]) -> tuple[Repayment, ...]:
    """Return every repayment that governs the pot's own money, not an earlier year's."""
    every = (one for _, terms in levels(agreement, path) for one in terms.repayment)
    return tuple(one for one in every if not earlier_years(agreement, one))


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def earlier_years(agreement: Agreement, term: Repayment) -> tuple[int, ...]:
    """Return the years before the agreement's that the repayment names; none when it is of its own money."""
    named = sorted({int(year) for year in _YEAR.findall(term.what)})
    return tuple(year for year in named if year < agreement.years[0])
