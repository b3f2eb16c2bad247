"""Year -> tables, the same for the terminal and for CSV; kronor are integers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from overens.allocation.model import Allocation, Basis
from overens.export.csv_table import Cell, Table
from overens.usecases.year import Year, not_computed
from overens.vocabulary.wording import Text

KIND = Text("Slag", "Kind")
CODE = Text("Kod", "Code")
AGREEMENT = Text("Avtal", "Agreement")


def year_table(year: Year) -> Table:
    """Regions: what was printed, what is sure, what is inferred, and the residual, in kronor."""
    return Table(
        Text("Regionerna {year}, kronor", "The regions {year}, kronor", {"year": str(year.year)}),
        (
            "kind",
            "code",
            "name",
            "published_kr",
            "verified_kr",
            "inferred_kr",
            "residual_kr",
            "outside_table_kr",
            "ceiling_kr",
        ),
        (
            KIND,
            CODE,
            Text("Region", "Region"),
            Text("Tryckt", "Printed"),
            Text("Säkert", "Sure"),
            Text("Härlett", "Inferred"),
            Text("Rest", "Residual"),
            Text("Utanför tabellen", "Outside the table"),
            Text("Ej beräknat, tak", "Not computed, ceiling"),
        ),
        tuple(
            (
                "region",
                row.recipient.code,
                row.recipient.short_name,
                row.published_kr,
                row.verified_kr,
                row.inferred_kr,
                row.residual_kr,
                row.outside_kr,
                row.ceiling_kr,
            )
            for row in year.regions
        ),
    )


def regions_table(year: Year, inhabitants: Mapping[str, int]) -> Table:
    """Regions as in `year_table`, with all that is computed, in kronor and per inhabitant.

    Args:
        inhabitants: Region code -> inhabitants; for who is not there, the columns are empty.
    """
    table = year_table(year)
    computed = [row.verified_kr + row.inferred_kr + row.outside_kr for row in year.regions]
    heads = [inhabitants.get(row.recipient.code) for row in year.regions]
    each = [Fraction(kr, n) if n else None for kr, n in zip(computed, heads, strict=True)]
    more = zip(computed, heads, each, strict=True)
    return Table(
        table.title,
        (*table.names, "computed_kr", "inhabitants", "computed_per_inhabitant"),
        (
            *table.headings,
            Text("Beräknat", "Computed"),
            Text("Invånare", "Inhabitants"),
            Text("Beräknat, kr per invånare", "Computed, kr per inhabitant"),
        ),
        tuple((*row, *added) for row, added in zip(table.rows, more, strict=True)),
    )


def counties_table(year: Year) -> Table:
    """Counties whose municipalities share a sum, in kronor."""
    return Table(
        Text(
            "Till kommunerna per län {year}, kronor",
            "To the municipalities by county {year}, kronor",
            {"year": str(year.year)},
        ),
        ("kind", "code", "name", "published_kr", "awarded_kr"),
        (
            KIND,
            CODE,
            Text("Län", "County"),
            Text("Tryckt", "Printed"),
            Text("Tilldelat länet", "Awarded to the county"),
        ),
        tuple(("area", row.area.code, row.area.name, row.published_kr, row.awarded_kr) for row in year.counties),
    )


def agreements_table(year: Year) -> Table:
    """Agreements of the year: total, awarded, lapsed and undistributed, in kronor; pots not computed; annexes."""
    return Table(
        Text("Avtal {year}, kronor", "Agreements {year}, kronor", {"year": str(year.year)}),
        (
            "id",
            "name",
            "status",
            "total_kr",
            "awarded_kr",
            "lapsed_kr",
            "undistributed_kr",
            "pots_not_computed",
            "annex_equal",
            "annex_of",
            "annex_basis",
        ),
        (
            AGREEMENT,
            Text("Namn", "Name"),
            Text("Status", "Status"),
            Text("Belopp", "Total"),
            Text("Tilldelat", "Awarded"),
            Text("Förfallet", "Lapsed"),
            Text("Ej fördelat", "Undistributed"),
            Text("Ej beräknade potter", "Pots not computed"),
            Text("Lika med bilagan", "Equal to the annex"),
            Text("Belopp i bilagan", "Amounts in the annex"),
            Text("Bilagans grund", "Basis of the annex"),
        ),
        tuple(_agreement(a) for a in year.allocations),
    )


def _agreement(a: Allocation) -> tuple[Cell, ...]:
    annexes = [pot.annex for pot in a.pots if pot.annex is not None]
    return (
        a.agreement.id,
        a.agreement.name,
        a.agreement.status.value,
        a.whole.amount.kr if a.whole.amount else None,
        a.whole.awarded_kr,
        a.whole.lapsed_kr,
        a.whole.undistributed_kr,
        len(not_computed(a)),
        sum(one.equal for one in annexes) if annexes else None,
        sum(one.of for one in annexes) if annexes else None,
        " ".join(basis.name.lower() for basis in Basis if any(one.basis is basis for one in annexes)),
    )
