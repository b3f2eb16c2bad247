"""What a visitor asked for that cannot be answered -> its status, and what would be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language, Text


@dataclass(frozen=True)
class Way:
    """A way on from a page that could not answer: what it is called, and its address."""

    name: Text
    href: str


class Refused(Exception):
    """A question without an answer, for a page that says why and where to go instead."""

    def __init__(self, status: int, fault: Fault, ways: Sequence[Way] = ()) -> None:
        super().__init__(fault.message.say())
        self.status = status
        self.fault = fault
        self.ways = tuple(ways)


def refusal_document(refused: Refused, language: Language) -> dict[str, Any]:
    """Return what a program is told that asked for JSON."""
    message, remedy = refused.fault.message.say(language), refused.fault.remedy.say(language)
    ways = [{"name": way.name.say(language), "href": way.href} for way in refused.ways]
    return {"status": refused.status, "problem": {"message": message, "remedy": remedy}, "ways": ways}
