"""Each construction of the language that tells the role of a sum, with invented sums."""

from __future__ import annotations

import pytest

from overens.drafting.model import Role
from tests.drafting.roles.reading import judged

T, P, E, C, B, OUT, U, X = (
    Role.TOTAL,
    Role.PART,
    Role.EARMARK,
    Role.CHANGE,
    Role.PREVIOUS,
    Role.OUTSIDE,
    Role.PER_UNIT,
    Role.OTHER,
)

SENTENCES = (
    ("Regeringen avsätter 90 miljoner kronor för bättre lekplatser.", [T]),
    ("Överenskommelsen omfattar totalt 90 miljoner kronor.", [T]),
    ("Stödet uppgår till 90 miljoner kronor, varav 20 miljoner kronor går till gungor.", [T, E]),
    ("Stödet uppgår till 90 miljoner kronor, varav högst 20 miljoner kronor går till gungor.", [T, E]),
    ("Stödet är totalt 90 miljoner kronor, inklusive 2 miljoner kronor för egna kostnader.", [T, E]),
    ("Totalt avsätts 90 miljoner kronor. Av dessa medel går 20 miljoner kronor till gungor.", [T, E]),
    ("Totalt avsätts 90 miljoner kronor. 20 miljoner kronor öronmärks för gungor.", [T, E]),
    (
        "Totalt avsätts 90 miljoner kronor, varav 20 miljoner kronor till gungor och 70 miljoner kronor till sand.",
        [T, E, E],
    ),
    ("Totalt avsätts 90 miljoner kronor. Resterande 70 miljoner kronor går till sand.", [T, P]),
    (
        "Totalt avsätts 90 miljoner kronor. Av de 90 miljoner kronor som avsätts går 20 miljoner kronor till sand.",
        [T, T, E],
    ),
    ("Stödet är totalt 90 miljoner kronor. De två delarna omfattar 70 miljoner kronor.", [T, P]),
    ("Stödet består av dels 40 miljoner kronor för sand, dels 50 miljoner kronor för gungor.", [P, P]),
    ("Stödet omfattar 90 miljoner kronor. 20 miljoner kronor går till gungor, vars värden inte är kända.", [T, P]),
    ("Anslaget ökas med 30 miljoner kronor för sand.", [C]),
    ("Lekplatserna får ett tillskott på 30 miljoner kronor.", [C]),
    ("Stödet höjs från och med nästa år genom att tillföra 30 miljoner kronor.", [C]),
    ("Stödet är 90 miljoner kronor, vilket är 10 miljoner kronor mer än föregående år.", [T, C]),
    ("Regeringen satsar 90 miljoner kronor. Sedan tidigare har 20 miljoner kronor fördelats.", [T, B]),
    ("I vintras fattade regeringen beslut om 20 miljoner kronor. Nu tillförs ytterligare 30 miljoner kronor.", [B, C]),
    ("Stödet är 90 miljoner kronor. Utöver dessa medel satsar regeringen 30 miljoner kronor på badplatser.", [T, OUT]),
    ("Stödet är en del av de 400 miljoner kronor som riksdagen har anvisat.", [OUT]),
    (
        "Totalt fördelas 90 miljoner kronor till kommunerna. För uppdraget får Boverket använda 3 miljoner kronor.",
        [T, OUT],
    ),
    ("För uppdraget får Boverket använda 3 miljoner kronor.", [T]),
    ("Stödet är 90 miljoner kronor. Varje ansökan ger 50 tusen kronor per lekplats.", [T, U]),
    ("Kommunerna delar på 90 miljoner kronor och får lägst 1 miljoner kronor vardera.", [T, U]),
    ("Ersättningen är ett fast belopp om 1 miljoner kronor per region.", [U]),
    ("Stödet är 90 miljoner kronor per år.", [T]),
    ("Regionernas kostnader minskar med 5 miljarder kronor.", [X]),
    ("Varje år betalas 5 miljarder kronor ut felaktigt.", [X]),
    ("Regeringen beräknar medel för ökade kostnader, 30 miljoner kronor 2032.", [T]),
    ("Bidraget till lekplatser, 50 miljoner kronor, utökas med 20 miljoner kronor.", [B, C]),
    ("Regeringen satsar 30 miljoner kronor på sand utöver de 20 miljoner kronor som redan finns.", [T, B]),
    ("Regeringen satsar 30 miljoner kronor på sand utöver de 20 miljoner kronor som går till badplatser.", [T, OUT]),
    ("Nu betalas 30 miljoner kronor ut. I våras betalades 20 miljoner kronor ut.", [T, B]),
    ("Boverket har tilldelats 3 miljoner kronor för att börja arbetet.", [T]),
    ("Regeringen har hittills fördelat 20 miljoner kronor till kommunerna.", [B]),
    ("Boverket får 4 miljoner kronor i ökade anslag.", [C]),
    ("Taket höjs från 50 tusen kronor till 75 tusen kronor per lekplats.", [U, U]),
    ("De felaktiga utbetalningarna uppgår till 5 miljarder kronor.", [X]),
)


@pytest.mark.parametrize(("text", "roles"), SENTENCES)
def test_words_tell_the_role(text: str, roles: list[Role]) -> None:
    assert [amount.role.chosen for amount in judged(text)] == roles


def test_the_sum_of_the_title_is_a_whole_even_if_it_is_more_on_top() -> None:
    text = "# Ytterligare 90 miljoner kronor till lekplatser\n\nRegeringen satsar 90 miljoner kronor på sand."
    assert [amount.role.chosen for amount in judged(text)] == [T, T]


def test_items_under_a_whole_are_parts() -> None:
    text = "Totalt avsätts 90 miljoner kronor.\n\n* 20 miljoner kronor till gungor\n* 70 miljoner kronor till sand"
    assert [amount.role.chosen for amount in judged(text)] == [T, P, P]


def test_a_single_item_with_money_is_no_part() -> None:
    text = "Boverket ska\n\n* betala ut 90 miljoner kronor till kommunerna\n* redovisa hur det gick"
    assert [amount.role.chosen for amount in judged(text)] == [T]


def test_later_years_have_the_role_of_the_year_before_them() -> None:
    text = "Anslaget ökas med 30 miljoner kronor 2032 och med 60 miljoner kronor 2033. Stödet beräknas till 80 miljoner kronor 2034."
    assert [amount.role.chosen for amount in judged(text)][:2] == [C, C]
    text = "Regeringen avsätter 30 miljoner kronor 2032 och beräknar 20 miljoner kronor 2033."
    assert [amount.role.chosen for amount in judged(text)] == [T, T]


def test_a_sum_for_a_year_gone_by_is_earlier_money() -> None:
    text = "Regeringen satsar 30 miljoner kronor 2031. Stödet var 20 miljoner kronor 2029."
    assert [amount.role.chosen for amount in judged(text)] == [T, B]


def test_what_earlier_money_grows_to_is_not_earlier() -> None:
    text = "Stödet växer från 20 miljoner kronor 2029 till 30 miljoner kronor 2032."
    assert [amount.role.chosen for amount in judged(text)] == [B, T]


def test_parts_of_a_title_may_stand_in_any_section() -> None:
    text = (
        "# 90 miljoner kronor till lekplatser\n\n## Sand\n\n70 miljoner kronor fördelas till sand.\n\n"
        "## Gungor\n\n20 miljoner kronor fördelas till gungor."
    )
    assert [amount.role.chosen for amount in judged(text)] == [T, P, P]


def test_each_section_of_a_budget_has_a_whole_of_its_own() -> None:
    text = (
        "# Satsningar i budgeten\n\n## Sand\n\nRegeringen föreslår att 70 miljoner kronor avsätts.\n\n"
        "## Gungor\n\nRegeringen föreslår att 20 miljoner kronor avsätts."
    )
    assert [amount.role.chosen for amount in judged(text)] == [T, T]


def test_what_stands_in_a_section_is_part_of_a_whole_given_out_over_it() -> None:
    text = (
        "# Ett paket för lekplatser\n\nPaketet omfattar totalt 90 miljoner kronor.\n\n## Sand\n\n"
        "Regeringen satsar totalt 30 miljoner kronor på sand.\n\n## 20 miljoner kronor till gungor\n\nMer om gungor."
    )
    assert [amount.role.chosen for amount in judged(text)] == [T, P, P]


def test_where_the_money_goes_by_several_agreements_each_section_has_a_whole_of_its_own() -> None:
    text = (
        "# Regeringen satsar 90 miljoner kronor\n\nDe två överenskommelserna gäller lekplatser.\n\n"
        "## Sand\n\nÖverenskommelsen omfattar 60 miljoner kronor.\n\n"
        "## Gungor\n\nÖverenskommelsen omfattar 20 miljoner kronor."
    )
    assert [amount.role.chosen for amount in judged(text)] == [T, T, T]


def test_a_sum_that_is_only_less_than_one_before_it_is_a_grant_of_its_own() -> None:
    text = "Boverket ska betala ut 90 miljoner kronor till kommunerna.\n\nBoverket ska betala ut 5 miljoner kronor till SKR."
    assert [amount.role.chosen for amount in judged(text)] == [T, T]
    text = "Boverket ska\n\n* betala ut 90 miljoner kronor till kommunerna\n* betala ut 5 miljoner kronor till SKR"
    assert [amount.role.chosen for amount in judged(text)] == [T, T]


def test_a_sum_for_other_years_is_no_part_of_a_whole() -> None:
    text = "Stödet omfattar totalt 90 miljoner kronor 2031. Boverket får 20 miljoner kronor 2033 för att avsluta det."
    assert [amount.role.chosen for amount in judged(text)] == [T, T]


def test_the_years_of_a_whole_sum_to_it() -> None:
    text = "Paketet omfattar totalt 90 miljoner kronor 2031–2032. Det är 40 miljoner kronor 2031 och 50 miljoner kronor 2032."
    assert [amount.role.chosen for amount in judged(text)] == [T, P, P]


def test_own_costs_are_beside_a_grant_but_part_of_a_whole_over_the_section() -> None:
    text = (
        "# Lekplatser\n\nUppdragen omfattar totalt 90 miljoner kronor.\n\n"
        "## Uppdrag\n\nFör uppdraget får Boverket använda 3 miljoner kronor."
    )
    assert [amount.role.chosen for amount in judged(text)] == [T, P]
    text = "Kostnaden för fusket är 90 miljoner kronor. För uppdraget får Boverket använda 3 miljoner kronor."
    assert [amount.role.chosen for amount in judged(text)] == [X, T]


def test_what_nothing_is_said_of_may_be_a_part() -> None:
    first, later = judged("Regeringen satsar 90 miljoner kronor. Sanden får 20 miljoner kronor.")
    assert first.role.sure
    assert (later.role.chosen, later.role.others, later.role.sure) == (T, (P,), False)


def test_what_came_near_is_kept_with_its_words() -> None:
    [_, amount] = judged("Stödet är totalt 90 miljoner kronor. Dessutom skjuts till 30 miljoner kronor för sand.")
    assert not amount.role.sure
    assert amount.role.others
    assert {cue.words for cue in amount.role.cues} >= {"skjuts till", "mindre än en angiven helhet"}
