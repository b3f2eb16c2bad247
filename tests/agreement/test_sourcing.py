"""An agreement in, each of its values with its sources out: its own, or those of what it stands in."""

from __future__ import annotations

import pytest

from overens.agreement.sourcing import sourced_values
from tests.builders import agreement_text, place_of, read

TEXT = agreement_text(
    """\
a:
  namn: A
  belopp: 10 kr
  källa: k
  till: regioner
  fördelning: {andel av: w, per: 2023}
  utbetalning:
  - {datum: 2024-03-01}
  - {datum: 2024-09-01, källa: l}
""",
    total="10 kr",
    more="skyldigheter:\n- {vad: rapport, vem: regionen, till: x, senast: 2025-03-31, källa: m}\n",
).replace(
    "  k: {titel: Källan}\n",
    "  k: {titel: Källan, datum: 2023-01-01, kontrollerad: 2024-01-01}\n"
    "  l: {titel: L, adress: prov.se}\n"
    "  m: {titel: M, diarienummer: S2023/1}\n",
)


def values(text: str = TEXT) -> dict[str, tuple[tuple[str, ...], bool]]:
    return {one.about: (one.sources, one.can_be_looked_up) for one in sourced_values(read(text))}


def test_every_amount_date_and_key_has_its_sources_and_whether_they_can_be_looked_up() -> None:
    assert values() == {
        "beslutad": (("k",), False),
        "belopp": (("k",), False),
        "potter.a.belopp": (("k",), False),
        "potter.a.fördelning": (("k",), False),
        "potter.a.fördelning.per": (("k",), False),
        "potter.a.utbetalning.0.datum": (("k",), False),
        "potter.a.utbetalning.1.datum": (("l",), True),
        "skyldigheter.0.senast": (("m",), True),
    }


def test_a_pot_passes_its_own_source_on_to_what_stands_in_it() -> None:
    found = values(TEXT.replace("  källa: k\n    till", "  källa: l\n    till"))

    assert found["potter.a.utbetalning.0.datum"] == (("l",), True)
    assert found["belopp"] == (("k",), False)


def test_one_source_of_several_that_can_be_looked_up_is_enough() -> None:
    assert values(TEXT.replace("källa: m}", "källa: [k, m]}"))["skyldigheter.0.senast"] == (("k", "m"), True)


@pytest.mark.parametrize(("about", "words"), [("belopp", "10 kr"), ("skyldigheter.0.senast", "2025-03-31")])
def test_each_has_its_place(about: str, words: str) -> None:
    (place,) = [str(one.place) for one in sourced_values(read(TEXT)) if one.about == about]

    assert place == place_of(words, TEXT)


def test_the_sources_own_dates_are_no_values() -> None:
    assert [about for about in values() if about.startswith("källor")] == []


def test_what_is_not_found_is_no_value() -> None:
    without = TEXT.replace("belopp: 10 kr", "belopp: ej funnet").replace("beslutad: 2023-12-20", "beslutad: ej funnet")

    assert {"belopp", "potter.a.belopp", "beslutad"} & set(values(without)) == set()
