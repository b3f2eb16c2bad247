"""What one recipient earned by the outcomes -> a sentence for each requirement, with the numbers to redo it by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.performance import NamedLevels, Requirements, StepTable, UnitPrices, VolumeShare
from overens.allocation.describe_performance import describe_comparison, either
from overens.allocation.earnings import Cell, Earnings, How
from overens.allocation.model import Part, PotAllocation
from overens.figures.model import Series
from overens.vocabulary.money import Amount
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, join_texts, kronor, percent, plain

_MOST_MONTHS = 4


@dataclass(frozen=True)
class Told:
    """One requirement, or kind of act, in a sentence with its numbers, exact, and the figures it was measured by."""

    text: Text
    numbers: dict[str, str]
    series: tuple[Series, ...]


def tell_performance(pot: PotAllocation, part: Part, who: Recipient) -> list[Told]:
    """Return what became of each requirement for the recipient; nothing where outcomes were not measured for it."""
    earnings = part.earnings
    if earnings is None or not earnings.of(who.code):
        return []
    if isinstance(pot.pot.performance, NamedLevels):
        return [_level(pot.pot.performance, earnings.of(who.code)[0], who)]
    told = [_one(pot, earnings, n, who) for n in range(len(earnings.names))]
    return [*told, *_lessened(earnings, who)]


def _one(pot: PotAllocation, earnings: Earnings, n: int, who: Recipient) -> Told:
    cells = earnings.of(who.code, n)
    series = _series(earnings, n)
    match pot.pot.performance:
        case UnitPrices() as rule:
            text = _acts(rule, n, cells, who)
        case StepTable():
            text = _volume(earnings, n, cells, who)
        case VolumeShare():
            text = _volume(earnings, n, cells, who)
        case _:
            text = _requirement(pot, earnings, n, cells, series, who)
    return Told(text, _numbers(earnings, n, cells), series)


def _series(earnings: Earnings, n: int) -> tuple[Series, ...]:
    return tuple(s for s in earnings.series if s.key.figure == earnings.outcomes[n])


# --- requirements -------------------------------------------------------------------


def _requirement(
    pot: PotAllocation, earnings: Earnings, n: int, cells: Sequence[Cell], series: Sequence[Series], who: Recipient
) -> Text:
    """How many periods were met, by what, which were missed and by how much, and what that gave of how much."""
    unit = series[0].unit if series else ""
    met = [cell for cell in cells if cell.how is not How.MISSED]
    missed = [cell for cell in cells if cell.how is How.MISSED]
    ceiling = sum((cell.ceiling or Fraction(0) for cell in cells), Fraction(0))
    head = Text(
        "Krav {n}, {name}{target} ({share} av potten). {who} klarar {met} av {of}{how}.",
        "Requirement {n}, {name}{target} ({share} of the pot). {who} meets {met} of {of}{how}.",
        {
            "n": str(n + 1),
            "name": earnings.names[n],
            "target": _target(pot, n, unit),
            "share": percent(earnings.shares[n] or Fraction(0)) if earnings.shares else percent(Fraction(1)),
            "who": who.short_name,
            "met": str(len(met)),
            "of": _periods(len(cells)),
            "how": _how(met),
        },
    )
    gave = Text(
        "Det ger {kr}\u00a0kr av högst {ceiling}\u00a0kr.",
        "That gives {kr}\u00a0kr of at most {ceiling}\u00a0kr.",
        {"kr": sum((cell.earned for cell in cells), Fraction(0)), "ceiling": ceiling},
    )
    return join_texts([head, *([_missed(missed, unit)] if missed else []), gave])


def _target(pot: PotAllocation, n: int, unit: str) -> Text:
    """What is required: better than what, or at what level."""
    rule = pot.pot.performance
    one = rule.requirements[n] if isinstance(rule, Requirements) else None
    better_than = one.better_than if one else getattr(rule, "better_than", None)
    words = [describe_comparison(better_than)] if better_than else []
    for sv, en, level in (
        ("minst", "at least", one.or_at_least if one else None),
        ("högst", "at most", one.or_at_most if one else None),
    ):
        if isinstance(level, Fraction):
            values: dict[str, object] = {"level": level, "unit": unit}
            words.append(Text(f"{sv} {{level}} {{unit}}", f"{en} {{level}} {{unit}}", values))
    return Text(": {target}", ": {target}", {"target": either(words)}) if words else plain("")


def _periods(n: int) -> Text:
    return Text("{n} mätningar", "{n} measurements", {"n": str(n)}) if n != 1 else Text("1 mätning", "1 measurement")


def _how(met: Sequence[Cell]) -> Text:
    """By being better, by the level, by a step: how many of each."""
    words = []
    for how, text in _HOWS.items():
        n = sum(cell.how is how for cell in met)
        if n:
            words.append(Text(text.sv, text.en, {"n": str(n)}))
    return join_texts([plain(""), join_texts(words, ", ")], ": ") if words else plain("")


_HOWS = {
    How.BETTER: Text("{n} bättre än jämförelsen", "{n} better than the comparison"),
    How.LEVEL: Text("{n} når nivån", "{n} at the level"),
    How.STEP: Text("{n} når ett steg", "{n} at a step"),
}


def _missed(missed: Sequence[Cell], unit: str) -> Text:
    words = [_held(cell, unit) for cell in missed[:_MOST_MONTHS]]
    if len(missed) > _MOST_MONTHS:
        more: dict[str, object] = {"n": str(len(missed) - _MOST_MONTHS)}
        words.append(Text("och {n} till", "and {n} more", more))
    return Text("Missat: {months}.", "Missed: {months}.", {"months": join_texts(words, ", ")})


def _held(cell: Cell, unit: str) -> Text:
    values: dict[str, object] = {
        "period": cell.period,
        "value": cell.value,
        "unit": f" {unit}" if unit else "",
        "compared": cell.compared,
    }
    if cell.compared is None:
        return Text("{period} ({value}{unit})", "{period} ({value}{unit})", values)
    return Text("{period} ({value} mot {compared}{unit})", "{period} ({value} against {compared}{unit})", values)


# --- acts, steps, volumes, levels ---------------------------------------------------


def _acts(rule: UnitPrices, n: int, cells: Sequence[Cell], who: Recipient) -> Text:
    """How many there were, how many count, and what they gave at the price."""
    price = rule.prices[n]
    counted = sum((max(Fraction(0), cell.value - (cell.compared or 0)) for cell in cells), Fraction(0))
    values: dict[str, object] = {
        "what": price.what,
        "who": who.short_name,
        "done": sum((cell.value for cell in cells), Fraction(0)),
        "base": sum((cell.compared or Fraction(0) for cell in cells), Fraction(0)),
        "counted": counted,
        "price": kronor(price.price.kr) if isinstance(price.price, Amount) else "?",
        "kr": sum((cell.earned for cell in cells), Fraction(0)),
    }
    if cells[0].compared is None:
        sv, en = "{what}: {who} har {done}.", "{what}: {who} has {done}."
    else:
        sv = "{what}: {who} har {done} mot {base} i jämförelsen, så {counted} räknas."
        en = "{what}: {who} has {done} against {base} in the comparison, so {counted} count."
    return Text(
        f"{sv} {{counted}} × {{price}} = {{kr}}\u00a0kr.", f"{en} {{counted}} × {{price}} = {{kr}}\u00a0kr.", values
    )


def _volume(earnings: Earnings, n: int, cells: Sequence[Cell], who: Recipient) -> Text:
    """How much there was, beyond what, and what it gave."""
    kr = sum((cell.earned for cell in cells), Fraction(0))
    words = [_held(cell, "") for cell in cells[:_MOST_MONTHS]]
    return Text(
        "{name}: {who} har {done}{more}. Det ger {kr}\u00a0kr.",
        "{name}: {who} has {done}{more}. That gives {kr}\u00a0kr.",
        {
            "name": earnings.names[n],
            "who": who.short_name,
            "done": join_texts(words, ", "),
            "more": plain(", …" if len(cells) > _MOST_MONTHS else ""),
            "kr": kr,
        },
    )


def _level(rule: NamedLevels, cell: Cell, who: Recipient) -> Told:
    numbers = {"earned": str(cell.earned)}
    if cell.how is How.MISSED:
        text = Text("{who} når ingen av nivåerna.", "{who} reaches none of the levels.", {"who": who.short_name})
        return Told(text, numbers, ())
    values: dict[str, object] = {"who": who.short_name, "name": rule.levels[cell.requirement].name, "kr": cell.earned}
    text = Text(
        "{who} når nivån {name}, som ger {kr}\u00a0kr.",
        "{who} reaches the level {name}, which gives {kr}\u00a0kr.",
        values,
    )
    return Told(text, {**numbers, "level": str(cell.requirement + 1)}, ())


def _lessened(earnings: Earnings, who: Recipient) -> list[Told]:
    """Say what a ceiling, or a pot that does not suffice, takes from what the acts gave."""
    gave = sum((cell.earned for cell in earnings.of(who.code)), Fraction(0))
    earned, ceiling = earnings.earned[who.code], earnings.ceilings.get(who.code)
    if gave == earned:
        return []
    values: dict[str, object] = {"gave": gave, "kr": earned, "ceiling": ceiling}
    numbers = {"gave": str(gave), "earned": str(earned)}
    if ceiling is not None and earned == ceiling:
        text = Text(
            "Tillsammans {gave}\u00a0kr, men taket är {ceiling}\u00a0kr.",
            "Together {gave}\u00a0kr, but the ceiling is {ceiling}\u00a0kr.",
            values,
        )
    else:
        text = Text(
            "Tillsammans {gave}\u00a0kr; tak eller att potten inte räcker minskar det till {kr}\u00a0kr.",
            "Together {gave}\u00a0kr; a ceiling, or a pot that does not suffice, lessens it to {kr}\u00a0kr.",
            values,
        )
    return [Told(text, numbers, ())]


def _numbers(earnings: Earnings, n: int, cells: Sequence[Cell]) -> dict[str, str]:
    """The requirement's own numbers, and for each period the outcome, what it was held against and what it gave."""
    numbers = {"requirement": str(n + 1), "earned": str(sum((cell.earned for cell in cells), Fraction(0)))}
    if earnings.shares and earnings.shares[n] is not None:
        numbers["share_of_pot"] = str(earnings.shares[n])
    for cell in cells:
        parts = {"value": cell.value, "compared": cell.compared, "ceiling": cell.ceiling, "earned": cell.earned}
        numbers |= {f"{name} {cell.period}": str(value) for name, value in parts.items() if value is not None}
    return numbers
