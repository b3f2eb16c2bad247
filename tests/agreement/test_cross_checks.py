"""What an agreement says of the year before, against that year's file: it agrees, differs, or cannot be checked."""

from __future__ import annotations

import pytest

from overens.agreement.cross_checks import CrossCheck, CrossCheckOutcome, cross_check
from overens.vocabulary.problems import Problem, blocking
from tests.builders import EN, agreement_text, place_of, read, said

POTS = """\
a: {{namn: A, belopp: {kr}, till: SKR, källa: k{claim}}}
"""
GROUPED = """\
grupp:
  namn: G
  belopp: {kr}
  källa: k
  potter:
    a: {{namn: A, belopp: {kr}, till: SKR, källa: k}}
"""


def earlier(kr: str, pots: str = POTS) -> str:
    """Return the agreement 'prov-2023', of so much, in one pot."""
    text = agreement_text(pots.format(kr=kr, claim=""), total=kr)
    return text.replace("id: prov-2024", "id: prov-2023").replace("avser: 2024", "avser: 2023")


def claiming(claim: str, kr: str = "76,5 Mkr", more: str = "") -> str:
    """Return the agreement 'prov-2024' whose pot claims something of the year before."""
    return agreement_text(POTS.format(kr=f"'{kr}'", claim=f", föregående: {claim}"), total=f"'{kr}'", more=more)


def checked(*texts: str) -> tuple[list[CrossCheck], list[Problem]]:
    written = [read(text) for text in texts]
    return cross_check({one.agreement.id: [one] for one in written})


def outcome(claim: str, kr: str = "76,5 Mkr", *, was: str = "48 Mkr") -> CrossCheckOutcome:
    """Return how the one claim came out, and see that only a difference is a warning."""
    (check,), problems = checked(earlier(was), claiming(claim, kr))
    assert [p.severity.name for p in problems] == (["WARNING"] if check.outcome is CrossCheckOutcome.DIFFERS else [])
    return check.outcome


@pytest.mark.parametrize(
    ("claim", "was", "wanted"),
    [
        ("{är: prov-2023/a, var: 48 Mkr}", "48 Mkr", CrossCheckOutcome.AGREES),
        ("{är: prov-2023/a, var: 49 Mkr}", "48 000 000 kr", CrossCheckOutcome.DIFFERS),
        ("{är: prov-2023/a, ökning: '28,5 Mkr'}", "48 Mkr", CrossCheckOutcome.AGREES),
        ("{är: prov-2023/a, ökning: '28,5 Mkr'}", "50 Mkr", CrossCheckOutcome.DIFFERS),
        ("{är: prov-2023/a, minskning: '23,5 Mkr'}", "100 Mkr", CrossCheckOutcome.AGREES),
        ("{är: prov-2023/a, minskning: 10 Mkr, ökning: '6,5 Mkr'}", "80 Mkr", CrossCheckOutcome.AGREES),
        ("{är: prov-2023, var: 48 Mkr}", "48 Mkr", CrossCheckOutcome.AGREES),
        ("{är: prov-2023/a}", "48 Mkr", CrossCheckOutcome.AGREES),
        ("prov-2023/a", "48 Mkr", CrossCheckOutcome.AGREES),
        ("{är: prov-2023/a, var: 48 Mkr}", "ej funnet", CrossCheckOutcome.NOT_IN_LIBRARY),
    ],
)
def test_a_claim_and_the_file_of_that_year(claim: str, was: str, wanted: CrossCheckOutcome) -> None:
    assert outcome(claim, was=was) is wanted


@pytest.mark.parametrize(
    ("claim", "was", "wanted"),
    [
        ("{är: prov-2023/a, var: 48 Mkr}", "48 400 000 kr", CrossCheckOutcome.AGREES),
        ("{är: prov-2023/a, var: 48 Mkr}", "48 600 000 kr", CrossCheckOutcome.DIFFERS),
        ("{är: prov-2023/a, var: drygt 40 Mkr}", "42 Mkr", CrossCheckOutcome.AGREES),
        ("{är: prov-2023/a, var: upp till 40 Mkr}", "42 Mkr", CrossCheckOutcome.DIFFERS),
        ("{är: prov-2023/a, ökning: upp till 30 Mkr}", "47 Mkr", CrossCheckOutcome.AGREES),
        ("{är: prov-2023/a, ökning: upp till 30 Mkr}", "40 Mkr", CrossCheckOutcome.DIFFERS),
    ],
)
def test_rough_amounts_agree_where_their_intervals_meet(claim: str, was: str, wanted: CrossCheckOutcome) -> None:
    assert outcome(claim, was=was) is wanted


def test_both_amounts_are_kept() -> None:
    (check,), _ = checked(earlier("50 Mkr"), claiming("{är: prov-2023/a, ökning: '28,5 Mkr'}"))

    assert (check.about, check.of) == ("prov-2024/a", "prov-2023/a")
    assert check.claimed is not None
    assert check.found is not None
    assert (check.claimed.kr, check.found.kr) == (48_000_000, 50_000_000)


def test_a_difference_is_a_warning_that_says_both() -> None:
    text = claiming("{är: prov-2023/a, var: 49 Mkr}")
    _, problems = checked(earlier("40 Mkr"), text)

    assert said(problems) == [
        f"{place_of('{är', text)}: varning: Enligt det här var 'prov-2023/a' ≈ 49 000 000 kr, men den filen säger"
        " ≈ 40 000 000 kr. Rätta det som är fel; skiljer källorna, skriv det under 'motsägelser' (om: … .föregående)."
    ]
    assert "By this 'prov-2023/a' was ≈ 49 000 000 kr, but that file says ≈ 40 000 000 kr." in said(problems, EN)[0]


@pytest.mark.parametrize("about", ["potter.a.föregående", "potter.a.föregående.var"])
def test_a_difference_that_is_recorded_as_a_contradiction_is_no_warning(about: str) -> None:
    recorded = f"motsägelser:\n- {{om: {about}, källa: k, säger: 40, använt: 49, skäl: s}}\n"
    (check,), problems = checked(earlier("40 Mkr"), claiming("{är: prov-2023/a, var: 49 Mkr}", more=recorded))

    assert (check.outcome, problems) == (CrossCheckOutcome.DIFFERS, [])


def test_a_contradiction_about_something_else_does_not_excuse_it() -> None:
    recorded = "motsägelser:\n- {om: potter.a.belopp, källa: k, säger: 40, använt: 49, skäl: s}\n"
    _, problems = checked(earlier("40 Mkr"), claiming("{är: prov-2023/a, var: 49 Mkr}", more=recorded))

    assert len(problems) == 1


def test_the_parts_of_a_claim_are_held_against_each_other() -> None:
    (check,), problems = checked(earlier("48 Mkr"), claiming("{är: prov-2023/a, var: 48 Mkr, ökning: 20 Mkr}"))

    assert check.outcome is CrossCheckOutcome.AGREES
    (problem,) = said(problems)
    assert "'var' är ≈ 48 000 000 kr, men ≈ 76 500 000 kr och ändringen ger ≈ 56 500 000 kr." in problem


def test_what_is_not_in_the_library_cannot_be_checked_and_is_no_problem() -> None:
    (check,), problems = checked(claiming("{är: annat-2019/a, var: 48 Mkr}"))

    assert (check.outcome, check.found, problems) == (CrossCheckOutcome.NOT_IN_LIBRARY, None, [])
    assert check.claimed is not None


def test_a_pot_that_does_not_exist_is_an_error_with_what_may_have_been_meant() -> None:
    text = claiming("{är: prov-2023/regionerna}")
    before = earlier("48 Mkr").replace("  a:", "  regioner:")

    checks, problems = checked(before, text)

    assert checks == []
    assert said(blocking(problems)) == [
        f"{place_of('{är', text)}: Potten 'regionerna' finns inte i 'prov-2023'. Menade du 'regioner'?"
    ]
    assert said(checked(before, claiming("{är: prov-2023/xyz}"))[1])[0].endswith("Där finns: regioner.")
    assert said(problems, EN)[0].endswith("There is no pot 'regionerna' in 'prov-2023'. Did you mean 'regioner'?")


@pytest.mark.parametrize("of", ["prov-2023/a", "prov-2023/grupp/a", "prov-2023/grupp"])
def test_a_pot_is_found_by_name_or_path_groups_too(of: str) -> None:
    (check,), problems = checked(earlier("48 Mkr", GROUPED), claiming(f"{{är: {of}, var: 48 Mkr}}"))

    assert (check.outcome, problems) == (CrossCheckOutcome.AGREES, [])


@pytest.mark.parametrize("of", ["prov-2024", "prov-2024/a"])
def test_nothing_continues_itself(of: str) -> None:
    checks, problems = checked(claiming(f"{{är: {of}, var: 48 Mkr}}"))

    assert checks == []
    assert f"'{of}' kan inte fortsätta sig själv." in said(blocking(problems))[0]


def test_the_agreement_itself_may_claim() -> None:
    text = agreement_text(
        POTS.format(kr="76 Mkr", claim=""), total="76 Mkr", more="föregående: {är: prov-2023, ökning: 28 Mkr}\n"
    )
    (check,), problems = checked(earlier("48 Mkr"), text)

    assert (check.about, check.outcome, problems) == ("prov-2024", CrossCheckOutcome.AGREES, [])


def test_a_pot_that_an_amendment_took_away_is_found_in_the_reading_before() -> None:
    first, now = read(earlier("48 Mkr")), read(earlier("48 Mkr").replace("  a:", "  b:"))
    claim = read(claiming("{är: prov-2023/a, var: 48 Mkr}"))

    (check,), problems = cross_check({"prov-2023": [first, now], "prov-2024": [claim]})

    assert (check.outcome, problems) == (CrossCheckOutcome.AGREES, [])


def test_only_the_last_reading_claims() -> None:
    first, now = read(claiming("{är: prov-2023/a, var: 49 Mkr}")), read(claiming("{är: prov-2023/a, var: 48 Mkr}"))

    checks, problems = cross_check({"prov-2023": [read(earlier("48 Mkr"))], "prov-2024": [first, now]})

    assert ([check.outcome for check in checks], problems) == ([CrossCheckOutcome.AGREES], [])
