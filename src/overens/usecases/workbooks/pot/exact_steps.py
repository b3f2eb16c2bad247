"""Whole weights and an amount -> each one's share in kronor, exactly: whole kronor, and a rest in parts of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.allocation.explain import StepKind
from overens.export.workbook.model import Look, Tone
from overens.usecases.wording.why import step_heading
from overens.usecases.workbooks.pot.key_steps import KeyStep, weight_name
from overens.usecases.workbooks.pot.steps import PotFact, PotField, PotStep
from overens.usecases.workbooks.pot.whole import MOST, Split, quotient, split_for, whole_steps
from overens.vocabulary.wording import Text

_HEADING = step_heading(StepKind.EXACT)
_WHOLE = Text("Hela kronor", "Whole kronor")


@dataclass(frozen=True)
class ExactStep:
    """The step, and what it gives (exakt andel).

    Attributes:
        whole: Whole kronor of each.
        rest: What is left of each, in parts of a krona: rest / divisor.
        total: What the key gives out in all.
    """

    step: PotStep
    whole: tuple[int, ...]
    rest: tuple[int, ...]
    divisor: int
    total: int


def exact_step(pot_kr: int, base_kr: int, key: KeyStep, met: Sequence[int] | None) -> ExactStep | None:
    """Return base + (pot − n × base) × weight / sum of weights; None where there is no room for exact formulas."""
    n = sum(met) if met else len(key.weights)
    amount, divisor = pot_kr - n * base_kr, key.divisor
    split = split_for(max(amount, pot_kr), divisor) if amount >= 0 else None
    if split is None:
        return None
    steps = [whole_steps(amount, weight, divisor, split) for weight in key.weights]
    bases = [base_kr * m for m in met] if met else [base_kr] * len(steps)
    whole = tuple(base + _joined(split, one) for base, one in zip(bases, steps, strict=True))
    rest = tuple(one[-1][1] for one in steps)
    total = (amount if sum(key.weights) else 0) + n * base_kr
    facts = (*_facts(amount, base_kr, n, split, met is not None), _total_fact(total, bool(base_kr)))
    fields = tuple(_fields(weight_name(key), split, steps, whole, bool(base_kr), met is not None, divisor))
    return ExactStep(PotStep(_HEADING, facts, fields, (_note(split),)), whole, rest, divisor, total)


def _joined(split: Split, steps: Sequence[tuple[int, int]]) -> int:
    found = 0
    for whole, _ in steps:
        found = found * split.base + whole
    return found


def _facts(amount: int, base_kr: int, n: int, split: Split, chosen: bool) -> Iterator[PotFact]:
    if base_kr:
        yield PotFact("base", Text("Grundbelopp till var och en", "Base amount to each"), base_kr, "", tone=Tone.INPUT)
        count = "SUM({met:all})" if chosen else "COUNT({share:all})"
        yield PotFact("n", Text("Antal som delar", "How many share"), n, count, Look.COUNT)
    label = Text("Att dela efter vikterna", "To divide by the weights")
    yield PotFact("amount", label, amount, "{pot}-{n}*{base}" if base_kr else "{pot}")
    yield PotFact("digits", Text("Delas i siffror om", "Split in digits of"), split.base, "", Look.COUNT, Tone.FIXED)
    yield from _digits(amount, split)
    label = Text("Kontroll: talen ryms (0)", "Check: room for the numbers (0)")
    fits = f"IF(AND(2*{{digits}}*{{divisor}}<={10 * MOST},{{digit0}}<=10*{{digits}},{{amount}}>=0),0,1)"
    if split.steps == 1:
        fits = f"IF(AND({{amount}}*{{divisor}}<={10 * MOST},{{amount}}>=0),0,1)"
    yield PotFact("fits", label, 0, fits, Look.COUNT, Tone.CHECK)


def _digits(amount: int, split: Split) -> Iterator[PotFact]:
    """Yield the amount's digits, the last first since each takes what it leaves."""
    values = split.digits(amount)
    of = "{amount}"
    for n in range(split.steps - 1, 0, -1):
        number: dict[str, object] = {"n": str(n + 1)}
        left = amount // split.base ** (split.steps - n)
        yield PotFact(
            f"left{n}", Text("Före siffra {n}", "Before digit {n}", number), left, quotient(of, "{digits}"), Look.COUNT
        )
        yield PotFact(
            f"digit{n}", Text("Siffra {n}", "Digit {n}", number), values[n], f"{of}-{{left{n}}}*{{digits}}", Look.COUNT
        )
        of = f"{{left{n}}}"
    yield PotFact("digit0", Text("Siffra 1", "Digit 1"), values[0], of, Look.COUNT)


def _total_fact(total: int, based: bool) -> PotFact:
    label = Text("Nyckeln delar ut", "The key gives out")
    return PotFact("total", label, total, "IF({weights}=0,0,{amount})" + ("+{n}*{base}" if based else ""))


def _fields(
    weight: str,
    split: Split,
    steps: Sequence[Sequence[tuple[int, int]]],
    whole: tuple[int, ...],
    based: bool,
    chosen: bool,
    divisor: int,
) -> Iterator[PotField]:
    for n in range(split.steps):
        number: dict[str, object] = {"n": str(n + 1)}
        before = f"{{rest{n - 1}}}*{{digits}}+" if n else ""
        name = "rest" if n == split.steps - 1 else f"rest{n}"
        divided = f"{before}{{digit{n}}}*{{{weight}}}"
        quotients, rests = tuple(one[n][0] for one in steps), tuple(one[n][1] for one in steps)
        heading = Text("Steg {n}: kvot", "Step {n}: quotient", number)
        yield PotField(f"quotient{n}", heading, quotients, quotient(divided, "{divisor}"), Look.COUNT)
        heading = Text("Steg {n}: rest", "Step {n}: rest", number)
        if name == "rest":
            heading = Text("Rest, i delar av en krona", "Rest, in parts of a krona")
        yield PotField(name, heading, rests, f"{divided}-{{quotient{n}}}*{{divisor}}", Look.COUNT)
    joined = "{quotient0}"
    for n in range(1, split.steps):
        joined = f"({joined})*{{digits}}+{{quotient{n}}}"
    base = ("+{base}*{met}" if chosen else "+{base}") if based else ""
    yield PotField("whole", _WHOLE, whole, joined + base, summed=True)
    exact = tuple(w + Fraction(one[-1][1], divisor) for w, one in zip(whole, steps, strict=True))
    heading = Text("Exakt, med fyra decimaler", "Exactly, with four decimals")
    yield PotField("exact", heading, exact, "{whole}+{rest}/{divisor}", Look.DECIMALS)


def _note(split: Split) -> Text:
    if split.steps == 1:
        return Text(
            "Beloppet × vikten delas med vikternas summa; det som inte blir hela kronor är resten.",
            "The amount × the weight is divided by the sum of the weights; what makes no whole kronor is the rest.",
        )
    return Text(
        "Beloppet × vikten delas med vikternas summa, en siffra i taget som på papper: då räknar kalkylarket rätt till kronan.",
        "The amount × the weight is divided by the sum of the weights, a digit at a time as on paper: so the sheet is exact.",
    )
