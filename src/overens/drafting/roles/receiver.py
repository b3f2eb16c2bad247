"""Sums and what stands around them -> who gets each: named in the sentence, else beside it, else over it, else nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from overens.drafting.model import Cue, Judged, Receiver, Role
from overens.drafting.page import Page
from overens.drafting.roles.names_near import GIVEN, Named, named_in
from overens.drafting.roles.surroundings import REACH, Around
from overens.drafting.text.layout import Block, BlockKind
from overens.drafting.words.receivers import Distance, ReceiverGrammar

_NEAR = 2
_YEAR_NEXT = re.compile(r"\s{1,3}(?:19|20)\d\d(?!\d)")
_PASSING_ON = (Receiver.SKR, Receiver.RCC, Receiver.AGENCY)
"""Kinds that come after others that are named as strongly: they are often named for what they pass on."""
_INHERITING = (Role.EARMARK, Role.CHANGE)


@dataclass(frozen=True)
class _Candidate:
    named: Named
    distance: Distance
    weight: int


def judge_receivers(
    page: Page, around: Sequence[Around], roles: Sequence[Judged[Role]], grammar: ReceiverGrammar
) -> list[tuple[Judged[Receiver], bool | None]]:
    """Return the receiver of each sum, in order, and whether it is named in the sentence; None for nobody."""
    found = _Finder(page, around, grammar)
    judged: list[tuple[Judged[Receiver], bool | None]] = []
    for n, role in enumerate(roles):
        receiver = found.receiver(n, role.chosen)
        later = receiver[1] is not True and found.is_for_other_years(n)
        judged.append(judged[n - 1] if later and judged[n - 1][1] else receiver)
    return judged


@dataclass
class _Finder:
    page: Page
    around: Sequence[Around]
    grammar: ReceiverGrammar

    def __post_init__(self) -> None:
        self._numbers = {one.number for one in self.around}
        self._known: dict[tuple[int, int], list[Named]] = {}

    def _named(self, start: int, end: int) -> list[Named]:
        """Return who is named between two places, looked up once."""
        if (start, end) not in self._known:
            self._known[start, end] = named_in(self.page.text, start, end, self.grammar)
        return self._known[start, end]

    @cached_property
    def _gaps(self) -> list[list[Named]]:
        """Who is named after each sum, up to the next; the first of each sentence has a list before it too."""
        return [self._named(*one.after) for one in self.around]

    @cached_property
    def _openings(self) -> list[list[Named]]:
        """Who is named before each sum, from the one before it or where the sentence begins."""
        return [self._gaps[n - 1] if one.neighbour else self._named(*one.before) for n, one in enumerate(self.around)]

    def is_for_other_years(self, n: int) -> bool:
        """Tell whether the sum is for other years than the one before it in the sentence, and so for the same receiver."""
        if not self.around[n].neighbour or self._has_own(self.around[n]):
            return False
        years, before = self.around[n].mention.period, self.around[n - 1].mention.period
        return "" not in (years, before) and years != before

    def receiver(self, n: int, role: Role) -> tuple[Judged[Receiver], bool | None]:
        """Return who gets the sum, and whether it is named in the sentence."""
        near = self._best(self._in_sentence(n, role))
        onward = self._best(self._sent_on(n, near[0].named)) if near else []
        if onward:
            return self._judged(onward), False
        if near and not (near[0].named.passes_on and role is Role.TOTAL):
            return self._judged(near), not near[0].named.implied
        if role is Role.OUTSIDE and not near:
            return Judged(Receiver.NONE), None
        far = self._best(self._outside_sentence(n, role, bool(near)))
        if near:
            far = [one for one in far if self._passed_on(one.named)]
        if far:
            return self._judged(far), False
        return (self._judged(near), not near[0].named.implied) if near else (Judged(Receiver.NONE), None)

    def _passed_on(self, named: Named) -> bool:
        """Tell whether words before the name say that money goes on to it."""
        before = self.grammar.passing_on.find(self.page.text, max(0, named.start - REACH // 2), named.start)
        return not named.passes_on and any(before)

    def _best(self, candidates: Iterator[_Candidate]) -> list[_Candidate]:
        """Return those that weigh enough, the heaviest first, one for each kind."""
        kinds: dict[Receiver, _Candidate] = {}
        for one in candidates:
            known = kinds.get(one.named.kind)
            if one.weight >= self.grammar.words.threshold and (known is None or one.weight > known.weight):
                kinds[one.named.kind] = one
        return sorted(kinds.values(), key=lambda one: (-one.weight, one.named.kind in _PASSING_ON))

    def _judged(self, best: Sequence[_Candidate]) -> Judged[Receiver]:
        others = tuple(one.named.kind for one in best[1:])
        cues = tuple(
            Cue(
                self.page.text[one.named.start : one.named.end],
                one.named.kind,
                one.weight,
                self.page.span(one.named.start, one.named.end),
            )
            for one in best
        )
        sure = len(best) < 2 or best[0].weight - best[1].weight > _NEAR
        return Judged(best[0].named.kind, others, cues, sure)

    def _weigh(self, names: Sequence[Named], distance: Distance) -> Iterator[_Candidate]:
        for named in names:
            yield _Candidate(named, distance, named.strength + self.grammar.distances.get(distance, 0))

    def _in_sentence(self, n: int, role: Role) -> Iterator[_Candidate]:
        one = self.around[n]
        yield from self._weigh(self._gaps[n], Distance.AFTER)
        for last in self._openings[n][-1:]:
            if last.strength >= GIVEN and self.page.text[last.end : one.mention.at.start].isspace():
                yield from self._weigh([last], Distance.RIGHT_BEFORE)
        if not one.neighbour:
            yield from self._weigh(self._openings[n], Distance.BEFORE)
            first = n
        else:
            inherits = role in _INHERITING
            yield from self._weigh(self._openings[n], Distance.BEFORE if inherits else Distance.WITH_ONE_BEFORE)
            first = n
            while self.around[first].neighbour and n - first < 8:
                first -= 1
            yield from self._weigh(self._openings[first], Distance.EARLIER)
        following = n + 1
        if following < len(self.around) and self.around[following].neighbour and not self._has_own(one):
            yield from self._weigh(self._gaps[following], Distance.WITH_ONE_AFTER)

    def _has_own(self, one: Around) -> bool:
        """Tell whether the sum has a 'till' or 'för' of its own before the next sum; 'för 2031' is none."""
        return any(
            relation.strength > 0 and not _YEAR_NEXT.match(self.page.text, found.end)
            for found in self.grammar.relations.find(self.page.text, *one.after)
            for relation in found.says
        )

    def _outside_sentence(self, n: int, role: Role, passed_on: bool) -> Iterator[_Candidate]:
        one = self.around[n]
        if one.number - 1 not in self._numbers:
            yield from self._weigh(self._sentence(one.number - 1, one), Distance.SENTENCE_BEFORE)
        if one.number + 1 not in self._numbers:
            yield from self._weigh(self._sentence(one.number + 1, one), Distance.SENTENCE_AFTER)
        if passed_on and one.sentence.block:
            yield from self._weigh(self._block(self.page.blocks[one.sentence.block - 1]), Distance.SENTENCE_BEFORE)
        if one.block.kind in (BlockKind.ITEM, BlockKind.LINE):
            yield from self._weigh(self._block(self.page.blocks[self._lead_ins[one.sentence.block]]), Distance.LEAD_IN)
        for heading in self.page.headings_over(one.block)[: 0 if one.in_headline else 1]:
            title = heading.kind is BlockKind.TITLE
            yield from self._weigh(self._block(heading), Distance.TITLE if title else Distance.HEADING)

    def _sent_on(self, n: int, named: Named) -> Iterator[_Candidate]:
        """Yield whom the next sentence sends the money on to: Ö ska i sin tur betala ut till …"""
        one = self.around[n]
        if named.kind not in _PASSING_ON or one.followed or one.number + 1 >= len(self.page.sentences):
            return
        following = self.page.sentences[one.number + 1]
        if any(
            self.grammar.sending_on.find(self.page.text, following.start, min(following.end, following.start + REACH))
        ):
            names = [other for other in self._sentence(one.number + 1, one) if other.kind is not named.kind]
            yield from self._weigh(names, Distance.SENTENCE_AFTER)

    def _sentence(self, number: int, one: Around) -> list[Named]:
        if not 0 <= number < len(self.page.sentences):
            return []
        sentence = self.page.sentences[number]
        if sentence.block != one.sentence.block:
            return []
        return self._known_names(sentence.start, min(sentence.end, sentence.start + REACH))

    @cached_property
    def _lead_ins(self) -> list[int]:
        """The block before the run of blocks of one kind that each block is in."""
        found: list[int] = []
        for number, block in enumerate(self.page.blocks):
            runs_on = number and self.page.blocks[number - 1].kind is block.kind
            found.append(found[-1] if runs_on else max(number - 1, 0))
        return found

    def _block(self, block: Block) -> list[Named]:
        return self._known_names(max(block.start, block.end - REACH), block.end)

    def _known_names(self, start: int, end: int) -> list[Named]:
        return [named for named in self._named(start, end) if not named.guessed]
