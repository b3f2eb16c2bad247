"""The clock -> the day it is: the only place in the portal where it is read."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Return the day it is here."""
    return datetime.now().astimezone().date()
