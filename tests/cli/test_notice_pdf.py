"""overens notice --pdf: one letter, or one for each place; and each way of asking wrongly."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from overens.export.seal import made_from_what
from overens.usecases.last_known import last_known
from overens.usecases.library import open_library
from tests.cli.own_files import agreement
from tests.cli.running import overens, process
from tests.pdf_reader import pages_of, words_of

PORTAL = "https://statsbidrag.example.se"


def test_it_is_written_to_the_file_and_says_how_to_have_a_code(tmp_path: Path) -> None:
    out = tmp_path / "n.pdf"
    answer = overens("notice", "nässjö", "2024", "--pdf", "--out", out)

    assert (answer.code, answer.out) == (0, "")
    assert "Skrev" in answer.said
    assert "ange portalens adress med --address URL" in answer.said
    assert "Statsbidrag 2024: Nässjö kommun" in pages_of(out.read_bytes())[0]


def test_it_goes_through_a_pipe_as_it_is(tmp_path: Path) -> None:
    with (tmp_path / "n.pdf").open("wb") as out:
        assert process("notice", "nässjö", "2024", "--pdf", stdout=out).code == 0

    assert made_from_what((tmp_path / "n.pdf").read_bytes())


@pytest.mark.parametrize(
    ("options", "address"),
    [
        ((), f"{PORTAL}/2024/nassjo"),
        (("--lang", "en"), f"{PORTAL}/2024/nassjo?lang=en"),
        (("--as-known-on", "2024-02-01"), f"{PORTAL}/2024/nassjo?as-known-on=2024-02-01"),
    ],
)
def test_its_address_is_that_of_the_page_in_the_language_and_on_the_day(
    tmp_path: Path, options: tuple[str, ...], address: str
) -> None:
    out = tmp_path / "n.pdf"
    answer = overens("notice", "nässjö", "2024", "--pdf", "--out", out, "--address", PORTAL + "/", *options)

    assert answer.code == 0
    assert f"{address} " in pages_of(out.read_bytes())[0]


@pytest.mark.parametrize(
    ("options", "day"),
    [
        ((), last_known(open_library()).isoformat()),
        (("--as-known-on", "2024-02-01"), "2024-02-01"),
        (("--today", "2024-06-04"), "2024-06-04"),
    ],
)
def test_it_says_from_which_day_it_is_seen_and_what_has_passed(
    tmp_path: Path, options: tuple[str, ...], day: str
) -> None:
    out = tmp_path / "n.pdf"

    assert overens("notice", "nässjö", "2024", "--pdf", "--out", out, *options).code == 0
    pages = pages_of(out.read_bytes())
    assert f"Sett från {day}: " in pages[0]
    assert f"D:{day.replace('-', '')}".encode() in out.read_bytes()
    assert (" ".join(pages[1:]).count("passerat") > 0) is (day > "2024-06-03")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("nässjö", "2024", "--today", "2024-06-04"), "--today behöver --pdf."),
        (("2024",), "Namnet på platsen saknas före året."),
        (("--all", "2024", "--out", "x"), "--all skriver filer: lägg till --pdf."),
        (("--all", "2024", "--pdf"), "--all behöver en mapp: --out MAPP."),
        (("--all", "nässjö", "2024", "--pdf", "--out", "x"), "--all gäller alla platser; ta bort 'nässjö'."),
        (("nässjö", "2024", "--kind", "kommuner"), "--kind behöver --all."),
        (("nässjö", "2024", "--both-languages"), "--both-languages behöver --all."),
        (("nässjö", "2024", "--address", PORTAL), "--address behöver --pdf."),
        (("nässjö", "2024", "--pdf", "--json"), "Välj en av --pdf och --json."),
        (("nässjö", "2024", "--pdf", "--address", "javascript:alert(1)"), "är ingen adress; skriv till exempel https"),
        (("nässjö", "2024", "--pdf", "--address", "https://a.se/?q=1"), "är ingen adress; skriv till exempel https"),
        (("nässjö", "2024", "--pdf", "--address", "https://"), "är ingen adress; skriv till exempel https"),
        (("nässjö", "2024", "--pdf", "--address", "http://[::1"), "är ingen adress; skriv till exempel https"),
        (("--all", "2024", "--pdf", "--kind", "byar"), "--kind: skriv ett av: regioner, kommuner, län."),
        (("nässjö", "20x4", "--pdf"), "'20x4' är inget år"),
        (("xyzzy", "2024", "--pdf", "--out", "x"), "Platsen 'xyzzy' finns inte."),
    ],
)
def test_wrong_use_is_a_sentence(args: tuple[str, ...], said: str) -> None:
    answer = overens("notice", *args)

    assert answer.code == 2
    assert said in answer.said


def test_all_places_of_a_kind_have_files_named_as_in_addresses(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "besked"
    ask = ("notice", "--all", "2024", "--pdf", "--kind", "counties", "--both-languages", "--out", folder)
    answer = overens(*ask)

    assert answer.code == 0
    assert "42 av 42 besked skrivna" in answer.said
    names = {path.name for path in folder.iterdir()}
    assert {"jonkopings-lan.pdf", "jonkopings-lan.en.pdf"} <= names
    assert "State grants 2024: Jönköpings län" in pages_of((folder / "jonkopings-lan.en.pdf").read_bytes())[0]
    assert "0 av 42 besked skrivna" in overens(*ask).said


def test_a_folder_with_anothers_file_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "gotlands-lan.pdf").write_bytes(b"%PDF mine")
    (tmp_path / "readme.txt").write_text("mine", encoding="utf-8")
    answer = overens("notice", "--all", "2024", "--pdf", "--kind", "län", "--out", tmp_path)

    assert answer.code == 2
    assert "gotlands-lan.pdf" in answer.said
    assert "skrivs inte över" in answer.said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gotlands-lan.pdf", "readme.txt"]
    assert (tmp_path / "gotlands-lan.pdf").read_bytes() == b"%PDF mine"


def test_a_file_in_the_place_of_the_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("mine", encoding="utf-8")
    answer = overens("notice", "--all", "2024", "--pdf", "--out", tmp_path / "f")

    assert answer.code == 2
    assert "är en fil; ange en mapp." in answer.said


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    answer = overens("notice", "--all", "2024", "--pdf", "--kind", "län", "--out", tmp_path)
    tmp_path.chmod(0o700)

    assert answer.code == 3
    assert "Det går inte att läsa eller skriva" in answer.said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", ["typst", "segno"])
@pytest.mark.parametrize("args", [("nässjö", "2024"), ("--all", "2024")])
def test_without_the_extra_it_says_which_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str, args: tuple[str, ...]
) -> None:
    import sys

    from overens.export import pdf

    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.setattr(pdf, "_EACH", type(pdf._EACH)())
    out = tmp_path / "out"
    answer = overens("notice", *args, "--pdf", "--out", out, "--address", PORTAL)

    assert answer.code == 3
    assert f"PDF behöver {missing}, som inte är installerat." in answer.said
    assert 'pip install "overens[pdf]"' in answer.said
    assert not out.exists()


@pytest.mark.parametrize("name", ['#read(\\"/etc/passwd\\") $ * _ \\\\ <a> @b', "Håbo 😀 \\u202emok", "x" * 200])
def test_an_agreement_by_any_name_is_set_as_it_is_called(tmp_path: Path, name: str) -> None:
    text = (
        agreement(key="lika").replace("namn: Prov\n", f'namn: "{name}"\n').replace("namn: Till alla", f'namn: "{name}"')
    )
    (tmp_path / "prov-2024.yaml").write_text(text, encoding="utf-8")
    out = tmp_path / "n.pdf"
    answer = overens("notice", "region jönköpings län", "2024", "--library", tmp_path, "--pdf", "--out", out)

    assert answer.code == 0, answer.said
    said = words_of(out.read_bytes()).replace(" ", "").replace("\u200b", "")
    assert {"#": '#read("/etc/passwd")$*_\\<a>@b', "H": "Håbo□mok", "x": "x" * 200}[name[0]] in said
