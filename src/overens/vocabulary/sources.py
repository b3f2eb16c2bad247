"""Statuses of a value, and the kinds of thing that can be decided."""

from __future__ import annotations

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
