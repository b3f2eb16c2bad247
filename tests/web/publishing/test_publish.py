"""The portal as files: every link leads somewhere, nothing is there in vain, and the same bytes come each time."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
import signal
import subprocess
import sys
import time
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from overens.export.folder.taken import JOURNAL, STATE, SUMS
from tests.web.publishing.small import ARGUMENTS_EARLY, EARLY, files_in, publish_small

LINK = re.compile(r'\b(?:href|src|srcset|action|data-spec|data-vega|data-all)="([^"]*)"')
IN_JSON = re.compile(r'"href": "([^"]*)"')
IN_CSS = re.compile(r"url\(([^)]*)\)")
OF_ITSELF = {"404.html", "robots.txt", "sitemap.xml", SUMS, STATE}
"""What no page needs to lead to."""
COMMAND = (sys.executable, "-c", "from overens.cli.start import main; main()", "publish")


def links(file: str, text: str) -> set[str]:
    """Return each file that the file leads to, by its path in the folder."""
    pattern = IN_JSON if file.endswith(".json") else IN_CSS if file.endswith(".css") else LINK
    found = set()
    for link in map(unescape, pattern.findall(text)):
        if link and not link.startswith(("https://", "http://", "#", "data:")):
            found.add(posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(urlsplit(link).path))))
    return found


def test_every_link_leads_to_a_file_and_every_file_is_led_to(edition: Path) -> None:
    files = files_in(edition)
    led = {
        f: links(f, body.decode())
        for f, body in files.items()
        if f.endswith((".html", ".json", ".css")) and f != "404.html"
    }
    missing = {(file, to) for file, all_to in led.items() for to in all_to if to not in files}
    reached, todo = set(), ["index.html"]
    while todo:
        file = todo.pop()
        if file not in reached:
            reached.add(file)
            todo += led.get(file, ())

    assert missing == set()
    assert files.keys() - reached - OF_ITSELF == set()
    assert len(files) > 400


def test_no_page_asks_what_only_a_portal_answers(edition: Path) -> None:
    for file, body in files_in(edition).items():
        if file.endswith(".html"):
            page = body.decode()
            assert "Content-Security-Policy" in page
            assert not re.findall(r'<form (?![^>]*role="search")', page), file
            assert not re.findall(r'(?:href|src|srcset|action)="/', page) or file == "404.html", file
            assert "/scenario" not in page
            assert "sort=" not in page
            assert not re.findall(r"<li>\s*</li>", page), file


def test_the_sums_are_right_and_name_every_file(edition: Path) -> None:
    lines = [one.split("  ") for one in (edition / SUMS).read_text().splitlines()]
    files = files_in(edition)

    assert {file for _, file in lines} == files.keys() - {SUMS, STATE}
    assert all(hashlib.sha256(files[file]).hexdigest() == digest for digest, file in lines)


def test_the_edition_says_what_it_is(edition: Path) -> None:
    said = json.loads((edition / "utgavan.json").read_text())
    page = (edition / "utgavan" / "index.html").read_text()

    assert said["files"] == len(files_in(edition)) - 1  # but for the state, which is not published
    assert said["years"] == [2017]
    assert said["run"] in page
    assert said["edition"] in page
    assert json.loads((edition / STATE).read_text()) == {"edition": said["edition"]}


def test_pages_are_cited_by_the_address_where_the_edition_stands(edition: Path) -> None:
    cited = json.loads((edition / "2017" / "region-gotland.json").read_text())["citation"]

    assert cited["address"] == "https://bidrag.example/sub/2017/region-gotland/"
    assert f'<a href="{cited["address"]}">' in (edition / "2017" / "region-gotland" / "index.html").read_text()
    english = (edition / "en" / "2017" / "region-gotland.json").read_text()
    assert json.loads(english)["citation"]["address"] == "https://bidrag.example/sub/en/2017/region-gotland/"


def test_a_sitemap_names_every_page(edition: Path) -> None:
    listed = re.findall(r"<loc>https://bidrag\.example/sub/([^<]*)</loc>", (edition / "sitemap.xml").read_text())

    pages = {file.removesuffix("index.html") for file in files_in(edition) if file.endswith("index.html")}
    assert set(listed) == pages
    assert "Sitemap: https://bidrag.example/sub/sitemap.xml" in (edition / "robots.txt").read_text()


def test_the_early_edition_has_files_of_every_kind(edition: Path, early: Path) -> None:
    """Else the tests below say less."""
    assert {Path(file).suffix for file in files_in(early)} == {Path(file).suffix for file in files_in(edition)}


def test_two_processes_write_the_same_bytes_and_a_second_run_changes_nothing(early: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    subprocess.run([*COMMAND, str(again), *ARGUMENTS_EARLY, "--processes", "2"], check=True, capture_output=True)

    assert files_in(again) == files_in(early)
    assert publish_small(again, EARLY).before
    assert files_in(again) == files_in(early)


def test_a_killed_run_is_gone_on_with(early: Path, tmp_path: Path) -> None:
    folder = tmp_path / "killed"
    with subprocess.Popen(
        [*COMMAND, str(folder), *ARGUMENTS_EARLY, "--processes", "2"], stderr=subprocess.DEVNULL
    ) as run:
        until = time.monotonic() + 60
        while time.monotonic() < until and _done(folder) < 20:
            time.sleep(0.05)
        run.send_signal(signal.SIGKILL)
    half = _done(folder)
    written = next(path for path in sorted(folder.rglob("*.csv")))
    written.write_text("damaged meanwhile")

    assert half >= 20
    assert not (folder / SUMS).exists()
    publish_small(folder, EARLY)
    assert files_in(folder) == files_in(early)


def _done(folder: Path) -> int:
    journal = folder / JOURNAL
    return len(journal.read_text().splitlines()) if journal.exists() else 0


def test_a_damaged_edition_is_mended(early: Path, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    for file, body in files_in(early).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(body)
    (folder / "index.html").write_text("")
    (folder / "2017.csv").unlink()

    assert not publish_small(folder, EARLY).before
    assert files_in(folder) == files_in(early)
