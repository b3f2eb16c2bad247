"""What people get wrong with calendar and notice, and what they are told."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest

from tests.cli.own_files import agreement, write
from tests.cli.running import asked, overens

SEE = "Se 'overens calendar --help'."


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("calendar", "nasjö", "2024"), "Platsen 'nasjö' finns inte. Menade du 'Nässjö kommun'"),
        (("notice", "nasjö", "2024"), "Platsen 'nasjö' finns inte. Menade du 'Nässjö kommun'"),
        (("calendar", "håbo"), f"'håbo' är inget år; skriv till exempel 2024. {SEE}"),
        (("calendar",), f"[NAMN] ÅR saknas. {SEE}"),
        (
            ("calendar", "2024", "--from", "2025", "--to", "2024"),
            f"--from 2025-01-01 kommer efter --to 2024-12-31. Byt plats på dem. {SEE}",
        ),
        (("calendar", "2024", "--from", "2024-02-31"), "31 februari 2024 finns inte."),
        (("calendar", "2024", "--kind", "x"), '--kind: skriv ett av: beslut, "blev känt", ansökan,'),
        (("calendar", "2024", "--mine"), "--mine behöver en plats: skriv dess namn före året."),
        (
            ("calendar", "2024", "--agreement", "cancr-2024"),
            "Avtalet 'cancr-2024' finns inte. Menade du 'cancer-2024'?",
        ),
        (
            ("calendar", "2024", "--agreement", "cancer-2023"),
            "Avtalet 'cancer-2023' gäller inte 2024. Ange dess eget år",
        ),
        (("calendar", "2024", "--ics", "--csv"), "Välj en av --json, --csv, --csv-excel och --ics."),
        (("calendar", "2024", "--today", "igår"), "'igår' är inget datum."),
    ],
)
def test_wrong_use_says_what_would_be_right(args: tuple[str, ...], said: str) -> None:
    answer = asked(*args)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.said


@pytest.mark.parametrize("command", ["calendar", "notice"])
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("håbo", "1999"), "Inget i biblioteket når Håbo kommun 1999. Det betyder inte att inga pengar gavs."),
        (
            ("håbo", "2024", "--as-known-on", "2010-01-01"),
            "Inget i biblioteket som var känt 2010-01-01 når Håbo kommun 2024. Mer kan ha blivit känt senare.",
        ),
    ],
)
def test_a_place_without_grants_is_told_what_that_means(command: str, options: tuple[str, ...], said: str) -> None:
    answer = asked(command, *options)

    assert (answer.code, answer.err) == (0, "")
    assert said in answer.said
    assert " 0 kr" not in answer.said


def test_a_year_outside_the_library_says_which_years_there_are() -> None:
    assert "Inget avtal för 1999 finns i biblioteket, som har avtal för 2" in asked("calendar", "1999").said


def test_a_filter_that_leaves_nothing_says_so() -> None:
    said = asked("calendar", "håbo", "2024", "--kind", "ansökan").said

    assert "Inga sådana händelser är funna." in said
    assert "Inget är funnet som måste" not in said


@pytest.mark.parametrize("args", [("calendar", "håbo", "2024", "--ics"), ("notice", "håbo", "2024")])
def test_a_folder_that_is_missing_is_named(args: tuple[str, ...], tmp_path: Path) -> None:
    answer = overens(*args, "--out", tmp_path / "saknas" / "x")

    assert answer.code == 3
    assert str(tmp_path / "saknas" / "x") in answer.err


def test_an_ics_file_is_written_with_crlf_and_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "jonkoping.ics"
    assert overens("calendar", "region jönköpings län", "2024", "--ics", "--out", file).code == 0
    written = file.read_bytes()
    calendar = icalendar.Calendar.from_ical(written.decode())

    assert written.count(b"\n") == written.count(b"\r\n")
    assert len({str(entry["uid"]) for entry in calendar.walk("VEVENT")}) == len(calendar.walk("VEVENT")) > 10
    assert written.decode() == overens("calendar", "region jönköpings län", "2024", "--ics").out


def test_five_hundred_duties_are_all_there(tmp_path: Path) -> None:
    duties = "".join(
        f"  - {{vad: rapport {n}, vem: regionerna, senast: 2024-{n % 12 + 1:02d}-01, källa: k}}\n" for n in range(500)
    )
    folder = write(tmp_path, prov_yaml=agreement(more=f"skyldigheter:\n{duties}"))
    args = ("calendar", "region skåne", "2024", "--library", folder, "--agreement", "prov-2024")

    assert overens(*args, "--ics").out.count("BEGIN:VEVENT") == 501
    shown = overens(*args, columns=60)
    assert shown.code == 0
    assert max(len(line) for line in shown.lines) <= 60
    assert len(overens(*args, "--json").json["may_lapse"]) == 500


@pytest.mark.parametrize("columns", [60, 80])
def test_a_sum_is_never_broken_however_narrow_the_page(columns: int) -> None:
    shown = asked("calendar", "region skåne", "2021", columns=columns).out

    assert "≈\u00a0197\u00a0861\u00a0618\u00a0kr" in shown
