"""Every kind of page, in both languages, light and dark, broad and narrow: axe-core finds nothing, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import pytest
from playwright.sync_api import Browser

from overens.web.views import VIEWS
from tests.web.addresses import ERRORS, EVERY_PAGE, LANGUAGES, ONE_OF_EACH, SAMPLES, in_language
from tests.web.browser.axe import rules, violations
from tests.web.browser.visitor import Visitor, visitor

Look: TypeAlias = tuple[int, Literal["light", "dark"]]
SEEN_AS: dict[str, tuple[Look, ...]] = {
    "sv": ((1440, "light"), (320, "dark")),
    "en": ((1440, "dark"), (320, "light")),
}
"""Language -> width and colours: every pair of language, width and colours is seen on every page."""
LOOKED_AT = (*ONE_OF_EACH, "/2024/jonkopings-lan", "/2024/nassjo", "/om?as-known-on=2024-02", *ERRORS)


@pytest.fixture(scope="module")
def reader(browser: Browser, origin: str) -> Iterator[Visitor]:
    """Return one who looks at page after page."""
    with visitor(browser, origin) as one:
        one.do_without_pictures()
        yield one


def test_every_view_has_a_page_to_look_at() -> None:
    assert {view.name for view in VIEWS} == set(SAMPLES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", LOOKED_AT)
def test_nothing_is_wrong_for_anyone(reader: Visitor, address: str, language: str) -> None:
    assert reader.go(in_language(address, language), "load") == ERRORS.get(address, 200)
    reader.unfold()
    for width, theme in SEEN_AS[language]:
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.page.emulate_media(color_scheme=theme)
        assert violations(reader.page) == [], f"{width} {theme}"


def test_axe_would_find_what_is_wrong(reader: Visitor) -> None:
    reader.go("/om", "load")
    assert {"color-contrast", "target-size", "region", "heading-order", "scrollable-region-focusable"} <= rules(
        reader.page
    )
    reader.page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><h5>x</h5>')")
    assert {one.split(" ")[0] for one in violations(reader.page)} >= {"image-alt", "heading-order"}


def test_no_page_scrolls_sideways_on_a_small_telephone(reader: Visitor) -> None:
    reader.page.set_viewport_size({"width": 320, "height": 700})
    looked_at = (*EVERY_PAGE, *ERRORS, *(in_language(address, "en") for address in ONE_OF_EACH))
    assert _too_broad(reader, looked_at, "100%") == {}


def test_letters_twice_as_large_do_not_push_a_page_sideways(reader: Visitor) -> None:
    reader.page.set_viewport_size({"width": 640, "height": 900})
    assert _too_broad(reader, (*ONE_OF_EACH, *ERRORS), "200%") == {}


def _too_broad(reader: Visitor, addresses: Iterable[str], letters: str) -> dict[str, str]:
    found = {}
    for address in addresses:
        reader.go(address, "load")
        reader.unfold()
        reader.page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", letters)
        found[address] = reader.overflow()
    return {address: words for address, words in found.items() if words}
