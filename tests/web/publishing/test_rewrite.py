"""A page's links -> files, plain words, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from overens.web.edition import Edition
from overens.web.publishing.rewrite import Rewriting

EDITION = Edition((2024,), frozenset(), frozenset({"cancer-2024"}), date(2024, 3, 1), None, "", "l", "k")
FILE = "2024/nassjo/index.html"


@pytest.mark.parametrize(
    ("html", "becomes"),
    [
        ('<a href="/2024/habo-0643">Habo</a>', '<a href="../habo-0643/index.html">Habo</a>'),
        ('<a href="/2024/nassjo?lang=en">x</a>', '<a href="../../en/2024/nassjo/index.html">x</a>'),
        ('<a href="/2024/andring?fran=2023#a">x</a>', '<a href="../andring/index.html#a">x</a>'),
        ('<a href="/2023/nassjo">2023</a>', "2023"),
        ('<a href="/avtal/cancer-2023">Cancer</a>', "Cancer"),
        ('<a href="/2024/nassjo?sort=-kr">Kronor</a>', "Kronor"),
        ('<ul class="row"><li><a href="/scenario">Vad händer om</a></li>\n</ul>', ""),
        (
            '<a href="/2024/nassjo.csv">CSV</a> · <a href="/2024/nassjo/bild/x.png">PNG</a>',
            '<a href="../nassjo.csv">CSV</a>',
        ),
        ('<a href="/api/v1">API</a>', "API"),
        ('<a href="https://regeringen.se/a">x</a>', '<a href="https://regeringen.se/a">x</a>'),
        ('<a href="//evil.example">x</a>', '<a href="//evil.example">x</a>'),
        ('<a href="#datum">x</a>', '<a href="#datum">x</a>'),
        ('<img src="/2024/nassjo/bild/x.svg?theme=dark">', '<img src="bild/x.dark.svg">'),
        (
            '<details class="embed"><a href="/2024/tabell/x">a</a></details>',
            '<details class="embed"><a href="../tabell/x/index.html">a</a></details>',
        ),
        ('<details class="embed"><a href="/2024/nassjo/tabell/x">a</a></details>', ""),
        ('<form class="filters" action="/2024"><input></form>', ""),
        ('<form role="search" action="/sok"></form>', '<form role="search" action="../../sok/index.html"></form>'),
        ('<details><summary>Välj</summary>\n<form action="/x"></form>\n</details>', ""),
        ("<p>a &lt;a href=&#34;/2023&#34;&gt;</p>", "<p>a &lt;a href=&#34;/2023&#34;&gt;</p>"),
    ],
)
def test_what_becomes_of_a_link(html: str, becomes: str) -> None:
    assert Rewriting(FILE, EDITION).html(html) == becomes


def test_addresses_in_json_lead_to_files() -> None:
    rewriting = Rewriting("sok.json", EDITION)

    assert rewriting.json('{"href": "/2024/nassjo", "a": {"href": "/2023"}}') == (
        '{"href": "2024/nassjo/index.html", "a": {"href": ""}}'
    )
    assert set(rewriting.found) == {"2024/nassjo/index.html"}


def test_without_an_address_a_citation_names_none() -> None:
    assert EDITION.cited("/2024/nassjo?as-known-on=2024-03-01&lang=en") == ""
    there = replace(EDITION, address="https://a.example")
    assert there.cited("/2024/nassjo?as-known-on=2024-03-01&lang=en") == "https://a.example/en/2024/nassjo/"
