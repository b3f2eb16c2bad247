"""A county -> tables: what each member gets, and the illustration of what they share; kronor are integers."""

from __future__ import annotations

from overens.export.csv_table import Cell, Table
from overens.notice.illustration import Illustration
from overens.notice.standing import Standing
from overens.usecases.county import County, Joint, Member
from overens.usecases.tables import AGREEMENT, CODE, KIND, NAME, POT
from overens.vocabulary.recipients import Recipient, Register
from overens.vocabulary.wording import Text


def members_table(county: County) -> Table:
    """The region and each municipality with its own money; what they share stands in no row."""
    return Table(
        Text(
            "{county} {year}: regionen och kommunerna, kronor",
            "{county} {year}: the region and the municipalities, kronor",
            {"county": county.area.name, "year": str(county.year)},
        ),
        (
            "kind",
            "code",
            "name",
            "inhabitants",
            "certain_kr",
            "inferred_kr",
            "computed_kr",
            "computed_kr_per_inhabitant",
            "to_earn_at_most_kr",
            "not_computed_part_of_kr",
        ),
        (
            KIND,
            CODE,
            NAME,
            Text("Invånare", "Inhabitants"),
            Text("Säkert", "Certain"),
            Text("Härlett", "Inferred"),
            Text("Säkert och härlett", "Certain and inferred"),
            Text("Kronor per invånare", "Kronor per inhabitant"),
            Text("Att tjäna in, högst", "To earn, at most"),
            Text("Ej beräknat, del av", "Not computed, part of"),
        ),
        tuple(_member(one) for one in county.members),
    )


def _member(one: Member) -> tuple[Cell, ...]:
    count = None if isinstance(one.population, Text) else one.population

    def stake(standing: Standing, name: str) -> int | None:
        return getattr(one.sums[standing], name) if standing in one.sums else None

    return (
        one.recipient.kind.name.lower(),
        one.recipient.code,
        one.recipient.short_name,
        count.inhabitants if count else None,
        stake(Standing.CERTAIN, "awarded_kr"),
        stake(Standing.INFERRED, "awarded_kr"),
        one.computed_kr,
        count.share(one.computed_kr) if count else None,
        stake(Standing.TO_EARN, "at_most_kr"),
        stake(Standing.NOT_COMPUTED, "part_of_kr"),
    )


def illustration_table(area: Recipient, joint: tuple[Joint, ...], register: Register, year: int) -> Table:
    """Each municipality's part of what the county shares, were it divided by population; in no total."""
    return Table(
        Text(
            "Illustration efter folkmängd, {county} {year}, kronor",
            "Illustration by population, {county} {year}, kronor",
            {"county": area.name, "year": str(year)},
        ),
        ("agreement", "pot", "code", "name", "illustration_kr", "shared_kr", "population_measured_on", "what"),
        (
            AGREEMENT,
            POT,
            CODE,
            NAME,
            Text("Illustration", "Illustration"),
            Text("Länets summa", "The county's sum"),
            Text("Folkmängd per", "Population on"),
            KIND,
        ),
        tuple(
            (
                one.row.allocation.agreement.id,
                one.row.pot.id,
                town.code,
                town.short_name,
                one.illustration.parts[town.code],
                one.illustration.shared_kr,
                one.illustration.measured_on,
                "illustration",
            )
            for one in joint
            if isinstance(one.illustration, Illustration)
            for town in register.municipalities
            if town.code in one.illustration.parts
        ),
    )
