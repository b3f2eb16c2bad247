"""A module that is absent -> what needs it, and the extra of the package that brings it."""

from __future__ import annotations

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text


def needs_extra(what: Text, absent: str, extra: str) -> Fault:
    """Return that what was asked for needs a module that is not there, and what to install.

    >>> needs_extra(Text("Word", "Word"), "docx", "word").message.say()
    'Word behöver docx, som inte är installerat.'
    """
    return Fault.of(
        "{what} behöver {name}, som inte är installerat.",
        "Installera tillägget '{extra}': pip install \"overens[{extra}]\"",
        "{what} needs {name}, which is not installed.",
        "Install the extra '{extra}': pip install \"overens[{extra}]\"",
        what=what,
        name=absent,
        extra=extra,
    )
