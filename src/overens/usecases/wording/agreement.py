"""An agreement's pots, amendments, annexes and asides -> sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from overens.agreement.amendment import Amendment
from overens.agreement.terms import Earmark, Outside
from overens.allocation.explain_steps import basis_words, mark_words
from overens.allocation.model import Allocation, AnnexComparison, Basis, Deviation, GroupSum, PotAllocation, State
from overens.usecases.wording.amendments import unread_words
from overens.usecases.wording.amounts import amount_said
from overens.vocabulary.money import Amount, Mark
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text, join_texts, kronor, plain, whole_number
from overens.writing.values import missing_words

NOT_COMPUTED = Text("ej beräknad", "not computed")
_STATES = {
    State.NOT_COMPUTED: Text("Ej beräknad", "Not computed"),
    State.NOT_YET_KNOWN: Text("Ännu inte känd", "Not yet known"),
    State.COMPUTED: Text("Ej fördelat", "Undistributed"),
}


def state_words(pot: PotAllocation) -> Iterator[Text]:
    """Yield why a pot is not computed or not all distributed, and how its amount is known if it was not printed."""
    if pot.reason is not None:
        yield Text("{state}: {reason}.", "{state}: {reason}.", {"state": _STATES[pot.state], "reason": pot.reason})
    if pot.pot.mark is not Mark.VERIFIED:
        why = f": {pot.pot.derivation}" if pot.pot.derivation else ""
        values: dict[str, object] = {"mark": mark_words(pot.pot.mark), "why": why}
        yield Text("Beloppet är {mark}{why}.", "The amount is {mark}{why}.", values)


def identity_words(one: GroupSum | PotAllocation) -> Text | None:
    """Return what a sum is made of, which adds up to the krona; None where the sum is not known."""
    if one.amount is None or one.undistributed_kr is None:
        return None
    return Text(
        "Tilldelat {a} + förfallet {b} + ej fördelat {c} = {d}.",
        "Awarded {a} + lapsed {b} + undistributed {c} = {d}.",
        {
            "a": whole_number(one.awarded_kr),
            "b": whole_number(one.lapsed_kr),
            "c": whole_number(one.undistributed_kr),
            "d": amount_said(one.amount),
        },
    )


def whole_words(allocation: Allocation) -> Text:
    """Return what the whole agreement is made of, or why that cannot be said."""
    if not any(pot.awards for pot in allocation.pots):
        return Text("Ingen pott är beräknad.", "No pot is computed.")
    return identity_words(allocation.whole) or Text(
        "Hela beloppet är inte känt; tilldelat {kr}.",
        "The total is not known; awarded {kr}.",
        {"kr": kronor(allocation.whole.awarded_kr)},
    )


def amended_words(amendment: Amendment, since: When | None) -> Text:
    """Return from when an agreement is amended, by what."""
    months = f" ({amendment.applies.start}–{amendment.applies.end})" if amendment.applies else ""
    return Text(
        "Ändrad {since} genom {id}{months}: {name}.",
        "Amended {since} by {id}{months}: {name}.",
        {"since": since, "id": amendment.id, "months": months, "name": amendment.name},
    )


def amended_later_words(amendment: Amendment, since: When | None, day: object) -> Text:
    """Return that an amendment was made after the day asked about."""
    return Text(
        "Senare ändring {since}, {id}, var inte känd {day} och är inte med här.",
        "A later amendment of {since}, {id}, was not known on {day} and is not included here.",
        {"since": since, "id": amendment.id, "day": day},
    )


def changes_words(amendment: Amendment) -> Iterator[Text]:
    """Yield what an amendment changes, part by part."""
    if amendment.unread is not None:
        yield unread_words(amendment.unread)
    if isinstance(amendment.total, Amount):
        kr: dict[str, object] = {"kr": amount_said(amendment.total)}
        yield Text("Beloppet är därefter {kr}.", "The total is then {kr}.", kr)
    if amendment.pots:
        pots: dict[str, object] = {"pots": ", ".join(amendment.pots)}
        yield Text("Ändrar eller lägger till potter: {pots}.", "Changes or adds pots: {pots}.", pots)
    if amendment.removed:
        yield Text("Tar bort potter: {pots}.", "Takes away pots: {pots}.", {"pots": ", ".join(amendment.removed)})
    terms = [words for name, words in _TERMS.items() if getattr(amendment, name)]
    if terms:
        yield Text("Ändrar {terms}.", "Changes {terms}.", {"terms": join_texts(terms, ", ")})


_TERMS = {
    "application": Text("ansökan", "application"),
    "requisition": Text("rekvisition", "requisition"),
    "use": Text("användning", "use"),
    "repayment": Text("återbetalning", "repayment"),
    "duties": Text("skyldigheter", "duties"),
    "earmarks": Text("öronmärkning", "earmarks"),
    "outside": Text("vad som ligger utanför", "what is outside"),
}


@dataclass(frozen=True)
class AnnexBadge:
    """How many of an agreement's published amounts its rules give, of the pots whose annex has the basis (märke på bilagan)."""

    basis: Basis
    equal: int
    of: int

    @property
    def words(self) -> Text:
        """How many are equal, and in a few words what that is worth."""
        return Text("{equal}: {basis}", "{equal}: {basis}", {"equal": equal_words(self), "basis": _BASES[self.basis]})


def equal_words(annex: AnnexComparison | AnnexBadge) -> Text:
    """Return how many of the published amounts the rule gives to the krona."""
    counts: dict[str, object] = {"equal": str(annex.equal), "of": str(annex.of)}
    return Text("{equal} av {of} lika till kronan", "{equal} of {of} equal to the krona", counts)


_BASES = {
    Basis.INDEPENDENT: Text("ett verkligt prov", "a real test"),
    Basis.SAME_TABLE: Text("underlaget är löst ur samma tabell", "the figures were solved from the same table"),
    Basis.LIST: Text("nyckeln är tabellen själv", "the key is the table itself"),
}


def annex_badges(allocation: Allocation) -> list[AnnexBadge]:
    """Return how many published amounts the agreement's rules give to the krona, for each basis by itself."""
    annexes = [pot.annex for pot in allocation.pots if pot.annex is not None]
    found = []
    for basis in Basis:
        mine = [one for one in annexes if one.basis is basis]
        if mine:
            found.append(AnnexBadge(basis, sum(one.equal for one in mine), sum(one.of for one in mine)))
    return found


def annex_words(annex: AnnexComparison) -> Text:
    """Return how many amounts are equal, and what that is worth."""
    return Text(
        "{equal}. {basis}", "{equal}. {basis}", {"equal": equal_words(annex), "basis": basis_words(annex.basis)}
    )


def deviation_words(one: Deviation) -> Text:
    """Return a published amount that the rule does not give, and why as far as known."""
    return Text(
        "{who}: publicerat {a}, regeln ger {b}{why}",
        "{who}: published {a}, the rule gives {b}{why}",
        {
            "who": one.recipient.short_name,
            "a": kronor(one.published_kr),
            "b": kronor(one.computed_kr),
            "why": f" ({one.reason})" if one.reason else "",
        },
    )


def aside_words(aside: Earmark | Outside) -> Text:
    """Return an earmark, or money outside the total, with its amount."""
    own = Text(" (mottagarnas egna pengar)", " (the recipients' own money)") if aside.own_money else plain("")
    amount = plain(amount_said(aside.amount)) if isinstance(aside.amount, Amount) else missing_words(aside.amount)
    return Text("{name}: {amount}{own}", "{name}: {amount}{own}", {"name": aside.name, "amount": amount, "own": own})
