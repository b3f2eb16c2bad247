"""overens serve: what it refuses before it serves, and the real portal in a process of its own."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.own_files import agreement, write
from tests.cli.running import overens
from tests.web.serving.started import Started, portal, started


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Started, Path]]:
    """Yield the portal with a library of one's own, answering to one more name."""
    folder = write(tmp_path_factory.mktemp("eget"), prov_yaml=agreement())
    options = ("--processes", "1", "--library", str(folder), "--allow-host", "portalen.example.se")
    with started(*portal(*options)) as found:
        yield found, folder


# --- the real portal ----------------------------------------------------------------


def test_it_answers_when_it_says_so_with_ones_own_library_too(serving: tuple[Started, Path]) -> None:
    running, _ = serving
    answer = running.get("/healthz")

    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["agreements"] > 100
    assert running.get("/2024/nassjo").status_code == 200


def test_it_answers_to_its_names_alone(serving: tuple[Started, Path]) -> None:
    running, _ = serving

    assert running.get("/2024/nassjo", Host="portalen.example.se").status_code == 200
    assert running.get("/2024/nassjo", Host="evil.example").status_code == 400


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/2024/nassjo?sort=%00", 422),
        ("/2024/nassjo?sort=" + "a" * 10_000, 414),
        ("/2024/nassjo?%27%3B%20DROP%20TABLE=1", 422),
        ("/2024/nassjo?a=%3Cscript%3Ealert(1)%3C/script%3E", 422),
        ("/2024/ingenstans", 404),
        ("/..%2f..%2fetc/passwd", 404),
        ("//evil.example/", 404),
    ],
)
def test_odd_addresses_get_a_page_that_helps(serving: tuple[Started, Path], path: str, status: int) -> None:
    answer = serving[0].get(path)

    assert answer.status_code == status
    assert "<h1" in answer.text
    assert "/static/" in answer.text, "the portal's own page, not a bare one"
    assert "<script>alert" not in answer.text


def test_it_stops_when_told_to_and_leaves_nothing() -> None:
    with started(*portal("--processes", "1")) as running:
        assert running.stop() == 0
    assert "Traceback" not in "".join(running.errors)


def test_ctrl_c_ends_with_130() -> None:
    with started(*portal("--processes", "1", "--lang", "en")) as running:
        assert running.stop(signal.SIGINT) == 130


# --- what is refused before it serves -----------------------------------------------


def test_a_taken_port_is_told_in_words() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        swedish, english = overens("serve", "--port", str(port)), overens("serve", "--port", str(port), "--lang", "en")

    assert (swedish.code, swedish.out, english.code) == (3, "", 3)
    assert swedish.err == (
        f"Porten {port} på 127.0.0.1 är upptagen. Välj en annan med --port, eller --port 0 för en ledig.\n"
    )
    assert (
        english.err == f"Port {port} at 127.0.0.1 is taken. Choose another with --port, or --port 0 for a free one.\n"
    )


def test_a_port_one_has_no_right_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)

    answer = overens("serve", "--port", "80")

    assert answer.code == 3
    assert "Du har inte rätt att öppna porten 80" in answer.err


@pytest.mark.parametrize("folder", ["broken", "absent"])
def test_a_broken_library_is_not_served(tmp_path: Path, folder: str) -> None:
    write(tmp_path / "broken", prov_yaml="avtal: [")

    answer = overens("serve", "--port", "0", "--library", tmp_path / folder)

    assert (answer.code, answer.out) == (1, "")
    assert str(tmp_path / folder) in answer.err
    assert "Inget har beräknats" in answer.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--port", "65536"), "'65536' går inte; skriv ett heltal från 0 till 65535."),
        (("--port", "-1"), "'-1' går inte"),
        (("--port", "http"), "'http' går inte"),
        (("--processes", "0"), "skriv ett heltal från 1 till 64"),
        (("--processes", "1000"), "skriv ett heltal från 1 till 64"),
        (("--host", "ingen.invalid"), "är ingen adress på den här maskinen"),
        (("--host", "192.0.2.1"), "är ingen adress på den här maskinen"),
        (("--allow-host", "https://portalen.se"), "är inget värdnamn"),
        (("--allow-host", "a b"), "är inget värdnamn"),
        (("--library", ""), "sökvägen är tom"),
        (("nu",), "För många ord"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant_is_wrong_use(options: tuple[str, ...], words: str) -> None:
    answer = overens("serve", "--port", "0", *options)

    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err


def test_without_its_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("overens.web.serving")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)

    answer = overens("serve", "--port", "0")

    assert (answer.code, answer.out) == (3, "")
    assert "uvicorn" in answer.err
    assert 'pip install "overens[web]"' in answer.err
