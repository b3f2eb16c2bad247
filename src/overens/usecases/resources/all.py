"""Every table that the library can be had as, by name."""

from __future__ import annotations

from collections.abc import Mapping

from overens.usecases.resources import agreements, announcements, awards, events, figures, pots, recipients, sources
from overens.usecases.resources.model import Resource

RESOURCES: Mapping[str, Resource] = {
    one.name: one
    for one in (
        recipients.RESOURCE,
        agreements.RESOURCE,
        pots.RESOURCE,
        awards.RESOURCE,
        events.RESOURCE,
        figures.FIGURES,
        figures.VALUES,
        sources.SOURCES,
        sources.CONTRADICTIONS,
        announcements.RESOURCE,
    )
}
