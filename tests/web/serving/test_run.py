"""Served in processes of their own: many at once, slow visitors, death, and an end that leaves nothing running."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.web.serving.started import Started, started, tiny_portal

ASKS = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture(scope="module")
def portal() -> Iterator[Started]:
    with started(*tiny_portal()) as found:
        yield found


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def gone(pids: set[int], seconds: float = 10) -> bool:
    """Return whether all are gone, at the latest after so long."""
    until = time.monotonic() + seconds
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(map(alive, pids))


# --- many and slow visitors ---------------------------------------------------------


def statuses(portal: Started, path: str, number: int) -> list[int]:
    """Return the statuses of so many answers, asked for at once on connections of their own."""

    async def one() -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", portal.port)
        writer.write(ASKS.replace(b"/", path.encode(), 1))
        await writer.drain()
        line = await asyncio.wait_for(reader.readline(), 30)
        writer.close()
        return int(line.split()[1])

    async def all_at_once() -> list[int]:
        return await asyncio.gather(*(one() for _ in range(number)))

    return asyncio.run(all_at_once())


def test_five_hundred_at_once_are_answered(portal: Started) -> None:
    assert set(statuses(portal, "/", 500)) == {200}
    assert portal.get("/healthz").status_code == 200


def test_more_than_there_is_room_for_are_told_to_come_back_and_the_first_are_answered() -> None:
    with started(*tiny_portal(1, "--small")) as small:
        answers = statuses(small, "/slow", 30)

        assert (answers.count(200), answers.count(503)) == (20, 10)
        assert small.get("/").status_code == 200


def closed_within(connection: socket.socket, seconds: float) -> bool:
    """Return whether the other end lets go in time."""
    connection.settimeout(seconds)
    try:
        while connection.recv(65_536):
            pass
    except ConnectionResetError:
        return True
    except TimeoutError:
        return False
    return True


@pytest.mark.parametrize(
    "begun",
    [b"", b"G", b"GET / HTTP/1.1\r\nHost: loc", b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\nx"],
    ids=["nothing", "a letter", "half a head", "half a body"],
)
def test_one_who_does_not_end_a_request_is_let_go(portal: Started, begun: bytes) -> None:
    with portal.connect(begun) as slow:
        assert closed_within(slow, 5)


def test_one_who_sends_a_byte_now_and_then_is_let_go(portal: Started) -> None:
    with portal.connect() as slow, pytest.raises((ConnectionResetError, BrokenPipeError)):
        send_slowly(slow)


def send_slowly(connection: socket.socket) -> None:
    for letter in ASKS[:-2] * 3:
        connection.sendall(bytes([letter]))
        time.sleep(0.1)


def test_one_who_reads_a_byte_at_a_time_is_let_go_and_holds_nobody_up(portal: Started) -> None:
    with portal.connect(ASKS.replace(b"/ ", b"/big ", 1), takes=1_024) as slow:
        time.sleep(0.1)
        begin = time.monotonic()
        assert portal.get("/").status_code == 200
        assert time.monotonic() - begin < 2
        time.sleep(2)  # looked at every 0.4 s
        assert taken_from(slow) < 9_000_000, "what the machine had already taken over, and no more"


def taken_from(connection: socket.socket, pause: float = 0) -> int:
    """Return how many bytes come before the other end lets go."""
    taken = 0
    with suppress(ConnectionResetError):
        while piece := connection.recv(200_000):
            taken += len(piece)
            time.sleep(pause)
    return taken


def test_one_who_reads_slowly_but_steadily_gets_it_all(portal: Started) -> None:
    with portal.connect(
        ASKS.replace(b"/ ", b"/big ", 1).replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    ) as slow:
        assert taken_from(slow, pause=0.03) > 10_000_000


# --- what is not a request ----------------------------------------------------------


@pytest.mark.parametrize(
    "bytes_sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\nA: " + b"x" * 80_000 + b"\r\n\r\n",
        b"\x00" * 50,
    ],
    ids=["tls", "no address", "80 kB of head", "zeros"],
)
def test_what_is_no_request_is_refused_and_the_next_is_answered(portal: Started, bytes_sent: bytes) -> None:
    with portal.connect() as odd:
        try:
            odd.sendall(bytes_sent + b"\r\n\r\n")
            assert odd.recv(100)[:12] in (b"HTTP/1.1 400", b"")
        except ConnectionResetError:
            pass  # refused before all was sent
    assert portal.get("/").status_code == 200


def test_it_does_not_say_what_it_is_made_of(portal: Started) -> None:
    assert "server" not in portal.get("/").headers


# --- who the visitor is -------------------------------------------------------------


def test_only_behind_a_proxy_is_it_believed_who_the_visitor_is(portal: Started) -> None:
    said = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}

    assert portal.get("/visitor", **said).text == "127.0.0.1 http"
    with started(*tiny_portal(1, "--behind-proxy")) as behind:
        answer = behind.get("/visitor", **said)
    assert answer.text == "203.0.113.9 https"
    assert "strict-transport-security" in answer.headers


# --- death and the end --------------------------------------------------------------


@pytest.mark.parametrize(("how", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_it_ends_what_it_is_answering_and_leaves_nothing(how: signal.Signals, code: int) -> None:
    with started(*tiny_portal(2)) as portal:
        pids = portal.children()
        assert len(pids) == 2
        answers: list[str] = []
        asking = threading.Thread(target=lambda: answers.append(portal.get("/slow").text))
        asking.start()
        time.sleep(0.25)

        assert portal.stop(how) == code
        asking.join(10)
        assert answers == ["till slut"]
        assert gone(pids)
    assert "Traceback" not in "".join(portal.errors)


def test_a_process_that_dies_is_replaced() -> None:
    with started(*tiny_portal(1)) as portal:
        (first,) = portal.children()
        portal.connect(ASKS.replace(b"/ ", b"/die ", 1)).close()
        until = time.monotonic() + 10
        while portal.children() <= {first} and time.monotonic() < until:
            time.sleep(0.05)

        assert int(portal.get("/").text) != first
        assert portal.stop() == 0
    assert any('"process_died"' in line for line in portal.errors)


def test_what_dies_again_and_again_is_given_up() -> None:
    with started(*tiny_portal(1)) as portal:
        until = time.monotonic() + 20
        while portal.process.poll() is None and time.monotonic() < until:
            for pid in portal.children():
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)

        assert portal.process.wait(20) == 4


def test_when_the_first_process_is_killed_the_others_stop_too() -> None:
    with started(*tiny_portal(2)) as portal:
        pids = portal.children()
        portal.stop(signal.SIGKILL)

        assert gone(pids)
