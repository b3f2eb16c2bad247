"""overens new: by options and by questions; nothing is invented, nothing written over, nothing left half-done."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from overens.agreement.amendment import Amendment
from overens.agreement.file_kind import FileKind
from overens.scenario.read_as import read_as
from tests.builders import shipped_agreements
from tests.cli.running import Answer, overens
from tests.cli.shapes import has, is_problem

LEAST = (
    "--name", "Kvinnors hälsa", "--kind", "överenskommelse", "--year", "2027", "--status", "avtalad",
    "--source-title", "Överenskommelsen",
)  # fmt: skip
POPULATION = ("--to", "regioner", "--key", "befolkning", "--per", "2023-11-01")
CHANGE = ("--amend", "tillganglighet-2024", "--name", "Ändring", "--kind", "ändringsöverenskommelse")
DECIDED = ("--decided", "2024-05-06", "--status", "beslutad", "--source-title", "Beslutet")


class Terminal(io.StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


def typed(*answers: str, args: tuple[str | Path, ...] = ()) -> Answer:
    """Run 'overens new' in a terminal where the answers are typed one after the other."""
    before = sys.stdin
    sys.stdin = Terminal("".join(f"{answer}\n" for answer in answers))
    try:
        return overens("new", *args)
    finally:
        sys.stdin = before


# --- by options ---------------------------------------------------------------------


def test_what_is_not_given_is_not_found_or_left_out() -> None:
    answer = overens("new", *LEAST)

    assert answer.code == 0
    assert answer.err == "Nästa: overens check FIL\n"
    assert answer.out == (
        "id: kvinnors-halsa-2027\nnamn: Kvinnors hälsa\nslag: överenskommelse\navser: 2027\nbeslutad: ej funnet\n"
        "status: avtalad\nbelopp: ej funnet\nkälla: kalla\n\n"
        "källor:\n  kalla:\n    titel: Överenskommelsen\n    datum: ej funnet\n\n"
        "potter:\n  hela-beloppet:\n    namn: Hela beloppet\n    belopp: ej funnet\n    källa: kalla\n"
        "    till: ej angivet\n"
    )


def test_what_is_given_stands_in_the_file_in_its_fixed_form(tmp_path: Path) -> None:
    given = ("--total", "1500000000 kr", "--decided", "2026-12-20", "--paid-by", "Kammarkollegiet", *POPULATION)
    source = ("--source-publisher", "Region Skåne & SKR", "--source-address", "skr.se/x", "--source-date", "2026-12")
    pot = ("--pot-name", "Efter befolkning", "--pot-amount", "1,5 miljarder kr", "--id", "egen", "--year", "2027–2028")

    answer = overens("new", *LEAST, *given, *source, *pot, "--out", tmp_path / "mitt")

    path = tmp_path / "mitt" / "avtal" / "2027" / "egen.yaml"
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"Skrev {path}.\nNästa: overens check {path}\n"
    text = path.read_text(encoding="utf-8")
    assert "fördelning: {andel av: befolkning, per: 2023-11-01}" in text
    assert "belopp: 1 500 000 000 kr\nkälla: region-skane-skr\n" in text
    assert "avser: 2027–2028" in text
    assert overens("fmt", "--check", path).code == 0
    assert overens("check", path).code == 0


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("--to", "regioner"), "fördelning: ej funnen"),
        (("--to", "kommuner", "--key", "lika"), "fördelning: lika"),
        (("--to", "kommuner", "--key", "ej publicerad"), "fördelning: ej publicerad"),
        (("--to", "regioner", "--key", "befolkning"), "fördelning: {andel av: befolkning, per: ej funnet}"),
        (("--to", "regioner", "--key", "lista", "--table", "t"), "fördelning: {lista: t}"),
        (("--to", "regioner", "--key", "lista", "--table", "t", "--per", "2024"), "fördelning: {lista: t, per: 2024}"),
        (("--to", "myndighet", "--to-name", "FHM"), "till: {grupp: myndighet, namn: FHM}"),
        (("--to", "SKR"), "till: SKR"),
    ],
)
def test_the_key_is_one_of_the_few_that_a_file_can_begin_with(key: tuple[str, ...], line: str) -> None:
    assert f"    {line}\n" in overens("new", *LEAST, *key).out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--decided", "2021-02-31"), "--decided: 31 februari 2021 finns inte."),
        (("--total", "1.500 Mkr"), "--total: Talet '1.500' är fel grupperat"),
        (("--kind", "överenskomelse"), "--kind: 'överenskomelse' är inte ett av de ord som kan stå här. Menade du"),
        (("--year", "20x7"), "--year: '20x7' är inget år."),
        (("--id", "Å b"), "--id: 'Å b' kan inte vara ett id."),
        (("--id", "cancer-2024"), "--id: Id 'cancer-2024' finns redan, i avtal/2024/cancer-2024.yaml."),
        (("--name", ""), "--name: Värdet är tomt."),
        (("--key", "lika"), "--key betyder inget här."),
        (("--to", "SKR", "--key", "lika"), "--key betyder inget här."),
        (("--to", "regioner", "--key", "lista"), "--table saknas;"),
        (("--pot", "a"), "--pot hör till --amend."),
        (("--amend", "cancer-2024"), "--year hör inte till en ändring."),
        (("--amend", "cancer-204"), "Avtalet 'cancer-204' finns inte. Menade du 'cancer-2024'?"),
    ],
)
def test_an_option_that_is_wrong_is_told_with_its_name(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    answer = overens("new", *LEAST, *options, "--out", tmp_path / "mitt")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(said)
    assert answer.err.count("\n") == 1
    assert not (tmp_path / "mitt").exists()


def test_everything_that_must_be_there_is_named_at_once() -> None:
    answer = overens("new", "--name", "Prov", "--lang", "en")

    assert answer.code == 2
    assert answer.err.startswith("--kind, --year, --status, --source-title: missing;")


def test_without_a_terminal_nothing_is_asked() -> None:
    before, sys.stdin = sys.stdin, io.StringIO("Prov\n")
    try:
        answer = overens("new")
    finally:
        sys.stdin = before

    assert (answer.code, answer.out) == (2, "")


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "avtal" / "2027" / "kvinnors-halsa-2027.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("id: annat\n", encoding="utf-8")

    answer = overens("new", *LEAST, "--out", tmp_path)

    assert answer.code == 2
    assert answer.err.startswith(f"{path} finns redan och skrivs inte över.")
    assert path.read_text(encoding="utf-8") == "id: annat\n"


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")

    assert overens("new", *LEAST, "--out", tmp_path / "fil").code == 3


# --- by questions -------------------------------------------------------------------


def test_each_answer_is_found_sound_before_the_next_is_asked(tmp_path: Path) -> None:
    answer = typed(
        "Kvinnors hälsa", "överenskomelse", "1", "20x7", "2027", "", "2027-02-30", "", "4", "", "1.500 Mkr",
        "1,5 miljarder kr", "", "Avtalet", "SKR", "", "2026-12", "", "", "1", "befolkning", "2023-11-01",
        args=("--out", tmp_path),
    )  # fmt: skip

    assert (answer.code, answer.out) == (0, "")
    for fault in (
        "Menade du 'överenskommelse'?",
        "'20x7' är inget år.",
        "30 februari 2027",
        "'1.500'",
        "Det måste anges.",
    ):
        assert answer.err.count(fault) == 1
    path = tmp_path / "avtal" / "2027" / "kvinnors-halsa-2027.yaml"
    text = path.read_text(encoding="utf-8")
    assert "slag: överenskommelse\n" in text
    assert "status: beslutad\nbelopp: 1,5 miljarder kr\n" in text
    assert "    belopp: 1,5 miljarder kr\n" in text
    assert overens("check", path).code == 0


def test_questions_are_in_english_and_the_file_goes_to_standard_output() -> None:
    answer = typed("A", "3", "2027", "", "", "1", "", "", "T", "", "", "", "", "", "5", args=("--lang", "en"))

    assert answer.code == 0
    assert "What is its name?" in answer.err
    assert "Vad heter" not in answer.err
    assert answer.out.startswith("id: a-2027\n")
    assert "till: SKR\n" in answer.out


def test_whoever_stops_half_way_has_written_nothing(tmp_path: Path) -> None:
    answer = typed("A", "1", args=("--out", tmp_path / "mitt"))

    assert answer.code == 130
    assert answer.err.endswith("Avbrutet. Inget har skrivits.\n")
    assert not (tmp_path / "mitt").exists()


# --- amendments ---------------------------------------------------------------------


def amendment(text: str) -> Amendment:
    clause, problems = read_as(FileKind.AMENDMENT, text, file="f")
    assert problems == []
    assert isinstance(clause, Amendment)
    return clause


def test_an_amendment_begins_with_what_it_amends() -> None:
    answer = overens("new", *CHANGE, *DECIDED)

    found = amendment(answer.out)
    assert (found.id, found.amends, found.pots) == ("tillganglighet-2024-andring", "tillganglighet-2024", {})
    assert "Potterna i tillganglighet-2024: vid-beslut," in answer.err


def test_a_pot_of_the_agreement_comes_along_as_it_stands_with_what_is_given_in_its_place() -> None:
    found = amendment(overens("new", *CHANGE, *DECIDED, "--pot", "bup", "--pot-amount", "440 Mkr").out)

    before = shipped_agreements()["tillganglighet-2024"].agreement.pots["bup"]
    changed = found.pots["bup"]
    assert (str(changed.amount).replace("\xa0", " "), changed.source) == ("≈ 440 000 000 kr", ("kalla",))
    assert changed.model_copy(update={"amount": before.amount, "source": before.source}) == before


def test_a_pot_that_is_not_in_the_agreement_is_a_new_one() -> None:
    found = amendment(overens("new", *CHANGE, *DECIDED, "--pot", "ny", "--pot-name", "Ny", *POPULATION).out)

    assert list(found.pots) == ["ny"]
    assert found.pots["ny"].name == "Ny"


def test_the_amendment_stands_beside_its_agreement_and_changes_it(tmp_path: Path) -> None:
    change = ("--pot", "bup", "--pot-amount", "440 Mkr", "--out", tmp_path)

    answer = overens("new", *CHANGE, *DECIDED, *change)

    path = tmp_path / "avtal" / "2024" / "tillganglighet-2024-andring.yaml"
    assert (answer.code, path.exists()) == (0, True)
    assert overens("fmt", "--check", path).code == 0


def test_an_amendment_without_a_day_says_what_remains() -> None:
    answer = overens("new", *CHANGE, "--status", "beslutad", "--source-title", "Beslutet")

    assert answer.code == 0
    assert "Återstår: -:5:11:" in answer.err


# --- as JSON ------------------------------------------------------------------------


def test_the_document_has_the_text_and_where_it_was_written(tmp_path: Path) -> None:
    shown, kept = overens("new", *LEAST, "--json"), overens("new", *LEAST, "--json", "--out", tmp_path)

    for document in (shown.json, kept.json):
        assert sorted(document) == ["file", "id", "kind", "problems", "text"]
        has(document, kind=str, id=str, text=str, problems=list)
        assert (document["kind"], document["id"]) == ("agreement", "kvinnors-halsa-2027")
    assert shown.json["file"] is None
    assert Path(kept.json["file"]).read_text(encoding="utf-8") == kept.json["text"] == shown.json["text"]
    for problem in overens("new", *CHANGE, "--status", "beslutad", "--source-title", "B", "--json").json["problems"]:
        is_problem(problem)


def test_a_library_that_is_no_folder_is_told(tmp_path: Path) -> None:
    answer = overens("new", "--name", "Prov", "--library", tmp_path / "finns-inte")

    assert (answer.code, answer.out) == (1, "")
    assert "Mappen finns inte." in answer.said
