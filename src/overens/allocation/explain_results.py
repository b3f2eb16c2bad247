"""The last sentences of an explanation: rounding, payment, annex, certainty."""

from __future__ import annotations

from overens.agreement.rules import Method
from overens.allocation.explain_steps import basis_words, mark_words, precision_words
from overens.allocation.model import AnnexComparison, Award, Part, PotAllocation
from overens.vocabulary.money import Amount, Mark, Precision
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, join_texts, kronor, plain


def rounding(pot: PotAllocation, part: Part, who: Recipient) -> Text:
    """How the exact share became whole kronor, or whole units."""
    share, kr = part.final[who.code], part.awarded[who.code]
    unit = pot.pot.rounding.unit.kr if pot.pot.rounding.unit else 1
    if share == kr:
        return Text("Det är hela kronor: {kr}.", "That is whole kronor: {kr}.", {"kr": kronor(kr)})
    values: dict[str, object] = {"kr": kronor(kr), "part": share - int(share / unit) * unit, "who": who.short_name}
    values["unit"] = Text("krona", "krona") if unit == 1 else plain(kronor(unit))
    if pot.pot.rounding.rest_to == who.code:
        return join_texts([_METHODS[pot.pot.rounding.method], _TAKES_THE_REST], " ", values)
    if pot.pot.rounding.method is not Method.LARGEST_REMAINDER:
        return join_texts([_METHODS[pot.pot.rounding.method], Text("{kr}.", "{kr}.")], " ", values)
    rank, given = _rank(pot, part, who)
    values |= {"rank": str(rank), "given": str(given)}
    values["one"] = Text("en krona", "a krona") if unit == 1 else plain(kronor(unit))
    values["up"] = Text("upp", "up") if kr > share else Text("ner", "down")
    return Text(
        "Största rest: resten {part} är nummer {rank} i storlek och de {given} största får {one} var,"
        " så den avrundas {up}: {kr}.",
        "Largest remainder: the remainder {part} is number {rank} in size and the {given} largest get {one} each,"
        " so it is rounded {up}: {kr}.",
        values,
    )


_METHODS = {
    Method.LARGEST_REMAINDER: Text("Största rest:", "Largest remainder:"),
    Method.NEAREST: Text("Till närmaste {unit}:", "To the nearest {unit}:"),
    Method.DOWN: Text("Nedåt till hel {unit}:", "Down to a whole {unit}:"),
}
_TAKES_THE_REST = Text("{who} tar resten från alla: {kr}.", "{who} takes the rest of all: {kr}.")


def _rank(pot: PotAllocation, part: Part, who: Recipient) -> tuple[int, int]:
    """Return the place of the recipient's remainder, and how many were rounded up."""
    unit = pot.pot.rounding.unit.kr if pot.pot.rounding.unit else 1
    remainders = {code: share / unit - int(share / unit) for code, share in part.final.items()}
    order = sorted(remainders, key=lambda code: (-remainders[code], code))
    given = sum(1 for code, share in part.final.items() if part.awarded[code] > int(share / unit) * unit)
    return order.index(who.code) + 1, given


def rounding_numbers(part: Part, who: Recipient) -> dict[str, str]:
    """The exact share and the kronor."""
    return {"share": str(part.final[who.code]), "awarded_kr": str(part.awarded[who.code])}


def payments(pot: PotAllocation, award: Award) -> Text:
    """When the award is paid, and how much each time."""
    lines = [
        Text("{kr} {when}", "{kr} {when}", {"kr": kronor(kr), "when": _when(i.on, i.at_latest)})
        for kr, i in zip(award.instalments, pot.pot.instalments, strict=True)
    ]
    return Text("Utbetalning: {lines}.", "Payment: {lines}.", {"lines": join_texts(lines, ", ")})


def _when(on: object, at_latest: object) -> Text:
    if isinstance(on, When):
        return plain(on.words)
    if isinstance(at_latest, When):
        return Text("senast {day}", "at the latest {day}", {"day": at_latest.words})
    return Text("(datum ej funnet)", "(date not found)")


def annex(annex: AnnexComparison, who: Recipient, award: Award) -> Text:
    """Whether the published table says the same, and what that is worth."""
    published = published_kr(annex, who, award)
    if published is None:
        first = Text(
            "Den publicerade tabellen visar inget belopp för {who}.",
            "The published table shows no amount for {who}.",
            {"who": who.short_name},
        )
    elif published == award.amount.kr:
        first = Text(
            "Den publicerade tabellen säger detsamma, till kronan.", "The published table says the same, to the krona."
        )
    else:
        reason = next((d.reason for d in annex.deviations if d.recipient.code == who.code), None)
        first = Text(
            "Den publicerade tabellen säger {kr}; det skiljer {gap}{reason}.",
            "The published table says {kr}; the difference is {gap}{reason}.",
            {
                "kr": kronor(published),
                "gap": kronor(published - award.amount.kr),
                "reason": f" ({reason})" if reason else "",
            },
        )
    count = Text(
        "{equal} av {of} är lika.", "{equal} of {of} are equal.", {"equal": str(annex.equal), "of": str(annex.of)}
    )
    return join_texts([first, count, basis_words(annex.basis)])


def published_kr(annex: AnnexComparison, who: Recipient, award: Award) -> int | None:
    """Return what the published table says, in kronor; None where it says nothing of the recipient."""
    if any(r.code == who.code for r in annex.not_published):
        return None
    return next((d.published_kr for d in annex.deviations if d.recipient.code == who.code), award.amount.kr)


def annex_numbers(annex: AnnexComparison, who: Recipient, award: Award) -> dict[str, str]:
    """The published amount and the count."""
    published = published_kr(annex, who, award)
    numbers = {"equal": str(annex.equal), "of": str(annex.of)}
    return numbers if published is None else {**numbers, "published_kr": str(published)}


def certainty(pot: PotAllocation, award: Award) -> Text:
    """How sure the award is, and why not surer."""
    why = [getattr(part, "inferred", None) for part in (pot.pot.key, pot.pot.rounding)]
    reasons = "; ".join(filter(None, (pot.pot.derivation, *why))) if award.amount.mark is not Mark.VERIFIED else ""
    return Text(
        "Säkerhet: {mark}, {precision}{why}.",
        "Certainty: {mark}, {precision}{why}.",
        {
            "mark": mark_words(award.amount.mark),
            "precision": interval(award.amount),
            "why": f" – {reasons}" if reasons else "",
        },
    )


def interval(amount: Amount) -> Text:
    """How sharply the amount is known, with its interval."""
    if amount.precision is Precision.EXACT:
        return precision_words(Precision.EXACT)
    if amount.low is None or amount.high is None:
        return Text("ungefärligt", "approximate")
    return Text(
        "mellan {low} och {high}", "between {low} and {high}", {"low": kronor(amount.low), "high": kronor(amount.high)}
    )


def interval_numbers(amount: Amount) -> dict[str, str]:
    """The ends of the interval that are known."""
    ends = {"low_kr": amount.low, "high_kr": amount.high}
    return {name: str(kr) for name, kr in ends.items() if kr is not None}
