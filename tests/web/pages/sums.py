"""A page and its own files -> what the page says that it sums, beside what its columns give."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from starlette.testclient import TestClient

_DATA = re.compile(r'<data value="(-?\d+)" data-sum="(\w+)" data-table="(\w*)"((?: data-where-\w+="[^"]*")*)>')
_WHERE = re.compile(r'data-where-(\w+)="([^"]*)"')


def said_and_summed(portal: TestClient, path: str, query: str = "") -> Iterator[tuple[int, int]]:
    """Yield each number of the page that says what it sums, and the sum by the page's CSV."""
    page = portal.get(f"{path}?{query}").text
    for value, column, table, where in _DATA.findall(page):
        found = portal.get(f"{path}.csv?{query}&table={table}").text
        rows = csv.DictReader(io.StringIO(found))
        wanted = dict(_WHERE.findall(where))
        mine = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
        yield int(value), sum(int(row[column] or 0) for row in mine)
