"""Where a value was written, its status, and the kinds of thing that can be decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from overens.vocabulary.wording import Text


class Status(StrEnum):
    """How far a value has come from promise to fact (status)."""

    ANNOUNCED = "aviserad"
    PROPOSED = "föreslagen"
    AGREED = "avtalad"
    DECIDED = "beslutad"
    PRELIMINARY = "preliminär"
    FINAL = "slutlig"
    FORECAST = "prognos"


_STATUS = {
    Status.ANNOUNCED: Text("aviserad", "announced"),
    Status.PROPOSED: Text("föreslagen", "proposed"),
    Status.AGREED: Text("avtalad", "agreed"),
    Status.DECIDED: Text("beslutad", "decided"),
    Status.PRELIMINARY: Text("preliminär", "preliminary"),
    Status.FINAL: Text("slutlig", "final"),
    Status.FORECAST: Text("prognos", "forecast"),
}


def status_words(status: Status) -> Text:
    """Return the status as a word in either language."""
    return _STATUS[status]


class GrantKind(StrEnum):
    """What kind of act the money comes from (slag)."""

    AGREEMENT = "överenskommelse"
    SUPPLEMENTARY = "tilläggsöverenskommelse"
    AMENDING = "ändringsöverenskommelse"
    SECTOR_GRANT = "sektorsbidrag"
    ORDINANCE = "förordning"
    ASSIGNMENT = "regeringsuppdrag"
    DECISION = "regeringsbeslut"


_KINDS = {
    GrantKind.AGREEMENT: Text("överenskommelse", "agreement"),
    GrantKind.SUPPLEMENTARY: Text("tilläggsöverenskommelse", "supplementary agreement"),
    GrantKind.AMENDING: Text("ändringsöverenskommelse", "amending agreement"),
    GrantKind.SECTOR_GRANT: Text("sektorsbidrag", "sector grant"),
    GrantKind.ORDINANCE: Text("förordning", "ordinance"),
    GrantKind.ASSIGNMENT: Text("regeringsuppdrag", "government assignment"),
    GrantKind.DECISION: Text("regeringsbeslut", "government decision"),
}


def grant_kind_words(kind: GrantKind) -> Text:
    """Return the kind of act as words in either language."""
    return _KINDS[kind]


@dataclass(frozen=True)
class Cited:
    """A source as it is cited, whether of an agreement or of a figure (källa).

    Attributes:
        address: As it was written, most often without https://; empty where none was.
    """

    title: str
    publisher: str = ""
    address: str = ""

    @property
    def words(self) -> str:
        """Return title, publisher and address on one line."""
        return ", ".join(filter(None, (self.title, self.publisher, self.address)))
