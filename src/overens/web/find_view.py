"""A page's address -> the view that answers it, as the portal's routes would find it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from overens.web.views import VIEWS, View

_WORD = re.compile(r"\{(\w+)\}")


def find_view(path: str) -> tuple[View, Mapping[str, str]] | None:
    """Return the view and the words of its address; None where the portal has no such page.

    >>> find_view("/2024/nassjo")[1]
    {'year': '2024', 'place': 'nassjo'}
    """
    for view, pattern in _patterns():
        found = pattern.fullmatch(path)
        if found:
            return view, found.groupdict()
    return None


@cache
def _patterns() -> tuple[tuple[View, re.Pattern[str]], ...]:
    """Return the views in the order they are tried, each with its address as a pattern."""
    return tuple((view, re.compile(_WORD.sub(r"(?P<\1>[^/]+)", view.path))) for view in VIEWS)
