"""A printed table of totals names its sources and its pots."""

from __future__ import annotations

import pytest

from overens.agreement.published import PublishedTable, read_published
from overens.intake.register import shipped_library
from overens.vocabulary.money import Amount, parse_amount
from overens.writing.values import Missing
from tests.builders import EN, place_of, said

TEXT = """\
id: tabell-2024
namn: Tabellen
avser: 2024
till: regioner
tabell: tabell-2024
per: 2023-12-20
status: preliminär
källa: k
källor:
  k: {titel: Källan}
omfattar:
  - {pott: prov-2024/a, skäl: står i texten}
omfattar inte:
  - {pott: prov-2024/b}
"""


def read(text: str) -> PublishedTable:
    table, problems = read_published(text, file="prov.yaml")
    assert said(problems) == []
    assert table is not None
    return table


POTS = {"prov-2024/a", "prov-2024/b"}
SUM = TEXT.replace("till: regioner\ntabell: tabell-2024", "belopp: 5 Mkr").split("omfattar:")[0] + (
    "omfattar:\n  - {avtal: prov-2024}\n  - {avtal: annat-2024}\n"
)


def amount(words: str) -> Amount:
    read_amount = parse_amount(words)
    assert isinstance(read_amount, Amount)
    return read_amount


def totals(one: str, other: str) -> dict[str, Amount | Missing]:
    return {"prov-2024": amount(one), "annat-2024": amount(other)}


def test_a_table_names_the_pots_it_holds_and_leaves_out() -> None:
    table = read(TEXT)
    assert [held.pot for held in table.totals.holds] == ["prov-2024/a"]
    assert [held.pot for held in table.totals.leaves_out] == ["prov-2024/b"]
    assert table.problems_with(POTS, {}) == []


def test_an_unknown_pot_is_told_with_the_nearest() -> None:
    (problem,) = read(TEXT).problems_with({"prov-2024/a", "prov-2024/bb"}, {})
    assert said([problem]) == [
        f"{place_of('{pott: prov-2024/b}', TEXT)}: 'prov-2024/b' finns inte bland avtalen och deras potter. "
        "Menade du 'prov-2024/bb'?"
    ]
    assert said([problem], EN)[0].endswith("Did you mean 'prov-2024/bb'?")


def test_an_unknown_pot_near_nothing_is_not_compared_with_nothing() -> None:
    problems = read(TEXT).problems_with({"zzzzzzzzzzzzzz/qqqqqqq"}, {})
    assert len(problems) == 2
    assert all("None" not in sentence for sentence in said(problems) + said(problems, EN))


def test_a_printed_sum_is_the_sum_of_its_agreements() -> None:
    assert read(SUM).problems_with(set(), totals("2 Mkr", "3 000 000 kr")) == []
    (problem,) = read(SUM).problems_with(set(), totals("2 Mkr", "7 Mkr"))
    assert said([problem]) == [
        f"{place_of('5 Mkr', SUM)}: Tryckt är 5 000 000 kr, men avtalen summerar till 9 000 000 kr. "
        "Rätta beloppet eller listan; skiljer källorna, skriv det under 'motsägelser' (om: belopp)."
    ]


def test_a_printed_sum_that_is_recorded_as_a_contradiction_is_no_problem() -> None:
    more = "motsägelser: [{om: belopp, källa: k, säger: x, använt: y, skäl: z}]\n"
    assert read(SUM + more).problems_with(set(), totals("2 Mkr", "7 Mkr")) == []


def test_a_sum_of_what_is_not_known_is_not_known() -> None:
    unknown: dict[str, Amount | Missing] = {"prov-2024": amount("2 Mkr"), "annat-2024": Missing.NOT_FOUND}
    assert read(SUM).computed(unknown) is None
    assert read(SUM).problems_with(set(), unknown) == []
    computed = read(SUM).computed(totals("2 Mkr", "3 Mkr"))
    assert computed is not None
    assert (computed.low, computed.kr, computed.high) == (4_000_000, 5_000_000, 6_000_000)


def test_an_unknown_source_is_a_problem_here_too() -> None:
    text = TEXT.replace("källa: k\n", "källa: q\n")
    assert [p.place.line for p in read_published(text, file="f")[1]] == [8]


def test_a_contradiction_about_nothing_is_a_problem_here_too() -> None:
    more = "motsägelser: [{om: omfattat, källa: k, säger: x, använt: y, skäl: z}]\n"
    (problem,) = read_published(TEXT + more, file="f")[1]
    assert "Menade du 'omfattar'?" in problem.say()


@pytest.mark.parametrize("text", ["", "# inget\n", "- a\n", "a: 1\n"])
def test_a_file_that_is_no_table_has_problems(text: str) -> None:
    table, problems = read_published(text, file="f")
    assert table is None
    assert problems


def test_the_shipped_tables_are_read_without_a_problem() -> None:
    paths = sorted((shipped_library() / "sammanstallningar").glob("*.yaml"))
    ids = [read(path.read_text(encoding="utf-8")).totals.id for path in paths]
    assert ids == [path.stem for path in paths]
    assert {"regiontabell-2024", "kommunmedel-per-lan-2024"} <= set(ids)
