"""How a key and its bounds give the exact share: the formula with its numbers, to redo by hand."""

from __future__ import annotations

from fractions import Fraction

from overens.agreement.rules import BaseKey, EqualKey, FixedKey, Key, ListKey
from overens.allocation.model import Part
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, join_texts, kronor, plain, whole_number


def exact(key: Key | None, part: Part, who: Recipient) -> Text:
    """The exact share in kronor, before bounds and rounding, as the formula with its numbers."""
    share = part.shares.exact[who.code]
    formula = _formula(key, part, who)
    if formula is not None:
        equals = "=" if (share * 10_000).denominator == 1 else "≈"
        return Text(
            "{formula} {equals} {share}\u00a0kr.",
            "{formula} {equals} {share}\u00a0kr.",
            {"formula": formula, "equals": equals, "share": share},
        )
    if isinstance(key, FixedKey):
        n = str(len(part.shares.exact))
        values = {"share": share, "n": n, "total": kronor(part.total_kr)}
        return Text(
            "Fast belopp: {share}\u00a0kr till var och en av {n}; potten är {total}.",
            "Fixed amount: {share}\u00a0kr to each of {n}; the pot is {total}.",
            values,
        )
    if isinstance(key, ListKey):
        table = part.shares.series[0].name
        return Text(
            "Tabellen '{table}' säger {share}\u00a0kr för {who}.",
            "The table '{table}' says {share}\u00a0kr for {who}.",
            {"table": table, "share": share, "who": who.short_name},
        )
    return Text(
        "Regeln ger {share}\u00a0kr av {total}.",
        "The rule gives {share}\u00a0kr of {total}.",
        {"share": share, "total": kronor(part.total_kr)},
    )


def _formula(key: Key | None, part: Part, who: Recipient) -> Text | None:
    """Return the arithmetic that gives the share, or None where it is not one line."""
    total, n = part.total_kr, len(part.shares.exact)
    if isinstance(key, EqualKey):
        return plain(f"{whole_number(total)} / {n}")
    base = key.base.kr if isinstance(key, BaseKey) else 0
    rest = total - n * base
    weights = part.shares.weights
    if not weights or any(not w.total for w in weights):
        return None
    value = sum((rest * w.share_of_pot * w.of[who.code] / w.total for w in weights), Fraction(base))
    if value != part.shares.exact[who.code]:
        return None
    pot = plain(whole_number(total))
    if base:
        pot = plain(f"({whole_number(total)} − {n} × {whole_number(base)})")
    terms = [plain(whole_number(base))] if base else []
    for w in weights:
        alpha = "" if w.share_of_pot == 1 else "{alpha} × "
        words = f"{alpha}{{pot}} × {{mine}} / {{whole}}"
        terms.append(
            Text(words, words, {"alpha": w.share_of_pot, "pot": pot, "mine": w.of[who.code], "whole": w.total})
        )
    return join_texts(terms, " + ")


def exact_numbers(part: Part, who: Recipient) -> dict[str, str]:
    """The exact share as a fraction."""
    return {"total_kr": str(part.total_kr), "share": str(part.shares.exact[who.code])}


def bounds(part: Part, who: Recipient) -> Text:
    """Whether a floor or cap holds for the recipient, and what that does to the others' shares."""
    share = part.own[who.code]
    floor, cap = part.floors.get(who.code), part.caps.get(who.code)
    if floor is not None and share == floor:
        return Text(
            "{who} lyfts till golvet {kr}.",
            "{who} is lifted to the floor {kr}.",
            {"who": who.short_name, "kr": kronor(int(floor))},
        )
    if cap is not None and share == cap:
        return Text(
            "{who} hålls vid taket {kr}.",
            "{who} is held at the cap {kr}.",
            {"who": who.short_name, "kr": kronor(int(cap))},
        )
    return _between(part, who)


def _between(part: Part, who: Recipient) -> Text:
    """The share of one who lies between the bounds: what is left, in proportion to the rule's shares."""
    share, rule = part.own[who.code], part.shares.exact[who.code]
    free = [code for code, own in part.own.items() if own not in (part.floors.get(code), part.caps.get(code))]
    held = len(part.own) - len(free)
    if not held:
        return Text("Ingen nådde golv eller tak.", "Nobody reached a floor or a cap.")
    left = sum((part.own[code] for code in free), Fraction(0))
    whole = sum((part.shares.exact[code] for code in free), Fraction(0))
    first = Text(
        "{held} har golvet eller taket, sammanlagt {kept}\u00a0kr. Resten, {left}\u00a0kr, delas av de övriga ({n}) i"
        " proportion till vad regeln ger dem, sammanlagt {whole}\u00a0kr:",
        "{held} have the floor or the cap, {kept}\u00a0kr in all. The rest, {left}\u00a0kr, is shared by the others ({n}) in"
        " proportion to what the rule gives them, {whole}\u00a0kr in all:",
        {
            "held": str(held),
            "kept": sum(part.own.values(), Fraction(0)) - left,
            "n": str(len(free)),
            "left": left,
            "whole": whole,
        },
    )
    second = Text(
        "{left} × {rule} / {whole} ≈ {share}\u00a0kr.",
        "{left} × {rule} / {whole} ≈ {share}\u00a0kr.",
        {"left": left, "rule": rule, "whole": whole, "share": share},
    )
    return join_texts([first, second])


def bound_numbers(part: Part, who: Recipient) -> dict[str, str]:
    """The bounds and the share within them."""
    numbers = {"share": str(part.own[who.code])}
    if who.code in part.floors:
        numbers["floor_kr"] = str(part.floors[who.code])
    if who.code in part.caps:
        numbers["cap_kr"] = str(part.caps[who.code])
    return numbers
