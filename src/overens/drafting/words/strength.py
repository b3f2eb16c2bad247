"""How strongly words in the lexicon speak for a reading."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Strength = Annotated[int, Field(ge=-12, le=12)]
"""From -12, which speaks wholly against, to 12."""
