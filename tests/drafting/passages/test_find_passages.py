from __future__ import annotations

import pytest

from overens.drafting.model import Passage
from overens.drafting.page import lay_out_page
from overens.drafting.passages.find import find_passages
from overens.drafting.rule_words import RULES
from overens.intake.lexicon import shipped_lexicon
from overens.vocabulary.wording import Language


def read(source: str) -> list[Passage]:
    lexicon = shipped_lexicon()
    return find_passages(lay_out_page(source, lexicon.text), lexicon)


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("R1", "Medlen fördelas efter befolkningsmängd."),
        ("R2", "Regionerna får 3 miljoner kronor vardera."),
        ("R3", "Regionerna får ett fast belopp om 5 miljoner kronor."),
        ("R4", "Ingen kommun får mindre: varje ort får minst 50 000 kronor."),
        ("R5", "Medlen går till de regioner som uppfyller kraven."),
        ("R6", "Pengarna betalas ut när regionen har skickat in en handlingsplan."),
        ("R7", "Bidraget betalas i två lika stora utbetalningar."),
        ("R8", "Utbetalningen bygger på en helhetsbedömning."),
        ("R9", "Ersättningen är prestationsbaserad."),
        ("R10", "Pottens förbättringstrappa ger medel."),
        ("R11", "Medlen kräver en förbättring för besök inom 30 dagar."),
        ("R12", "Resten går till en bonuspott."),
        ("R13", "Regionen får ersättning upp till ett maxtak."),
        ("R14", "Resten av medlen delas mellan de fem regioner som går bäst."),
        ("R15", "Regionen får 200 kronor per dos."),
        ("R16", "Medlen fördelas utifrån antalet anställda."),
        ("R17", "Medlen ges i en prestationstrappa."),
        ("R18", "Medlen ges efter andel tjänster per 100 000 invånare."),
        ("R19", "Beloppet följer de tre nivåerna."),
        ("R20", "Pengarna kräver att grundkraven är klarade."),
        ("R21", "Medlen fördelas enligt kostnadsutjämningen."),
        ("R22", "Bidraget fördelas efter antalet elever i åldern 6–19 år."),
        ("R23", "Medlen fördelas med viktat mått."),
        ("R24", "Bidraget går till kommuner med arbetslöshet över medianen."),
        ("R25", "Beloppen framgår av bilagan."),
        ("R26", "Kommuner kan ansöka om bidraget."),
        ("R27", "Kommunen får ersättning för merkostnader."),
        ("R28", "Myndigheten beslutar om utbetalning efter dialog."),
        ("R29", "Medel finns för länsgemensamma insatser."),
        ("R30", "SKR får medel som fördelas vidare."),
    ],
)
def test_a_sentence_of_each_kind_proposes_it(kind: str, source: str) -> None:
    [passage] = read(source)
    assert kind in (passage.kind.chosen, *passage.kind.others)
    assert all(source[cue.span.start : cue.span.end] == cue.words for cue in passage.kind.cues)


@pytest.mark.parametrize(
    "source",
    [
        "Villkoren på arbetsmarknaden har blivit viktigare.",
        "Regionen har lämnat en handlingsplan.",
        "Medlen betalas ut efter rekvisition.",
        "Regionerna får 5 miljoner kronor.",
    ],
)
def test_a_sentence_without_money_or_without_a_rule_is_passed_by(source: str) -> None:
    assert read(source) == []


def test_a_kind_that_others_may_be_is_not_sure() -> None:
    [passage] = read("Ett fast belopp och resten efter befolkningsmängd betalas ut.")
    assert (passage.kind.chosen, passage.kind.others, passage.kind.sure) == ("R3", ("R1",), False)


def test_a_passage_is_its_sentence() -> None:
    first, second = "Stödet är nytt.", "Medlen fördelas efter befolkningsmängd."
    [passage] = read(f"{first} {second}")
    assert passage.text == second


def test_every_kind_of_the_census_has_its_phrases_and_its_words() -> None:
    every = [f"R{n}" for n in range(1, 31)]
    assert [kind.kind for kind in shipped_lexicon().rules.words.kinds] == every
    assert list(RULES) == every
    assert RULES["R1"].say(Language.ENGLISH) == "by population"
