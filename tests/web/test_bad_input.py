"""What cannot be meant: each is answered with its status and a page that says what would be right, never with a trace."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

SQL = "'; DROP TABLE avtal; --"
SCRIPT = "<script>alert(1)</script>"
LONG = "x" * 10_240

NOT_THERE = {
    "no such place": "/2024/lundby",
    "no such year": "/24",
    "a year in words": "/tjugotjugofyra",
    "a year in other digits": "/" + quote("٢٠٢٤"),
    "a year too far": "/2101",
    "no such agreement": "/avtal/kvinnors-halsa-1924",
    "an agreement with script": "/avtal/" + quote(SCRIPT, safe=""),
    "no such pot": "/2024/region-gotland/kvinnors-halsa-2024/finns-inte",
    "a pot of another agreement": "/2024/region-gotland/kvinnors-halsa-2024/svf",
    "a sum of pots": "/2024/region-gotland/cancer-2024/cancer",
    "another year's agreement": "/2024/region-gotland/kvinnors-halsa-2023/regioner",
    "a picture that is not there": "/2024/bild/finns-inte.svg",
    "a picture in no form": "/2024/bild/karta.ics",
    "no such form": "/2024.ics",
    "a form we do not have": "/2024.pdf",
    "a file": "/..%2f..%2fetc%2fpasswd",
    "a file of ours": "/static/..%2f..%2fapp.py",
    "a file with another mark": "/static/0000/style.css",
    "another language's letters": "/2024/" + quote("日本"),
    "deep": "/2024/a/b/c/d/e/f",
}


@pytest.mark.parametrize("address", NOT_THERE.values(), ids=NOT_THERE)
def test_what_is_not_there(portal: TestClient, address: str) -> None:
    _refused(portal, address, 404)
