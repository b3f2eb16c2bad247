"""A document beside the shipped library: one agreement is found by name, year and total, or asked for by id."""

from __future__ import annotations

from functools import cache

from overens.drafting.against.model import Likeness
from overens.intake.library_folder import list_library
from overens.intake.register import shipped_library
from overens.usecases.against_library import compare_with_library
from overens.usecases.documents.against import against_document
from overens.usecases.draft import draft_agreement
from overens.usecases.library import Library, read_library
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language
from tests.drafting.made import made


@cache
def library() -> Library:
    return read_library(list_library([(shipped_library(), "")]))


CANCER = made(
    "Regeringen satsar {500 miljoner kronor|total 2021 for=jämlik och effektiv cancervård med kortare väntetider} i en överenskommelse. "
    "{76,5 miljoner kronor|part rcc 2021} går till RCC, en ökning med {28,5 miljoner kronor|change rcc 2021}."
)


def test_the_agreement_is_found_and_its_change_held_against_the_year_before() -> None:
    found = compare_with_library(CANCER, library())
    assert not isinstance(found, Fault)
    (one,) = found
    assert one.picked is not None
    assert one.picked.id == "cancer-2021"
    said = {value.what.say(): value.likeness for value in one.compared}
    assert said["hela beloppet"] is Likeness.SAME
    assert said["ändringen från året före"] is Likeness.SAME
    document = against_document(one, Language.ENGLISH)
    assert document["agreement"] == "cancer-2021"
    assert {"what": "the whole", "likeness": "same"}.items() <= document["compared"][0].items()


def test_it_may_be_asked_for_by_id() -> None:
    found = compare_with_library(CANCER, library(), "cancer-2022")
    assert not isinstance(found, Fault)
    assert found[0].picked is not None
    assert found[0].candidates == ()
    fault = compare_with_library(CANCER, library(), "cancer-2012")
    assert isinstance(fault, Fault)
    assert "Menade du 'cancer-20" in fault.remedy.say()


def test_a_document_about_nothing_in_the_library_picks_none() -> None:
    found = compare_with_library(made("Bibliotek får {3 Mkr|total 2019 for=gröna hyllor}."), library())
    assert not isinstance(found, Fault)
    assert [one.picked for one in found] == [None]


def test_a_draft_knows_the_text_it_was_read_from() -> None:
    document = made("# Mer till vården\n\nSKR får {5 Mkr|total skr 2024}.", dated="2023-12")
    text = draft_agreement(document).text
    assert "titel: Mer till vården" in text
    assert "datum: 2023-12" in text
    assert "fingeravtryck: sha256:" in text
    assert draft_agreement(document).text == text
