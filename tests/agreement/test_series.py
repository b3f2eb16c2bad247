"""A file about a grant through the years in, the grant and its problems with places out."""

from __future__ import annotations

import pytest

from overens.agreement.series import WrittenSeries, check_against, read_series
from tests.builders import EN, agreement_text, place_of, read, said

TEXT = """\
id: prov
namn: Prov
källor:
  k: {titel: Källan}
fanns inte:
  - {år: 2019–2020, skäl: kom 2021, källa: k}
saknas:
  - {år: 2022, skäl: ej läst, belopp: 5 Mkr}
anmärkning: en anmärkning
"""


def written(text: str = TEXT) -> WrittenSeries:
    found, problems = read_series(text, file="prov.yaml")
    assert said(problems) == []
    assert found is not None
    return found


def problems(text: str) -> list[str]:
    return said(read_series(text, file="prov.yaml")[1])


def test_what_a_file_says() -> None:
    series = written().series

    assert (series.id, series.name, series.remark) == ("prov", "Prov", "en anmärkning")
    assert [(a.years, a.reason) for a in series.did_not_exist] == [((2019, 2020), "kom 2021")]
    assert [(lack.years, lack.amount and lack.amount.kr) for lack in series.missing] == [((2022,), 5_000_000)]


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        ("saknas:", "saknass:", "saknass:", "Nyckeln 'saknass' är okänd här. Menade du 'saknas'?"),
        ("skäl: ej läst, ", "", "{år: 2022", "'skäl'"),
        ("2022", "1850", "1850", "'1850' är inga rimliga år."),
        ("2019–2020", "2020–2019", "2020–2019", "Skriv åren i ordning"),
        ("2022", "i fjol", "i fjol", "'i fjol' är inget år."),
        ("källa: k", "källa: x", "x}", "Källan 'x' finns inte"),
        ("5 Mkr", "fem", "fem", "fem"),
        ("id: prov", "id: Prov 2024", "Prov 2024", "Prov 2024"),
        ("2022", "2020", "2020, skäl: ej", "År 2020 står redan under 'fanns inte'. Låt varje år stå en gång"),
    ],
)
def test_what_is_wrong_has_a_place(old: str, new: str, at: str, words: str) -> None:
    text = TEXT.replace(old, new)

    (found,) = problems(text)

    assert found.startswith(f"{place_of(at, text)}: ")
    assert words in found


def test_a_year_twice_in_one_list_is_said_at_the_second() -> None:
    twice = TEXT.replace("saknas:\n", "saknas:\n  - {år: 2021–2022, skäl: x}\n")

    assert problems(twice) == [
        "prov.yaml:9:10: År 2022 står redan under 'saknas'. Låt varje år stå en gång: under 'fanns inte' eller 'saknas'."
    ]


def test_a_year_that_is_there_is_a_warning_where_it_is_said_to_be_lacking() -> None:
    here = read(
        agreement_text("a: {namn: A, belopp: 1 kr, till: SKR, källa: k}\n").replace("avser: 2024", "avser: 2020–2022")
    )
    found = list(check_against(written(), [here.agreement]))

    assert said(found) == [
        "prov.yaml:6:10: varning: År 2020 står under 'fanns inte', men 'prov-2024' är för det året."
        " Ta bort året här, eller rätta avtalets 'avser' eller 'serie'.",
        "prov.yaml:8:10: varning: År 2022 står under 'saknas', men 'prov-2024' är för det året."
        " Ta bort året här, eller rätta avtalets 'avser' eller 'serie'.",
    ]
    assert "stands under 'saknas', but 'prov-2024' is for that year" in said(found, EN)[1]


def test_a_file_that_is_no_group_of_keys_is_a_problem_and_no_series() -> None:
    for text in ("", "- a\n", "bara ord\n"):
        found, wrong = read_series(text, file="prov.yaml")
        assert found is None
        assert said(wrong)[0].startswith("prov.yaml:1:1:")
