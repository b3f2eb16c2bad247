"""What is read of annotated documents is as good as it must be, by the scorer that comes with them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.reader import ANNOTATED, predict
from tests.builders import SHARED

SCORER = SHARED / "gold" / "score.py"
pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="../shared/gold is not beside the repository")
LEAST_F1 = {"amounts (span+value)": 0.97, "table cells (name+code+value)": 0.95, "dates (span+iso)": 0.92}
LEAST = {"role": 0.75, "table unit": 0.90}


def scores(folder: Path, predictions: Path) -> dict[str, float]:
    for annotation in folder.glob("*.json"):
        predict(annotation, predictions)
    command = [sys.executable, str(SCORER), str(predictions), "--gold", str(folder), "--json"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert found["missing_files"] == 0
    return {**{name: float(each["f1"]) for name, each in found["prf"].items()}, **found["accuracy"]}


@pytest.mark.parametrize(
    "folder", [SHARED / "gold" / "dev", ANNOTATED / "seen", ANNOTATED / "apart"], ids=lambda f: f.name
)
def test_amounts_tables_dates_and_roles(folder: Path, tmp_path: Path) -> None:
    found = scores(folder, tmp_path)
    least = LEAST_F1 | LEAST
    assert {name: found[name] for name in least if found[name] < least[name]} == {}


@pytest.mark.parametrize("folder", [SHARED / "gold" / "dev", ANNOTATED / "seen"], ids=lambda f: f.name)
def test_receivers_and_names(folder: Path, tmp_path: Path) -> None:
    """Those kept apart are mostly of other money than regions' and municipalities', and name two agreements."""
    found = scores(folder, tmp_path)
    assert found["recipient"] >= 0.78
    assert found["recipient lenient"] >= 0.90
    assert found["agreements"] >= 0.60
