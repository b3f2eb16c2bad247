"""A pot as seen from a recipient -> whether its conditions are met, as a sentence."""

from __future__ import annotations

from overens.cli.language import t
from overens.followup.events import all_met
from overens.notice.rows import PlaceRow
from overens.vocabulary.recipients import Recipient


def met_sentence(row: PlaceRow, who: Recipient) -> str:
    """Return the sentence, with a space before it; nothing where it is not known, or there are no conditions."""
    match all_met(row, who):
        case True:
            return t(" Villkoret är uppfyllt.", " The condition is met.")
        case False:
            return t(" Villkoret är inte uppfyllt.", " The condition is not met.")
        case None:
            return ""
