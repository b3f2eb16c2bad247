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
Exact = Mapping[str, Fraction]


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
    divisor = find(key.divided_by, recipients, figures) if key.divided_by is not None else None
    weighed = [_weigh(key, series, divisor, r) for r in recipients]
    weights = {r.code: w for r, (_, w, _) in zip(recipients, weighed, strict=True)}
    total = sum(weights.values(), Fraction(0))
    if min(weights.values(), default=Fraction(0)) < 0:
        raise NotComputed(_below_zero(key.figure), impossible=True)
    if total <= 0:
        reason = Text("alla vikter i '{figure}' är 0", "all weights in '{figure}' are 0", {"figure": key.figure})
        raise NotComputed(reason, impossible=True)
    exact = {code: amount * weight / total for code, weight in weights.items()}
    used = (series, divisor) if divisor is not None else (series,)
    low: Exact = exact
    high: Exact = exact
    if any(one.rounded_to for one in used):
        fixed = total if series.total_known and divisor is None and not key.class_weights else None
        low, high = _ends(amount, {r.code: w for r, w in zip(recipients, weighed, strict=True)}, fixed)
    return Shares(exact, low, high, (Weights(series, weights),), used)


Weighed = tuple[Fraction, Fraction, Fraction]


def _weigh(key: ShareKey, series: Series, divisor: Series | None, who: Recipient) -> Weighed:
    """Return the least, the printed and the greatest weight that the figures allow."""
    value, half = value_of(series, who), Fraction(series.rounded_to, 2)
    class_weight = key.class_weights.get(who.code, Fraction(1))
    low, high = max(value - half, Fraction(0)) if half else value, value + half
    if divisor is None:
        return low * class_weight, value * class_weight, high * class_weight
    by, by_half = above_zero(divisor, who), Fraction(divisor.rounded_to, 2)
    least = max(by - by_half, Fraction(1, 10**6))
    return low * class_weight / (by + by_half), value * class_weight / by, high * class_weight / least


def _ends(amount: Fraction, weighed: Mapping[str, Weighed], fixed: Fraction | None) -> tuple[Exact, Exact]:
    """Return the least and the greatest share of each: its own end, everyone else at the other end.

    Args:
        amount: What is shared.
        weighed: Code -> least, printed and greatest weight.
        fixed: The sum of the weights, where it is known exactly although each weight is rounded.
    """
    lows = sum((low for low, _, _ in weighed.values()), Fraction(0))
    highs = sum((high for _, _, high in weighed.values()), Fraction(0))

    def part(mine: Fraction, others: Fraction) -> Fraction:
        whole = fixed if fixed is not None else mine + others
        return amount * mine / whole if whole else Fraction(0)

    low = {code: part(least, highs - most) for code, (least, _, most) in weighed.items()}
    high = {code: part(most, lows - least) for code, (least, _, most) in weighed.items()}
    return low, high


def _below_zero(figure: str) -> Text:
    return Text(
        "'{figure}' har ett värde under noll; ingen kan få mindre än ingenting",
        "'{figure}' has a value below zero; nobody can get less than nothing",
        {"figure": figure},
    )


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
    if min(exact.values(), default=Fraction(0)) < 0:
        raise NotComputed(_below_zero(key.figure), impossible=True)
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
