"""Every kind of page, in both languages, light and dark, broad and narrow: axe-core finds nothing, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from overens.web.views import VIEWS
from tests.web.addresses import ERRORS, ONE_OF_EACH, SAMPLES, in_language
from tests.web.browser.axe import rules, violations
from tests.web.browser.visitor import Visitor, visitor

SEEN_AS = {"sv": ((1440, "light"), (320, "dark")), "en": ((1440, "dark"), (320, "light"))}
"""Language -> width and colours: every pair of language, width and colours is seen on every page."""
LOOKED_AT = (*ONE_OF_EACH, "/2024/jonkopings-lan", "/2024/nassjo", "/2024/kalender?as-known-on=2024-02", *ERRORS)


@pytest.fixture(scope="module")
def reader(browser: Browser, origin: str) -> Iterator[Visitor]:
    """Return one who looks at page after page."""
    with visitor(browser, origin) as one:
        yield one


def test_every_view_has_a_page_to_look_at() -> None:
    assert {view.name for view in VIEWS} == set(SAMPLES)


@pytest.mark.parametrize("language", SEEN_AS)
@pytest.mark.parametrize("address", LOOKED_AT)
def test_nothing_is_wrong_for_anyone(reader: Visitor, address: str, language: str) -> None:
    assert reader.go(in_language(address, language)) == ERRORS.get(address, 200)
    reader.see_all()
    for width, colours in SEEN_AS[language]:
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(reader.page) == [], f"{width} {colours}"


def test_axe_would_find_what_is_wrong(reader: Visitor) -> None:
    reader.go("/om")
    assert {"color-contrast", "target-size", "region", "heading-order", "scrollable-region-focusable"} <= rules(
        reader.page
    )
    reader.page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><h5>x</h5>')")
    assert {one.split(" ")[0] for one in violations(reader.page)} >= {"image-alt", "heading-order"}


@pytest.mark.parametrize("address", ["/", "/2024/nassjo", "/avtal/kvinnors-halsa-2024", "/2024/kalender"])
def test_letters_twice_as_large_do_not_push_the_page_sideways(reader: Visitor, address: str) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    reader.go(address)
    reader.page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 1280
