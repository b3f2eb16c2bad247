"""A template and what it shows -> HTML, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from overens.followup.wording import when_words
from overens.vocabulary.wording import (
    NO_BREAK_SPACE,
    WITHIN_NUMBER,
    Language,
    Text,
    whole_number,
)
from overens.web.words import sentences


@cache
def environment(language: Language) -> Environment:
    """Return the templates of one language; each language has its own, so that none can show another's."""
    made = Environment(
        loader=PackageLoader("overens.web"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_finished,
    )
    made.install_gettext_translations(sentences(language), newstyle=True)  # type: ignore[attr-defined]  # added by the i18n extension
    made.globals["language"] = language.value
    made.filters |= {
        "say": partial(say, language),
        "number": whole_number,
        "day": lambda when: when_words(when).say(language),
    }
    return made


def render(template: str, language: Language, shown: Mapping[str, Any]) -> str:
    """Return the page."""
    return environment(language).get_template(template).render(shown)


def say(language: Language, text: Text | str | None) -> str:
    """Return a sentence in the language, its numbers unbroken; nothing for None."""
    if text is None:
        return ""
    return unbroken(text if isinstance(text, str) else text.say(language))


def unbroken(words: str) -> str:
    """Return words with no line break within a number, or between it and its unit."""
    return WITHIN_NUMBER.sub(NO_BREAK_SPACE, words)


def _finished(value: object) -> object:
    """Return what an expression shows; markup has been through this already."""
    return unbroken(value) if type(value) is str else value
