"""A document beside the library -> the sentences and the table that the terminal and the page of it both show."""

from __future__ import annotations

from collections.abc import Sequence

from overens.drafting.against.model import AgainstAgreement, Candidate, Compared, Likeness, Value, likeness_words
from overens.drafting.findings.model import certainty_words
from overens.usecases.read import Reading
from overens.usecases.wording.amounts import amount_said
from overens.vocabulary.money import Amount
from overens.vocabulary.wording import Text, join_texts, plain

NONE_LIKE_IT = Text(
    "Inget avtal i biblioteket är säkert det som texten handlar om.",
    "No agreement in the library is surely what the text is about.",
)
MAY_BE = Text("Det kan vara:", "It may be:")
HEADINGS = (
    Text("Vad", "What"),
    Text("Texten", "The text"),
    Text("Biblioteket", "The library"),
    Text("Likhet", "Likeness"),
    Text("Rad", "Line"),
)


def against_title(reading: Reading, against: AgainstAgreement) -> Text | None:
    """Return which agreement a whole of the document was held against, or None where it was against none."""
    if against.picked is None:
        return None
    values: dict[str, object] = {"name": against.picked.name, "id": against.picked.id}
    if against.whole is None:
        return Text("{name} ({id})", "{name} ({id})", values)
    values["n"] = str(reading.number(against.whole.amount))
    return Text("Belopp [{n}]: {name} ({id})", "Sum [{n}]: {name} ({id})", values)


def candidate_words(candidate: Candidate) -> Text:
    """Return an agreement that it may be, how sure, and why."""
    return Text(
        "{name} ({id}), {sure}: {reasons}",
        "{name} ({id}), {sure}: {reasons}",
        {
            "name": candidate.agreement.name,
            "id": candidate.agreement.id,
            "sure": certainty_words(candidate.sure),
            "reasons": join_texts(candidate.reasons, ", "),
        },
    )


def compared_row(reading: Reading, one: Compared) -> tuple[Text, ...]:
    """Return one value as the text and the library say it, and the line of the text."""
    line = "–" if one.span is None else str(reading.places.line(one.span.start))
    return (one.what, _value(one.document), _value(one.library), likeness_words(one.likeness), plain(line))


def unsaid_words(compared: Sequence[Compared]) -> Text | None:
    """Return what the library says and the text does not, with its values; None where there is nothing."""
    unsaid = [one for one in compared if one.likeness is Likeness.NOT_IN_DOCUMENT]
    if not unsaid:
        return None
    named = [
        one.what
        if one.library is None
        else Text("{what} ({value})", "{what} ({value})", {"what": one.what, "value": _value(one.library)})
        for one in unsaid
    ]
    return Text(
        "I biblioteket men inte i texten: {what}.",
        "In the library but not in the text: {what}.",
        {"what": join_texts(named, "; ")},
    )


def differs(one: Compared) -> bool:
    """Tell whether the text and the library say different things."""
    return one.likeness is Likeness.OTHER


def _value(value: Value | None) -> Text:
    return plain(amount_said(value) if isinstance(value, Amount) else "–" if value is None else str(value))
