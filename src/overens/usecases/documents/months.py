"""The payments of a place by month -> JSON document."""

from __future__ import annotations

from overens.notice.months import MonthSum
from overens.usecases.documents.parts import Document, recipient, word
from overens.usecases.months import MonthsOfPlace, month_words


def months_document(answer: MonthsOfPlace) -> Document:
    """Return the payments by month, and each payment; the kronor sum to the place's."""
    paid = answer.paid
    return {
        "recipient": recipient(answer.recipient),
        "year": answer.year,
        "as_known_on": answer.as_known_on.isoformat() if answer.as_known_on else None,
        "months": [_month(one) for one in paid.months],
        "month_not_found": _month(paid.undated) if paid.undated else None,
        "certain_kr": paid.certain_kr,
        "inferred_kr": paid.inferred_kr,
        "to_earn_at_most_kr": paid.to_earn_kr,
        "without_sum": list(paid.without_sum),
        "payments": [
            {
                "month": month_words(one.month),
                "when": str(one.when) if one.when else None,
                "at_latest": one.at_latest,
                "agreement": one.agreement,
                "pot": one.pot,
                "standing": word(one.standing),
                "kr": one.kr,
            }
            for one in paid.payments
        ],
    }


def _month(one: MonthSum) -> Document:
    return {
        "month": month_words(one.month),
        "certain_kr": one.certain_kr,
        "inferred_kr": one.inferred_kr,
        "to_earn_at_most_kr": one.to_earn_kr,
        "of_which_at_latest_kr": one.at_latest_kr,
    }
