"""Every published annex recomputed to the krona: how many are equal, on what basis, and each deviation."""

from __future__ import annotations

from fractions import Fraction

import pytest

from overens.allocation.model import Basis, State
from overens.figures.model import FigureKind
from overens.vocabulary.money import Amount, add_up
from tests.builders import kronor_of, shipped_agreements, shipped_allocation, shipped_series

Deviations = dict[str, tuple[int, int]]
"""Code -> (published, computed), in kronor."""

ANNEXES: dict[str, tuple[int, int, Basis, Deviations]] = {
    "kvinnors-halsa-2017/tillagg-2017": (21, 21, Basis.SAME_TABLE, {}),
    "kvinnors-halsa-2021/overenskommelsen": (20, 20, Basis.SAME_TABLE, {}),
    "kvinnors-halsa-2021/tillagg": (
        16,
        20,
        Basis.INDEPENDENT,
        {
            "08": (10_549_200, 10_549_199),
            "09": (2_574_775, 2_574_774),
            "10": (6_827_204, 6_827_203),
            "22": (10_490_458, 10_490_457),
        },
    ),
    "cancer-2023/svf-andra": (21, 21, Basis.SAME_TABLE, {}),
    "kvinnors-halsa-2023/befolkning": (21, 21, Basis.SAME_TABLE, {}),
    "kvinnors-halsa-2023/landsbygd": (
        19,
        21,
        Basis.SAME_TABLE,
        {"06": (10_195_134, 10_195_135), "12": (17_725_192, 17_725_193)},
    ),
    "kvinnors-halsa-2024/befolkning": (21, 21, Basis.SAME_TABLE, {}),
    "kvinnors-halsa-2024/landsbygd": (21, 21, Basis.SAME_TABLE, {}),
    "vardkapacitet-2025/regioner": (21, 21, Basis.SAME_TABLE, {}),
    "tillganglighet-2023/december": (21, 21, Basis.LIST, {}),
    "god-och-nara-vard-2024/kommuner": (21, 21, Basis.LIST, {}),
    "sektorsbidrag-2024/varandringsbudget": (21, 21, Basis.LIST, {}),
}


@pytest.mark.parametrize("name", ANNEXES)
def test_a_published_annex(name: str) -> None:
    agreement, pot_name = name.split("/")
    pot = shipped_allocation(agreement).pot(pot_name)
    assert pot is not None
    assert pot.annex is not None
    annex = pot.annex
    found = {d.recipient.code: (d.published_kr, d.computed_kr) for d in annex.deviations}
    assert (annex.equal, annex.of, annex.basis, found) == ANNEXES[name]


@pytest.mark.parametrize("name", ANNEXES)
def test_every_deviation_has_its_reason_in_the_file(name: str) -> None:
    agreement, pot_name = name.split("/")
    pot = shipped_allocation(agreement).pot(pot_name)
    assert pot is not None
    assert pot.annex is not None
    assert [d.recipient.code for d in pot.annex.deviations if not d.reason] == []
    recorded = pot.pot.annex.deviations if pot.pot.annex else ()
    assert {d.code for d in recorded} == {d.recipient.code for d in pot.annex.deviations}


def test_no_annex_is_left_out_of_the_table_above() -> None:
    found = {
        f"{name}/{pot.id}"
        for name in shipped_agreements()
        for pot in shipped_allocation(name).pots
        if pot.pot.annex is not None
    }
    assert found == set(ANNEXES)


def test_nine_annexes_count() -> None:
    assert sum(1 for _, _, basis, _ in ANNEXES.values() if basis is not Basis.LIST) == 9


def test_norrbotten_is_cut_off_in_the_two_tables_of_2021_and_not_counted() -> None:
    for name in ("overenskommelsen", "tillagg"):
        pot = shipped_allocation("kvinnors-halsa-2021").pot(name)
        assert pot is not None
        assert pot.annex is not None
        assert [recipient.code for recipient in pot.annex.not_published] == ["25"]
        assert pot.award_to(pot.annex.not_published[0]) is not None


# --- the amounts themselves, typed from the printed tables --------------------------


@pytest.mark.parametrize(
    ("name", "code", "kr"),
    [
        ("kvinnors-halsa-2024/befolkning", "01", 317_989_729),
        ("kvinnors-halsa-2024/befolkning", "03", 52_402_037),
        ("kvinnors-halsa-2024/landsbygd", "01", 3_823_518),
        ("kvinnors-halsa-2023/befolkning", "04", 41_337_643),
        ("kvinnors-halsa-2017/tillagg-2017", "01", 68_143_865),
        ("kvinnors-halsa-2021/overenskommelsen", "03", 35_036_644),
        ("cancer-2023/svf-andra", "01", 42_426_203),
        ("vardkapacitet-2025/regioner", "03", 245_813_551),
        ("tillganglighet-2023/december", "03", 54_499_160),
    ],
)
def test_an_amount_of_a_printed_table(name: str, code: str, kr: int) -> None:
    agreement, pot_name = name.split("/")
    pot = shipped_allocation(agreement).pot(pot_name)
    assert pot is not None
    assert kronor_of(pot)[code] == kr


@pytest.mark.parametrize(
    ("name", "kr"),
    [
        ("kvinnors-halsa-2017/tillagg-2017", 300_000_000),
        ("kvinnors-halsa-2021/overenskommelsen", 937_000_000),
        ("kvinnors-halsa-2021/tillagg", 445_000_000),
        ("cancer-2023/svf-andra", 182_500_000),
        ("kvinnors-halsa-2023/befolkning", 1_437_000_000),
        ("kvinnors-halsa-2024/befolkning", 1_367_000_000),
        ("kvinnors-halsa-2024/landsbygd", 150_000_000),
        ("vardkapacitet-2025/regioner", 5_886_500_000),
        ("tillganglighet-2023/december", 1_874_253_165),
        ("god-och-nara-vard-2024/kommuner", 750_000_000),
        ("sektorsbidrag-2024/varandringsbudget", 6_000_000_000),
    ],
)
def test_a_computed_annex_sums_to_its_pot(name: str, kr: int) -> None:
    agreement, pot_name = name.split("/")
    pot = shipped_allocation(agreement).pot(pot_name)
    assert pot is not None
    assert (sum(kronor_of(pot).values()), pot.lapsed_kr, pot.undistributed_kr) == (kr, 0, 0)


def test_nearest_krona_in_the_rural_table_of_2023_gives_out_two_kronor_too_much_and_says_so() -> None:
    pot = shipped_allocation("kvinnors-halsa-2023").pot("landsbygd")
    assert pot is not None
    assert pot.annex is not None
    assert (pot.awarded_kr, pot.undistributed_kr, pot.annex.published_total_kr) == (150_000_002, -2, 150_000_000)
    assert pot.reason is not None
    assert pot.reason.say() == "avrundningen delar ut mer än potten"


# --- the traps ----------------------------------------------------------------------


def test_the_rural_weight_of_gotland_2024_is_four_times_the_population_of_the_other_pots_key() -> None:
    weight, people = shipped_series("landsbygdsvikt", "2023"), shipped_series("befolkning", "2023-11-01")
    assert people.values["09"] == 61_093
    assert weight.values["09"] == 4 * 61_093
    assert not set(weight.derived_from) & set(people.derived_from)


def test_the_rural_weight_of_gotland_2023_is_four_times_a_population_of_another_day() -> None:
    assert shipped_series("landsbygdsvikt", "2022").values["09"] == 4 * 61_001
    assert shipped_series("befolkning", "2022-11-01").values["09"] == 61_167


def test_december_2023_sums_only_when_uppsala_is_read_54_499_160() -> None:
    table = shipped_series("tillganglighet-2023-december", "2023-12")
    assert table.total == 1_874_253_165
    assert table.values["03"] == 54_499_160
    pot = shipped_allocation("tillganglighet-2023").pot("december")
    assert pot is not None
    assert pot.amount is not None
    for misread in (5_449_916, 54_409_160, 544_099_160, 544_991_600):
        assert table.total - 54_499_160 + misread != pot.amount.kr
    contradictions = shipped_agreements()["tillganglighet-2023"].agreement.contradictions
    assert any("544 99 160" in one.says and "54 499 160" in one.used for one in contradictions)


def test_the_445_is_computed_with_the_population_of_the_937() -> None:
    key = shipped_series("befolkning", "2020-11-01")
    assert (key.kind, key.derived_from) == (FigureKind.IMPLIED, ("kvinnors-halsa-2021-937",))


def payments(agreement: str, pot: str) -> tuple[int, int]:
    """Return the pot in kronor and the sum of the payments the sources name."""
    written = {path[-1]: one for path, one in shipped_agreements()[agreement].agreement.leaves()}[pot]
    allocation = shipped_allocation(agreement).pot(pot)
    assert allocation is not None
    assert allocation.amount is not None
    return allocation.amount.kr, sum(i.amount.kr for i in written.instalments if i.amount)


@pytest.mark.parametrize(
    ("agreement", "pot", "kr"),
    [("tillganglighet-2022", "block-1", 2_512_600_000), ("bup-2025", "prestation", 840_000_000)],
)
def test_what_was_paid_empties_the_pot_to_the_krona(agreement: str, pot: str, kr: int) -> None:
    assert payments(agreement, pot) == (kr, kr)


def test_what_was_paid_in_2023_empties_the_pot_to_the_krona() -> None:
    agreement = shipped_agreements()["tillganglighet-2023"].agreement
    group = agreement.pots["prestation"]
    parts = [pot.amount for pot in group.pots.values()]
    assert add_up(part for part in parts if isinstance(part, Amount)) == Amount.exactly(2_500_000_000)
    assert group.amount == Amount.exactly(2_500_000_000)


def test_a_sector_grant_printed_to_100_000_kr_is_known_to_that_and_no_better() -> None:
    pot = shipped_allocation("sektorsbidrag-2024").pot("varandringsbudget")
    assert pot is not None
    assert pot.state is State.COMPUTED
    assert {(a.amount.kr - (a.amount.low or 0), (a.amount.high or 0) - a.amount.kr) for a in pot.awards} == {
        (50_000, 50_000)
    }


def test_the_table_of_regions_is_161_mkr_less_than_its_named_parts() -> None:
    parts = {
        "sektorsbidrag-2024": ["vardbehov"],
        "kvinnors-halsa-2024": ["befolkning", "landsbygd"],
        "tillganglighet-2024": ["vid-beslut", "efter-helhetsbedomning"],
        "god-och-nara-vard-2024": ["regioner-ovrigt", "landsbygd"],
        "cancer-2024": ["svf-forsta", "svf-andra"],
        "lakemedelsberedskap-2024": ["regioner"],
    }
    total = 0
    for agreement, names in parts.items():
        for name in names:
            pot = shipped_allocation(agreement).pot(name)
            assert pot is not None
            assert pot.amount is not None
            total += pot.amount.kr
    assert total == 10_003_000_000
    assert shipped_series("regiontabell-2024", "2023-12-20").total == Fraction(9_842_000_000)
