"""overens check --json and check-annex --json: problems with places, annexes recomputed, cells compared."""

from __future__ import annotations

from pathlib import Path

from tests.cli.own_files import agreement, write
from tests.cli.running import asked, document, overens
from tests.cli.shapes import BASES, KR_OR_NULL, has, is_annex, is_contradiction, is_problem, is_recipient, is_run

POT = "kvinnors-halsa-2024/befolkning"


# --- check --------------------------------------------------------------------------


def test_the_shipped_library_has_no_problems_and_says_how_much_was_checked() -> None:
    answer = document("check", "--today", "2026-11-21")

    assert answer["problems"] == []
    has(answer, contradictions=list, agreements=int, figures=int, annexes=list)
    assert answer["agreements"] >= 20
    assert answer["figures"] >= 70


def test_every_published_annex_is_recomputed_and_each_deviation_has_a_reason() -> None:
    annexes = document("check")["annexes"]

    for annex in annexes:
        has(annex, agreement=str, pot=str)
        is_annex(annex)
        assert all(deviation["reason"] for deviation in annex["deviations"])
    counts = {f"{a['agreement']}/{a['pot']}": (a["equal"], a["of"], a["basis"]) for a in annexes}
    assert counts["kvinnors-halsa-2024/befolkning"] == (21, 21, "same_table")
    assert counts["kvinnors-halsa-2021/tillagg"] == (16, 20, "independent")
    assert counts["tillganglighet-2023/december"][2] == "list"
    assert counts["vardkapacitet-2025/regioner"] == (21, 21, "same_table")


def test_an_annex_is_the_same_here_as_in_its_agreement() -> None:
    for annex in document("check")["annexes"]:
        pots = {pot["id"]: pot for pot in document("agreement", annex["agreement"])["pots"]}
        own = {key: value for key, value in annex.items() if key not in ("agreement", "pot")}
        assert pots[annex["pot"]]["annex"] == own


def test_contradictions_are_listed_with_where_they_are_written_and_are_no_problems() -> None:
    contradictions = document("check")["contradictions"]

    assert len(contradictions) >= 15
    for contradiction in contradictions:
        is_contradiction(contradiction)
        has(contradiction, file=str, line=int, column=int)
        assert contradiction["line"] > 1
    assert "31 februari 2021" in [contradiction["says"] for contradiction in contradictions]


def test_a_faulty_file_gives_every_problem_with_place_message_and_remedy(tmp_path: Path) -> None:
    faulty = agreement("1.000.000 kr").replace("beslutad: 2023-12-20", "beslutad: 2023-02-31")
    folder = write(tmp_path / "mina", prov_yaml=faulty)

    answer = overens("check", folder, "--json", "--lang", "en")

    assert answer.code == 1
    assert answer.err == ""
    problems = answer.parsed["problems"]
    for problem in problems:
        is_problem(problem)
        assert problem["file"] == str(folder / "prov.yaml")
    assert [(p["line"], p["column"]) for p in problems] == [(5, 11), (7, 9), (14, 13)]
    assert problems[0]["message"] == "2023-02-31 does not exist."
    assert "decimal point" in problems[1]["message"]


def test_a_warning_is_a_problem_that_is_no_error(tmp_path: Path) -> None:
    folder = write(tmp_path, prov_yaml=agreement("3 000 000 000 000 kr"))

    answer = overens("check", folder, "--json")

    assert answer.code == 0
    assert {problem["severity"] for problem in answer.json["problems"]} == {"warning"}


def test_counts_are_of_what_was_asked_for_when_paths_are_given(tmp_path: Path) -> None:
    folder = write(tmp_path, prov_yaml=agreement())

    answer = overens("check", folder, "--json").json

    assert (answer["agreements"], answer["annexes"], answer["contradictions"]) == (1, [], [])
    assert answer["figures"] == 0


# --- check-annex --------------------------------------------------------------------


def table(tmp_path: Path, change: dict[str, int] | None = None) -> Path:
    """Return a file with the printed table, some cells changed."""
    pots = {pot["id"]: pot for pot in document("agreement", "kvinnors-halsa-2024")["pots"]}
    amounts = {award["code"]: award["awarded_kr"] for award in pots["befolkning"]["awards"]} | (change or {})
    path = tmp_path / "tabell.csv"
    path.write_text("kod;belopp\n" + "".join(f"{code};{kr}\n" for code, kr in amounts.items()), encoding="utf-8")
    return path


def test_a_table_that_is_the_rule_is_equal_in_every_cell(tmp_path: Path) -> None:
    answer = overens("check-annex", table(tmp_path), POT, "--json")

    assert answer.code == 0
    assert (answer.json["agreement"], answer.json["pot"]) == ("kvinnors-halsa-2024", "befolkning")
    assert (answer.json["equal"], answer.json["of"], answer.json["problems"]) == (21, 21, [])
    assert answer.json["basis"] in BASES
    is_run(answer.json["run"])


def test_each_cell_says_what_the_table_and_the_rule_say_and_on_which_line(tmp_path: Path) -> None:
    cells = overens("check-annex", table(tmp_path), POT, "--json").json["cells"]

    assert len(cells) == 21
    for n, cell in enumerate(cells):
        is_recipient(cell)
        has(cell, table_kr=KR_OR_NULL, computed_kr=KR_OR_NULL, line=int)
        assert cell["table_kr"] == cell["computed_kr"]
        assert cell["line"] == n + 2


def test_one_krona_apart_is_exit_code_1_and_one_cell(tmp_path: Path) -> None:
    answer = overens("check-annex", table(tmp_path, {"06": 47_803_843}), POT, "--json")

    assert answer.code == 1
    assert answer.err == ""
    found = answer.parsed
    assert (found["equal"], found["of"]) == (20, 21)
    different = [cell for cell in found["cells"] if cell["table_kr"] != cell["computed_kr"]]
    assert [(c["code"], c["table_kr"], c["computed_kr"]) for c in different] == [("06", 47_803_843, 47_803_842)]


def test_the_printed_table_itself_proves_no_more_than_its_annex_does(tmp_path: Path) -> None:
    (pot,) = [p for p in document("agreement", "kvinnors-halsa-2024")["pots"] if p["id"] == "befolkning"]

    assert overens("check-annex", table(tmp_path), POT, "--json").json["basis"] == pot["annex"]["basis"]


def test_a_list_that_is_asked_for_does_not_come_after_the_annexes() -> None:
    assert "Bilagor omräknade" in asked("check").said
    assert "Bilagor omräknade" not in asked("check", "--contradictions").said
