"""The page that `overens read --html` writes, in a browser: axe-core finds nothing, nothing scrolls sideways, no script is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from overens.usecases.annotated.page import annotated_page
from overens.vocabulary.wording import Language
from tests.builders import EN, SV
from tests.drafting.press_release import MARKED
from tests.usecases.annotated.test_page import reading
from tests.web.browser.axe import violations


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", [SV, EN])
def test_nothing_is_wrong_for_anyone(
    browser: Browser, tmp_path: Path, language: Language, theme: Literal["light", "dark"], width: int
) -> None:
    file = tmp_path / "sida.html"
    file.write_text(annotated_page(reading(MARKED), language), encoding="utf-8")
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=theme,
        bypass_csp=True,  # axe is a script
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())

    assert asked == [file.as_uri()]
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
