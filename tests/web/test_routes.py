"""The portal's routes are those written in docs/portalen.md, they only read, and no answer writes anything."""

from __future__ import annotations

import os
import re
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from overens.intake.register import shipped_library
from overens.web.serving.settings import Settings
from overens.web.serving.wrap import wrap
from overens.web.views import VIEWS
from tests.web.walking import PATTERNS

WRITTEN = Path(__file__).parents[2] / "docs" / "portalen.md"
ROW = re.compile(r"^\| `(/[^`]*)` \| ([A-Z, ]+) \| (\w+) \|", re.MULTILINE)

EXAMPLES = (
    "/",
    "/sok?q=habo",
    "/avtal",
    "/avtal/kvinnors-halsa-2024",
    "/avtal/kvinnors-halsa-2024/andring",
    "/tidiga-besked",
    "/data",
    "/data/contradictions",
    "/om",
    "/api",
    "/tillganglighet",
    "/2024",
    "/2024/alla-bidrag",
    "/2024/andring",
    "/2024/kalender",
    "/2024/tidiga-besked",
    "/2024/pressmeddelande",
    "/2024/nassjo",
    "/2024/nassjo/andring",
    "/2024/nassjo/kalender",
    "/2024/region-gotland/kvinnors-halsa-2024/befolkning",
    "/scenario",
    "/scenario/kvinnors-halsa-2024/befolkning?golv=20000000",
    "/prestation",
    "/prestation/tillganglighet-2024/bup?utfall=exempel",
    "/prestation/tillganglighet-2024/bup/region-gotland?utfall=exempel",
)
FORMS = (".json", ".csv", ".excel.csv", ".xlsx")


def test_the_routes_are_those_that_are_written(portal: TestClient) -> None:
    there = {route.path: set(route.methods) for route in portal.app.routes}  # type: ignore[attr-defined]  # an app to its client
    written = {path: {*methods.split(", ")} for path, methods, _ in ROW.findall(WRITTEN.read_text(encoding="utf-8"))}
    assert written == {**there, "/healthz": {"GET", "HEAD"}}
    assert {access for _, _, access in ROW.findall(WRITTEN.read_text(encoding="utf-8"))} == {"alla"}


def test_each_view_has_an_example() -> None:
    """Else the walk below says nothing of it."""
    found = {next(view.name for pattern, view in PATTERNS if pattern.match(one.split("?")[0])) for one in EXAMPLES}
    assert found == {view.name for view in VIEWS}


def test_no_answer_writes_anything(portal: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = _hash(shipped_library())
    for address in EXAMPLES:
        path, _, query = address.partition("?")
        for form in ("", *FORMS):
            sent = portal.get(f"{path if path != '/' or not form else '/start'}{form}?{query}")
            assert sent.status_code in (200, 404), (address, form)
    for picture in ("/2024/bild/karta.svg", "/2024/bild/karta.png", "/2024/nassjo/kalender.ics"):
        assert portal.get(picture).status_code == 200, picture
    assert _hash(shipped_library()) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_written(portal: TestClient, method: str) -> None:
    served = TestClient(wrap(portal.app, Settings(hosts=frozenset({"testserver"}))))
    for address in (*EXAMPLES, "/healthz", "/static/x/style.css"):
        sent = served.request(method, address)
        assert sent.status_code == 405, (method, address)
        assert sent.headers["allow"] == "GET, HEAD"


def test_head_is_answered_as_get(portal: TestClient) -> None:
    served = TestClient(wrap(portal.app, Settings(hosts=frozenset({"testserver"}))))
    for address in EXAMPLES:
        sent = served.head(address)
        assert (sent.status_code, sent.content) == (200, b""), address


def _hash(folder: Path) -> str:
    digest = sha256()
    for parent, _, names in sorted(os.walk(folder)):
        for name in sorted(one for one in names if not one.endswith(".pyc")):
            path = Path(parent, name)
            digest.update(f"{path} {path.stat().st_mtime_ns}".encode() + path.read_bytes())
    return digest.hexdigest()
