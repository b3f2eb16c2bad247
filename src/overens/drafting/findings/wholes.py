"""Trees of sums -> parts that do not make their whole, earmarks above it, and prices that do not give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overens.drafting.findings.model import Certainty, Finding, FindingKind
from overens.drafting.model import ReadAmount, Role
from overens.drafting.sums import SumNode, near_enough, walk_sums
from overens.vocabulary.money import Amount, may_be_equal, near
from overens.vocabulary.recipients import RecipientKind, Register, kind_words
from overens.vocabulary.wording import Text, kronor, whole_number

_EACH = (RecipientKind.REGION, RecipientKind.MUNICIPALITY)


def check_wholes(trees: Sequence[SumNode], register: Register) -> Iterator[Finding]:
    """Yield what does not agree between wholes and what they are made of."""
    counts = {kind_words(kind).sv: len(register.of(kind)) for kind in _EACH}
    for node in walk_sums(trees):
        if node.compatible is False:
            yield _parts(node)
        for earmark in node.earmarks:
            if node.money.high is not None and (earmark.money.low or 0) > node.money.high:
                yield _earmark(node, earmark)
        for price in node.beside:
            count = counts.get(price.mention.per_unit, 0)
            if count and price.role.chosen is Role.PER_UNIT:
                yield from _price(node, price, count)


def _parts(node: SumNode) -> Finding:
    gap = node.money.kr - sum(part.money.kr for part in node.parts)
    values: dict[str, object] = {
        "parts": kronor(node.money.kr - gap),
        "whole": kronor(node.money.kr),
        "gap": kronor(abs(gap)),
        "n": whole_number(len(node.parts)),
    }
    sv, en = ("{gap} fattas", "{gap} is missing") if gap > 0 else ("{gap} för mycket", "{gap} too much")
    return Finding(
        FindingKind.PARTS_AGAINST_TOTAL,
        Text(
            f"De {{n}} delarna summerar till {{parts}}, helheten är {{whole}}: {sv}.",
            f"The {{n}} parts sum to {{parts}}, the whole is {{whole}}: {en}.",
            values,
        ),
        tuple(sorted((node.amount.mention.span, *(part.amount.mention.span for part in node.parts)))),
        Certainty.LIKELY if node.is_listed and not _any_unsure(node) else Certainty.POSSIBLE,
        Text(
            "Se efter om en del fattas eller är tryckt fel, eller om ett belopp är en del av en annan del; fråga den som gav ut det.",
            "See whether a part is missing or misprinted, or whether a sum is a part of another part; ask whoever published it.",
        ),
    )


def _any_unsure(node: SumNode) -> bool:
    return any(not part.amount.role.sure for part in node.parts)


def _earmark(node: SumNode, earmark: SumNode) -> Finding:
    return Finding(
        FindingKind.EARMARK_ABOVE,
        Text(
            "{earmark} sägs vara en del av {whole}, men är mer.",
            "{earmark} is said to be a part of {whole}, but is more.",
            {"earmark": kronor(earmark.money.kr), "whole": kronor(node.money.kr)},
        ),
        tuple(sorted((node.amount.mention.span, earmark.amount.mention.span))),
        Certainty.LIKELY if earmark.amount.role.sure else Certainty.POSSIBLE,
        Text(
            "Se efter vilket av beloppen som är tryckt fel, eller om de gäller olika saker.",
            "See which of the sums is misprinted, or whether they are about different things.",
        ),
    )


def _price(node: SumNode, price: ReadAmount, count: int) -> Iterator[Finding]:
    """Yield a price that, times those who get it, is more than the whole, or near it and yet not it."""
    mention = price.mention
    each = near(mention.kr, max(1, mention.exact_to))
    step = (each.high or each.kr) - each.kr
    total = Amount(each.kr * count, (each.kr - step) * count, (each.kr + step) * count, each.precision)
    above = node.money.high is not None and (total.low or 0) > node.money.high
    if may_be_equal(total, node.money) or not (above or near_enough(total, node.money)):
        return
    yield Finding(
        FindingKind.PRICE_TIMES_COUNT,
        Text(
            "{count} × {each} är {total}, men beloppet är {whole}.",
            "{count} × {each} is {total}, but the sum is {whole}.",
            {
                "count": whole_number(count),
                "each": kronor(mention.kr),
                "total": kronor(total.kr),
                "whole": kronor(node.money.kr),
            },
        ),
        tuple(sorted((node.amount.mention.span, mention.span))),
        Certainty.POSSIBLE,
        Text(
            "Se efter om alla får lika mycket, eller om priset är ett golv, ett tak eller bara en del av pengarna.",
            "See whether all get the same, or whether the price is a floor, a ceiling or only a part of the money.",
        ),
    )
