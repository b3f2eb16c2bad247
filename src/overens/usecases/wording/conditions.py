"""A pot as seen from a recipient -> whether its conditions are met, as a sentence."""

from __future__ import annotations

from overens.followup.events import all_met
from overens.notice.rows import PlaceRow
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain


def met_sentence(row: PlaceRow, who: Recipient) -> Text:
    """Return the sentence, with a space before it; nothing where it is not known, or there are no conditions."""
    match all_met(row, who):
        case True:
            return Text(" Villkoret räknas som uppfyllt.", " The condition is counted as met.")
        case False:
            return Text(" Villkoret räknas som inte uppfyllt.", " The condition is counted as not met.")
        case None:
            return plain("")
