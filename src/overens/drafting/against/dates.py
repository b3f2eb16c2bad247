"""The dates of a document and of an agreement -> which are the same, by what they are the last day for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overens.agreement.model import Agreement, Pot, walk
from overens.drafting.against.model import Compared, Likeness
from overens.drafting.findings.dates import when_of
from overens.drafting.model import DateRole, Span
from overens.drafting.reading import ReadDocument
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text

_WHAT = {
    DateRole.APPLY_BY: Text("sista dag att begära pengarna", "last day to ask for the money"),
    DateRole.REPAY_BY: Text("sista dag att betala tillbaka", "last day to pay back"),
    DateRole.REPORT_BY: Text("sista dag att redovisa", "last day to report"),
}


def compare_dates(document: ReadDocument, agreement: Agreement) -> Iterator[Compared]:
    """Yield each last day that either says, for asking, paying back and reporting."""
    for role, what in _WHAT.items():
        said = {
            when: date.span
            for date in reversed(document.dates)
            if date.role.chosen is role and (when := when_of(date)) is not None
        }
        yield from _of_role(what, said, dict(_written(role, agreement)))


def _of_role(what: Text, said: dict[When, Span], written: dict[When, str]) -> Iterator[Compared]:
    left = dict(written)
    unmatched = []
    for when, span in sorted(said.items(), key=lambda pair: pair[1]):
        same = next((one for one in left if one.first <= when.last and when.first <= one.last), None)
        if same is None:
            unmatched.append((when, span))
        else:
            yield Compared(what, Likeness.SAME, when, same, span, left.pop(same))
    if len(unmatched) == 1 and len(left) == 1:
        ((when, span),), ((other, path),) = unmatched, left.items()
        yield Compared(what, Likeness.OTHER, when, other, span, path)
        return
    yield from (Compared(what, Likeness.NOT_IN_LIBRARY, when, None, span, "") for when, span in unmatched)
    yield from (Compared(what, Likeness.NOT_IN_DOCUMENT, None, other, None, path) for other, path in left.items())


def _written(role: DateRole, agreement: Agreement) -> Iterator[tuple[When, str]]:
    """Yield the last days of an agreement and of its pots, each with its path."""
    places: Sequence[tuple[str, Agreement | Pot]] = [
        ("", agreement),
        *((".".join(f"potter.{name}" for name in path) + ".", pot) for path, pot in walk(agreement.pots)),
    ]
    for path, one in places:
        match role:
            case DateRole.APPLY_BY:
                found = [(one.requisition, "rekvisition"), (one.application, "ansökan")]
                dues: list[tuple[object, str]] = [(term.due, f"{key}.senast") for term, key in found if term]
            case DateRole.REPAY_BY:
                dues = [(term.due, f"återbetalning.{n}.senast") for n, term in enumerate(one.repayment)]
            case _:
                dues = [(term.due, f"skyldigheter.{n}.senast") for n, term in enumerate(one.duties)]
        yield from ((due, path + at) for due, at in dues if isinstance(due, When))
