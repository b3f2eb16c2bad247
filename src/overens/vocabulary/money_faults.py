"""The sentences that say what is wrong with an amount, and how it is written."""

from __future__ import annotations

import re

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import NO_BREAK_SPACE, kronor, whole_number


def too_much(words: str) -> Fault:
    """The amount is larger than any grant."""
    return Fault.of(
        "Beloppet '{words}' är orimligt stort.",
        "Räkna nollorna, och se efter om enheten är kr, Mkr eller miljarder kr.",
        "The amount '{words}' is unreasonably large.",
        "Count the zeros, and see whether the unit is kr, Mkr or miljarder kr.",
        words=words[:60],
    )


def not_an_amount(words: str) -> Fault:
    """The words are no amount."""
    return Fault.of(
        "'{words}' är inget belopp.",
        "Skriv till exempel '1 535 000 000 kr', '182,5 Mkr', 'drygt 86 Mkr' eller 'ej funnet'.",
        "'{words}' is not an amount.",
        "Write for instance '1 535 000 000 kr', '182,5 Mkr', 'drygt 86 Mkr' or 'ej funnet'.",
        words=words[:60],
    )


def no_unit(words: str, number: str) -> Fault:
    """The number has no unit that is known."""
    digits = re.sub(r"\D", "", number)
    return Fault.of(
        "Beloppet '{words}' saknar känd enhet.",
        "Skriv 'kr', 'Mkr' eller 'miljarder kr' efter talet, till exempel '{example}'.",
        "The amount '{words}' has no known unit.",
        "Write 'kr', 'Mkr' or 'miljarder kr' after the number, for instance '{example}'.",
        words=words[:60],
        example=f"{whole_number(int(digits))} kr".replace(NO_BREAK_SPACE, " "),
    )


def wrong_digits(digits: str, unit: int) -> Fault:
    """The digits are not grouped as numbers are; unit is kronor for each whole one of the number."""
    example = kronor(int(re.sub(r"\D", "", digits))).replace(NO_BREAK_SPACE, " ") if unit == 1 else "182,5 Mkr"
    return Fault.of(
        "Talet '{digits}' är fel grupperat eller har decimalpunkt.",
        "Gruppera tre och tre med mellanslag, med decimalkomma om det behövs, till exempel '{example}'.",
        "The number '{digits}' is wrongly grouped or has a decimal point.",
        "Group in threes with spaces, with a decimal comma if needed, for instance '{example}'.",
        digits=digits,
        example=example,
    )
