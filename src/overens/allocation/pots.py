"""One pot + figures -> its allocation, computed or with the reason why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

from overens.agreement.model import Pot
from overens.agreement.performance import GivenEarned, UnknownPerformance
from overens.agreement.rules import BaseKey, Group, Key, MixKey, To
from overens.allocation.annex import compare_with_annex
from overens.allocation.ceilings import at_least, ceilings, least_if_met
from overens.allocation.divide import divide_part, settle_payments, stated_key
from overens.allocation.instalments import divide
from overens.allocation.model import AnnexComparison, Award, NotComputed, Part, PotAllocation, Shares, State
from overens.allocation.parameters import Parameter, parameters_of
from overens.allocation.perform import divide_earned, divide_performed
from overens.allocation.recipients import is_single, recipients_of
from overens.allocation.rule_steps import share_out
from overens.figures.model import Series, Snapshot
from overens.vocabulary.money import Amount, Mark, Precision, weakest
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text
from overens.writing.values import Missing, missing_words

Recipients = Sequence[Recipient]


def allocate_pot(path: tuple[str, ...], pot: Pot, figures: Snapshot) -> PotAllocation:
    """Return the pot's awards, or the pot as it stands with the reason why it is not computed."""
    to = pot.to or To(grupp=Group.NOT_STATED)
    recipients = recipients_of(to, figures.register)
    if pot.open_ended:
        return _priced(path, pot, recipients, figures)
    if isinstance(pot.amount, Missing):
        reason = Text("beloppet: {what}", "the amount: {what}", {"what": missing_words(pot.amount)})
        missing = (Parameter("belopp", Text("beloppet", "the amount")), *parameters_of(pot)) if pot.performance else ()
        return PotAllocation(path, pot, State.NOT_COMPUTED, None, reason=reason, recipients=recipients, missing=missing)
    amount = pot.amount.marked(weakest((pot.mark, pot.amount.mark)))
    try:
        if not recipients:
            raise NotComputed(Text("mottagarna är inte angivna", "the recipients are not stated"))
        if is_single(to) and not (pot.performance or pot.conditions or any(i.conditions for i in pot.instalments)):
            return _to_one(path, pot, amount, recipients)
        return _to_many(path, pot, amount, recipients, figures, _divide(pot, amount.kr, recipients, figures))
    except NotComputed as stop:
        return PotAllocation(
            path,
            pot,
            State.NOT_COMPUTED,
            amount,
            undistributed_kr=amount.kr,
            reason=stop.reason,
            impossible=stop.impossible,
            ceilings=ceilings(pot, amount, recipients, figures),
            least_if_met=least_if_met(pot, amount, recipients, figures),
            at_least=at_least(pot, amount, recipients),
            recipients=recipients,
            missing=stop.missing,
        )


def _to_one(path: tuple[str, ...], pot: Pot, amount: Amount, recipients: Recipients) -> PotAllocation:
    award = Award(recipients[0], amount, amount.kr, amount.kr, instalments=divide(amount.kr, pot.instalments))
    return PotAllocation(path, pot, State.COMPUTED, amount, (award,), recipients=tuple(recipients))


def _priced(path: tuple[str, ...], pot: Pot, recipients: Recipients, figures: Snapshot) -> PotAllocation:
    """Return a pot without a fixed sum: price × volume once the volumes are known, and that is its amount."""
    said = pot.amount if isinstance(pot.amount, Amount) else None
    try:
        if not recipients or pot.performance is None:
            raise NotComputed(_open_ended())
        base = _divide(pot, None, recipients, figures)
        amount = Amount.exactly(base.total_kr, weakest((pot.mark, Mark.COMPUTED, *(s.mark for s in _used((base,))))))
        return _to_many(path, pot, amount, recipients, figures, base)
    except NotComputed as stop:
        left = said.kr if said else 0
        reason, missing = _open_ended() if stop.missing else stop.reason, stop.missing
        return PotAllocation(
            path,
            pot,
            State.NOT_COMPUTED,
            said,
            undistributed_kr=left,
            reason=reason,
            recipients=tuple(recipients),
            impossible=stop.impossible,
            missing=missing,
        )


def _to_many(
    path: tuple[str, ...], pot: Pot, amount: Amount, recipients: Recipients, figures: Snapshot, base: Part
) -> PotAllocation:
    conditional = any(i.conditions for i in pot.instalments)
    payments = settle_payments(pot, base, recipients, figures) if conditional else ()
    awarded = {r.code: sum(p.awarded.get(r.code, 0) for p in payments or (base,)) for r in recipients}
    used = _used((base, *payments))
    annex = _annex(pot, awarded, recipients, used, figures)
    ends = _ends(pot, amount, (base, *payments), figures, recipients)
    awards = tuple(_award(pot, amount, r, base, payments, used, annex, ends) for r in recipients)
    lapsed = base.lapsed_kr + sum(payment.lapsed_kr for payment in payments)
    undistributed = amount.kr - sum(awarded.values()) - lapsed
    return PotAllocation(
        path,
        pot,
        State.COMPUTED,
        amount,
        tuple(a for a in awards if a is not None),
        lapsed,
        undistributed,
        _left(undistributed) if undistributed else None,
        recipients=tuple(recipients),
        base=base,
        payments=payments,
        used=used,
        annex=annex,
    )


def _divide(pot: Pot, total_kr: int | None, recipients: Recipients, figures: Snapshot) -> Part:
    if isinstance(pot.performance, GivenEarned):
        return divide_earned(pot, pot.performance, total_kr, recipients, figures)
    if isinstance(pot.performance, UnknownPerformance):
        raise NotComputed(Text("prestationskraven är inte funna", "the performance requirements are not found"))
    if pot.performance is not None or total_kr is None:
        if pot.performance is None:
            raise NotComputed(_open_ended())
        return divide_performed(pot, pot.performance, total_kr, recipients, figures)
    return divide_part(pot, stated_key(pot), total_kr, pot.conditions, recipients, figures)


def _used(parts: tuple[Part, ...]) -> tuple[Series, ...]:
    return tuple({one.key: one for part in parts for one in (*part.shares.series, *part.read)}.values())


def _annex(
    pot: Pot, awarded: Mapping[str, int], recipients: Recipients, used: Sequence[Series], figures: Snapshot
) -> AnnexComparison | None:
    if pot.annex is None or not recipients:
        return None
    table = figures.get(pot.annex.figure, recipients[0].kind, pot.annex.measured_on)
    everyone = figures.register.of(recipients[0].kind) or recipients
    return compare_with_annex(pot, table, awarded, everyone, used) if table else None


# --- one award ----------------------------------------------------------------------


def _award(
    pot: Pot,
    amount: Amount,
    who: Recipient,
    base: Part,
    payments: tuple[Part, ...],
    used: Sequence[Series],
    annex: AnnexComparison | None,
    ends: Ends | None,
) -> Award | None:
    """Return the recipient's award; None when it meets no condition and gets nothing."""
    code = who.code
    parts = payments or (base,)
    if not any(code in part.awarded for part in parts):
        return None
    paid = tuple(part.awarded.get(code, 0) for part in parts)
    earned = _earned_by(pot, base, payments, code)
    ceiling = base.ceilings.get(code)
    return Award(
        who,
        _interval(amount, sum(paid), code, base, ends, _mark(pot, code, used, annex)),
        ceiling,
        earned,
        max(0, sum(paid) - earned),
        max(0, (ceiling if ceiling is not None else earned) - earned),
        paid if payments else divide(sum(paid), pot.instalments),
    )


def _earned_by(pot: Pot, base: Part, payments: tuple[Part, ...], code: str) -> int:
    """Return what the recipient earned itself: by performance, and of that the payments whose conditions it met."""
    if not base.earned:
        return sum(_earned(part, code) for part in payments or (base,))
    earned = base.earned.get(code, 0)
    if not payments:
        return earned
    split = divide(earned, pot.instalments)
    return sum(kr for kr, paid in zip(split, payments, strict=True) if paid.eligible.get(code, True))


def _earned(part: Part, code: str) -> int:
    if part.earned:
        return part.earned.get(code, 0)
    return part.ceilings.get(code, part.awarded.get(code, 0)) if part.eligible.get(code, True) else 0


def _mark(pot: Pot, code: str, used: Sequence[Series], annex: AnnexComparison | None) -> Mark:
    """Return how the award is known: as its weakest part, but verified where the published table says the same."""
    if annex is not None and _is_published(annex, code):
        return Mark.VERIFIED
    said = (part for name in ("requirements", "prices") for part in getattr(pot.performance, name, ()))
    parts = (*_keys(pot.key), *said, pot.rounding)
    inferred = [Mark.INFERRED for part in parts if getattr(part, "inferred", None)]
    return weakest((pot.mark, *inferred, *(one.mark for one in used)))


def _is_published(annex: AnnexComparison, code: str) -> bool:
    apart = {d.recipient.code for d in annex.deviations} | {r.code for r in annex.not_published}
    return code not in apart


def _keys(key: Key | None) -> tuple[Key, ...]:
    match key:
        case None:
            return ()
        case BaseKey():
            return (key, *_keys(key.rest))
        case MixKey():
            return (key, *(one for part in key.parts for one in _keys(part.key)))
        case _:
            return (key,)


Ends = tuple[Shares | None, Shares | None]


def _ends(pot: Pot, amount: Amount, parts: tuple[Part, ...], figures: Snapshot, recipients: Recipients) -> Ends | None:
    """Return the shares at the least and the most the pot can be; None where bounds or conditions hide them."""
    conditional = any(not all(part.eligible.values()) for part in parts)
    if parts[0].floors or parts[0].caps or conditional or parts[0].earned:
        return None
    return (
        _end(pot, amount.low, parts[0].shares, amount, recipients, figures),
        _end(pot, amount.high, parts[0].shares, amount, recipients, figures),
    )


def _end(
    pot: Pot, kr: int | None, shares: Shares, amount: Amount, recipients: Recipients, figures: Snapshot
) -> Shares | None:
    """Return the shares of one end of the pot's interval; None when that end is open."""
    if kr == amount.kr or kr is None or pot.key is None:
        return shares if kr == amount.kr else None
    try:
        return share_out(pot.key, Fraction(kr), recipients, figures)
    except NotComputed:
        return None


def _interval(amount: Amount, kr: int, code: str, base: Part, ends: Ends | None, mark: Mark) -> Amount:
    """Return the award with the interval that a roughly printed pot or figure leaves open."""
    outcomes = base.earnings.series if base.earnings else ()
    certain = base.shares.low.get(code) == base.shares.high.get(code) and not any(s.rounded_to for s in outcomes)
    # that a pot is 'at most' says what can be earned; what was earned of it is no less sharp for that
    is_what_was_earned = amount.high == amount.kr and code in base.earned and base.earned[code] == kr
    sharp = amount.precision is Precision.EXACT or is_what_was_earned
    if sharp and certain:
        return Amount.exactly(kr, mark)
    precision = Precision.ROUNDED if sharp else amount.precision
    low, high = ends or (None, None)
    return Amount(
        kr,
        None if low is None else min(kr, floor(low.low[code])),
        None if high is None else max(kr, ceil(high.high[code])),
        precision,
        mark,
    )


def _open_ended() -> Text:
    return Text("öppen ram: pris × volym, utan fast summa", "open-ended: price × volume, no fixed sum")


def _left(kr: int) -> Text:
    if kr < 0:
        return Text("avrundningen delar ut mer än potten", "rounding gives out more than the pot")
    return Text("når inte någon mottagare genom regeln", "reaches no recipient by the rule")


def not_yet_known(path: tuple[str, ...], pot: Pot, since: str, figures: Snapshot) -> PotAllocation:
    """Return the pot as it looked before it was known."""
    reason = Text("känd först {since}", "not known before {since}", {"since": since})
    recipients = recipients_of(pot.to, figures.register) if pot.to else ()
    return PotAllocation(path, pot, State.NOT_YET_KNOWN, None, reason=reason, recipients=recipients)
