"""Whom a typed name means: exact spelling first, å ä ö forgiven after that, otherwise the candidates."""

from __future__ import annotations

import pytest

from overens.intake.register import read_register
from overens.vocabulary.names import did_you_mean, find_recipients, fold, nearest_recipients


def meant(typed: str) -> list[str]:
    """Return kind and code of everyone the words may mean."""
    return [f"{r.kind.value} {r.code}" for r in find_recipients(typed, read_register())]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("Habo", "kommun 0643"),
        ("habo", "kommun 0643"),
        ("Håbo", "kommun 0305"),
        ("HÅBO", "kommun 0305"),
        ("håbo kommun", "kommun 0305"),
    ],
)
def test_exact_spelling_tells_habo_from_habo_with_a_ring(typed: str, who: str) -> None:
    assert meant(typed) == [who]


def test_when_neither_is_spelt_so_both_are_candidates() -> None:
    assert meant("hàbo") == ["kommun 0305", "kommun 0643"]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("Jönköping", "kommun 0680"),
        ("jonkoping", "kommun 0680"),
        ("Jönköpings kommun", "kommun 0680"),
        ("Jönköping kommun", "kommun 0680"),
        ("Region Jönköpings län", "region 06"),
        ("region jonkopings lan", "region 06"),
        ("Jönköpings län", "län 06"),
        ("jonkopings lan", "län 06"),
    ],
)
def test_jonkoping_is_three_things(typed: str, who: str) -> None:
    assert meant(typed) == [who]


def test_region_jonkoping_means_the_region_as_region_kalmar_does() -> None:
    assert meant("Region Kalmar") == ["region 08"]
    assert meant("Region Jönköping") == ["region 06"]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("Gotland", "kommun 0980"),
        ("Gotlands kommun", "kommun 0980"),
        ("Region Gotland", "region 09"),
        ("Gotlands län", "län 09"),
    ],
)
def test_gotland_has_two_roles_and_is_a_county(typed: str, who: str) -> None:
    assert meant(typed) == [who]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("0680", "kommun 0680"),
        ("0114", "kommun 0114"),
        ("kommun 0680", "kommun 0680"),
        ("region 06", "region 06"),
        ("län 06", "län 06"),
        ("lan 06", "län 06"),
    ],
)
def test_a_code_means_one_recipient(typed: str, who: str) -> None:
    assert meant(typed) == [who]


def test_two_digits_alone_are_ambiguous() -> None:
    assert meant("06") == ["region 06", "län 06"]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("Skåne", "region 12"),
        ("region skane", "region 12"),
        ("Västra Götaland", "region 14"),
        ("västra götalandsregionen", "region 14"),
        ("Region Västra Götaland", "region 14"),
        ("Region Örebro län", "region 18"),
        ("region orebro", "region 18"),
        ("Örebro", "kommun 1880"),
        ("Södermanlands län", "län 04"),
        ("Region Sörmland", "region 04"),
        ("Jämtland-Härjedalen", "region 23"),
        ("upplands bro", "kommun 0139"),
        ("Upplands-Bro", "kommun 0139"),
        ("malung salen", "kommun 2023"),
        ("  Region   Stockholm ", "region 01"),
        ("Stockholm", "kommun 0180"),
        ("STOCKHOLMS LÄN", "län 01"),
    ],
)
def test_names_are_forgiving_about_case_spaces_hyphens_and_dots_over_letters(typed: str, who: str) -> None:
    assert meant(typed) == [who]


def test_every_official_name_means_its_owner() -> None:
    wrong = {r.name: meant(r.name) for r in read_register().everyone if meant(r.name) != [f"{r.kind.value} {r.code}"]}
    assert wrong == {}


def test_every_official_name_typed_without_dots_means_its_owner_or_lists_it() -> None:
    register = read_register()
    for r in (*register.regions, *register.areas, *register.municipalities[::10]):
        assert f"{r.kind.value} {r.code}" in meant(fold(r.name)) or r.code in ("0305", "0643"), r.name


@pytest.mark.parametrize("typed", ["", "Visby", "9999", "99", "Atlantis", "Region"])
def test_nobody_is_meant_by_other_words(typed: str) -> None:
    assert meant(typed) == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Stokholms kommun", "Stockholms kommun"),
        ("regon jönköpings län", "Region Jönköpings län"),
        ("Södermanland", "Södermanlands län"),
        ("Region Jämtland", "Region Jämtland Härjedalen"),
    ],
)
def test_the_nearest_names_are_offered(typed: str, name: str) -> None:
    assert name in [r.name for r in nearest_recipients(typed, read_register())]


def test_at_most_five_are_offered_and_none_for_nonsense() -> None:
    assert len(nearest_recipients("Region Västerland", read_register())) <= 5
    assert nearest_recipients("qqqqqq", read_register()) == ()


def test_did_you_mean_forgives_letters_and_stays_silent_when_nothing_is_near() -> None:
    assert did_you_mean("fordelning", ["fördelning", "belopp"]) == "fördelning"
    assert did_you_mean("xyz", ["fördelning", "belopp"]) is None
    assert did_you_mean("befolkning", []) is None


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Håbo", "habo"),
        ("Upplands-Bro", "upplands bro"),
        ("MALUNG_SÄLEN", "malung salen"),
        ("a\u00adb", "a b"),
        ("é", "e"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded
