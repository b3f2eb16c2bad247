"""The audit as check gives it: sources that are due for a new look, values that cannot be looked up, cross-checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.own_files import agreement, write
from tests.cli.running import Answer, overens

CHECKED = "  k: {titel: Källan, kontrollerad: 2026-01-01}\n"
SERIES = "id: prov\nnamn: Prov\nkällor:\n  s: {titel: Serien, kontrollerad: 2026-01-01}\n"


def dated(text: str = "", checked: str = CHECKED) -> str:
    return (text or agreement()).replace("  k: {titel: Källan}\n", checked)


def check(folder: Path, *args: str, today: str = "2026-02-01") -> Answer:
    return overens("check", folder, "--today", today, *args)


def messages(folder: Path, today: str) -> list[str]:
    return [
        f"{Path(p['file']).name}:{p['line']}: {p['message']}"
        for p in check(folder, "--json", today=today).json["problems"]
    ]


# --- 'kontrollerad' -----------------------------------------------------------------


@pytest.mark.parametrize(("today", "due"), [("2026-01-01", False), ("2027-01-02", False), ("2027-01-03", True)])
def test_a_source_is_due_when_366_days_have_passed(tmp_path: Path, today: str, due: bool) -> None:
    folder = write(tmp_path, a_yaml=dated())

    assert messages(folder, today) == (["a.yaml:10: Kontrollerad för mer än ett år sedan: k."] if due else [])


def test_it_is_a_warning_with_what_to_do(tmp_path: Path) -> None:
    found = check(write(tmp_path, a_yaml=dated()), today="2028-01-01")

    assert found.code == 0
    assert "varning: Kontrollerad för mer än ett år sedan: k. Se efter om källan säger samma sak" in found.said


@pytest.mark.parametrize(("checked", "due"), [("2026-01", False), ("2025-12", True), ("2025", True), ("2026", False)])
def test_a_month_or_a_year_counts_from_its_last_day(tmp_path: Path, checked: str, due: bool) -> None:
    folder = write(tmp_path, a_yaml=dated(checked=f"  k: {{titel: Källan, kontrollerad: {checked}}}\n"))

    assert bool(messages(folder, "2027-01-15")) == due


def test_a_file_is_warned_of_once_and_names_all_its_old_sources(tmp_path: Path) -> None:
    two = CHECKED + CHECKED.replace("k:", "l:") + "  m: {titel: M, kontrollerad: 2027-12-01}\n  n: {titel: N}\n"

    assert messages(write(tmp_path, a_yaml=dated(checked=two)), "2028-01-01") == [
        "a.yaml:10: Kontrollerad för mer än ett år sedan: k, l."
    ]


def test_the_sources_of_a_series_file_are_looked_at_too(tmp_path: Path) -> None:
    write(tmp_path / "serier", prov_yaml=SERIES)

    assert messages(tmp_path, "2028-01-01") == ["prov.yaml:4: Kontrollerad för mer än ett år sedan: s."]


@pytest.mark.parametrize(
    ("today", "words"), [("x", "'x' är inget datum"), ("2026-02-30", "30 februari 2026 finns inte")]
)
def test_a_today_that_is_no_day(tmp_path: Path, today: str, words: str) -> None:
    found = check(write(tmp_path, a_yaml=agreement()), today=today)

    assert (found.code, found.out) == (2, "")
    assert f"--today: {words}" in found.said


# --- sources ------------------------------------------------------------------------


def test_what_cannot_be_looked_up_is_counted_and_listed(tmp_path: Path) -> None:
    folder = write(tmp_path, a_yaml=agreement())

    answer = check(folder, "--json").json
    page = check(folder, "--sources").said

    assert answer["values"] == 5, "beslutad, belopp, and of the pot: belopp, fördelning, per"
    assert answer["not_findable"] == [
        {"file": str(folder / "a.yaml"), "sources": ["k"], "titles": ["Källan"], "values": 5}
    ]
    assert "Värden vars källa saknar adress och diarienummer" in page
    assert "5 värden, Källan" in page
    assert "5 värden, 0 % med en källa som går att slå upp" in page


def test_an_address_is_enough_and_then_there_are_none(tmp_path: Path) -> None:
    folder = write(tmp_path, a_yaml=dated(checked="  k: {titel: Källan, adress: prov.se}\n"))

    assert check(folder, "--json").json["not_findable"] == []
    page = check(folder, "--sources").said
    assert "Värden vars källa saknar adress och diarienummer Inga." in page
    assert "100 % med en källa som går att slå upp" in page


def test_without_values_nothing_is_said_of_them(tmp_path: Path) -> None:
    write(tmp_path / "serier", prov_yaml=SERIES)

    assert "slå upp" not in check(tmp_path).out


def test_the_list_of_sources_in_english(tmp_path: Path) -> None:
    page = check(write(tmp_path, a_yaml=agreement()), "--sources", "--lang", "en").said

    assert "Values whose source has neither address nor registry number" in page
    assert "5 values, Källan" in page


# --- cross-checks -------------------------------------------------------------------


@pytest.fixture
def claiming(tmp_path: Path) -> Path:
    """Return a folder where 2024 says that 2023 was 3 million, and 2023 says 2."""
    before = agreement("2 000 000 kr").replace("id: prov-2024", "id: prov-2023").replace("avser: 2024", "avser: 2023")
    return write(
        tmp_path / "mina",
        a_yaml=agreement(more="    föregående: {är: prov-2023/a, var: 3 000 000 kr}\n"),
        b_yaml=before,
    )


def test_the_json_has_every_claim_and_the_problem(claiming: Path) -> None:
    answer = check(claiming, "--json").json

    (one,) = answer["cross_checks"]
    assert (one["about"], one["continues"], one["outcome"]) == ("prov-2024/a", "prov-2023/a", "differs")
    assert (one["claimed"]["kr"], one["found"]["kr"]) == (3_000_000, 2_000_000)
    assert [(p["severity"], p["line"]) for p in answer["problems"]] == [("warning", 18)]


def test_the_page_lists_the_claims_and_counts_those_that_agree(claiming: Path) -> None:
    page = check(claiming, "--cross-checks").said

    assert "prov-2024/a prov-2023/a 3 000 000 kr 2 000 000 kr stämmer inte" in page
    assert "0 av 1 uppgifter om året före stämmer (--cross-checks)." in page


def test_only_the_claims_of_the_files_asked_for_are_told(claiming: Path) -> None:
    found = overens("check", claiming / "b.yaml", "--library", claiming, "--json", "--today", "2026-02-01").json

    assert (found["cross_checks"], found["problems"]) == ([], [])


def test_a_claim_about_a_pot_that_does_not_exist_is_exit_code_1(claiming: Path) -> None:
    write(claiming, a_yaml=agreement(more="    föregående: {är: prov-2023/b}\n"))

    found = check(claiming)

    assert found.code == 1
    assert "Potten 'b' finns inte i 'prov-2023'." in found.said
