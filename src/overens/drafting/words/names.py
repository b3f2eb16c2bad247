"""The words of agreements' names (sprak/namn.yaml): how a name begins, what belongs to it and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from re import Pattern

from pydantic import Field

from overens.drafting.phrases import compile_phrases
from overens.writing.clauses import Clause
from overens.writing.values import Words

_YEAR = r"(?:19|20)[0-9]{2}"


class NameWords(Clause):
    """What sprak/namn.yaml says."""

    heads: tuple[Words, ...] = Field(alias="huvudord")
    supplements: tuple[Words, ...] = Field(alias="tillägg")
    openers: tuple[Words, ...] = Field(alias="ämnet efter")
    supplement_openers: tuple[Words, ...] = Field(alias="tillägg till")
    before_parties: tuple[Words, ...] = Field(alias="parter efter")
    parties: tuple[Words, ...] = Field(alias="part")
    made: tuple[Words, ...] = Field(alias="sluten")
    made_by: tuple[Words, ...] = Field(alias="sluten av")
    to_do: tuple[Words, ...] = Field(alias="att")
    articles: tuple[Words, ...] = Field(alias="artikel")
    witnesses: tuple[Words, ...] = Field(alias="vittnen")
    before_year: tuple[Words, ...] = Field(alias="år efter")
    other_kinds: tuple[Words, ...] = Field(alias="annan sorts")
    ends: tuple[Words, ...] = Field(alias="slut")
    belongs: tuple[Words, ...] = Field(alias="hör till")
    not_last: tuple[Words, ...] = Field(alias="inte sist")
    small: tuple[Words, ...] = Field(alias="småord")
    joining: tuple[Words, ...] = Field(alias="binder ihop")


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in longest_first)


@dataclass(frozen=True)
class NameGrammar:
    """The same, ready to look with."""

    words: NameWords

    @cached_property
    def joined(self) -> Pattern[str]:
        """Words that join what stands on either side."""
        return re.compile(rf"(?<!\w)(?:{_either(self.words.joining)})(?!\w)")

    @cached_property
    def head(self) -> Pattern[str]:
        """The word that a name begins with, without what is written together with it."""
        return re.compile(rf"(?:{_either(self.words.heads)})(?![\w-])", re.IGNORECASE)

    @cached_property
    def supplement(self) -> Pattern[str]:
        """What says that a name is of a supplement: the whole of a prefix, or the end of the words before."""
        return re.compile(rf"(?:^|(?<=\s))(?:{_either(self.words.supplements)})\s?$", re.IGNORECASE)

    @cached_property
    def other_kind(self) -> Pattern[str]:
        """What says that it is no agreement on grants, at the end of what stands before the head."""
        return re.compile(rf"(?:^|(?<=\s))(?:{_either(self.words.other_kinds)})\s?$", re.IGNORECASE)

    @cached_property
    def opener(self) -> Pattern[str]:
        """What stands between the head and the subject."""
        return re.compile(rf"(?:{_either(self.words.openers)})\s{{1,3}}", re.IGNORECASE)

    @cached_property
    def supplement_opener(self) -> Pattern[str]:
        """What stands between the head of a supplement and what it adds to."""
        return re.compile(rf"(?:{_either(self.words.supplement_openers)})\s{{1,3}}", re.IGNORECASE)

    @cached_property
    def parties(self) -> Pattern[str]:
        """The parties, all of them known."""
        return re.compile(rf"(?:{_either(self.words.before_parties)})\s{{1,3}}{self._row_of_parties}", re.IGNORECASE)

    @cached_property
    def _row_of_parties(self) -> str:
        party = rf"(?:{_either(self.words.parties)})(?!\w)(?:,?\s?\(?(?-i:[A-ZÅÄÖ]{{2,6}})\)?(?!\w))?"
        return rf"{party}(?P<more>(?:(?:,|,?\s{{1,3}}(?:och|samt))\s{{1,3}}{party}){{0,4}})"

    @cached_property
    def made(self) -> Pattern[str]:
        """The verb that may stand between the head and the parties: 'en överenskommelse har träffats mellan'."""
        return re.compile(
            rf"(?:{_either(self.words.made)})\s{{1,3}}(?=(?:{_either(self.words.before_parties)})\s)", re.IGNORECASE
        )

    @cached_property
    def made_by(self) -> Pattern[str]:
        """The parties in a clause of their own: 'den överenskommelse som staten och SKR har slutit om'."""
        return re.compile(
            rf"(?:{_either(self.words.made_by)})\s{{1,3}}{self._row_of_parties}(?:\s{{1,3}}[^\W\d]{{1,14}}){{0,4}}?,?\s{{1,3}}"
            rf"(?=(?:{_either(self.words.openers)})\s|(?-i:[A-ZÅÄÖ]))",
            re.IGNORECASE,
        )

    @cached_property
    def any_parties(self) -> Pattern[str]:
        """The word before parties, known or not."""
        return re.compile(rf"(?:{_either(self.words.before_parties)})\s", re.IGNORECASE)

    @cached_property
    def strangers(self) -> Pattern[str]:
        """Parties in a subject, where none are known: other states, companies."""
        return re.compile(rf"(?<!\w)(?:{_either(self.words.before_parties)})\s{{1,3}}(?-i:[A-ZÅÄÖ])", re.IGNORECASE)

    @cached_property
    def to_do(self) -> Pattern[str]:
        """What stands before a subject that is something to do ('om att stärka')."""
        return re.compile(rf"(?:{_either(self.words.to_do)})\s{{1,3}}", re.IGNORECASE)

    @cached_property
    def title_end(self) -> Pattern[str]:
        """What stands between a title and the word for agreement after it."""
        return re.compile(rf"\s?[–-]\s?(?:(?:{_either(self.words.articles)})\s{{1,3}})?$", re.IGNORECASE)

    @cached_property
    def witness(self) -> Pattern[str]:
        """Words of which one stands in a text on agreements between the state and those who get its grants."""
        return compile_phrases(self.words.witnesses)

    @cached_property
    def years(self) -> Pattern[str]:
        """A year or years with the words before."""
        return re.compile(
            rf"(?:(?:{_either(self.words.before_year)})\s{{1,3}})?(?P<first>{_YEAR})(?![0-9])"
            rf"(?:\s?[–-]\s?(?P<last>{_YEAR})(?![0-9])|\s{{1,3}}och\s{{1,3}}(?P<next>{_YEAR})(?![0-9]))?",
            re.IGNORECASE,
        )

    @cached_property
    def ends(self) -> Pattern[str]:
        """What ends a name."""
        return compile_phrases(self.words.ends)

    @cached_property
    def belongs(self) -> Pattern[str]:
        """What belongs to a name all the same."""
        return compile_phrases(self.words.belongs)

    @cached_property
    def trailing(self) -> Pattern[str]:
        """Small words left at the end of a name."""
        return re.compile(rf"(?:(?:\s|^)(?:{_either(self.words.not_last)})|[\s,;:–-]){{1,8}}$", re.IGNORECASE)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that say nothing of what an agreement is about."""
        return frozenset(word.casefold() for word in self.words.small)
