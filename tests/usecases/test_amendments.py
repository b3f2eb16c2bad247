"""A library whose agreements are amended: both readings, and amendments that do not fit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from overens.agreement.label import Wanted
from overens.usecases.library import Library, open_library
from tests.cli.own_files import agreement
from tests.cli.running import overens

AMENDMENT = """\
id: {id}
ändrar: {amends}
namn: Tillägg
slag: tilläggsöverenskommelse
beslutad: {decided}
status: avtalad
källa: t
källor:
  t: {{titel: Tillägget}}
potter:
  a: {{namn: Lika, belopp: 1 000 000 kr, till: regioner, fördelning: lika, källa: t}}
"""


def amendment(id: str = "prov-2024-tillagg", amends: str = "prov-2024", decided: str = "2024-04-24") -> str:  # noqa: A002 - the key's own name
    return AMENDMENT.format(id=id, amends=amends, decided=decided)


def removing(pots: str) -> str:
    return amendment().partition("potter:")[0] + f"tas bort: [{pots}]\n"


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def library(folder: Path, wanted: Wanted | None = None, **texts: str) -> Library:
    """Return a library of just these files."""
    return open_library([write(folder, **texts)], wanted or Wanted(), shipped=False)


def stockholm(found: Library, day: date | None = None) -> int:
    pot = found.allocation("prov-2024", day).pot("a")
    assert pot is not None
    return next(award.amount.kr for award in pot.awards if award.recipient.code == "01")


def test_the_reading_follows_the_day(tmp_path: Path) -> None:
    shown = write(tmp_path, a=agreement(), t=amendment())
    found = open_library([shown])
    assert (stockholm(found, date(2024, 4, 23)), stockholm(found, date(2024, 4, 24))) == (232_647, 47_620)
    assert stockholm(found) == 47_620


@pytest.mark.parametrize(
    "wanted", [Wanted(agreement="prov-2024"), Wanted(agreement="prov-2024-tillagg"), Wanted(year=2024)]
)
def test_whatever_is_asked_for_the_amendments_come_with_the_agreement(tmp_path: Path, wanted: Wanted) -> None:
    write(tmp_path, a=agreement(), t=amendment())
    found = open_library([tmp_path], wanted)
    assert len(found.readings["prov-2024"]) == 2


def test_an_amendment_is_no_agreement_of_its_own(tmp_path: Path) -> None:
    found = library(
        tmp_path, a=agreement(key="lika", amount="2 000 000 kr"), t=amendment().replace("1 000 000", "2 000 000")
    )
    assert (found.ids, list(found.written), [a.id for a in found.of_year(2024)]) == (
        {"prov-2024"},
        ["prov-2024"],
        ["prov-2024"],
    )


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({"t": amendment(amends="prov-2023")}, "Avtalet 'prov-2023' som ändras finns inte. Menade du 'prov-2024'?"),
        ({"t": amendment(amends="zzz")}, "Lägg avtalets fil i biblioteket, eller rätta 'ändrar'."),
        ({"t": amendment(), "u": amendment()}, "u.yaml:1:5: Två filer har id 'prov-2024-tillagg'"),
        ({"t": amendment(), "u": amendment("igen")}, "vilken som kom sist går inte att se"),
        ({"t": amendment(), "u": amendment("igen", "prov-2024-tillagg")}, "är själv en ändring av 'prov-2024'"),
        ({"t": amendment("prov-2024")}, "Två filer har id 'prov-2024'"),
        ({"t": amendment(decided="2022-01-01")}, "före avtalet (2023-12-20)"),
        ({"t": amendment().replace("fördelning: lika", "fördelning: {andel av: befolkning, per: 1999}")}, "t.yaml:11:"),
        ({"t": removing("a")}, "t.yaml:10:12: När potten 'a' tas bort finns ingen pott kvar"),
        ({"t": removing("a, a")}, "t.yaml:10:15: Potten 'a' tas bort två gånger."),
        ({"t": amendment().replace("1 000 000", "3 000 000")}, "t.yaml:1:5: Efter ändringen stämmer inte "),
        ({"t": amendment("x", "x")}, "t.yaml:2:9: 'x' säger sig ändra sig själv."),
        (
            {"t": amendment("t") + "efter: u\n", "u": amendment("u") + "efter: t\n"},
            "t.yaml:12:8: Ändringen ska gälla efter 'u', som i sin tur ska gälla efter den.",
        ),
    ],
)
def test_amendments_that_do_not_fit(tmp_path: Path, texts: dict[str, str], words: str) -> None:
    write(tmp_path, a=agreement(), **texts)
    found = open_library([tmp_path])
    said = [problem.say() for problem in found.problems]
    assert found.faulty
    assert any(words in one for one in said), said


def test_the_page_says_which_amendments_are_in_it(tmp_path: Path) -> None:
    write(tmp_path, a=agreement(), t=amendment())
    now = overens("agreement", "prov-2024", "--library", str(tmp_path)).out
    before = overens("agreement", "prov-2024", "--library", str(tmp_path), "--as-known-on", "2024-04-01").out
    assert "Ändrad 2024-04-24 genom prov-2024-tillagg" in now
    assert "Senare ändring 2024-04-24, prov-2024-tillagg, var inte känd 2024-04-01" in before
    assert overens("agreement", "prov-2024-tillagg", "--library", str(tmp_path)).out == now


def test_check_counts_and_places_what_is_wrong_in_the_amendments_own_file(tmp_path: Path) -> None:
    write(tmp_path, a=agreement(), t=amendment().replace("källa: t}", "källa: u}"))
    found = overens("check", str(tmp_path / "t.yaml"), "--library", str(tmp_path))
    assert found.code == 1
    assert "t.yaml:11:" in found.out
    assert "Källan 'u' finns inte" in found.said


def test_an_amendment_whose_contents_are_not_known_says_so(tmp_path: Path) -> None:
    unread = amendment().partition("potter:")[0] + "ej läst: bara rubriken är funnen\n"
    write(tmp_path, a=agreement(), t=unread)
    own = ("--library", str(tmp_path))
    page, compared = overens("agreement", "prov-2024", *own), overens("compare", "prov-2024-tillagg", *own)
    words = "Vad den ändrar är inte känt: bara rubriken är funnen."
    assert (words in page.said, words in compared.said) == (True, True)
    assert (
        overens("agreement", "prov-2024", *own, "--json").json["amendments"][0]["unread"] == "bara rubriken är funnen"
    )
