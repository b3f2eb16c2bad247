"""A rule as one sentence: to whom by name, and why a key is not known."""

from __future__ import annotations

import pytest

from overens.allocation.describe import describe_rule
from overens.intake.register import read_register
from tests.builders import EN, one_pot, plain_spaces, read


def described(rule: str) -> tuple[str, str]:
    """Return the rule of a pot of 100 kr in Swedish and in English."""
    ((_, pot),) = read(one_pot(f"belopp: 100 kr\n{rule}")).agreement.leaves()
    text = describe_rule(pot, read_register())
    return plain_spaces(text.say()), plain_spaces(text.say(EN))


@pytest.mark.parametrize(
    ("to", "swedish", "english"),
    [
        ("regioner", "regionerna", "the regions"),
        ("{grupp: regioner, endast: ['12']}", "Region Skåne", "Region Skåne"),
        ("{grupp: regioner, endast: ['12', '01']}", "Region Stockholm och Region Skåne", "Region Stockholm and Region Skåne"),
        (
            "{grupp: regioner, endast: ['01', '03', '12']}",
            "Region Stockholm, Region Uppsala och Region Skåne",
            "Region Stockholm, Region Uppsala and Region Skåne",
        ),
        ("{grupp: regioner, endast: ['01', '03', '12', '14']}", "4 av 21 regioner", "4 of 21 regions"),
        ("{grupp: regioner, utom: ['09']}", "regionerna utom Region Gotland", "the regions except Region Gotland"),
        ("{grupp: regioner, utom: ['01', '03', '12', '14']}", "17 av 21 regioner", "17 of 21 regions"),
        ("{grupp: kommuner, endast: ['0980']}", "Gotlands kommun", "Gotlands kommun"),
        ("{grupp: kommuner, utom: ['0980']}", "kommunerna utom Gotlands kommun", "the municipalities except Gotlands kommun"),
        ("{grupp: kommunerna per län, endast: ['06']}", "kommunerna i Jönköpings län", "the municipalities in Jönköpings län"),
        ("{grupp: länsgemensamt, endast: ['06']}", "Jönköpings län gemensamt", "Jönköpings län jointly"),
    ],
)  # fmt: skip
def test_a_part_of_a_group_is_named_or_counted(to: str, swedish: str, english: str) -> None:
    key = "{fast belopp: 1 kr}"

    assert described(f"till: {to}\nfördelning: {key}") == (
        f"Till {swedish} 1 kr till var och en.",
        f"To {english} 1 kr to each.",
    )


def test_one_recipient_is_not_said_to_share_with_itself() -> None:
    alone, two = (f"till: {{grupp: regioner, endast: {codes}}}\nfördelning: lika" for codes in (["12"], ["12", "14"]))

    assert described(alone) == ("Till Region Skåne.", "To Region Skåne.")
    assert described("till: {grupp: annan, namn: Stiftelsen}\nfördelning: lika")[0] == "Till Stiftelsen."
    assert described(two)[0] == "Till Region Skåne och Västra Götalandsregionen lika mycket till var och en."


def test_without_a_register_nobody_is_named_and_everyone_still_shares() -> None:
    for to in ("regioner", "{grupp: regioner, endast: ['12']}"):
        ((_, pot),) = read(one_pot(f"belopp: 100 kr\ntill: {to}\nfördelning: lika")).agreement.leaves()
        assert describe_rule(pot).say() == "Till regionerna lika mycket till var och en."


@pytest.mark.parametrize(
    ("key", "swedish", "english"),
    [
        ("ej publicerad", "en nyckel som inte är publicerad", "a key that is not published"),
        ("ej funnen", "en nyckel som inte är funnen", "a key that is not found"),
        ("{ej publicerad: listan är inte läst.}", "okänd nyckel (listan är inte läst)", "an unknown key (listan är inte läst)"),
        (
            "{grundbelopp: 1 kr, resten: {ej publicerad: vikterna är inte kända}}",
            "okänd nyckel (vikterna är inte kända)",
            "an unknown key (vikterna är inte kända)",
        ),
    ],
)  # fmt: skip
def test_the_reason_why_a_key_is_not_known_is_told(key: str, swedish: str, english: str) -> None:
    told = described(f"till: regioner\nfördelning: {key}")

    assert told[0].endswith(f"efter {swedish}.")
    assert told[1].endswith(f"by {english}.")


def test_how_many_are_the_best_is_said() -> None:
    rule = (
        "till: regioner\nfördelning: lika\nprestation: ej funnet\n"
        "ej intjänat: {blir: de bästa, antal: 5, per invånare enligt: {underlag: befolkning, per: 2024-12-31}}"
    )
    swedish, english = described(rule)
    assert swedish.endswith("Det som ingen tjänat in går till de 5 bästa per invånare.")
    assert english.endswith("What nobody earned goes to the 5 best per inhabitant.")
