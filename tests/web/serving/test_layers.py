"""What a request meets on its way in and out, layer by layer, asked in this process."""

from __future__ import annotations

import gzip
from urllib.parse import quote

import pytest

from overens.vocabulary.wording import Language, Text
from overens.web.serving.compress import Compressed
from overens.web.serving.headers import HEADERS
from overens.web.serving.settings import Limits, Settings
from tests.web.serving.asking import WORDS, ask, ask_all, logged, tiny

# --- headers ------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["/", "/fault", "/x%00", "/ingenting/alls", "http://evil.example/"])
def test_every_answer_has_the_headers_also_those_that_say_no(url: str) -> None:
    found = ask(url).headers

    assert {name: found.get(name) for name in HEADERS} == HEADERS


def test_nothing_inline_and_nothing_from_elsewhere_is_allowed() -> None:
    policy = ask("/").headers["content-security-policy"]

    assert policy.startswith("default-src 'none'; ")
    for word in ("unsafe", "http", "*", "data:"):
        assert word not in policy


@pytest.mark.parametrize(("scheme", "promised"), [("https", True), ("http", False)])
def test_https_is_promised_only_to_those_who_came_by_it(scheme: str, promised: bool) -> None:
    assert ("strict-transport-security" in ask(f"{scheme}://localhost/").headers) == promised


# --- hosts --------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:9", "[::1]:8000", "localhost."])
def test_it_answers_to_its_own_names(host: str) -> None:
    assert ask("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost@evil.example", "", "127.0.0.2"])
def test_another_name_is_refused_in_words(host: str) -> None:
    swedish = ask("/", headers={"Host": host})
    english = ask("/?lang=en", headers={"Host": host})

    assert (swedish.status_code, english.status_code) == (400, 400)
    assert "--allow-host" in swedish.text
    assert "Portalen svarar inte under namnet" in swedish.text
    assert "The portal does not answer to the name" in english.text


def test_a_name_with_script_in_it_is_shown_as_text() -> None:
    assert "<script>" not in ask("/", headers={"Host": "<script>"}).text


def test_names_can_be_added() -> None:
    app = tiny(Settings(hosts=frozenset({"portalen.example.se"})))

    assert ask("/", app=app, headers={"Host": "Portalen.example.se:443"}).status_code == 200
    assert ask("/", app=app).status_code == 400


# --- methods ------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_can_be_written(method: str) -> None:
    answer = ask("/", method)

    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert "Sidan går bara att läsa" in answer.text


@pytest.mark.parametrize("url", ["/", "/words", "/fault", "/x%00"])
def test_head_is_get_without_its_body(url: str) -> None:
    head, get = ask(url, "HEAD"), ask(url)

    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers["content-length"] == get.headers["content-length"]


# --- what is asked ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "status", "words"),
    [
        ("/" + "a" * 2_100, 414, "Adressen är för lång; högst 2 048 tecken"),
        ("/?q=" + "a" * 10_000, 414, "efter '?' är för lång; högst 4 096 tecken"),
        ("/?" + "&".join(f"a{n}=1" for n in range(41)), 422, "har 41 val; högst 40 läses"),
        ("/a%00b", 400, "tecken som inte kan läsas"),
        ("/a%0Ab", 400, "tecken som inte kan läsas"),
        ("/n%E4ssj%F6", 400, "annat än UTF-8"),
        ("/?sort=%00", 422, "tecken som inte kan läsas"),
        ("/?sort=%1b%5b31m", 422, "tecken som inte kan läsas"),
        ("/?q=%FF%FE", 422, "annat än UTF-8"),
    ],
)
def test_an_address_that_cannot_be_meant_is_refused_with_what_would_be_right(url: str, status: int, words: str) -> None:
    answer = ask(url)

    assert answer.status_code == status
    assert words in answer.text.replace("&#x27;", "'").replace("\u00a0", " ")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "url",
    [
        "/" + quote("nässjö"),
        "/?q=" + quote("'; DROP TABLE år; --"),
        "/?q=" + quote("<script>alert(1)</script>"),
        "/?q=a%09b",
        "/?" + "&".join(f"a{n}=1" for n in range(40)),
        "/?q=" + quote("😀 Åre"),
    ],
)
def test_what_someone_may_mean_is_passed_on(url: str) -> None:
    assert ask(url).status_code == 200


# --- how often ----------------------------------------------------------------------


def often() -> Settings:
    return Settings(limits=Limits(per_minute=3))


def test_one_who_asks_too_often_is_told_when_to_come_back() -> None:
    answers = ask_all(["/"] * 4, app=tiny(often()))

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
    assert f"Försök igen om {answers[-1].headers['retry-after']} sekunder" in answers[-1].text


def test_static_files_are_not_counted() -> None:
    assert {answer.status_code for answer in ask_all(["/static/style.css"] * 9, app=tiny(often()))} == {200}


def test_another_visitor_does_not_have_to_wait() -> None:
    app = tiny(often())
    ask_all(["/"] * 9, app=app)

    assert ask("/", app=app, client="192.0.2.2").status_code == 200


def test_a_network_of_ipv6_is_one_visitor() -> None:
    app = tiny(often())
    answers = [ask("/", app=app, client=f"2001:db8::{n}").status_code for n in range(1, 5)]

    assert answers == [200, 200, 200, 429]
    assert ask("/", app=app, client="2001:db8:0:1::1").status_code == 200


# --- compression --------------------------------------------------------------------


def test_words_are_compressed_for_those_who_can_read_it() -> None:
    squeezed = ask("/words", headers={"Accept-Encoding": "gzip"})
    plain = ask("/words", headers={"Accept-Encoding": "identity"})

    assert squeezed.headers["content-encoding"] == "gzip"
    assert int(squeezed.headers["content-length"]) < len(WORDS) / 10
    assert squeezed.text == plain.text == WORDS
    assert "content-encoding" not in plain.headers
    assert squeezed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("url", ["/", "/pieces", "/picture"])
def test_what_gains_nothing_is_left_as_it_is(url: str) -> None:
    answer = ask(url, headers={"Accept-Encoding": "gzip"})

    assert answer.status_code == 200
    assert "content-encoding" not in answer.headers
    assert answer.content == ask(url, headers={"Accept-Encoding": "identity"}).content


def test_what_is_kept_compressed_stays_within_its_size() -> None:
    kept = Compressed(most=10_000)
    bodies = [f"{n} ".encode() * 1_000 for n in range(20)]

    assert [gzip.decompress(kept.of(body)) for body in bodies] == bodies
    assert kept._size <= 10_000
    assert kept.of(bodies[-1]) is kept.of(bodies[-1])


# --- faults of ours -----------------------------------------------------------------


def test_a_fault_gives_a_page_with_a_number_and_the_traceback_to_the_log_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = ask("/fault")

    (line,) = logged(capsys, "fault")
    assert answer.status_code == 500
    assert answer.headers["x-request-id"] == line["request"]
    assert line["request"] in answer.text
    assert "vårt fel" in answer.text
    assert "hemligheten" in line["traceback"]
    for word in ("hemligheten", "Traceback", "ValueError", "Internal Server Error"):
        assert word not in answer.text


def test_a_page_of_our_own_that_says_500_is_sent_as_it_is() -> None:
    answer = ask("/says-500")

    assert (answer.status_code, answer.text) == (500, "eget fel")


def test_the_portals_own_page_says_no_and_the_plainest_if_that_fails() -> None:
    def own(status: int, message: Text, language: Language) -> str:
        if status == 500:
            raise RuntimeError("sidan går inte att göra")
        return f"<p>{status} {language}: {message.say(language)}"

    app = tiny(Settings(error_page=own))

    assert ask("/?lang=en", "POST", app=app).text.startswith("<p>405 en: The page can only be read")
    assert "vårt fel" in ask("/fault", app=app).text


# --- the log ------------------------------------------------------------------------


def test_the_log_says_what_and_how_long_but_not_who_or_what_was_searched_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = ask("/words?q=Nora+Nordin&lang=en&Personnummer=1", client="192.0.2.77")

    (line,) = logged(capsys)
    assert line["request"] == answer.headers["x-request-id"]
    assert (line["method"], line["path"], line["status"], line["lang"]) == ("GET", "/words", 200, "en")
    assert line["parameters"] == ["lang", "q"]
    assert line["ms"] >= 0
    assert line["bytes"] > 0
    for word in ("Nora", "Nordin", "192.0.2.77", "ersonnummer"):
        assert word not in str(line)


def test_a_refusal_is_logged_too_and_one_line_stays_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    ask("/a%0Ab" + "c" * 500)

    (line,) = logged(capsys)
    assert line["status"] == 400
    assert len(line["path"]) <= 200


@pytest.mark.parametrize("query", ["%", "=&=&&", "lang", "a=" * 500, "%ff=1&%00=2"])
def test_no_query_breaks_the_log(query: str, capsys: pytest.CaptureFixture[str]) -> None:
    ask(f"/?{query}")

    assert len(logged(capsys)) == 1
