"""What cannot be meant: each question has its status and a page that says what would be right, never a trace or a 500."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from overens.web.serving.settings import Settings
from overens.web.serving.wrap import wrap
from tests.web.page_reader import read_page

SQL = quote("'; DROP TABLE avtal; --")
SCRIPT = quote("<script>alert(1)</script>", safe="")
WHY = "/2024/region-gotland/kvinnors-halsa-2024"

NOT_THERE = {
    "no such place": "/2024/lundby",
    "no such year": "/24",
    "a year in words": "/tjugotjugofyra",
    "a year in other digits": "/" + quote("٢٠٢٤"),
    "a year too far": "/2101",
    "no such agreement": "/avtal/kvinnors-halsa-1924",
    "an agreement with script": f"/avtal/{SCRIPT}",
    "no such pot": f"{WHY}/finns-inte",
    "a pot of another agreement": f"{WHY}/svf",
    "a sum of pots": "/2024/region-gotland/cancer-2024/cancer",
    "another year's agreement": "/2024/region-gotland/kvinnors-halsa-2023/regioner",
    "a picture that is not there": "/2024/bild/finns-inte.svg",
    "a picture as a calendar": "/2024/bild/karta.ics",
    "no such form": "/2024.ics",
    "a form we do not have": "/2024.pdf",
    "a file of the machine": "/..%2f..%2fetc%2fpasswd",
    "a file of ours": "/static/..%2f..%2fapp.py",
    "a file with another mark": "/static/0000/style.css",
    "letters we do not use": "/2024/" + quote("日本"),
    "a long name": "/2024/" + quote("å" * 300),
    "a pot that is not earned": "/prestation/kvinnors-halsa-2024/befolkning",
    "performance of no agreement": "/prestation/finns-inte/bup",
    "performance of no pot": "/prestation/tillganglighet-2024/finns-inte",
    "performance of no place": "/prestation/tillganglighet-2024/bup/finns-inte",
    "performance of one without a part": "/prestation/tillganglighet-2024/bup/nassjo",
    "too deep": "/2024/a/b/c/d/e/f",
    "capitals": "/AVTAL",
}
NOT_READ = {
    "no date": "/2024?as-known-on=ig%C3%A5r",
    "no such day": "/2024?as-known-on=2024-02-30",
    "before all years": "/2024?as-known-on=0000-01-01",
    "after all years": "/2024?as-known-on=9999-12-31",
    "two days": "/2024?as-known-on=2023&as-known-on=2024",
    "two languages": "/2024?lang=en&lang=sv",
    "the same twice": "/2024?lang=en&lang=en",
    "another language": "/2024?lang=de",
    "a name in capitals": "/2024?LANG=en",
    "an unknown name": "/2024?x=1",
    "another view's name": "/2024?fran=2023",
    "another theme": "/2024?theme=bl%C3%A5",
    "another size": "/2024?size=huge",
    "a table that is not there": "/2024.csv?table=finns-inte",
    "a table, on the page": "/2024?table=finns-inte",
    "a table, where there are none": "/tillganglighet?table=pots",
    "script": f"/2024?sort={SCRIPT}",
    "falling twice": "/2024?sort=--name",
    "falling, by nothing": "/2024?sort=-",
    "a column of a year without any": "/2099?sort=x",
    "a column, as JSON": "/2024.json?sort=x",
    "backwards in time": "/2024/kalender?from=2024-12-31&to=2024-01-01",
    "no such kind": "/2024/kalender?kind=x",
    "no such agreement to filter by": "/2024/kalender?agreement=x",
    "neither yes nor no": "/2024/kalender?during=2",
    "compared with no year": "/2024/andring?fran=x",
    "compared with an agreement": "/2024/andring?fran=kvinnors-halsa-2023",
    "a year out of reach": "/avtal?year=99",
    "other outcomes than the example": "/prestation?utfall=egna",
    "the example on another page": "/2024?utfall=exempel",
    "a blank that the pot has not": "/prestation/tillganglighet-2024/bup?krav-9-andel-av-potten=1/3",
    "a blank twice": "/prestation/tillganglighet-2024/bup?krav-1-andel-av-potten=1/3&krav-1-andel-av-potten=1/2",
    "a share above the whole, as JSON": "/prestation/tillganglighet-2024/bup.json?krav-1-andel-av-potten=4/3",
    "a share below nothing": "/prestation/tillganglighet-2024/bup.csv?krav-1-andel-av-potten=-5",
    "a share in other figures": "/prestation/tillganglighet-2024/bup.json?krav-1-andel-av-potten=" + quote("३३"),
    "a share beyond all": "/prestation/tillganglighet-2024/bup.json?krav-1-andel-av-potten=" + "9" * 190,
    "a key that is not there": "/prestation/tillganglighet-2024/bup.json?fordelning=guld",
    "a period that is none": "/prestation/cancer-2026/svf-andra.json?mats=" + quote("[&a [*a"),
    "nobody to show for": "/prestation/tillganglighet-2024/bup?place=zzzz",
    "a long search": "/sok?q=" + "x" * 150,
}
PAGES = (
    "/",
    "/2024",
    "/2024/nassjo",
    "/2024/region-gotland",
    "/2024/jonkopings-lan",
    "/avtal",
    "/avtal/kvinnors-halsa-2024",
    "/avtal/kvinnors-halsa-2024/andring",
    "/2024/kalender",
    "/2024/nassjo/kalender",
    "/2024/andring",
    "/2024/nassjo/andring",
    "/tidiga-besked",
    "/2024/tidiga-besked",
    f"{WHY}/befolkning",
    "/sok",
    "/om",
    "/tillganglighet",
)
"""One of each kind."""


@pytest.fixture(scope="module")
def served(portal: TestClient) -> TestClient:
    """Return a client of the portal within all that a request meets on its way in."""
    app = wrap(portal.app, Settings(hosts=frozenset({"testserver"})))
    return TestClient(app, follow_redirects=False, raise_server_exceptions=False)


@pytest.mark.parametrize("address", NOT_THERE.values(), ids=NOT_THERE)
def test_what_is_not_there(served: TestClient, address: str) -> None:
    _refused(served, address, 404)


@pytest.mark.parametrize("address", NOT_READ.values(), ids=NOT_READ)
def test_what_cannot_be_read(served: TestClient, address: str) -> None:
    _refused(served, address, 422)


@pytest.mark.parametrize("page", PAGES)
def test_a_column_to_sort_by_is_one_of_the_tables_or_refused(served: TestClient, page: str) -> None:
    _refused(served, f"{page}?sort={SQL}", 422)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/2024?sort=" + "x" * 3_000, 422),
        ("/2024?sort=" + "x" * 10_240, 414),
        ("/2024?sort=a%00b", 422),
        ("/2024?sort=%ff", 422),
        ("/" + "a" * 3_000, 414),
        ("/2024%00", 400),
        ("/2024%0a", 400),
        ("/%ff", 400),
        ("/2024?" + "&".join("lang=sv" for _ in range(60)), 422),
    ],
)
def test_what_is_too_long_or_no_text(served: TestClient, address: str, status: int) -> None:
    _refused(served, address, status)


def _refused(served: TestClient, address: str, status: int) -> None:
    for language in ("sv", "en"):
        of_language = "lang=" in address.lower()
        asked = address if of_language else f"{address}{'&' if '?' in address else '?'}lang={language}"
        sent = served.get(asked)
        assert sent.status_code == status, asked
        assert sent.headers["cache-control"] == "no-store"
        assert "Traceback" not in sent.text
        assert "<script>alert" not in sent.text
        if ".json" not in address:
            page = read_page(sent.text)
            assert (page.whole, len(page.h1)) == (True, 1)
            assert of_language or page.language == language
            assert page.links, "no way on"


@pytest.mark.parametrize(
    "address", ["/2024/lundby.json", "/2024.json?sort=x", "/x/y/z.json", "/" + "a" * 3_000 + ".json"]
)
def test_who_asks_for_json_is_refused_in_json(served: TestClient, address: str) -> None:
    told = set()
    for language in ("sv", "en"):
        sent = served.get(f"{address}{'&' if '?' in address else '?'}lang={language}")
        document = json.loads(sent.content)
        assert document["status"] == sent.status_code >= 400
        assert set(document["problem"]) == {"message", "remedy"}
        assert "content-disposition" not in sent.headers
        told.add(document["problem"]["message"])
    assert len(told) == 2, "the same words in both languages"


def test_who_asks_for_a_table_or_picture_is_refused_with_a_page(served: TestClient) -> None:
    for address in ("/2024/lundby.csv", "/2024/lundby/kalender.ics", "/2024/lundby/bild/avtal.png"):
        assert served.get(address).headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("year", ["1995", "2099"])
@pytest.mark.parametrize(
    "page", ["", "/nassjo", "/kalender", "/nassjo/kalender", "/andring", "/nassjo/andring", "/tidiga-besked"]
)
def test_a_year_without_agreements_says_what_there_is(served: TestClient, year: str, page: str) -> None:
    sent = served.get(f"/{year}{page}")
    seen = read_page(sent.text)
    assert sent.status_code == 200
    assert not [number for number in seen.numbers if number.value], "a number that nobody knows"
    assert "ibliotek" in sent.text


def test_the_language_is_that_of_the_address_whatever_the_browser_asks_for(served: TestClient) -> None:
    """Else a permalink would show one reader what another does not see."""
    sent = served.get("/2024", headers={"Accept-Language": "en"})
    assert read_page(sent.text).language == "sv"
    assert "vary" not in sent.headers or "language" not in sent.headers["vary"].lower()


@pytest.mark.parametrize(
    "path", ["//", "//evil.example/", "/../../etc/passwd", "/./2024", "/2024//nassjo", "/2024/nassjo/", "/2024.csv/"]
)
def test_an_address_that_no_browser_sends(served: TestClient, path: str) -> None:
    """Asked below the client, which would tidy it first."""
    status, headers = asyncio.run(_asked(served.app, path))
    assert status in (200, 307, 308, 404)
    location = headers.get(b"location", b"/").decode()
    assert location.startswith(("/", "http://testserver/"))
    assert not location.startswith("//")


async def _asked(app: object, path: str) -> tuple[int, dict[bytes, bytes]]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"testserver")],
        "client": ("192.0.2.1", 1),
        "server": ("testserver", 80),
        "http_version": "1.1",
        "root_path": "",
        "state": {},
    }
    await app(scope, receive, send)  # type: ignore[operator]  # an ASGI app, whatever the client calls it
    return sent[0]["status"], dict(sent[0]["headers"])
