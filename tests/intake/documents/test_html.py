"""A web page -> the Markdown of what it says, without what surrounds that."""

from __future__ import annotations

import pytest

from overens.intake.documents.html_text import read_html


def text_of(page: str) -> str:
    """Return the Markdown of a page."""
    return read_html(page.encode()).text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h1>Uppdrag</h1><p>Regionerna får\n 14&nbsp;miljoner.", "# Uppdrag\n\nRegionerna får 14\u00a0miljoner.\n"),
        ("<h3>a</h3>b<p>c", "### a\n\nb\n\nc\n"),
        ("<p>rad ett<br>rad två", "rad ett\nrad två\n"),
        ("<p>sju<p>åtta &aring;&#228;&ouml;", "sju\n\nåtta åäö\n"),
        ("<ul><li>Ett<li><p>Två</p><ul><li>Tre</ul></ul>Fyra", "* Ett\n* Två\n* Tre\n\nFyra\n"),
        ("<p>369<sup>1</sup> miljoner", "369¹ miljoner\n"),
        ("<p>Regi<b>on</b>erna", "Regionerna\n"),
        ("<pre>a\n  b</pre>", "a\nb\n"),
        ("<title>Bidrag 2024</title><p>x", "# Bidrag 2024\n\nx\n"),
        ("<h1>Bidrag</h1><main><p>x</main>", "# Bidrag\n\nx\n"),
    ],
)
def test_blocks(page: str, text: str) -> None:
    assert text_of(page) == text


@pytest.mark.parametrize(
    "around",
    [
        "<script>var kr = 1</script>",
        "<style>p{}</style>",
        "<nav>Meny</nav>",
        "<header>Regeringen</header>",
        "<footer>Kontakt</footer>",
        "<aside>Läs även</aside>",
        "<form><input value='7'>Sök</form>",
        "<noscript>Slå på</noscript>",
        "<template><p>7</template>",
        "<div hidden>7</div>",
        "<div style='Display: none'>7</div>",
        "<span aria-hidden=true>7</span>",
        "<!-- 7 miljoner -->",
        "<svg><text>7</text></svg>",
    ],
)
def test_what_surrounds_the_text_is_left_out(around: str) -> None:
    assert text_of(f"<p>Före</p>{around}<p>Efter</p>") == "Före\n\nEfter\n"


@pytest.mark.parametrize(
    "page",
    [
        "<div>Utanför</div><main><header><h1>A</h1></header><p>b</p><footer>c</footer></main>",
        "<div>Utanför</div><article><h1>A</h1><p>b</article>",
        "<div>Utanför</div><div role=main><h1>A</h1><p>b</div>",
        "<form><h1>A</h1><input><p>b</p></form>",
    ],
)
def test_the_main_text_is_found(page: str) -> None:
    assert text_of(page) == "# A\n\nb\n"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (
            "<thead><tr><th>Region<th>Kronor</thead><tr><td><p>Ble&shy;kinge</p><td>14<br>000",
            "| Region | Kronor |\n| --- | --- |\n| Ble\u00adkinge | 14 000 |\n",
        ),
        ("<caption>Tabell 1</caption><tr><td>a<td>b", "Tabell 1\n\n| a | b |\n| --- | --- |\n"),
        ("<tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3", "| a |  | b |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n"),
        (
            "<tr><td rowspan=2>a<td>b<td rowspan=2>c<tr><td>2<tr><td>1<td>2<td>3",
            "| a | b | c |\n| --- | --- | --- |\n|  | 2 |  |\n| 1 | 2 | 3 |\n",
        ),
        ("<tr><td>a<td><table><tr><td>b<td>c</table>", "| a | b c |\n| --- | --- |\n"),
        ("<tr><td>ram<tr><td>om text", "ram\n\nom text\n"),
        ("<tr><td colspan=99999999>a<td rowspan=x>b", None),
        ("<tr></tr>", "–\n"),
    ],
)
def test_tables(rows: str, text: str | None) -> None:
    found = text_of(f"<table>{rows}</table>" + ("<p>–" if text == "–\n" else ""))

    assert found == text if text else found.startswith("| a | b |")
