"""Whatever is asked, the portal answers: no address and no question gives a 500, and every refusal is a whole page."""

from __future__ import annotations

from urllib.parse import quote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.web.page_reader import read_page

WORDS = st.text(st.characters(exclude_categories=["C"]), max_size=30)
KNOWN = st.sampled_from(
    [
        "2024",
        "nassjo",
        "region-gotland",
        "avtal",
        "kvinnors-halsa-2024",
        "befolkning",
        "andring",
        "kalender",
        "bild",
        "sok",
    ]
)
NAMES = st.sampled_from(
    [
        "lang",
        "as-known-on",
        "sort",
        "table",
        "theme",
        "size",
        "q",
        "fran",
        "kind",
        "from",
        "to",
        "year",
        "place",
        "mine",
    ]
)
VALUES = st.sampled_from(["en", "sv", "2024", "2023-12-31", "name", "-name", "pots", "dark", "1", ""])
FORMS = st.sampled_from(["", "", ".json", ".csv", ".excel.csv", ".ics", ".svg", ".pdf"])


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """Return an address: words of the portal and any others, in any order, with any question."""
    path = "/".join(quote(one, safe="") for one in draw(st.lists(KNOWN | WORDS, max_size=5)))
    asked = draw(st.lists(st.tuples(NAMES | WORDS, VALUES | WORDS), max_size=3))
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in asked)
    return f"http://testserver/{path}{draw(FORMS)}?{query}"


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(address=addresses())
def test_no_address_gives_a_500_and_every_refusal_is_a_whole_page(portal: TestClient, address: str) -> None:
    sent = portal.get(address)
    assert sent.status_code in (200, 300, 307, 308, 404, 422), address
    if sent.status_code in (300, 404, 422) and sent.headers["content-type"].startswith("text/html"):
        page = read_page(sent.text)
        assert (page.whole, len(page.h1)) == (True, 1)
        assert page.language == ("en" if sent.url.params.get("lang") == "en" else "sv")
