"""The real performance programmes: what must be given before they can be computed, and what their payments sum to."""

from __future__ import annotations

import pytest

from overens.agreement.model import Pot
from overens.allocation.model import State
from overens.allocation.parameters import parameters_of
from overens.vocabulary.money import Amount, Mark, may_be_equal, parse_amount
from tests.builders import kronor_of, shipped_agreements, shipped_allocation, shipped_series


def written(agreement: str, pot: str) -> Pot:
    """Return the pot as it is written in the shipped file."""
    return {path[-1]: one for path, one in shipped_agreements()[agreement].agreement.leaves()}[pot]


def shares(kind: str, n: int) -> list[str]:
    """Return the paths of n shares of the pot that no source gives."""
    return [f"prestation/{kind}/{k}/andel av potten" for k in range(1, n + 1)]


def each(n: int, *keys: str) -> list[str]:
    """Return the paths of keys that no source gives for each of n requirements."""
    return [f"prestation/krav/{k}/{key}" for k in range(1, n + 1) for key in keys]


LEVEL = ("eller minst", "andel av potten")
TO_GIVE = {
    "tillganglighet-2019/prestation": ["fördelning", *shares("krav", 2)],
    "tillganglighet-2021/bup-prestation": ["fördelning", *each(3, "bättre än", "andel av potten")],
    "tillganglighet-2022/block-1": ["fördelning", *each(3, *LEVEL)],
    "tillganglighet-2024/bup": ["fördelning", *shares("krav", 3)],
    "bup-2025/prestation": ["fördelning", *shares("krav", 3)],
    "vardplatser-2023/prestation": ["fördelning", *each(2, "eller högst", "andel av potten"), "prestation/mäts"],
    "operationer-2025-del-1/operationer": [
        "fördelning",
        *(f"prestation/styckpriser/{n}/{key}" for n in (1, 2, 3) for key in ("bättre än", "andel av potten")),
    ],
    "operationer-2026/operationer": [
        *(f"prestation/styckpriser/{n}/{key}" for n in range(1, 7) for key in ("bättre än", "pris")),
        "prestation/mäts",
    ],
    "cancer-2026/svf-andra": ["fördelning", *each(3, "bättre än", "andel av potten"), "prestation/mäts"],
    "at-tjanster-2022/tydlig-forbattring": [f"prestation/steg/{path}" for path in ("1/belopp", "2/från", "2/belopp")],
    "at-tjanster-2024/block-2": [],
    "covid-testning-2020/laboratorietest": ["prestation/styckpriser/1/pris"],
    "covid-testning-2020/smittsparning": ["prestation/mäts"],
    "covid-testning-2021/laboratorietest": [],
    "covid-vaccination-2021/doser": [],
    "covid-vaccination-2022/doser": [],
}


@pytest.mark.parametrize("name", TO_GIVE)
def test_what_no_source_gives_must_be_given(name: str) -> None:
    agreement, pot = name.split("/")
    assert sorted(p.path for p in parameters_of(written(agreement, pot))) == sorted(TO_GIVE[name])


def test_the_nine_requirements_of_2023_each_lack_a_level_and_a_share() -> None:
    paths = [one.path for one in parameters_of(written("tillganglighet-2023", "forsta-utbetalningen"))]
    assert len(paths) == 18
    assert [path for path in paths if path.endswith("eller högst")] == [
        "prestation/krav/4/eller högst",
        "prestation/krav/5/eller högst",
    ]


# --- emptied pots: identities, no independent tests of a rule ------------------------


@pytest.mark.parametrize(
    ("agreement", "pot", "paid", "kr"),
    [
        ("tillganglighet-2022", "block-1", (697_329_040, 1_815_270_960), 2_512_600_000),
        ("bup-2025", "prestation", (172_006_253, 667_993_747), 840_000_000),
    ],
)
def test_the_payments_of_an_emptied_pot_sum_to_it_and_the_file_calls_that_an_identity(
    agreement: str, pot: str, paid: tuple[int, int], kr: int
) -> None:
    one = written(agreement, pot)
    assert isinstance(one.amount, Amount)
    assert tuple(i.amount.kr for i in one.instalments if i.amount) == paid
    assert sum(paid) == one.amount.kr == kr
    assert "en identitet, inte oberoende prov" in (one.remark or "")


def test_the_payments_of_2023_sum_to_the_pot_and_the_file_calls_that_an_identity() -> None:
    group = shipped_agreements()["tillganglighet-2023"].agreement.pots["prestation"]
    paid = {name: pot.amount.kr for name, pot in group.pots.items() if isinstance(pot.amount, Amount)}
    assert paid == {"forsta-utbetalningen": 625_746_835, "december": 1_874_253_165}
    assert sum(paid.values()) == 2_500_000_000
    assert "en identitet, inte oberoende prov" in (group.remark or "")


def test_what_is_left_of_bup_2024_after_august_is_just_over_300_mkr() -> None:
    pot = written("tillganglighet-2024", "bup")
    august, december = (i.amount for i in pot.instalments)
    assert isinstance(pot.amount, Amount)
    assert august == parse_amount("141 759 535 kr")
    assert isinstance(december, Amount)
    assert may_be_equal(Amount.exactly(pot.amount.kr - 141_759_535), december)


# --- operations 2025, part 2: printed shares of inferred ceilings --------------------


def test_operations_2025_part_2_is_the_printed_shares_of_ceilings_in_the_shape_of_2026() -> None:
    pot = shipped_allocation("operationer-2025-del-2").pot("operationer")
    assert pot is not None
    shares_of, ceilings = (
        shipped_series("operationer-2025-andel-av-tak", "2025-12"),
        shipped_series("operationer-2026-tak", "2026-01"),
    )
    for code, kr in kronor_of(pot).items():
        share, ceiling = shares_of.values[code], ceilings.values[code]
        assert share is not None
        assert ceiling is not None
        assert abs(kr - 507_500_000 * ceiling / 750_000_000 * share / 100) < 1
    assert {a.amount.mark for a in pot.awards} == {Mark.INFERRED}
    assert {a.withheld_kr for a in pot.awards if shares_of.values[a.recipient.code] == 100} == {0}


def test_operations_2025_part_2_misses_the_printed_sum_and_says_by_how_much() -> None:
    pot = shipped_allocation("operationer-2025-del-2").pot("operationer")
    assert pot is not None
    assert (pot.state, pot.awarded_kr, pot.lapsed_kr, pot.undistributed_kr) == (
        State.COMPUTED,
        242_104_566,
        265_395_434,
        0,
    )
    said = [c for c in shipped_agreements()["operationer-2025-del-2"].agreement.contradictions if "243" in c.says]
    assert [c.used.replace("\u00a0", " ").split(",")[0] for c in said] == ["242 104 566 kr"]
