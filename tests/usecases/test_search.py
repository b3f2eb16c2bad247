"""What is found by what has been typed so far."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from overens.usecases.library import Library, open_library
from overens.usecases.search import MOST, search
from overens.usecases.search_entries import HitKind


@cache
def library() -> Library:
    """Return the shipped library, read once."""
    return open_library()


def named(q: str, day: str | None = None) -> list[str]:
    """Return the hits' kinds and names."""
    found = search(library(), q, date.fromisoformat(day) if day else None)
    return [f"{hit.kind.value} {hit.name}" for hit in found.hits]


@pytest.mark.parametrize(
    ("q", "exact"),
    [
        ("nässjö", "Nässjö"),
        ("  NASSJO ", "Nässjö"),
        ("dals ed", "Dals-Ed"),
        ("0680", "Jönköping"),
        ("vgr", "Västra Götalandsregionen"),
        ("Region Skåne", "Region Skåne"),
        ("håbo", "Håbo"),
        ("Berg", "Berg"),
        ("kvinnors-halsa-2024", "Mödrahälsovård, förlossningsvård och kvinnors hälsa 2024"),
        ("habo", None),
        ("gotland", None),
        ("jönköping", None),
        ("06", None),
        ("nässj", None),
        ("", None),
    ],
)
def test_one_place_is_meant_only_when_its_whole_name_is_typed_and_no_other_may_be_meant(
    q: str, exact: str | None
) -> None:
    found = search(library(), q).exact
    assert (found.name if found else None) == exact


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("jönköping", ["kommun Jönköping", "region Region Jönköpings län", "län Jönköpings län"]),
        ("habo", ["kommun Habo", "kommun Håbo"]),
        ("håbo", ["kommun Håbo", "kommun Habo"]),
        ("06", ["region Region Jönköpings län", "län Jönköpings län", "kommun Aneby"]),
        ("ö", ["region Region Örebro län", "region Region Östergötland", "kommun Öckerö"]),
        ("götaland", ["region Västra Götalandsregionen", "län Västra Götalands län"]),
    ],
)
def test_the_likeliest_come_first(q: str, first: list[str]) -> None:
    assert named(q)[: len(first)] == first


def test_names_that_begin_so_come_before_those_with_a_word_that_does_and_aao_last() -> None:
    names = [name.removeprefix("kommun ") for name in named("väs") if name.startswith("kommun ")]
    assert names.index("Västervik") < names.index("Västerås") < names.index("Upplands Väsby")


@pytest.mark.parametrize(
    ("q", "agreement"),
    [
        ("kvinnors hälsa", "kvinnors-halsa-2024"),
        ("anslag 1:6", "kvinnors-halsa-2024"),
        ("psykisk", "psykisk-halsa-2024"),
    ],
)
def test_agreements_are_found_by_name_series_and_appropriation_the_newest_first(q: str, agreement: str) -> None:
    hits = search(library(), q).hits
    assert agreement in [hit.key for hit in hits]
    years = [int(hit.key[-4:]) for hit in hits if hit.key in ("kvinnors-halsa-2024", "kvinnors-halsa-2021")]
    assert years == sorted(years, reverse=True)


def test_an_agreement_says_its_year_and_its_sum() -> None:
    (hit,) = search(library(), "kvinnors-halsa-2024").hits
    assert hit.kind is HitKind.AGREEMENT
    assert hit.what.say().replace("\u00a0", " ") == "avtal 2024, 1 535 Mkr"


def test_an_agreement_is_not_found_before_it_was_known() -> None:
    assert named("kvinnors-halsa-2024", "2023-06-30") == []


@pytest.mark.parametrize(
    ("q", "near"), [("nasjö", "Nässjö"), ("stokholm", "Region Stockholm"), ("upplandsväsby", "Upplands Väsby")]
)
def test_near_names_are_told_when_nobody_has_the_name(q: str, near: str) -> None:
    found = search(library(), q)
    assert found.hits == ()
    assert found.near[0].name == near


@pytest.mark.parametrize("q", ["", "-", "xyzzy", "<script>alert(1)</script>", "'; DROP TABLE x --", "å" * 100])
def test_what_is_nobodys_name_finds_nothing(q: str) -> None:
    found = search(library(), q)
    assert (found.hits, found.near, found.exact) == ((), (), None)


def test_at_most_fifty_are_shown_and_the_rest_counted() -> None:
    found = search(library(), "kommun")
    assert len(found.hits) == MOST
    assert found.more > 200
