"""overens compare: years, agreements, drafts, amendments, days; and every way of asking for what cannot be compared."""

from __future__ import annotations

import csv
import io
import re
import time
from pathlib import Path

import pytest

from tests.cli.own_files import agreement, write
from tests.cli.running import Answer, overens
from tests.usecases.test_amendments import amendment

OLD, NEW = "{andel av: befolkning, per: 2022-12-31}", "{andel av: befolkning, per: 2023-12-31}"
SERIES = """\
id: {name}
namn: {name}
saknas:
  - {{år: 2095, skäl: ej läst, belopp: 5 Mkr}}
"""


def of(text: str, year: int, name: str = "prov") -> str:
    """Return the agreement of another year: those from 2090 on are alone in the library."""
    return text.replace("id: prov-2024", f"id: {name}-{year}").replace("avser: 2024", f"avser: {year}")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Return a library folder: 'prov' in 2095 and 2096, with more money and new figures."""
    return write(
        tmp_path / "mina",
        a_yaml=of(agreement("1 000 000 kr", key=OLD), 2095),
        b_yaml=of(agreement("2 000 000 kr"), 2096),
    )


def compare(*args: str | Path, library: Path | None = None, columns: int = 100) -> Answer:
    return overens("compare", *args, *(("--library", library) if library else ()), columns=columns)


# --- what is compared ---------------------------------------------------------------


def test_two_years(mine: Path) -> None:
    found = compare("2095", "2096", library=mine)

    assert (found.code, found.err) == (0, "")
    assert "Det som jämförs: 1 000 000 kr → 2 000 000 kr, +1 000 000 kr." in found.said
    assert "prov-2096/a: beloppet (1 000 000 kr → 2 000 000 kr) +1 000 000 kr" in found.said
    assert re.search(r"underlaget \(2022-12-31 → 2023-12-31\) 0 kr \([\d ]+ kr byter mottagare\)", found.said)


def test_two_agreements_whatever_they_are_called(mine: Path) -> None:
    write(mine, c_yaml=of(agreement("3 000 000 kr", key="lika"), 2097, "annat"))

    found = compare("prov-2095", "annat-2097", library=mine)

    assert found.code == 0
    assert "annat-2097/a: beloppet (1 000 000 kr → 3 000 000 kr) +2 000 000 kr; regeln (efter " in found.said


def test_a_place_has_its_own_sums(mine: Path) -> None:
    everyone = compare("2095", "2096", "--json", library=mine).json["pots"][0]["recipients"]
    one = compare("2095", "2096", "--json", "--place", "region skåne", library=mine).json

    (mine_of_all,) = [r for r in everyone if r["code"] == "12"]
    assert (one["place"]["code"], one["before_kr"], one["after_kr"]) == (
        "12",
        mine_of_all["before_kr"],
        mine_of_all["after_kr"],
    )
    assert one["pots"][0]["recipients"] == [mine_of_all]


@pytest.mark.parametrize("name", ["draft.yaml", "prov-2096.yaml"])
def test_a_draft_with_the_id_of_a_library_agreement_stands_in_its_stead(mine: Path, tmp_path: Path, name: str) -> None:
    draft = tmp_path / name
    draft.write_text(of(agreement("5 000 000 kr"), 2096), encoding="utf-8")

    answer = compare("prov-2096", draft, "--json", library=mine).json

    assert (answer["before_kr"], answer["after_kr"]) == (2_000_000, 5_000_000)
    assert answer["causes"]["envelope_kr"] == 3_000_000
    assert answer["after"]["name"] == str(draft)


def test_a_draft_with_an_id_of_its_own_and_a_draft_on_both_sides(mine: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_text(of(agreement(), 2096, "ny"), encoding="utf-8")
    other.write_text(of(agreement("5 000 000 kr"), 2096, "ny"), encoding="utf-8")

    assert compare("prov-2096", one, "--json", library=mine).json["difference_kr"] == -1_000_000
    assert compare(one, other, "--json").json["difference_kr"] == 4_000_000
    assert compare(one, one).said.endswith("Båda sidorna är samma sak; ingenting skiljer.")


def test_a_draft_against_a_year_is_compared_with_its_own_series(mine: Path, tmp_path: Path) -> None:
    draft = tmp_path / "a.yaml"
    draft.write_text(of(agreement("5 000 000 kr"), 2097), encoding="utf-8")

    assert compare("2096", draft, "--json", library=mine).json["difference_kr"] == 3_000_000


def test_drafts_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    one, other = (
        write(tmp_path / name, a_yaml=agreement(kr)) / "a.yaml" for name, kr in (("x", "1 kr"), ("y", "2 kr"))
    )

    answer = compare(one, other, "--json").json

    assert (answer["same"], answer["difference_kr"]) == (False, 1)
    assert answer["before"]["name"] != answer["after"]["name"]


# --- amendments ---------------------------------------------------------------------


@pytest.fixture
def amended(tmp_path: Path) -> Path:
    """Return a library where the pot by population was changed to the same for all, on 24 April 2024."""
    return write(tmp_path / "mina", a_yaml=agreement(), t_yaml=amendment())


def test_an_amendment_alone_is_before_and_after_it(amended: Path) -> None:
    answer = compare("prov-2024-tillagg", "--json", library=amended).json

    assert answer["before"]["name"] == "prov-2024"
    assert answer["after"]["name"] == "prov-2024 efter prov-2024-tillagg"
    stockholm = answer["pots"][0]["recipients"][0]
    assert (stockholm["before_kr"], stockholm["after_kr"], stockholm["causes"]["rule_kr"]) == (
        232_647,
        47_620,
        47_620 - 232_647,
    )


def test_an_agreement_beside_its_amendment_is_before_and_after_too(amended: Path) -> None:
    alone = compare("prov-2024-tillagg", "--json", library=amended).json
    back = compare("prov-2024-tillagg", "prov-2024", "--json", library=amended).json

    assert compare("prov-2024", "prov-2024-tillagg", "--json", library=amended).json == alone
    assert (back["before"], back["after"]) == (alone["after"], alone["before"])


def test_the_days_tell_the_same(amended: Path) -> None:
    by_day = compare("prov-2024@2024-04-23", "prov-2024@2024-04", "--json", library=amended).json
    alone = compare("prov-2024-tillagg", "--json", library=amended).json

    assert by_day["pots"][0]["recipients"] == alone["pots"][0]["recipients"]
    assert (by_day["before"]["as_known_on"], by_day["after"]["as_known_on"]) == ("2024-04-23", "2024-04-30")


def test_of_two_amendments_each_is_compared_with_the_one_before(amended: Path) -> None:
    later = amendment("prov-2024-igen", decided="2024-06-01").replace("lika", NEW)
    write(amended, u_yaml=later)

    answer = compare("prov-2024-igen", "--json", library=amended).json

    assert answer["before"]["name"] == "prov-2024 efter prov-2024-tillagg"
    assert answer["pots"][0]["recipients"][0]["after_kr"] == 232_647


def test_a_draft_amendment_alone(tmp_path: Path) -> None:
    folder = write(tmp_path / "mina", a_yaml=agreement())
    draft = write(tmp_path, t_yaml=amendment()) / "t.yaml"

    assert compare(draft, "--json", library=folder).json["pots"][0]["recipients"][0]["after_kr"] == 47_620
    assert compare("prov-2024", draft, "--json", library=folder).json["pots"][0]["why"][0]["cause"] == "rule"


def test_a_draft_amendment_to_what_does_not_exist(tmp_path: Path) -> None:
    draft = write(tmp_path, t_yaml=amendment(amends="finns-inte-2024")) / "t.yaml"

    found = compare(draft)

    assert (found.code, found.out) == (1, "")
    assert "Avtalet 'finns-inte-2024' som ändras finns inte." in found.said


def test_an_amendment_before_it_was_known_has_nothing_to_compare(amended: Path) -> None:
    answer = compare("prov-2024-tillagg", "--as-known-on", "2024-01-01", "--json", library=amended).json

    assert answer["pots"] == []
    assert "känd först 2024-04-24" in answer["not_compared"][0]["after_reason"]


# --- days ---------------------------------------------------------------------------


def test_as_known_on_is_for_both_sides_and_a_day_at_one_goes_before_it(amended: Path) -> None:
    answer = compare("2024@2024-04-01", "2024", "--as-known-on", "2024-05-01", "--json", library=amended).json

    assert [answer[side]["as_known_on"] for side in ("before", "after")] == ["2024-04-01", "2024-05-01"]


def test_a_day_works_on_a_file(tmp_path: Path) -> None:
    draft = write(tmp_path, a_yaml=agreement()) / "a.yaml"

    answer = compare(f"{draft}@2023-12-01", draft, "--json").json

    assert answer["before"]["as_known_on"] == "2023-12-01"
    assert "känd först 2023-12-20" in answer["not_compared"][0]["before_reason"]


@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("2096@2096-02-31", "2096-02-31: 31 februari 2096 finns inte. Månaden har 29 dagar."),
        ("2096@", "2096@: '' är inget datum."),
        ("2096@igår", "2096@igår: 'igår' är inget datum. Skriv 2023-12-20"),
        ("@2096-01-01", "'@2096-01-01' säger inte vad."),
        ("", "'' säger inte vad. Skriv ett år, ett avtal eller en fil, till exempel 2024."),
    ],
)
def test_a_day_that_is_none(side: str, words: str) -> None:
    found = compare(side, "2024")

    assert (found.code, found.out) == (2, "")
    assert words in found.said
    assert "?:" not in found.err


def test_before_anything_was_known(mine: Path) -> None:
    found = compare("2096@1995", "2096", library=mine)

    assert found.code == 0
    assert "Biblioteket har inget för 2096 (som det var känt 1995-12-31); då går inget att jämföra." in found.said
    assert compare("2096@1995", "2096", "--json", library=mine).json["before"]["not_yet_known"] == ["prov-2096"]


# --- what is not there --------------------------------------------------------------


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (("2024", "prov-2042"), "Avtalet 'prov-2042' finns inte."),
        (("2024",), "Vad ska 2024 jämföras med? Ge två år, avtal eller filer; bara en ändring kan stå för sig."),
        (("prov-2096",), "Vad ska prov-2096 jämföras med?"),
        (("prov-2069",), "Avtalet 'prov-2069' finns inte. Menade du 'prov-209"),
        (("2095", "2096", "--place", "xyz"), "Platsen 'xyz' finns inte."),
        (("2095", "2096", "2097"), "För många ord: 2097."),
    ],
)
def test_what_cannot_be_asked_for(mine: Path, sides: tuple[str, ...], words: str) -> None:
    found = compare(*sides, library=mine)

    assert (found.code, found.out) == (2, "")
    assert words in found.said


def test_a_folder_and_a_file_of_another_kind(mine: Path) -> None:
    (mine / "t.csv").write_text("x", encoding="utf-8")

    folder, table, nothing = compare("2024", mine), compare("2024", mine / "t.csv"), compare("2024", mine / "x.yaml")

    assert (folder.code, table.code, nothing.code) == (2, 2, 1)
    assert "är en mapp. Ge en avtalsfil (.yaml)" in folder.said
    assert "är ingen avtalsfil. Avtalsfiler slutar på .yaml." in table.said
    assert "x.yaml:1:1: Filen går inte att läsa (den finns inte)." in nothing.said


def test_a_broken_draft_says_what_is_wrong_in_it_and_nothing_else(mine: Path, tmp_path: Path) -> None:
    draft = tmp_path / "d.yaml"
    draft.write_text(agreement("1.000.000 kr"), encoding="utf-8")

    found = compare("prov-2096", draft, library=mine)

    assert (found.code, found.out) == (1, "")
    assert f"{draft}:14:13:" in found.err
    assert "Inget har beräknats." in found.said


def test_a_draft_that_is_empty(tmp_path: Path) -> None:
    draft = write(tmp_path, d_yaml="") / "d.yaml"

    found = compare("2024", draft)

    assert (found.code, found.out) == (1, "")
    assert "d.yaml:1:1:" in found.err


def test_a_year_outside_the_library_says_which_there_are(mine: Path) -> None:
    found = compare("2096", "2099", library=mine)

    assert found.code == 0
    assert "Biblioteket har inget för 2099; då går inget att jämföra." in found.said
    assert "2095–2096." in found.said
    assert "på ena sidan" not in found.out


def test_a_thing_with_itself(mine: Path) -> None:
    found = compare("2096", "2096", library=mine)

    assert found.code == 0
    assert found.said == "2096 → 2096 Båda sidorna är samma sak; ingenting skiljer."
    assert compare("2096", "2096", "--json", library=mine).json["same"] is True


def test_the_sums_say_at_once_what_they_leave_out() -> None:
    said = overens("compare", "2023", "2024", "--place", "region jönköpings län").said

    assert re.search(
        r"Utanför: \d+ potter som inte går att jämföra; \d+ avtal som bara finns i 2023 \([\d ]+ kr beräknat\);"
        r" \d+ avtal som bara finns i 2024 \([\d ]+ kr beräknat\)\.",
        said,
    )
    assert "Utanför:" not in overens("compare", "kvinnors-halsa-2021-tillagg").said


def test_two_that_are_alike_differ_in_nothing(mine: Path) -> None:
    write(mine, c_yaml=of(agreement("2 000 000 kr"), 2097))

    assert (
        "Det som jämförs: 2 000 000 kr på båda sidor. Ingenting skiljer." in compare("2096", "2097", library=mine).said
    )


# --- what stands alone, and why -----------------------------------------------------


def test_why_a_grant_stands_alone(mine: Path) -> None:
    write(
        mine,
        c_yaml=of(agreement(), 2096, "okand"),
        d_yaml=of(agreement(), 2096, "saknad"),
        e_yaml=of(agreement(), 2095, "lang").replace("avser: 2095", "avser: 2095–2096"),
        f_yaml=of(agreement(), 2096, "lang").replace("id: lang-2096", "id: lang-2096-del-1"),
        g_yaml=of(agreement(), 2096, "lang").replace("id: lang-2096", "id: lang-2096-del-2"),
    )
    write(mine / "serier", saknad_yaml=SERIES.format(name="saknad"))

    answer = compare("2095", "2096", "--json", library=mine).json

    assert {one["agreement"]: one["why"].replace("\u00a0", " ") for one in answer["one_sided"]} == {
        "okand-2096": "finns inte i biblioteket för 2095; om bidraget fanns då är inte sagt",
        "saknad-2096": "finns inte i biblioteket för 2095 (≈ 5 000 000 kr): ej läst",
        "lang-2096-del-1": "för 2095 finns lang-2095, som hör ihop med ett annat avtal eller med flera",
        "lang-2096-del-2": "för 2095 finns lang-2095, som hör ihop med ett annat avtal eller med flera",
        "lang-2095": "för 2096 finns lang-2095, lang-2096-del-1, lang-2096-del-2, som hör ihop med ett annat avtal"
        " eller med flera",
    }


def test_an_agreement_for_several_years_counts_in_its_first(mine: Path) -> None:
    write(mine, c_yaml=of(agreement(), 2095, "lang").replace("avser: 2095", "avser: 2095–2097"))

    (alone,) = compare("2095", "2096", "--json", library=mine).json["one_sided"]

    assert alone["why"] == "lang-2095 gäller även 2096 men räknas i sitt första år"


def test_a_series_as_written_is_what_was_not_known(mine: Path) -> None:
    write(
        mine,
        c_yaml=of(agreement(more="serie: annan\n"), 2095, "x"),
        d_yaml=of(agreement(more="serie: annan\n"), 2096, "y").replace("beslutad: 2023-12-20", "beslutad: 2095-12-20"),
    )

    answer = compare("2095", "2096@2095-01-01", "--json", library=mine).json

    assert [(one["agreement"], one["why"]) for one in answer["one_sided"]] == [("x-2095", "var inte känt då")]


def test_what_stands_alone_says_how_much_of_it_is_computed(mine: Path) -> None:
    half = agreement(
        total="3 000 000 kr",
        more="  b: {namn: B, belopp: 2 000 000 kr, till: regioner, fördelning: ej publicerad, källa: k}\n",
    )
    write(mine, c_yaml=of(half, 2096, "halv"), d_yaml=of(agreement(key="ej publicerad"), 2096, "ingen"))

    said = compare("2095", "2096", library=mine).said

    assert "halv-2096: 1 000 000 kr av 3 000 000 kr beräknat i 2096;" in said
    assert "ingen-2096: ej beräknat i 2096;" in said


def test_a_place_that_meets_no_condition_gets_0_kr_and_is_not_called_uncomputed(mine: Path) -> None:
    condition = "    villkor: [{krav: x, uppfylls av: {utom: ['12']}}]\n    ej intjänat: förfaller\n"
    write(mine, c_yaml=of(agreement(more=condition), 2096, "ny"))

    answer = compare("2095", "2096", "--place", "region skåne", "--json", library=mine).json

    assert [(one["agreement"], one["kr"]) for one in answer["one_sided"]] == [("ny-2096", 0)]


@pytest.mark.parametrize(("place", "kind"), [("håbo", "municipality"), ("uppsala län", "area"), ("SKR", "skr")])
def test_places_of_every_kind(mine: Path, place: str, kind: str) -> None:
    to = {"municipality": "kommuner", "area": "kommunerna per län", "skr": "SKR"}[kind]
    for year, kr in ((2095, "1 000 000 kr"), (2096, "2 000 000 kr")):
        write(mine, **{f"c{year}_yaml": of(agreement(kr, to=to, key="lika"), year, "annat")})

    answer = compare("2095", "2096", "--place", place, "--json", library=mine).json

    assert (answer["place"]["kind"], [pot["pot"] for pot in answer["pots"]]) == (kind, ["annat-2096/a"])
    assert answer["after_kr"] == pytest.approx(2 * answer["before_kr"], abs=2)


# --- forms --------------------------------------------------------------------------


def kronor(words: str) -> int:
    return int(re.sub(r"[^\d−]", "", words).replace("−", "-"))


@pytest.mark.parametrize("sides", [("2023", "2024"), ("2021", "2022"), ("kvinnors-halsa-2023", "kvinnors-halsa-2024")])
def test_page_json_and_csv_have_the_same_sums(sides: tuple[str, str]) -> None:
    page, answer = compare(*sides), compare(*sides, "--json").json
    rows = list(csv.DictReader(io.StringIO(compare(*sides, "--csv").out)))

    for column in ("before_kr", "after_kr", "difference_kr"):
        assert sum(int(row[column]) for row in rows) == answer[column] == sum(pot[column] for pot in answer["pots"])
    for cause, kr in answer["causes"].items():
        assert sum(int(row[cause]) for row in rows) == kr == sum(pot["causes"][cause] for pot in answer["pots"])
    assert sum(answer["causes"].values()) == answer["difference_kr"]
    (total,) = re.findall(r"^Skillnad +([+−\d].*kr)$", page.out, re.MULTILINE)
    assert kronor(total) == answer["difference_kr"]
    (last,) = re.findall(r"^Summa  +(.+)$", page.out, re.MULTILINE)
    assert [kronor(one) for one in last.split("  ") if one] == [
        answer["before_kr"],
        answer["after_kr"],
        answer["difference_kr"],
    ]


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_line_is_wider_than_the_terminal(mine: Path, columns: int, language: str) -> None:
    write(mine, c_yaml=of(agreement(), 2096, "ny"), d_yaml=of(agreement(key="ej publicerad"), 2096, "ej"))

    for sides in (("2095", "2096"), ("2023", "2024"), ("2096", "2099"), ("kvinnors-halsa-2023", "kvinnors-halsa-2024")):
        lines = compare(*sides, "--lang", language, library=mine, columns=columns).lines
        assert [line for line in lines if len(line) > columns] == []
        assert [line for line in lines if re.fullmatch(r" *[█░]+", line)] == [], "a bar is not wrapped"


def test_it_speaks_english(mine: Path) -> None:
    found = compare("2095", "2096", "--lang", "en", library=mine)

    assert "What is compared: 1 000 000 kr → 2 000 000 kr, +1 000 000 kr." in found.said
    assert "the amount (1 000 000 kr → 2 000 000 kr)" in found.said
    assert "changes hands" in found.said


def test_two_years_take_less_than_two_seconds() -> None:
    """Of the processor, so that what else the machine does is not counted."""
    began = time.process_time()
    assert compare("2023", "2024").code == 0
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (("2023", "2024", "--place", ""), "Platsen '' finns inte."),
        (("2024", ""), "'' säger inte vad."),
        (("a" * 5000, "2024"), "finns inte."),
    ],
)
def test_what_is_empty_or_endless_names_nothing(question: tuple[str, ...], words: str) -> None:
    answer = overens("compare", *question)

    assert (answer.code, answer.out) == (2, "")
    assert words in answer.said
