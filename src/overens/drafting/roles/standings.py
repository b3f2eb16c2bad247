"""Sums and what stands around them -> how each stands among the others, as cues that have a strength in the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from overens.drafting.model import AmountMention, Role
from overens.drafting.page import Page
from overens.drafting.roles.sums import SMALL, other_years, same_sum, summands
from overens.drafting.roles.surroundings import HEADLINES, Around
from overens.drafting.text.layout import BlockKind
from overens.drafting.words.roles import RoleGrammar, Standing

_PASSING = (Role.CHANGE, Role.OUTSIDE, Role.PREVIOUS, Role.PER_UNIT, Role.OTHER)
"""Roles that what is said of later years in another sentence does not share."""
_SHARP = 3
"""So many digits that a sum must have to be known again in another section."""
_TITLES_KEPT = 10


@dataclass
class Among:
    """The sums of a document, and what has been judged of those before.

    Attributes:
        flagged: Kronor of every sum that some words flag as earmarked.
        announced: Numbers of the mentions that words give out as a whole.
        roles: The role of each mention that is judged, in order.
    """

    page: Page
    around: Sequence[Around]
    flagged: frozenset[int]
    announced: frozenset[int]
    grammar: RoleGrammar
    roles: list[Role] = field(default_factory=list)

    def __post_init__(self) -> None:
        mentions = [one.mention for one in self.around]
        self._titles = [one.mention for one in self.around if one.block.kind is BlockKind.TITLE][:_TITLES_KEPT]
        sections = [None if one.block.kind is BlockKind.TITLE else one.section for one in self.around]
        self._sums, self._parts = summands(mentions, sections)
        self._year = self.page.dated[:4]
        self._wholes: dict[int, AmountMention] = {}
        self._seen: dict[int, int] = {}
        self._in_section: set[int] = set()
        self._several = self.grammar.several_agreements.search(self.page.lower)
        self._agreements: dict[int, bool] = {}

    def judged(self, n: int, role: Role) -> None:
        """Note the role of the next mention."""
        one = self.around[n]
        self.roles.append(role)
        self._seen[one.mention.kr] = n
        self._in_section.add(one.section)
        if role is Role.TOTAL and (n in self.announced or n in self._sums or one.in_headline):
            whole = self._wholes.get(one.section)
            if whole is None or one.mention.kr > whole.kr:
                self._wholes[one.section] = one.mention

    def _part_of(self, one: Around) -> Standing | None:
        """Return which whole before the mention it may be part of: one given out in its section, or over it."""
        if self._is_less(one, self._wholes.get(one.section)):
            return Standing.LESS_THAN_ANNOUNCED
        section = one.section
        while section >= 0 and not self._has_agreement(section):
            section = self.page.blocks[section].heading
            if self._is_less(one, self._wholes.get(section)):
                return Standing.LESS_THAN_OVER
        return None

    @staticmethod
    def _is_less(one: Around, whole: AmountMention | None) -> bool:
        return (
            whole is not None
            and one.mention.kr < whole.kr
            and not (same_sum(one.mention, whole) or other_years(one.mention, whole))
        )

    def _has_agreement(self, section: int) -> bool:
        """Tell whether the section names an agreement, where the money goes by several: it then has a whole of its own."""
        if section not in self._agreements:
            blocks, end = self.page.blocks, section + 1
            while end < len(blocks) and blocks[end].kind not in HEADLINES:
                end += 1
            stretch = blocks[section].start, blocks[end - 1].end
            several = self._several is not None and self._several.start() < stretch[0]
            self._agreements[section] = several and bool(self.grammar.agreements.search(self.page.lower, *stretch))
        return self._agreements[section]

    def standings(self, n: int) -> Iterator[tuple[Standing, Role | None]]:
        """Yield how the next mention stands, with the role of the one that it is tied to, if it is tied to one."""
        one = self.around[n]
        for standing in (*self._place(n, one), *self._size(n)):
            yield standing, None
        yield from self._tied(n, one)

    def _place(self, n: int, one: Around) -> Iterator[Standing]:
        part_of = self._part_of(one)
        if one.block.kind is BlockKind.TITLE:
            yield Standing.IN_TITLE
        elif one.block.kind is BlockKind.HEADING and part_of is not Standing.LESS_THAN_OVER:
            yield Standing.IN_HEADING
        elif any(same_sum(one.mention, title) for title in self._titles):
            yield Standing.SAME_AS_TITLE
        elif one.mention.kr in self.flagged:
            yield Standing.SAME_AS_EARMARK
        if part_of:
            yield part_of
        elif one.section not in self._in_section and not one.in_headline:
            yield Standing.FIRST

    def _size(self, n: int) -> Iterator[Standing]:
        one = self.around[n]
        if n in self._sums:
            yield Standing.SUM
        if n in self._parts:
            yield Standing.SUMMAND
        if one.mention.per_unit:
            yield Standing.PRICE
        if one.mention.kr < SMALL:
            yield Standing.SMALL
        last = one.mention.period[-4:]
        if last.isdigit() and self._year.isdigit() and last < self._year:
            yield Standing.EARLIER_YEAR

    @staticmethod
    def _same_grant(one: Around, other: Around) -> bool:
        sharp = len(str(one.mention.kr).rstrip("0")) >= _SHARP
        return (sharp or one.section == other.section) and one.mention.period == other.mention.period

    def is_under_whole(self, n: int) -> bool:
        """Tell whether a whole given out over the section of the next mention may hold it."""
        return self._part_of(self.around[n]) is Standing.LESS_THAN_OVER

    def _tied(self, n: int, one: Around) -> Iterator[tuple[Standing, Role]]:
        same = self._seen.get(one.mention.kr)
        if same is not None and self._same_grant(self.around[same], one):
            yield Standing.SAME_AS_BEFORE, self.roles[same]
        if not n or self.is_after_earlier_money(n):
            return
        before = self.around[n - 1]
        role = self.roles[n - 1]
        near = before.sentence.block == one.sentence.block and one.number - before.number <= 2
        if one.neighbour:
            yield Standing.SAME_SENTENCE, role
        elif near and self._is_later(n) and role not in _PASSING:
            yield Standing.LATER_YEARS, Role.PART if role is Role.EARMARK else role

    def is_after_earlier_money(self, n: int) -> bool:
        """Tell whether the mention before is earlier money and this one is for later: from 20 in 2029 to 30 in 2031."""
        return self.roles[n - 1] is Role.PREVIOUS and self._is_later(n)

    def _is_later(self, n: int) -> bool:
        """Tell whether the years of the mention begin after those of the one before it."""
        return "" < self.around[n - 1].mention.period[-4:] < self.around[n].mention.period[:4]
