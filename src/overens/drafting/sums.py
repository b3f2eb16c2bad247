"""The sums of a document -> trees: each whole with its parts, its earmarks and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from overens.drafting.model import ReadAmount, Receiver, Role
from overens.drafting.money import money_of
from overens.drafting.page import Page
from overens.drafting.reading import ReadDocument
from overens.drafting.standing import Place, Standing, is_one_list, one_is_heading, places_of, standing_of
from overens.drafting.subject import same_subject
from overens.vocabulary.money import Amount, add_up, may_be_equal

_NEAREST = 12
"""How many earlier sums a later one is held against, to see whether it is one of them again."""
_NEARLY_ALL = (3, 4)
"""A list whose items make up less than this of the whole is not taken to have all of it."""
_ALL_BUT_SLIPS = (9, 10)
"""Parts in running text that make up as much as this are taken to be meant as all, or a part is misprinted."""


@dataclass(frozen=True)
class SumNode:
    """A sum and what it is made of (summaträd).

    Attributes:
        amount: The sum where it is stated most exactly.
        money: The same as an interval.
        mentions: Every place that states it, in text order.
        parts: What it is divided into, as far as the document says; each may have parts of its own.
        earmarks: Parts of it that are named as such (varav, av medlen), which it may have besides.
        beside: What stands with it and is no part of it: changes, earlier sums, prices, what lies outside.
        compatible: Whether the parts can sum to it; None where the document does not say that they all are there.
        difference: It less its parts, as an interval; None without parts.
        is_listed: Whether the parts stand as one list, in which every item has its sum.
    """

    amount: ReadAmount
    money: Amount
    mentions: tuple[ReadAmount, ...]
    parts: tuple[SumNode, ...] = ()
    earmarks: tuple[SumNode, ...] = ()
    beside: tuple[ReadAmount, ...] = ()
    compatible: bool | None = None
    difference: Amount | None = None
    is_listed: bool = False


def tree_of_sums(document: ReadDocument) -> tuple[SumNode, ...]:
    """Return the sums that are no part of another, in text order, each with what it is made of.

    Every sum of the document is in the trees once: as a mention of a node, or beside one.
    """
    return _Trees(document.page).grow(document.amounts)


def walk_sums(nodes: Iterable[SumNode]) -> Iterator[SumNode]:
    """Yield every node, wholes before their parts and earmarks."""
    for node in nodes:
        yield node
        yield from walk_sums(node.parts)
        yield from walk_sums(node.earmarks)


def wholes_in(nodes: Iterable[SumNode]) -> list[SumNode]:
    """Return every total, also those within another, as when a release sums up several agreements."""
    return [node for node in walk_sums(nodes) if node.amount.role.chosen is Role.TOTAL]


def less(whole: Amount, parts: Amount) -> Amount:
    """Return the interval of a whole less its parts."""
    low = None if whole.low is None or parts.high is None else whole.low - parts.high
    high = None if whole.high is None or parts.low is None else whole.high - parts.low
    return replace(whole, kr=whole.kr - parts.kr, low=low, high=high, bound="")


@dataclass
class _Growing:
    """A node to which parts are still being added, and where its first mention stands."""

    amount: ReadAmount
    money: Amount
    where: Standing
    mentions: list[ReadAmount]
    parts: list[_Growing] = field(default_factory=list)
    earmarks: list[_Growing] = field(default_factory=list)
    beside: list[ReadAmount] = field(default_factory=list)


@dataclass
class _Trees:
    """The trees while the document is gone through, the wholes seen so far in each place, and those to come."""

    page: Page
    roots: list[_Growing] = field(default_factory=list)
    seen: dict[Place, list[_Growing]] = field(default_factory=dict)
    coming: dict[Place, list[_Growing]] = field(default_factory=dict)

    def grow(self, amounts: Sequence[ReadAmount]) -> tuple[SumNode, ...]:
        """Return the finished trees: first the wholes, so that a part finds one that stands after it too."""
        placed = [(amount, standing_of(amount, self.page)) for amount in amounts]
        nodes = {id(amount): self._whole(amount, at) for amount, at in placed if amount.role.chosen is Role.TOTAL}
        for amount, at in placed:
            if id(amount) in nodes:
                _note(self.coming, nodes[id(amount)], at)
        first = next((one for one in self.roots if len(one.where.headings) <= 1), None)
        before: _Growing | None = None
        host: _Growing | None = None
        for amount, at in placed:
            match amount.role.chosen:
                case Role.TOTAL:
                    host = before = nodes[id(amount)]
                    _note(self.seen, before, at)
                case Role.PART:
                    host = before = self._part(amount, at, None, first)
                case Role.EARMARK:
                    before = self._part(amount, at, host, first)
                case _:
                    self._beside(amount, at, before, first)
        self.roots.sort(key=lambda node: node.mentions[0].mention.span)
        self._nest()
        return tuple(_finished(node, self.page) for node in self.roots)

    def _whole(self, amount: ReadAmount, at: Standing) -> _Growing:
        """Return the node of a whole: one that is there already, if this is the same sum again."""
        money = money_of(amount.mention)
        found = next((one for one in reversed(self.roots[-_NEAREST:]) if self._is_same(one, amount, money, at)), None)
        if found is None:
            found = _Growing(amount, money, at, [])
            self.roots.append(found)
        elif _sharpness(money, at) < _sharpness(found.money, found.where):
            found.amount, found.money = amount, money
        found.mentions.append(amount)
        return found

    def _is_same(self, node: _Growing, amount: ReadAmount, money: Amount, at: Standing) -> bool:
        """Tell whether the sum is one that was stated above it: in the same section or over it, the same year and receiver."""
        return (
            _one_section(node.where, at)
            and at.sentence != node.where.sentence
            and may_be_equal(node.money, money)
            and near_enough(node.money, money)
            and same_when(node.amount, amount)
            and same_receiver(node.amount, amount)
            and (one_is_heading(node.where, at) or same_subject(node.amount.purpose, amount.purpose))
        )

    def _part(self, amount: ReadAmount, at: Standing, host: _Growing | None, first: _Growing | None) -> _Growing:
        """Return the node of a part or an earmark; the host of an earmark is the sum that was last divided before it."""
        money = money_of(amount.mention)
        is_earmark = amount.role.chosen is Role.EARMARK
        owner = self._owner(amount, money, at, host, first)
        if owner is None:
            node = _Growing(amount, money, at, [amount])
            self.roots.append(node)
            return node
        siblings = owner.earmarks if is_earmark else owner.parts
        again = next((one for one in reversed(siblings[-_NEAREST:]) if _is_again(one, amount, money, at)), None)
        if again is not None:
            if _sharpness(money, at) < _sharpness(again.money, again.where):
                again.amount, again.money = amount, money
            again.mentions.append(amount)
            return again
        node = _Growing(amount, money, at, [amount])
        siblings.append(node)
        return node

    def _owner(
        self, amount: ReadAmount, money: Amount, at: Standing, host: _Growing | None, first: _Growing | None
    ) -> _Growing | None:
        """Return the whole that a part is of: that of its sentence, its paragraph or list, its section, the document's first."""
        near = [host] if host is not None and host.where.sentence == at.sentence else []
        for node in (*near, *self._wholes(at), *([first] if first else [])):
            holds = node.money.high is None or (money.low or 0) <= node.money.high
            if holds and same_when(node.amount, amount):
                return node
        return None

    def _wholes(self, at: Standing) -> Iterator[_Growing]:
        """Yield the wholes that stand near, the nearest place first, and in each place the last one above first."""
        for place in places_of(at):
            yield from reversed(self.seen.get(place, [])[-_NEAREST:])
            yield from self.coming.get(place, [])[:_NEAREST]

    def _beside(self, amount: ReadAmount, at: Standing, before: _Growing | None, first: _Growing | None) -> None:
        """Put a change, a price or the like beside the sum before it in its sentence, else beside the nearest whole."""
        is_said_of_it = before is not None and before.where.sentence == at.sentence
        owner = before if is_said_of_it and amount.role.chosen is not Role.OUTSIDE else next(self._wholes(at), first)
        if owner is None:
            money = money_of(amount.mention)
            self.roots.append(_Growing(amount, money, at, [amount]))
        else:
            owner.beside.append(amount)

    def _nest(self) -> None:
        """Put the wholes of the sections under the document's first where they are what it is the sum of."""
        if not self.roots or self.roots[0].parts:
            return
        first, rest = self.roots[0], self.roots[1:]
        under = [one for one in rest if _is_section_of(first, one)]
        total = add_up(one.money for one in under)
        if len(under) > 1 and may_be_equal(total, first.money) and near_enough(total, first.money):
            first.parts = under
            self.roots = [first, *(one for one in rest if not _is_section_of(first, one))]


def _is_section_of(first: _Growing, one: _Growing) -> bool:
    deeper = one.where.headings[-len(first.where.headings) :] if first.where.headings else ()
    return (
        first.amount.role.chosen is Role.TOTAL
        and one.amount.role.chosen is Role.TOTAL
        and len(one.where.headings) > len(first.where.headings)
        and deeper == first.where.headings
        and same_when(first.amount, one.amount)
    )


def same_when(one: ReadAmount, other: ReadAmount) -> bool:
    """Tell whether two sums may be for the same time: no two periods, and not one a year and the other in all."""
    mine, theirs = one.mention, other.mention
    return mine.per_year == theirs.per_year and (mine.period == theirs.period or not mine.period or not theirs.period)


def same_receiver(one: ReadAmount, other: ReadAmount) -> bool:
    """Tell whether two sums may go to the same: neither is said to go to another."""
    mine, theirs = one.receiver.chosen, other.receiver.chosen
    return mine is theirs or Receiver.NONE in (mine, theirs)


def near_enough(one: Amount, other: Amount) -> bool:
    """Tell whether two sums lie within a tenth of each other, so that a wide interval alone makes none the same."""
    return abs(one.kr - other.kr) * 10 <= max(one.kr, other.kr)


def _one_section(one: Standing, other: Standing) -> bool:
    """Tell whether two places are in one section, or one in a section of the other's."""
    shorter = min(len(one.headings), len(other.headings))
    return not shorter or one.headings[-shorter:] == other.headings[-shorter:]


def _is_again(node: _Growing, amount: ReadAmount, money: Amount, at: Standing) -> bool:
    """Tell whether a part is stated again: the same sum, or one that its heading has roughly, to no other, in another paragraph."""
    rough = one_is_heading(node.where, at) and _one_section(node.where, at)
    same = node.money.kr == money.kr or (rough and may_be_equal(node.money, money) and near_enough(node.money, money))
    return (
        same
        and node.where.block != at.block
        and node.where.run != at.run
        and same_receiver(node.amount, amount)
        and same_when(node.amount, amount)
    )


def _note(wholes: dict[Place, list[_Growing]], node: _Growing, at: Standing) -> None:
    """Note a whole in the places that it stands in itself; under the headings above its own it is no whole."""
    own = at.headings[:1] or (-1,)
    for place in (("sentence", at.sentence), ("block", at.block), ("run", at.run), ("heading", own[0])):
        wholes.setdefault(place, []).append(node)


def _sharpness(money: Amount, at: Standing) -> tuple[int, bool]:
    """Return how wide an interval is, one without an end the widest, and of two as wide the heading's last."""
    width = money.high - money.low if money.high is not None and money.low is not None else 10**40
    return width, at.is_heading


def _finished(node: _Growing, page: Page) -> SumNode:
    parts = tuple(_finished(one, page) for one in node.parts)
    earmarks = tuple(_finished(one, page) for one in node.earmarks)
    is_listed = is_one_list([one.where for one in node.parts], page)
    total = add_up(one.money for one in parts)
    return SumNode(
        node.amount,
        node.money,
        tuple(node.mentions),
        parts,
        earmarks,
        tuple(node.beside),
        _compatible(node.money, parts, earmarks, is_listed),
        less(node.money, total) if parts else None,
        is_listed,
    )


def divided(node: SumNode) -> tuple[SumNode, ...]:
    """Return what a sum is divided into: its parts, with or without the earmarks, by which of these it is the sum."""
    found = _summing(node.money, node.parts, node.earmarks)
    return node.parts if found is None else found


def _summing(whole: Amount, parts: Sequence[SumNode], earmarks: Sequence[SumNode]) -> tuple[SumNode, ...] | None:
    readings = [(*parts,), (*parts, *earmarks), (*earmarks,)]
    return next((r for r in readings if len(r) > 1 and may_be_equal(add_up(one.money for one in r), whole)), None)


def _compatible(whole: Amount, parts: Sequence[SumNode], earmarks: Sequence[SumNode], is_listed: bool) -> bool | None:
    """Return whether the parts can sum to the whole, with the earmarks or without; None where some may be left unsaid."""
    if _summing(whole, parts, earmarks) is not None:
        return True
    if not parts:
        return None
    total = add_up(one.money for one in parts)
    above = whole.high is not None and total.low is not None and total.low > whole.high
    least = _NEARLY_ALL if is_listed else _ALL_BUT_SLIPS
    is_all = total.kr * least[1] >= whole.kr * least[0]
    return False if len(parts) > 1 and (above or is_all) else None
