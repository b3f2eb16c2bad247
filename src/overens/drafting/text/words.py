"""The words that shape a text (sprak/text.yaml): abbreviations, speech, and the frame of a web page around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from re import Pattern

from pydantic import Field

from overens.drafting.phrases import compile_phrases
from overens.writing.clauses import Clause
from overens.writing.values import Words

_LONGEST_SHORT = 12


class TextWords(Clause):
    """What sprak/text.yaml says."""

    abbreviations: tuple[Words, ...] = Field(alias="förkortningar")
    speech: tuple[Words, ...] = Field(alias="anföring")
    frame: tuple[Words, ...] = Field(alias="ram")


@dataclass(frozen=True)
class TextGrammar:
    """The same, ready to look with."""

    words: TextWords

    @cached_property
    def _short(self) -> frozenset[str]:
        return frozenset(word.removesuffix(".").casefold() for word in self.words.abbreviations)

    @cached_property
    def _speech(self) -> Pattern[str]:
        return compile_phrases(self.words.speech)

    @cached_property
    def _frame(self) -> Pattern[str]:
        return compile_phrases(self.words.frame)

    def ends_short(self, text: str, stop: int, after: int) -> bool:
        """Tell whether the full stop ends an abbreviation or the number of a day, and not the sentence."""
        begin = stop
        while begin and stop - begin < _LONGEST_SHORT and not text[begin - 1].isspace():
            begin -= 1
        word = text[begin:stop].lstrip('("”').casefold()
        return word in self._short or (
            word.isdigit() and len(word) <= 2 and after < len(text) and text[after].isdigit()
        )

    def is_speech(self, words: str) -> bool:
        """Tell whether somebody is said to say it."""
        return self._speech.search(words) is not None

    def is_frame(self, words: str) -> bool:
        """Tell whether the line belongs to the page around the text ('Hoppa till huvudinnehåll', 'Publicerad')."""
        return len(words) < 80 and self._frame.match(words) is not None
