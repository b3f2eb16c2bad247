"""The sums of a document -> HTML: the tree of wholes and parts, what stands beside, and the table of all sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from overens.drafting.model import ReadAmount, Receiver
from overens.drafting.sums import SumNode
from overens.drafting.wording import addition_words, judged_words, kronor_words, period_words, receiver_sentence
from overens.export.html_file import Html, element, join, text
from overens.usecases.annotated.headings import column_heading
from overens.usecases.annotated.places import to_line
from overens.usecases.read import Reading
from overens.usecases.read_tables import AMOUNT, FOR, LINE, NUMBER, PERIOD, RECEIVER, ROLE, SENTENCE
from overens.usecases.wording.reading import (
    BESIDE_ORDER,
    NO_SUMS,
    beside_sums,
    doubt_words,
    is_in_tree,
    misprint_words,
    section_of,
    sum_facts,
)
from overens.vocabulary.wording import Language, Text


def sums_tree(reading: Reading, language: Language) -> Html:
    """Return the tree of wholes with what stands under them, as nested lists."""
    if not reading.said.amounts:
        return element("p", text(NO_SUMS.say(language)))
    nodes = [node for node in reading.sums if is_in_tree(node)]
    if not nodes:
        return Html("")
    return element("ul", *(_node(reading, node, language) for node in nodes), class_="tree")


def _node(reading: Reading, node: SumNode, language: Language) -> Html:
    mentions = [node.amount, *(one for one in node.mentions if one is not node.amount)]
    under = sorted((*node.parts, *node.earmarks), key=lambda one: reading.number(one.amount))
    addition = addition_words(node)
    parts = [_amount(reading, mentions, language)]
    if under:
        parts.append(element("ul", *(_node(reading, one, language) for one in under)))
    if addition is not None:
        kind = "addition warning" if node.compatible is False else "addition"
        parts.append(element("p", text(addition.say(language)), class_=kind))
    return element("li", *parts)


def _amount(reading: Reading, mentions: Iterable[ReadAmount], language: Language) -> Html:
    """Return a sum with what it is, and a link to every place that says it."""
    amount, *_ = mentions = list(mentions)
    places = join((_to_mark(reading, one) for one in mentions), " ")
    facts = ", ".join(fact.say(language) for fact in sum_facts(amount))
    words = text(f" {kronor_words(amount.mention).say(language)} ")
    return join((places, element("strong", words), text(facts)))


def _to_mark(reading: Reading, amount: ReadAmount) -> Html:
    n = str(reading.number(amount))
    return element("a", text(f"[{n}]"), href=f"#mark-{n}")


def beside_list(reading: Reading, language: Language) -> Html:
    """Return the sums that are no whole and no part, under what they are."""
    beside = list(beside_sums(reading.sums))
    return join(_beside(reading, beside, language))


def _beside(reading: Reading, beside: list[ReadAmount], language: Language) -> Iterator[Html]:
    for role in BESIDE_ORDER:
        found = sorted((one for one in beside if one.role.chosen is role), key=reading.number)
        if found:
            yield element("h3", text(section_of(role).say(language)))
            yield element("ul", *(element("li", _amount(reading, [one], language)) for one in found), class_="tree")


def sums_table(reading: Reading, language: Language) -> Html:
    """Return every sum in text order, each with the sentence that says it."""
    if not reading.said.amounts:
        return Html("")
    headings = (NUMBER, AMOUNT, ROLE, RECEIVER, PERIOD, FOR, LINE, SENTENCE)
    head = element("tr", *(column_heading(one, language, is_number=one in (AMOUNT, LINE)) for one in headings))
    caption = Text("Alla belopp i textens ordning", "All sums in the order of the text").say(language)
    table = element(
        "table",
        element("caption", text(caption)),
        element("thead", head),
        element("tbody", *(_row(reading, one, language) for one in reading.said.amounts)),
    )
    return element("div", table, class_="wide", role="region", aria_label=caption, tabindex="0")


def _row(reading: Reading, amount: ReadAmount, language: Language) -> Html:
    mention, n = amount.mention, str(reading.number(amount))
    number = element("th", element("a", text(n), href=f"#mark-{n}"), scope="row", class_="row", id=f"amount-{n}")
    receiver = "–" if amount.receiver.chosen is Receiver.NONE else receiver_sentence(amount).say(language)
    more = [
        words.say(language) for words in (misprint_words(amount), doubt_words(reading, amount)) if words is not None
    ]
    sentence = text(reading.places.sentence_words(mention.span))
    doubt = [element("p", text(words), class_="unsure") for words in more]
    return element(
        "tr",
        number,
        element("td", text(kronor_words(mention).say(language)), class_="number"),
        element("td", text(judged_words(amount.role).say(language))),
        element("td", text(receiver)),
        element("td", text(period_words(mention.period).say(language) or "–")),
        element("td", text(amount.purpose or "–")),
        element("td", to_line(reading, mention.span), class_="number"),
        element("td", element("span", sentence, lang="sv"), *doubt, class_="sentence"),
    )
