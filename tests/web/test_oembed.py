"""What a program is told of how to embed an address: both formats, within the size it gives, or what is wrong with its question."""

from __future__ import annotations

import json
import re
import struct
from html import unescape
from urllib.parse import urlencode
from xml.etree.ElementTree import fromstring

import httpx
import pytest
from starlette.testclient import TestClient

from overens.web.serving.settings import Settings
from overens.web.serving.wrap import wrap
from tests.web.addresses import ONE_OF_EACH
from tests.web.page_reader import read_page

HERE = "http://testserver"
MAP, TABLE = f"{HERE}/2024/bild/karta", f"{HERE}/2024/tabell/regions"
NO_PIXELS = ("0", "-1", "1.5", "x", "10001", "٣", "9" * 190)
REQUIRED = {"version", "type", "title", "provider_name", "provider_url", "cache_age", "html", "width", "height"}


def ask(portal: TestClient, url: str, **more: str | int) -> httpx.Response:
    found: httpx.Response = portal.get("/oembed?" + urlencode({"url": url, **more}))
    return found


def path_of(html: str) -> str:
    """Return the address within the site that the frame shows."""
    found = re.fullmatch(r'<iframe src="http://testserver(/[^"]*)" title="[^"<>]*" [^<>]*></iframe>', html)
    assert found, html
    return unescape(found[1])


@pytest.mark.parametrize(
    ("url", "path"),
    [
        (MAP, "/2024/bild/karta"),
        (TABLE, "/2024/tabell/regions"),
        (f"{TABLE}?lang=en", "/2024/tabell/regions?lang=en"),
        (f"{TABLE}?sort=-published_kr", "/2024/tabell/regions?sort=-published_kr"),
        (f"{HERE}/2024#regioner", "/2024/bild/karta"),
        (f"{HERE}/2024?lang=en&as-known-on=2024-02", "/2024/bild/karta?lang=en&as-known-on=2024-02"),
        (f"{HERE}/avtal", "/avtal/tabell/agreements"),
        (f"{HERE}/2024/N%C3%A4ssj%C3%B6", "/2024/nassjo/bild/liknande"),
        (HERE, "/start/bild/karta"),
        (f"{HERE}/", "/start/bild/karta"),
        ("https://testserver/2024", "/2024/bild/karta"),
        ("http://TESTSERVER/2024", "/2024/bild/karta"),
    ],
)
def test_an_address_is_shown_by_its_picture_or_its_table(portal: TestClient, url: str, path: str) -> None:
    sent = ask(portal, url)
    document = sent.json()
    assert sent.status_code == 200
    assert document.keys() >= REQUIRED
    assert (document["version"], document["type"]) == ("1.0", "rich")
    assert path_of(document["html"]) == path
    assert portal.get(path).status_code == 200
    assert sent.headers["access-control-allow-origin"] == "*"


def test_both_formats_say_the_same_and_markup_in_them_is_escaped(portal: TestClient) -> None:
    for url in (MAP, f"{TABLE}?lang=en"):
        document, written = ask(portal, url, format="json").json(), ask(portal, url, format="xml")
        assert written.headers["content-type"] == "text/xml; charset=utf-8"
        root = fromstring(written.content)
        assert root.tag == "oembed"
        assert {one.tag: one.text for one in root} == {name: str(value) for name, value in document.items()}
        assert b"&lt;iframe" in written.content


@pytest.mark.parametrize(("wide", "high"), [(320, 200), (500, 10_000), (720, 400), (10_000, 10_000), (1, 1)])
@pytest.mark.parametrize("url", [MAP, TABLE])
def test_nothing_is_larger_than_asked_for(portal: TestClient, url: str, wide: int, high: int) -> None:
    document = ask(portal, url, maxwidth=wide, maxheight=high).json()
    assert 1 <= document["width"] <= wide
    assert 1 <= document["height"] <= high
    assert f'width="{document["width"]}" height="{document["height"]}"' in document["html"]
    assert document.get("thumbnail_width", 0) <= wide
    assert document.get("thumbnail_height", 0) <= high
    assert ("thumbnail_url" in document) == (url == MAP and min(wide, high) > 1_400)


@pytest.mark.parametrize(("wide", "size"), [(10_000, "wide"), (1_000, "narrow")])
def test_the_thumbnail_is_as_large_as_it_says(portal: TestClient, wide: int, size: str) -> None:
    document = ask(portal, MAP, maxwidth=wide).json()
    png = portal.get(document["thumbnail_url"].removeprefix(HERE))
    assert png.status_code == 200
    assert ("size=narrow" in document["thumbnail_url"]) == (size == "narrow")
    assert struct.unpack(">II", png.content[16:24]) == (document["thumbnail_width"], document["thumbnail_height"])


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({}, 422),
        ({"url": ""}, 422),
        ({"url": "http://evil.example/2024"}, 404),
        ({"url": "http://testserver@evil.example/2024"}, 404),
        ({"url": "http://testserver.evil.example/2024"}, 404),
        ({"url": "http://user@testserver/2024"}, 404),
        ({"url": "http://testserver:81/2024"}, 404),
        ({"url": "javascript:alert(1)//testserver"}, 404),
        ({"url": "//testserver/2024"}, 404),
        ({"url": "/2024"}, 404),
        ({"url": "http://["}, 404),
        ({"url": f"{HERE}/{'x' * 2_000}"}, 404),
        ({"url": "x" * 3_000}, 404),
        ({"url": f"{HERE}/2024/xyzzy"}, 404),
        ({"url": f"{HERE}/2024/tabell/xyzzy"}, 404),
        ({"url": f"{HERE}/2024/bild/karta.svg"}, 404),
        ({"url": f"{HERE}/2024.json"}, 404),
        ({"url": f"{HERE}/tillganglighet"}, 404),
        ({"url": f"{HERE}/2024/habo"}, 300),
        ({"url": f"{HERE}/2024?sort=xyzzy&lang=de"}, 422),
        ({"url": MAP, "format": "yaml"}, 501),
        ({"url": MAP, "format": "XML"}, 501),
        *(({"url": MAP, name: value}, 422) for name in ("maxwidth", "maxheight") for value in NO_PIXELS),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_answered_says_why_to_programs_anywhere(
    portal: TestClient, query: dict[str, str], status: int
) -> None:
    sent = portal.get("/oembed?" + urlencode(query))
    assert sent.status_code == status
    assert sent.json()["problem"]["message"]
    assert sent.headers["access-control-allow-origin"] == "*"
    assert len(sent.content) < 3_000


def test_a_field_given_twice_is_refused_and_one_of_others_is_passed_over(portal: TestClient) -> None:
    twice = portal.get("/oembed?" + urlencode([("url", MAP), ("url", TABLE)]))
    assert twice.status_code == 422
    assert "två gånger" in twice.json()["problem"]["message"]
    assert "given twice" in portal.get(f"/oembed?url={MAP}&url={MAP}&lang=en").json()["problem"]["message"]
    assert ask(portal, MAP, dnt="1", callback="x").status_code == 200


def test_the_address_has_no_other_form(portal: TestClient) -> None:
    for address in ("/oembed.json", "/oembed/tabell/x", "/oembed/bild/x"):
        assert portal.get(f"{address}?url={MAP}").status_code == 404


def test_pages_with_pictures_and_parts_by_themselves_say_where_to_ask(portal: TestClient) -> None:
    served = TestClient(wrap(portal.app, Settings(hosts=frozenset({"testserver"}))))
    told = 0
    for address in (*ONE_OF_EACH, "/2024/tabell/regions?lang=en", "/2024/bild/karta"):
        html = served.get(address).text
        links = dict(re.findall(r'<link rel="alternate" type="([^"]*oembed)" href="([^"]*)"', html))
        assert bool(links) == ("<picture>" in html or "/tabell/" in address), address
        for kind, href in links.items():
            told += 1
            sent = served.get(unescape(href).removeprefix(HERE))
            assert sent.status_code == 200, href
            assert kind.split("+")[0] in ("application/json", "text/xml")
            if kind.startswith("application/json"):
                shown = path_of(json.loads(sent.content)["html"])
                assert read_page(served.get(shown).text).h1
    assert told > 20


def test_a_file_of_a_page_is_not_said_to_be_no_address(portal: TestClient) -> None:
    said = ask(portal, f"{HERE}/2024.csv").json()["problem"]
    assert said["message"] == "Adressen leder inte till någon bild eller tabell att bädda in."
    assert said["remedy"].endswith("/2024.")
