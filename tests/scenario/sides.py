"""Two small agreement files -> what compare makes of them, as a test reads it: cause -> code -> kronor."""

from __future__ import annotations

from overens.allocation.allocate import allocate
from overens.allocation.model import Allocation
from overens.figures.model import Series, Snapshot
from overens.scenario.attribute import Cause
from overens.scenario.compare import Comparison, PotChange, compare, line_for
from overens.scenario.describe import describe_change
from overens.scenario.pairs import pair_agreements
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Language
from tests.builders import ABC, SV, agreement_text, one_pot, plain_spaces, read

FIGURES = tuple[Series, ...]


def of_year(text: str, year: int, name: str = "prov") -> str:
    """Return the agreement file with the id and year of another."""
    return text.replace("id: prov-2024", f"id: {name}-{year}").replace("avser: 2024", f"avser: {year}")


def side(text: str, *figures: Series, register: Register = ABC) -> Allocation:
    """Return the allocation of one side."""
    return allocate(read(text).agreement, Snapshot.of(register, figures))


def texts_compared(before: list[str], after: list[str], *figures: Series, register: Register = ABC) -> Comparison:
    """Return the comparison of two lists of agreement files."""
    sides = [[side(text, *figures, register=register) for text in texts] for texts in (before, after)]
    return compare(pair_agreements(*sides), lambda _: Snapshot.of(register, figures))


def pots_compared(before: str, after: str, *figures: Series, register: Register = ABC) -> Comparison:
    """Return the comparison of two agreements, each given by its pots (YAML by name)."""
    one, other = of_year(agreement_text(before), 2023), agreement_text(after)
    return texts_compared([one], [other], *figures, register=register)


def rules_compared(before: str, after: str, *figures: Series, register: Register = ABC) -> PotChange:
    """Return the comparison of one pot, given by the lines of its rule on either side."""
    found = texts_compared([of_year(one_pot(before), 2023)], [one_pot(after)], *figures, register=register)
    assert (found.not_computed, found.one_sided) == ((), ())
    (change,) = found.changes
    return change


def effects(change: PotChange) -> dict[Cause, dict[str, int]]:
    """Return cause -> code -> kronor; a recipient that a cause leaves alone is not there."""
    return {effect.cause: {code: kr for (_, code), kr in sorted(effect.kr.items())} for effect in change.effects}


def words(change: PotChange, language: Language = SV) -> list[str]:
    """Return what changed, in words, cause by cause, with ordinary spaces."""
    line = line_for(change, None)
    found = (describe_change(line.pair, cause, line.together.get(cause, ())) for cause in line.causes)
    return [plain_spaces(text.say(language)) for text in found]
