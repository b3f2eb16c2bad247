"""The address of the interface for programs, and which addresses other sites may read."""

from __future__ import annotations

from overens.web.form import Form, read_target

BASE = "/api/v1"
"""Where version 1 begins."""
SIMULATIONS = f"{BASE}/simulations"
"""The one address that something may be sent to; nothing of it is kept."""


def is_api(path: str) -> bool:
    """Return whether programs ask here: what goes wrong is then told as a problem document.

    The portal's page about the interface has the address /api, and a table of it one below that.

    >>> [is_api(path) for path in ("/api/v1/pots", "/api", "/api/v2", "/apikalender", "/api/tabell/addresses")]
    [True, False, True, False, False]
    """
    return path.startswith("/api/") and read_target(path).path != "/api"


def is_open(path: str) -> bool:
    """Return whether pages of other sites may read what is here: the interface, and pages' data files.

    >>> [is_open(path) for path in ("/api/v1/pots", "/2024.csv", "/2024", "/static/0/style.css")]
    [True, True, False, False]
    """
    return is_api(path) or (not path.startswith("/static/") and read_target(path).form is not Form.PAGE)
