"""The words that tell who gets a sum (sprak/mottagare.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from overens.drafting.model import Receiver
from overens.drafting.phrase_book import PhraseBook
from overens.drafting.words.strength import Strength
from overens.writing.clauses import Clause
from overens.writing.values import Words, YesNo


class Side(StrEnum):
    """On which side of a name words stand."""

    BEFORE = "före namnet"
    AFTER = "efter namnet"


class Distance(StrEnum):
    """Where a name stands, seen from the sum whose receiver it may be (håll)."""

    AFTER = "efter beloppet"
    RIGHT_BEFORE = "intill beloppet"
    BEFORE = "före beloppet"
    WITH_ONE_BEFORE = "vid beloppet före"
    WITH_ONE_AFTER = "vid beloppet efter"
    EARLIER = "tidigare i meningen"
    SENTENCE_BEFORE = "meningen före"
    SENTENCE_AFTER = "meningen efter"
    LEAD_IN = "ledet"
    HEADING = "rubriken"
    TITLE = "titeln"


class ReceiverName(Clause):
    """What receivers of a kind are called."""

    kind: Receiver = Field(alias="är")
    phrases: tuple[Words, ...] = Field(alias="fraser")
    strength: Strength = Field(default=0, alias="styrka")
    implied: YesNo = Field(default=False, alias="underförstådd")


class Relation(Clause):
    """Words beside a name (ställning) that speak for or against that it gets the money."""

    phrases: tuple[Words, ...] = Field(alias="fraser")
    side: Side = Field(alias="står")
    strength: Strength = Field(alias="styrka")
    passes_on: YesNo = Field(default=False, alias="förmedlar")


class DistanceCue(Clause):
    """How much it speaks for a name where it stands (håll)."""

    distance: Distance = Field(alias="håll")
    strength: Strength = Field(alias="styrka")


class ReceiverWords(Clause):
    """What sprak/mottagare.yaml says."""

    names: tuple[ReceiverName, ...] = Field(alias="namn")
    relations: tuple[Relation, ...] = Field(alias="ställning")
    passing_on: tuple[Words, ...] = Field(alias="förmedling")
    sending_on: tuple[Words, ...] = Field(alias="vidare")
    joining: tuple[Words, ...] = Field(alias="förenar mottagare")
    distances: tuple[DistanceCue, ...] = Field(alias="håll")
    threshold: Strength = Field(alias="tröskel")


@dataclass(frozen=True)
class ReceiverGrammar:
    """The words for receivers, ready to look with."""

    words: ReceiverWords

    @cached_property
    def names(self) -> PhraseBook[ReceiverName]:
        """Every name with the kind it is of."""
        return PhraseBook([(phrase, name) for name in self.words.names for phrase in name.phrases])

    @cached_property
    def distances(self) -> dict[Distance, int]:
        """How much each distance weighs; one that is not named weighs nothing."""
        return {cue.distance: cue.strength for cue in self.words.distances}

    @cached_property
    def passing_on(self) -> PhraseBook[bool]:
        """Words that say that money goes on to others."""
        return PhraseBook([(phrase, True) for phrase in self.words.passing_on])

    @cached_property
    def sending_on(self) -> PhraseBook[bool]:
        """Words that say that the one who gets the money is only the first to have it."""
        return PhraseBook([(phrase, True) for phrase in self.words.sending_on])

    @cached_property
    def joints(self) -> frozenset[str]:
        """What may stand between names that get the money together; only signs and joining words."""
        return frozenset((",", "/", "–", *self.words.joining, *(f", {word}" for word in self.words.joining)))

    @cached_property
    def relations(self) -> PhraseBook[Relation]:
        """Every phrase that may stand beside a name."""
        return PhraseBook([(phrase, relation) for relation in self.words.relations for phrase in relation.phrases])
