"""The words that tell what a sum is (sprak/roller.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from overens.drafting.model import Role
from overens.drafting.phrase_book import PhraseBook
from overens.drafting.phrases import compile_lowered, compile_phrases
from overens.drafting.words.strength import Strength
from overens.writing.clauses import Clause
from overens.writing.values import Words, YesNo


class Place(StrEnum):
    """Where words stand, seen from the sum that they speak of."""

    NEXT_TO = "alldeles före"
    JUST_BEFORE = "strax före"
    BEFORE = "före"
    JUST_AFTER = "strax efter"
    AFTER = "efter"
    LEAD_IN = "ledet"


class Standing(StrEnum):
    """Where a sum itself stands, or how it compares with those before it."""

    IN_TITLE = "i titeln"
    IN_HEADING = "i en rubrik"
    SAME_AS_TITLE = "samma summa som i titeln"
    SAME_AS_EARMARK = "samma summa som är öronmärkt"
    SAME_AS_BEFORE = "samma summa som tidigare i texten"
    FIRST = "först i avsnittet"
    LESS_THAN_OVER = "mindre än helheten över avsnittet"
    LESS_THAN_ANNOUNCED = "mindre än en angiven helhet"
    OF_ONE_BEFORE = "av ett belopp före"
    SUM = "summan av dem som följer"
    SUMMAND = "en av dem som blir summan"
    LATER_YEARS = "samma för senare år i nästa mening"
    SAME_SENTENCE = "i samma mening"
    BESIDE_GRANT = "egna kostnader bredvid ett bidrag"
    NO_GREATER_GRANT = "inget större bidrag"
    EARLIER_YEAR = "för ett tidigare år"
    PRICE = "pris"
    SMALL = "liten summa"


class RoleCue(Clause):
    """Words that speak for a role (ledtrådar)."""

    phrases: tuple[Words, ...] = Field(alias="fraser")
    places: tuple[Place, ...] = Field(alias="står")
    says: Role = Field(alias="säger")
    strength: Strength = Field(alias="styrka")
    announces: YesNo = Field(default=False, alias="anger helheten")
    own_costs: YesNo = Field(default=False, alias="egna kostnader")


class StandingCue(Clause):
    """What a place among the others speaks for (lägen); without a role, for that of the sum it is tied to."""

    standing: Standing = Field(alias="läge")
    says: Role | None = Field(default=None, alias="säger")
    strength: Strength = Field(alias="styrka")


class RoleWords(Clause):
    """What sprak/roller.yaml says."""

    breaks: tuple[Words, ...] = Field(alias="skiljer")
    cues: tuple[RoleCue, ...] = Field(alias="ledtrådar")
    several_agreements: tuple[Words, ...] = Field(alias="flera avtal")
    agreements: tuple[Words, ...] = Field(alias="avtal")
    purposes: tuple[Words, ...] = Field(alias="ändamål")
    not_purposes: tuple[Words, ...] = Field(alias="ej ändamål")
    standings: tuple[StandingCue, ...] = Field(alias="lägen")


@dataclass(frozen=True)
class RoleGrammar:
    """The words for roles, ready to look with."""

    words: RoleWords

    @cached_property
    def book(self) -> PhraseBook[RoleCue]:
        """Every phrase with the cues that it is in."""
        return PhraseBook([(phrase, cue) for cue in self.words.cues for phrase in cue.phrases])

    @cached_property
    def own_costs(self) -> PhraseBook[RoleCue]:
        """What an agency may use for its own work."""
        return PhraseBook([(phrase, cue) for cue in self.words.cues if cue.own_costs for phrase in cue.phrases])

    @cached_property
    def announcing(self) -> PhraseBook[RoleCue]:
        """What gives a sum out as a whole."""
        return PhraseBook([(phrase, cue) for cue in self.words.cues if cue.announces for phrase in cue.phrases])

    @cached_property
    def several_agreements(self) -> re.Pattern[str]:
        """What says that the money goes by several agreements."""
        return compile_lowered(self.words.several_agreements)

    @cached_property
    def agreements(self) -> re.Pattern[str]:
        """What names an agreement."""
        return compile_lowered(self.words.agreements)

    @cached_property
    def purposes(self) -> PhraseBook[bool]:
        """Words that begin a purpose, and words that only seem to."""
        begins = [(phrase, True) for phrase in self.words.purposes]
        return PhraseBook(begins + [(phrase, False) for phrase in self.words.not_purposes])

    @cached_property
    def breaks(self) -> re.Pattern[str]:
        """Where the words about one sum end and those about the next begin: signs, and the words that part."""
        return re.compile(rf"[,;:(–]|{compile_phrases(self.words.breaks).pattern}", re.IGNORECASE)

    @cached_property
    def standings(self) -> dict[Standing, StandingCue]:
        """What each standing speaks for."""
        return {cue.standing: cue for cue in self.words.standings}
