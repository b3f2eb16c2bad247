"""A word on the command line -> a day, a path or a year, or why it is none."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from overens.cli.language import language, t
from overens.vocabulary.periods import parse_asked_when
from overens.vocabulary.problems import Fault


class Day(click.ParamType[date]):
    """A day on the command line: 2023-12-21."""

    name = "datum"

    def __init__(self, *, first: bool = False) -> None:
        """Take the last day of a month or year; or, of a span that begins with it, the first."""
        self._first = first

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        if isinstance(value, date):
            return value
        when = parse_asked_when(str(value))
        if isinstance(when, Fault):
            self.fail(f"{when.message.say(language())} {when.remedy.say(language())}", param, ctx)
        return when.first if self._first else when.last


class Today(Day):
    """A day on the command line, or the word for today: the only place where the clock is read."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        if str(value).strip().lower() in ("idag", "today"):
            return datetime.now().astimezone().date()
        return super().convert(value, param, ctx)


class FilePath(click.ParamType[Path]):
    """A path on the command line; an empty one is a mistake, not the folder one stands in."""

    name = "sökväg"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path."""
        if not str(value).strip():
            self.fail(t("sökvägen är tom.", "the path is empty."), param, ctx)
        return Path(value)


class YearNumber(click.ParamType[int]):
    """A year on the command line: 2024."""

    name = "år"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the year."""
        text = str(value).strip()
        if not (text.isascii() and text.isdigit() and 1990 <= int(text) <= 2100):
            words = t(
                "'{text}' är inget år; skriv till exempel 2024.", "'{text}' is not a year; write 2024.", text=text
            )
            unquoted = bool(ctx and ctx.info_name == "place")
            quote = (
                t(" Sätt citattecken runt namn med mellanslag.", " Put quotes around names with spaces.")
                if unquoted
                else ""
            )
            self.fail(words + quote, param, ctx)
        return int(text)
