"""`overens simulate --draws`: intervals for each place, kept and gone on from; what is refused."""

from __future__ import annotations

import resource
import subprocess
from pathlib import Path

import pytest

from overens.vocabulary.wording import kronor
from tests.builders import plain_spaces
from tests.cli.own_outcomes import write_draws
from tests.cli.running import SCRIPT, Answer, overens


def simulate(folder: Path, *args: str | Path, scenario: str | None = None) -> Answer:
    library, path = write_draws(folder) if scenario is None else write_draws(folder, scenario=scenario)
    return overens("simulate", path, "--library", library, *args)


def test_each_place_gets_its_interval(tmp_path: Path) -> None:
    answer = simulate(tmp_path, "--draws", "40", "--json").json
    assert (answer["draws"], answer["seed"], answer["stopped"]) == (40, 1, False)
    assert len(answer["places"]) == 21
    for place in answer["places"]:
        ends = [place[key] for key in ("least_kr", "p10_kr", "p50_kr", "p90_kr", "greatest_kr")]
        assert ends == sorted(ends)
    assert answer["total"]["p50_kr"] == 10_000_000


def test_the_page_says_what_was_drawn_and_that_the_pot_holds(tmp_path: Path) -> None:
    said = simulate(tmp_path, "--draws", "10", "--seed", "7", "--place", "region skåne").said
    assert "10 dragningar med frö 7 av 42 utfall, 2024-02–2024-03." in said
    assert "utdelat + förfallet + ej fördelat är potten i var och en av 10 dragningar" in said
    assert "Utfallen är påhittade" in said


def test_kept_draws_are_gone_on_from(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert simulate(tmp_path, "--draws", "20", "--keep", kept, "--json").json["resumed"] == 0
    more = simulate(tmp_path, "--draws", "60", "--keep", kept, "--json").json
    assert (more["resumed"], more["draws"]) == (20, 60)
    assert more["places"] == simulate(tmp_path, "--draws", "60", "--json").json["places"]


def test_draws_cut_off_in_the_middle_are_made_again(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    simulate(tmp_path, "--draws", "20", "--keep", kept)
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-3])
    assert simulate(tmp_path, "--draws", "20", "--keep", kept, "--json").json["resumed"] == 19
    assert kept.read_bytes() == whole


@pytest.mark.parametrize(
    "args",
    [
        ("--seed", "2"),
    ],
)
def test_draws_of_something_else_are_not_gone_on_from(tmp_path: Path, args: tuple[str, ...]) -> None:
    kept = tmp_path / "kept"
    simulate(tmp_path, "--draws", "5", "--keep", kept)
    before = kept.read_bytes()
    answer = simulate(tmp_path, "--draws", "5", "--keep", kept, *args)
    assert answer.code == 1
    assert "Filen har dragningar av något annat" in answer.said
    assert kept.read_bytes() == before


def test_a_file_of_another_kind_is_never_written_over(tmp_path: Path) -> None:
    mine = tmp_path / "budget.xlsx"
    mine.write_bytes(b"PK mine")
    answer = simulate(tmp_path, "--draws", "5", "--keep", mine)
    assert (answer.code, mine.read_bytes()) == (1, b"PK mine")
    assert "Det är ingen fil med dragningar; den skrivs inte över." in answer.said


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--draws", "0"), "--draws: '0' är inget heltal från 1 och uppåt."),
        (("--draws", "-5"), "--draws: '-5' är inget heltal från 1 och uppåt."),
        (("--draws", "många"), "--draws: 'många' är inget heltal från 1 och uppåt."),
        (("--draws", "5", "--change", f"prov-2024/a: belopp={10**35} kr"), "högst 9 223 372 036 854 775 807 kr; här"),
        (("--draws", "1000000000"), "1 000 000 000 dragningar av 23 tal tar 184 000 MB; högst 2 000 MB får plats."),
        (("--draws", "5", "--same-total"), "--same-total går inte ihop med --draws."),
        (("--keep", "x"), "--keep sparar dragningar: ange --draws ANTAL."),
        (("--seed", "3"), "--seed är för dragningar: ange --draws ANTAL."),
    ],
)
def test_wrong_use_is_a_sentence(tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    answer = simulate(tmp_path, *args)
    assert answer.code == 2
    assert said in answer.said


def test_a_file_in_no_folder_keeps_nothing_and_does_not_say_it_does(tmp_path: Path) -> None:
    answer = simulate(tmp_path, "--draws", "5", "--keep", tmp_path / "no" / "kept")
    assert answer.code == 3
    assert "De dragningar som hann sparas" not in answer.said


def test_with_nothing_uncertain_there_is_nothing_to_draw(tmp_path: Path) -> None:
    scenario = "namn: S\nändringar:\n  - {i: prov-2024/a, belopp: 11 Mkr}\n"
    answer = simulate(tmp_path, "--draws", "5", scenario=scenario)
    assert answer.code == 1
    assert "Inget i scenariot är osäkert, så det finns inget att dra." in answer.said


def test_a_scenario_without_draws_says_that_what_is_uncertain_is_not_drawn(tmp_path: Path) -> None:
    scenario = (
        "namn: S\ngäller: prov-2024\nändringar:\n  - {i: a, belopp: 11 Mkr}\nosäkert:\n"
        "  - {utfall: besok, per: 2024-02/2024-03, fördelning: {lägst: 40, högst: 90}}\n"
    )
    assert "här räknas inte 'osäkert'" in simulate(tmp_path, scenario=scenario).said


def test_a_disk_that_fills_in_the_middle_leaves_what_is_done(tmp_path: Path) -> None:
    library, path = write_draws(tmp_path)
    kept = tmp_path / "kept"
    command = [str(SCRIPT), "simulate", str(path), "--library", str(library), "--draws", "200", "--keep", str(kept)]

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=no_room, check=False)  # one thread
    assert done.returncode == 3
    assert "samma kommando fortsätter" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    again = simulate(tmp_path, "--draws", "200", "--keep", kept, "--json").json
    assert again["resumed"] == 53  # whole draws of 184 bytes in the first 10 000


def test_what_other_pots_give_in_every_draw_is_told_apart(tmp_path: Path) -> None:
    scenario = Path(__file__).parents[2] / "docs" / "exempel" / "scenario-osaker-host.yaml"
    asked = ("simulate", scenario, "--example", "--draws", "20", "--place", "jönköping")
    (place,) = overens(*asked, "--json").json["places"]
    low, same = kronor(place["p10_kr"] - place["certain_kr"]), kronor(place["certain_kr"])
    said = overens(*asked).said
    assert plain_spaces(f"Av det är {same} lika i alla dragningar, ur andra potter.") in said
    assert plain_spaces(f"Ur tillganglighet-2024/bup: {low}–") in said


def test_a_draw_that_earns_more_than_the_pot_holds_is_a_sentence(tmp_path: Path) -> None:
    library, path = write_draws(tmp_path)
    agreement = library / "prov-2024.yaml"
    text = agreement.read_text(encoding="utf-8")
    begin, end = text.index("    fördelning:"), text.index("    ej intjänat:")
    priced = (
        "    prestation:\n      mäts: {från: 2024-01, till: 2024-03, varje: månad}\n      styckpriser:\n"
        "        - {vad: besök, utfall: besok, pris: 2 000 kr}\n"
    )
    agreement.write_text(text[:begin] + priced + text[end:], encoding="utf-8")
    figure = library / "besok.regioner.csv"
    figure.write_text(figure.read_text(encoding="utf-8").replace("procent", "antal"), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("högst: 90", "högst: 900"), encoding="utf-8")
    answer = overens("simulate", path, "--library", library, "--draws", "50")
    assert answer.code == 1
    assert "En dragning gör att potten 'prov-2024/a' inte går att räkna: intjänat är" in answer.said
    assert "Traceback" not in answer.said
