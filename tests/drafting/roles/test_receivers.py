"""Each construction of the language that tells who gets a sum, with invented sums."""

from __future__ import annotations

import pytest

from overens.drafting.model import Receiver
from tests.drafting.roles.reading import judged

R, M, B, SKR, RCC, A, OTHER, N = (
    Receiver.REGIONS,
    Receiver.MUNICIPALITIES,
    Receiver.BOTH,
    Receiver.SKR,
    Receiver.RCC,
    Receiver.AGENCY,
    Receiver.OTHER,
    Receiver.NONE,
)

SENTENCES = (
    ("Regeringen avsätter 90 miljoner kronor till regionerna.", [R]),
    ("Regionerna tilldelas 90 miljoner kronor för läktare.", [R]),
    ("Kommunerna får 90 miljoner kronor för läktare.", [M]),
    ("För läktare erhåller landstingen 90 miljoner kronor.", [R]),
    ("Samtliga landsting ges 90 miljoner kronor.", [R]),
    ("90 miljoner kronor fördelas till kommuner och regioner.", [B]),
    ("90 miljoner kronor går till landsting/regioner.", [R]),
    ("90 miljoner kronor går till länsgemensamma läktare.", [B]),
    ("90 miljoner kronor betalas ut till Sveriges Kommuner och Regioner (SKR).", [SKR]),
    ("SKL får 2 miljoner kronor för att samordna.", [SKR]),
    ("9 miljoner kronor avsätts till Regionala cancercentrum.", [RCC]),
    ("Boverket får använda 3 miljoner kronor för en läktarstudie.", [A]),
    ("Läktarmyndigheten tilldelas 3 miljoner kronor.", [A]),
    ("Stödet om 9 miljoner kronor går till studieförbund.", [OTHER]),
    ("9 miljoner kronor betalas ut till Region Skåne.", [R]),
    ("Uppsala kommun beviljas 9 miljoner kronor.", [M]),
    ("Kammarkollegiet ska betala ut 90 miljoner kronor till regionerna.", [R]),
    ("Kammarkollegiet ska betala ut 90 miljoner kronor.", [N]),
    ("Socialstyrelsen får i uppdrag att fördela 90 miljoner kronor till regionerna.", [R]),
    ("Regeringen uppdrar åt Socialstyrelsen att betala ut 90 miljoner kronor.", [N]),
    ("Överenskommelsen mellan staten och SKR omfattar 90 miljoner kronor.", [N]),
    ("Regeringen avsätter 90 miljoner kronor i en överenskommelse med SKR.", [N]),
    ("Regeringen avsätter 90 miljoner kronor för regionernas läktare.", [R]),
    ("40 miljoner kronor går till regionerna och 50 miljoner kronor till kommunerna.", [R, M]),
    ("Regionerna får 40 miljoner kronor för sand och 50 miljoner kronor för grus.", [R, R]),
    ("RCC får 40 miljoner kronor, en ökning med 5 miljoner kronor.", [RCC, RCC]),
    ("40 miljoner kronor går till regionerna och 50 miljoner kronor avsätts till sand.", [R, N]),
    ("För läktarna har Boverket tilldelats 3 miljoner kronor.", [A]),
    ("Boverket föreslås nu få ytterligare 3 miljoner kronor.", [A]),
    ("90 miljoner kronor satsas för att kommuner som har läktare ska kunna få bidrag.", [M]),
    ("90 miljoner kronor går till satsningar på kommuner och regioner.", [B]),
    ("Regeringen avsätter 40 miljoner kronor 2032 till kommunerna, samt 50 miljoner kronor för 2033.", [M, M]),
    ("Regeringen ökar Läktarmyndighetens anslag med 3 miljoner kronor.", [A]),
    ("I regleringsbrevet till Boverket får sand 90 miljoner kronor.", [N]),
    ("Stödet om 9 miljoner kronor går till Fågelfonden Ö.", [OTHER]),
    ("9 miljoner kronor går till Ugglans Vänner.", [OTHER]),
    ("Nordic Owl Support Trust tilldelas 9 miljoner kronor för 2031.", [OTHER]),
    ("För att säkerställa kraven i UVÖ tilldelas nya tillsynsmyndigheter 9 miljoner kronor.", [A]),
    ("Regeringen beviljar nu UVÖ 9 miljoner kronor för att ge stöd till kommuner.", [OTHER]),
    ("Regeringen avsätter 9 miljoner kronor till Läktarregistret.", [OTHER]),
)


@pytest.mark.parametrize(("text", "receivers"), SENTENCES)
def test_words_tell_the_receiver(text: str, receivers: list[Receiver]) -> None:
    amounts = judged(text)
    assert [amount.receiver.chosen for amount in amounts] == receivers
    assert [amount.explicit for amount in amounts] == [None if one is N else True for one in receivers]


ELSEWHERE = (
    ("# Läktare\n\n## Stöd till kommunerna\n\nRegeringen avsätter 90 miljoner kronor för läktare.", M),
    ("# Medel till regionerna för läktare\n\nKammarkollegiet ska betala ut 90 miljoner kronor.", R),
    ("# Läktare\n\nMedlen fördelas till regionerna enligt följande:\n\n* 90 miljoner kronor för sand\n* läktare", R),
    ("# Läktare\n\nMånga läktare är gamla. Därför satsas 90 miljoner kronor. Medlen fördelas till kommunerna.", M),
    (
        "# Läktare\n\nBoverket ska betala ut bidrag till kommunerna.\n\nFör uppdraget får Boverket använda totalt "
        "90 miljoner kronor, inklusive 2 miljoner kronor för egna kostnader.",
        M,
    ),
    (
        "Kammarkollegiet ska betala ut 90 miljoner kronor till SKR. SKR ska i sin tur betala ut medlen till regionerna.",
        R,
    ),
)


@pytest.mark.parametrize(("text", "receiver"), ELSEWHERE)
def test_a_receiver_may_be_named_beside_or_over_the_sentence(text: str, receiver: Receiver) -> None:
    amount = judged(text)[0]
    assert (amount.receiver.chosen, amount.explicit) == (receiver, False)


def test_capitals_in_a_heading_name_no_receiver_of_the_sums_below() -> None:
    text = "# Läktare\n\n## Pengar till UVÖ\n\nRegeringen avsätter 90 miljoner kronor för läktare."
    assert judged(text)[0].receiver.chosen is N


def test_the_own_costs_of_an_agency_are_its_own() -> None:
    text = "Boverket får använda 90 miljoner kronor, varav 2 miljoner kronor för egna kostnader. Medlen går till kommunerna."
    assert [amount.receiver.chosen for amount in judged(text)] == [M, A]


def test_an_agency_keeps_what_no_words_pass_on() -> None:
    text = "# Läktare\n\nBoverket ska sprida kunskap till kommunerna.\n\nFör uppdraget får Boverket använda 9 miljoner kronor."
    assert judged(text)[0].receiver.chosen is A


def test_what_an_assignment_gets_is_an_agencys_though_none_is_named() -> None:
    [amount] = judged("För uppdraget avsätts 3 miljoner kronor.")
    assert (amount.receiver.chosen, amount.explicit) == (A, False)


def test_who_gets_a_sum_in_the_sentence_before_gets_no_other() -> None:
    text = "Boverket får använda 9 miljoner kronor. Regeringen avsätter 80 miljoner kronor 2032 och 90 miljoner kronor 2033."
    assert [amount.receiver.chosen for amount in judged(text)] == [A, N, N]


def test_a_frame_beside_the_grant_has_not_its_receiver() -> None:
    text = "# Medel till regionerna\n\nRiksdagen har beslutat om 400 miljoner kronor för läktare."
    assert judged(text)[0].receiver.chosen is N


def test_later_years_in_the_sentence_have_the_same_receiver() -> None:
    text = "Regeringen avsätter 40 miljoner kronor 2032 till kommunerna och 50 miljoner kronor 2033."
    assert [(amount.receiver.chosen, amount.explicit) for amount in judged(text)] == [(M, True), (M, True)]


def test_the_words_are_kept_with_their_place() -> None:
    text = "Regeringen avsätter 90 miljoner kronor till regionerna."
    [cue] = judged(text)[0].receiver.cues
    assert (cue.words, text[cue.span.start : cue.span.end]) == ("regionerna", "regionerna")
