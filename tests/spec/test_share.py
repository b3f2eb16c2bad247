"""`andel av`: in proportion to a figure, B·w/Σw."""

from __future__ import annotations

import pytest

from overens.figures.model import FigureKind, Series
from overens.vocabulary.money import Mark, Precision
from tests.builders import EN, divide, kronor_of, regions, series, why_not

W = series("w", {"01": 5, "03": 3, "04": 2})


def shared(amount: str, rule: str = "{andel av: w}", figures: tuple[Series, ...] = (W,)) -> dict[str, int]:
    return kronor_of(divide(f"belopp: {amount}\ntill: regioner\nfördelning: {rule}", *figures))


@pytest.mark.parametrize(
    ("amount", "kronor"),
    [
        ("100 kr", {"01": 50, "03": 30, "04": 20}),
        ("101 kr", {"01": 51, "03": 30, "04": 20}),  # 50,5 30,3 20,2
        ("103 kr", {"01": 51, "03": 31, "04": 21}),  # 51,5 30,9 20,6: two kronor, to the largest remainders
        ("104 kr", {"01": 52, "03": 31, "04": 21}),  # 52,0 31,2 20,8
        ("1 kr", {"01": 1, "03": 0, "04": 0}),
        ("0 kr", {"01": 0, "03": 0, "04": 0}),
        ("1 000 000 000 000 000 kr", {"01": 5 * 10**14, "03": 3 * 10**14, "04": 2 * 10**14}),
    ],
)
def test_each_gets_its_share_and_the_sum_is_the_pot(amount: str, kronor: dict[str, int]) -> None:
    assert shared(amount) == kronor


def test_a_weight_of_zero_gets_nothing() -> None:
    assert shared("100 kr", figures=(series("w", {"01": 5, "03": 0, "04": 5}),)) == {"01": 50, "03": 0, "04": 50}


def test_weights_may_be_decimal_and_stay_exact() -> None:
    assert shared("10 kr", figures=(series("w", {"01": "0.1", "03": "0.2", "04": "0.7"}),)) == {
        "01": 1,
        "03": 2,
        "04": 7,
    }


def test_only_some_share_the_whole_pot() -> None:
    pot = divide("belopp: 80 kr\ntill: {grupp: regioner, endast: ['01', '03']}\nfördelning: {andel av: w}", W)
    assert kronor_of(pot) == {"01": 50, "03": 30}
    pot = divide("belopp: 70 kr\ntill: {grupp: regioner, utom: ['03']}\nfördelning: {andel av: w}", W)
    assert kronor_of(pot) == {"01": 50, "04": 20}


def test_class_weights_multiply_and_are_one_where_nothing_is_said() -> None:
    rule = "{andel av: w, vikter: {'04': 1,5}}".replace("1,5", "'1,5'")
    assert shared("110 kr", rule) == {"01": 50, "03": 30, "04": 30}


def test_divided_by_another_figure() -> None:
    per = series("p", {"01": 10, "03": 3, "04": 1})  # 0,5  1  2 per inhabitant
    assert shared("35 kr", "{andel av: w, delat med: {underlag: p, per: 2023}}", (W, per)) == {
        "01": 5,
        "03": 10,
        "04": 20,
    }


def test_the_date_decides_which_figure() -> None:
    old = series("w", {"01": 1, "03": 1, "04": 2}, on="2022")
    assert shared("100 kr", "{andel av: w, per: 2022}", (W, old)) == {"01": 25, "03": 25, "04": 50}
    assert shared("100 kr", "{andel av: w, per: 2023}", (W, old)) == {"01": 50, "03": 30, "04": 20}


def test_one_krona_over_twenty_one_goes_to_the_lowest_code() -> None:
    codes = [f"{n:02d}" for n in range(1, 22)]
    pot = divide(
        "belopp: 1 kr\ntill: regioner\nfördelning: {andel av: w}",
        series("w", dict.fromkeys(reversed(codes), 7)),
        register=regions(*codes),
    )
    assert kronor_of(pot) == dict.fromkeys(codes, 0) | {"01": 1}


# --- why not ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "rule", "swedish", "english"),
    [
        (
            {"01": 5, "03": 3},
            "{andel av: w}",
            "värdet för 04 (04) saknas i underlaget 'w' per 2023",
            "the value for 04 (04) is missing in the figure 'w' on 2023",
        ),
        (
            {"01": 5, "03": 3, "04": None},
            "{andel av: w}",
            "värdet för 04 (04) saknas i underlaget 'w' per 2023",
            "the value for 04 (04) is missing in the figure 'w' on 2023",
        ),
        ({"01": 0, "03": 0, "04": 0}, "{andel av: w}", "alla vikter i 'w' är 0", "all weights in 'w' are 0"),
        (
            {"01": 1, "03": 1, "04": 0},
            "{andel av: w, delat med: {underlag: w}}",
            "värdet för 04 i 'w' är 0; det går inte att dela med",
            "the value for 04 in 'w' is 0; one cannot divide by it",
        ),
        (
            {"01": 1, "03": 1, "04": 1},
            "{andel av: w, per: ej funnet}",
            "datumet för underlaget 'w' är inte funnet",
            "the date of the figure 'w' is not found",
        ),
        (
            {"01": 1, "03": 1, "04": 1},
            "{andel av: w, per: 1999}",
            "underlaget 'w' per 1999 saknas",
            "the figure 'w' on 1999 is missing",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_given_out(
    values: dict[str, int | str | None], rule: str, swedish: str, english: str
) -> None:
    pot = divide(f"belopp: 100 kr\ntill: regioner\nfördelning: {rule}", series("w", values))
    assert why_not(pot) == swedish
    assert why_not(pot, EN) == english
    assert pot.undistributed_kr == 100


@pytest.mark.parametrize(
    "rule",
    ["{andel av: n}", "{andel av: w, vikter: {'04': -1}}", "{lista: n}", "{andel av: w, delat med: {underlag: n}}"],
)
def test_nobody_is_ever_given_less_than_nothing(rule: str) -> None:
    negative = series("n", {"01": -1, "03": 5, "04": 6})
    why_not(divide(f"belopp: 10 kr\ntill: regioner\nfördelning: {rule}", W, negative))


# --- how sure -----------------------------------------------------------------------


def marks(rule: str, *figures: Series) -> set[Mark]:
    pot = divide(f"belopp: 10 kr\ntill: regioner\n{rule}", *figures)
    return {award.amount.mark for award in pot.awards}


@pytest.mark.parametrize(
    ("origin", "inferred_date", "mark"),
    [
        (FigureKind.OFFICIAL, False, Mark.VERIFIED),
        (FigureKind.IMPLIED, False, Mark.COMPUTED),
        (FigureKind.INFERRED, False, Mark.INFERRED),
        (FigureKind.SYNTHETIC, False, Mark.INFERRED),
        (FigureKind.OFFICIAL, True, Mark.INFERRED),
    ],
)
def test_an_award_is_no_better_known_than_its_figure(origin: FigureKind, inferred_date: bool, mark: Mark) -> None:
    figure = series("w", {"01": 1, "03": 1, "04": 1}, origin=origin, date_inferred=inferred_date)
    assert marks("fördelning: {andel av: w}", figure) == {mark}


def test_an_award_is_no_better_known_than_its_key_its_rounding_or_its_pot() -> None:
    assert marks("fördelning: {andel av: w, härlett: skäl}", W) == {Mark.INFERRED}
    assert marks("fördelning: {grundbelopp: 1 kr, resten: {andel av: w, härlett: skäl}}", W) == {Mark.INFERRED}
    assert marks("fördelning: {andel av: w}\navrundning: {sätt: nedåt, härlett: skäl}", W) == {Mark.INFERRED}
    assert marks("fördelning: {andel av: w}\nmärke: beräknad", W) == {Mark.COMPUTED}
    assert marks("fördelning: {andel av: w}\nmärke: ej funnen", W) == {Mark.NOT_FOUND}


def intervals(rule: str, *figures: Series) -> dict[str, tuple[int | None, int, int | None]]:
    pot = divide(f"belopp: 1 000 kr\ntill: regioner\nfördelning: {rule}", *figures)
    assert {award.amount.precision for award in pot.awards} == {Precision.ROUNDED}
    return {a.recipient.code: (a.amount.low, a.amount.kr, a.amount.high) for a in pot.awards}


def test_a_figure_printed_roughly_leaves_each_share_an_interval() -> None:
    rough = series("w", {"01": 500, "03": 300, "04": 200}, rounded_to=100)
    # 450/(450+350+250) = 428,57…   550/(550+250+150) = 578,9…
    assert intervals("{andel av: w}", rough)["01"] == (428, 500, 579)


def test_when_the_total_is_known_only_the_own_value_is_rough() -> None:
    rough = series("w", {"01": 500, "03": 300, "04": 200}, rounded_to=100, total_known=True)
    assert intervals("{andel av: w}", rough) == {"01": (450, 500, 550), "03": (250, 300, 350), "04": (150, 200, 250)}


def test_a_class_weight_widens_the_interval_as_it_widens_the_weight() -> None:
    rough = series("w", {"01": 500, "03": 300, "04": 200}, rounded_to=100)
    # 2·450/(2·450+350+250) = 600   2·550/(2·550+250+150) = 733,3…
    assert intervals("{andel av: w, vikter: {'01': 2}}", rough)["01"] == (600, 667, 734)


def test_a_divisor_printed_roughly_leaves_an_interval_too() -> None:
    rough = series("p", {"01": 500, "03": 300, "04": 200}, rounded_to=100)
    low, kr, high = intervals("{andel av: w, delat med: {underlag: p}}", W, rough)["01"]
    assert low is not None
    assert high is not None
    assert low < kr < high
