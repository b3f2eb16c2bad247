"""Elements and text as HTML: nothing that a document says is obeyed."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from overens.export.html_file import element, join, text, whole_file
from tests.builders import EN, SV


class Texts(HTMLParser):
    """Keeps the tags and the text of what it is fed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(html: str) -> Texts:
    reader = Texts()
    reader.feed(html)
    reader.close()
    return reader


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn"])))
def test_words_are_read_back_as_they_were_in_text_and_in_attributes(words: str) -> None:
    found = parsed(element("p", text(words), title=words))

    assert (found.tags, found.text, found.attributes) == (["p"], words, [("title", words)])


def test_hostile_words_make_no_element() -> None:
    found = parsed(element("mark", text("</mark><script>alert(1)</script><img src=x onerror=1>"), id='"><b>'))

    assert found.tags == ["mark"]


def test_signs_that_turn_the_writing_are_shown_as_their_code() -> None:
    assert text("a\u202eb\u2066c\x00d\u200fe\ud800") == "a[U+202E]b[U+2066]c[U+0000]d[U+200F]e[U+D800]"
    assert text("soft\u00adhyphen, å\u00a0ä\tö\n") == "soft\u00adhyphen, å\u00a0ä\tö\n"


def test_an_attribute_that_is_none_is_left_out_and_one_that_is_a_word_of_python_is_written() -> None:
    assert element("a", text("x"), href="#1", class_="c", aria_label="l", id=None) == (
        '<a href="#1" class="c" aria-label="l">x</a>'
    )
    assert join((text("1<"), text("2")), ", <") == "1&lt;, &lt;2"


def test_the_file_has_its_language_and_asks_for_nothing() -> None:
    for language in (SV, EN):
        page = whole_file("A & B", text("x"), language)
        assert f'<html lang="{language.value}">' in page
        assert "<title>A &amp; B</title>" in page
        assert "default-src 'none'" in page
        assert not {"script", "link", "img"} & set(parsed(page).tags)
        assert "url(" not in page
        assert "@import" not in page
