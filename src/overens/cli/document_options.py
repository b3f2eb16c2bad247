"""What options of a document are: when it was published, and which of its sums is meant."""

from __future__ import annotations

from typing import Any

import click

from overens.cli.language import language, t
from overens.vocabulary.periods import parse_asked_when
from overens.vocabulary.problems import Fault

_LONGEST_NUMBER = 9


class Published(click.ParamType[str]):
    """When a document was published: a day, a month or a year."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return it as it was written: 2023-12-20, 2023-12 or 2023."""
        when = parse_asked_when(str(value))
        if isinstance(when, Fault):
            self.fail(f"{when.message.say(language())} {when.remedy.say(language())}", param, ctx)
        return when.words


class SumNumber(click.ParamType[int]):
    """The number that a sum is shown with: 3."""

    name = "nummer"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        text = str(value).strip().strip("[]")
        if not (text.isascii() and text.isdigit() and len(text) < _LONGEST_NUMBER):
            self.fail(
                t("'{text}' är inget nummer; skriv till exempel 3.", "'{text}' is no number; write 3.", text=text),
                param,
                ctx,
            )
        return int(text)
