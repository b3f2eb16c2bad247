"""Every notation for an amount that Swedish sources use, and every one that is refused."""

from __future__ import annotations

import pytest

from overens.vocabulary.money import (
    Amount,
    Mark,
    Precision,
    add_up,
    amount_words,
    may_be_equal,
    parse_amount,
    rounded_to,
    weakest,
)
from overens.vocabulary.problems import Fault
from tests.builders import EN, plain_spaces

NO_BREAK, THIN, NARROW_NO_BREAK, FIGURE = "\u00a0", "\u2009", "\u202f", "\u2007"
MKR, MDR = 10**6, 10**9


def amount(words: str) -> Amount:
    read = parse_amount(words)
    assert isinstance(read, Amount), read
    return read


def refused(words: str) -> tuple[str, str]:
    read = parse_amount(words)
    assert isinstance(read, Fault), read
    assert EN_differs(read)
    return plain_spaces(read.message.say()), plain_spaces(read.remedy.say())


def EN_differs(fault: Fault) -> bool:  # noqa: N802 - EN is the name of the language
    return fault.message.say(EN) != fault.message.say() and fault.remedy.say(EN) != fault.remedy.say()


@pytest.mark.parametrize(
    "words",
    [
        "1 367 000 000 kr",
        "1 367 000 000 kronor",
        "1367000000 kr",
        "1367000000kr",
        "  1 367 000 000  kr ",
        "1 367 000 000 KR",
        f"1{NO_BREAK}367{NO_BREAK}000{NO_BREAK}000{NO_BREAK}kr",
        f"1{THIN}367{THIN}000{THIN}000 kr",
        f"1{NARROW_NO_BREAK}367{NARROW_NO_BREAK}000{NARROW_NO_BREAK}000 kr",
        f"1{FIGURE}367 000{THIN}000{NO_BREAK}kr",
    ],
)
def test_an_amount_in_full_kronor_is_exact(words: str) -> None:
    assert amount(words) == Amount(1_367_000_000, 1_367_000_000, 1_367_000_000, Precision.EXACT, Mark.VERIFIED)


@pytest.mark.parametrize(
    ("words", "kr", "low", "high"),
    [
        ("290 Mkr", 290 * MKR, 289_500_000, 290_500_000),
        ("290 mkr", 290 * MKR, 289_500_000, 290_500_000),
        ("1 535 Mkr", 1535 * MKR, 1_534_500_000, 1_535_500_000),
        ("182,5 Mkr", 182_500_000, 182_450_000, 182_550_000),
        ("182,50 Mkr", 182_500_000, 182_495_000, 182_505_000),
        ("34,25 miljoner kronor", 34_250_000, 34_245_000, 34_255_000),
        ("1 miljon kr", MKR, 500_000, 1_500_000),
        ("27 miljoner kr", 27 * MKR, 26_500_000, 27_500_000),
        ("1,7 miljarder kr", 1_700 * MKR, 1_650 * MKR, 1_750 * MKR),
        ("1 miljard kr", MDR, 500 * MKR, 1_500 * MKR),
        ("2,5 miljarder kronor", 2_500 * MKR, 2_450 * MKR, 2_550 * MKR),
        ("3 mdr kr", 3 * MDR, 2_500 * MKR, 3_500 * MKR),
        ("650 tkr", 650_000, 649_500, 650_500),
    ],
)
def test_millions_and_thousands_are_rounded_to_half_their_last_digit(words: str, kr: int, low: int, high: int) -> None:
    assert amount(words) == Amount(kr, low, high, Precision.ROUNDED)


@pytest.mark.parametrize(
    ("words", "kr", "low", "high"),
    [
        ("drygt 86 Mkr", 86 * MKR, 86 * MKR, 87 * MKR),
        ("knappt 3 miljarder kr", 3 * MDR, 2 * MDR, 3 * MDR),
        ("knappt 2,9 miljarder kr", 2_900 * MKR, 2_800 * MKR, 2_900 * MKR),
        ("upp till 700 Mkr", 700 * MKR, 0, 700 * MKR),
        ("högst 700 Mkr", 700 * MKR, 0, 700 * MKR),
        ("minst 100 000 kr", 100_000, 100_000, None),
        ("Drygt 86 Mkr", 86 * MKR, 86 * MKR, 87 * MKR),
        ("drygt 20 Mkr", 20 * MKR, 20 * MKR, 30 * MKR),
        ("drygt 300 Mkr", 300 * MKR, 300 * MKR, 400 * MKR),
        ("drygt 310 Mkr", 310 * MKR, 310 * MKR, 320 * MKR),
        ("drygt 123 kr", 123, 123, 124),
        ("knappt 100 kr", 100, 0, 100),
    ],
)
def test_words_before_a_number_are_bounds_as_wide_as_its_last_digit_that_is_not_zero(
    words: str, kr: int, low: int, high: int | None
) -> None:
    assert amount(words) == Amount(kr, low, high, Precision.BOUNDED)


@pytest.mark.parametrize("word", ["cirka", "ca", "omkring"])
def test_about_is_a_whole_last_digit_either_way_zeros_apart(word: str) -> None:
    assert amount(f"{word} 27 Mkr") == Amount(27 * MKR, 26 * MKR, 28 * MKR, Precision.ROUNDED)
    assert amount(f"{word} 20 Mkr") == Amount(20 * MKR, 10 * MKR, 30 * MKR, Precision.ROUNDED)


def test_no_money_is_an_amount() -> None:
    assert amount("0 kr") == Amount.exactly(0)


def test_a_thousand_million_million_is_exact() -> None:
    assert amount("1 000 000 000 000 000 kr").kr == 10**15


# --- what is refused ----------------------------------------------------------------


@pytest.mark.parametrize("words", ["-5 kr", "−5 kr", "–5 kr", "- 5 kr"])
def test_a_negative_amount_is_refused(words: str) -> None:
    assert refused(words) == (f"Beloppet '{words}' är negativt.", "Skriv ett belopp som är noll eller större.")


@pytest.mark.parametrize(
    "words", ["1.5 Mkr", "182.5 Mkr", "1.367.000.000 kr", "1,5,5 Mkr", "1, Mkr", "1 ,5 Mkr", "1,5 0 Mkr"]
)
def test_a_decimal_point_or_a_stray_comma_is_refused(words: str) -> None:
    message, remedy = refused(words)
    assert message.endswith("är fel grupperat eller har decimalpunkt.")
    assert "decimalkomma" in remedy


@pytest.mark.parametrize(
    ("words", "example"),
    [
        ("544 99 160 kr", "54 499 160 kr"),
        ("44 7 500 000 kronor", "447 500 000 kr"),
        ("1 0000 kr", "10 000 kr"),
        ("1367 000 kr", "1 367 000 kr"),
    ],
)
def test_wrong_grouping_is_refused_and_the_right_one_shown(words: str, example: str) -> None:
    message, remedy = refused(words)
    assert "fel grupperat" in message
    assert f"'{example}'" in remedy


@pytest.mark.parametrize("words", ["1 367", "500 Mkrr", "5 euro", "7 procent", "1,7 miljarder"])
def test_a_number_without_a_known_unit_is_refused(words: str) -> None:
    message, remedy = refused(words)
    assert message == f"Beloppet '{words}' saknar känd enhet."
    assert "'kr', 'Mkr' eller 'miljarder kr'" in remedy


def test_the_remedy_for_a_missing_unit_shows_the_same_number_with_one() -> None:
    assert "'1 367 kr'" in refused("1367")[1]


@pytest.mark.parametrize("words", ["1,5 kr", "0,5 kr", "1,0 kr", "0,0005 tkr"])
def test_parts_of_a_krona_are_refused(words: str) -> None:
    assert refused(words)[0].endswith("är inte hela kronor.")


@pytest.mark.parametrize(
    "words", ["mycket", "kr 100", "ett hundra kr", "10 kr och 5 kr", "1e9 kr", "nan", "∞ kr", "½ Mkr"]
)
def test_other_words_are_no_amount_and_the_remedy_gives_examples(words: str) -> None:
    assert "'182,5 Mkr'" in refused(words)[1]


def test_an_empty_amount_is_not_called_negative() -> None:
    message, _ = refused("")
    assert "negativt" not in message


def test_a_number_of_five_thousand_digits_is_refused_not_raised() -> None:
    assert isinstance(parse_amount("9" * 5_000 + " kr"), Fault)


# --- arithmetic with what is not sharp ----------------------------------------------


def test_a_sum_carries_the_interval_the_least_precision_and_the_weakest_mark() -> None:
    parts = [amount("290 Mkr"), amount("drygt 86 Mkr"), amount("drygt 20 Mkr").marked(Mark.INFERRED)]
    assert add_up(parts) == Amount(396 * MKR, 395_500_000, 407_500_000, Precision.BOUNDED, Mark.INFERRED)


def test_290_and_drygt_86_and_drygt_20_may_be_397() -> None:
    parts = add_up([amount("290 Mkr"), amount("drygt 86 Mkr"), amount("drygt 20 Mkr")])
    assert may_be_equal(parts, amount("397 Mkr"))
    assert not may_be_equal(parts, amount("410 Mkr"))


def test_exact_amounts_must_be_equal_to_the_krona() -> None:
    assert may_be_equal(amount("10 kr"), amount("10 kr"))
    assert not may_be_equal(amount("10 kr"), amount("11 kr"))


def test_an_open_end_meets_everything_on_its_side() -> None:
    assert may_be_equal(amount("minst 5 Mkr"), amount("900 Mkr"))
    assert may_be_equal(amount("900 Mkr"), amount("minst 5 Mkr"))
    assert not may_be_equal(amount("minst 5 Mkr"), amount("4 000 000 kr"))


def test_the_sum_of_an_open_end_is_open_at_that_end() -> None:
    total = add_up([amount("minst 5 kr"), amount("10 kr")])
    assert (total.low, total.high) == (15, None)


def test_nothing_sums_to_zero_exactly() -> None:
    assert add_up([]) == Amount.exactly(0)


def test_an_amount_printed_to_100_000_kr_lies_within_half_of_it() -> None:
    assert rounded_to(224_600_000, 100_000) == Amount(224_600_000, 224_550_000, 224_650_000, Precision.ROUNDED)
    assert rounded_to(7, 1) == Amount.exactly(7)


def test_what_is_derived_is_no_better_known_than_its_weakest_part() -> None:
    assert weakest([Mark.VERIFIED, Mark.NOT_FOUND, Mark.COMPUTED]) is Mark.NOT_FOUND
    assert weakest([]) is Mark.VERIFIED


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("1 367 000 000 kr", "1 367 000 000 kr"),
        ("290 Mkr", "≈ 290 000 000 kr"),
        ("drygt 86 Mkr", "> 86 000 000 kr"),
        ("knappt 86 Mkr", "< 86 000 000 kr"),
        ("upp till 86 Mkr", "≤ 86 000 000 kr"),
    ],
)
def test_an_amount_shows_its_precision(words: str, shown: str) -> None:
    assert plain_spaces(str(amount(words))) == shown


def test_at_least_is_shown_as_at_least() -> None:
    assert plain_spaces(str(amount("minst 86 Mkr"))) == "≥ 86 000 000 kr"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("knappt 50 Mkr",), "< 50 000 000 kr"),
        (("drygt 50 Mkr",), "> 50 000 000 kr"),
        (("knappt 50 Mkr", "7 kr"), "< 50 000 007 kr"),
        (("drygt 50 Mkr", "7 kr"), "> 50 000 007 kr"),
        (("knappt 50 Mkr", "drygt 50 Mkr"), "≈ 100 000 000 kr"),
        (("knappt 50 Mkr", "minst 1 kr"), "≥ 50 000 001 kr"),
        (("upp till 50 Mkr", "högst 2 Mkr"), "≤ 52 000 000 kr"),
    ],
)
def test_a_sum_keeps_the_side_on_which_its_parts_may_lie(words: tuple[str, ...], shown: str) -> None:
    assert plain_spaces(str(add_up(amount(one) for one in words))) == shown


@pytest.mark.parametrize("low", [-21, -3, 0])
@pytest.mark.parametrize("high", [21, 3, 0])
def test_a_krona_of_rounding_on_the_other_side_does_not_turn_the_sign(low: int, high: int) -> None:
    almost = Amount(50 * MKR, 40 * MKR, 50 * MKR + high, Precision.BOUNDED)
    over = Amount(50 * MKR, 50 * MKR + low, 60 * MKR, Precision.BOUNDED)
    assert (str(almost)[0], str(over)[0]) == ("<", ">")


# --- back to words ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("1535000000 kr", "1 535 000 000 kr"),
        ("0 kr", "0 kr"),
        ("182,5 Mkr", "182,5 Mkr"),
        ("182,50 Mkr", "182,50 Mkr"),
        ("29 miljoner kronor", "29 Mkr"),
        ("1 700 Mkr", "1 700 Mkr"),
        ("1,7 mdr kr", "1,7 miljarder kr"),
        ("1 miljard kr", "1 miljard kr"),
        ("650 tkr", "650 tkr"),
        ("1 250 tkr", "1,250 Mkr"),
        ("0,5 Mkr", "0,5 Mkr"),
        ("drygt 86 Mkr", "drygt 86 Mkr"),
        ("drygt 1,0 Mkr", "drygt 1 Mkr"),
        ("knappt 400 Mkr", "knappt 400 Mkr"),
        ("knappt 100 Mkr", "knappt 100 Mkr"),
        ("upp till 507,5 Mkr", "upp till 507,5 Mkr"),
        ("högst 650 000 kr", "högst 650 000 kr"),
        ("minst 1 500 Mkr", "minst 1,5 miljarder kr"),
        ("ca 20 Mkr", "ca 20 Mkr"),
        ("cirka 0 Mkr", "cirka 0 Mkr"),
    ],
)
def test_an_amount_is_written_as_it_would_be_printed(words: str, back: str) -> None:
    assert amount_words(amount(words)) == back
    assert amount(back) == amount(words)


def test_the_word_of_a_bound_does_not_make_amounts_unequal() -> None:
    assert amount("upp till 100 Mkr") == amount("knappt 100 Mkr") == amount("högst 100 Mkr")
    assert amount_words(Amount(100, 0, 100, Precision.BOUNDED)) == "upp till 100 kr"


def test_a_sum_that_no_words_state_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        amount_words(Amount(7, 3, 12, Precision.ROUNDED))
