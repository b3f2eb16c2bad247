"""How well the reader reads documents annotated by hand: the scorer's table for each set, with n."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import SHARED, text_of
from overens.usecases.documents.reading import reading_document
from overens.usecases.read import dated_by_name, read_words

ANNOTATED = Path(__file__).parent / "annotated"
SETS = {
    "../shared/gold/dev: rules were written with these in view": SHARED / "gold" / "dev",
    "annotated/seen: 92 others from the corpus, also in view": ANNOTATED / "seen",
    "annotated/apart: 32 others, kept apart until the figures in docs/lasaren.md were measured": ANNOTATED / "apart",
}


def main() -> int:
    """Print the scorer's table for each set."""
    scorer = SHARED / "gold" / "score.py"
    if not scorer.exists():
        print(f"Nothing measured: {scorer} is not here.")
        return 0
    for title, folder in SETS.items():
        print(f"\n{title}")
        with tempfile.TemporaryDirectory() as predictions:
            for annotation in sorted(folder.glob("*.json")):
                predict(annotation, Path(predictions))
            command = [sys.executable, str(scorer), predictions, "--gold", str(folder), *sys.argv[1:]]
            print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="")
    return 0


def predict(annotation: Path, folder: Path) -> None:
    """Read the document that was annotated, and write what was read to the folder under the annotation's name."""
    beside = annotation.with_suffix(".md")
    path = beside if beside.exists() else SHARED / "corpus" / json.loads(annotation.read_bytes())["source_path"]
    read = read_words(text_of(path), dated=dated_by_name(path.name if path == beside else str(path)))
    (folder / annotation.name).write_text(json.dumps(reading_document(read), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
