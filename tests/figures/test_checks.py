"""What must hold in a figure file: every recipient once, known codes, plausible values, known totals."""

from __future__ import annotations

import pytest

from overens.figures.checks import check_figure
from overens.figures.read_figure import read_figure
from tests.builders import ABC, EN, said

HEAD = """\
# id: befolkning
# namn: Folkmängd
# enhet: invånare
# mottagare: regioner
# licens: CC0
# serier:
#   "2023": {slag: officiell, källa: SCB}
"""
ROWS = "per,kod,värde\n2023,01,100\n2023,03,200\n2023,04,300\n"


def faults(text: str) -> list[str]:
    """Return what checking the values finds, the file itself being readable."""
    found, head, cells, problems = read_figure(text, file="f")
    assert said(problems) == []
    assert head is not None
    problems = check_figure(head, found, cells, ABC)
    assert all(p.message.say() != p.message.say(EN) and p.remedy.say() != p.remedy.say(EN) for p in problems)
    return said(problems)


def test_a_complete_figure_has_no_problems() -> None:
    assert faults(HEAD + ROWS) == []


def test_a_missing_recipient_is_named_where_the_series_begins() -> None:
    assert faults(HEAD + ROWS.replace("2023,03,200\n", "")) == [
        "f:9:9: 1 mottagare saknas för 2023: 03. "
        "Lägg till en rad för var och en; skriv '..' om värdet inte är publicerat."
    ]


def test_a_recipient_that_is_not_published_is_not_missing() -> None:
    assert faults(HEAD + ROWS.replace("200", "..")) == []


def test_a_doubled_recipient_is_told_at_its_second_row() -> None:
    text = HEAD + ROWS + "2023,03,201\n"
    assert faults(text) == ["f:12:9: Koden 03 står två gånger för 2023. Ta bort den ena raden."]
    assert read_figure(text, file="f")[0][0].values["03"] == 200


def test_the_same_recipient_on_two_dates_is_not_doubled() -> None:
    head = HEAD + '#   "2022": {slag: officiell, källa: SCB}\n'
    assert faults(head + ROWS + "2022,01,1\n2022,03,2\n2022,04,3\n") == []


def test_a_code_beside_the_name_of_another_is_told() -> None:
    rows = (
        ROWS.replace("kod,", "kod,namn,")
        .replace(",01,", ",01,04,")
        .replace(",03,", ",03,Tre,")
        .replace(",04,3", ",04,04,3")
    )
    assert faults(HEAD + rows) == [
        "f:9:12: Koden 01 är Region 01, men namnet bredvid är '04'. Rätta koden eller namnet."
    ]


@pytest.mark.parametrize("code", ["99", "1", "0114", "Stockholm", ""])
def test_an_unknown_code_is_told_at_its_row(code: str) -> None:
    found = faults(HEAD + ROWS + f"2023,{code},5\n")
    assert len(found) == 1
    assert f"Koden '{code}' finns inte bland regioner. " in found[0]
    assert found[0].startswith("f:12:")


def test_a_code_that_lost_its_zero_is_unknown_and_its_owner_missing() -> None:
    found = faults(HEAD + ROWS.replace("2023,01", "2023,1"))
    assert [fault.split(": ")[1].split(" ")[0] for fault in found] == ["Koden", "1"]


@pytest.mark.parametrize(
    ("unit", "value", "fine"),
    [
        ("invånare", "0", False),
        ("invånare", "1", True),
        ("invånare", "-5", False),
        ("invånare", "200.5", False),
        ("invånare", "20000001", False),
        ("vägda invånare", "0", True),
        ("kr", "0", True),
        ("kr", "-1", False),
        ("kr", "0.5", False),
        ("kr", "1000000000000000", True),
        ("procent", "100", True),
        ("procent", "100.1", False),
        ("procent", "-0.1", False),
        ("procent", "11.4", True),
        ("antal", "-1", False),
        ("antal", "3.5", True),
        ("index", "-3.5", True),
    ],
)
def test_a_value_must_be_plausible_in_its_unit(unit: str, value: str, fine: bool) -> None:
    found = faults(HEAD.replace("invånare", unit) + f"per,kod,värde\n2023,01,1\n2023,03,{value}\n2023,04,2\n")
    assert [fault.split(": ")[0] for fault in found] == ([] if fine else ["f:10:9"])
    assert all(f"{unit} för 03 är inte rimligt." in fault for fault in found)


def test_population_zero_is_refused_with_what_to_write_instead() -> None:
    assert faults(HEAD + ROWS.replace("200", "0")) == [
        "f:10:9: Värdet 0 invånare för 03 är inte rimligt. Rätta värdet; det ska vara ett heltal mellan 1 och "
        "20 000 000. Skriv '..' om det inte är publicerat."
    ]


def test_the_file_may_say_what_is_plausible() -> None:
    head = HEAD.replace("# licens", "# rimligt: {minst: 150, högst: 250}\n# licens")
    assert [fault.split(": ")[0] for fault in faults(head + ROWS)] == ["f:10:9", "f:12:9"]


def test_a_known_total_must_be_met() -> None:
    head = HEAD.replace("källa: SCB", "källa: SCB, summa: 601")
    assert faults(head + ROWS) == [
        "f:9:9: Värdena för 2023 summerar till 600, men den kända summan är 601. Rätta raderna, eller 'summa' i huvudet."
    ]
    assert faults(head + ROWS.replace("300", "301")) == []


def test_a_date_that_is_not_in_the_head_is_told_once_at_its_first_row() -> None:
    found = faults(HEAD + ROWS + "2022,01,1\n2022,03,2\n")
    assert len(found) == 1
    assert found[0].startswith("f:12:9: Datumet '2022' står inte under 'serier'. Lägg till '2022: {slag: …")


def test_a_series_without_values_is_told() -> None:
    (fault,) = faults(HEAD + '#   "2022": {slag: officiell, källa: SCB}\n' + ROWS)
    assert "Serien '2022' har inga värden." in fault


def test_a_series_without_values_is_told_at_its_line_in_the_head() -> None:
    (fault,) = faults(HEAD + '#   "2022": {slag: officiell, källa: SCB}\n' + ROWS)
    assert fault.startswith("f:8:5: ")


def test_a_date_that_does_not_exist_is_told_at_its_line_in_the_head() -> None:
    text = (HEAD + ROWS).replace("2023", "2021-02-31")
    assert any(fault.startswith("f:7:5: 31 februari 2021 finns inte.") for fault in faults(text))


def test_everything_is_told_at_once() -> None:
    found = faults(HEAD + "per,kod,värde\n2023,01,0\n2023,01,1\n2023,99,1\n2021,03,1\n")
    assert len(found) == 5
