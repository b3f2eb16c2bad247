"""Prices, step tables and shares of a volume + outcomes -> what each recipient earned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.performance import Measured, Shortage, Step, StepTable, UnitPrice, UnitPrices, VolumeShare
from overens.agreement.rules import FigureRef
from overens.allocation.earnings import Cell, Earnings, How
from overens.allocation.model import NotComputed
from overens.allocation.outcomes import SHARE, Period, baseline_of, outcomes_in, periods_of, together
from overens.allocation.parameters import SHORTAGE
from overens.allocation.rule_steps import find, value_of
from overens.figures.model import Series, Snapshot
from overens.vocabulary.money import Amount
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, whole_number

Recipients = Sequence[Recipient]
Exact = Mapping[str, Fraction]


@dataclass(frozen=True)
class Counted:
    """The volumes of one period, with what they count beyond."""

    period: Period
    volumes: Exact
    base: Exact | None
    series: tuple[Series, ...]

    def beyond(self, code: str) -> Fraction:
        """Return how many there are beyond the baseline; never below zero."""
        base = self.base[code] if self.base is not None else Fraction(0)
        return max(Fraction(0), self.volumes[code] - base)


def earn_by_prices(performance: UnitPrices, own: Exact, recipients: Recipients, figures: Snapshot) -> Earnings:
    """Return min(ceiling, Σ price · max(0, volume − baseline)); act by act where each has its share of the pot.

    Raises:
        NotComputed: If an outcome is missing, or more is done in the whole country than is paid for.
    """
    counted = [
        _count(price.outcome, performance.measured, price.above, price.better_than, recipients, figures)
        for price in performance.prices
    ]
    for periods in counted:
        _are_counts(periods)
    caps, read = _caps(performance.ceiling, own, recipients, figures)
    paid = _paid_in_the_country(performance, counted, recipients)
    cells = tuple(
        _price_cell(n, performance.prices[n], one, r.code, _most(performance, n, periods, caps.get(r.code)), paid)
        for n, periods in enumerate(counted)
        for one in periods
        for r in recipients
    )
    shares = tuple(p.share if isinstance(p.share, Fraction) else None for p in performance.prices)
    return Earnings(
        tuple(price.what for price in performance.prices),
        tuple(price.outcome or "" for price in performance.prices),
        tuple(dict.fromkeys(one.period.words for periods in counted for one in periods)),
        cells,
        {
            r.code: _within(sum(_by_act(r.code, cells, shares, caps.get(r.code)), Fraction(0)), caps.get(r.code))
            for r in recipients
        },
        caps,
        tuple(False for _ in counted),
        shares,
        _once((*read, *(s for periods in counted for one in periods for s in one.series))),
        volumes=True,
    )


def _within(earned: Fraction, cap: Fraction | None) -> Fraction:
    return earned if cap is None else min(earned, cap)


def by_act(earnings: Earnings, code: str) -> tuple[Fraction, ...]:
    """Return what the recipient earned of each kind of act, within the part of its ceiling that the act has."""
    return tuple(_by_act(code, earnings.cells, earnings.shares, earnings.ceilings.get(code)))


def area_sums(earnings: Earnings) -> list[Fraction]:
    """Return what all earned together of each kind of act."""
    each = [by_act(earnings, code) for code in earnings.earned]
    return [sum((acts[n] for acts in each), Fraction(0)) for n in range(len(earnings.shares))]


def _by_act(
    code: str, cells: tuple[Cell, ...], shares: tuple[Fraction | None, ...], cap: Fraction | None
) -> Iterator[Fraction]:
    for n, share in enumerate(shares):
        earned = sum((c.earned for c in cells if c.code == code and c.requirement == n), Fraction(0))
        yield earned if cap is None or share is None else min(earned, cap * share)


def _price_cell(n: int, price: UnitPrice, counted: Counted, code: str, most: Fraction | None, paid: Fraction) -> Cell:
    assert isinstance(price.price, Amount)
    return _cell(n, counted, code, price.price.kr * counted.beyond(code) * paid, most)


def _most(performance: UnitPrices, n: int, periods: Sequence[Counted], cap: Fraction | None) -> Fraction | None:
    """Return the most one kind of act can give; None where a ceiling is for several kinds or periods together."""
    share = performance.prices[n].share if len(performance.prices) > 1 else Fraction(1)
    return cap * share if cap is not None and isinstance(share, Fraction) and len(periods) == 1 else None


def _cell(n: int, counted: Counted, code: str, earned: Fraction, most: Fraction | None = None) -> Cell:
    base = counted.base[code] if counted.base is not None else None
    how = How.ACTS if earned else How.MISSED
    return Cell(n, counted.period.words, code, counted.volumes[code], base, None, how, most, earned)


def _count(
    outcome: str | None,
    measured: Measured | None,
    above: FigureRef | None,
    better_than: str | None,
    recipients: Recipients,
    figures: Snapshot,
) -> list[Counted]:
    """Return the volumes of each period; a baseline that is a table is for all periods together."""
    assert outcome is not None
    assert measured is not None
    periods = periods_of(measured)
    found = []
    for period in (together(periods),) if above is not None else periods:
        volumes = outcomes_in(outcome, period, recipients, figures)
        base, read = baseline_of(above, better_than, outcome, period, recipients, figures)
        found.append(Counted(period, volumes.values, base, (*volumes.series, *read)))
    return found


def _caps(
    ceiling: FigureRef | None, own: Exact, recipients: Recipients, figures: Snapshot
) -> tuple[Exact, tuple[Series, ...]]:
    if ceiling is None:
        return dict(own), ()
    series = find(ceiling, recipients, figures)
    return {r.code: value_of(series, r) for r in recipients}, (series,)


def _paid_in_the_country(
    performance: UnitPrices, counted: Sequence[Sequence[Counted]], recipients: Recipients
) -> Fraction:
    """Return the part of the acts that is paid for, where the whole country is paid for so many and no more.

    Raises:
        NotComputed: If more is done, and the file does not say that all are lessened alike.
    """
    done = sum((one.beyond(r.code) for periods in counted for one in periods for r in recipients), Fraction(0))
    if performance.national_cap is None or done <= performance.national_cap:
        return Fraction(1)
    if performance.shortage is Shortage.SCALED:
        return performance.national_cap / done
    raise NotComputed(
        Text(
            "{done} åtgärder har gjorts men högst {most} i riket ersätts, och hur de fördelas är inte angivet",
            "{done} acts were done but at most {most} in the country are paid for, and how they are shared is not stated",
            {"done": whole_number(int(done)), "most": whole_number(performance.national_cap)},
        ),
        missing=(SHORTAGE,),
    )


def _are_counts(periods: Sequence[Counted]) -> None:
    """Refuse a share where acts are counted: no price is paid for a percentage."""
    found = next((s for one in periods for s in one.series if s.unit == SHARE), None)
    if found is not None:
        raise NotComputed(
            Text(
                "utfallet '{name}' är i procent, men det är antal som ersätts",
                "the outcome '{name}' is in percent, but it is numbers that are paid for",
                {"name": found.key.figure},
            ),
            impossible=True,
        )


def earn_by_steps(performance: StepTable, recipients: Recipients, figures: Snapshot) -> Earnings:
    """Return the sum of the highest step that each change reaches, period by period."""
    counted = _count(
        performance.outcome, performance.measured, performance.above, performance.better_than, recipients, figures
    )
    cells = tuple(
        _cell(0, one, r.code, _of_steps(performance.steps, one.beyond(r.code))) for one in counted for r in recipients
    )
    return _volumes(performance.indicator, performance.outcome, counted, cells, recipients)


def _of_steps(steps: tuple[Step, ...], change: Fraction) -> Fraction:
    reached = [
        (s.start, s.amount.kr) for s in steps if isinstance(s.start, Fraction) and s.amount and change >= s.start
    ]
    return Fraction(max(reached)[1]) if reached else Fraction(0)


def earn_by_volume(performance: VolumeShare, whole: Fraction, recipients: Recipients, figures: Snapshot) -> Earnings:
    """Return the whole in proportion to the volume, or to how many there are beyond a baseline."""
    counted = _count(
        performance.outcome, performance.measured, performance.above, performance.better_than, recipients, figures
    )
    _are_counts(counted)
    done = {r.code: sum((one.beyond(r.code) for one in counted), Fraction(0)) for r in recipients}
    total = sum(done.values(), Fraction(0))
    each = whole / total if total else Fraction(0)
    cells = tuple(_cell(0, one, r.code, each * one.beyond(r.code)) for one in counted for r in recipients)
    return _volumes(performance.what, performance.outcome, counted, cells, recipients)


def _volumes(
    what: str, outcome: str | None, counted: Sequence[Counted], cells: tuple[Cell, ...], recipients: Recipients
) -> Earnings:
    return Earnings(
        (what,),
        (outcome or "",),
        tuple(one.period.words for one in counted),
        cells,
        {r.code: sum((c.earned for c in cells if c.code == r.code), Fraction(0)) for r in recipients},
        {},
        (False,),
        (None,),
        _once(tuple(s for one in counted for s in one.series)),
        volumes=True,
    )


def _once(series: tuple[Series, ...]) -> tuple[Series, ...]:
    return tuple({one.key: one for one in series}.values())
