"""The portal as people use it: typing, reading, following, taking along, in two languages, by keyboard, on paper, without scripts."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.addresses import ONE_OF_EACH
from tests.web.browser.visitor import Visitor, visitor

PLACE = "/2024/region-jonkopings-lan"
WHY = f"{PLACE}/kvinnors-halsa-2024/befolkning"


def test_one_finds_ones_municipality_by_typing(person: Visitor) -> None:
    person.go("/")
    field = person.page.locator("main input[type=search]")
    field.fill("näss")
    option = person.page.get_by_role("option", name="Nässjö kommun")
    expect(option).to_be_visible()
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", str(option.get_attribute("id")))
    field.press("Enter")
    expect(person.page.locator("h1")).to_contain_text("Nässjö kommun")
    assert person.wrongs() == []


@pytest.mark.parametrize("scripts", [True, False])
def test_enter_alone_goes_there_with_and_without_scripts(browser: Browser, origin: str, scripts: bool) -> None:
    with visitor(browser, origin, java_script_enabled=scripts) as one:
        one.page.goto(origin)
        one.page.locator("main input[type=search]").fill("nässjö")
        one.page.locator("main input[type=search]").press("Enter")
        expect(one.page.locator("h1")).to_contain_text("Nässjö kommun")


def test_without_scripts_one_finds_follows_takes_along_and_changes_language(browser: Browser, origin: str) -> None:
    with visitor(browser, origin, java_script_enabled=False) as one:
        page = one.page
        page.goto(f"{origin}/2024")
        page.locator("#regioner-tabell").locator("xpath=ancestor::table").get_by_role(
            "link", name="Jönköpings län"
        ).click()
        assert one.at == PLACE
        page.locator("#potter summary").first.click()
        page.get_by_role("link", name="Till regionerna efter befolkning").first.click()
        assert one.at == WHY
        expect(page.locator("h1")).to_contain_text("47\u00a0803\u00a0842\u00a0kr")
        expect(page.locator("figure picture")).to_be_visible()
        expect(page.get_by_role("button", name="Utforska bilden")).to_have_count(0)
        with page.expect_download() as started:
            page.locator("#alla ~ .takeaway").get_by_role("link", name="CSV", exact=True).click()
        assert ",47803842," in Path(started.value.path()).read_text(encoding="utf-8")
        page.get_by_role("link", name="English").click()
        assert one.at == f"{WHY}?lang=en"
        page.go_back()
        page.go_back()
        assert one.at == PLACE


def test_the_krona_is_the_same_on_every_page_it_stands_on(person: Visitor) -> None:
    person.go(PLACE)
    person.page.locator("#potter summary").first.click()
    row = person.page.locator("#potter tbody tr", has_text="Till regionerna efter befolkning")
    expect(row).to_contain_text("47\u00a0803\u00a0842\u00a0kr")
    row.get_by_role("link", name="Till regionerna efter befolkning").click()
    assert person.at == WHY
    expect(person.page.locator("h1")).to_contain_text("47\u00a0803\u00a0842\u00a0kr")
    expect(person.page.locator("main")).to_contain_text("369\u00a0201")
    person.page.go_back()
    assert person.at == PLACE


def test_what_is_downloaded_sums_to_what_the_page_says(person: Visitor) -> None:
    person.go(PLACE)
    said = int(str(person.page.locator(".figures .certain data").get_attribute("value")))
    section = person.page.locator("section", has=person.page.locator("#avtal"))
    with person.page.expect_download() as started:
        section.locator(".takeaway a", has_text="CSV").and_(
            person.page.locator("a[href*='table=agreements']")
        ).first.click()
    rows = csv.DictReader(io.StringIO(Path(started.value.path()).read_text(encoding="utf-8")))
    assert sum(int(row["certain_kr"] or 0) for row in rows) == said
    assert started.value.suggested_filename.endswith(".csv")


def test_the_other_language_keeps_everything_asked_and_so_does_the_way_back(person: Visitor) -> None:
    person.go(f"{PLACE}?as-known-on=2024-02&sort=-awarded_kr")
    person.page.get_by_role("link", name="English").click()
    assert person.at == f"{PLACE}?as-known-on=2024-02&sort=-awarded_kr&lang=en"
    expect(person.page.locator("html")).to_have_attribute("lang", "en")
    expect(person.page.locator("h2").first).to_contain_text("What we must ask for")
    person.page.get_by_role("link", name="Svenska").click()
    assert person.at == f"{PLACE}?as-known-on=2024-02&sort=-awarded_kr"
    person.page.go_back()
    expect(person.page.locator("html")).to_have_attribute("lang", "en")


def test_two_browsers_with_two_languages_get_each_their_own(browser: Browser, origin: str) -> None:
    with visitor(browser, origin) as one, visitor(browser, origin) as other:
        for address in (PLACE, "/2024", "/2024/kalender"):
            one.go(address)
            other.go(f"{address}?lang=en")
            expect(one.page.locator("footer")).to_contain_text("Inga kakor")
            expect(other.page.locator("footer")).to_contain_text("No cookies")
            assert one.context.cookies() == other.context.cookies() == []


@pytest.mark.parametrize("address", ONE_OF_EACH)
def test_nothing_is_asked_of_anyone_else_and_nothing_breaks_the_policy(person: Visitor, address: str) -> None:
    person.go(address)
    person.see_all()
    assert person.wrongs() == []
    assert person.page.evaluate("[...document.images].filter((one) => !one.naturalWidth).map((one) => one.src)") == []


def _focused(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        """() => { const one = document.activeElement, style = getComputedStyle(one);
        return {name: one.tagName, text: one.textContent.trim(), outline: style.outlineStyle + style.outlineWidth}; }"""
    )
    return found


@pytest.mark.parametrize("address", ["/", PLACE, "/2024/kalender"])
def test_the_keyboard_reaches_everything_and_one_sees_where_one_is(person: Visitor, address: str) -> None:
    person.go(address)
    person.page.keyboard.press("Tab")
    assert _focused(person.page)["text"] == "Hoppa till innehållet"
    person.page.keyboard.press("Enter")
    assert person.page.evaluate("document.activeElement.id") == "innehall"
    person.go(address)
    there = person.page.evaluate(
        """[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
        .filter((one) => one.checkVisibility()).length"""
    )
    seen = 0
    for _ in range(there + 5):
        person.page.keyboard.press("Tab")
        now = _focused(person.page)
        if now["name"] == "BODY":
            break
        assert now["outline"].startswith("solid"), now
        assert now["outline"] != "solid0px", now
        seen += 1
    assert seen >= there


@pytest.mark.parametrize("address", [PLACE, "/avtal/kvinnors-halsa-2024", "/2024"])
def test_it_prints_on_a4(person: Visitor, address: str) -> None:
    person.go(address)
    person.page.emulate_media(media="print")
    person.page.set_viewport_size({"width": 680, "height": 1000})  # what A4 holds between its margins, in CSS pixels
    expect(person.page.locator("form[role=search]").first).to_be_hidden()
    expect(person.page.get_by_role("navigation", name="Huvudmeny")).to_be_hidden()
    expect(person.page.locator("h1")).to_be_visible()
    folded = person.page.evaluate(
        "[...document.querySelectorAll('main details:not([open]):not(.takeaway *) > :not(summary)')].map((one) => one.offsetHeight)"
    )
    assert all(folded), "what is folded on the screen is printed"
    wide = person.page.evaluate(
        """[...document.querySelectorAll('main *')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > 681)
        .map((one) => one.tagName + ' ' + one.textContent.trim().slice(0, 40))"""
    )
    assert wide == []
    assert len(person.page.pdf(format="A4")) > 20_000


def test_one_gives_what_is_not_published_and_sees_what_was_earned_without_scripts(
    browser: Browser, origin: str
) -> None:
    with visitor(browser, origin, java_script_enabled=False) as one:
        page = one.page
        page.goto(f"{origin}/prestation/tillganglighet-2024/bup/region-jonkopings-lan")
        page.get_by_role("link", name="Visa med påhittade utfall").click()
        expect(page.locator("main .notice")).to_contain_text("Påhittade utfall.")
        for n in (1, 2, 3):
            page.locator(f"input[name=krav-{n}-andel-av-potten]").fill("1/3")
        page.get_by_label("Nyckel").select_option("befolkning@2023-12-31")
        page.get_by_role("button", name="Räkna").click()
        expect(page.locator("main p.lead").first).to_contain_text("har tjänat in ≈ 9\u00a0533\u00a0727\u00a0kr")
        expect(page.locator("figure picture")).to_have_count(3)
        page.locator("select[name=place]").select_option(label="Region Gotland")
        page.locator("form.filters button").click()
        expect(page.locator("h1")).to_contain_text("Region Gotland")
        assert "krav-1-andel-av-potten=1%2F3" in one.at
