"""A number that a file's form does not hold exactly -> a refusal; it is never rounded."""

from __future__ import annotations

from overens.vocabulary.problems import Fault


class DoesNotFit(Exception):
    """A number that the form does not hold, and what would."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message.say())
        self.fault = fault
