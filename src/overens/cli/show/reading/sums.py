"""The sums of a document -> the terminal: wholes with their parts under them, whether they add up, and what stands beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.drafting.model import ReadAmount, Role
from overens.drafting.sums import SumNode, walk_sums
from overens.drafting.wording import addition_words, judged_words, kronor_words, receiver_sentence
from overens.drafting.model import Receiver
from overens.usecases.read import Reading
from overens.usecases.wording.reading import BESIDE_ORDER, NO_SUMS, doubt_words, misprint_words, section_of


def show_sums(page: Page, reading: Reading) -> None:
    """Print the tree of sums, then the sums that are no whole and no part, by what they are."""
    page.heading(t("Summor", "Sums"))
    if not reading.said.amounts:
        page.line(say(NO_SUMS))
        return
    for node in reading.sums:
        if _is_in_tree(node):
            _node(page, reading, node, 0)
    beside = list(_beside(reading.sums))
    for role in BESIDE_ORDER:
        found = [amount for amount in beside if amount.role.chosen is role]
        if found:
            page.line(f"{say(section_of(role))}:")
            for amount in sorted(found, key=reading.number):
                _amount(page, reading, [amount], 1)


def _is_in_tree(node: SumNode) -> bool:
    return node.amount.role.chosen not in BESIDE_ORDER


def _beside(nodes: Iterable[SumNode]) -> Iterator[ReadAmount]:
    """Yield every sum that is no whole and no part, also where it stands without a whole."""
    for node in walk_sums(nodes):
        if not _is_in_tree(node):
            yield from node.mentions
        yield from node.beside


def _node(page: Page, reading: Reading, node: SumNode, depth: int) -> None:
    mentions = [node.amount, *(one for one in node.mentions if one is not node.amount)]
    _amount(page, reading, mentions, depth)
    for part in sorted((*node.parts, *node.earmarks), key=lambda one: reading.number(one.amount)):
        _node(page, reading, part, depth + 1)
    addition = addition_words(node)
    if addition is not None:
        page.tree(depth + 1, "=", say(addition), colour="yellow" if node.compatible is False else None, dim=False)


def _amount(page: Page, reading: Reading, mentions: list[ReadAmount], depth: int) -> None:
    """Print one sum: what it is, to whom, when and for what, and the lines that say it."""
    amount = mentions[0]
    facts = [say(judged_words(amount.role))]
    if amount.receiver.chosen is not Receiver.NONE or not amount.receiver.sure:
        facts.append(t("till {who}", "to {who}", who=say(receiver_sentence(amount))))
    facts += filter(None, (amount.mention.period, amount.purpose))
    mark = f"[{reading.number(amount)}]"
    words = f"{say(kronor_words(amount.mention))}  {', '.join(facts)} · {_lines(reading, mentions)}"
    page.tree(depth, mark, words)
    for more in (misprint_words(amount), doubt_words(amount)):
        if more is not None:
            page.tree(depth, " " * len(mark), say(more), dim=True)


def _lines(reading: Reading, mentions: list[ReadAmount]) -> str:
    lines = sorted({reading.places.line(one.mention.span.start) for one in mentions})
    if len(mentions) == 1:
        return t("rad {line}", "line {line}", line=str(lines[0]))
    others = ", ".join(f"[{reading.number(one)}]" for one in mentions[1:])
    named = ", ".join(map(str, lines))
    if len(lines) == 1:
        return t("rad {lines}, också {others}", "line {lines}, also {others}", lines=named, others=others)
    return t("rad {lines}, också {others}", "lines {lines}, also {others}", lines=named, others=others)
