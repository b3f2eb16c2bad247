"""A web page -> the Markdown of what it says, without what surrounds that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from overens.intake.documents.answer import Reading, Refusal, Refused
from overens.intake.documents.html_blocks import BlockWriter
from overens.intake.documents.limits import MOST_DEPTH
from overens.intake.documents.marks import Block, heading, join_blocks

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_NEVER = frozenset(
    [
        "script",
        "style",
        "nav",
        "aside",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "math",
        "button",
        "input",
        "select",
        "textarea",
        "head",
        "canvas",
        "audio",
        "video",
        "dialog",
    ]
)
_AROUND = frozenset(("header", "footer", "form"))
_CLOSES_ITSELF = (
    "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option"
    "|optgroup|colgroup|rt|rp|html|head|body"
)
_TAG = re.compile(rf"<(/?)(?!(?:{_CLOSES_ITSELF})\b)[a-z]", re.IGNORECASE)


def read_html(raw: bytes) -> Reading:
    """Return the Markdown of a page in UTF-8.

    Raises:
        Refused: If the page holds no text, or elements within elements without end.
    """
    from selectolax.lexbor import LexborHTMLParser

    source = raw.decode("utf-8", "replace")
    if _depth(source) > MOST_DEPTH:
        raise Refused(Refusal.DEEP, most=MOST_DEPTH)
    page = LexborHTMLParser(source)
    root = _main(page)
    if root is None:
        raise Refused(Refusal.EMPTY)
    within_main = root.tag != "body"
    writer = BlockWriter()
    for node, entered in _walk(root, within_main=within_main):
        if not entered:
            writer.leave(node.tag or "")
        elif node.is_text_node:
            writer.say(node.text_content or "")
        else:
            writer.enter(node.tag or "", node.attributes)
    blocks = writer.finish()
    if not blocks:
        raise Refused(Refusal.EMPTY)
    return Reading(join_blocks([*_title(page, blocks), *blocks]))


def _depth(source: str) -> int:
    """Return how deep the page's elements may stand within each other, at most."""
    depth = deepest = 0
    for tag in _TAG.finditer(source):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _main(page: LexborHTMLParser) -> LexborNode | None:
    for selector in ("main", "[role=main]"):
        found = page.css_first(selector)
        if found is not None:
            return found
    articles = page.css("article")
    return articles[0] if len(articles) == 1 else page.body


def _title(page: LexborHTMLParser, blocks: list[Block]) -> list[Block]:
    """Return the page's title where what was read has none."""
    if any(block.text.startswith("# ") for block in blocks):
        return []
    named = [node.text() for node in (page.css_first("h1"), page.css_first("title")) if node is not None]
    return [heading(1, name) for name in named if name.strip()][:1]


def _walk(root: LexborNode, *, within_main: bool) -> Iterator[tuple[LexborNode, bool]]:
    """Yield every node to be read as it is entered and left, without recursion.

    The header of a page is passed over; the header of an article is its heading.
    """
    open_nodes: list[LexborNode] = [root]
    node = root.child
    while True:
        if node is None:
            node = open_nodes.pop()
            if not open_nodes:
                return
            yield node, False
            node = node.next
        elif node.is_text_node:
            yield node, True
            node = node.next
        elif not node.is_element_node or _passed_over(node, within_main=within_main):
            node = node.next
        else:
            yield node, True
            open_nodes.append(node)
            node = node.child


def _passed_over(node: LexborNode, *, within_main: bool) -> bool:
    tag = node.tag
    if tag in _NEVER:
        return True
    if tag in _AROUND:
        if tag == "form":  # some publishing tools put the whole page in one
            return node.css_first("p, h1, h2, table") is None
        return not (within_main and tag == "header")
    shown = node.attributes
    if not shown:
        return False
    style = (shown.get("style") or "").replace(" ", "").lower()
    return "hidden" in shown or shown.get("aria-hidden") == "true" or "display:none" in style
