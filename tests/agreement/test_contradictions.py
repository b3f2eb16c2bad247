"""A contradiction names a value in the file; it is a record, not a problem."""

from __future__ import annotations

import pytest

from tests.builders import EN, agreement_text, place_of, problems_in, read, said

POTS = """\
a:
  namn: A
  belopp: 100 kr
  källa: k
  potter:
    b: {namn: B, belopp: 100 kr, till: SKR, källa: [k], utbetalning: [{datum: 2024-01}]}
2023:
  namn: C
  belopp: 7 kr
  till: SKR
  källa: k
"""


def text_about(*about: str) -> str:
    rows = [f"  - {{om: {words}, källa: k, säger: x, använt: y, skäl: z}}" for words in about]
    return agreement_text(POTS, more="motsägelser:\n" + "\n".join(rows))


@pytest.mark.parametrize(
    "about",
    [
        "belopp",
        "potter.a.belopp",
        "potter.a.potter.b",
        "potter.a.potter.b.utbetalning.0.datum",
        "potter.a.potter.b.källa.0",
        "källor.k",
    ],
)
def test_a_contradiction_may_be_about_any_value(about: str) -> None:
    (contradiction,) = read(text_about(about)).agreement.contradictions
    assert (contradiction.about, contradiction.says, contradiction.used, contradiction.reason) == (about, "x", "y", "z")


def test_a_pot_named_by_digits_can_be_contradicted() -> None:
    assert said(problems_in(text_about("potter.2023.belopp"))) == []


def test_a_contradiction_about_nothing_is_told_with_the_nearest_path() -> None:
    text = text_about("potter.a.belop")
    problems = problems_in(text)
    assert said(problems) == [
        f"{place_of('potter.a.belop,', text)}: Motsägelsen gäller 'potter.a.belop', som inte finns i filen. "
        "Menade du 'potter.a.belopp'?"
    ]
    assert said(problems, EN)[0].endswith(
        "The contradiction is about 'potter.a.belop', which is not in the file. Did you mean 'potter.a.belopp'?"
    )


def test_a_contradiction_near_nothing_is_told_how_a_path_looks() -> None:
    (problem,) = said(problems_in(text_about("Qq Ww Xx")))
    assert problem.endswith("Skriv vägen till värdet, till exempel 'potter.befolkning.belopp'.")


@pytest.mark.parametrize(
    "about", ["motsägelser.9", "potter.a.potter.b.utbetalning.1.datum", "potter.a.belopp.", ".", "²", "potter.²"]
)
def test_a_path_that_leads_nowhere_is_one_problem(about: str) -> None:
    assert len(problems_in(text_about(f'"{about}"'))) == 1


def test_a_faulty_contradiction_does_not_hide_or_move_the_others() -> None:
    more = (
        "motsägelser:\n"
        "  - {om: belopp, källa: k, säger: x, använt: y}\n"
        "  - {om: belopp, källa: k, säger: x, skäl: z}\n"
        "  - {om: qqq, källa: k, säger: x, använt: y, skäl: z}\n"
        "  - {om: belopp, källa: k, säger: x, använt: y, skäl: z}\n"
        "  - {om: www, källa: k, säger: x, använt: y, skäl: z}\n"
    )
    text = agreement_text(POTS, more=more)
    lines = [int(problem.split(":")[1]) for problem in said(problems_in(text))]
    first = int(place_of("motsägelser", text).split(":")[1])
    assert lines == [first + 1, first + 2, first + 3, first + 5]


def test_a_contradiction_without_a_reason_is_a_problem() -> None:
    text = text_about("belopp").replace(", skäl: z", "")
    (problem,) = said(problems_in(text))
    assert problem.endswith("'skäl' saknas. Lägg till 'skäl:' här.")
