"""The dates of a document -> those that cannot be, and those that come before what they follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overens.drafting.findings.model import Certainty, Finding, FindingKind
from overens.drafting.model import DateRole, ReadDate, Role
from overens.drafting.reading import ReadDocument
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.wording import Text

_CHECK = Text(
    "Se efter vilket av datumen som är tryckt fel, eller om de gäller olika pengar.",
    "See which of the dates is misprinted, or whether they are about different money.",
)


_PAID_BEFORE = Text(
    "Betalningen ({early}) ligger före beslutet ({late}).", "The payment ({early}) is before the decision ({late})."
)
_REPAID_BEFORE = Text(
    "Återbetalningen ({early}) ligger före betalningen ({late}).",
    "The repayment ({early}) is before the payment ({late}).",
)
_REPAID_BEFORE_ASKED = Text(
    "Återbetalningen ({early}) ligger före sista dagen att begära pengarna ({late}).",
    "The repayment ({early}) is before the last day to ask for the money ({late}).",
)
_MUST = (DateRole.APPLY_BY, DateRole.REPAY_BY, DateRole.REPORT_BY)


def check_dates(document: ReadDocument) -> Iterator[Finding]:
    """Yield impossible dates, what comes before what it follows, and what is due before the document came or its money's year."""
    yield from (_impossible(date) for date in document.dates if date.impossible)
    dated = [(date, when) for date in document.dates if (when := when_of(date)) is not None]
    yield from _before(dated, DateRole.PAY_BY, DateRole.DECIDED, _PAID_BEFORE)
    yield from _before(dated, DateRole.REPAY_BY, DateRole.PAY_BY, _REPAID_BEFORE)
    yield from _before(dated, DateRole.REPAY_BY, DateRole.APPLY_BY, _REPAID_BEFORE_ASKED)
    yield from _due_before(dated, document.page.dated)
    year = _first_year(document)
    if year is not None:
        yield from (
            _before_the_year(date, year)
            for date, when in dated
            if date.role.chosen is DateRole.REPAY_BY and not date.year_inferred and when.last.year < year
        )


def when_of(date: ReadDate) -> When | None:
    """Return the days that a date can mean, from the first of a period to its last; None for what is no date."""
    first, _, last = date.iso.partition("/")
    begin, end = parse_when(first), parse_when(last or first)
    if not isinstance(begin, When) or not isinstance(end, When) or end.last < begin.first:
        return None
    return When(begin.first, end.last, date.iso)


def _before(dated: Sequence[tuple[ReadDate, When]], late: DateRole, early: DateRole, words: Text) -> Iterator[Finding]:
    """Yield each date of the first role that is wholly before every date of the role that it must follow."""
    follows = [(when, date) for date, when in dated if date.role.chosen is early]
    if not follows:
        return
    first, by = min(follows, key=lambda pair: (pair[0].first, pair[1].span))
    for date, when in dated:
        if date.role.chosen is late and when.last < first.first:
            sure = date.role.sure and by.role.sure and not (date.year_inferred or by.year_inferred)
            yield Finding(
                FindingKind.DATE_ORDER,
                Text(words.sv, words.en, {"early": date.text, "late": by.text}),
                tuple(sorted((date.span, by.span))),
                Certainty.LIKELY if sure else Certainty.POSSIBLE,
                _CHECK,
            )


def _due_before(dated: Sequence[tuple[ReadDate, When]], published: str) -> Iterator[Finding]:
    """Yield each last day that had passed when the document came: what is decided is to be done after it."""
    came = parse_when(published)
    if not isinstance(came, When):
        return
    for date, when in dated:
        if date.role.chosen in _MUST and date.role.sure and when.last < came.first:
            yield Finding(
                FindingKind.DATE_ORDER,
                Text(
                    "{date} hade passerat när dokumentet kom ({published}).",
                    "{date} had passed when the document came ({published}).",
                    {"date": date.text, "published": published},
                ),
                (date.span,),
                Certainty.POSSIBLE,
                _CHECK,
            )


def _first_year(document: ReadDocument) -> int | None:
    """Return the first year that the document's own money is for, or None if that is not said of all of it."""
    periods = [one.mention.period[:4] for one in document.amounts if one.role.chosen is Role.TOTAL]
    years = [int(period) for period in periods if period.isascii() and period.isdigit()]
    return min(years) if years and len(years) == len(periods) else None


def _before_the_year(date: ReadDate, year: int) -> Finding:
    return Finding(
        FindingKind.DATE_ORDER,
        Text(
            "{date} ligger före {year}, det första år som pengarna gäller.",
            "{date} is before {year}, the first year that the money is for.",
            {"date": date.text, "year": str(year)},
        ),
        (date.span,),
        Certainty.POSSIBLE,
        _CHECK,
    )


def _impossible(date: ReadDate) -> Finding:
    return Finding(
        FindingKind.IMPOSSIBLE_DATE,
        Text("{date} finns inte.", "{date} does not exist.", {"date": f"'{date.text}'"}),
        (date.span,),
        Certainty.CERTAIN,
        Text(
            "Fråga den som gav ut det vilken dag som menas; skriv 'ej funnet' så länge.",
            "Ask whoever published it which day is meant; write 'ej funnet' meanwhile.",
        ),
    )
