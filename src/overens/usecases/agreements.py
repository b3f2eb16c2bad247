"""A library -> its agreements by year, each with its grant through the years and how much of it is computed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from overens.agreement.label import series_of
from overens.allocation.allocate import is_known
from overens.allocation.model import Allocation, State
from overens.export.csv_table import Table
from overens.usecases.coverage import CoveredSeries, show_coverage
from overens.usecases.documents.parts import Document, amount
from overens.usecases.library import Library
from overens.usecases.tables import AGREEMENT, NAME
from overens.usecases.year import any_known
from overens.vocabulary.names import fold
from overens.vocabulary.wording import Text, swedish_order


@dataclass(frozen=True)
class ListedAgreement:
    """An agreement in a list.

    Attributes:
        series: The grant through the years that it belongs to.
    """

    allocation: Allocation
    series: CoveredSeries

    @property
    def computed(self) -> int:
        """How many of its pots are computed."""
        return sum(pot.state is State.COMPUTED for pot in self.allocation.pots)

    @property
    def amendments(self) -> int:
        """How many times it had been amended."""
        return len(self.allocation.readings) - 1


def list_agreements(
    library: Library, year: int | None = None, words: str = "", as_known_on: date | None = None
) -> tuple[ListedAgreement, ...]:
    """Return the agreements that were known, newest year first, then by name.

    Args:
        year: Only those for the year.
        words: Only those in whose id, name or grant every word stands, whatever the case and accents.
    """
    series = {one.id: one for one in _series(library)}
    known = [a for a in library.agreements_on(as_known_on) if any_known(a, as_known_on)]
    found = [
        ListedAgreement(library.allocation(a.id, as_known_on), series[series_of(a.id, a.series)])
        for a in known
        if year is None or year in a.years
    ]
    wanted = fold(words).split()
    matching = [one for one in found if all(word in _searched(one) for word in wanted)]
    return tuple(sorted(matching, key=_newest_first))


def series_of_agreement(library: Library, agreement_id: str, as_known_on: date | None = None) -> CoveredSeries:
    """Return the agreement's grant through every year of the library; agreements not known on the day are left out."""
    agreement = library.reading(agreement_id, as_known_on).written.agreement
    name = series_of(agreement.id, agreement.series)
    one = next(one for one in _series(library) if one.id == name)
    known = tuple(
        replace(year, agreements=tuple(a for a in year.agreements if is_known(a, as_known_on))) for year in one.years
    )
    return replace(one, years=known)


def _series(library: Library) -> tuple[CoveredSeries, ...]:
    years = library.years
    return show_coverage(library, min(years), max(years)) if years else ()


def _searched(one: ListedAgreement) -> str:
    agreement = one.allocation.agreement
    return fold(" ".join((agreement.id, agreement.name, one.series.name, one.series.id)))


def _newest_first(one: ListedAgreement) -> tuple[int, str, str]:
    agreement = one.allocation.agreement
    return -agreement.years[0], swedish_order(agreement.name), agreement.id


def agreement_list_table(found: Iterable[ListedAgreement]) -> Table:
    """Agreements, one a row: kronor, pots and how many of them are computed."""
    return Table(
        Text("Avtal", "Agreements"),
        (
            "year",
            "id",
            "name",
            "series",
            "kind",
            "decided",
            "status",
            "total_kr",
            "awarded_kr",
            "pots",
            "pots_computed",
            "amendments",
        ),
        (
            Text("År", "Year"),
            AGREEMENT,
            NAME,
            Text("Serie", "Series"),
            Text("Slag", "Kind"),
            Text("Beslutat", "Decided"),
            Text("Status", "Status"),
            Text("Belopp", "Total"),
            Text("Tilldelat", "Awarded"),
            Text("Potter", "Pots"),
            Text("Beräknade potter", "Pots computed"),
            Text("Ändringar", "Amendments"),
        ),
        tuple(
            (
                a.years[0],
                a.id,
                a.name,
                one.series.name,
                a.kind.value,
                str(a.decided),
                a.status.value,
                whole.amount.kr if whole.amount else None,
                whole.awarded_kr,
                len(one.allocation.pots),
                one.computed,
                one.amendments,
            )
            for one in found
            for a, whole in [(one.allocation.agreement, one.allocation.whole)]
        ),
    )


def agreement_list_document(found: Iterable[ListedAgreement]) -> Document:
    """Return the list of agreements."""
    return {
        "agreements": [
            {
                "id": a.id,
                "name": a.name,
                "years": list(a.years),
                "series": {"id": one.series.id, "name": one.series.name},
                "kind": a.kind.value,
                "decided": str(a.decided),
                "status": a.status.value,
                "total": amount(whole.amount),
                "awarded_kr": whole.awarded_kr,
                "pots": len(one.allocation.pots),
                "pots_computed": one.computed,
                "amendments": one.amendments,
            }
            for one in found
            for a, whole in [(one.allocation.agreement, one.allocation.whole)]
        ]
    }
