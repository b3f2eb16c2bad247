"""Opening a library: only what is asked for is read, problems are gathered, nothing is computed on errors."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from overens.agreement.label import Wanted
from overens.intake.register import shipped_library
from overens.usecases.library import open_library
from overens.vocabulary.recipients import RecipientKind
from tests.builders import one_pot

SOUND = one_pot("belopp: 1 000 kr\ntill: regioner\nfördelning: {andel av: befolkning, per: 2023-12-31}")
FAULTY = SOUND.replace("prov-2024", "fel-2024").replace("1 000 kr", "1.000 kr")


def test_the_shipped_library_is_found_whole_and_sound() -> None:
    library = open_library()

    assert not library.faulty
    assert [problem.say() for problem in library.problems] == []
    files = {path.stem for path in (shipped_library() / "avtal").rglob("*.yaml")}
    amendments = {one.amendment.id for readings in library.readings.values() for one in readings if one.amendment}
    assert {agreement.id for agreement in library.agreements} == library.ids
    assert library.ids | amendments == files
    assert library.ids & amendments == set()
    assert set(library.amends) == amendments


def test_agreements_come_by_year_and_id() -> None:
    order = [(agreement.years, agreement.id) for agreement in open_library().agreements]

    assert order == sorted(order)


def test_one_agreement_is_read_alone_but_every_id_is_known() -> None:
    library = open_library(wanted=Wanted(agreement="cancer-2024"))

    assert list(library.written) == ["cancer-2024"]
    assert "kvinnors-halsa-2024" in library.ids


def test_one_year_is_read_alone() -> None:
    library = open_library(wanted=Wanted(year=2021))

    assert {agreement.years[0] for agreement in library.agreements} == {2021}
    assert {"cancer-2021", "psykisk-halsa-2021"} <= set(library.written)
    assert 2024 in library.years


def test_only_the_figures_that_are_named_are_read() -> None:
    library = open_library(wanted=Wanted(agreement="kvinnors-halsa-2024"))

    read = {figure for figure, _ in library.figures}
    assert {"befolkning", "landsbygdsvikt"} <= read
    assert "N79223" not in read


def test_a_figure_has_its_series_for_the_kind_that_is_asked_for() -> None:
    snapshot = open_library().snapshot([("befolkning", RecipientKind.MUNICIPALITY)])

    assert {key.kind for key in snapshot.series} == {RecipientKind.MUNICIPALITY}
    assert len(next(iter(snapshot.series.values())).values) == 290


def test_a_figure_that_is_not_there_has_no_series_and_is_no_problem_by_itself() -> None:
    library = open_library()

    assert library.read_figures(("finns-inte", RecipientKind.REGION)) == []
    assert not library.faulty


def test_own_files_are_added_to_the_shipped_ones_under_the_name_of_their_folder(tmp_path: Path) -> None:
    (tmp_path / "prov.yaml").write_text(SOUND, encoding="utf-8")

    library = open_library([tmp_path])

    assert library.written["prov-2024"].file == str(tmp_path / "prov.yaml")
    assert library.written["cancer-2024"].file == "avtal/2024/cancer-2024.yaml"
    assert sum(award.amount.kr for award in library.allocation("prov-2024").pots[0].awards) == 1_000


def test_a_library_without_the_shipped_one_has_only_its_own(tmp_path: Path) -> None:
    (tmp_path / "prov.yaml").write_text(SOUND, encoding="utf-8")

    library = open_library([tmp_path], shipped=False)

    assert list(library.written) == ["prov-2024"]
    assert library.faulty, "its figure is in the shipped library"


def test_nothing_is_computed_on_a_library_with_errors_and_the_error_says_which(tmp_path: Path) -> None:
    (tmp_path / "fel.yaml").write_text(FAULTY, encoding="utf-8")
    library = open_library([tmp_path])

    assert library.faulty
    with pytest.raises(ValueError, match=r"fel\.yaml:15:13: "):
        library.allocation("cancer-2024")


def test_an_error_in_one_agreement_does_not_hide_another_that_is_asked_for_alone(tmp_path: Path) -> None:
    (tmp_path / "fel.yaml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "prov.yaml").write_text(SOUND, encoding="utf-8")

    library = open_library([tmp_path], Wanted(agreement="prov-2024"))

    assert not library.faulty
    assert library.allocation("prov-2024").pots[0].awarded_kr == 1_000


def test_an_unknown_agreement_is_answered_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="kvinnors-halsa-2024"):
        open_library(wanted=Wanted(agreement="kvinnors-halsa-2024")).allocation("kvinors-halsa-2024")


def test_the_figures_of_an_agreement_are_never_those_of_another_that_is_gone() -> None:
    """Figures are kept by what asked for them, which therefore must stay while they are kept."""
    kept = open_library()
    other = open_library(wanted=Wanted(agreement="kvinnors-halsa-2024"))
    written = other.written["kvinnors-halsa-2024"]
    kept.snapshot_for(written)
    gone = weakref.ref(written)
    del other, written
    gc.collect()
    assert gone() is not None
