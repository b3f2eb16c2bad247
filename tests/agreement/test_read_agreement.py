"""A whole agreement file: what is read, what is refused, everything wrong at once."""

from __future__ import annotations

import re

import pytest

from overens.agreement.figure_checks import check_figures
from overens.agreement.label import amends_of, id_of
from overens.agreement.read_agreement import read_agreement, usable
from overens.intake.register import shipped_library
from overens.vocabulary.problems import Place
from overens.writing.tree import LARGEST_FILE
from tests.builders import (
    EN,
    HEAD,
    agreement_text,
    one_pot,
    place_of,
    problems_in,
    read,
    said,
    shipped_agreements,
    shipped_figures,
)

POT = "a:\n  namn: A\n  belopp: 100 kr\n  till: regioner\n  fördelning: lika\n  källa: k\n"


def test_every_shipped_agreement_is_read_without_a_problem() -> None:
    files = (shipped_library() / "avtal").rglob("*.yaml")
    made = [path.stem for path in files if amends_of(path.read_text(encoding="utf-8")) is None]
    assert sorted(shipped_agreements()) == sorted(made), "each under its id, which is the name of its file"
    assert len(made) >= 22


def test_every_shipped_agreement_finds_its_figures() -> None:
    figures, _ = shipped_figures()
    known = [(key.figure, key.kind) for key in figures.series]
    wrong = [p for written in shipped_agreements().values() for p in check_figures(written, figures, lambda: known)]
    assert said(wrong) == []


def test_every_shipped_id_names_its_first_year_and_lies_in_the_folder_of_it() -> None:
    """After the year an id may say which of the year's decisions it is: vardplatser-2022-juli, operationer-2025-del-1."""
    for path in sorted((shipped_library() / "avtal").rglob("*.yaml")):
        said = re.fullmatch(r"[a-z0-9-]+?-(20\d\d)(-[a-z0-9-]+)?", path.stem)
        assert said, path.stem
        text = path.read_text(encoding="utf-8")
        first = shipped_agreements()[amends_of(text) or path.stem].agreement.years[0]
        assert (id_of(text), int(said[1]), path.parent.name) == (path.stem, first, str(first))


def test_a_file_knows_where_everything_stands() -> None:
    text = agreement_text(POT)
    written = read(text)
    assert written.place("id") == Place("prov.yaml", 1, 5)
    assert str(written.place("potter", "a", "belopp")) == place_of("100 kr", text)
    assert written.file == "prov.yaml"


def test_several_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    text = agreement_text(POT.replace("100 kr", "100.5 Mkr").replace("lika", "likaa")).replace(
        "källa: k", "källa: q", 1
    )
    text = text.replace("namn: Prov", "nam: Prov\nnamn: Prov")
    found = said(problems_in(text))
    assert [problem.split(": ")[0] for problem in found] == [
        place_of("nam:", text),
        place_of("q\n", text),
        place_of("100.5", text),
        place_of("likaa", text),
    ]


def test_an_agreement_with_an_error_is_not_usable_and_one_with_a_warning_is() -> None:
    assert usable(*read_agreement(agreement_text(POT), file="f"))
    assert not usable(*read_agreement(agreement_text(POT, total="99 kr"), file="f"))
    assert not usable(*read_agreement("", file="f"))
    assert usable(*read_agreement(one_pot("belopp: 3 000 000 000 000 kr\ntill: ej angivet"), file="f"))


@pytest.mark.parametrize(
    "key", ["id", "namn", "slag", "avser", "beslutad", "status", "belopp", "källa", "källor", "potter"]
)
def test_each_key_that_must_be_there_is_missed(key: str) -> None:
    lines = agreement_text(POT).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{key}:"))
    end = next((n for n in range(start + 1, len(lines)) if not lines[n].startswith(" ")), len(lines))
    (problem,) = said(problems_in("\n".join(lines[:start] + lines[end:])))
    unknown = f", eller '{key}: ej funnet'" if key in ("belopp", "beslutad") else ""
    assert problem == f"prov.yaml:1:1: '{key}' saknas. Lägg till '{key}:' här{unknown}."


@pytest.mark.parametrize(("text", "where"), [("- a\n- b\n", "1:1"), ("bara text\n", "1:1"), ("\n\n[1]\n", "3:1")])
def test_a_file_that_is_no_group_of_keys_says_so(text: str, where: str) -> None:
    problems = problems_in(text)
    assert said(problems) == [
        f"prov.yaml:{where}: Filen är inte en grupp av nycklar. Börja med 'id: kvinnors-halsa-2024' på första raden."
    ]
    assert "not a group of keys" in said(problems, EN)[0]


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff", "# bara en anmärkning\n", "---\n", "---\n...\n"])
def test_a_file_that_says_nothing_is_never_passed_over_in_silence(text: str) -> None:
    written, problems = read_agreement(text, file="f")
    assert written is None
    assert len(problems) == 1


def test_a_file_of_fifty_megabytes_is_refused() -> None:
    assert LARGEST_FILE < 50_000_000
    written, problems = read_agreement("x" * 50_000_000, file="f")
    assert written is None
    assert "50 000 000 tecken" in said(problems)[0]


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("  belopp: 100 kr", "\tbelopp: 100 kr", "indragen med tabbtecken"),
        ("namn: A", "namn: A: B", "går inte att läsa som YAML"),
        ("  källa: k\n", "  källa: k\nanmärkning: " + "[" * 25 + "]" * 25 + "\n", "nästlat djupare än 20 nivåer"),
    ],
)
def test_a_file_that_breaks_off_has_that_one_problem(old: str, new: str, part: str) -> None:
    assert old in agreement_text(POT)
    (problem,) = said(problems_in(agreement_text(POT).replace(old, new)))
    assert part in problem


def test_codes_and_no_are_text() -> None:
    rule = "belopp: 2 kr\ntill: {grupp: kommuner, endast: [0114, 0980]}\nfördelning: lika\nutbetalning: [{rekvisition: nej}]"
    ((_, pot),) = read(one_pot(rule)).agreement.leaves()
    assert pot.to is not None
    assert pot.to.only == ("0114", "0980")
    assert pot.instalments[0].requisition is False


def test_yaml_words_for_yes_and_no_are_refused_where_ja_or_nej_is_meant() -> None:
    for word in ("yes", "no", "true", "false"):
        (problem,) = said(problems_in(one_pot(f"belopp: 2 kr\ntill: regioner\nfördelning: lika\nöppen ram: {word}")))
        assert f"'{word}' är varken ja eller nej. Skriv 'ja' eller 'nej'." in problem


def test_an_agreement_without_pots_says_so_in_one_language_at_a_time() -> None:
    for text in (HEAD.format(total="1 kr") + "potter: {}\n", HEAD.format(total="1 kr") + "potter:\n"):
        (problem,) = said(problems_in(text))
        assert "should have" not in problem
        assert problem.startswith(f"{place_of('potter', text).rsplit(':', 1)[0]}:")


def test_an_amount_beyond_what_can_be_printed_is_refused_not_raised() -> None:
    assert problems_in(one_pot(f"belopp: 1{'0' * 4299} Mkr\ntill: ej angivet"))
    (problem,) = problems_in(one_pot(f"belopp: {'9' * 5000} kr\ntill: ej angivet"))
    assert len(problem.say()) < 600


def test_pots_within_pots_are_walked_parents_first() -> None:
    inner = "a:\n  namn: A\n  belopp: 3 kr\n  källa: k\n  potter:\n"
    inner += (
        "    b: {namn: B, belopp: 1 kr, till: SKR, källa: k}\n    c: {namn: C, belopp: 2 kr, till: SKR, källa: k}\n"
    )
    agreement = read(
        agreement_text(inner + "d: {namn: D, belopp: 4 kr, till: SKR, källa: k}\n", total="7 kr")
    ).agreement
    assert [path for path, _ in agreement.leaves()] == [("a", "b"), ("a", "c"), ("d",)]
    assert [path for path, _ in agreement.groups()] == [("a",)]
