"""The interface against DIGG's REST API profile, each test named by the rule's id; docs/api-profil.md says how each is met."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from overens.vocabulary.wording import Language
from overens.web.api.info import RELEASED, VERSION
from overens.web.serving.settings import Limits
from tests.web.api.asked import BASE, ORIGIN, ask, described, operations, parameters, schemas

DOCUMENT = Path(__file__).parents[3] / "docs" / "api-profil.md"
SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
OF_THE_STANDARD = {"apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus", "_links"}
"""Names that the profile gives, in the manner of others: what tells of the interface, and links."""


def answers() -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Return each operation's path, what it answers when all is well, and every status with what it answers."""
    everything = described()
    return [(path, one["responses"]["200"], _resolved(everything, one["responses"])) for path, _, one in operations()]


def _resolved(everything: dict[str, Any], responses: dict[str, Any]) -> dict[str, Any]:
    named = everything["components"]["responses"]
    return {
        status: named[one["$ref"].rpartition("/")[2]] if "$ref" in one else one for status, one in responses.items()
    }


# --- documentation ------------------------------------------------------------------


def test_dok_01_the_documentation_is_open_to_all() -> None:
    told = described()["externalDocs"]
    assert told["description"]
    assert ask(urlsplit(told["url"]).path).status_code == 200


def test_dok_03_what_the_interface_is_stands_in_its_description() -> None:
    info = described()["info"]
    assert {"title", "version", "description", "contact", "license", "termsOfService"} <= set(info)
    assert {"name", "url"} == set(info["contact"])  # no e-mail: who runs the portal is not known to the program
    assert {"name", "url"} == set(info["license"])


def test_dok_06_it_is_described_in_swedish_and_in_english() -> None:
    assert "Statsbidragen" in described()["info"]["description"]
    assert "State grants" in described()["info"]["description"]
    sv, en = (described(one.value)["paths"]["/awards"]["get"]["summary"] for one in Language)
    assert (sv, en) == ("Tilldelningar", "Awards")


def test_dok_08_the_level_of_service_is_told() -> None:
    terms = urlsplit(described()["info"]["termsOfService"])
    assert f'id="{terms.fragment}"' in ask(terms.path).text
    assert "SLA" in described()["externalDocs"]["description"]


def test_dok_09_limits_are_told() -> None:
    said = described()["info"]["description"]
    assert "Begränsningar" in said
    assert "Limits" in said


def test_dok_11_what_it_is_for_is_told() -> None:
    assert len(described()["info"]["description"]) > 300


def test_dok_15_question_and_answer_stand_whole() -> None:
    """Each example, asked now, is answered so."""
    for path, method, one in operations():
        asked = re.search(r"`(?:GET|POST) (\S+)`", one["description"])
        assert asked is not None, path
        sent = one.get("requestBody", {}).get("content", {}).get("application/json", {}).get("examples", {})
        more = {"json": sent["example"]["value"]} if sent else {}
        answer = ask(asked[1], method.upper(), **more)
        assert answer.json() == one["responses"]["200"]["content"]["application/json"]["examples"]["example"]["value"]


def test_dok_17_the_description_is_openapi_3_1() -> None:
    assert described()["openapi"] == "3.1.0"


def test_dok_19_each_operation_is_described() -> None:
    assert all(one["description"] and one["summary"] for _, _, one in operations())
    assert all(one["description"] for where in ("query", "path") for _, one in parameters(where))


def test_dok_20_each_status_is_described() -> None:
    for _, _, each in answers():
        assert {"200", "400", "405", "406", "422", "429", "500"} <= set(each)
        assert all(one["description"] for one in each.values())


# --- addresses and names ------------------------------------------------------------


def test_ufn_01_the_address_is_protocol_domain_api_version() -> None:
    assert described()["servers"] == [{"url": f"{ORIGIN}/api/v1"}]


def test_ufn_02_and_sak_01_it_is_told_as_https_where_it_is_reached_so() -> None:
    assert all(one["url"].startswith("https://") for one in described()["servers"])
    assert "Strict-Transport-Security" in ask(f"{BASE}/api-info").headers


def test_ufn_05_no_address_is_longer_than_2048() -> None:
    assert ask(f"{BASE}/{'x' * 2050}", limits=Limits()).status_code == 414


def test_ufn_07_ufn_08_ufn_09_and_res_06_addresses_are_small_letters_digits_and_hyphens() -> None:
    bare = [re.sub(r"\{[a-z]+\}", "x", path) for path, _, _ in operations()]
    assert [one for one in bare if not re.fullmatch(r"(/[a-z0-9]+(-[a-z0-9]+)*)+", one)] == []


def test_res_02_no_parameter_names_a_person() -> None:
    asked = {one["name"] for where in ("query", "path") for _, one in parameters(where)}
    assert not asked & {"pnr", "personnummer", "personnr", "ssn", "personalidentitynumber", "socialsecuritynumber"}


def test_ver_05_the_address_has_the_major_version_alone() -> None:
    version = described()["servers"][0]["url"].rpartition("/")[2]
    assert re.fullmatch(r"v[0-9]+", version)
    assert version == f"v{VERSION.partition('.')[0]}"


def test_ver_06_the_interface_tells_of_itself() -> None:
    told = ask(f"{BASE}/api-info").json()
    assert (told["apiVersion"], told["apiReleased"], told["apiStatus"]) == (VERSION, RELEASED, "active")
    assert ask(urlsplit(told["apiDocumentation"]).path).status_code == 200
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", VERSION)
    assert date.fromisoformat(RELEASED)


# --- messages -----------------------------------------------------------------------


def test_ame_01_and_ame_02_answers_are_json() -> None:
    assert all(list(right["content"]) == ["application/json"] for _, right, _ in answers())
    bodies = [one["requestBody"]["content"] for _, _, one in operations() if "requestBody" in one]
    assert [list(one) for one in bodies] == [["application/json"]]


def test_ame_04_ame_05_and_ame_07_members_are_in_snake_case() -> None:
    named = {name for one in schemas(described()["components"]) for name in one.get("properties", {})}
    assert {name for name in named if not SNAKE.fullmatch(name)} == OF_THE_STANDARD


def test_ame_06_lists_are_in_the_plural_but_for_columns() -> None:
    """A column has its field's name: the list is what the field is in each row. The deviation is told in the document."""
    listed = set()
    for name, schema in described()["components"]["schemas"].items():
        columns = schema.get("properties", {}).get("columns", {}).get("properties", {})
        assert all(one["type"] == "array" for one in columns.values()), name
        listed |= {member for member, one in schema.get("properties", {}).items() if one.get("type") == "array"}
    assert {name for name in listed if not name.endswith("s")} == {"shared"}


def test_arq_01_what_is_sent_is_utf_8() -> None:
    assert ask(f"{BASE}/simulations", "POST", content=b'{"scenario": "\xe5"}', headers=JSON).status_code == 400


JSON = {"Content-Type": "application/json"}


def test_arq_05_and_for_02_nothing_is_asked_for_in_headers_or_in_a_body_that_is_read() -> None:
    assert list(parameters("header")) == []
    assert [path for path, method, one in operations() if method == "get" and "requestBody" in one] == []


def test_dot_01_dot_02_and_dot_04_days_are_as_rfc_3339_says() -> None:
    formats = {one["format"] for one in schemas(described()) if isinstance(one.get("format"), str)}
    assert formats == {"date", "int64", "uri", "uri-reference"}
    columns = ask(f"{BASE}/events?fields=first&sort=first&limit=1000").json()["columns"]
    assert all(date.fromisoformat(one) for one in columns["first"] if one)


def test_fel_01_and_fel_02_what_is_wrong_is_a_problem_document() -> None:
    for _, _, each in answers():
        for status, one in each.items():
            if int(status) >= 400:
                assert list(one["content"]) == ["application/problem+json"]
    needed = set(described()["components"]["schemas"]["Problem"]["required"])
    assert needed == {"type", "title", "status", "detail", "instance"}


# --- asking for some ----------------------------------------------------------------


def test_fns_01_fns_03_and_fns_06_parameters_are_in_snake_case_from_a_letter() -> None:
    assert [one["name"] for _, one in parameters("query") if not SNAKE.fullmatch(one["name"])] == []


def test_fns_02_values_are_percent_encoded_utf_8() -> None:
    by_name = f"{BASE}/recipients?short_name=N%C3%A4ssj%C3%B6&fields=code"
    assert ask(by_name).json()["columns"] == {"code": ["0682"]}
    assert ask(f"{BASE}/recipients?short_name=N%E4ssj").status_code == 422


def test_fns_05_every_parameter_may_be_left_out() -> None:
    assert [one["name"] for _, one in parameters("query") if one["required"]] == []


def test_fns_07_and_fns_09_pages_are_asked_for_by_limit_and_offset_and_limit_is_20() -> None:
    by_path: dict[str, dict[str, Any]] = {}
    for path, one in parameters("query"):
        by_path.setdefault(path, {})[one["name"]] = one["schema"]
    paged = {path: one for path, one in by_path.items() if {"limit", "offset", "page"} & set(one)}
    assert len(paged) >= 10
    assert {(one["limit"]["default"], one["offset"]["default"]) for one in paged.values()} == {(20, 0)}


def test_hyp_01_the_kinds_of_links_are_described() -> None:
    rels = set(described()["components"]["schemas"]["Link"]["properties"]["rel"]["enum"])
    links = ask(f"{BASE}/awards?limit=2&offset=2").json()["_links"]
    assert {one["rel"] for one in links} <= rels
    assert all(urlsplit(one["href"]).scheme and one["method"] for one in links)


def test_cac_01_what_is_read_may_be_kept() -> None:
    answer = ask(f"{BASE}/awards?limit=1")
    assert answer.headers["cache-control"] == "public, max-age=60"
    assert answer.headers["etag"]


# --- the document -------------------------------------------------------------------


def test_each_rule_in_the_document_names_its_test_and_each_test_stands_there() -> None:
    told = set(re.findall(r"`(test_[a-z0-9_]+)`", DOCUMENT.read_text(encoding="utf-8")))
    here = {name for name in globals() if re.match(r"test_[a-z]{3}_\d\d", name)}
    assert told == here
