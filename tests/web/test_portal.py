"""What has been answered is given again only to the same question, of the same library with the same problems."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from starlette.testclient import TestClient

from overens.vocabulary.problems import Fault, Place, Problem
from overens.web.app import create_app
from tests.web.conftest import TODAY
from tests.web.page_reader import read_page


def test_another_problem_in_the_files_is_told_though_the_page_is_kept(portal: TestClient) -> None:
    shelf = portal.app.state.portal._shelf  # type: ignore[attr-defined]  # an ASGI app to its client
    client, shelved = TestClient(create_app(shelf, lambda: TODAY)), shelf._now
    try:
        for what in ("", "första felet", "andra felet"):
            fault = Fault.of("{what}", "", "{what}", "", what=what)
            shelf._now = replace(shelved, problems=(Problem(Place("a.yaml"), fault),) if what else ())
            page = client.get("/2024").text
            assert [one for one in ("första felet", "andra felet") if one in page] == ([what] if what else [])
    finally:
        shelf._now = shelved


def test_two_readers_with_two_languages_get_each_their_own(portal: TestClient) -> None:
    asked = [
        (f"/2024/{word}", language) for word in ("nassjo", "region-gotland", "habo-0643") for language in ("sv", "en")
    ]

    def language_of(question: tuple[str, str]) -> str:
        address, language = question
        return read_page(portal.get(address, params={"lang": language}).text).language

    with ThreadPoolExecutor(4) as readers:
        assert list(readers.map(language_of, asked * 4)) == [language for _, language in asked] * 4
