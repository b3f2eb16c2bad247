"""The documents that the reader is measured on, where they are."""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"


def text_of(path: Path) -> str:
    """Return a document as it is stored, newlines untouched."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def corpus() -> list[str]:
    """Return every document that is not annotated with the gold standard, or nothing where they are not here."""
    return [text_of(path) for path in sorted((SHARED / "corpus").rglob("*.md"))]


def press_releases() -> list[str]:
    """Return the press releases of the corpus, the shortest first."""
    folder = SHARED / "corpus" / "pressmeddelanden"
    return sorted((text_of(path) for path in folder.rglob("*.md")), key=len)
