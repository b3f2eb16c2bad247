"""The money of a place by agreement -> the table for the page and CSV; kronor are integers, unknown is empty."""

from __future__ import annotations

from overens.export.csv_table import Cell, Table
from overens.notice.standing import Standing
from overens.usecases.place_parts import AgreementPart, PlaceParts
from overens.usecases.tables import AGREEMENT, NAME
from overens.vocabulary.wording import Text


def parts_table(parts: PlaceParts) -> Table:
    """One agreement a row: kronor by how they stand, days of notice, and last year's comparable kronor."""
    return Table(
        Text(
            "{who} {year}: avtal för avtal, kronor",
            "{who} {year}: agreement by agreement, kronor",
            {"who": parts.recipient.name, "year": str(parts.year)},
        ),
        (
            "agreement",
            "name",
            "certain_kr",
            "inferred_kr",
            "to_earn_at_most_kr",
            "to_earn_at_least_kr",
            "to_earn_part_of_kr",
            "not_computed_at_most_kr",
            "not_computed_at_least_kr",
            "not_computed_part_of_kr",
            "shared_in_county_kr",
            "known_from",
            "days_to_1_january",
            "days_to_30_november",
            "compared_before_kr",
            "compared_after_kr",
            "difference_kr",
        ),
        (
            AGREEMENT,
            NAME,
            Text("Säkert", "Certain"),
            Text("Härlett", "Inferred"),
            Text("Att tjäna in, högst", "To earn, at most"),
            Text("Att tjäna in, minst", "To earn, at least"),
            Text("Att tjäna in, del av", "To earn, part of"),
            Text("Ej beräknat, högst", "Not computed, at most"),
            Text("Ej beräknat, minst", "Not computed, at least"),
            Text("Ej beräknat, del av", "Not computed, part of"),
            Text("Delas i länet", "Shared in the county"),
            Text("Blev känt", "Became known"),
            Text("Dagar till 1 januari", "Days to 1 January"),
            Text("Dagar till 30 november", "Days to 30 November"),
            Text("Jämförbart förra året", "Comparable last year"),
            Text("Jämförbart i år", "Comparable this year"),
            Text("Skillnad", "Difference"),
        ),
        tuple(_row(part) for part in parts.parts),
    )


def _row(part: AgreementPart) -> tuple[Cell, ...]:
    known, last = part.known, part.last_year
    return (
        part.agreement.id,
        part.agreement.name,
        *(_kr(part, standing, name) for standing, name in _COLUMNS),
        str(known.when) if known else None,
        known.days.middle if known else None,
        known.days_to_budgets.middle if known else None,
        last.before_kr if last else None,
        last.after_kr if last else None,
        last.difference_kr if last else None,
    )


_COLUMNS = (
    (Standing.CERTAIN, "awarded_kr"),
    (Standing.INFERRED, "awarded_kr"),
    (Standing.TO_EARN, "at_most_kr"),
    (Standing.TO_EARN, "at_least_kr"),
    (Standing.TO_EARN, "part_of_kr"),
    (Standing.NOT_COMPUTED, "at_most_kr"),
    (Standing.NOT_COMPUTED, "at_least_kr"),
    (Standing.NOT_COMPUTED, "part_of_kr"),
    (Standing.SHARED, "part_of_kr"),
)


def _kr(part: AgreementPart, standing: Standing, name: str) -> int | None:
    return getattr(part.sums[standing], name) if standing in part.sums else None
