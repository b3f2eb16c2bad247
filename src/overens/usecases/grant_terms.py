"""An agreement's pots -> the terms of their money as a list tells them: when paid, on what conditions, to be asked for by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from overens.agreement.model import Agreement
from overens.agreement.terms import Instalment, RequisitionNeed, Source
from overens.allocation.allocate import known_from
from overens.allocation.model import Allocation, PotAllocation
from overens.followup.levels import application_of, need_of, requisition_of
from overens.followup.wording import when_words
from overens.notice.compose import was_known
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text, join_texts
from overens.writing.values import Missing

_NEEDS = {
    RequisitionNeed.NEEDED: Text("krävs", "needed"),
    RequisitionNeed.NOT_NEEDED: Text("krävs inte", "not needed"),
    RequisitionNeed.NOT_FOUND: Text("ej funnet", "not found"),
}


@dataclass(frozen=True)
class GrantTerms:
    """The terms of a grant (bidragets villkor): what no source says is None.

    Attributes:
        paid: When it is paid, as written.
        conditions: Whether any of it hangs on conditions or performance.
        requisition: Whether it must be asked for.
        due: By when it must be applied or asked for.
        source: Where its amount is written.
    """

    decided: Text
    known_from: Text | None
    paid_by: str | None
    paid: Text | None
    conditions: bool
    requisition: Text
    due: Text | None
    source: Source


def terms_of(allocation: Allocation, pots: Sequence[PotAllocation]) -> GrantTerms:
    """Return the terms of these pots of the agreement; of none, those of the agreement."""
    agreement, day = allocation.agreement, allocation.as_known_on
    known = [when for pot in pots if (when := known_from(agreement, pot.pot)) is not None]
    needs = dict.fromkeys(need_of(agreement, pot.path, day) for pot in pots) or {RequisitionNeed.NOT_FOUND: None}
    source = pots[0].pot.source[0] if pots else agreement.source[0]
    return GrantTerms(
        when_words(agreement.decided),
        when_words(max(known, key=lambda when: (when.last, when.first))) if known else None,
        agreement.paid_by,
        _together(_paid(allocation, pots)),
        any(pot.pot.conditions or pot.pot.performance or _conditional(pot) for pot in pots),
        join_texts([_NEEDS[one] for one in needs], "; "),
        _together(_due(allocation, pots)),
        agreement.sources[source],
    )


def _conditional(pot: PotAllocation) -> bool:
    return any(one.conditions for one in pot.pot.instalments)


def _together(found: Iterable[Text]) -> Text | None:
    """Return what is said, each thing once; None where nothing is."""
    said = {one.say(): one for one in found}
    return join_texts(said.values(), "; ") if said else None


def _paid(allocation: Allocation, pots: Iterable[PotAllocation]) -> Iterator[Text]:
    for instalment in (one for pot in pots for one in pot.pot.instalments):
        if was_known(allocation.agreement, instalment.source, allocation.as_known_on) and (when := _when(instalment)):
            yield when


def _when(instalment: Instalment) -> Text | None:
    if isinstance(instalment.on, When):
        return when_words(instalment.on)
    if isinstance(instalment.at_latest, When):
        return Text("senast {when}", "by {when}", {"when": instalment.at_latest.words})
    return None


def _due(allocation: Allocation, pots: Iterable[PotAllocation]) -> Iterator[Text]:
    agreement, day = allocation.agreement, allocation.as_known_on
    for pot in pots:
        for what, when in _deadlines(agreement, pot, day):
            said = when_words(when)
            yield Text("{what} senast {when}", "{what} by {when}", {"what": what, "when": said})


def _deadlines(agreement: Agreement, pot: PotAllocation, day: date | None) -> Iterator[tuple[Text, When | Missing]]:
    apply, ask = application_of(agreement, pot.path), requisition_of(agreement, pot.path)
    if apply is not None and was_known(agreement, apply[1].source, day):
        yield Text("ansökan", "application"), apply[1].due
    if ask is not None and ask[1].due is not None and was_known(agreement, ask[1].source, day):
        yield Text("rekvisition", "requisition"), ask[1].due
