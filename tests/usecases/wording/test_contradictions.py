"""What a contradiction is about is said by the names of pots and fields, never by an address in a file."""

from __future__ import annotations

from overens.usecases.library import open_library
from overens.usecases.wording.contradictions import about_words


def test_of_every_shipped_contradiction_no_address_shows() -> None:
    library = open_library()
    for name in library.readings:
        agreement = library.allocation(name).agreement
        for one in agreement.contradictions:
            said = about_words(agreement, one.about).say()
            assert said
            assert "potter." not in said
            assert "utanför." not in said


def test_money_outside_the_amount_is_called_by_its_name() -> None:
    agreement = open_library().allocation("cancer-2024").agreement

    assert about_words(agreement, "utanför.0.belopp").say() == f"{agreement.outside[0].name}: beloppet"


def test_one_of_several_is_counted_as_a_person_counts() -> None:
    agreement = open_library().allocation("kvinnors-halsa-2021").agreement

    assert (
        about_words(agreement, "potter.tillagg.utbetalning.0.senast").say().endswith(": utbetalningen 1: sista dagen")
    )
