"""A picture that is pointed at, or asked for from the keyboard: alive, hatched, told in words, within the page's policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.web.browser.axe import violations
from tests.web.browser.visitor import Visitor, visitor

SLOW = 20_000
"""Milliseconds in which the drawing script is made, the first time it is asked for."""
HATCHED = "/2024/jonkopings-lan"
SHORT = "/2024/region-jonkopings-lan"
EVERY_KIND = ("/2024", "/2024/tidiga-besked", "/tidiga-besked", "/2024/andring?fran=2023", SHORT)
"""Pages that have a map, bars, a curve, days, a waterfall, columns and rows."""


def figure_of(one: Visitor, address: str, name: str) -> Locator:
    """Open a page and return one of its pictures."""
    one.go(address)
    found = one.page.locator(f"figure[data-spec*='/bild/{name}']")
    found.scroll_into_view_if_needed()
    return found


def explore(figure: Locator, key: str = "Enter") -> None:
    """Press a key on the picture's button, and wait for what is said."""
    button = figure.get_by_role("button", name="Utforska bilden")
    button.focus()
    button.press(key)
    expect(figure.get_by_role("status")).not_to_be_empty(timeout=SLOW)


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_it_comes_alive_and_what_is_not_certain_is_hatched_there_too(person: Visitor, by: str) -> None:
    figure = figure_of(person, HATCHED, "illustration")
    if by == "pointer":
        figure.locator("img").hover()
    else:
        explore(figure)

    expect(figure.locator(".alive svg")).to_be_visible(timeout=SLOW)
    expect(figure.locator("picture")).to_be_hidden()
    assert figure.locator(".alive [fill^='url(#']").count() > 0
    assert figure.locator(".alive pattern").count() > 0
    assert person.wrongs() == []


def test_pointing_at_a_mark_tells_what_it_is(person: Visitor) -> None:
    figure = figure_of(person, SHORT, "liknande")
    figure.locator("img").hover()
    expect(figure.locator(".alive svg")).to_be_visible(timeout=SLOW)
    told = person.page.locator("#vg-tooltip-element")

    figure.locator(".alive .mark-rect path").first.hover()

    expect(told).to_be_visible()
    assert told.inner_text().endswith("kr")
    assert told.evaluate("(one) => getComputedStyle(one).position") == "fixed", "styled by the page's own sheet"
    assert violations(person.page) == []
    person.page.mouse.move(0, 0)
    expect(told).to_be_hidden()
    assert person.wrongs() == []


def test_the_arrow_keys_go_from_mark_to_mark_and_escape_ends_it(person: Visitor) -> None:
    figure = figure_of(person, SHORT, "liknande")
    explore(figure)
    status = figure.get_by_role("status")
    expect(status).to_contain_text("1/")
    person.page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("2/")
    expect(person.page.locator("#vg-tooltip-element")).to_be_visible()
    assert person.page.locator("#vg-tooltip-element").inner_text() in status.inner_text()
    person.page.keyboard.press("ArrowLeft")
    expect(status).to_contain_text("1/")
    person.page.keyboard.press("Escape")
    expect(status).to_be_empty()
    expect(person.page.locator("#vg-tooltip-element")).to_be_hidden()


def test_it_follows_the_colours_and_the_width_of_the_page(person: Visitor) -> None:
    figure = figure_of(person, SHORT, "liknande")
    explore(figure)
    svg = figure.locator(".alive svg")
    light, broad = svg.inner_html(), svg.get_attribute("viewBox")

    assert "#6fc7b4" not in light
    person.page.emulate_media(color_scheme="dark")
    expect(svg.locator("[fill='#6fc7b4'], [stroke='#6fc7b4']").first).to_be_attached()  # drawn anew, not at once
    expect(svg).to_be_visible()
    person.page.set_viewport_size({"width": 320, "height": 800})
    expect(svg).not_to_have_attribute("viewBox", str(broad))
    assert person.overflow() == ""


def test_the_drawn_picture_stays_where_the_script_cannot_be_had(person: Visitor) -> None:
    person.context.route("**/vega.js", lambda route: route.abort())
    figure = figure_of(person, SHORT, "liknande")
    with person.page.expect_event("requestfailed"):
        figure.locator("img").hover()

    expect(figure.locator("picture")).to_be_visible()
    expect(figure.locator(".alive")).to_have_count(0)


@pytest.mark.parametrize("address", EVERY_KIND)
def test_every_kind_of_picture_comes_alive_within_the_policy(person: Visitor, address: str) -> None:
    person.go(address, "load")
    for figure in person.page.locator("figure[data-spec]").all():
        explore(figure)
        expect(figure.locator(".alive svg")).to_be_visible()
    assert person.wrongs() == []


def test_nothing_moves_for_those_who_want_no_motion(browser: Browser, origin: str) -> None:
    with visitor(browser, origin, reduced_motion="reduce") as one:
        explore(figure_of(one, SHORT, "liknande"))
        moving = one.page.evaluate(
            """[...document.querySelectorAll('*')].map((one) => [one.tagName, getComputedStyle(one)])
            .filter(([, style]) => style.scrollBehavior === 'smooth' || style.animationName !== 'none' ||
                parseFloat(style.transitionDuration)).map(([name]) => name)"""
        )
        assert moving == []
