"""When money is paid -> the sentences that every door says of it."""

from __future__ import annotations

from collections.abc import Iterator

from overens.notice.hoarding import Between, Hoarding
from overens.usecases.payments import Payments
from overens.usecases.wording.amounts import millions_words
from overens.usecases.wording.early_notice import shares_words
from overens.usecases.wording.nothing import no_agreements
from overens.vocabulary.wording import Text, plain

LATE_SHARES = Text("Hur mycket som betalas från den 1 oktober", "How much is paid from 1 October")
LATE_NOTES = (
    Text(
        "Sent: från den 1 oktober. Av det som har en känd månad, och av alla pengar; det andra är ett intervall.",
        "Late: from 1 October. Of what has a known month, and of all the money; the latter is an interval.",
    ),
    Text(
        "Biblioteket har inte alla bidrag för alla år; åren kan inte jämföras rakt av.",
        "The library does not have every grant of every year; the years cannot be compared outright.",
    ),
)
MONTH_NOT_FOUND = Text("månad ej funnen", "month not found")
AWARDED_TO_NOBODY = Text("inte tilldelat någon", "awarded to nobody")
AT_LATEST = Text("Varav senast då", "Of it at the latest")
AT_MOST = Text("Högst, ej beräknat", "At most, not computed")


def between_words(share: Between | None) -> Text:
    """Return a share as whole per cent; a dash where there is none."""
    return plain("–") if share is None else shares_words(share.low, share.high)


def paid_late(one: Hoarding) -> Text:
    """Return how much of a year's money is paid from 1 October."""
    if one.late_of_dated is None or one.late_of_all is None:
        return Text("Ingen betalningsmånad är funnen.", "No month of payment is found.")
    return Text(
        "Från den 1 oktober betalas {dated} av det som har en känd månad, och {all} av alla pengar; "
        "{undated} Mkr har ingen känd månad.",
        "From 1 October, {dated} is paid of what has a known month, and {all} of all the money; "
        "{undated} Mkr has no known month.",
        {
            "dated": between_words(one.late_of_dated),
            "all": between_words(one.late_of_all),
            "undated": millions_words(one.undated_kr),
        },
    )


def nothing_paid(payments: Payments, year: int) -> Text:
    """Return the sentence for a year of which no payment is known."""
    if year in payments.years_in_library:
        return Text(
            "Inga pengar för {year} var kända den {day}.",
            "No money for {year} was known on {day}.",
            {"year": str(year), "day": str(payments.as_known_on)},
        )
    return no_agreements(year, payments.years_in_library)


def payment_notes(one: Hoarding) -> Iterator[Text]:
    """Yield what is to be known of a year's months."""
    if any(paid.at_latest_kr for paid in one.months):
        yield Text(
            "Senast då: källan säger 'senast'; pengarna kan ha kommit tidigare.",
            "At the latest then: the source says 'at the latest'; the money may have come earlier.",
        )
    if any(paid.at_most_kr for paid in one.months):
        yield Text(
            "Högst: potten är inte beräknad och kan betala mindre; andelarna rymmer både inget och allt av det.",
            "At most: the pot is not computed and may pay less; the shares hold both none and all of it.",
        )
    if one.undated_kr:
        yield Text(
            "Det som inte har någon funnen månad räknas inte till någon.", "What has no found month is counted in none."
        )
    if one.without_sum:
        yield Text("Utan känd summa: {pots}.", "Without a known sum: {pots}.", {"pots": ", ".join(one.without_sum)})
