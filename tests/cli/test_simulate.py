"""overens simulate: a first sentence, a table, steps; JSON and CSV that sum; templates; wrong use and wrong files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.running import asked, document, overens

EXAMPLES = Path(__file__).parents[2] / "docs" / "exempel"
FLOOR, RURAL = str(EXAMPLES / "scenario-golv.yaml"), str(EXAMPLES / "scenario-landsbygd.yaml")
NOTHING = "kvinnors-halsa-2024/befolkning: gränser/golv=1 Mkr"


def test_what_moves_is_said_first_and_nothing_is_said_so() -> None:
    assert asked("simulate", FLOOR).lines[2].startswith("2 mottagare får mer (+14")
    assert asked("simulate", "--change", NOTHING).lines[2] == "Scenariot ändrar ingenting."


def test_in_english_every_sentence_is_english() -> None:
    out = asked("simulate", RURAL, "--place", "gotland", "--lang", "en").out
    assert "Change by change, in order" in out
    assert " får " not in out


def test_json_sums_by_recipient_and_step() -> None:
    found = document("simulate", FLOOR, RURAL)
    assert [step["keeps_the_total"] for step in found["steps"]] == [False, True, False, False, True]
    for row in found["recipients"]:
        assert sum(row["steps_kr"]) == row["difference_kr"] == row["after_kr"] - row["before_kr"]
    moved = found["balance"]
    paid = moved["lost_kr"] + moved["pots_kr"] - moved["lapsed_kr"] - moved["undistributed_kr"]
    assert moved["gained_kr"] == paid == sum(max(0, row["difference_kr"]) for row in found["recipients"])
    for pot in found["pots"]:
        after = pot["after"]
        assert after["awarded_kr"] + after["lapsed_kr"] + after["undistributed_kr"] == after["amount"]["kr"]


def test_json_says_what_changes_nothing_and_why() -> None:
    found = document("simulate", "--change", NOTHING)
    (step,) = found["steps"]
    assert (found["changes_nothing"], step["changes_nothing"]) == (True, True)
    assert step["why_nothing"].endswith("är lägre än vad alla redan får")
    assert (step["file"], step["line"]) == ("--change", 1)


def test_csv_has_a_column_for_every_step_and_sums() -> None:
    rows = list(csv.DictReader(io.StringIO(asked("simulate", FLOOR, RURAL, "--csv").out)))
    assert len(rows) == 22
    for row in rows:
        assert sum(int(row[f"step_{n}_kr"]) for n in range(1, 6)) == int(row["difference_kr"])
    assert len(asked("simulate", FLOOR, "--csv", "--place", "gotland").out.splitlines()) == 2


def test_a_place_that_gets_nothing_of_it_is_told() -> None:
    assert "Malmö kommun får inget av det som prövas." in asked("simulate", FLOOR, "--place", "malmö").out


def test_a_template_is_written_to_a_file_and_can_be_tried(tmp_path: Path) -> None:
    file = tmp_path / "mall.yaml"
    asked("simulate", "--template", "kvinnors-halsa-2024/landsbygd", "--out", str(file))
    assert "Scenariot ändrar ingenting." in asked("simulate", str(file)).out


def test_changes_are_saved_as_one_scenario_that_gives_the_same(tmp_path: Path) -> None:
    file = tmp_path / "ett.yaml"
    both = document("simulate", FLOOR, RURAL, "--write", str(file))
    one = document("simulate", str(file))
    assert [row["after_kr"] for row in one["recipients"]] == [row["after_kr"] for row in both["recipients"]]
    assert len(one["steps"]) == len(both["steps"]) - 1  # what keeps the total is one step, not one a file


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    mine = tmp_path / "budget.xlsx"
    mine.write_bytes(b"PK mine")
    found = overens("simulate", FLOOR, "--write", str(mine))
    assert (found.code, mine.read_bytes()) == (2, b"PK mine")
    assert "finns redan och skrivs inte över" in found.err


def test_check_fmt_and_a_library_know_a_scenario(tmp_path: Path) -> None:
    folder = tmp_path / "bibliotek"
    folder.mkdir()
    file = folder / "scenario.yaml"
    file.write_text((EXAMPLES / "scenario-golv.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert "1 scenario" in asked("check", str(file)).out
    assert document("check", str(folder))["scenarios"] == 1
    assert asked("fmt", "--check", str(folder)).code == 0
    assert asked("year", "2024", "--library", str(folder)).code == 0
    file.write_text("namn: x\nändringar: [{i: kvinnors-halsa-2024/befolknin, belopp: 1 kr}]\n", encoding="utf-8")
    found = overens("check", str(folder))
    assert found.code == 1
    assert "Menade du 'befolkning'?" in " ".join(found.out.split())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Filen är tom."),
        ("namn: x\nändringar: [{i: kvinnors-halsa-2024/befolkning, belopp: -1 kr}]\n", "negativt"),
        ("namn: x\nändringar: [{i: a/b, belopp: 1 kr}]\n", "Avtalet 'a' finns inte."),
        ("id: a\nnamn: A\npotter: {}\n", "overens compare"),
        ("namn: x\nändringar: [{i: б/b, belopp: 1 kr}]\n", "Avtalet 'б' finns inte."),
        ("namn: x\nändringar:\n" + "  - {i: a/b, belopp: 1 kr}\n" * 30_000, "högst 200 prövas"),
    ],
)
def test_a_file_that_is_wrong_is_refused_politely(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "s.yaml"
    file.write_text(text, encoding="utf-8")
    found = overens("simulate", str(file))
    assert found.code == 1
    assert says in found.err
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        ((), 2, "Ange ett scenario"),
        (("finns-inte.yaml",), 1, "finns-inte.yaml"),
        (("--template", "kvinnors-halsa-2024"), 2, "Vilken pott?"),
        (("--template", "kvinnors-halsa-2024/x", FLOOR), 2, "--template står för sig."),
        (("--template", "kvinors-halsa-2024/x"), 2, "Menade du 'kvinnors-halsa-2024'?"),
        (("--change", "x"), 1, "'x' är ingen ändring."),
        ((FLOOR, "--place", "gotlnd"), 2, "Menade du"),
        ((FLOOR, "--write", "/finns/inte/x.yaml"), 3, "/finns/inte/x.yaml"),
        (
            ("--change", "kvinnors-halsa-2024/skr: belopp=19 Mkr", "--same-total"),
            1,
            "--same-total:1:1: Summan kan inte",
        ),
    ],
)
def test_wrong_use_says_what_would_be_right(args: tuple[str, ...], code: int, says: str) -> None:
    found = overens("simulate", *args)
    assert (found.code, says in found.err) == (code, True), found.err


def test_a_pot_that_can_no_longer_be_computed_leads() -> None:
    changed = "kvinnors-halsa-2024/befolkning: fördelning/per=2025-09-30"
    said = overens("simulate", "--change", changed).said
    assert "kvinnors-halsa-2024/befolkning går inte att beräkna med scenariot." in said
    assert "Ingen mottagare får mer eller mindre." not in said
