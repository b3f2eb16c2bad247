"""Which language this run speaks: --lang, else OVERENS_LANG, else Swedish."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar

from overens.vocabulary.wording import Language, Text

_CHOSEN: ContextVar[Language] = ContextVar("language", default=Language.SWEDISH)


def choose_language(args: Sequence[str], environment: str | None) -> Language:
    """Set and return the language, found before the options are read so that help and errors follow it too."""
    wanted = environment or ""
    for n, arg in enumerate(args):
        if arg == "--lang" and n + 1 < len(args):
            wanted = args[n + 1]
        elif arg.startswith("--lang="):
            wanted = arg.removeprefix("--lang=")
    language = Language.ENGLISH if wanted == "en" else Language.SWEDISH
    _CHOSEN.set(language)
    return language


def language() -> Language:
    """Return the language of this run."""
    return _CHOSEN.get()


def t(sv: str, en: str, **values: object) -> str:
    """Return the sentence in the language of this run."""
    return Text(sv, en, values).say(language())


def count(n: int, sv: tuple[str, str], en: tuple[str, str]) -> str:
    """Return a number with its noun, given as one and as many, in Swedish and in English."""
    return t(f"{n} {sv[n != 1]}", f"{n} {en[n != 1]}")
