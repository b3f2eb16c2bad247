"""A recipient's payments by month: every krona once, in a month or without one."""

from __future__ import annotations

from overens.notice.hoarding import Month
from overens.notice.months import PlaceMonths, sort_by_month
from overens.notice.rows import rows_for
from tests.builders import ABC, agreement_text, block, compute

SHARED = "namn: A\nkälla: k\nbelopp: {kr} kr\ntill: regioner\nfördelning: {key}\n{more}"
EQUAL, GUESSED, SECRET = "lika", "{lika: lika, härlett: antaget}", "{ej publicerad: x}"
UNMET = "ej intjänat: förfaller\nvillkor: [{krav: v, uppfylls av: ej känt}]\n"


def months_of(*pots: str) -> PlaceMonths:
    """Return the months of region 01, a third of each pot."""
    text = agreement_text("".join(f"p{n}:\n{block(pot, 2)}" for n, pot in enumerate(pots)))
    return sort_by_month(rows_for([compute(text)], ABC.regions[0]))


def pot(kr: int, pay: str = "", key: str = EQUAL, more: str = "") -> str:
    """Return a pot of so many kronor, paid so."""
    return SHARED.format(kr=kr, key=key, more=more + (f"utbetalning: [{pay}]\n" if pay else ""))


def shown(found: PlaceMonths) -> dict[str, tuple[int, int, int, int]]:
    """Return month -> certain, inferred, to earn, at the latest; '?' for no month."""
    rows = [*found.months, *([found.undated] if found.undated else [])]
    return {
        f"{one.month.year}-{one.month.number}" if one.month else "?": (
            one.certain_kr,
            one.inferred_kr,
            one.to_earn_kr,
            one.at_latest_kr,
        )
        for one in rows
    }


def test_what_is_certain_inferred_and_to_earn_are_apart_in_a_month() -> None:
    found = months_of(
        pot(300, "{datum: 2024-08}"), pot(600, "{datum: 2024-08}", GUESSED), pot(900, "{datum: 2024-08}", more=UNMET)
    )

    assert shown(found) == {"2024-8": (100, 200, 300, 0)}
    assert (found.certain_kr, found.inferred_kr, found.to_earn_kr) == (100, 200, 300)


def test_a_payment_is_split_as_its_pot_is_and_at_the_latest_is_said() -> None:
    found = months_of(pot(300, "{andel: 60 %, senast: 2024-06-30}, {andel: 40 %, datum: 2025-01}"))

    assert shown(found) == {"2024-6": (60, 0, 0, 60), "2025-1": (40, 0, 0, 0)}


def test_what_no_month_is_found_for_is_apart_also_when_a_year_is_written() -> None:
    found = months_of(pot(300), pot(600, "{datum: 2024}"), pot(900, "{datum: ej funnet}"))

    assert shown(found) == {"?": (600, 0, 0, 0)}
    assert [str(one.when) for one in found.payments] == ["None", "2024", "None"]


def test_what_is_to_be_earned_is_split_at_most_over_its_payments() -> None:
    found = months_of(pot(300, "{andel: 60 %, datum: 2024-06}, {andel: 40 %, datum: 2024-12}", more=UNMET))

    assert shown(found) == {"2024-6": (0, 0, 60, 0), "2024-12": (0, 0, 40, 0)}


def test_a_pot_without_a_sum_for_the_recipient_is_named_and_in_no_month() -> None:
    found = months_of(pot(300, "{datum: 2024-08}", SECRET))

    assert (found.without_sum, found.months, found.undated) == (("prov-2024/p0",), (), None)


def test_months_come_in_order_over_the_turn_of_the_year() -> None:
    found = months_of(pot(300, "{datum: 2025-01}"), pot(300, "{datum: 2024-12}"))

    assert [one.month for one in found.months] == [Month(2024, 12), Month(2025, 1)]
