"""A folder to publish in: what is taken, what is refused and named, and what is never touched."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from overens.export.folder.taken import JOURNAL, LOCK, STATE, SUMS, check_apart, is_whole, take_folder
from overens.export.folder.unfit import Unfit
from overens.export.folder.written import BESIDE, remove_files

KEY, OTHER = "aaaaaaaaaaaa", "bbbbbbbbbbbb"


def published(folder: Path, files: dict[str, bytes], key: str = KEY) -> Path:
    """Write files as an edition that is finished."""
    with take_folder(folder, key) as taken:
        taken.finish({file: taken.writer.put(file, body) for file, body in files.items()})
    return folder


def stopped(folder: Path, files: dict[str, bytes], key: str = KEY) -> Path:
    """Write files as an edition that was stopped half-way."""
    with take_folder(folder, key) as taken, taken.journal() as journal:
        sums = {file: taken.writer.put(file, body) for file, body in files.items()}
        journal.write(json.dumps({"done": "a", "files": sums}) + '\n{"done": "b", "fi')
    return folder


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def test_a_finished_folder_has_its_files_and_their_sums_and_says_so(tmp_path: Path) -> None:
    folder = published(tmp_path / "x", {"index.html": b"hej", "a/b/c.csv": b""})

    assert names(folder) == {"index.html", "a/b/c.csv", SUMS, STATE}
    with take_folder(folder, KEY) as taken:
        assert is_whole(taken)
        assert (folder / LOCK).read_text() == str(os.getpid())
    assert names(folder) == {"index.html", "a/b/c.csv", SUMS, STATE}


@pytest.mark.parametrize("body", [b"", b"hoj", b"hej!"])
def test_a_file_that_is_not_as_it_was_written_is_seen(tmp_path: Path, body: bytes) -> None:
    folder = published(tmp_path / "x", {"index.html": b"hej"})
    (folder / "index.html").write_bytes(body)

    with take_folder(folder, KEY) as taken:
        assert not is_whole(taken)


def test_what_was_done_before_is_known_but_for_a_line_that_was_cut_off(tmp_path: Path) -> None:
    folder = stopped(tmp_path / "x", {"index.html": b"hej"})

    with take_folder(folder, KEY) as taken:
        assert set(taken.done) == {"a"}
        assert not is_whole(taken)
        with taken.journal() as journal:
            journal.write('{"done": "c", "files": {}}\n')
    with take_folder(folder, KEY) as taken:
        assert set(taken.done) == {"a", "c"}


def _file(path: Path) -> None:
    path.write_text("mitt")


def _full_of_others(path: Path) -> None:
    path.mkdir()
    for name in "abcdef":
        (path / name).write_text("mitt")


def _link(path: Path) -> None:
    (path.parent / "there").mkdir()
    path.symlink_to(path.parent / "there")


def _another(path: Path) -> None:
    published(path, {"index.html": b"hej"}, OTHER)


def _odd_state(path: Path) -> None:
    path.mkdir()
    (path / STATE).write_text('["?"]')


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_file, "är ingen mapp"),
        (_full_of_others, "är inte tom och ingen utgåva: där finns a, b, c, d, e …"),
        (_link, "är en länk till"),
        (_another, f"har en annan utgåva, {OTHER}"),
        (_odd_state, "går inte att läsa"),
    ],
)
def test_a_bad_target_is_refused_and_left_as_it_is(tmp_path: Path, make: Callable[[Path], None], said: str) -> None:
    target = tmp_path / "x"
    make(target)
    before = names(tmp_path)

    with pytest.raises(Unfit, match=said), take_folder(target, KEY):
        pytest.fail("taken")
    assert names(tmp_path) - {f"x/{LOCK}"} == before


def test_two_cannot_write_in_one_folder_and_a_lock_without_an_owner_holds_nobody(tmp_path: Path) -> None:
    mine = f"skrivs redan, av process {os.getpid()}"
    with take_folder(tmp_path / "x", KEY), pytest.raises(Unfit, match=mine), take_folder(tmp_path / "x", KEY):
        pytest.fail("taken")
    (tmp_path / "x" / LOCK).write_text("1")
    with take_folder(tmp_path / "x", KEY):
        pass
    assert not (tmp_path / "x" / LOCK).exists()


@pytest.mark.parametrize("write", [published, stopped])
def test_to_replace_removes_what_the_edition_wrote_and_nothing_else(tmp_path: Path, write: Callable[..., Path]) -> None:
    folder = write(tmp_path / "x", {"index.html": b"hej", "2024/a.csv": b"1", "2024/b/c.csv": b"2"}, OTHER)
    (folder / "2024" / "mitt.txt").write_text("mitt")

    with take_folder(folder, KEY, replace=True) as taken:
        assert not taken.done
        assert names(folder) == {"2024/mitt.txt", STATE, LOCK}
    assert json.loads((folder / STATE).read_text()) == {"edition": KEY}


@pytest.mark.parametrize("write", [published, stopped])
def test_to_replace_is_gone_on_with_where_it_was_stopped(
    tmp_path: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "x", {"index.html": b"hej", "2024/a.csv": b"1"}, OTHER)
    (folder / "mitt.txt").write_text("mitt")

    def stop(root: Path, files: set[str]) -> None:
        remove_files(root, {min(files)})
        raise KeyboardInterrupt

    monkeypatch.setattr("overens.export.folder.taken.remove_files", stop)
    with pytest.raises(KeyboardInterrupt), take_folder(folder, KEY, replace=True):
        pytest.fail("taken")
    monkeypatch.undo()
    with take_folder(folder, KEY, replace=True):
        assert names(folder) == {"mitt.txt", STATE, LOCK}


def test_a_journal_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mitt")
    with take_folder(tmp_path / "x", KEY) as taken:
        (tmp_path / "x" / JOURNAL).symlink_to(mine)
        with pytest.raises(OSError, match="symbolic links"), taken.journal():
            pytest.fail("opened")
    assert mine.read_text() == "mitt"


def test_sums_that_name_what_is_elsewhere_remove_nothing(tmp_path: Path) -> None:
    folder = published(tmp_path / "x", {"index.html": b"hej"}, OTHER)
    (tmp_path / "mine").mkdir()
    mine = tmp_path / "mine" / "a.txt"
    mine.write_text("mitt")
    (folder / "out").symlink_to(tmp_path / "mine")
    (folder / SUMS).write_text(f"00  ../mine/a.txt\n00  {mine}\n00  out/a.txt\n00  index.html\n00  \n\n")

    with take_folder(folder, KEY, replace=True):
        assert not (folder / "index.html").exists()
    assert mine.read_text() == "mitt"


@pytest.mark.parametrize("link", [True, False])
def test_what_lies_in_the_way_of_a_folder_is_named(tmp_path: Path, *, link: bool) -> None:
    with take_folder(tmp_path / "x", KEY) as taken:
        (tmp_path / "there").mkdir()
        in_the_way = tmp_path / "x" / "2024"
        if link:
            in_the_way.symlink_to(tmp_path / "there")
        else:
            in_the_way.write_text("mitt")
        with pytest.raises(Unfit, match="ligger i vägen"):
            taken.writer.put("2024/a.csv", b"1")
    assert list((tmp_path / "there").iterdir()) == []
    assert not (tmp_path / "x" / BESIDE).exists()


@pytest.mark.parametrize("target", ["library", "library/avtal", "."])
def test_a_folder_in_or_around_the_library_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "library").mkdir()

    with pytest.raises(Unfit, match="ligger i varandra"):
        check_apart(tmp_path / target, [tmp_path / "library"])
    check_apart(tmp_path / "library-2", [tmp_path / "library"])


def test_a_folder_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), take_folder(tmp_path / "no" / "x", KEY):
        pytest.fail("taken")
    assert JOURNAL not in names(tmp_path)
