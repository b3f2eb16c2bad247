"""Clauses written back: Swedish keys in the model's order, defaults left out, bare words where they say the same."""

from __future__ import annotations

from textwrap import dedent

import pytest

from overens.agreement.model import Pot
from overens.writing.write_clause import write_clause
from overens.writing.write_tree import WIDTH
from tests.builders import agreement_text, read

POT = ("namn: A", "belopp: ej funnet", "källa: k")


def tree(more: dict[str, object]) -> dict[str, object]:
    """Return a pot as it is read from a file."""
    return {"namn": "A", "belopp": "ej funnet", "källa": "k", **more}


def rule(key: str, value: object) -> str:
    """Return how one key of a pot is written, without the keys that every pot has."""
    lines = write_clause(Pot.model_validate(tree({key: value}))).splitlines()
    return "\n".join(line for line in lines if line and line not in POT)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("lika", "fördelning: lika"),
        ({"lika": "lika"}, "fördelning: lika"),
        ({"lika": "lika", "härlett": "x"}, "fördelning: {lika: lika, härlett: x}"),
        ({"lika": "per capita"}, "fördelning: {lika: per capita}"),
        ({"ej publicerad": "ej publicerad"}, "fördelning: ej publicerad"),
        ("ej funnen", "fördelning: ej funnen"),
        ({"ej publicerad": "lika"}, "fördelning: {ej publicerad: lika}"),
        ({"ej publicerad": "skälet"}, "fördelning: {ej publicerad: skälet}"),
        ({"andel av": "b", "per": "2023-11-01"}, "fördelning: {andel av: b, per: 2023-11-01}"),
        ({"andel av": "b", "vikter": {"0180": "1,5"}}, 'fördelning:\n  andel av: b\n  vikter: {"0180": "1,5"}'),
        (
            {"grundbelopp": "100000 kr", "resten": {"andel av": "b"}},
            "fördelning:\n  grundbelopp: 100 000 kr\n  resten: {andel av: b}",
        ),
        (
            {"blandning": [{"vikt": "1/2", "nyckel": "lika"}, {"vikt": "50 %", "nyckel": {"lista": "l"}}]},
            "fördelning:\n  blandning:\n    - {vikt: 50 %, nyckel: lika}\n    - vikt: 50 %\n      nyckel: {lista: l}",
        ),
    ],
)
def test_a_key_is_written_as_short_as_it_can_be(value: object, text: str) -> None:
    assert rule("fördelning", value) == text


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("till", {"grupp": "regioner"}, "till: regioner"),
        ("till", {"grupp": "regioner", "endast": ["06", "12"]}, 'till: {grupp: regioner, endast: ["06", "12"]}'),
        ("rekvisition", {"behov": "krävs"}, "rekvisition: krävs"),
        ("rekvisition", {"behov": "krävs", "senast": "2024-12"}, "rekvisition: {senast: 2024-12}"),
        ("gränser", {"golv": {"belopp": "100 kr"}}, "gränser: {golv: 100 kr}"),
        ("gränser", {}, "gränser: {}"),
        ("avrundning", {"sätt": "största rest"}, ""),
        ("avrundning", {"sätt": "närmaste", "resten till": "01"}, 'avrundning: {sätt: närmaste, resten till: "01"}'),
        ("öppen ram", "nej", ""),
        ("öppen ram", "ja", "öppen ram: ja"),
        ("märke", "verifierad", ""),
        ("utbetalning", [{"andel": "1/9", "datum": "ej känt"}], "utbetalning:\n  - {andel: 1/9, datum: ej känt}"),
        ("bilaga", {"tabell": "t"}, "bilaga: t"),
        ("villkor", [], ""),
        ("anmärkning", "SKR:s sida # 1", 'anmärkning: "SKR:s sida # 1"'),
        ("anmärkning", "2024", 'anmärkning: "2024"'),
        ("anmärkning", "06", 'anmärkning: "06"'),
        ("anmärkning", 'a "b": c', "anmärkning: 'a \"b\": c'"),
        ("anmärkning", "ett\ntvå", "anmärkning: |-\n  ett\n  två"),
        ("villkor", [{"krav": "ett, två", "uppfylls av": "alla"}], 'villkor:\n  - {krav: "ett, två", uppfylls av: alla}'),
        ("skyldigheter", [{"vad": "x", "vem": "y", "senast": "2024", "källa": ["a", "b"]}],
         "skyldigheter:\n  - {vad: x, vem: y, senast: 2024, källa: [a, b]}"),
    ],
)  # fmt: skip
def test_a_part_of_a_pot(key: str, value: object, text: str) -> None:
    assert rule(key, value) == text


def test_a_whole_file_has_its_keys_in_order_and_its_parts_apart() -> None:
    text = agreement_text(
        "b: {till: SKR, källa: k, belopp: 5 Mkr, namn: B}\na:\n  källa: [k]\n  namn: A\n  belopp: 1535000000 kr\n  till: SKR",
        more="anslag: ['1:6']\nej funnet: [{vad: dagen}]",
    )

    assert write_clause(read(text).agreement) == dedent("""\
        id: prov-2024
        namn: Prov
        slag: överenskommelse
        avser: 2024
        beslutad: 2023-12-20
        status: beslutad
        anslag: "1:6"
        belopp: ej funnet
        källa: k

        källor:
          k:
            titel: Källan

        potter:
          b:
            namn: B
            belopp: 5 Mkr
            källa: k
            till: SKR
          a:
            namn: A
            belopp: 1 535 000 000 kr
            källa: k
            till: SKR

        ej funnet:
          - {vad: dagen}
        """)


def test_long_text_is_folded_within_the_page_and_never_within_a_number() -> None:
    remark = "Kända belopp är " + ", ".join(f"{n} 367 000 kr" for n in range(1, 30)) + "."
    text = write_clause(Pot.model_validate(tree({"anmärkning": remark})))

    assert "anmärkning: >-\n  Kända" in text
    assert max(map(len, text.splitlines())) <= WIDTH
    for line in text.splitlines():
        assert not line.strip().startswith(("367", "000", "kr"))


@pytest.mark.parametrize("length", range(70, 110))
def test_a_group_stands_on_one_line_if_it_fits_in_it(length: int) -> None:
    text = write_clause(Pot.model_validate(tree({"rekvisition": {"senast": "2024-12", "följd": "x" * length}})))

    (line,) = [line for line in text.splitlines() if "2024-12" in line]
    assert len(line) <= WIDTH
    on_one_line = "{" in line
    assert on_one_line == (len("rekvisition: {senast: 2024-12, följd: }") + length <= WIDTH)


@pytest.mark.parametrize("amount", ["knappt 100 Mkr", "upp till 100 Mkr", "högst 100 Mkr", "omkring 100 Mkr"])
def test_the_sources_own_word_for_a_bound_is_kept(amount: str) -> None:
    assert rule("myndighetens egen kostnad", amount) == f"myndighetens egen kostnad: {amount}"
