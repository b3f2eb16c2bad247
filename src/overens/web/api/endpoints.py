"""Every address of the interface."""

from __future__ import annotations

from functools import cache

from overens.web.api.documents import document_endpoints
from overens.web.api.endpoint import Endpoint
from overens.web.api.info import info_endpoint
from overens.web.api.simulations import simulation_endpoint
from overens.web.api.tables import table_endpoints


@cache
def endpoints() -> tuple[Endpoint, ...]:
    """Return every address, in the order they are described."""
    others = (*table_endpoints(), *document_endpoints(), simulation_endpoint())
    return (info_endpoint(others), *others)
