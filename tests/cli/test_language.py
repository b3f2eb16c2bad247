"""Swedish by default, English when asked for; no sentence of ours in the other language."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import overens
from overens.figures.model import FigureKind
from overens.intake.register import shipped_library
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.sources import Status
from tests.cli.running import asked
from tests.cli.running import overens as run

REGION = "region jönköpings län"
PAGES: tuple[tuple[str, ...], ...] = (
    ("year", "2021"),
    ("year", "2024"),
    ("year", "1999"),
    ("place", REGION, "2021"),
    ("place", REGION, "2024"),
    ("place", "gotland", "2024"),
    ("place", "jönköpings län", "2024"),
    ("calendar", REGION, "2021"),
    ("calendar", "2024", "--during", "--today", "2024-10-01"),
    ("calendar", "håbo", "1999"),
    ("calendar", REGION, "2024", "--as-known-on", "2024-01-15"),
    ("notice", REGION, "2021"),
    ("notice", "håbo", "2024"),
    ("agreement", "kvinnors-halsa-2021"),
    ("agreement", "god-och-nara-vard-2024"),
    ("agreement", "tillganglighet-2024"),
    ("agreement", "covid-testning-2021"),
    ("explain", REGION, "kvinnors-halsa-2024/befolkning"),
    ("explain", "region gotland", "tillganglighet-2021/efter-handlingsplan"),
    ("explain", "håbo", "omstallning-socialtjanst-2024/kommuner"),
    ("check", "--contradictions"),
    ("figures", "list"),
    ("figures", "show", "landsbygdsvikt"),
    ("lead-time",),
    ("lead-time", "2022"),
    ("lead-time", "2024"),
    ("lead-time", "2031"),
    ("lead-time", "2021", "--payments"),
    ("lead-time", "--payments"),
    ("year", "x"),
    ("place", "hàbo", "2024"),
    ("year", "2024", "--as-known-on", "2021-02-31"),
    ("explain", REGION, "kvinnors-halsa-2024/x"),
)
each_page = pytest.mark.parametrize("page", PAGES, ids=" ".join)


@cache
def sentences() -> tuple[tuple[str, str], ...]:
    """Return every pair of sentences in the source: Swedish and English, as t, Text and Fault.of are given them."""
    found: list[tuple[str, str]] = []
    for path in sorted(Path(overens.__file__).parent.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                words = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                match call.func:
                    case ast.Name(id="t" | "Text") if len(words) >= 2:
                        found.append((words[0], words[1]))
                    case ast.Attribute(attr="of") if len(words) == 4:
                        found += [(words[0], words[2]), (words[1], words[3])]
    return tuple(found)


@cache
def fragments(language: str) -> frozenset[str]:
    """Return the pieces of our sentences, two words or more, that are of one language and in no file of the library."""
    files = (path.read_text(encoding="utf-8") for path in shipped_library().rglob("*") if path.is_file())
    library = " ".join(" ".join(files).split())
    pairs = sentences() if language == "sv" else tuple((en, sv) for sv, en in sentences())
    pieces = {(" ".join(p.split()), other) for own, other in pairs for p in re.split(r"\{[^}]*\}", own)}
    return frozenset(
        piece
        for piece, other in pieces
        if len(re.findall(r"[^\W\d_]{2,}", piece)) >= 2 and piece not in other and piece not in library
    )


def spoken(page: tuple[str, ...], language: str) -> set[str]:
    """Return the pieces of sentences of the language that the page holds."""
    said = asked(*page).said
    return {piece for piece in fragments(language) if piece in said}


def test_there_are_sentences_in_both_languages_to_look_for() -> None:
    assert len(sentences()) > 200
    assert len(fragments("sv")) > 150
    assert len(fragments("en")) > 150


@each_page
def test_swedish_is_what_is_spoken_by_default(page: tuple[str, ...]) -> None:
    assert spoken(page, "sv"), "none of our sentences was found: the test looks for the wrong thing"
    assert spoken(page, "en") == set()


@each_page
def test_english_holds_no_swedish_sentence_of_ours(page: tuple[str, ...]) -> None:
    assert spoken((*page, "--lang", "en"), "en")
    assert spoken((*page, "--lang", "en"), "sv") == set()


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        (("year", "2024"), "Tryckt Säkert Härlett Rest Utanför Summa Län Avtal Belopp Tilldelat Motsägelser"),
        (("place", REGION, "2024"), "Avtal Hur När Vad Varför Säkert"),
        (("agreement", "tillganglighet-2024"), "Pott Belopp Tilldelat Motsägelser Om Källan Använt Skäl Körning Summa"),
        (("figures", "list"), "För Namn Enhet"),
    ],
)
def test_headings_and_labels_are_english_too(page: tuple[str, ...], labels: str) -> None:
    text = asked(*page, "--lang", "en").out
    headings = [line for line in text.splitlines() if line and line[0].isalpha()]

    assert [label for label in labels.split() if any(re.match(rf"{label}\b", line) for line in headings)] == []
    assert all(re.search(rf"\b{label}\b", asked(*page).out) for label in labels.split())


def test_a_status_is_english_in_english() -> None:
    facts = asked("agreement", "kvinnors-halsa-2024", "--lang", "en").lines[2]

    assert "decided 2023-12-20" in facts
    assert [part for part in facts.split(" · ") if part in set(Status)] == []


def test_kinds_of_recipients_and_figures_are_english_in_english() -> None:
    listed = asked("figures", "list", "--lang", "en", columns=120).lines
    shown = asked("figures", "show", "landsbygdsvikt", "--lang", "en", columns=120).lines
    swedish = {kind.value for kind in (*RecipientKind, *FigureKind)} - {"region", "SKR", "RCC"}

    assert [line for line in listed if re.split(r"\s{2,}", line)[1:2] and re.split(r"\s{2,}", line)[1] in swedish] == []
    assert [line for line in shown if re.match(rf"\d{{4}}: ({'|'.join(swedish)})\b", line)] == []


@each_page
def test_the_environment_chooses_the_language_as_the_option_does(page: tuple[str, ...]) -> None:
    answer = run(*page, language="en")

    assert (answer.out, answer.err) == (asked(*page, "--lang", "en").out, asked(*page, "--lang", "en").err)


def test_the_option_wins_over_the_environment_and_may_stand_first_or_last() -> None:
    assert run("year", "1999", "--lang", "sv", language="en").out == asked("year", "1999").out
    assert run("--lang", "sv", "year", "1999", language="en").out == asked("year", "1999").out
    assert asked("--lang=en", "year", "1999").out == asked("year", "1999", "--lang", "en").out


def test_an_unknown_language_in_the_environment_is_swedish_and_as_an_option_refused() -> None:
    assert run("year", "1999", language="tlh").out == asked("year", "1999").out
    refused = asked("year", "1999", "--lang", "tlh")
    assert (refused.code, refused.out) == (2, "")
    assert "--lang: skriv ett av: sv, en." in refused.err


def test_one_is_not_several() -> None:
    assert not re.search(r"\b1 (errors|warnings|contradictions|agreements|figures|annexes|problems|pots)\b",
                         asked("place", "håbo", "2020", "--lang", "en").said)  # fmt: skip
    assert "1 potter" not in asked("place", "håbo", "2020").said
