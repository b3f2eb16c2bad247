"""The interface over the shipped library: its answers are the portal's, its pages meet, and its mark tells when nothing has changed."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from overens.usecases.resources.all import RESOURCES
from overens.web.api.endpoints import endpoints
from overens.web.api.simulations import LARGEST_BODY, MOST_CHANGES
from overens.web.serving.settings import Limits
from tests.web.api.asked import BASE, ask, portal

OURS = "kind=region&code=06&year=2024"
CHANGE = {"i": "befolkning", "gränser": {"golv": "20 Mkr"}}
FLOOR = {"namn": "golv", "gäller": "kvinnors-halsa-2024", "ändringar": [CHANGE]}


# --- what is read -------------------------------------------------------------------


def test_what_a_region_gets_in_a_year_is_the_sum_of_its_awards() -> None:
    awards = ask(f"{BASE}/awards?{OURS}&fields=awarded_kr&limit=1000").json()["columns"]["awarded_kr"]
    place = ask(f"{BASE}/places/2024/region-jonkopings-lan").json()
    assert sum(kr for kr in awards if kr is not None) == place["total_kr"] > 0


@pytest.mark.parametrize("word", ["Region Jönköpings län", "Nässjö", "nässjö"])
def test_a_place_by_its_name_is_told_how_a_place_is_written(word: str) -> None:
    answer = ask(f"{BASE}/places/2024/{quote(word)}")
    assert answer.status_code == 404
    assert answer.json()["detail"].endswith("Skriv små bokstäver a–z, siffror och bindestreck, som i nassjo.")


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/agreements/kvinnors-halsa-2024", "/avtal/kvinnors-halsa-2024.json"),
        ("/years/2024?lang=en", "/2024.json?lang=en"),
        ("/places/2024/nassjo?as_known_on=2023-12-31", "/2024/nassjo.json?as-known-on=2023-12-31"),
        ("/places/2024/0682", "/2024/nassjo.json"),
        (
            "/explanations/kvinnors-halsa-2024/befolkning/region-gotland",
            "/2024/region-gotland/kvinnors-halsa-2024/befolkning.json",
        ),
    ],
)
def test_a_document_is_the_one_that_its_page_gives(address: str, page: str) -> None:
    found = ask(BASE + address).json()
    links = {one["rel"]: one["href"] for one in found.pop("_links")}
    assert found == ask(page).json()
    assert ask(links["alternate"]).headers["content-type"].startswith("text/html")


def test_all_pages_together_are_the_whole_table_once() -> None:
    href, codes = (
        f"{BASE}/values?figure=befolkning&limit=700&fields=measured_on,recipients,code",
        list[tuple[str, ...]](),
    )
    total = ask(href).json()["total"]
    while href:
        found = ask(href).json()
        codes += zip(*found["columns"].values(), strict=True)
        href = next((one["href"] for one in found["_links"] if one["rel"] == "next"), "")
    assert len(codes) == len(set(codes)) == total > 700


def test_what_is_before_and_after_a_page_is_linked_to() -> None:
    def rels(query: str) -> dict[str, str]:
        found = ask(f"{BASE}/recipients?kind=region&{query}").json()["_links"]
        return {
            one["rel"]: dict(p.split("=") for p in urlsplit(one["href"]).query.split("&"))["offset"]
            for one in found[1:]
        }

    assert rels("limit=10&offset=10") == {"first": "0", "prev": "0", "next": "20", "last": "20"}
    assert rels("limit=10&offset=500") == {"first": "0", "prev": "11", "last": "20"}
    assert rels("limit=100&offset=0") == {"first": "0", "last": "0"}


def test_what_was_known_earlier_is_less() -> None:
    then, now = (ask(f"{BASE}/agreements?year=2024{day}").json() for day in ("&as_known_on=2023-11-30", ""))
    assert then["total"] < now["total"]
    assert (then["as_known_on"], now["as_known_on"]) == ("2023-11-30", None)
    assert then["run"] != now["run"]


@pytest.mark.parametrize("name", RESOURCES)
def test_every_table_has_rows(name: str) -> None:
    assert ask(f"{BASE}/{name}?limit=1").json()["total"] > 20


# --- the mark -----------------------------------------------------------------------


def test_the_mark_is_the_run_and_the_answer() -> None:
    answer = ask(f"{BASE}/pots?limit=1")
    assert answer.headers["etag"].removeprefix('"').startswith(answer.json()["run"][:12])


def test_no_two_answers_have_the_same_mark() -> None:
    asked = [f"{BASE}{one.example}" for one in endpoints() if one.sends is None]
    asked += [f"{BASE}/pots?limit={n}{lang}" for n in (1, 2) for lang in ("", "&lang=en")]
    answers = {(ask(one).headers["etag"], ask(one).content) for one in asked}
    assert len({mark for mark, _ in answers}) == len(answers) == len(asked)


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_who_has_the_answer_is_told_that_nothing_has_changed(encoding: str) -> None:
    address, taken = f"{BASE}/awards?limit=50", {"Accept-Encoding": encoding}
    had = ask(address, headers=taken)
    assert had.headers.get("content-encoding", "identity") == encoding
    for said in (had.headers["etag"], f'"x", W/{had.headers["etag"]}', "*"):
        again = ask(address, headers={**taken, "If-None-Match": said})
        assert (again.status_code, again.content) == (304, b"")
    assert ask(address, headers={"If-None-Match": '"x"'}).status_code == 200


def test_the_mark_of_compressed_bytes_is_another() -> None:
    plain, packed = (ask(f"{BASE}/awards?limit=50", headers={"Accept-Encoding": one}) for one in ("identity", "gzip"))
    assert plain.headers["etag"] != packed.headers["etag"]


def test_head_is_as_get_without_a_body() -> None:
    get, head = (ask(f"{BASE}/pots?limit=1", method) for method in ("GET", "HEAD"))
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", get.headers["etag"])


# --- a scenario ---------------------------------------------------------------------


def sent(body: Any, **options: Any) -> tuple[int, dict[str, Any]]:
    answer = ask(f"{BASE}/simulations{options.pop('query', '')}", "POST", json=body, **options)
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.json()


TEXT = "namn: golv\ngäller: kvinnors-halsa-2024\nändringar:\n  - i: befolkning\n    gränser: {golv: 20 Mkr}\n"


def test_a_scenario_moves_the_same_as_text_and_as_an_object() -> None:
    (_, text), (_, written) = sent({"scenario": TEXT}), sent({"scenario": FLOOR})
    assert text["recipients"] == written["recipients"]
    assert sum(one["difference_kr"] for one in text["recipients"]) == text["difference_kr"]
    assert text["pots"] == written["pots"]


def test_a_place_is_told_of_alone() -> None:
    _, found = sent({"scenario": FLOOR, "place": "region-gotland", "as_known_on": "2024-03-01"})
    assert [one["code"] for one in found["recipients"]] == ["09"]


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"scenario": TEXT.replace("20 Mkr", "20 Nkr")}, 422, "20 Nkr"),
        ({"scenario": {**FLOOR, "gäller": "kvinnors-halsa-2025x"}}, 422, "kvinnors-halsa-2025x"),
        ({"scenario": {**FLOOR, "ändringar": [CHANGE] * (MOST_CHANGES + 1)}}, 422, "ändringar"),
        ({"scenario": {**FLOOR, "osäkert": [{"storhet": "x"}]}}, 422, "osäkert"),
        ({"scenario": ""}, 422, "tom"),
        ({"scenario": "\ud800"}, 422, "U+D800"),
        ({"scenario": ["golv"]}, 422, "text (YAML) eller ett objekt"),
        ({}, 422, "'scenario' saknas"),
        ({"scenari": TEXT}, 422, "Menade du 'scenario'?"),
        ({"scenario": TEXT, "place": "habo"}, 422, "habo-0305"),
        ({"scenario": TEXT, "place": "xyzzy"}, 422, "xyzzy"),
        ({"scenario": TEXT, "as_known_on": "i går"}, 422, "as_known_on"),
        ([], 422, "inget objekt"),
        ({"scenario": "x" * LARGEST_BODY}, 413, "64"),
    ],
    ids=str,
)
def test_what_cannot_be_tried_is_refused_with_what_would_be_right(body: Any, status: int, words: str) -> None:
    answer = ask(f"{BASE}/simulations", "POST", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"scenario": 1, "scenario": 2}',
        b'{"scenario": NaN}',
        b"[" * 60_000,
        b'{"scenario": {"namn": %s1%s}}' % (b"[" * 700, b"]" * 700),  # JSON, but no depth that a scenario has
        b"\xff",
    ],
)
def test_what_is_no_json_is_refused(body: bytes) -> None:
    assert (
        ask(f"{BASE}/simulations", "POST", content=body, headers={"Content-Type": "application/json"}).status_code
        == 400
    )


def test_a_program_that_leaves_while_it_sends_is_no_fault_of_ours(capfd: pytest.CaptureFixture[str]) -> None:
    headers = [(b"host", b"localhost"), (b"content-type", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": f"{BASE}/simulations", "query_string": b"", "headers": headers}
    came = iter([{"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"}])
    told: list[dict[str, Any]] = []

    async def receive() -> Any:
        return next(came)

    async def send(message: Any) -> None:
        told.append(message)

    async def asked() -> None:
        whole = {**scope, "scheme": "https", "raw_path": b"", "client": ("127.0.0.1", 1), "server": ("x", 1)}
        await portal()(whole, receive, send)

    asyncio.run(asked())
    assert told[0]["status"] == 400
    assert "Traceback" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("path", ["", "/"])
def test_the_root_leads_to_the_description(path: str) -> None:
    assert f"{BASE}/openapi.json" in ask(f"{BASE}{path}").json()["detail"]


def test_an_error_is_pointed_at_where_it_stands() -> None:
    _, text = sent({"scenario": TEXT.replace("golv:", "golf:")})
    _, written = sent(
        {"scenario": {**FLOOR, "ändringar": [{"i": "befolkning", "gränser": {"golf": "20 Mkr"}}]}}, query="?lang=en"
    )
    assert [(one["line"], one["column"], one["pointer"]) for one in text["errors"]] == [(5, 15, None)]
    assert [(one["line"], one["pointer"]) for one in written["errors"]] == [
        (None, "/scenario/ändringar/0/gränser/golf")
    ]
    assert written["errors"][0]["remedy"] == "Did you mean 'golv'?"


# --- the layers ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "method", "options", "status", "allow"),
    [
        ("/pots", "POST", {}, 405, "GET, HEAD, OPTIONS"),
        ("/pots", "DELETE", {}, 405, "GET, HEAD, OPTIONS"),
        ("/simulations", "GET", {}, 405, "POST, OPTIONS"),
        ("/simulations", "PUT", {}, 405, "POST, OPTIONS"),
        ("/pots", "GET", {"headers": {"Accept": "text/html"}}, 406, ""),
        ("/pots", "GET", {"headers": {"Accept": "application/json;q=0"}}, 406, ""),
        ("/simulations", "POST", {"content": "x", "headers": {"Content-Type": "text/plain"}}, 415, ""),
        ("/pots%00", "GET", {}, 400, ""),
        ("/pots?agreement=%00", "GET", {}, 422, ""),
        (f"/pots?agreement={'x' * 5000}", "GET", {}, 414, ""),
        ("/nothing", "GET", {}, 404, ""),
        ("/../v2/pots", "GET", {}, 404, ""),
        ("/places/2024/habo", "GET", {}, 404, ""),
        ("/places/24/nassjo", "GET", {}, 404, ""),
        ("/agreements/kvinnors-halsa-2025x", "GET", {}, 404, ""),
        ("/pots", "GET", {"headers": {"Host": "evil.example"}}, 400, ""),
    ],
)
def test_every_layer_says_no_with_a_problem_document(
    path: str, method: str, options: dict[str, Any], status: int, allow: str
) -> None:
    for lang in ("sv", "en"):
        address = f"{BASE}{path}{'&' if '?' in path else '?'}lang={lang}"
        answer = ask(address, method, Limits(), **options)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
        assert answer.headers.get("allow", "") == allow
        assert answer.headers["access-control-allow-origin"] == "*"
        told = answer.json()
        assert (told["status"], set(told) >= {"type", "title", "detail", "instance"}) == (status, True)
        assert f'id="{told["type"].partition("#")[2]}"' in ask("/api").text


def test_one_who_asks_too_often_is_told_when_to_ask_again() -> None:
    few = Limits(per_minute=2)
    answers = [ask(f"{BASE}/api-info", limits=few) for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[-1].headers["content-type"] == "application/problem+json"
    assert int(answers[-1].headers["retry-after"]) > 0


@pytest.mark.parametrize("address", [f"{BASE}/pots", "/2024.csv", "/2024/nassjo.json"])
def test_pages_of_other_sites_may_read_data(address: str) -> None:
    told = ask(address, headers={"Origin": "https://other.example"}).headers
    assert told["access-control-allow-origin"] == "*"
    assert told["cross-origin-resource-policy"] == "cross-origin"
    assert "ETag" in told["access-control-expose-headers"]


def test_pages_and_their_own_files_are_not_shared() -> None:
    told = ask("/2024").headers
    assert "access-control-allow-origin" not in told
    assert told["cross-origin-resource-policy"] == "same-origin"


def test_a_browser_may_ask_beforehand() -> None:
    asked = {"Origin": "https://other.example", "Access-Control-Request-Method": "POST"}
    told = ask(f"{BASE}/simulations", "OPTIONS", headers=asked)
    assert (told.status_code, told.content) == (204, b"")
    assert told.headers["access-control-allow-methods"] == "POST, OPTIONS"
    assert "Content-Type" in told.headers["access-control-allow-headers"]
    assert ask("/2024", "OPTIONS").status_code == 405
