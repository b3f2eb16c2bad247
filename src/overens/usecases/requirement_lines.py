"""A pot's performance rule -> each requirement, or kind of act, as a line: what is measured, the target in words, its share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.model import Pot
from overens.agreement.performance import (
    GivenEarned,
    Ladder,
    NamedLevels,
    Requirement,
    Requirements,
    Step,
    StepTable,
    UnitPrice,
    UnitPrices,
    UnknownPerformance,
    VolumeShare,
)
from overens.allocation.describe_performance import describe_beyond, describe_comparison, describe_steps, either
from overens.allocation.outcomes import SHARE
from overens.figures.model import Series, Snapshot
from overens.vocabulary.money import Amount
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, join_texts, kronor
from overens.writing.values import Missing, missing_words


@dataclass(frozen=True)
class RequirementLine:
    """What must be reached (krav).

    Attributes:
        number: Its place in the rule, from 0.
        outcome: The figure that measures it; None where none is named.
        unit: Of the outcome; empty where there is none in the library.
        target: What is enough, in words, with what is not known said.
        share: Its share of the pot; None where it has none, or it is not known.
    """

    number: int
    name: str
    outcome: str | None
    unit: str
    target: Text
    share: Fraction | None
    lower_is_better: bool = False

    @property
    def is_share(self) -> bool:
        """Whether the outcome is a share in per cent, whose differences are percentage points."""
        return self.unit == SHARE


def requirement_lines(pot: Pot, figures: Snapshot, recipients: Sequence[Recipient]) -> tuple[RequirementLine, ...]:
    """Return each requirement of the pot in the order of its rule; none where what was earned is given or unknown."""
    return tuple(_with_outcome(n, *one, figures, recipients) for n, one in enumerate(_stated(pot)))


_Stated = tuple[str, str | None, Text, Fraction | None]


def _with_outcome(
    n: int,
    name: str,
    outcome: str | None,
    target: Text,
    share: Fraction | None,
    figures: Snapshot,
    recipients: Sequence[Recipient],
) -> RequirementLine:
    series: list[Series] = figures.named(outcome, recipients[0].kind) if outcome and recipients else []
    unit = series[-1].unit if series else ""
    return RequirementLine(n, name, outcome, unit, target, share, any(one.lower_is_better for one in series))


def _stated(pot: Pot) -> Iterator[_Stated]:
    match pot.performance:
        case Requirements(requirements=requirements):
            for one in requirements:
                yield one.indicator, one.outcome, _target(one), one.share if isinstance(one.share, Fraction) else None
        case Ladder() as one:
            yield one.indicator, one.outcome, _ladder(one.better_than, one.steps), None
        case UnitPrices(prices=prices):
            for price in prices:
                share = price.share if isinstance(price.share, Fraction) else None
                yield price.what, price.outcome, _price(price), share
        case StepTable() as one:
            yield one.indicator, one.outcome, describe_steps(one.steps), None
        case VolumeShare() as one:
            words = Text("potten delas efter hur många de är", "the pot is shared by how many they are")
            yield one.what, one.outcome, words, None
        case NamedLevels(levels=levels):
            for level in levels:
                share = level.share if isinstance(level.share, Fraction) else None
                yield level.name, None, Text("nivån är nådd", "the level is reached"), share
        case None | GivenEarned() | UnknownPerformance():
            return


def _target(one: Requirement) -> Text:
    ways = []
    if one.better_than is not None:
        ways.append(_ladder(one.better_than, one.steps) if one.steps else describe_comparison(one.better_than))
    for sv, en, level in (("minst", "at least", one.or_at_least), ("högst", "at most", one.or_at_most)):
        if level is not None:
            ways.append(Text(f"{sv} {{level}}", f"{en} {{level}}", {"level": _level(one, level)}))
    return either(ways) if ways else Text("kravets nivå är inte angiven", "the level of the requirement is not stated")


def _level(one: Requirement, level: Fraction | Missing) -> Text:
    if isinstance(level, Fraction):
        return Text("{n}", "{n}", {"n": level})
    said = missing_words(level)
    ends = (one.plausible.least, one.plausible.greatest) if one.plausible else (None, None)
    if ends[0] is None or ends[1] is None:
        return Text("({why})", "({why})", {"why": said})
    values: dict[str, object] = {"why": said, "low": ends[0], "high": ends[1]}
    return Text("({why}; rimligt {low}–{high})", "({why}; plausibly {low}–{high})", values)


def _ladder(than: str | None, steps: Sequence[Step]) -> Text:
    words = describe_steps(steps) if steps else Text("stegen är inte angivna", "steps not stated")
    return words if than is None else join_texts([describe_comparison(than), words], ": ")


def _price(price: UnitPrice) -> Text:
    kr: object = kronor(price.price.kr) if isinstance(price.price, Amount) else missing_words(price.price)
    beyond = describe_beyond(price.above, price.better_than)
    return Text("{kr} för var och en{beyond}", "{kr} for each{beyond}", {"kr": kr, "beyond": beyond})
