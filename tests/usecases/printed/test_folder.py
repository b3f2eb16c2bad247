"""Notices to a folder: gone on from, never over what is another's, and whole whatever happens."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from overens.export import write_file
from overens.export.seal import made_from_what
from overens.usecases.library import Library, open_library
from overens.usecases.printed import folder as written
from overens.usecases.printed.folder import Filled, NoticeFile, fill_folder, others
from overens.usecases.printed.write import notice_pdf, print_notice
from tests.builders import EN, SV


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


def files(library: Library, folder: Path, n: int = 4) -> list[NoticeFile]:
    return [NoticeFile(who, SV, "", folder / f"{who.code}.pdf") for who in library.register.municipalities[:n]]


def fill(
    library: Library, wanted: list[NoticeFile], day: date | None = None, done: Callable[[int], None] = lambda _: None
) -> Filled:
    return fill_folder(library, wanted, 2024, day, done)


def test_each_file_is_what_one_alone_would_be_and_the_next_run_leaves_it(library: Library, tmp_path: Path) -> None:
    wanted = files(library, tmp_path)
    told: list[int] = []

    assert fill(library, wanted, done=told.append) == Filled(4, written=4, same=0)
    assert sum(told) == 4
    for one in wanted:
        assert one.path.read_bytes() == notice_pdf(print_notice(library, one.who, 2024), SV)
    before = [one.path.stat().st_mtime_ns for one in wanted]
    assert fill(library, wanted) == Filled(4, written=0, same=4)
    assert [one.path.stat().st_mtime_ns for one in wanted] == before


def test_what_is_no_longer_the_same_is_written_anew(library: Library, tmp_path: Path) -> None:
    wanted = files(library, tmp_path, 2)
    fill(library, wanted)

    assert fill(library, wanted, date(2024, 2, 1)) == Filled(2, written=2, same=0)
    assert len(list(tmp_path.iterdir())) == 2


def test_both_languages_lie_beside_one_another(library: Library, tmp_path: Path) -> None:
    who = library.register.municipalities[0]
    pair = [NoticeFile(who, SV, "", tmp_path / "a.pdf"), NoticeFile(who, EN, "", tmp_path / "a.en.pdf")]

    assert fill(library, pair).written == 2
    assert made_from_what(pair[0].path.read_bytes()) != made_from_what(pair[1].path.read_bytes())


def test_what_is_anothers_or_was_changed_is_found(library: Library, tmp_path: Path) -> None:
    wanted = files(library, tmp_path)
    fill(library, wanted)
    wanted[1].path.write_bytes(b"%PDF mine")
    with wanted[2].path.open("ab") as changed:
        changed.write(b"\n% a note of mine\n")

    assert others(wanted) == [wanted[1].path, wanted[2].path]


def test_stopped_it_leaves_whole_files_and_goes_on(library: Library, tmp_path: Path) -> None:
    wanted = files(library, tmp_path, 8)

    def stop(n: int) -> None:
        raise KeyboardInterrupt

    half = fill(library, wanted, done=stop)

    assert half.stopped
    assert 0 < half.written < 8
    there = sorted(tmp_path.iterdir())
    assert len(there) == half.written
    assert all(made_from_what(path.read_bytes()) for path in there)
    assert fill(library, wanted) == Filled(8, written=8 - half.written, same=half.written)


def test_a_disk_that_fills_leaves_whole_files_and_says_how_many(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = files(library, tmp_path, 6)
    whole = write_file.write_whole

    def full(path: Path, content: str | bytes) -> None:
        if path == wanted[3].path:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        whole(path, content)

    monkeypatch.setattr(written, "write_whole", full)
    filled = fill(library, wanted)

    assert filled.error is not None
    assert filled.error.errno == errno.ENOSPC
    there = sorted(tmp_path.iterdir())
    assert len(there) == filled.written < 6
    assert all(made_from_what(path.read_bytes()) for path in there)
