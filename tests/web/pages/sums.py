"""The sums that a page shows, each beside the sum of the column of the download that it names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.testclient import TestClient


@dataclass(frozen=True)
class ShownSum:
    """A sum on a page, and what its download sums to."""

    column: str
    where: tuple[tuple[str, str], ...]
    shown: int
    summed: int


class _Sums(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "data" and any(name == "data-sum" for name, _ in attrs):
            self.found.append({name: value or "" for name, value in attrs})


def sums_on(portal: TestClient, address: str) -> Iterator[ShownSum]:
    """Yield every sum on the page, with that of its download."""
    reader = _Sums()
    reader.feed(portal.get(address).text)
    for one in reader.found:
        where = tuple(
            (name.removeprefix("data-where-"), v) for name, v in one.items() if name.startswith("data-where-")
        )
        rows = _rows(portal, address, one["data-table"])
        mine = [row for row in rows if all(row[name] == value for name, value in where)]
        column = one["data-sum"]
        yield ShownSum(
            column, where, int(one["value"]), sum(int(row[name] or 0) for row in mine for name in column.split())
        )


def _rows(portal: TestClient, address: str, table: str) -> list[dict[str, str]]:
    parts = urlsplit(address)
    query = urlencode([*parse_qsl(parts.query), ("table", table)])
    return list(csv.DictReader(io.StringIO(portal.get(f"{parts.path}.csv?{query}").text)))


def said_and_summed(portal: TestClient, path: str, query: str = "") -> Iterator[tuple[int, int]]:
    """Yield each sum on the page as it is shown, and as its download sums."""
    for one in sums_on(portal, f"{path}?{query}" if query else path):
        yield one.shown, one.summed
