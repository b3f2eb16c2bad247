"""What a command needs and the machine lacks -> a sentence beside the answer, and the exit code."""

from __future__ import annotations

from overens.cli.language import language
from overens.cli.terminal import say_beside
from overens.vocabulary.extras import needs_extra
from overens.vocabulary.wording import Text

REFUSED = 3
"""The exit code for what the machine refuses."""


def refuse_without(what: Text, absent: ImportError, extra: str) -> int:
    """Say which extra what was asked for needs; return the exit code."""
    fault = needs_extra(what, absent.name or extra, extra)
    say_beside(f"{fault.message.say(language())} {fault.remedy.say(language())}")
    return REFUSED
