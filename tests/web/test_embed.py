"""Every picture and every table of every page by itself: bare, attributed, complete, and the only pages that others may frame."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from overens.export.csv_table import Table
from overens.usecases.library import Library
from overens.vocabulary.wording import Language, Text, plain
from overens.web.form import Target
from overens.web.plain_grid import MOST_ROWS, plain_grid
from overens.web.respond import respond
from overens.web.serving.headers import HEADERS
from overens.web.serving.settings import Settings
from overens.web.serving.wrap import wrap
from tests.web.addresses import EVERY_PAGE, LANGUAGES, ONE_OF_EACH, in_language
from tests.web.page_reader import Page, read_page
from tests.web.walking import Walked, library_of, walk

NOBODY, ANYBODY = "frame-ancestors 'none'", "frame-ancestors *"
LONG = "x" * 200


@pytest.fixture(scope="module")
def library(portal: TestClient) -> Library:
    return library_of(portal)


@pytest.fixture(scope="module")
def served(portal: TestClient) -> TestClient:
    """Return a client of the portal within all that a request meets on its way in."""
    return TestClient(wrap(portal.app, Settings(hosts=frozenset({"testserver"}))), follow_redirects=False)


def parts(walked: Walked) -> list[Target]:
    """Return the address of each of the page's pictures and tables."""
    path = walked.asked.target.path
    pictures = [Target(path, picture=one.name) for one in walked.answer.pictures]
    return [*pictures, *(Target(path, table=name) for name in walked.answer.tables)]


def embedded(walked: Walked, target: Target) -> tuple[str, Page]:
    """Return the page for one of them, as it is and as it is read."""
    sent = respond(walked.answer, replace(walked.asked, target=target))
    assert sent.framed
    return sent.body.decode(), read_page(sent.body.decode())


# --- each picture and each table -------------------------------------------------------


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_each_has_a_page_with_its_source_and_nothing_else(library: Library, address: str) -> None:
    walked = walk(library, address)
    for target in parts(walked):
        html, page = embedded(walked, target)
        assert page.whole
        assert len(page.h1) == 1
        assert page.unnamed == []
        assert "Överens 0" in html
        assert f"http://localhost{target.path}" in unescape(html), "its source"
        assert "<nav" not in html
        assert "<form" not in html
        assert len(page.drawn) == (4 if target.picture else 0)
        assert len(page.tables) == (1 if target.table else 0)


@pytest.mark.parametrize("address", ONE_OF_EACH)
def test_a_table_has_the_rows_and_sums_of_its_download(library: Library, address: str) -> None:
    walked = walk(library, address)
    for target in parts(walked):
        if not target.table:
            continue
        _, page = embedded(walked, target)
        rows = walked.rows(target.table)
        assert page.tables[0].rows == min(len(rows), MOST_ROWS)
        assert page.tables[0].row_headings == page.tables[0].rows
        for number in page.numbers:
            if number.is_sum:
                assert number.value == sum(int(row[number.column] or 0) for row in rows), number.column


def test_there_are_sums(library: Library) -> None:
    """Else the test above says nothing."""
    for address, table, columns in (
        ("/2024", "counties", 2),
        ("/2024/nassjo", "agreements", 1),
        ("/2024/nassjo", "pots", 0),
    ):
        walked = walk(library, address)
        _, page = embedded(walked, Target(address, table=table))
        assert sum(number.is_sum for number in page.numbers) >= columns
        assert any(number.is_sum for number in page.numbers) == bool(columns)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_in_the_language_asked_for(portal: TestClient, language: str) -> None:
    for address in ("/2024/tabell/counties", "/2024/bild/karta"):
        sent = portal.get(in_language(address, language))
        assert read_page(sent.text).language == language
        assert ("The whole page" in sent.text) == (language == "en")
        assert ("Hela sidan" in sent.text) == (language == "sv")


def test_every_address_is_on_its_page_and_answers(portal: TestClient) -> None:
    for address in ("/2024", "/2024/nassjo", "/avtal/kvinnors-halsa-2024", "/", "/2024/kalender?during=1"):
        page = read_page(portal.get(address).text)
        links = {link for link in page.links if "/tabell/" in link or re.search(r"/bild/[a-z-]+($|\?)", link)}
        assert links
        for link in links:
            sent = portal.get(link)
            assert (sent.status_code, sent.headers["content-type"]) == (200, "text/html; charset=utf-8"), link
            for inner in read_page(sent.text).links:
                if inner.startswith("/"):
                    assert portal.get(inner).status_code == 200, inner


def test_the_code_on_the_page_shows_that_address(portal: TestClient) -> None:
    html = portal.get("/2024/nassjo?lang=en&as-known-on=2024-02").text
    codes = [unescape(one) for one in re.findall(r"&lt;iframe.*?&lt;/iframe&gt;", html)]
    assert len(codes) >= 6
    for code in codes:
        src = re.match(
            r'<iframe src="http://testserver(/[^"]+)" title="[^"<>]+" width="720" height="\d+" loading="lazy"', code
        )
        assert src, code
        assert portal.get(unescape(src[1])).status_code == 200
        assert "lang=en" in src[1]
        assert "as-known-on=2024-02" in src[1]


def test_a_table_stands_in_the_order_asked_for_and_its_page_too(portal: TestClient) -> None:
    """Its page's own order is of the first table."""
    for sort in ("awarded_kr", "-awarded_kr"):
        html = portal.get(f"/2024/tabell/counties?sort={sort}").text
        csv = portal.get(f"/2024/tabell/counties.csv?sort={sort}").text
        assert csv == portal.get(f"/2024.csv?table=counties&sort={sort}").text
        names = re.findall(r'<th scope="row">([^<]*)</th>', html)
        assert names[:-1] == [line.split(",")[2] for line in csv.splitlines()[1:]]
        assert 'href="/2024"' in html
    assert 'href="/2024?sort=published_kr"' in portal.get("/2024/tabell/regions?sort=published_kr").text


def test_what_programs_call_things_is_said_in_words() -> None:
    table = Table(plain("T"), ("kind", "name", "kr", "none"), (plain("K"), plain("N"), plain("Kr"), plain("X")), (
        ("municipality", "Nora", 1_000, None), ("area", "Örebro", None, None)))  # fmt: skip
    made = plain_grid(table, {"kr"})
    assert [column.heading.say() for column in made.columns] == ["N", "K", "Kr"]
    assert [[cell.text.say(Language.ENGLISH) for cell in row] for row in made.rows] == [
        ["Nora", "municipality", "1\u00a0000"], ["Örebro", "county", "–"]]  # fmt: skip
    assert [cell.text.say() for cell in made.rows[0]][1] == "kommun"
    assert made.total[0].text == Text("Summa", "Total")
    assert made.total[2].value == 1_000


@pytest.mark.parametrize(("low", "shown"), [(99, "≈\u00a0100\u00a0kr"), (100, "100\u00a0kr"), (None, "100\u00a0kr")])
def test_a_rough_amount_is_said_to_be_rough(low: int | None, shown: str) -> None:
    names = ("pot", "name", "awarded_kr", "low_kr", "high_kr", "certainty")
    high = None if low is None else 100
    made = plain_grid(Table(plain("T"), names, tuple(map(plain, names)), (("p", "Pott", 100, low, high, "certain"),)))
    assert [cell.text.say() for cell in made.rows[0]][:3] == ["Pott", shown, "säkert"]


@pytest.mark.parametrize("rows", [MOST_ROWS, MOST_ROWS + 1, 2 * MOST_ROWS + 345])
def test_a_long_table_shows_its_first_rows_and_sums_all(rows: int) -> None:
    names = tuple(map(plain, ("name", "kr")))
    made = plain_grid(Table(plain("T"), ("name", "kr"), names, tuple((f"n{n}", n) for n in range(rows))), {"kr"})
    assert [row[1].value for row in made.rows] == list(range(1_000))
    assert made.total[1].value == sum(range(rows))


def test_a_table_that_is_cut_says_how_many_rows_there_are_and_where_they_all_are(library: Library) -> None:
    walked = walk(library, "/data/values?lang=en")
    rows = walked.rows("values")
    spaced = f"{len(rows):,}".replace(",", "\u00a0")
    said = {
        "sv": f"Här står de första 1\u00a0000 raderna av {spaced}. Alla står i CSV-filen:",
        "en": f"These are the first 1\u00a0000 rows of {spaced}. All of them are in the CSV file:",
    }
    for language, words in said.items():
        asked = replace(walked.asked, values={"lang": (language,)})
        html, page = embedded(replace(walked, asked=asked), Target("/data/values", table="values"))
        assert f'<p class="note">{words} <a href="/data/values/tabell/values.csv' in html
        assert page.tables[0].rows == 1_000 < len(rows)
    assert "CSV-filen:" not in embedded(walk(library, "/data"), Target("/data", table="tables"))[0]


def test_a_table_without_rows_is_a_table_all_the_same() -> None:
    made = plain_grid(Table(plain("T"), ("a", "b"), (plain("A"), plain("B")), ()))
    assert (len(made.columns), made.rows, made.total) == (2, (), ())


# --- a table's own files ----------------------------------------------------------------


def test_a_table_has_files_of_its_own(portal: TestClient) -> None:
    own, asked = portal.get("/2024/nassjo/tabell/agreements.csv"), portal.get("/2024/nassjo.csv?table=agreements")
    assert own.text == asked.text
    assert own.headers["content-disposition"] == asked.headers["content-disposition"]
    document = portal.get("/2024/nassjo/tabell/agreements.json?lang=en").json()
    assert document["names"][0] == "agreement"
    assert len(document["rows"]) == len(own.text.splitlines()) - 1
    assert document["citation"]["run"]
    assert portal.get("/2024/tabell/regions.excel.csv").content.startswith(b"\xef\xbb\xbf")


# --- who may frame what -----------------------------------------------------------------

FRAMED = (
    "/2024/tabell/regions",
    "/2024/bild/karta",
    "/start/bild/karta",
    "/2024/nassjo/tabell/pots?lang=en",
    "/2024/tabell/finns-inte",
    "/2024/xyzzy/tabell/pots",
    "/finns/inte/alls/nej/tabell/pots",
    "/2024/tabell/regions?sort=xyzzy",
)
NOT_FRAMED = (
    *ONE_OF_EACH,
    "/2024.json",
    "/2024/bild/karta.svg",
    "/2024/bild/karta.json",
    "/2024/tabell/regions.csv",
    "/2024/xyzzy",
    "/2024/tabell/regions.pdf",
    "/oembed?url=http://testserver/2024",
)


@pytest.mark.parametrize("address", FRAMED)
def test_a_part_by_itself_may_be_framed_by_anyone_also_where_it_says_no(served: TestClient, address: str) -> None:
    sent = served.get(address)
    policy = sent.headers["content-security-policy"]
    assert ANYBODY in policy
    assert policy.replace(ANYBODY, NOBODY) == HEADERS["Content-Security-Policy"], "and nothing else is let go"
    assert sent.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "x-frame-options" not in sent.headers
    assert "<nav" not in sent.text


@pytest.mark.parametrize("address", NOT_FRAMED)
def test_nothing_else_may_be_framed(served: TestClient, address: str) -> None:
    sent = served.get(address)
    assert NOBODY in sent.headers["content-security-policy"]
    file = "." in address.partition("?")[0]
    assert sent.headers["cross-origin-resource-policy"] == ("cross-origin" if file else "same-origin")


def test_a_refusal_of_the_layers_is_not_framed(served: TestClient) -> None:
    sent = served.post("/2024/tabell/regions")
    assert sent.status_code == 405
    assert NOBODY in sent.headers["content-security-policy"]


# --- what cannot be meant ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/2024/tabell/region", 404, "Menade du 'regions'?"),
        ("/2024/tabell/xyzzy?lang=en", 404, "It has: regions, "),
        ("/2024/bild/kart", 404, "Menade du 'karta'?"),
        (f"/2024/tabell/{LONG}", 404, f"'{LONG[:60]}'"),
        (f"/2024/bild/{LONG}", 404, f"'{LONG[:60]}'"),
        ("/tillganglighet/tabell/pots", 404, "Den har ingen tabell."),
        (f"/2024/tabell/{quote('<script>')}", 404, "'<script>'"),
        (f"/2024/tabell/{quote('日本 å')}", 404, "日本"),
        ("/2024/tabell/regions.pdf", 404, "Den finns som: .json, .csv, .excel.csv."),
        ("/2024/tabell/regions?table=pots", 422, "Ta bort table"),
        ("/2024/tabell/regions?sort=nope", 422, "nope"),
        ("/2024/habo/tabell/pots", 300, "Habo"),
        ("/24/tabell/pots", 404, "inget år"),
    ],
)
def test_what_is_not_there_is_refused_with_what_would_be_right(
    portal: TestClient, address: str, status: int, words: str
) -> None:
    sent = portal.get(address)
    assert sent.status_code == status
    assert words in unescape(sent.text)
    assert "<script>" not in sent.text
    assert len(sent.content) < 20_000


@pytest.mark.parametrize(
    ("address", "to"),
    [
        (f"/2024/{quote('Nässjö')}/tabell/pots?lang=en", "/2024/nassjo/tabell/pots?lang=en"),
        ("/2024/0682/bild/avtal", "/2024/nassjo/bild/avtal"),
        ("/2024/kalender/tabell/events?place=nassjo", "/2024/nassjo/kalender/tabell/events"),
        ("/2024/andring/tabell/pots?place=nassjo&fran=2023", "/2024/nassjo/andring/tabell/pots?fran=2023"),
        (
            "/scenario/kvinnors-halsa-2024/befolkning/tabell/recipients?belopp=1400%20Mkr",
            "/scenario/kvinnors-halsa-2024/befolkning/tabell/recipients?belopp=1400000000",
        ),
    ],
)
def test_an_address_written_in_another_way_leads_to_the_same_part(portal: TestClient, address: str, to: str) -> None:
    sent = portal.get(address)
    assert sent.status_code in (307, 308)
    assert sent.headers["location"] == to
