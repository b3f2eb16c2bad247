"""Statuses of a value, and the kinds of thing that can be decided."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """How far a value has come from promise to fact (status)."""

    ANNOUNCED = "aviserad"
    PROPOSED = "föreslagen"
    AGREED = "avtalad"
    DECIDED = "beslutad"
    PRELIMINARY = "preliminär"
    FINAL = "slutlig"
    FORECAST = "prognos"


class GrantKind(StrEnum):
    """What kind of act the money comes from (slag)."""

    AGREEMENT = "överenskommelse"
    SUPPLEMENTARY = "tilläggsöverenskommelse"
    SECTOR_GRANT = "sektorsbidrag"
    ORDINANCE = "förordning"
    ASSIGNMENT = "regeringsuppdrag"
    DECISION = "regeringsbeslut"
