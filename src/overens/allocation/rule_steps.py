"""One function per kind of key: pot amount + figures -> exact shares in kronor.

A new kind of key is one model in agreement/rules.py and one case here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import assert_never

from overens.agreement.rules import (
    BaseKey,
    CaseByCaseKey,
    EqualKey,
    FigureRef,
    FixedKey,
    Key,
    ListKey,
    MixKey,
    ShareKey,
    UnknownKey,
)
from overens.allocation.model import NotComputed, Shares, Weights
from overens.figures.model import Series, Snapshot
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, kronor
from overens.writing.values import Missing

Recipients = Sequence[Recipient]


def share_out(key: Key, amount: Fraction, recipients: Recipients, figures: Snapshot) -> Shares:
    """Return each recipient's exact share of the amount.

    Raises:
        NotComputed: If the key is not known, a value is missing, or all weights are zero.
    """
    match key:
        case ShareKey():
            return share_of_figure(key, amount, recipients, figures)
        case EqualKey():
            return _certain({r.code: amount / len(recipients) for r in recipients})
        case FixedKey():
            return _fixed(key, amount, recipients)
        case BaseKey():
            return base_and_rest(key, amount, recipients, figures)
        case MixKey():
            return mix(key, amount, recipients, figures)
        case ListKey():
            return from_list(key, recipients, figures)
        case UnknownKey():
            raise NotComputed(Text("fördelningsnyckeln är inte publicerad", "the allocation key is not published"))
        case CaseByCaseKey():
            raise NotComputed(
                Text("beloppet prövas {how}", "the amount is decided case by case ({how})", {"how": key.how})
            )
        case _:
            assert_never(key)


def _certain(exact: Mapping[str, Fraction]) -> Shares:
    return Shares(exact, exact, exact)


def share_of_figure(key: ShareKey, amount: Fraction, recipients: Recipients, figures: Snapshot) -> Shares:
    """B·w/Σw. Weights that the source rounded give each share an interval."""
    series = find_series(key.figure, key.measured_on, recipients, figures)
    used = [series]
    weights = {r.code: value_of(series, r) * key.class_weights.get(r.code, 1) for r in recipients}
    if key.divided_by is not None:
        divisor = find_series(key.divided_by.figure, key.divided_by.measured_on, recipients, figures)
        used.append(divisor)
        weights = {r.code: weights[r.code] / above_zero(divisor, r) for r in recipients}
    total = sum(weights.values(), Fraction(0))
    if total <= 0:
        raise NotComputed(
            Text("alla vikter i '{figure}' är 0", "all weights in '{figure}' are 0", {"figure": key.figure})
        )
    exact = {code: amount * weight / total for code, weight in weights.items()}
    half = Fraction(series.rounded_to, 2)
    if not half:
        low = high = exact
    else:
        low = {code: amount * _part(w, total, -half, len(weights), series.total_known) for code, w in weights.items()}
        high = {code: amount * _part(w, total, half, len(weights), series.total_known) for code, w in weights.items()}
    return Shares(exact, low, high, (Weights(series, weights),), tuple(used))


def _part(weight: Fraction, total: Fraction, change: Fraction, n: int, total_known: bool) -> Fraction:
    """Return the share when the weight is changed so much and, unless the total is known, the others the other way."""
    changed = max(weight + change, Fraction(0))
    if total_known:
        return changed / total
    others = max(total - weight - change * (n - 1), Fraction(0))
    return changed / (changed + others) if changed + others else Fraction(0)


def _fixed(key: FixedKey, amount: Fraction, recipients: Recipients) -> Shares:
    """C each; no more than the pot holds."""
    each, needed = Fraction(key.each.kr), key.each.kr * len(recipients)
    if needed > amount:
        raise NotComputed(
            Text(
                "{n} × {each} = {needed}, men potten är {pot}",
                "{n} × {each} = {needed}, but the pot is {pot}",
                {
                    "n": str(len(recipients)),
                    "each": kronor(key.each.kr),
                    "needed": kronor(needed),
                    "pot": kronor(int(amount)),
                },
            ),
            impossible=True,
        )
    return _certain({r.code: each for r in recipients})


def base_and_rest(key: BaseKey, amount: Fraction, recipients: Recipients, figures: Snapshot) -> Shares:
    """C + (B − n·c)·key."""
    needed = Fraction(key.base.kr * len(recipients))
    if needed > amount:
        raise NotComputed(
            Text(
                "grundbeloppen kräver {needed}, potten är {pot}, det saknas {missing}",
                "the base amounts need {needed}, the pot is {pot}, {missing} is missing",
                {"needed": kronor(int(needed)), "pot": kronor(int(amount)), "missing": kronor(int(needed - amount))},
            ),
            impossible=True,
        )
    rest = share_out(key.rest, amount - needed, recipients, figures)
    return Shares(
        {code: key.base.kr + share for code, share in rest.exact.items()},
        {code: key.base.kr + share for code, share in rest.low.items()},
        {code: key.base.kr + share for code, share in rest.high.items()},
        rest.weights,
        rest.series,
    )


def mix(key: MixKey, amount: Fraction, recipients: Recipients, figures: Snapshot) -> Shares:
    """Σ αₖ·keyₖ."""
    parts = [(part.weight, share_out(part.key, amount * part.weight, recipients, figures)) for part in key.parts]
    codes = [r.code for r in recipients]
    weights = tuple(Weights(w.series, w.of, w.share_of_pot * weight) for weight, s in parts for w in s.weights)
    return Shares(
        {code: sum((s.exact[code] for _, s in parts), Fraction(0)) for code in codes},
        {code: sum((s.low[code] for _, s in parts), Fraction(0)) for code in codes},
        {code: sum((s.high[code] for _, s in parts), Fraction(0)) for code in codes},
        weights,
        tuple(one for _, s in parts for one in s.series),
    )


def from_list(key: ListKey, recipients: Recipients, figures: Snapshot) -> Shares:
    """As the table says, to the unit it was printed in."""
    series = find_series(key.figure, key.measured_on, recipients, figures)
    exact = {r.code: value_of(series, r) for r in recipients}
    half = Fraction(series.rounded_to, 2)
    return Shares(
        exact,
        {code: max(value - half, Fraction(0)) for code, value in exact.items()},
        {code: value + half for code, value in exact.items()},
        (),
        (series,),
    )


# --- looking up figures -------------------------------------------------------------


def find_series(name: str, measured_on: When | Missing | None, recipients: Recipients, figures: Snapshot) -> Series:
    """Return the series for the recipients' kind, or say that it is not there."""
    if isinstance(measured_on, Missing):
        raise NotComputed(
            Text(
                "datumet för underlaget '{name}' är inte funnet",
                "the date of the figure '{name}' is not found",
                {"name": name},
            )
        )
    series = figures.get(name, recipients[0].kind, measured_on) if recipients else None
    if series is None:
        words = measured_on.words if measured_on else "?"
        raise NotComputed(
            Text(
                "underlaget '{name}' per {date} saknas",
                "the figure '{name}' on {date} is missing",
                {"name": name, "date": words},
            )
        )
    return series


def find(ref: FigureRef, recipients: Recipients, figures: Snapshot) -> Series:
    """Return the series a reference names."""
    return find_series(ref.figure, ref.measured_on, recipients, figures)


def value_of(series: Series, recipient: Recipient) -> Fraction:
    """Return the recipient's value, or say that it is missing."""
    value = series.values.get(recipient.code)
    if value is None:
        raise NotComputed(
            Text(
                "värdet för {who} ({code}) saknas i underlaget '{name}' per {date}",
                "the value for {who} ({code}) is missing in the figure '{name}' on {date}",
                {
                    "who": recipient.short_name,
                    "code": recipient.code,
                    "name": series.key.figure,
                    "date": series.key.measured_on,
                },
            )
        )
    return value


def above_zero(series: Series, recipient: Recipient) -> Fraction:
    """Return the recipient's value as a divisor."""
    value = value_of(series, recipient)
    if value <= 0:
        raise NotComputed(
            Text(
                "värdet för {who} i '{name}' är {value}; det går inte att dela med",
                "the value for {who} in '{name}' is {value}; one cannot divide by it",
                {"who": recipient.short_name, "name": series.key.figure, "value": value},
            )
        )
    return value
