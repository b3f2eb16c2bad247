"""The library that pages read: swapped in whole when files change, kept when they break, told in either case."""

from __future__ import annotations

import os
import time
from pathlib import Path

import httpx
import pytest

from overens.web.serving.health import health
from overens.web.serving.settings import Settings
from overens.web.serving.wrap import wrap
from overens.web.shelf import Shelf
from tests.cli.own_files import agreement, write
from tests.web.serving.asking import TINY, ask, logged


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("eget"), prov_yaml=agreement())


@pytest.fixture(scope="module")
def shelf(folder: Path) -> Shelf:
    return Shelf((folder,))


def test_it_holds_the_shipped_library_and_ones_own(shelf: Shelf) -> None:
    now = shelf.now()

    assert now.problems == ()
    assert {"kvinnors-halsa-2024", "prov-2024"} <= set(now.library.readings)
    assert now.library.written_series
    assert now.library.announcements
    assert set(now.library.figures) >= set(now.library.files.figures)


def test_a_good_change_a_broken_one_and_a_mended_one(
    shelf: Shelf, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = shelf.now()
    assert not shelf.look_again(), "nothing has changed"
    assert shelf.now() is first

    write(folder, prov_yaml=agreement().replace("Prov", "Ändrat namn"))
    assert shelf.look_again()
    good = shelf.now()
    assert (good.problems, good.version != first.version) == ((), True)
    assert good.library is not first.library
    assert [line["version"] for line in logged(capsys, "library_read")] == [good.version]

    write(folder, prov_yaml="avtal: [")
    assert shelf.look_again()
    broken = shelf.now()
    assert (broken.library, broken.version) == (good.library, good.version)
    assert str(folder / "prov.yaml") in broken.problems[0].say()
    assert logged(capsys, "library_kept")[0]["problems"] == [problem.say() for problem in broken.problems[:10]]
    assert health(shelf)["status"] == "degraded"
    assert not shelf.look_again(), "a broken library is not read again until it changes"

    write(folder, prov_yaml=agreement())
    assert shelf.look_again()
    assert shelf.now().problems == ()
    assert shelf.now().version == first.version, "the same files have the same version"
    assert health(shelf)["status"] == "ok"


def test_a_folder_that_goes_away_keeps_what_was_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "eget", prov_yaml=agreement())
    shelf = Shelf((folder,))
    folder.rename(tmp_path / "flyttad")

    assert shelf.look_again()
    assert "prov-2024" in shelf.now().library.readings
    assert "Mappen finns inte" in shelf.now().problems[0].say()


def test_a_fault_of_ours_in_what_is_new_does_not_stop_what_is_old(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shelf.now()

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("overens.web.shelf.read_shelved", fails)
        os.utime(folder / "prov.yaml", ns=(1, 1))
        assert shelf.look_again()
    assert shelf.now().library is before.library
    assert "vårt fel" in shelf.now().problems[0].say()

    os.utime(folder / "prov.yaml")
    assert shelf.look_again()
    assert shelf.now().problems == ()


def test_a_broken_library_at_the_start_is_told_and_not_raised(tmp_path: Path) -> None:
    shelf = Shelf((write(tmp_path, prov_yaml="avtal: ["),))

    assert str(tmp_path / "prov.yaml") in shelf.now().problems[0].say()


def test_it_looks_by_itself_until_it_is_stopped(shelf: Shelf, folder: Path) -> None:
    before = shelf.now()
    thread = shelf.watch(0.05)
    write(folder, annat_yaml=agreement().replace("id: prov-2024", "id: annat-2024"))

    until = time.monotonic() + 20
    while shelf.now() is before and time.monotonic() < until:
        time.sleep(0.05)
    shelf.stop()
    thread.join(20)

    assert not thread.is_alive()
    assert "annat-2024" in shelf.now().library.readings


def test_healthz_says_how_it_is_under_any_name_and_is_kept_by_no_one(shelf: Shelf) -> None:
    answer: httpx.Response = ask("http://10.0.0.7/healthz", app=wrap(TINY, Settings(), shelf))

    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert answer.json() == health(shelf)
    assert set(answer.json()) == {"status", "version", "library", "agreements", "problems"}
