"""A contradiction about an amount -> what the other amount would mean in kronor, for the agreement and for the recipients."""

from __future__ import annotations

import re
from collections.abc import Mapping

from overens.agreement.model import Pot
from overens.agreement.terms import Contradiction
from overens.allocation.model import Allocation, PotAllocation, State
from overens.allocation.pots import allocate_pot
from overens.usecases.library import Library
from overens.vocabulary.money import Amount, may_be_equal, parse_amount
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import kronor
from pages.markdown import table

_AMOUNT = re.compile(
    r"(?:(?:drygt|knappt|upp till|högst|minst|cirka|ca|omkring) )?"
    r"(?<![\d,.])(?<!\d[ \u00a0])\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)? ?"
    r"(?:kronor|kr|Mkr|miljoner kronor|miljarder kronor|miljoner|miljarder)\b"
)
_LISTED = re.compile(r"\b(?:och|eller) \d")
"""Several amounts after each other, of which only the last has its unit: none of them is what the source says."""
_SHOWN = 3
_NOT_SAID = "Det går inte att säga i kronor."


def what_it_means(library: Library, agreement_id: str, contradiction: Contradiction) -> list[str]:
    """Return paragraphs on what the other value would mean in kronor, or that it cannot be said."""
    says, used = amount_in(contradiction.says), amount_in(contradiction.used)
    if says is None or used is None or not contradiction.about.endswith("belopp"):
        return [_NOT_SAID]
    if may_be_equal(says, used):
        return [f"Talen går ihop: {says} och {used}, om det ena är avrundat. Menar de samma sak ändras inget belopp."]
    difference = says.kr - used.kr
    compared = "större" if difference > 0 else "mindre"
    whole = f"Källans tal är {kronor(abs(difference))} {compared} än det som används ({says} mot {used})."
    return [whole, *_recipients(library, agreement_id, contradiction, says)]


def amount_in(words: str) -> Amount | None:
    """Return the amount in the words, if there is exactly one.

    >>> amount_in("1 357 Mkr i texten").kr
    1357000000
    >>> amount_in("44 7 500 000 kronor") is None
    True
    """
    if _LISTED.search(words):
        return None
    found = [_parsed(one) for one in _AMOUNT.findall(words)]
    return found[0] if len(found) == 1 else None


def _parsed(words: str) -> Amount | None:
    unit = re.sub(r"(miljoner|miljarder)$", r"\1 kr", words.replace("\u00a0", " "))
    amount = parse_amount(unit)
    return None if isinstance(amount, Fault) else amount


def _recipients(library: Library, agreement_id: str, contradiction: Contradiction, says: Amount) -> list[str]:
    """Return what the recipients of a computed pot would get instead; of a total, that they are not touched."""
    steps = contradiction.about.split(".")
    if len(steps) < 3 or steps[-3] != "potter" or steps[-1] != "belopp":
        if contradiction.about == "belopp":
            return ["Det gäller summan. Mottagarnas kronor räknas pott för pott och ändras inte av den."]
        return []
    if library.faulty:
        return []
    allocation = library.allocation(agreement_id)
    pot = allocation.pot(steps[-2])
    if pot is None:
        return []
    if pot.state is not State.COMPUTED or len(pot.awards) < 2:
        return ["Vad det gör för var och en av mottagarna går inte att räkna ut."]
    return _compared(pot, _with_amount(library, allocation, pot, says))


def _with_amount(library: Library, allocation: Allocation, pot: PotAllocation, says: Amount) -> PotAllocation:
    other: Pot = pot.pot.model_copy(update={"amount": says})
    return allocate_pot(pot.path, other, library.snapshot_for(library.written[allocation.agreement.id]))


def _compared(pot: PotAllocation, other: PotAllocation) -> list[str]:
    before, after = _kronor(pot), _kronor(other)
    if other.state is not State.COMPUTED or before == after:
        return ["Mottagarnas belopp står i en tabell och ändras inte av det."]
    names = {award.recipient.code: award.recipient.name for award in pot.awards}
    change = {code: after.get(code, 0) - kr for code, kr in before.items()}
    most = sorted(change, key=lambda code: (-abs(change[code]), code))
    shown = [*most[:_SHOWN], most[-1]] if len(most) > _SHOWN + 1 else most
    rows = [(names[code], kronor(before[code]), kronor(after.get(code, 0)), kronor(change[code])) for code in shown]
    words = (
        "Med källans belopp och samma regel hade det blivit så här för dem som det gör störst och minst skillnad för:"
    )
    return [words, table(("mottagare", "räknat här", "med källans belopp", "skillnad"), rows, right=(1, 2, 3))]


def _kronor(pot: PotAllocation) -> Mapping[str, int]:
    return {award.recipient.code: award.amount.kr for award in pot.awards}
