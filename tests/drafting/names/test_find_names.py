from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.drafting.model import ReadName
from overens.drafting.names.find import find_names
from overens.drafting.page import lay_out_page
from overens.intake.lexicon import shipped_lexicon


def read(source: str) -> list[ReadName]:
    lexicon = shipped_lexicon()
    return find_names(lay_out_page(source, lexicon.text), lexicon)


def names(source: str) -> list[str]:
    return [name.text for name in read(source)]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (
            "Staten och SKR har en överenskommelse om friska tänder 2025 och avsätter 4 kr.",
            "överenskommelse om friska tänder 2025",
        ),
        ("Överenskommelsen Friska tänder 2025 innebär att regionerna får mer.", "Överenskommelsen Friska tänder 2025"),
        ("Överenskommelsen ”Friska tänder 2025” gäller i år.", "Överenskommelsen ”Friska tänder 2025”"),
        (
            "Enligt överenskommelsen om friska tänder, glada barn och trygga hem får kommunerna mer.",
            "överenskommelsen om friska tänder, glada barn och trygga hem",
        ),
        (
            "Enligt överenskommelsen om friska tänder, säger ministern, får kommunerna mer.",
            "överenskommelsen om friska tänder",
        ),
        (
            "Enligt överenskommelsen om friska tänder 4 miljoner kronor till kommunerna.",
            "överenskommelsen om friska tänder",
        ),
        (
            "Enligt överenskommelsen om insatser för att främja friska tänder, 2025, får SKR mer.",
            "överenskommelsen om insatser för att främja friska tänder, 2025",
        ),
        (
            "Överenskommelsen inom området friska tänder för 2025 gäller.",
            "Överenskommelsen inom området friska tänder för 2025",
        ),
        (
            "Överenskommelsen med SKR om friska tänder för perioden 2024–2026, som gäller nu.",
            "överenskommelsen med SKR om friska tänder för perioden 2024–2026",
        ),
        ("Överenskommelsen Friska tänder 2025 mellan staten och SKR gäller.", "Överenskommelsen Friska tänder 2025"),
        (
            "Överenskommelsen Friska tänder mellan staten och SKR för 2025 gäller.",
            "Överenskommelsen Friska tänder mellan staten och SKR för 2025",
        ),
        (
            "En överenskommelse mellan staten, SKR och Famna om idéburen vård 2025.",
            "överenskommelse mellan staten, SKR och Famna om idéburen vård 2025",
        ),
        (
            "Överenskommelse mellan staten och SKL om att laga tänder i regionerna.",
            "Överenskommelse mellan staten och SKL om att laga tänder i regionerna",
        ),
        (
            "En ändringsöverenskommelse om bidrag till regionerna för protes m.m. för 2025.",
            "ändringsöverenskommelse om bidrag till regionerna för protes m.m. för 2025",
        ),
        (
            "Regionerna följer tilläggsöverenskommelsen till tandmiljarden.",
            "tilläggsöverenskommelsen till tandmiljarden",
        ),
        (
            "Den överenskommelse som staten och SKR har ingått, Friska tänder för alla 2025.",
            "Friska tänder för alla 2025",
        ),
        ("Tandöverenskommelsen 2009 gällde länge.", "Tandöverenskommelsen 2009"),
        ("# Friska tänder 2025 – en överenskommelse mellan staten och SKR\n\nText.", "Friska tänder 2025"),
        (
            "# Friska tänder 2025 – vård för alla\n\nRegionerna följer överenskommelsen om friska tänder.",
            "Friska tänder 2025 – vård för alla",
        ),
        (
            "# Friska tänder 2025 – vård för alla\n\nRegionerna följer överenskommelsen om friska tänder 2025.",
            "överenskommelsen om friska tänder 2025",
        ),
        (
            "Till överenskommelsen om friska\ntänder i regionerna hör mer text än så här, och den går vidare på en lång rad.",
            "överenskommelsen om friska tänder i regionerna",
        ),
    ],
)
def test_a_name_ends_where_its_sentence_goes_on(source: str, name: str) -> None:
    assert [found.casefold() for found in names(source)] == [name.casefold()]


@pytest.mark.parametrize(
    "source",
    [
        "Förslaget bygger på en överenskommelse mellan regeringen och Liberalerna.",
        "En blocköverskridande överenskommelse om kommunerna 2025 slöts.",
        "Överenskommelsen omfattar medel till regionerna.",
        "Staten och SKR har slutit fem nya överenskommelser om vård 2025.",
        "Överenskommelsen mellan staten och SKR för 2024 gäller.",
        "Ministrarna nådde en överenskommelse om en ny sanktion.",
        "Regionerna glädjer sig åt överenskommelsen om utbildning mellan Norge och Island.",
    ],
)
def test_what_names_no_agreement_on_grants_is_none(source: str) -> None:
    assert names(source) == []


def test_an_agreement_is_named_once_as_fully_as_it_is_in_the_text() -> None:
    source = (
        "Regionerna får mer genom överenskommelsen om tandvård. Överenskommelsen mellan staten och SKR om friska tänder "
        "i tandvården 2025 är ny. Överenskommelsen om friska tänder i tandvård 2025 gäller."
    )
    assert names(source) == ["Överenskommelsen om friska tänder i tandvård 2025"]


def test_two_years_and_a_supplement_are_agreements_of_their_own() -> None:
    source = (
        "Regionerna följer överenskommelsen om god syn 2024, överenskommelsen om god syn 2025 "
        "och tilläggsöverenskommelsen om god syn 2025."
    )
    assert len(names(source)) == 3


def test_a_name_says_what_the_agreement_is_about() -> None:
    [name] = read("# Glada barn 2025 – ändringsöverenskommelse mellan staten och SKR")
    assert (name.text, name.subject, name.years, name.supplement) == ("Glada barn 2025", "Glada barn", (2025,), True)


WORDS = st.sampled_from(
    [
        "överenskommelsen",
        "Överenskommelse",
        "tilläggs",
        "om",
        "mellan",
        "staten",
        "och",
        "SKR",
        "(SKR)",
        "God",
        "vård",
        "2024",
        "–",
        ",",
        "som",
        "m.m.",
        "”",
        "för",
        ". ",
        "\n",
        "regionerna",
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_words_give_names_within_the_text(source: str) -> None:
    for name in read(source):
        assert " ".join(source[name.span.start : name.span.end].split()) == name.text
