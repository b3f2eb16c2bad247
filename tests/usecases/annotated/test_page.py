"""The annotated page: marks and lists that lead to one another, headings in order, tables that are tables."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from overens.intake.documents.document import Format, SourceDocument
from overens.usecases.annotated.page import annotated_page
from overens.usecases.read import Reading
from overens.vocabulary.wording import Language
from tests.builders import EN, SV
from tests.drafting.made import made
from tests.drafting.press_release import MARKED, SENTENCE, TEXT, harbours
from tests.export.test_html_file import parsed

HASH = "0" * 64


def reading(marked: str, **more: object) -> Reading:
    said = made(marked, tables=[harbours()] if marked is MARKED else ())
    source = said.page.clean.source
    return Reading("mapp/hamnar.md", SourceDocument(source, Format.MARKDOWN, HASH, "utf-8"), said)


@cache
def page(language: Language = SV) -> str:
    return annotated_page(reading(MARKED), language)


def test_every_sum_is_marked_with_number_and_role_and_leads_to_its_row_and_back() -> None:
    html = page()

    for n, role in enumerate(["total", "total", "total", "earmark", "change", "total", "part", "part"], 1):
        assert f'<mark id="mark-{n}" class="{role}">' in html
        assert f'href="#amount-{n}"' in html
        assert f'href="#mark-{n}"' in html
        assert f'id="amount-{n}"' in html
    assert '<a href="#amount-4" lang="sv">4 öronmärkt?</a>' in html
    assert '<a href="#amount-4" lang="en">4 earmarked?</a>' in page(EN)


def test_every_link_leads_to_one_place() -> None:
    ids = Counter(re.findall(r' id="([^"]*)"', page()))
    links = set(re.findall(r'href="#([^"]*)"', page()))

    assert links
    assert links <= set(ids)
    assert set(ids.values()) == {1}
    assert re.findall(r'href="[^#]', page()) == []


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page())]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_the_text_of_the_document_is_all_there() -> None:
    shown = re.sub(r" <a href=\"#amount[^>]*>.*?</a>", "", page())
    words = " ".join(parsed(shown).text.split())

    for line in filter(None, TEXT.splitlines()):
        assert " ".join(line.lstrip("# ").split()) in words, line


def test_tables_have_caption_scope_and_total() -> None:
    html = page()

    assert html.count("<table>") == html.count("<caption>") == 2
    assert '<th scope="row" lang="sv">Söderhamna</th>' in html
    assert re.search(r'<tfoot><tr><th scope="row" colspan="2">Summa enligt texten</th><td class="number">51</td>', html)
    assert re.findall(r"<th(?![^>]*scope)[ >]", html) == []


def test_sums_stand_as_nested_lists_with_what_adds_up() -> None:
    html = page().replace("\u00a0", " ")

    assert re.search(r"<strong> 2 600 000 000 kr </strong>helhet, 2031<ul><li>", html)
    assert "2 900 + 2 600 = 5 500 miljoner kronor: stämmer." in html


def test_it_says_how_and_of_what_it_was_made_but_not_where_the_file_lay() -> None:
    assert HASH in page()
    assert "mapp/" not in page()
    assert SENTENCE in page()


def test_a_document_that_is_hostile_is_shown_and_not_obeyed() -> None:
    words = "</mark><script>alert(1)</script> \u202eXX"
    html = annotated_page(reading(f"# <b>Hamn</b>\n\n{{5 miljoner kronor|total for={words}}} {words} satsas.\n"), SV)

    assert not {"script", "b"} & set(parsed(html).tags)
    assert "\u202e" not in html
    assert "[U+202E]XX" in html


def test_a_document_without_sums_is_a_page_too() -> None:
    html = annotated_page(reading("Hamnen är stängd.\n"), SV)

    assert "Inga belopp är funna i texten." in html
    assert "<mark id" not in html
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(re.findall(r' id="([^"]*)"', html))
