"""Organisations, counties and others that money can go to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from overens.vocabulary.wording import Text, plain


class RecipientKind(StrEnum):
    """In which role money is received (mottagarslag). Gotland is both region and municipality."""

    REGION = "region"
    MUNICIPALITY = "kommun"
    AREA = "län"
    SKR = "SKR"
    RCC = "RCC"
    AGENCY = "myndighet"
    REGISTER = "kvalitetsregister"
    OTHER = "annan"


_KINDS = {
    RecipientKind.REGION: Text("region", "region"),
    RecipientKind.MUNICIPALITY: Text("kommun", "municipality"),
    RecipientKind.AREA: Text("län", "county"),
    RecipientKind.SKR: plain("SKR"),
    RecipientKind.RCC: plain("RCC"),
    RecipientKind.AGENCY: Text("myndighet", "agency"),
    RecipientKind.REGISTER: Text("kvalitetsregister", "quality register"),
    RecipientKind.OTHER: Text("annan", "other"),
}


def kind_words(kind: RecipientKind) -> Text:
    """Return the kind as a word in either language."""
    return _KINDS[kind]


GROUPED_IN = 2017
"""The year of SKR's grouping of the municipalities that the register has."""


@dataclass(frozen=True)
class MunicipalityGroup:
    """SKR's group of like municipalities (kommungrupp): its code and name."""

    code: str
    name: str


@dataclass(frozen=True)
class Recipient:
    """Who receives money (mottagare): an organisation in one role, or an area.

    Attributes:
        kind: The role.
        code: SCB's code as text ("06", "0680"); for others their short name.
        name: The official name.
        short_name: The name without "Region", "kommun".
        county: The code of the county it lies in; empty outside the counties.
        aliases: Other names in use, such as VGR.
        shared_by: For an area: codes of the organisations that share the money.
        group: For a municipality: its group of the year GROUPED_IN.
    """

    kind: RecipientKind
    code: str
    name: str
    short_name: str
    county: str = ""
    shared_by: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    group: MunicipalityGroup | None = None


@dataclass(frozen=True)
class Register:
    """Every region, municipality and county, in code order (mottagarregister)."""

    regions: tuple[Recipient, ...]
    municipalities: tuple[Recipient, ...]
    areas: tuple[Recipient, ...]

    def of(self, kind: RecipientKind) -> tuple[Recipient, ...]:
        """Return all recipients of the kind; none for kinds that are not listed."""
        listed = {
            RecipientKind.REGION: self.regions,
            RecipientKind.MUNICIPALITY: self.municipalities,
            RecipientKind.AREA: self.areas,
        }
        return listed.get(kind, ())

    @property
    def everyone(self) -> tuple[Recipient, ...]:
        """All regions, municipalities and counties."""
        return (*self.regions, *self.municipalities, *self.areas)

    def get(self, kind: RecipientKind, code: str) -> Recipient | None:
        """Return the recipient with the code, or None."""
        return next((r for r in self.of(kind) if r.code == code), None)
