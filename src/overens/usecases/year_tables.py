"""Year -> tables, the same for the terminal and for CSV; kronor are integers."""

from __future__ import annotations

from overens.export.csv_table import Table
from overens.usecases.year import Year
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
    """Agreements of the year: total, awarded, lapsed and undistributed, in kronor."""
    return Table(
        Text("Avtal {year}, kronor", "Agreements {year}, kronor", {"year": str(year.year)}),
        ("id", "status", "total_kr", "awarded_kr", "lapsed_kr", "undistributed_kr"),
        (
            AGREEMENT,
            Text("Status", "Status"),
            Text("Belopp", "Total"),
            Text("Tilldelat", "Awarded"),
            Text("Förfallet", "Lapsed"),
            Text("Ej fördelat", "Undistributed"),
        ),
        tuple(
            (
                a.agreement.id,
                a.agreement.status.value,
                a.whole.amount.kr if a.whole.amount else None,
                a.whole.awarded_kr,
                a.whole.lapsed_kr,
                a.whole.undistributed_kr,
            )
            for a in year.allocations
        ),
    )
