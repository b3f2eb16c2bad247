"""Similar places -> the table for the page and CSV; kronor are integers, kronor per inhabitant exact."""

from __future__ import annotations

from overens.export.csv_table import Cell, Table
from overens.notice.standing import Standing
from overens.usecases.peers import Peer, Peers
from overens.usecases.tables import CODE, KIND, NAME
from overens.vocabulary.wording import Text


def peers_table(peers: Peers) -> Table:
    """The place first, then the similar ones, nearest in population first; a sum there is nothing of is empty."""
    return Table(
        Text(
            "{who} och liknande {year}, kronor",
            "{who} and its like {year}, kronor",
            {"who": peers.recipient.name, "year": str(peers.year)},
        ),
        (
            "kind",
            "code",
            "name",
            "inhabitants",
            "measured_on",
            "certain_kr",
            "inferred_kr",
            "computed_kr",
            "computed_kr_per_inhabitant",
            "to_earn_at_most_kr",
            "to_earn_part_of_kr",
            "not_computed_part_of_kr",
            "shared_in_county_kr",
        ),
        (
            KIND,
            CODE,
            NAME,
            Text("Invånare", "Inhabitants"),
            Text("Per", "On"),
            Text("Säkert", "Certain"),
            Text("Härlett", "Inferred"),
            Text("Säkert och härlett", "Certain and inferred"),
            Text("Kronor per invånare", "Kronor per inhabitant"),
            Text("Att tjäna in, högst", "To earn, at most"),
            Text("Att tjäna in, del av", "To earn, part of"),
            Text("Ej beräknat, del av", "Not computed, part of"),
            Text("Delas i länet", "Shared in the county"),
        ),
        tuple(_row(one) for one in peers.places),
    )


def _row(one: Peer) -> tuple[Cell, ...]:
    def stake(standing: Standing, name: str) -> int | None:
        found = one.sums.get(standing)
        return getattr(found, name) if found else None

    return (
        one.recipient.kind.name.lower(),
        one.recipient.code,
        one.recipient.short_name,
        one.inhabitants,
        getattr(one.population, "measured_on", None),
        stake(Standing.CERTAIN, "awarded_kr"),
        stake(Standing.INFERRED, "awarded_kr"),
        one.computed_kr,
        one.per_inhabitant,
        stake(Standing.TO_EARN, "at_most_kr"),
        stake(Standing.TO_EARN, "part_of_kr"),
        stake(Standing.NOT_COMPUTED, "part_of_kr"),
        stake(Standing.SHARED, "part_of_kr"),
    )
