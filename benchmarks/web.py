"""The portal's speed and weight: one process per core, warm, beside a route that only says hello in the same run."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from benchmarks.web_served import HELLO

Row = tuple[str, float, float, str]

FIRST = "/2024/nassjo"
PAGES = (
    "/",
    "/2024",
    "/2024/region-jonkopings-lan",
    FIRST,
    "/2024/jonkopings-lan",
    "/avtal",
    "/avtal/kvinnors-halsa-2024",
    "/avtal/omstallning-socialtjanst-2024",  # the most municipalities
    "/avtal/cancer-2024/andring",
    "/2024/kalender",
    "/2024/nassjo/kalender",
    "/2024/vastra-gotalandsregionen/kalender",
    "/2024/region-jamtland-harjedalen",
    "/2024/nassjo/omstallning-socialtjanst-2024/kommuner",
    "/2024/region-jonkopings-lan/kvinnors-halsa-2024/befolkning",
    "/2024/andring?fran=2023",
    "/2024/region-jonkopings-lan/andring?fran=2023",
    "/2021/andring?fran=2020",
    "/tidiga-besked",
    "/2025/tidiga-besked",
    "/sok",
    "/om",
    "/tillganglighet",
)
"""Every kind of page, and of each kind the largest."""
ROUNDS = 60
STARTS = 5
RATE = 100
WARMING_CONNECTIONS = 48
LOAD_SECONDS = 10
CONNECTIONS = 16
CORES = len(os.sched_getaffinity(0))
SERVE = [sys.executable, "-c", "from overens.cli.start import main; main()", "serve", "--port", "0"]
SERVE_BENCH = [sys.executable, "-m", "benchmarks.web_served", str(CORES)]


@dataclass
class Seen:
    """One page: how long it took to make, and to give again; its bytes, as they are and as they are sent."""

    path: str
    anew_ms: float
    again_ms: float
    html: int
    sent: int


def web_rows() -> list[Row]:
    """Measure the portal and print each page; return what has a budget."""
    cold = median(_cold_start() for _ in range(STARTS))
    with _served(SERVE_BENCH) as (process, port):
        visitor = HTTPConnection("127.0.0.1", port, timeout=30)
        there = [path for path in PAGES if _get(visitor, path)[0] == 200]
        seen, hello = _pages(visitor, there)
        visitor.close()
        asyncio.run(_warm(port, there))
        times = asyncio.run(_load(port, there, LOAD_SECONDS))
        memory = max(_memory_mb(pid) for pid in _children(process))
    css = _css_size()
    _print_pages(seen, css, set(PAGES) - set(there))
    slowest = max(seen, key=lambda page: page.again_ms)
    largest = max(page.html for page in seen) + css
    times.sort()
    p99 = times[len(times) * 99 // 100]
    return [
        (f"slowest page / hello ({slowest.path})", slowest.again_ms / hello, 12, "×"),
        (f"p99 of {len(times)} pages at {RATE}/s", p99 * 1000, 50, "ms"),
        ("cold start to the first page", cold, 2, "s"),
        ("memory, largest process", memory, 350, "MB"),
        ("HTML + CSS, largest page", largest / 1000, 60, "kB"),
    ]


def _print_pages(seen: list[Seen], css: int, absent: set[str]) -> None:
    print(f"{'page':62}{'made ms':>9}{'again ms':>9}{'HTML kB':>9}{'sent kB':>9}")
    for page in seen:
        sizes = f"{page.html / 1000:>9.1f}{page.sent / 1000:>9.1f}"
        print(f"{page.path:62}{page.anew_ms:>9.1f}{page.again_ms:>9.2f}{sizes}")
    print(f"CSS {css / 1000:.1f} kB; {CORES} processes; one visitor at a time, then {RATE} requests a second.")
    for path in sorted(absent):
        print(f"not measured, since it does not answer 200: {path}")
    print()


@contextmanager
def _served(command: list[str]) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Start the command, wait for its port, and stop it afterwards."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            port = re.search(r"(\d+)/?(?: \(.*)?$", process.stdout.readline().strip())
            assert port, f"{' '.join(command)} does not say on which port it answers"
            yield process, int(port[1])
        finally:
            process.terminate()
            process.wait(20)


def _cold_start() -> float:
    """Return the seconds from starting the command until its first page has come."""
    start = time.perf_counter()
    with _served(SERVE) as (_, port):
        visitor = HTTPConnection("127.0.0.1", port, timeout=30)
        status, _ = _get(visitor, FIRST)
        took = time.perf_counter() - start
        visitor.close()
    assert status == 200
    return took


def _get(visitor: HTTPConnection, path: str) -> tuple[int, bytes]:
    visitor.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = visitor.getresponse()
    return answer.status, answer.read()


def _pages(visitor: HTTPConnection, paths: list[str]) -> tuple[list[Seen], float]:
    """Return each page's figures, and the median of hello in ms; turn by turn, so that a slow moment hits all."""
    anew = {path: _time(visitor, f"{path}{'&' if '?' in path else '?'}lang=en") for path in paths}
    times: dict[str, list[float]] = {path: [] for path in (*paths, HELLO)}
    for _ in range(ROUNDS):
        for path, found in times.items():
            found.append(_time(visitor, path))
    seen = [
        Seen(path, anew[path], median(times[path]), _html_size(visitor, path), len(_get(visitor, path)[1]))
        for path in paths
    ]
    return seen, median(times[HELLO])


def _time(visitor: HTTPConnection, path: str) -> float:
    """Return how many milliseconds the answer took."""
    start = time.perf_counter()
    _get(visitor, path)
    return (time.perf_counter() - start) * 1000


def _html_size(visitor: HTTPConnection, path: str) -> int:
    """Return the bytes of the page before it is compressed, without pictures drawn in it."""
    visitor.request("GET", path)
    return len(re.sub(rb"<svg\b.*?</svg>", b"", visitor.getresponse().read(), flags=re.DOTALL))


def _css_size() -> int:
    from overens.web.files import own_files

    return sum(len(body) for name, body in own_files().items() if name.endswith(".css"))


async def _warm(port: int, paths: list[str]) -> None:
    """Ask for every page on many connections at once, so that every process takes some of them and makes every page."""

    async def ask_all() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for path in paths:
            await _ask(reader, writer, path)
        writer.close()

    await asyncio.gather(*(ask_all() for _ in range(WARMING_CONNECTIONS)))


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> None:
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)
    assert answer.startswith(b"HTTP/1.1 200"), answer
    length = re.search(rb"content-length: (\d+)", answer)
    assert length
    await reader.readexactly(int(length[1]))


async def _load(port: int, paths: list[str], seconds: int) -> list[float]:
    """Ask for pages at a steady rate, whether or not the earlier have come; return seconds from when each was due."""
    free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(CONNECTIONS):
        free.put_nowait(await asyncio.open_connection("127.0.0.1", port))
    begin = time.perf_counter() + 0.1

    async def ask(n: int) -> float:
        due = begin + n / RATE
        await asyncio.sleep(due - time.perf_counter())
        reader, writer = await free.get()
        await _ask(reader, writer, paths[n % len(paths)])
        free.put_nowait((reader, writer))
        return time.perf_counter() - due

    took = await asyncio.gather(*(ask(n) for n in range(RATE * seconds)))
    while not free.empty():
        free.get_nowait()[1].close()
    return list(took)


def _children(process: subprocess.Popen[str]) -> list[int]:
    tasks = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(pid) for pid in tasks.read_text(encoding="utf-8").split()]


def _memory_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    peak = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert peak
    return int(peak[1]) * 1024 / 1e6


if __name__ == "__main__":
    print(json.dumps(web_rows(), ensure_ascii=False, indent=1))
