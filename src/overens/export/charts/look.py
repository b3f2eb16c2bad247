"""Language, theme and size -> how a chart is drawn: colours, widths, letters, numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from overens.export.picture import PALETTES, Palette, Size, Theme
from overens.vocabulary.wording import NO_BREAK_SPACE, Language, Text, decimal_number

Number: TypeAlias = int | Fraction
MARGIN = 12
_WIDTHS = {Size.WIDE: 680 - 2 * MARGIN, Size.NARROW: 340 - 2 * MARGIN}
_LETTER = 0.55
"""How broad a letter is in the middle, as a part of its size."""


@dataclass(frozen=True)
class Look:
    """How a chart is drawn; sizes are units of the picture, of which a page shows one as a pixel or somewhat less."""

    language: Language
    theme: Theme
    size: Size

    @property
    def palette(self) -> Palette:
        """The colours."""
        return PALETTES[self.theme]

    @property
    def width(self) -> int:
        """The breadth within the margins."""
        return _WIDTHS[self.size]

    @property
    def narrow(self) -> bool:
        """Whether it is drawn for a telephone."""
        return self.size is Size.NARROW

    @property
    def letters(self) -> int:
        """The size of the words."""
        return 13 if self.narrow else 15

    def room(self, words: str) -> int:
        """Return how broad the words are, with some to spare: what is drawn is the same whatever the letters' form."""
        return round(len(words) * self.letters * _LETTER)

    def say(self, text: Text) -> str:
        """Return the words in the language."""
        return text.say(self.language)

    def lines(self, words: str, room: int, most: int = 2) -> list[str]:
        """Return the words in lines no broader than the room; what is left over ends in an ellipsis."""
        found = [""]
        for word in words.split(" "):
            longer = f"{found[-1]} {word}".strip()
            if found[-1] and self.room(longer) > room:
                found.append(word)
            else:
                found[-1] = longer
        letters = max(4, int(room / self.letters / _LETTER))
        cut = [line if len(line) <= letters else f"{line[: letters - 1].rstrip()}…" for line in found[:most]]
        if len(found) > most and not cut[-1].endswith("…"):
            cut[-1] = f"{cut[-1][: letters - 1].rstrip()}…"
        return cut


@dataclass(frozen=True)
class Unit:
    """What numbers are shown in.

    Attributes:
        name: What stands after a number.
        of: How many kronor, or other things, one is.
        decimals: How many are shown, at most.
    """

    name: Text
    of: int = 1
    decimals: int = 0

    def say(self, value: Number, language: Language) -> str:
        """Return the number with the unit: 412,5 Mkr."""
        return f"{self.bare(value, language)}{NO_BREAK_SPACE}{self.name.say(language)}".rstrip()

    def bare(self, value: Number, language: Language) -> str:
        """Return the number without the unit; what is not nought never looks like it."""
        words = decimal_number(Fraction(value) / self.of, self.decimals, language)
        if value > 0 and words == "0":
            least = decimal_number(Fraction(1, 10**self.decimals), self.decimals, language)
            return f"<{NO_BREAK_SPACE}{least}"
        return words

    def signed(self, value: Number, language: Language) -> str:
        """Return the number with its sign and the unit: +12 Mkr."""
        return f"{'+' if value > 0 else ''}{self.say(value, language)}"


KR = Unit(Text("kr", "kr"))
TENTHS = Unit(Text("Mkr", "Mkr"), 1_000_000, 1)
MKR = Unit(Text("Mkr", "Mkr"), 1_000_000)


def unit_for(values: Iterable[Number]) -> Unit:
    """Return the unit to show the kronor in: whole ones below a million, else millions, with tenths where some are few."""
    sizes = [abs(Fraction(value)) for value in values if value]
    most = max(sizes, default=Fraction(0))
    if most < 1_000_000:
        return KR
    return TENTHS if most < 100_000_000 or min(sizes) < 1_000_000 else MKR
