"""overens read FILE…: the text with its sums marked, the tree of sums, the lists, and what is wrong use."""

from __future__ import annotations

import io
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.running import overens
from tests.cli.test_wrong_use import wrong
from tests.drafting.made import made
from tests.drafting.press_release import SENTENCE, TEXT, release

__all__ = ["release"]


def test_every_sum_is_marked_in_the_text_with_its_number_and_line(release: Path) -> None:
    lines = overens("read", release).lines

    marked = {n: words for line in lines for words, n in re.findall(r"«([^»]*)»\[(\d+)\]", line)}
    assert list(marked) == [str(n) for n in range(1, 9)]
    assert marked["4"] == "380\u00a0miljoner\u00a0kronor"
    (heading,) = [line for line in lines if "]" in line and "till kajer" in line]
    number = int(heading.split()[0])
    assert "till kajer" in TEXT.splitlines()[number - 1]


def test_parts_stand_under_their_whole_and_what_adds_up_is_said(release: Path) -> None:
    said = overens("read", release).out.replace("\u00a0", " ")

    assert re.search(r"^\[[12]\] 5 500 000 000 kr +helhet, 2031 · rad 1, 3, också \[[12]\]$", said, re.MULTILINE)
    assert re.search(r"^  \[3\] 2 900 000 000 kr +helhet, till regioner, 2031 · rad 5$", said, re.MULTILINE)
    assert re.search(r"^    \[7\] 2 000 000 000 kr +del · rad 11$", said, re.MULTILINE)
    assert "= 2 900 + 2 600 = 5 500 miljoner kronor: stämmer." in said
    assert (
        "= 2 000 + 596 = 2 596, av 2 600 miljoner kronor: skillnad 4, ryms i avrundningen (1 sagd ungefär)."
        in " ".join(said.split())
    )
    assert re.search(r"^Ändringar:\n  \[5\] 30 000 000 kr · rad 7$", said, re.MULTILINE)


def test_what_is_uncertain_has_a_question_mark_and_what_else_it_may_be(release: Path) -> None:
    answer = overens("read", release)

    assert "öronmärkt? (eller utanför), fyrar · rad 7" in answer.said
    assert "Avgör 1 belopp med '?'" in answer.said


def test_tables_dates_names_rules_and_findings_lead_to_their_lines(release: Path) -> None:
    said = overens("read", release).said

    assert "Raderna summerar till 50, men summan anges till 51: skillnad 1." in said
    assert "begär senast: 2031-03-03 · rad 13: ”Ansökan ska ha kommit in senast den 3 mars 2031.”" in said
    assert "betalas ut: ”31 februari” finns inte · rad 13" in said
    assert "Överenskommelse om hamnar 2031 · rad 15" in said
    assert "R22, efter annan statistik · rad 15: ”Medlen fördelas efter kajernas längd.”" in said
    assert "rad 13: säkert: '31 februari' finns inte." in said


def test_what_must_be_done_comes_before_what_is_paid(release: Path) -> None:
    said = overens("read", release).said

    assert said.index("begär senast") < said.index("betalas ut: ")


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_line_but_commands_fits(release: Path, columns: int, language: str) -> None:
    lines = overens("read", release, "--lang", language, columns=columns).lines

    assert [line for line in lines if len(line) > columns and not line.startswith("  overens read")] == []


def test_english_says_the_same(release: Path) -> None:
    said = overens("read", release, "--lang", "en").said.replace("\u00a0", " ")

    assert "earmarked? (or outside), fyrar · line 7" in said
    assert "difference 4, within the rounding (1 said roughly)." in said
    assert "The rows sum to 50, but the total is stated as 51: difference 1." in said


def test_a_long_document_is_folded_to_what_holds_something_unless_the_whole_is_asked_for(
    release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "# Hamnar\n\n" + "Inget står här.\n\n" * 40 + "Till kajer går {5 miljoner kronor|total}.\n"
    monkeypatch.setattr("overens.usecases.read.read_words", lambda _, *, dated="": made(long, dated=dated))

    folded, whole = overens("read", release), overens("read", release, "--all")
    assert "… 40 stycken utan belopp eller datum …" in folded.said
    assert "Inget står här" not in folded.said
    assert whole.out.count("Inget står här.") == 40


def test_a_file_without_sums_says_so(tmp_path: Path) -> None:
    file = tmp_path / "tom.txt"
    file.write_text("Hamnen är stängd i dag.\n", encoding="utf-8")

    answer = overens("read", file)

    assert answer.code == 0
    assert "Inga belopp är funna i texten." in answer.said


def test_when_it_was_published_comes_from_the_option_or_the_name(release: Path) -> None:
    assert "publicerad 2031-02 ·" in overens("read", release).said
    assert "publicerad 2030 ·" in overens("read", release, "--published", "2030").said


def test_standard_input_is_read_as_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("Hamnen är öppen.\n".encode())))

    answer = overens("read", "-")

    assert (answer.code, answer.err) == (0, "")
    assert "Hamnen är öppen." in answer.out


def test_one_that_cannot_be_read_does_not_stop_the_others(release: Path, tmp_path: Path) -> None:
    answer = overens("read", tmp_path, tmp_path / "saknas.txt", release)

    assert answer.code == 1
    assert "Läst: " in answer.out
    assert answer.err.count("\n") == 2
    assert f"{tmp_path}:1:1: " in answer.err
    assert f"{tmp_path / 'saknas.txt'}:1:1: " in answer.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "FIL… saknas."),
        (("-", "-"), "'-' (standard in) står för sig, utan andra filer."),
        (("a.md", "-"), "'-' (standard in) står för sig, utan andra filer."),
        (("a.md", "--html", "--json"), "Välj en av --json, --csv, --csv-excel, --html och --draft."),
        (("a.md", "--html", "--draft"), "Välj en av --json, --csv, --csv-excel, --html och --draft."),
        (("a.md", "b.md", "--html"), "--html tar en fil i taget; här står 2."),
        (("a.md", "b.md", "--draft"), "--draft tar en fil i taget; här står 2."),
        (("a.md", "--no-library", "--against", "x"), "Välj en av --against och --no-library."),
        (("a.md", "--draft", "--total", "tre"), "--total: 'tre' är inget nummer; skriv till exempel 3."),
        (("a.md", "--total", "3"), "--total hör till --draft."),
        (("a.md", "--published", "i går"), "--published: 'i går' är inget datum."),
        (("a.md", "--as-known-on", "2024"), "Valet --as-known-on finns inte."),
        (("a.md", ""), "sökvägen är tom."),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else None,
)
def test_wrong_use(options: tuple[str, ...], said: str) -> None:
    assert said in wrong("read", *options)[0]


def test_sums_as_csv_have_their_sentence_and_how_sure_they_are(release: Path) -> None:
    answer = overens("read", release, "--csv")

    head, *rows = (line.split(",") for line in answer.lines)
    assert len(rows) == 8
    fourth = dict(zip(head, rows[3], strict=True))
    assert (fourth["value_kr"], fourth["role"], fourth["role_sure"]) == ("380000000", "earmark", "no")
    assert (fourth["other_roles"], fourth["line"], fourth["sentence"]) == ("outside", "7", SENTENCE)
    assert TEXT[int(fourth["start"]) : int(fourth["end"])] == "380 miljoner kronor"


def test_it_is_held_against_the_agreement_that_is_asked_for(release: Path) -> None:
    answer = overens("read", release, "--against", "cancer-2021")

    assert "Mot biblioteket" in answer.lines
    assert "Jämlik och effektiv cancervård med kortare väntetider 2021 (cancer-2021)" in answer.said
    assert re.search(
        r"^hela beloppet +≈ [0-9 ]+ kr +≈ 500 000 000 kr +annat", answer.out.replace("\u00a0", " "), re.MULTILINE
    )
    assert "I biblioteket men inte i texten: " in answer.said


def test_without_the_library_nothing_is_compared(release: Path) -> None:
    assert "Mot biblioteket" not in overens("read", release, "--no-library").out
    assert "är säkert det som texten handlar om" in overens("read", release).said


def test_an_agreement_that_does_not_exist_cannot_be_compared_with(release: Path) -> None:
    assert (
        "Avtalet 'canser-2021' finns inte. Menade du 'cancer-2021'?"
        in wrong("read", release, "--against", "canser-2021")[0]
    )


def test_a_draft_is_printed_and_checked_as_a_file(release: Path, tmp_path: Path) -> None:
    file = tmp_path / "utkast.yaml"

    printed = overens("read", release, "--draft")
    assert overens("read", release, "--draft", "--out", file).code == 0

    assert (printed.code, printed.out) == (0, file.read_text(encoding="utf-8"))
    problems = overens("check", file).said.split(f"{file}:")[1:]
    assert problems
    assert [one for one in problems if "att fylla i" not in one] == []


def test_a_draft_of_another_total_is_chosen_by_its_number(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two = (
        "# Hamnar\n\nTill kajer går {5 miljoner kronor|total 2031}.\n\nTill fyrar går {7 miljoner kronor|total 2031}.\n"
    )
    monkeypatch.setattr("overens.usecases.read.read_words", lambda _, *, dated="": made(two, dated=dated))

    first, second = overens("read", release, "--draft"), overens("read", release, "--draft", "--total", "2")
    assert "belopp: 5 Mkr" in first.out
    assert "Texten har flera helheter: 1, 2. Utkastet gäller den första; välj en annan med --total N." in first.err
    assert "belopp: 7 Mkr" in second.out
    assert second.err == ""
    assert (
        "--total: 3 är ingen helhet i texten; där finns: 1, 2." in wrong("read", release, "--draft", "--total", "3")[0]
    )


def test_the_page_is_written_whole(release: Path, tmp_path: Path) -> None:
    page = tmp_path / "sida.html"

    answer = overens("read", release, "--html", "--out", page)

    assert (answer.code, answer.out) == (0, "")
    assert page.read_text(encoding="utf-8") == overens("read", release, "--html").out


def test_what_a_terminal_would_obey_is_not_printed(tmp_path: Path) -> None:
    file = tmp_path / "elak.txt"
    file.write_text("Hamnen \x1b[31mröd\x1b[0m och \u202evänd.\n", encoding="utf-8")

    said = overens("read", file).out

    assert "röd" in said
    assert not re.search("[\x1b\u202e]", said)
