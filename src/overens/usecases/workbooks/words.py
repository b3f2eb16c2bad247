"""What sheets of tables share: headings, and the sign, the least and the most of an amount that is not exact."""

from __future__ import annotations

from overens.usecases.wording.amounts import ROUGH as SIGN
from overens.vocabulary.money import Amount, Precision
from overens.vocabulary.wording import Text, plain

YES, NO = Text("ja", "yes"), Text("nej", "no")
ROUGH = plain(SIGN.strip())
SURENESS = Text("Hur säkert", "How sure")
REASON = Text("Skäl", "Reason")


def roughly(amount: Amount | None) -> tuple[Text | None, int | None, int | None]:
    """Return the sign, the least and the most of an amount that is not exact; nothing of one that is, or is not known."""
    if amount is None or amount.precision is Precision.EXACT:
        return None, None, None
    return ROUGH, amount.low, amount.high
