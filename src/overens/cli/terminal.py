"""Words from a file or its name -> words that a terminal shows and does not obey."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

import click

_OBEYED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
"""What a file may hold and a terminal would obey: bells, escapes, turned writing; line breaks and tabs aside."""

_UNSEEN = re.compile(rf"[\t\n\r{_OBEYED}]+")
_UNSEEN_WITHIN_LINES = re.compile(rf"[{_OBEYED}]|\r(?!\n)")


def on_one_line(words: str) -> str:
    """Return the words without line breaks and without what a terminal would obey."""
    return _UNSEEN.sub(" ", words)


def say_beside(words: str) -> None:
    """Say one line beside the answer, on stderr; where it cannot be said, the answer is still given."""
    with suppress(OSError):  # a program that closed stderr is told by the exit code
        click.echo(on_one_line(words), err=True)


def write_answer(text: str) -> None:
    """Write a file's text to stdout: exactly as it is to a program, harmless to a terminal."""
    sys.stdout.write(_UNSEEN_WITHIN_LINES.sub(" ", text) if sys.stdout.isatty() else text)
