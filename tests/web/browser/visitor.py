"""A browser -> somebody who looks at the portal, and notes every request, message and breach of its policy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

BREACHES = """
window.breaches = [];
document.addEventListener("securitypolicyviolation", (one) =>
  window.breaches.push(`${one.violatedDirective}: ${one.blockedURI || "inline"} ${one.sample}`));
"""


@dataclass
class Visitor:
    """Somebody at a browser.

    Attributes:
        requests: Each address asked for.
        faults: What the console said, and what the page's policy stopped.
    """

    origin: str
    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def go(self, path: str) -> int:
        """Open an address of the portal and return its status, when nothing more is being fetched."""
        answer = self.page.goto(self.origin + path, wait_until="networkidle")
        assert answer is not None
        return answer.status

    @property
    def at(self) -> str:
        """Where the visitor is, without the origin."""
        return self.page.url.removeprefix(self.origin)

    def see_all(self) -> None:
        """Unfold what is folded, and let every picture be fetched."""
        self.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        self.page.evaluate("document.querySelectorAll('img').forEach((one) => { one.loading = 'eager'; })")
        self.page.wait_for_load_state("networkidle")

    def wrongs(self) -> list[str]:
        """Return everything that went wrong on the page so far."""
        elsewhere = [one for one in self.requests if not one.startswith(self.origin + "/")]
        return elsewhere + self.faults + list(self.page.evaluate("window.breaches ?? []"))


@contextmanager
def visitor(browser: Browser, origin: str, **options: Any) -> Iterator[Visitor]:
    """Give somebody a browser of their own: own language, width, theme; nothing remembered."""
    context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
    context.set_default_timeout(15_000)
    context.add_init_script(BREACHES)
    one = Visitor(origin, context, context.new_page())
    one.page.on("request", lambda request: one.requests.append(request.url))
    one.page.on("console", lambda said: one.faults.append(said.text) if said.type in ("error", "warning") else None)
    one.page.on("pageerror", lambda error: one.faults.append(str(error)))
    try:
        yield one
    finally:
        context.close()
