"""What a visitor asked for that cannot be answered -> its status, and what would be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text


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
