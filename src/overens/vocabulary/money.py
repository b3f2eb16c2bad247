"""Swedish words for an amount -> whole kronor with precision and mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from overens.vocabulary import money_faults
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import NO_BREAK_SPACE, kronor, whole_number


class Precision(StrEnum):
    """How sharply the source stated an amount (precision)."""

    EXACT = "exakt"
    ROUNDED = "avrundad"
    BOUNDED = "begränsad"


class Mark(StrEnum):
    """How an amount is known (märke), strongest first."""

    VERIFIED = "verifierad"
    COMPUTED = "beräknad"
    INFERRED = "härledd"
    NOT_FOUND = "ej funnen"


SURE = (Mark.VERIFIED, Mark.COMPUTED)
"""The marks that a recipient can count on."""


def weakest(marks: Iterable[Mark]) -> Mark:
    """Return the weakest of the marks: what is derived is no better than what it stands on."""
    order = list(Mark)
    return max(marks, key=order.index, default=Mark.VERIFIED)


_ROUNDING = 100
"""An end of an interval this many times nearer than the other is there by rounding shares to whole kronor."""


@dataclass(frozen=True)
class Amount:
    """An amount (belopp) in whole kronor, the interval it may lie in, and how it is known.

    Attributes:
        kr: The amount as printed, in kronor.
        low: Least amount the words allow, in kronor; None when there is no lower bound.
        high: Greatest amount the words allow, in kronor; None when there is no upper bound.
        bound: The source's own word for how near ('knappt'), if it had one. Two amounts that differ
            in nothing else are equal: 'knappt' and 'upp till' 100 Mkr say the same.
    """

    kr: int
    low: int | None
    high: int | None
    precision: Precision = Precision.EXACT
    mark: Mark = Mark.VERIFIED
    bound: str = field(default="", compare=False, repr=False)

    @classmethod
    def exactly(cls, kr: int, mark: Mark = Mark.VERIFIED) -> Amount:
        """Return an exact amount."""
        return cls(kr, kr, kr, Precision.EXACT, mark)

    def marked(self, mark: Mark) -> Amount:
        """Return the same amount with another mark."""
        return replace(self, mark=mark)

    def __str__(self) -> str:
        match self.precision:
            case Precision.EXACT:
                return kronor(self.kr)
            case Precision.ROUNDED:
                return f"≈{NO_BREAK_SPACE}{kronor(self.kr)}"
            case Precision.BOUNDED:
                return f"{self._sign()}{NO_BREAK_SPACE}{kronor(self.kr)}"

    def _sign(self) -> str:
        """Return on which side of the kronor the interval lies; a sum may have a krona or so on the other side."""
        if self.high is None:
            return "≥"
        if self.low in (0, None):
            return "≤"
        below, above = self.kr - (self.low or 0), self.high - self.kr
        if above * _ROUNDING < below or not above:
            return "<"
        return ">" if below * _ROUNDING < above else "≈"


MOST = 10**36
"""Kronor that no grant comes near; as much or more is a slip of the pen."""
_SPACES = re.compile(r"[ \u00a0\u2007\u2009\u202f]+")
_UNITS = {
    "kr": 1,
    "kronor": 1,
    "tkr": 10**3,
    "mkr": 10**6,
    "miljon kr": 10**6,
    "miljoner kr": 10**6,
    "miljoner kronor": 10**6,
    "mdr kr": 10**9,
    "miljard kr": 10**9,
    "miljarder kr": 10**9,
    "miljarder kronor": 10**9,
}
_AMOUNT = re.compile(
    r"^(?:(?P<bound>drygt|knappt|upp till|högst|minst|cirka|ca|omkring) )?"
    r"(?P<number>[0-9][0-9 .,]{0,60}?) ?(?P<unit>[a-zåäö][a-zåäö ]*)?$"
)
_GROUPED = re.compile(r"^(?:\d{1,3}(?: \d{3})+|\d+)$")


def parse_amount(words: str) -> Amount | Fault:
    r"""Return the amount the words state, or a sentence that says what is wrong and what to write.

    The last printed digit sets the precision: '1,7 miljarder kr' is 1 700 Mkr give or take 50. After
    'drygt', 'knappt' and 'cirka' zeros count for nothing. An amount in full kronor is exact; so is nothing else.

    >>> str(parse_amount("1 367 000 000 kr")).replace("\xa0", " ")
    '1 367 000 000 kr'
    >>> parse_amount("drygt 86 Mkr").low
    86000000
    """
    text = _SPACES.sub(" ", words.strip())
    lowered = text.lower()
    if lowered.startswith(("-", "−", "–")):
        return Fault.of(
            "Beloppet '{words}' är negativt.",
            "Skriv ett belopp som är noll eller större.",
            "The amount '{words}' is negative.",
            "Write an amount of zero or more.",
            words=text,
        )
    found = _AMOUNT.match(lowered)
    if found is None:
        return money_faults.not_an_amount(text)
    unit = _UNITS.get((found["unit"] or "").strip())
    if unit is None:
        return money_faults.no_unit(text, found["number"])
    number = _parse_number(found["number"].strip(), unit)
    if isinstance(number, Fault):
        return number
    value, step = number
    if value >= MOST:
        return money_faults.too_much(text)
    return _bounded(found["bound"], value, step if unit > 1 else 0, _loose_step(value, step))


def near(kr: int, step: int = 1, bound: str = "") -> Amount:
    """Return the amount of a number whose last printed digit is worth `step` kronor, after the word for how near it is.

    >>> near(86_000_000, 1_000_000, "drygt").high
    87000000
    """
    return _bounded(bound or None, kr, step if step > 1 else 0, _loose_step(kr, step))


def _parse_number(digits: str, unit: int) -> tuple[int, int] | Fault:
    """Return (kronor, size of the last printed digit in kronor)."""
    whole, comma, decimals = digits.partition(",")
    if "." in digits or "," in decimals or (comma and not decimals) or " " in decimals:
        return money_faults.wrong_digits(digits, unit)
    if not _GROUPED.match(whole):
        return money_faults.wrong_digits(digits, unit)
    exact = (Fraction(int(whole.replace(" ", ""))) + Fraction(int(decimals or 0), 10 ** len(decimals))) * unit
    if exact.denominator != 1 or (comma and unit == 1):
        return Fault.of(
            "'{digits}' är inte hela kronor.",
            "Skriv beloppet i hela kronor, eller i Mkr med decimalkomma.",
            "'{digits}' is not whole kronor.",
            "Write the amount in whole kronor, or in Mkr with a decimal comma.",
            digits=digits,
        )
    return int(exact), max(1, unit // 10 ** len(decimals))


def _loose_step(kr: int, step: int) -> int:
    """Return the size of the last digit that is not zero: 'drygt 300 Mkr' says no more than 300 to 400."""
    while kr and kr % (step * 10) == 0:
        step *= 10
    return step


def _bounded(bound: str | None, kr: int, step: int, loose: int) -> Amount:
    match bound:
        case "drygt":
            return Amount(kr, kr, kr + loose, Precision.BOUNDED, bound=bound)
        case "knappt":
            return Amount(kr, kr - loose, kr, Precision.BOUNDED, bound=bound)
        case "upp till" | "högst":
            return Amount(kr, 0, kr, Precision.BOUNDED, bound=bound)
        case "minst":
            return Amount(kr, kr, None, Precision.BOUNDED, bound=bound)
        case "cirka" | "ca" | "omkring":
            return Amount(kr, kr - loose, kr + loose, Precision.ROUNDED, bound=bound)
        case _ if step:
            return Amount(kr, kr - step // 2, kr + step // 2, Precision.ROUNDED)
        case _:
            return Amount.exactly(kr)


_BOUNDS = {
    Precision.EXACT: ("",),
    Precision.ROUNDED: ("", "cirka"),
    Precision.BOUNDED: ("upp till", "drygt", "knappt", "minst"),
}
"""The words that may stand before an amount of the precision, the likeliest first."""


def amount_words(amount: Amount) -> str:
    """Return the words, as they would be printed, that parse_amount reads as this amount; the mark is not in them.

    >>> amount_words(Amount(1_700_000_000, 1_650_000_000, 1_750_000_000, Precision.ROUNDED))
    '1,7 miljarder kr'

    Raises:
        ValueError: If no words state the interval, as for a sum of rough amounts.
    """
    wanted = amount.marked(Mark.VERIFIED)
    for bound in (amount.bound, *_BOUNDS[amount.precision]):
        words = f"{bound} {_printed(amount, bound)}".strip()
        if parse_amount(words) == wanted:
            return words
    raise ValueError(f"no words state {amount!r}")


def _printed(amount: Amount, bound: str) -> str:
    """Return the number and its unit, with as many decimals as the precision after the bound's word asks for."""
    kr = amount.kr
    apart = max((amount.high or 0) - kr, kr - (amount.low or 0)) if kr == 0 or not bound else 0
    if amount.precision is Precision.EXACT or (bound and kr == 0 and apart <= 1):
        unit = step = 1
    elif bound and kr:
        step = _loose_step(kr, 1)
        unit = 10**9 if kr >= 10**9 and step >= 10**8 else 10**6 if kr >= 10**6 and step >= 10**4 else 1
    else:
        step = max(1, apart if bound else 2 * apart)
        unit = 10**9 if step >= 10**7 else 10**6 if kr >= 10**6 or step > 10**3 else 10**3
    whole, rest = divmod(kr, unit)
    decimals = f"{rest:0{len(str(unit)) - 1}d}"[: len(str(unit // min(step, unit))) - 1]
    billions = "miljard kr" if whole == 1 and not decimals else "miljarder kr"
    name = {1: "kr", 10**3: "tkr", 10**6: "Mkr", 10**9: billions}[unit]
    return f"{whole_number(whole).replace(NO_BREAK_SPACE, ' ')}{',' if decimals else ''}{decimals} {name}"


def rounded_to(kr: int, unit: int, mark: Mark = Mark.VERIFIED) -> Amount:
    """Return an amount printed to the nearest unit, for instance 100 000 kr."""
    if unit <= 1:
        return Amount.exactly(kr, mark)
    return Amount(kr, kr - unit // 2, kr + unit // 2, Precision.ROUNDED, mark)


def add_up(amounts: Iterable[Amount]) -> Amount:
    """Return the sum: nominal kronor, the interval, the least precision and the weakest mark."""
    parts = list(amounts)
    if not parts:
        return Amount.exactly(0)
    lows = [part.low for part in parts]
    highs = [part.high for part in parts]
    order = list(Precision)
    return Amount(
        sum(part.kr for part in parts),
        None if None in lows else sum(low for low in lows if low is not None),
        None if None in highs else sum(high for high in highs if high is not None),
        max((part.precision for part in parts), key=order.index),
        weakest(part.mark for part in parts),
    )


def may_be_equal(one: Amount, other: Amount) -> bool:
    """Tell whether the two intervals meet: exact amounts must be equal, rough ones compatible."""
    above = one.high is None or other.low is None or other.low <= one.high
    below = other.high is None or one.low is None or one.low <= other.high
    return above and below
