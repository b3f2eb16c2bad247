"""Swedish words for a share, a number or a count -> the exact value, and back."""

from __future__ import annotations

import re
from fractions import Fraction

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import NO_BREAK_SPACE, exact_decimal, whole_number


def parse_share(words: str) -> Fraction | Fault:
    """Return the share in '1/2', '50 %' or '37,5 %', from 0 to 10."""
    text = re.sub(r"[\s\u00a0\u202f]+", "", words)
    share: Fraction | None = None
    if (ratio := re.fullmatch(r"(\d{1,6})/(\d{1,6})", text, re.ASCII)) and int(ratio[2]):
        share = Fraction(int(ratio[1]), int(ratio[2]))
    elif per_cent := re.fullmatch(r"(\d{1,4}(?:,\d{1,9})?)%", text, re.ASCII):
        share = Fraction(per_cent[1].replace(",", ".")) / 100
    if share is not None and share <= 10:
        return share
    return Fault.of(
        "'{words}' är ingen andel.",
        "Skriv '1/2' eller '50 %'.",
        "'{words}' is not a share.",
        "Write '1/2' or '50 %'.",
        words=words,
    )


def share_words(share: Fraction) -> str:
    """Return the words that parse_share reads as the share: per cent where it is short, else a ratio.

    >>> share_words(Fraction(3, 8)), share_words(Fraction(1, 9))
    ('37,5 %', '1/9')
    """
    per_cent = f"{exact_decimal(share * 100).replace('.', ',')} %"
    ratio = f"{share.numerator}/{share.denominator}"
    exact = parse_share(per_cent) == share
    return per_cent if exact and (len(per_cent) <= len("37,5 %") or parse_share(ratio) != share) else ratio


def parse_number(words: str) -> Fraction | Fault:
    """Return the number in '70', '37,5' or '1 000'; a decimal point is refused in favour of a comma."""
    text = re.sub(r"[ \u00a0\u2009\u202f]", " ", words.strip()).removesuffix("%").strip()
    if re.fullmatch(r"-?(\d{1,30}|\d{1,3}( \d{3}){1,9})(,\d{1,12})?", text, re.ASCII):
        return Fraction(text.replace(" ", "").replace(",", "."))
    if not text:
        return Fault.of(
            "Talet saknas.",
            'Skriv siffror; inom {{}} och [] kräver decimalkomma citattecken: "37,5".',
            "The number is missing.",
            'Write digits; within {{}} and [] a decimal comma needs quotation marks: "37,5".',
        )
    return Fault.of(
        "'{words}' är inget tal.",
        "Skriv siffror, med decimalkomma om det behövs: '37,5'.",
        "'{words}' is not a number.",
        "Write digits, with a decimal comma if needed: '37,5'.",
        words=words,
    )


def number_words(number: Fraction) -> str:
    """Return the words that parse_number reads as the number: decimal comma, five digits and more grouped.

    >>> number_words(Fraction(75, 2)), number_words(Fraction(2500)), number_words(Fraction(1_000_000))
    ('37,5', '2500', '1 000 000')
    """
    whole, _, decimals = exact_decimal(abs(number)).partition(".")
    grouped = whole_number(int(whole)).replace(NO_BREAK_SPACE, " ") if len(whole) > 4 else whole
    return ("-" if number < 0 else "") + grouped + ("," + decimals if decimals else "")


def parse_count(words: str) -> int | Fault:
    """Return the whole number in '5' or '2 500', or what is wrong with it."""
    if re.fullmatch(r"\d{1,9}", words.replace(" ", "").replace("\u00a0", ""), re.ASCII):
        return int(words.replace(" ", "").replace("\u00a0", ""))
    return Fault.of(
        "'{words}' är inget antal.",
        "Skriv ett heltal: '5'.",
        "'{words}' is not a count.",
        "Write a whole number: '5'.",
        words=words,
    )


def count_words(count: int) -> str:
    """Return the words that parse_count reads as the count."""
    return number_words(Fraction(count))
