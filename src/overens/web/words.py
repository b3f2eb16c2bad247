"""The catalogue of the templates' sentences -> the sentences in one language."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from overens.vocabulary.wording import Language

CATALOGUES = Path(__file__).parent / "translations"


@cache
def sentences(language: Language) -> NullTranslations:
    """Return the templates' sentences; they are written in Swedish, other languages have a catalogue each."""
    if language is Language.SWEDISH:
        return NullTranslations()
    with (CATALOGUES / f"{language.value}.po").open("rb") as file:
        catalogue = read_po(file, locale=language.value)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(fp=compiled)
