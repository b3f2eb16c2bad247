"""The library and the models of the rules -> the generated pages in docs. `make docs` runs this."""

from __future__ import annotations

import sys
from pathlib import Path

from overens.usecases.library import open_library
from pages.contradictions import contradiction_pages
from pages.coverage import coverage_page
from pages.performance import performance_page
from pages.rules import rules_page

DOCS = Path(__file__).resolve().parents[1] / "docs"
OWN_FOLDER = "motsagelser"
"""The folder within docs that holds nothing but generated pages; what no longer belongs there is deleted."""


def generated_pages() -> dict[str, str]:
    """Return the text of every generated page, by its path within docs."""
    library = open_library()
    library.read_series()
    return {
        "prestation.md": performance_page(),
        "regelslag.md": rules_page(),
        "tackning.md": coverage_page(library),
        **contradiction_pages(library),
    }


def write_pages(docs: Path, pages: dict[str, str]) -> tuple[list[str], list[str]]:
    """Write the pages that changed, and delete the old ones that are no longer made; return the paths of both."""
    (docs / OWN_FOLDER).mkdir(parents=True, exist_ok=True)
    changed = [name for name, text in pages.items() if written(docs / name) != text]
    for name in changed:
        (docs / name).write_text(pages[name], encoding="utf-8", newline="\n")
    old = [f"{OWN_FOLDER}/{path.name}" for path in sorted((docs / OWN_FOLDER).glob("*.md"))]
    gone = [name for name in old if name not in pages]
    for name in gone:
        (docs / name).unlink()
    return changed, gone


def written(path: Path) -> str | None:
    """Return the page as it is written, or None if there is none."""
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main() -> int:
    """Write the pages, and say which were changed."""
    pages = generated_pages()
    changed, gone = write_pages(DOCS, pages)
    lines = [*(f"wrote docs/{name}" for name in changed), *(f"deleted docs/{name}" for name in gone)]
    lines.append(f"{len(pages)} pages, {len(changed)} changed, {len(gone)} deleted")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
