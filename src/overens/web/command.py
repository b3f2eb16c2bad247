"""What a page answers -> the command that gives the same answer in a terminal."""

from __future__ import annotations

from overens.vocabulary.wording import Language
from overens.web.asked import Asked


def command_line(asked: Asked, *words: str) -> str:
    """Return the command, as known on the same day and in the same language.

    Args:
        words: The command and its arguments, each as one word.
    """
    day = ("--as-known-on", asked.as_known_on.isoformat()) if asked.as_known_on else ()
    language = ("--lang", asked.language.value) if asked.language is not Language.SWEDISH else ()
    return " ".join(f'"{word}"' if " " in word else word for word in ("overens", *words, *day, *language))
