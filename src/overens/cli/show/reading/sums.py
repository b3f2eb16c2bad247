"""The sums of a document -> the terminal: wholes with their parts under them, whether they add up, and what stands beside."""

from __future__ import annotations

from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.drafting.model import ReadAmount
from overens.drafting.sums import SumNode
from overens.drafting.wording import addition_words, kronor_words
from overens.usecases.read import Reading
from overens.usecases.wording.reading import (
    BESIDE_ORDER,
    NO_SUMS,
    beside_sums,
    doubt_words,
    is_in_tree,
    lines_words,
    misprint_words,
    section_of,
    sum_facts,
)


def show_sums(page: Page, reading: Reading) -> None:
    """Print the tree of sums, then the sums that are no whole and no part, by what they are."""
    page.heading(t("Summor", "Sums"))
    if not reading.said.amounts:
        page.line(say(NO_SUMS))
        return
    for node in reading.sums:
        if is_in_tree(node):
            _node(page, reading, node, 0)
    beside = list(beside_sums(reading.sums))
    for role in BESIDE_ORDER:
        found = [amount for amount in beside if amount.role.chosen is role]
        if found:
            page.line(f"{say(section_of(role))}:")
            for amount in sorted(found, key=reading.number):
                _amount(page, reading, [amount], 1)


def _node(page: Page, reading: Reading, node: SumNode, depth: int) -> None:
    mentions = [node.amount, *(one for one in node.mentions if one is not node.amount)]
    _amount(page, reading, mentions, depth)
    for part in sorted((*node.parts, *node.earmarks), key=lambda one: reading.number(one.amount)):
        _node(page, reading, part, depth + 1)
    addition = addition_words(node)
    if addition is not None:
        page.tree(depth + 1, "=", say(addition), colour="yellow" if node.compatible is False else None)


def _amount(page: Page, reading: Reading, mentions: list[ReadAmount], depth: int) -> None:
    """Print one sum: what it is, to whom, when and for what, and the lines that say it."""
    amount = mentions[0]
    mark = f"[{reading.number(amount)}]"
    facts = ", ".join(map(say, sum_facts(amount)))
    kr = say(kronor_words(amount.mention))
    words = f"{kr}  {facts} · {_lines(reading, mentions)}" if facts else f"{kr} · {_lines(reading, mentions)}"
    page.tree(depth, mark, words)
    for more in (misprint_words(amount), doubt_words(reading, amount)):
        if more is not None:
            page.tree(depth, " " * len(mark), say(more), dim=True)


def _lines(reading: Reading, mentions: list[ReadAmount]) -> str:
    lines = say(lines_words(reading, [one.mention.span for one in mentions]))
    if len(mentions) == 1:
        return lines
    others = ", ".join(f"[{reading.number(one)}]" for one in mentions[1:])
    return t("{lines}, också {others}", "{lines}, also {others}", lines=lines, others=others)
