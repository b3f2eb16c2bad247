"""A head that holds for several months: each its own series, and a month without rows a gap."""

from __future__ import annotations

import pytest

from overens.figures.checks import check_figure
from overens.figures.read_figure import read_figure
from tests.builders import ABC, EN, said

HEAD = """\
# id: besok
# namn: Besök
# enhet: antal
# mottagare: regioner
# licens: CC0
# brott: [{från: 2024, anmärkning: nytt system}, 2024-02]
# serier:
#   "2023-11/2024-02": {slag: officiell, källa: Mätningen}
"""


def rows(*months: str) -> str:
    return "per,kod,värde\n" + "".join(f"{month},{code},5\n" for month in months for code in ("01", "03", "04"))


def faults(text: str) -> list[str]:
    found, head, cells, problems = read_figure(text, file="f")
    assert head is not None
    problems = problems + check_figure(head, found, cells, ABC)
    assert all(p.message.say() != p.message.say(EN) for p in problems)
    return said(problems)


def test_each_month_of_a_span_is_a_series_and_one_without_rows_a_gap() -> None:
    text = HEAD + rows("2023-11", "2024-02")
    assert faults(text) == []
    found = read_figure(text, file="f")[0]
    assert [one.key.measured_on for one in found] == ["2023-11", "2024-02"]
    assert {one.source for one in found} == {"Mätningen"}


def test_a_break_lies_between_periods() -> None:
    first, last = read_figure(HEAD + rows("2023-11", "2024-02"), file="f")[0]
    found = [first.break_against(other) for other in ("2023-12", "2024-01", "2024-02", "2024", "2022")]
    assert [one and one.since.words for one in found] == [None, "2024", "2024", "2024", None]
    assert last.break_against("2024-01") == last.breaks[1]
    assert last.breaks[0].remark == "nytt system"
    assert last.break_against("i fjol") is None


def test_a_month_for_some_only_is_told_as_on_any_other_date() -> None:
    (fault,) = faults(HEAD + rows("2023-11", "2024-02").replace("2024-02,03,5\n", ""))
    assert "1 mottagare saknas för 2024-02: 03." in fault


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2024-02/2023-11", "'2024-02/2023-11' är inga månader i följd."),
        ("2023-13/2024-02", "'2023-13' är inget datum."),
        ("2023/2024", "'2023/2024' är inga månader i följd."),
        ("2023-11-01/2024-02-01", "är inga månader i följd."),
        ("2023-11/2024-01/2024-02", "är inga månader i följd."),
        ("2023-11/", "'' är inget datum."),
        ("0001-01/9999-12", "'0001-01' är inget rimligt datum."),
    ],
)
def test_what_is_no_span_of_months_is_told_at_its_line_in_the_head(written: str, words: str) -> None:
    fault, *_ = faults(HEAD.replace("2023-11/2024-02", written) + rows("2023-11"))
    assert fault.startswith("f:8:5: ")
    assert words in fault


@pytest.mark.parametrize(("other", "month"), [("2024-01", "2024-01"), ("2024-01/2024-06", "2024-05")])
def test_a_month_in_two_series_is_told(other: str, month: str) -> None:
    head = HEAD + f'#   "{other}": {{slag: officiell, källa: k}}\n'
    (fault,) = faults(head + rows("2024-01", *({month} - {"2024-01"})))
    assert fault.startswith("f:9:5: Månaden 2024-01 står i två serier; den andra är '2023-11/2024-02'.")


def test_a_span_without_any_row_is_told() -> None:
    fault, *_ = faults(HEAD + '#   "2020-01/2020-02": {slag: officiell, källa: k}\n' + rows("2024-01"))
    assert fault.startswith("f:9:5: Serien '2020-01/2020-02' har inga värden.")


def test_a_total_is_of_one_month() -> None:
    fault, *_ = faults(HEAD.replace("källa: Mätningen", "källa: Mätningen, summa: 15") + rows("2024-01"))
    assert "är flera månader, men 'summa' och 'riket' gäller en." in fault
