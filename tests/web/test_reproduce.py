"""The Python on each page, run as it stands there: it prints the page's kronor and its run; that of a table prints its rows."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from overens.usecases import reproduce
from overens.usecases.library import Library
from overens.web import table_at
from overens.web.app import create_app
from overens.web.shelf import Shelf
from tests.builders import agreement_text
from tests.web.addresses import LANGUAGES, SAMPLES, in_language
from tests.web.page_reader import read_page
from tests.web.walking import library_of

PROGRAM = re.compile(r'id="python">.*?<pre><code>(.*?)</code></pre>', re.DOTALL)
ROWS = re.compile(r"<pre><code>(from overens\.web\.table_at.*?)</code></pre>", re.DOTALL)
RUN = re.compile(r'class="cite">.*?(?:körning|run) ([0-9a-f]{12})\.', re.DOTALL)
WITH_PROGRAM = ("place", "year", "agreement", "why", "place-change", "year-change", "agreement-change")
PAGES = (
    *(address for name in WITH_PROGRAM for address in SAMPLES[name] if address != "/1999"),
    "/2023/nassjo",
    "/2021/region-skane",
    "/2024/nassjo?as-known-on=2023-12-31",
    "/2024?as-known-on=2024-01",
    "/2019",
    "/2024/habo-0643",
    "/2024/gotland",
    "/2024/andring?fran=2024%402023-12-31",
    "/2024/nassjo/andring?fran=2023",
    "/avtal/kvinnors-halsa-2024/andring?place=region-skane",
    "/2024/nassjo/omstallning-socialtjanst-2024/kommuner",
    "/2024/jonkopings-lan/god-och-nara-vard-2024/kommuner",
)


@pytest.fixture(scope="module")
def now() -> TestClient:
    """Return a client of the portal on a day when everything in it is known, so that pages are cited as known that day."""
    return TestClient(create_app(Shelf(), lambda: date(2026, 11, 22)))


@pytest.fixture
def _read_once(now: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let programs use the library that is read already; one test below lets them read it themselves."""
    library = library_of(now)
    monkeypatch.setattr(reproduce, "open_library", lambda *_: library)
    monkeypatch.setattr(table_at, "open_library", lambda *_: library)


def printed(program: str) -> list[str]:
    """Return the lines that the program prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(program, "program", "exec"), {})
    return out.getvalue().splitlines()


def program_on(html: str) -> str:
    found = PROGRAM.search(html)
    assert found
    return unescape(found[1])


@pytest.mark.usefixtures("_read_once")
@pytest.mark.parametrize("address", PAGES)
def test_a_page_s_program_prints_its_kronor_and_its_run(now: TestClient, address: str) -> None:
    html = now.get(address).text
    *sums, run = printed(program_on(html))
    cited = RUN.search(html)
    assert cited
    assert run == cited[1]
    numbers = {(number.column, number.value) for number in read_page(html).numbers}
    for line in sums:
        column, kr = line.split(" ")
        assert (column, int(kr)) in numbers, line


@pytest.mark.usefixtures("_read_once")
@pytest.mark.parametrize("name", WITH_PROGRAM)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_richest_of_each_kind_has_a_sum_in_both_languages(now: TestClient, name: str, language: str) -> None:
    *sums, _ = printed(program_on(now.get(in_language(SAMPLES[name][0], language)).text))
    assert any(int(line.split(" ")[1]) for line in sums)


@pytest.mark.usefixtures("_read_once")
def test_the_main_number_of_one_page_is_known(now: TestClient) -> None:
    html = now.get(SAMPLES["why"][0]).text
    assert printed(program_on(html))[0] == "awarded_kr 47803842"


def test_a_program_needs_nothing_but_the_package(now: TestClient) -> None:
    """In a process of its own, without the portal's parts."""
    html = now.get("/2024/nassjo").text
    program = "import sys\nsys.modules['fastapi'] = None\n" + program_on(html)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    cited = RUN.search(html)
    assert (done.returncode, done.stderr) == (0, "")
    assert cited
    assert done.stdout.splitlines() == ["certain_kr 650000", cited[1]]


def test_a_page_without_kronor_of_its_own_has_no_program(portal: TestClient) -> None:
    for address in ("/", "/sok", "/2024/kalender", "/om", "/tidiga-besked"):
        assert 'id="python"' not in portal.get(address).text


def test_own_files_are_asked_for(now: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "prov-2099.yaml").write_text(
        agreement_text('a: {namn: "Potten \'A\' \\"B\\"", källa: k, belopp: 10 kr, till: SKR}'), encoding="utf-8"
    )
    own = TestClient(create_app(Shelf((folder,)), lambda: date(2026, 11, 22)))
    (agreement,) = set(library_of(own).readings) - set(library_of(now).readings)
    html = own.get(f"/avtal/{agreement}").text
    monkeypatch.chdir(tmp_path)
    *sums, run = printed(program_on(html))
    cited = RUN.search(html)
    assert cited
    assert (sums[0], run) == ("amount_kr 10", cited[1])
    assert str(tmp_path) not in html


# --- tables -----------------------------------------------------------------------------


def programs_for_rows(portal: TestClient, address: str) -> Iterator[str]:
    yield from dict.fromkeys(unescape(one) for one in ROWS.findall(portal.get(address).text))


@pytest.mark.usefixtures("_read_once")
@pytest.mark.parametrize("address", [one for addresses in SAMPLES.values() for one in addresses[:1]])
def test_the_program_of_each_picture_and_table_prints_its_rows(now: TestClient, address: str) -> None:
    for program in programs_for_rows(now, address):
        where = re.search(r"table_at\('([^']*)'\)", program)
        assert where
        path, _, query = where[1].partition("?")
        there = now.get(f"{path}.csv?{query}").text
        assert len(printed(program)) == there.count("\n") - 1 - there.count('\r\n"'), program


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/2024/tabell/region", "Menade du 'regions'?"),
        ("/2024/xyzzy/tabell/pots", "xyzzy"),
        ("/2024/a/b/c/d/e", "finns inte"),
        ("/2024?x=1", "'x'"),
        ("/tillganglighet", "ingen tabell"),
        ("/2024/bild/" + "x" * 200, "'" + "x" * 60 + "'"),
    ],
)
def test_an_address_without_a_table_says_what_would_be_right(now: TestClient, address: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        table_at.table_at(address, library_of(now))


def test_a_whole_address_and_a_page_s_own_give_the_same(now: TestClient) -> None:
    library: Library = library_of(now)
    found = table_at.table_at("http://localhost:8000/2024/nassjo?table=agreements&sort=-name", library)
    assert found == table_at.table_at("/2024/nassjo/tabell/agreements?sort=-name", library)
    assert found[-1]["agreement"]
