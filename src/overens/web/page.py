"""A template and what it shows -> HTML, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from overens.vocabulary.periods import When
from overens.vocabulary.wording import (
    NO_BREAK_SPACE,
    WITHIN_NUMBER,
    Language,
    Text,
    decimal_number,
    kronor,
    percent,
    whole_number,
)
from overens.web.words import sentences
from overens.writing.values import Missing


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
        "kr": kr,
        "number": whole_number,
        "mkr": partial(mkr, language),
        "decimal": partial(_decimal, language),
        "percent": partial(_percent, language),
        "day": partial(day, language),
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


def kr(amount: int | None) -> str:
    """Return kronor, or a dash for what is not known."""
    return "–" if amount is None else kronor(amount)


def mkr(language: Language, amount: int | None) -> str:
    """Return millions with one decimal and their unit, or a dash for what is not known."""
    if amount is None:
        return "–"
    return f"{decimal_number(Fraction(amount, 1_000_000), 1, language)}\u00a0Mkr"


def day(language: Language, when: date | When | Missing | None) -> str:
    """Return a date as numbers, a month or a year as written; that it is not found, or a dash for none."""
    match when:
        case None:
            return "–"
        case When():
            return when.words
        case date():
            return when.isoformat()
        case _:
            return Text("ej funnet", "not found").say(language)


def _decimal(language: Language, number: Fraction | int, decimals: int = 1) -> str:
    return decimal_number(Fraction(number), decimals, language)


def _percent(language: Language, share: Fraction, decimals: int = 0) -> str:
    return percent(share, decimals).say(language)
