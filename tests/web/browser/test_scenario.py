"""A rule is changed in its own sentence by somebody who types: with and without scripts, by keyboard, and after a slip."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.web.browser.visitor import Visitor, visitor

POT = "/scenario/kvinnors-halsa-2024/befolkning"


@pytest.mark.parametrize("scripts", [True, False])
def test_one_comes_from_the_agreement_changes_and_sees_who_pays(browser: Browser, origin: str, scripts: bool) -> None:
    with visitor(browser, origin, java_script_enabled=scripts) as one:
        page = one.page
        page.goto(f"{origin}/avtal/kvinnors-halsa-2024")
        page.locator(f'a[href="{POT}"]').click()
        page.get_by_label("Golv: minst till var och en").fill("20 Mkr")
        page.get_by_role("button", name="Räkna").click()
        assert one.at.partition("#")[0] == f"{POT}?golv=20000000"
        expect(page.locator("#svar .lead")).to_contain_text("2 regioner får mer och 19 regioner får mindre.")
        expect(page.get_by_label("Golv: minst till var och en")).to_have_value("20\u00a0000\u00a0000")
        expect(page.locator("#betalar ~ p").first).to_contain_text("de som får mindre")
        page.get_by_role("link", name="Återställ till det avtalade").click()
        assert one.at == POT


def test_a_slip_is_told_beside_the_field_and_mended_there(person: Visitor) -> None:
    person.go(POT)
    floor = person.page.get_by_label("Golv: minst till var och en")
    floor.fill("tjugo miljoner")
    floor.press("Enter")
    expect(floor).to_have_value("tjugo miljoner")
    expect(floor).to_have_attribute("aria-invalid", "true")
    expect(floor).to_have_accessible_description(
        "'tjugo miljoner' är inget belopp. Skriv hela kronor eller miljoner: '20\u00a0000\u00a0000' eller '20\u00a0Mkr'."
    )
    floor.fill("20 Mkr")
    floor.press("Enter")
    expect(person.page.locator("#svar .lead")).to_contain_text("2 regioner får mer")


def test_a_suggested_change_is_one_click_away(person: Visitor) -> None:
    person.go(POT)
    person.page.get_by_role("link", name="lika mycket till alla").click()
    expect(person.page.locator("#svar .lead")).to_contain_text("18 regioner får mer och 3 regioner får mindre.")
    expect(person.page.get_by_label("Nyckel", exact=True)).to_have_value("lika")
