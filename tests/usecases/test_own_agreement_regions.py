"""A new user's agreement for regions, with a figure and a table of their own, comes out equal without new code.

The second SVF payment of December 2025: 182,5 Mkr by population, three regions did not qualify and the others share
it all. The populations are the printed ones; the amounts are worked out from them by hand.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from overens.allocation.explain import explain
from overens.allocation.model import Basis, PotAllocation, State
from overens.intake.register import read_register
from overens.notice.rows import Certainty
from overens.usecases.check import check
from overens.usecases.check_annex import check_annex
from overens.usecases.library import open_library
from overens.usecases.place import show_place
from overens.usecases.year import show_year
from overens.vocabulary.money import Mark
from overens.vocabulary.recipients import Recipient, RecipientKind
from tests.builders import plain_spaces
from tests.usecases.naive import largest_remainder

TODAY = date(2026, 11, 21)

PRINTED = {
    "01": ("Stockholm", 2_485_275, 46_759_214),
    "03": ("Uppsala", 410_601, 7_725_254),
    "04": ("Sörmland", 300_990, 5_662_977),
    "05": ("Östergötland", 472_755, 8_894_650),
    "06": ("Jönköpings län", 369_998, 6_961_328),
    "07": ("Kronoberg", 203_425, 3_827_340),
    "08": ("Kalmar län", 245_753, 4_623_721),
    "09": ("Gotland", 61_032, 1_148_287),
    "10": ("Blekinge", 156_880, 2_951_619),
    "12": ("Skåne", 1_433_573, 26_971_963),
    "14": ("Västra Götaland", 1_778_031, 33_452_769),
    "17": ("Värmland", 283_336, 5_330_826),
    "18": ("Örebro län", 308_519, 5_804_632),
    "19": ("Västmanland", 280_998, 5_286_838),
    "20": ("Dalarna", 286_143, 5_383_638),
    "22": ("Västernorrland", 241_143, 4_536_986),
    "23": ("Jämtland Härjedalen", 132_636, 2_495_480),
    "25": ("Norrbotten", 248_876, 4_682_478),
}
LEFT_OUT = {"13": "Halland", "21": "Gävleborg", "24": "Västerbotten"}

AGREEMENT = """\
id: svf-2025
namn: Standardiserade vårdförlopp, andra utbetalningen 2025
slag: överenskommelse
parter: [staten, SKR]
avser: 2025
beslutad: 2025-12-11
status: beslutad
utbetalare: Kammarkollegiet
belopp: 182,5 Mkr
källa: pressmeddelande
källor:
  pressmeddelande:
    titel: Regeringen betalar ut 182,5 miljoner kronor för kortare väntetider i cancervården
    utgivare: Socialdepartementet
    datum: 2025-12
potter:
  andra:
    namn: Till de regioner som nådde inklusionsmålet
    belopp: 182 500 000 kr
    till: regioner
    fördelning: {andel av: folkmangd-svf, per: 2025-09-30}
    villkor:
      - krav: minst 70 procent utredda i ett vårdförlopp
        uppfylls av: {utom: ["13", "21", "24"]}
        känd från: 2025-12
        källa: pressmeddelande
    ej intjänat: delas av dem som uppfyller villkoren
    bilaga: svf-2025-tabell
    utbetalning:
      - {datum: 2025-12}
    källa: pressmeddelande
"""
HEAD = """\
# id: {id}
# namn: {name}
# enhet: {unit}
# mottagare: regioner
# licens: fakta ur offentlig handling
# serier:
#   "{per}":
#     slag: officiell
#     källa: {{titel: Pressmeddelande om SVF december 2025, utgivare: Socialdepartementet}}
#     summa: {total}
per,kod,namn,värde
"""


def figure(figure_id: str, name: str, unit: str, per: str, column: int) -> str:
    """Return a figure file with one column of what was printed, and '..' for those who were left out."""
    values = {code: str(row[column]) for code, row in PRINTED.items()} | dict.fromkeys(LEFT_OUT, "..")
    total = sum(int(row[column]) for row in PRINTED.values())
    head = HEAD.format(id=figure_id, name=name, unit=unit, per=per, total=total)
    return head + "".join(f"{per},{code},x,{values[code]}\n" for code in sorted(values))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A user's folder with the agreement, the populations and the printed amounts."""
    for name, text in {
        "avtal/2025/svf-2025.yaml": AGREEMENT,
        "underlag/folkmangd-svf.regioner.csv": figure("folkmangd-svf", "Folkmängd", "invånare", "2025-09-30", 1),
        "underlag/svf-2025-tabell.regioner.csv": figure("svf-2025-tabell", "SVF 2025", "kr", "2025-12", 2),
    }.items():
        path = tmp_path / "bibliotek" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "bibliotek"


def the_pot(library: Path, day: date | None = None) -> PotAllocation:
    """Return the one pot of the agreement, computed."""
    (pot,) = open_library([library]).allocation("svf-2025", day).pots
    return pot


def region(code: str) -> Recipient:
    """Return a region."""
    found = read_register().get(RecipientKind.REGION, code)
    assert found is not None
    return found


def test_the_table_above_is_182_5_mkr_by_population() -> None:
    amounts = {code: kr for code, (_, _, kr) in PRINTED.items()}

    assert amounts == largest_remainder(182_500_000, {code: people for code, (_, people, _) in PRINTED.items()})


def test_the_folder_is_sound_and_its_table_is_equal_to_the_krona(library: Path) -> None:
    found = check([], [library], TODAY)

    assert [problem.say() for problem in found.problems] == []
    (annex,) = found.annexes
    assert (annex.agreement, annex.pot) == ("svf-2025", "andra")
    assert (annex.comparison.equal, annex.comparison.of) == (18, 18)
    assert annex.comparison.basis is Basis.INDEPENDENT


def test_each_region_gets_what_was_printed_and_those_left_out_nothing(library: Path) -> None:
    pot = the_pot(library)

    assert pot.state is State.COMPUTED
    awarded = {award.recipient.code: award.amount.kr for award in pot.awards if award.amount.kr}
    assert awarded == {code: kr for code, (_, _, kr) in PRINTED.items()}
    assert (pot.awarded_kr, pot.lapsed_kr, pot.undistributed_kr) == (182_500_000, 0, 0)
    assert {award.amount.mark for award in pot.awards if award.amount.kr} == {Mark.VERIFIED}


def test_the_shipped_population_of_the_same_day_gives_the_same(library: Path) -> None:
    path = library / "avtal/2025/svf-2025.yaml"
    path.write_text(AGREEMENT.replace("folkmangd-svf", "befolkning"), encoding="utf-8")

    awarded = {award.recipient.code: award.amount.kr for award in the_pot(library).awards if award.amount.kr}
    assert awarded == {code: kr for code, (_, _, kr) in PRINTED.items()}


def test_a_copy_of_the_press_release_is_equal_cell_by_cell(library: Path) -> None:
    table = library.parent / "pressmeddelande.csv"
    rows = "".join(f"Region {name};{kr:,} kr\n".replace(",", " ") for name, _, kr in PRINTED.values())
    table.write_text(f"Region;Belopp\n{rows}Totalt;182 500 000 kr\n", encoding="utf-8")
    opened = open_library([library])
    allocation = opened.allocation("svf-2025")

    answer = check_annex(opened, table, allocation, allocation.pots[0])

    assert [problem.say() for problem in answer.problems] == []
    assert (answer.equal, answer.of) == (18, 18)


def test_the_region_that_did_not_qualify_is_told_so(library: Path) -> None:
    allocation = open_library([library]).allocation("svf-2025")

    answer = explain(allocation, allocation.pots[0], region("21"))

    words = " ".join(plain_spaces(step.text.say()) for step in answer.steps)
    assert "minst 70 procent utredda i ett vårdförlopp" in words
    assert "Gävleborg" in words
    assert answer.award is None or answer.award.amount.kr == 0


def test_it_is_among_the_agreements_of_the_year_and_of_the_place(library: Path) -> None:
    opened = open_library([library])

    year = show_year(opened, 2025)
    place = show_place(opened, region("06"), 2025)
    mine = [row for row in place.rows if row.allocation.agreement.id == "svf-2025"]

    assert "svf-2025" in [allocation.agreement.id for allocation in year.allocations]
    assert [(row.award.amount.kr, row.certainty) for row in mine if row.award] == [(6_961_328, Certainty.CERTAIN)]


def test_before_the_decision_it_was_not_known(library: Path) -> None:
    assert the_pot(library, date(2025, 12, 10)).state is State.NOT_YET_KNOWN
    assert the_pot(library, date(2025, 12, 31)).state is State.COMPUTED


def test_between_the_decision_and_the_assessment_only_the_ceiling_was_known(library: Path) -> None:
    path = library / "avtal/2025/svf-2025.yaml"
    path.write_text(AGREEMENT.replace("beslutad: 2025-12-11", "beslutad: 2024-12-20"), encoding="utf-8")

    pot = the_pot(library, date(2025, 6, 30))

    assert (pot.state, pot.awards, pot.undistributed_kr) == (State.NOT_COMPUTED, (), 182_500_000)
    assert pot.reason is not None
    assert "minst 70 procent" in pot.reason.say()
