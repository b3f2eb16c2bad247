"""A browser -> somebody who looks at the portal, and notes every request, message and breach of its policy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, Page

BREACHES = """
window.breaches = [];
document.addEventListener("securitypolicyviolation", (one) =>
  window.breaches.push(`${one.violatedDirective}: ${one.blockedURI || "inline"} ${one.sample}`));
"""
EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" width="700" height="300"/>'
TOO_BROAD = """
() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return "";
  const out = [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && !one.closest(".scroll") && one.getBoundingClientRect().right > root.clientWidth + 1);
  return `${root.scrollWidth} > ${root.clientWidth}: ` + out.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(" | ");
}
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

    def go(self, path: str, until: Literal["networkidle", "load"] = "networkidle") -> int:
        """Open an address of the portal and return its status, when nothing more is being fetched."""
        answer = self.page.goto(self.origin + path, wait_until=until)
        assert answer is not None
        return answer.status

    @property
    def at(self) -> str:
        """Where the visitor is, without the origin."""
        return self.page.url.removeprefix(self.origin)

    def unfold(self) -> None:
        """Open what is folded."""
        self.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    def see_all(self) -> None:
        """Unfold what is folded, and wait for every picture."""
        self.unfold()
        self.page.evaluate("""() => { const all = [...document.images];
            all.forEach((one) => { one.loading = "eager"; });
            return Promise.allSettled(all.map((one) => one.decode())); }""")

    def do_without_pictures(self) -> None:
        """Get an empty picture for each, for tests of what is around them: hundreds would be drawn for nobody."""
        self.context.route("**/bild/*.svg*", lambda route: route.fulfill(body=EMPTY, content_type="image/svg+xml"))

    def overflow(self) -> str:
        """Return what is broader than the page, outside what scrolls by itself; empty if the page needs no scrolling."""
        return str(self.page.evaluate(TOO_BROAD))

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
