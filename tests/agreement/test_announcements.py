"""Lists of announcements: each value checked where it stands, nothing counted twice."""

from __future__ import annotations

import pytest

from overens.agreement.announcements import Announcements, doubled, read_announcements
from overens.vocabulary.money import Precision
from tests.builders import said

HEAD = "id: egna\nnamn: Egna\nkällor:\n  k: {titel: Källan}\nbesked:\n"
SOUND = "känd från: 2023-12, år: 2024, slag: årligt, belopp: 5 Mkr, namn: A, källa: k"


def text_of(*rows: str) -> str:
    return HEAD + "".join(f"  - {{{row}}}\n" for row in rows)


def read(*rows: str, file: str = "egna.yaml") -> Announcements:
    found, problems = read_announcements(text_of(*rows), file=file)
    assert said(problems) == []
    assert found is not None
    return found


def test_a_month_stays_a_month_and_an_amount_as_sharp_as_it_was_printed() -> None:
    (one,) = read(SOUND).written.announcements

    assert (str(one.known_from), one.known_from.first.day, one.known_from.last.day) == ("2023-12", 1, 31)
    assert (one.amount.kr, one.amount.precision) == (5_000_000, Precision.ROUNDED)


@pytest.mark.parametrize(
    ("wrong", "right", "sentence"),
    [
        ("känd från: 2023-12, ", "", "6:5: 'känd från' saknas. Lägg till 'känd från:' här."),
        ("2023-12", "2024-02-30", "30 februari 2024 finns inte."),
        ("år: 2024", "år: 20244", "'20244' är inget år. Skriv ett år: '2024'."),
        ("år: 2024", "år: 2024–2025", "'2024–2025' är flera år. Skriv en rad för varje år"),
        ("år: 2024", "år: 2031", "'A' gäller 2031 men ska ha blivit känt 2023-12."),
        ("5 Mkr", "-5 Mkr", "Beloppet '-5 Mkr' är negativt."),
        ("5 Mkr", "5", "Beloppet '5' saknar känd enhet."),
        ("årligt", "varje år", "Skriv ett av: årligt, nytt."),
        ("källa: k", "källa: x", "'x'"),
        ("namn: A", "namn: A, avtal: A-2024", "'A-2024' kan inte vara ett id."),
    ],
)
def test_what_is_wrong_is_said_with_its_place_its_value_and_what_would_be_right(
    wrong: str, right: str, sentence: str
) -> None:
    problems = said(read_announcements(text_of(SOUND.replace(wrong, right)), file="egna.yaml")[1])

    assert any(sentence in problem and problem.startswith("egna.yaml:") for problem in problems), problems


def test_a_doubled_row_is_found_whatever_its_case_and_date_and_file() -> None:
    again = SOUND.replace("2023-12", "2024-01-02").replace("namn: A", "namn: a")

    problems = said(read_announcements(text_of(SOUND, again), file="egna.yaml")[1])
    assert len(problems) == 1
    assert "'a' för 2024 står två gånger; första gången i egna.yaml:6:" in problems[0]
    assert len(doubled([read(SOUND), read(SOUND, file="andra.yaml")])) == 1
    assert doubled([read(SOUND, SOUND.replace("2024,", "2023,"))]) == []


def test_a_name_that_is_not_in_the_library_is_a_problem_and_a_series_is_not() -> None:
    rows = read(
        SOUND.replace("namn: A", "namn: A, avtal: cancer-2042"),
        SOUND.replace("namn: A", "namn: B, pott: cancer-2024/svg"),
        SOUND.replace("namn: A", "namn: C, serie: finns-inte-har"),
    )

    problems = said(rows.problems_with({"cancer-2024"}, {"cancer-2024/svf"}))
    assert len(problems) == 2
    assert "'cancer-2042' finns inte bland avtalen och deras potter. Menade du 'cancer-2024'?" in problems[0]
    assert "Menade du 'cancer-2024/svf'?" in problems[1]


def test_an_empty_file_is_a_problem_and_no_crash() -> None:
    for text in ("", "besked:", "- a", "id: x\nbesked: []\n"):
        found, problems = read_announcements(text, file="egna.yaml")
        assert problems, text
        assert found is None or found.written.announcements == ()
