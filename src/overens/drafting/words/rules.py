"""The words of rules (sprak/regler.yaml): for each kind the phrases that speak of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from re import Pattern

from pydantic import Field

from overens.drafting.phrases import compile_lowered
from overens.writing.clauses import Clause
from overens.writing.values import Words


class KindWords(Clause):
    """One kind of rule: its number, and phrases that speak of it; `rule_words.py` says what it is."""

    kind: Words = Field(alias="slag", pattern=r"^R[0-9]{1,2}$")
    phrases: tuple[Words, ...] = Field(alias="fraser")
    weak: tuple[Words, ...] = Field(alias="svaga", default=())


class RuleWords(Clause):
    """What sprak/regler.yaml says."""

    money: tuple[Words, ...] = Field(alias="pengar")
    kinds: tuple[KindWords, ...] = Field(alias="slag")


@dataclass(frozen=True)
class RuleGrammar:
    """The same, ready to look with in lower case."""

    words: RuleWords

    @cached_property
    def money(self) -> Pattern[str]:
        """Words of money and of dividing it."""
        return compile_lowered(self.words.money)

    @cached_property
    def any_kind(self) -> Pattern[str]:
        """Wherever a phrase of any kind begins, so that only there each kind is tried."""
        phrases = (phrase for kind in self.words.kinds for phrase in (*kind.phrases, *kind.weak))
        return re.compile(f"(?={compile_lowered(phrases).pattern})")

    @cached_property
    def kinds(self) -> tuple[tuple[str, int, Pattern[str]], ...]:
        """For each kind its number, how strongly the phrases speak (2, weak 1), and the phrases."""
        strong = [(kind.kind, 2, compile_lowered(kind.phrases)) for kind in self.words.kinds]
        return *strong, *((kind.kind, 1, compile_lowered(kind.weak)) for kind in self.words.kinds if kind.weak)
