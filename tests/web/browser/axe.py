"""A page -> what axe-core finds wrong with it, with no rule off but those of level AAA."""

from __future__ import annotations

import json
from pathlib import Path

import axe_playwright_python  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Page

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
LEFT_OUT = ("wcag2aaa", "wcag21aaa", "wcag22aaa")
"""Level AAA asks for more than WCAG 2.2 AA; everything else is on, also best practice, experiments and target size."""
RUN = """
async (leftOut) => {
  const rules = Object.fromEntries(axe.getRules().map((one) => [one.ruleId, { enabled: !one.tags.some((tag) => leftOut.includes(tag)) }]));
  const found = await axe.run(document, { rules, resultTypes: ["violations"] });
  return found.violations.map((one) => `${one.id} (${one.nodes.length}): ${one.help}: ` +
    one.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.html.slice(0, 160)} ${node.failureSummary}`).join(" | "));
}
"""


def violations(page: Page) -> list[str]:
    """Return each rule that is broken, with where it is."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    return list(page.evaluate(RUN, list(LEFT_OUT)))


def rules(page: Page) -> set[str]:
    """Return the rules that are asked."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    skipped = json.dumps(LEFT_OUT)
    return set(
        page.evaluate(
            f"axe.getRules().filter((one) => !one.tags.some((tag) => {skipped}.includes(tag))).map((one) => one.ruleId)"
        )
    )
